// "Exit this page": blank at once, nothing kept in this tab, then somewhere dull in place of this page.
import * as store from "./store.js";

const TIMES = 3;
const WITHIN_MS = 5000;
const DULL = "https://www.bbc.co.uk/weather";

export function leave(url) {
  store.clear();
  document.documentElement.style.setProperty("display", "none", "important");
  window.location.replace(/^https?:/.test(url) ? url : DULL);
}

// `active` says whether the keys mean us: on a page where the chat was never used, Escape is the page's own.
export function onTripleEscape({ active, almost, act }) {
  let presses = [];
  const press = (event) => {
    if (event.key !== "Escape" || event.repeat || event.isComposing || !active()) return;
    const at = Date.now();
    presses = [...presses.filter((one) => at - one < WITHIN_MS), at];
    if (presses.length === TIMES - 1) almost();
    if (presses.length >= TIMES) act();
  };
  window.addEventListener("keydown", press, true);
}
