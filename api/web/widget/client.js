// The chat's side of the HTTP contract: start, send in order, and follow the conversation's events.
import * as store from "./store.js";

const AGAIN_MS = [1000, 2000, 4000, 8000, 15000];
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

export class Client {
  // `on` is told: message(message), queue(texts), status("ok" | "trouble" | "offline"), thinking(bool), refused(status), ended()
  constructor(origin, area, on) {
    Object.assign(this, { origin, area, on, state: store.load(), seen: new Set(), following: false, sending: false });
    window.addEventListener("online", () => this.flush());
    window.addEventListener("offline", () => this.on.status("offline"));
  }

  async open() {
    try {
      if (this.state) await this.catchUp();
      else await this.start();
    } catch {
      this.on.status(navigator.onLine ? "trouble" : "offline");
      await wait(AGAIN_MS[2]);
      return this.open();
    }
    if (!this.state) return;
    this.on.status("ok");
    this.on.queue(this.state.queue);
    this.follow();
    this.flush();
  }

  async start() {
    const answer = await this.fetch("/chat", { method: "POST", body: this.area ? { area: this.area } : {} }, false);
    if (!answer.ok) throw new Error(`start: ${answer.status}`);
    const { conversation, token, messages } = await answer.json();
    this.keep({ conversation, token, queue: [] });
    messages.forEach((message) => this.take(message));
  }

  async catchUp() {
    const answer = await this.fetch("/messages?after=0");
    if (answer.status === 401 || answer.status === 404) return this.end();
    if (!answer.ok) throw new Error(`read: ${answer.status}`);
    (await answer.json()).messages.forEach((message) => this.take(message));
  }

  send(text) {
    this.keep({ ...this.state, queue: [...this.state.queue, { id: uuid(), text }] });
    this.on.queue(this.state.queue);
    this.flush();
  }

  // One at a time, in the order written; each keeps its id until the server has taken it.
  async flush() {
    if (this.sending || !this.state?.queue.length) return;
    this.sending = true;
    this.on.thinking(true);
    for (let tries = 0; this.state?.queue.length; ) {
      const done = await this.deliver(this.state.queue[0]);
      if (done) tries = 0;
      else await wait(AGAIN_MS[Math.min(tries++, AGAIN_MS.length - 1)]);
    }
    this.on.thinking(false);
    this.sending = false;
  }

  async deliver(item) {
    let answer;
    try {
      answer = await this.fetch("/messages", { method: "POST", body: item });
    } catch {
      this.on.status(navigator.onLine ? "trouble" : "offline");
      return false;
    }
    if (answer.status === 429 || answer.status >= 500) {
      this.on.status("trouble");
      await wait(1000 * Number(answer.headers.get("Retry-After") ?? 1));
      return false;
    }
    this.on.status("ok");
    if (answer.status === 401 || answer.status === 404) return this.end(), true;
    this.keep({ ...this.state, queue: this.state.queue.filter((one) => one.id !== item.id) });
    this.on.queue(this.state.queue);
    if (!answer.ok) this.on.refused(answer.status);
    await this.catchUp().catch(() => this.on.status("trouble"));
    return true;
  }

  async follow() {
    if (this.following) return;
    this.following = true;
    for (let tries = 0; this.state; tries++) {
      try {
        const answer = await this.fetch("/events", { headers: { "Last-Event-ID": String(this.last ?? 0) } });
        if (answer.status === 401 || answer.status === 404) break;
        if (answer.ok) tries = 0, await this.readEvents(answer.body.getReader());
      } catch {
        // The connection went; the loop opens it again.
      }
      await wait(AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)]);
    }
    this.following = false;
    if (this.state) this.end();
  }

  async readEvents(reader) {
    this.reader = reader;
    const decoder = new TextDecoder();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const events = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = events.pop();
      events.forEach((event) => this.readEvent(event));
    }
  }

  readEvent(event) {
    const data = event.split("\n").find((line) => line.startsWith("data: "));
    if (data && event.startsWith("event: message")) this.take(JSON.parse(data.slice(6)));
  }

  take(message) {
    if (this.seen.has(message.n)) return;
    this.seen.add(message.n);
    this.last = Math.max(this.last ?? 0, message.n);
    this.on.message(message);
  }

  // Finishing clears this device first; the server is told as far as it can be reached.
  async finish() {
    const telling = this.fetch("", { method: "DELETE" }).catch(() => undefined);
    this.forget();
    await telling;
  }

  forget() {
    store.clear();
    this.reader?.cancel().catch(() => undefined);
    Object.assign(this, { state: null, seen: new Set(), last: 0 });
  }

  end() {
    this.forget();
    this.on.ended();
  }

  keep(state) {
    this.state = state;
    store.save(state);
  }

  fetch(path, { method = "GET", body, headers = {} } = {}, own = true) {
    const url = own ? `${this.origin}/chat/${this.state.conversation}${path}` : this.origin + path;
    const bearer = own ? { Authorization: `Bearer ${this.state.token}` } : {};
    const type = body ? { "Content-Type": "application/json" } : {};
    return fetch(url, {
      method,
      headers: { ...bearer, ...type, ...headers },
      body: body && JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      keepalive: method === "DELETE",
    });
  }
}

function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
