// What a screen reader hears: each line once, as plain text, gone after about a second.
// Sooner and some readers miss it; later and some read everything again.
import { make } from "./dom.js";

const SPOKEN_MS = 1000;

export class Voice {
  constructor() {
    this.region = make("div", { class: "unseen", role: "log", "aria-live": "polite", "aria-relevant": "additions" });
  }

  say(text) {
    const line = make("p", {}, text);
    this.region.append(line);
    setTimeout(() => line.remove(), SPOKEN_MS);
  }
}
