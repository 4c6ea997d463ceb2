// One small way to make elements, and the few drawn signs. Attributes and text only: nothing is ever parsed as markup.
const SVG = "http://www.w3.org/2000/svg";
const SIGNS = {
  chat: "M4 5h16v11H10l-4 4v-4H4z",
  down: "M5 9l7 7 7-7",
  send: "M12 19V5M5 12l7-7 7 7",
  tick: "M5 13l4 4L19 7",
};

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export const unseen = (text) => make("span", { class: "unseen" }, text);

export function sign(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const look = { viewBox: "0 0 24 24", "aria-hidden": "true", class: "sign" };
  for (const [key, value] of Object.entries(look)) svg.setAttribute(key, value);
  path.setAttribute("d", SIGNS[name]);
  svg.append(path);
  return svg;
}

export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
