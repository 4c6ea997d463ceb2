// <handrail-chat>: the whole chat in a shadow tree, so that the page around it cannot break it, nor it the page.
import { Client } from "./client.js";
import { make } from "./dom.js";
import { leave, onTripleEscape } from "./exit.js";
import * as store from "./store.js";
import { Transcript } from "./transcript.js";

const LONGEST = 5000;
const COUNT_FROM = 4500;
const EXIT_URL = "https://www.bbc.co.uk/weather";

export async function mount({ origin, area, inline, script }) {
  const [words, css] = await Promise.all([
    fetch(`${origin}/widget/words.en.json`).then((answer) => answer.json()),
    fetch(`${origin}/widget/chat.css`).then((answer) => answer.text()),
  ]);
  HandrailChat.shared = { origin, words, css, exit: script.dataset.exit ?? EXIT_URL };
  if (!customElements.get("handrail-chat")) customElements.define("handrail-chat", HandrailChat);
  const chat = document.createElement("handrail-chat");
  if (area) chat.setAttribute("area", area);
  if (inline) chat.setAttribute("inline", "");
  const place = inline ? script.parentElement : document.body;
  place.append(chat);
}

class HandrailChat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const { css, exit } = HandrailChat.shared;
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    this.build(root);
    onTripleEscape(() => leave(exit));
    if (this.hasAttribute("inline") || store.load()) this.open();
  }

  build(root) {
    const { words, exit } = HandrailChat.shared;
    this.words = words;
    this.transcript = new Transcript(words, (text) => this.say(text, true));
    this.launcher = make("button", { type: "button", class: "launcher", "aria-expanded": "false", onclick: () => this.toggle() }, words.launch);
    this.status = make("p", { class: "status", role: "status" });
    this.queue = make("ul", { class: "queue" });
    this.body = make("div", { class: "body" });
    this.panel = make(
      "section",
      { class: "panel", "aria-label": words.title, hidden: true },
      make(
        "header",
        {},
        make("h2", {}, words.title),
        make("button", { type: "button", class: "close", "aria-label": words.close, onclick: () => this.toggle() }, "×"),
        make("button", { type: "button", class: "exit", title: words.exit_hint, onclick: () => leave(exit) }, words.exit),
      ),
      this.body,
    );
    root.append(this.launcher, this.panel);
    this.talk();
  }

  talk() {
    this.body.replaceChildren(this.transcript.list, this.transcript.jump, this.transcript.voice, this.queue, this.status, this.form(), this.foot());
  }

  form() {
    this.box = make("textarea", { id: "box", rows: "1", enterkeyhint: "send", oninput: () => this.grow(), onkeydown: (e) => this.key(e) });
    this.count = make("p", { class: "count", "aria-live": "polite" });
    return make(
      "form",
      { onsubmit: (event) => (event.preventDefault(), this.submit()) },
      make("label", { for: "box" }, this.words.label),
      make("div", { class: "row" }, this.box, make("button", { class: "send" }, this.words.send)),
      this.count,
    );
  }

  foot() {
    const about = make("details", {}, make("summary", {}, this.words.who_sees), make("p", {}, this.words.who_sees_text));
    return make("div", { class: "foot" }, about, make("button", { type: "button", class: "finish", onclick: () => this.ask() }, this.words.finish));
  }

  toggle() {
    if (this.panel.hidden) this.open();
    else this.shut();
    (this.panel.hidden ? this.launcher : this.panel.querySelector("h2")).focus?.();
  }

  open() {
    this.panel.hidden = false;
    this.launcher.hidden = true;
    this.launcher.setAttribute("aria-expanded", "true");
    if (!this.client) this.connect();
  }

  shut() {
    this.panel.hidden = true;
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
  }

  async connect() {
    const { origin } = HandrailChat.shared;
    this.client = new Client(origin, this.getAttribute("area"), {
      message: (message) => this.transcript.add(message),
      queue: (items) => this.queue.replaceChildren(...items.map(({ text }) => make("li", {}, text, make("span", {}, ` (${this.words.queued})`)))),
      status: (name) => this.show(name === "ok" ? "" : this.words[name]),
      thinking: (on) => this.show(on ? this.words.thinking : ""),
      refused: (status) => this.show(this.refusal(status)),
      ended: () => this.over(this.words.ended),
    });
    await this.client.open();
    this.transcript.ready = true;
  }

  say(text, chosen = false) {
    this.client.send(text);
    if (chosen && !matchMedia("(pointer: coarse)").matches) this.box.focus();
  }

  submit() {
    const text = this.box.value.trim();
    if (!text) return;
    if ([...text].length > LONGEST) return this.show(this.words.too_long);
    this.box.value = "";
    this.grow();
    this.say(text);
  }

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  grow() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 160)}px`;
    const left = LONGEST - [...this.box.value].length;
    this.count.textContent = left < LONGEST - COUNT_FROM ? this.words.left.replace("{count}", left) : "";
  }

  refusal(status) {
    return { 413: this.words.too_long, 429: this.words.too_fast }[status] ?? this.words.not_sent;
  }

  show(text) {
    this.status.textContent = text;
  }

  ask() {
    const yes = make("button", { type: "button", onclick: () => this.finish() }, this.words.finish_yes);
    const no = make("button", { type: "button", class: "plain", onclick: () => this.talk() }, this.words.finish_no);
    const question = make("p", { tabindex: "-1" }, this.words.finish_sure);
    this.body.replaceChildren(make("div", { class: "notice" }, question, yes, no));
    question.focus();
  }

  async finish() {
    const finishing = this.client.finish();
    this.over(this.words.finished);
    await finishing;
  }

  over(text) {
    this.client = null;
    this.transcript.clear();
    this.queue.replaceChildren();
    const said = make("p", { tabindex: "-1" }, text);
    const again = make("button", { type: "button", onclick: () => this.restart() }, this.words.start_again);
    this.body.replaceChildren(make("div", { class: "notice" }, said, again));
    said.focus();
  }

  restart() {
    this.transcript = new Transcript(this.words, (text) => this.say(text, true));
    this.talk();
    this.connect();
    this.box.focus();
  }
}
