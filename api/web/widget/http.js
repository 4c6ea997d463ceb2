// One call of the contract: the JSON of its answer, or a Fault that says what to do about it.
export class Fault extends Error {
  constructor(status, after) {
    super(`answered ${status}`);
    Object.assign(this, { status, after });
  }
  // The conversation is no longer there for us.
  get gone() {
    return this.status === 401 || this.status === 404;
  }
  // The same again will never be taken.
  get refused() {
    return !this.gone && this.status >= 400 && this.status < 500 && this.status !== 429 && this.status !== 408;
  }
}

export async function call(url, { method = "GET", token, body, headers = {}, signal, keepalive } = {}) {
  const answer = await fetch(url, {
    method,
    signal,
    keepalive,
    cache: "no-store",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Fault(answer.status, Number(answer.headers.get("Retry-After")) || 0);
  return answer;
}
