// The box to write in: Enter sends, Shift+Enter is a new line; a count appears near the longest a message may be.
import { fill, make, sign } from "./dom.js";

const LONGEST = 5000;
const COUNT_FROM = 4500;
const SAY_EVERY = 100;

export class Composer {
  // `send(text)` · `page(-1 or 1)`: the transcript is scrolled · `say(text)`: read aloud
  constructor(words, { send, page, say }) {
    Object.assign(this, { words, send, page, say, said: null });
    this.box = make("textarea", {
      id: "box", rows: "1", enterkeyhint: "send", autocomplete: "off", "aria-describedby": "count",
      oninput: () => this.changed(), onkeydown: (event) => this.key(event),
      onpointerdown: () => this.allowKeyboard(), onblur: () => this.box.removeAttribute("inputmode"),
    });
    this.count = make("p", { class: "count", id: "count" });
    this.form = make(
      "form",
      { onsubmit: (event) => (event.preventDefault(), this.submit()) },
      make("label", { for: "box" }, words.label),
      make("div", { class: "row" }, this.box, make("button", { class: "send" }, sign("send"), make("span", {}, words.send))),
      this.count,
    );
  }

  // After an answer was tapped: the focus is here, and the phone's keyboard stays down until the box is tapped.
  focusQuietly() {
    this.box.setAttribute("inputmode", "none");
    this.box.focus({ preventScroll: true });
  }

  allowKeyboard() {
    if (this.box.getAttribute("inputmode") !== "none") return;
    this.box.blur();
  }

  // A text that could not be sent comes back, unless something else has been begun.
  giveBack(text) {
    if (this.box.value) return;
    this.box.value = text;
    this.changed();
  }

  submit() {
    const text = this.box.value.trim();
    if (!text || this.left < 0) return this.box.focus();
    this.box.value = "";
    this.changed();
    this.send(text);
  }

  key(event) {
    this.box.removeAttribute("inputmode");
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (!this.box.value && /^Page(Up|Down)$/.test(event.key)) {
      event.preventDefault();
      this.page(event.key === "PageUp" ? -1 : 1);
    }
  }

  get left() {
    return LONGEST - [...this.box.value].length;
  }

  changed() {
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight + this.box.offsetHeight - this.box.clientHeight}px`;
    const near = this.left <= LONGEST - COUNT_FROM;
    const words = this.left < 0 ? this.words.over : this.words.left;
    this.count.textContent = near ? fill(words, { count: Math.abs(this.left).toLocaleString(this.words.locale) }) : "";
    this.count.classList.toggle("over", this.left < 0);
    this.sayCount(near);
  }

  // Aloud only now and then, not with every letter.
  sayCount(near) {
    const step = near ? Math.floor(this.left / SAY_EVERY) : null;
    if (near && step !== this.said) this.say(this.count.textContent);
    this.said = step;
  }
}
