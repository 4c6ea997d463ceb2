// The messages: one tab stop, arrow keys between them, answers as buttons, and a hidden voice for screen readers.
import { make } from "./dom.js";
import { nodes } from "./links.js";

const SPOKEN_MS = 1000;
const NEAR_END_PX = 60;

export class Transcript {
  constructor(words, choose) {
    Object.assign(this, { words, choose, current: null, ready: false });
    this.list = make("ol", { class: "messages", tabindex: "0", "aria-label": words.transcript, onkeydown: (e) => this.move(e) });
    this.voice = make("div", { class: "unseen", role: "log", "aria-live": "polite", "aria-relevant": "additions" });
    this.jump = make("button", { type: "button", class: "jump", hidden: true, onclick: () => this.goToNew() }, words.new_messages);
    this.list.addEventListener("scroll", () => this.atEnd() && (this.jump.hidden = true));
    this.firstNew = null;
  }

  clear() {
    this.list.replaceChildren();
    this.jump.hidden = true;
  }

  // Messages stand in the order of n, whatever order they arrive in.
  add(message) {
    const stay = this.atEnd();
    this.retire();
    const item = this.item(message);
    const after = [...this.list.children].find((one) => Number(one.dataset.n) > message.n);
    this.list.insertBefore(item, after ?? null);
    if (this.ready && message.from !== "claimant") this.speak(message);
    if (stay || message.from === "claimant" || !this.ready) this.toEnd();
    else this.announce(item);
  }

  item(message) {
    const said = make("p", { class: "text", dir: "auto" });
    said.append(...nodes(message.text));
    const parts = [make("p", { class: "who" }, make("span", { class: "unseen" }, this.said(message)), this.name(message)), said];
    if (message.choices?.length) parts.push(this.choices(message.choices));
    return make("li", { class: `message ${message.from}`, "data-n": message.n, tabindex: "-1" }, ...parts);
  }

  name(message) {
    const name = message.name ?? (message.from === "claimant" ? this.words.you : this.words[message.from]);
    return make("span", { "aria-hidden": "true" }, name);
  }

  said(message) {
    if (message.from === "claimant") return this.words.you_said;
    return message.name ? this.words.person_said.replace("{name}", message.name) : this.words[`${message.from}_said`];
  }

  choices(choices) {
    const group = make("div", { class: "choices", role: "group" });
    for (const { title, text } of choices) {
      group.append(make("button", { type: "button", class: "choice", onclick: (event) => this.pick(event, text) }, title));
    }
    return group;
  }

  // A used answer stays where it is, keeps the focus until the next step, and says that it was chosen.
  pick(event, text) {
    const button = event.currentTarget;
    if (button.getAttribute("aria-disabled")) return;
    button.classList.add("chosen");
    button.append(make("span", { class: "unseen" }, ` – ${this.words.chosen}`));
    for (const one of button.parentElement.children) one.setAttribute("aria-disabled", "true");
    this.choose(text);
  }

  retire() {
    for (const one of this.list.querySelectorAll(".choice:not([aria-disabled])")) one.setAttribute("aria-disabled", "true");
  }

  // Read once by a screen reader, then taken away, so that nothing is repeated.
  speak(message) {
    const line = make("p", {}, `${this.said(message)}: ${message.text}`);
    this.voice.append(line);
    setTimeout(() => line.remove(), SPOKEN_MS);
  }

  announce(item) {
    this.firstNew ??= item;
    this.jump.hidden = false;
  }

  goToNew() {
    this.jump.hidden = true;
    (this.firstNew ?? this.list.lastElementChild)?.focus();
    this.firstNew = null;
  }

  move(event) {
    const items = [...this.list.children];
    const at = items.indexOf(event.target.closest("li"));
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? items.length - 1 : at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" && at >= 0) this.list.focus();
    if (to === undefined || event.target.closest("button, a")) return;
    event.preventDefault();
    items[Math.max(0, Math.min(to, items.length - 1))]?.focus();
  }

  atEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_END_PX;
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
  }
}
