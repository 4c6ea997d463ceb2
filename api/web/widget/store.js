// What the browser keeps: one entry in sessionStorage, or only memory where storage is refused.
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
    // Private windows may refuse: the chat then lives as long as the page.
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
