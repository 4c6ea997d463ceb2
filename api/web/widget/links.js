// Text to nodes, with web addresses and numbers one can tap. Never parses markup.
const TAPPABLE = /(https:\/\/[^\s]+[^\s.,;:!?)])|(?<=\b[Cc]all )(\d[\d ]{1,14}\d)|\b(?:Text|text) ([A-Z]+) to (\d{5,6})|(?<=\bText )(0\d[\d ]{8,12}\d)/g;

export function nodes(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(TAPPABLE)) {
    parts.push(document.createTextNode(text.slice(end, found.index)), link(found));
    end = found.index + found[0].length;
  }
  parts.push(document.createTextNode(text.slice(end)));
  return parts;
}

function link([whole, web, phone, word, number, mobile]) {
  const anchor = document.createElement("a");
  anchor.textContent = whole;
  if (web) Object.assign(anchor, { href: web, target: "_blank", rel: "noopener noreferrer" });
  else if (phone) anchor.href = `tel:${phone.replaceAll(" ", "")}`;
  else if (mobile) anchor.href = `sms:${mobile.replaceAll(" ", "")}`;
  else anchor.href = `sms:${number}?body=${word}`;
  return anchor;
}
