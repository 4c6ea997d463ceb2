// <handrail-chat>: the whole chat in a shadow tree, so that the page around it cannot break it, nor it the page.
import { Client } from "./client.js";
import { Composer } from "./composer.js";
import { fill, make, sign } from "./dom.js";
import { leave, onTripleEscape } from "./exit.js";
import { spokenFor } from "./message.js";
import { Frame } from "./panel.js";
import * as store from "./store.js";
import { Transcript } from "./transcript.js";
import { Voice } from "./voice.js";

const SAY_THINKING_MS = 3000;
const HINT_MS = 5000;

export function mount({ script, ...given }) {
  if (customElements.get("handrail-chat")) return;
  const { area, council, exit, inline, language } = script.dataset;
  HandrailChat.given = { ...given, area, council, exit, inline: inline !== undefined, wanted: language };
  customElements.define("handrail-chat", HandrailChat);
  const chat = document.createElement("handrail-chat");
  if (inline === undefined || !document.body.contains(script)) document.body.append(chat);
  else script.after(chat);
}

class HandrailChat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    Object.assign(this, HandrailChat.given, { unread: 0 });
    this.toggleAttribute("inline", this.inline);
    this.root = this.attachShadow({ mode: "open" });
    dress(this.root, this.css);
    this.listen();
    const state = store.load();
    this.speak((state ? state.language : this.wanted) ?? this.words.lang, state);
  }

  // Everything anew in a language; in the one it was written in where its words cannot be had.
  async speak(language, state) {
    if (language !== this.words.lang) this.words = (await this.wordsIn(language)) ?? this.words;
    const typed = this.composer?.box.value ?? "";
    for (const old of [this.launcher, this.panel, this.voice?.region]) old?.remove();
    this.root.append(...this.build());
    this.frame = new Frame(this.panel, this.inline);
    this.composer.box.value = typed;
    this.resume(state);
  }

  async wordsIn(language) {
    try {
      const answer = await fetch(`${this.origin}/widget/words.${language}.json`);
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  // The conversation went over to another language: what was said stays, all around it changes.
  async heard(language) {
    if (language === this.words.lang || this.turning) return;
    this.turning = true;
    this.client.life.abort();
    this.client = null;
    await this.speak(language, store.load());
    this.turning = false;
    if (!this.panel.hidden) this.composer.box.focus();
  }

  listen() {
    const active = () => !this.panel.hidden || store.load() !== null;
    onTripleEscape({ active, almost: () => this.hint(this.words.exit_almost), act: () => this.exitPage() });
    window.addEventListener("offline", () => this.client && this.trouble("offline"));
    window.addEventListener("pageshow", (event) => event.persisted && this.client && this.restore());
  }

  build() {
    const { words } = this;
    this.voice = new Voice();
    this.launcher = make("button", { type: "button", class: "launcher", "aria-expanded": "false", onclick: () => this.open() });
    this.status = make("p", { class: "status", role: "status" });
    this.talk = make("div", { class: "talk" });
    this.notice = make("div", { class: "notice", hidden: true });
    const parts = [this.header(), this.notice, this.talk];
    const role = this.inline ? "region" : "dialog";
    this.panel = make("section", { class: "panel", role, lang: words.lang, "aria-labelledby": "title", hidden: true }, ...parts);
    this.label();
    this.begin();
    return [this.launcher, this.panel, this.voice.region];
  }

  begin() {
    const { words, voice } = this;
    this.transcript = new Transcript(words, { choose: (text) => this.choose(text), back: () => this.composer.box.focus() });
    const tools = { send: (text) => this.client.send(text), page: (way) => this.transcript.page(way), say: (text) => voice.say(text) };
    this.composer = new Composer(words, tools);
    this.talk.replaceChildren(this.transcript.element, this.status, this.composer.form, this.foot());
    this.show("");
  }

  header() {
    const { words, council } = this;
    this.heading = make("h2", { id: "title", tabindex: "-1" }, words.title);
    const names = make("div", { class: "names" }, this.heading, council ? make("p", {}, council) : null);
    const exit = make("button", { type: "button", class: "exit", onclick: () => this.exitPage() }, words.exit);
    const hide = make("button", { type: "button", class: "hide", "aria-label": words.hide, onclick: () => this.hide() }, sign("down"));
    return make("header", {}, names, exit, this.inline ? null : hide);
  }

  foot() {
    const { words } = this;
    const text = [...words.who_sees_text, words.exit_text].map((line) => make("p", {}, line));
    const who = make("details", {}, make("summary", {}, words.who_sees), make("div", { class: "about" }, ...text));
    const finish = make("button", { type: "button", class: "finish", onclick: () => this.askToFinish() }, words.finish);
    return make("footer", { class: "foot" }, who, ...this.others(), finish);
  }

  // The other languages this council has, each by its own name, which also asks for it in the conversation.
  others() {
    const others = Object.entries(this.words.languages ?? {}).filter(([code]) => code !== this.words.lang);
    return others.map(([code, name]) =>
      make("button", { type: "button", class: "finish", lang: code, onclick: () => this.choose(name) }, name),
    );
  }

  // On a new page: as it was left. A chat that was hidden stays hidden, and still counts what comes in.
  resume(state) {
    if (this.inline || state?.open) this.reveal();
    if (this.inline || state) this.connect();
  }

  // Back may bring this page back as it was: it must show what is kept now, not what it knew then.
  restore() {
    const kept = store.load();
    if (kept?.conversation === this.client.state.conversation) return;
    this.client.life.abort();
    this.client = null;
    this.begin();
    this.panel.hidden = !this.inline;
    this.launcher.hidden = false;
    this.resume(kept);
  }

  open() {
    this.reveal();
    if (!this.client) this.connect();
    this.client.keep({ open: true });
    if (matchMedia("(pointer: coarse)").matches) this.heading.focus();
    else this.composer.box.focus();
  }

  reveal() {
    this.panel.hidden = false;
    this.launcher.hidden = true;
    this.unread = 0;
    this.label();
    this.transcript.toNewest();
  }

  hide() {
    this.panel.hidden = true;
    this.launcher.hidden = false;
    if (this.client) this.client.keep({ open: false });
    this.launcher.focus();
  }

  label() {
    const { words, unread } = this;
    const badge = unread ? make("span", { class: "badge" }, fill(unread === 1 ? words.one_new : words.many_new, { count: unread })) : null;
    this.launcher.replaceChildren(sign("chat"), ...[words.launch, badge].filter(Boolean));
    this.launcher.setAttribute("aria-expanded", String(!this.panel.hidden));
  }

  connect() {
    const client = new Client(this.origin, { area: this.area, language: this.words.lang }, {
      message: (message, isNew) => this.receive(message, isNew),
      queue: (items) => this.transcript.showQueue(items),
      trouble: (name) => this.trouble(name),
      thinking: (on) => this.think(on),
      refused: (status, text) => this.refuse(status, text),
      language: (code) => this.heard(code),
      ended: () => this.over(this.words.ended),
    });
    this.client = client;
    client.open();
  }

  receive(message, isNew) {
    this.transcript.add(message, isNew);
    if (!isNew || message.from === "claimant") return;
    if (!this.panel.hidden) return this.voice.say(`${spokenFor(message, this.words)}: ${message.text}`);
    this.unread += 1;
    this.label();
    this.voice.say(this.words.new_elsewhere);
  }

  choose(text) {
    this.client.send(text);
    this.composer.focusQuietly();
  }

  // Seen at once, said only where the answer takes its time.
  think(on) {
    clearTimeout(this.thinking);
    this.transcript.showTyping(on);
    if (on) this.thinking = setTimeout(() => this.voice.say(this.words.thinking), SAY_THINKING_MS);
  }

  refuse(status, text) {
    this.composer.giveBack(text);
    this.show(this.words[`refused_${status}`] ?? this.words.refused);
  }

  trouble(name) {
    this.talk.toggleAttribute("data-waiting", name !== "");
    this.show(name && this.words[name]);
  }

  show(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  hint(text) {
    this.show(text);
    setTimeout(() => this.status.textContent === text && this.show(""), HINT_MS);
  }

  exitPage() {
    this.client?.forget();
    leave(this.exit);
  }

  ask(text, ...buttons) {
    const said = make("p", { tabindex: "-1" }, text);
    this.notice.replaceChildren(said, ...buttons);
    this.notice.hidden = false;
    this.talk.hidden = true;
    said.focus();
  }

  askToFinish() {
    const { words } = this;
    const yes = make("button", { type: "button", class: "main", onclick: () => this.finish() }, words.finish_yes);
    const no = make("button", { type: "button", onclick: () => this.goBack() }, words.finish_no);
    this.ask(words.finish_sure, yes, no);
  }

  goBack() {
    this.notice.hidden = true;
    this.talk.hidden = false;
    this.composer.box.focus();
  }

  finish() {
    this.client?.finish();
    this.over(this.words.finished);
  }

  over(text) {
    this.client?.forget();
    this.client = null;
    this.think(false);
    this.begin();
    this.ask(text, make("button", { type: "button", class: "main", onclick: () => this.restart() }, this.words.start_again));
  }

  restart() {
    this.goBack();
    this.connect();
  }
}

// Constructed sheets pass strict policies; browsers that lack them get the same rules as an element.
function dress(root, css) {
  if (!("adoptedStyleSheets" in root)) return root.append(make("style", {}, css));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
