// What the browser keeps, in this tab only: { conversation, token, last, queue, open, language }.
// Where storage is refused (private windows), the chat lives as long as the page.
const KEY = "handrail";
let memory = null;

export function load() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? memory;
  } catch {
    return memory;
  }
}

export function save(state) {
  memory = state;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // Kept in memory only.
  }
}

export function clear() {
  memory = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
