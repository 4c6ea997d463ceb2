// "Exit this page", as the GOV.UK pattern has it: at once, without a trace here, to somewhere dull.
import * as store from "./store.js";

const TIMES = 3;
const WITHIN_MS = 5000;

export function leave(url) {
  store.clear();
  document.documentElement.style.display = "none";
  document.title = "";
  window.location.replace(url);
}

export function onTripleEscape(act) {
  let presses = [];
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.repeat) return;
      const at = Date.now();
      presses = [...presses.filter((one) => at - one < WITHIN_MS), at];
      if (presses.length >= TIMES) act();
    },
    true,
  );
}
