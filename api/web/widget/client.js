// One conversation over the HTTP contract: started or found again, sent to in order, followed, finished.
import { call } from "./http.js";
import { backOff, pause } from "./pause.js";
import * as store from "./store.js";
import { readEvents } from "./stream.js";

export class Client {
  // `on` is told: message(message, isNew), queue(items), trouble(name or ""), thinking(bool), refused(status, text), ended(),
  // language(code): the conversation is held in that one from now on.
  constructor(origin, { area, language }, on) {
    Object.assign(this, { origin, area, language, on, seen: new Set(), upTo: 0, life: new AbortController() });
    this.state = store.load() ?? { queue: [], last: 0, open: true };
    if (this.state.queue.length) on.queue(this.state.queue);
  }

  get over() {
    return this.life.signal.aborted;
  }

  async open() {
    await this.untilDone(() => (this.state.token ? this.catchUp() : this.start()), () => this.on.trouble("trouble"));
    if (this.over || !this.state.token) return;
    this.on.trouble("");
    this.ready = true;
    this.follow();
    this.flush();
  }

  async start() {
    const body = { ...(this.area && { area: this.area }), ...(this.language !== "en" && { language: this.language }) };
    const answer = await call(`${this.origin}/chat`, { method: "POST", body, signal: this.life.signal });
    const { conversation, token, messages, language } = await answer.json();
    if (this.over) return;
    this.keep({ conversation, token, language });
    messages.forEach((message) => this.take(message));
  }

  // Only what is not here yet; on a new page that is everything.
  async catchUp() {
    const { messages, language } = await (await this.own(`/messages?after=${this.upTo}`)).json();
    this.keep({ language });
    messages.forEach((message) => this.take(message));
  }

  send(text) {
    this.keep({ queue: [...this.state.queue, { id: uuid(), text }] });
    this.tellQueue();
    this.flush();
  }

  // One at a time, in the order written; each keeps its id until the server has taken it.
  async flush() {
    if (this.sending || !this.ready) return;
    this.sending = true;
    while (this.state.queue.length && !this.over) {
      const item = this.state.queue[0];
      await this.untilDone(() => this.deliver(item), (fault) => this.on.refused(fault.status, item.text));
      this.drop(item);
    }
    this.sending = false;
    if (!this.over) this.on.language(this.state.language ?? "en");
  }

  async deliver(item) {
    this.flying = item.id;
    this.on.thinking(true);
    try {
      const answer = await this.own("/messages", { method: "POST", body: item });
      const { messages, language } = await answer.json();
      this.keep({ language });
      if (this.flying) await this.catchUp();
      messages.forEach((message) => this.take(message));
      this.on.trouble("");
    } finally {
      this.on.thinking(false);
      this.flying = null;
    }
  }

  drop(item) {
    if (this.over) return;
    this.keep({ queue: this.state.queue.filter(({ id }) => id !== item.id) });
    this.tellQueue();
  }

  async follow() {
    while (!this.over) {
      await this.untilDone(() => this.listen());
      if (!this.over) await backOff(0);
    }
  }

  async listen() {
    const answer = await this.own("/events", { headers: { "Last-Event-ID": String(this.upTo) } });
    if (!this.state.queue.length) this.on.trouble("");
    await readEvents(answer.body, (message) => this.take(message));
  }

  // Tries until it works; ends where the conversation is gone, gives up where the answer can never be another.
  async untilDone(act, refused = () => undefined) {
    for (let tries = 0; !this.over; tries++) {
      try {
        return await act();
      } catch (fault) {
        if (this.over) return;
        if (fault.gone && this.state.token) return this.end();
        if (fault.refused) return refused(fault);
        await this.hold(fault, tries);
      }
    }
  }

  async hold(fault, tries) {
    const tooFast = fault.status === 429 && this.state.queue.length;
    this.on.trouble(tooFast ? "too_fast" : navigator.onLine ? "trouble" : "offline");
    await (fault.after ? pause(fault.after * 1000) : backOff(tries));
  }

  take(message) {
    if (this.over || this.seen.has(message.n)) return;
    this.seen.add(message.n);
    this.upTo = Math.max(this.upTo, message.n);
    const isNew = message.n > (this.state.last ?? 0);
    this.keep({ last: Math.max(this.state.last ?? 0, message.n) });
    if (isNew && message.from === "claimant") this.land();
    this.on.message(message, isNew);
  }

  // What we sent has come back as a message: it no longer stands among those that wait.
  land() {
    this.landed = this.flying;
    this.flying = null;
    this.tellQueue();
  }

  tellQueue() {
    this.on.queue(this.state.queue.filter(({ id }) => id !== this.landed));
  }

  // Finishing clears this device first; the server is told as far as it can be reached.
  finish() {
    const { conversation, token } = this.state;
    this.forget();
    if (!token) return;
    const url = `${this.origin}/chat/${conversation}`;
    call(url, { method: "DELETE", token, keepalive: true }).catch(() => undefined);
  }

  forget() {
    this.life.abort();
    store.clear();
  }

  end() {
    this.forget();
    this.on.ended();
  }

  keep(change) {
    if (this.over) return;
    this.state = { ...this.state, ...change };
    store.save(this.state);
  }

  own(path, more = {}) {
    const { conversation, token } = this.state;
    return call(`${this.origin}/chat/${conversation}${path}`, { token, signal: this.life.signal, ...more });
  }
}

// Pages without TLS (a council trying this out) have no crypto.randomUUID.
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
