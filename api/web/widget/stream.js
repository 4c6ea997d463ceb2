// Server-Sent Events read with fetch, so that the bearer is sent. A connection that says nothing for too long is dead.
const SILENCE_MS = 45000;

export async function readEvents(body, take) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ""; ; ) {
    const { done, value } = await within(SILENCE_MS, reader);
    if (done) return;
    const blocks = (rest + value).replace(/\r\n?/g, "\n").split("\n\n");
    rest = blocks.pop();
    blocks.map(parse).forEach(({ event, data }) => event === "message" && data && take(JSON.parse(data)));
  }
}

function parse(block) {
  const found = { event: "message", data: "" };
  for (const line of block.split("\n")) {
    const [, name, value] = /^(event|data): ?(.*)$/.exec(line) ?? [];
    if (name === "event") found.event = value;
    if (name === "data") found.data += value;
  }
  return found;
}

async function within(ms, reader) {
  let timer;
  const silence = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error("silence")), ms)));
  try {
    return await Promise.race([reader.read(), silence]);
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
