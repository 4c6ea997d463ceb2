// The messages: one tab stop with arrow keys between them, the newest turn's links and answers in reach of Tab.
import { make, sign } from "./dom.js";
import { markChosen, messageItem, pendingItem, retire } from "./message.js";

const NEAR_END_PX = 60;
const AIR_PX = 12;
const TOGETHER_MS = 1500;
const INSIDE = "a, button:not([aria-disabled])";

export class Transcript {
  // `choose(text)`: an answer was picked. `back()`: the reader wants the message box.
  constructor(words, { choose, back }) {
    Object.assign(this, { words, choose, back, firstNew: null });
    this.list = make("ol", { class: "messages", "aria-label": words.transcript });
    this.typing = make("div", { class: "typing", hidden: true, "aria-hidden": "true" }, ...Array.from({ length: 3 }, () => make("i")));
    this.end = make("p", { class: "end", tabindex: "-1" }, words.end);
    this.jump = make("button", { type: "button", class: "jump", hidden: true, onclick: () => this.goToNew() }, sign("down"), words.new_messages);
    this.scroller = make("div", { class: "scroller" }, this.list, this.typing, this.end);
    this.element = make("div", { class: "transcript" }, this.scroller, this.jump);
    this.scroller.addEventListener("scroll", () => this.scrolled());
    this.scroller.addEventListener("focusin", (event) => this.rest(event.target.closest("li, .end")));
    this.scroller.addEventListener("keydown", (event) => this.key(event));
  }

  get stops() {
    return [...this.list.children, this.end];
  }

  get latest() {
    const own = [...this.list.querySelectorAll(".claimant")].pop();
    return [...this.list.children].filter((item) => !own || own.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
  }

  // Messages stand in the order of n, whatever order they arrive in; what waits to be sent comes last.
  add(message, isNew) {
    const stay = this.atEnd() || message.from === "claimant" || !isNew;
    const item = messageItem(message, this.words, (button) => this.pick(button));
    const after = [...this.list.children].find((one) => !(Number(one.dataset.n) < message.n));
    this.settle(item, message, after);
    this.list.insertBefore(item, after ?? null);
    this.arrange();
    this.anchorAt(item, message, isNew);
    if (stay) this.toNewest(item);
    else this.offerJump(item);
  }

  // Where reading begins: the first of the messages that came together.
  anchorAt(item, message, isNew) {
    const at = Date.now();
    if (!isNew || message.from === "claimant" || at - (this.addedAt ?? 0) > TOGETHER_MS) this.anchor = item;
    this.addedAt = at;
  }

  // Questions are answered once: by a tap, in the person's own words, or by a newer question.
  settle(item, message, after) {
    if (after?.dataset.n) return retire(item);
    const own = message.from === "claimant";
    if (!own && !message.choices?.length) return;
    for (const button of this.list.querySelectorAll(".choice:not([aria-disabled])")) {
      if (own && button.dataset.text === message.text) markChosen(button, this.words);
      button.setAttribute("aria-disabled", "true");
    }
  }

  pick(button) {
    if (button.getAttribute("aria-disabled")) return;
    retire(button.closest("li"));
    markChosen(button, this.words);
    this.choose(button.dataset.text);
  }

  showQueue(items) {
    const stay = this.atEnd();
    for (const item of this.list.querySelectorAll(".pending")) item.remove();
    this.list.append(...items.map((item) => pendingItem(item, this.words)));
    this.arrange();
    if (stay || items.length) this.toEnd();
  }

  showTyping(on) {
    const stay = this.atEnd();
    this.typing.hidden = !on;
    if (on && stay) this.toEnd();
  }

  // A name is shown where the speaker changes; the one tab stop and what lies in reach are set anew.
  arrange() {
    let before = "";
    for (const item of this.list.children) {
      const name = item.querySelector(".name")?.textContent ?? before;
      item.classList.toggle("same", name === before);
      before = name;
    }
    if (this.scroller.contains(this.scroller.getRootNode().activeElement)) this.reach();
    else this.rest(this.list.lastElementChild);
  }

  rest(stop) {
    this.current = stop;
    for (const one of this.stops) one.setAttribute("tabindex", one === stop ? "0" : "-1");
    this.reach();
  }

  reach() {
    const near = new Set([...this.latest, this.current]);
    for (const item of this.list.children) {
      for (const one of item.querySelectorAll("a, button")) {
        one.setAttribute("tabindex", near.has(item) && one.matches(INSIDE) ? "0" : "-1");
      }
    }
  }

  key(event) {
    const stop = event.target.closest("li, .end");
    const inside = event.target !== stop;
    if (event.key === "Escape") return inside ? stop.focus() : this.back();
    if (inside || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = this.target(event.key, stop);
    if (!to && !(event.key === "Enter" && stop === this.end)) return;
    event.preventDefault();
    to ? to.focus() : this.back();
  }

  target(key, stop) {
    const stops = this.stops;
    const at = stops.indexOf(stop);
    if (key === "Enter") return stop.querySelector(INSIDE);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[key];
    return to === undefined ? null : stops[Math.max(0, Math.min(to, stops.length - 1))];
  }

  offerJump(item) {
    this.firstNew ??= item;
    this.jump.hidden = false;
  }

  hideJump() {
    this.jump.hidden = true;
    this.firstNew = null;
  }

  goToNew() {
    const item = this.firstNew ?? this.list.lastElementChild;
    this.hideJump();
    item?.focus();
    item?.scrollIntoView({ block: "start" });
  }

  page(direction) {
    this.scroller.scrollBy({ top: direction * this.scroller.clientHeight * 0.85 });
  }

  atEnd() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < NEAR_END_PX;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  // To the end, but never past the first line of what is new: a long answer is read from its start.
  toNewest(item = this.anchor) {
    if (!this.anchor) return;
    this.scroller.scrollTop += this.topOf(this.anchor) - AIR_PX;
    if (this.topOf(item) > this.scroller.clientHeight / 2 && !this.atEnd()) this.scroller.scrollTop += this.topOf(item) - AIR_PX;
    this.scrolled();
  }

  topOf(item) {
    return item.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
  }

  scrolled() {
    const end = this.atEnd();
    this.element.toggleAttribute("data-more", !end);
    if (end) this.hideJump();
  }
}
