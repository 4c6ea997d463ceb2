// One message as it stands in the transcript.
import { fill, make, sign, unseen } from "./dom.js";
import { nodes } from "./links.js";

export function messageItem(message, words, pick) {
  const said = make("p", { class: "text", dir: "auto", lang: spoken(message) }, ...nodes(message.text, words));
  const parts = [make("p", { class: "who" }, ...who(message, words)), said];
  if (message.choices?.length) parts.push(choices(message, words, pick));
  return make("li", { class: `message ${message.from}`, "data-n": message.n, tabindex: "-1" }, ...parts);
}

export function pendingItem({ id, text }, words) {
  const state = make("p", { class: "state" }, words.queued);
  const said = make("p", { class: "text", dir: "auto" }, text);
  return make("li", { class: "message claimant pending", "data-id": id, tabindex: "-1" }, unseen(words.claimant_said), said, state);
}

export function spokenFor(message, words) {
  if (message.from === "person" && message.name) return fill(words.person_said, message);
  return words[`${message.from}_said`] ?? words.system_said;
}

function who(message, words) {
  const name = message.name ?? words[message.from] ?? words.system;
  return [unseen(`${spokenFor(message, words)} `), make("span", { class: "name", "aria-hidden": "true" }, name), time(message.at, words)];
}

function time(at, words) {
  const moment = new Date(at);
  const zone = { timeZone: "Europe/London" };
  const day = (date) => date.toLocaleDateString(words.locale, { ...zone, weekday: "short", day: "numeric", month: "short" });
  const clock = moment.toLocaleTimeString(words.locale, { ...zone, hour: "2-digit", minute: "2-digit" });
  const today = day(moment) === day(new Date());
  return make("time", { datetime: at }, today ? clock : `${day(moment)}, ${clock}`);
}

// For screen readers: only of our own words do we know the language.
const spoken = ({ from, language }) => (from === "assistant" || from === "system" ? (language ?? "en") : undefined);

function choices(message, words, pick) {
  const buttons = message.choices.map(({ title, text }) =>
    make("button", { type: "button", class: "choice", lang: spoken(message), "data-text": text, onclick: (event) => pick(event.currentTarget) }, title),
  );
  return make("div", { class: "choices", role: "group", "aria-label": words.choices }, ...buttons);
}

// A used answer stays where it is and says that it was chosen; the focus may rest on it until the next step.
export function markChosen(button, words) {
  if (button.classList.contains("chosen")) return;
  button.classList.add("chosen");
  button.prepend(sign("tick"));
  button.append(unseen(` – ${words.chosen}`));
}

export function retire(item) {
  for (const button of item.querySelectorAll(".choice")) button.setAttribute("aria-disabled", "true");
}
