// Text to nodes, with web addresses and numbers one can tap. Never parses markup.
// No lookbehind: on older iPhones it would stop the whole chat.
import { make, unseen } from "./dom.js";

const WEB = String.raw`(https:\/\/[^\s<>"]*[^\s<>".,;:!?)])`;
const SMS = String.raw`\b([Tt]ext )(?:([A-Z]{2,}) to )?(\d{5,6}|07[\d ]{8,11}\d)\b`;
const SHORT = String.raw`\b((?:[Cc]all|[Rr]ing|[Pp]hone|[Dd]ial|or|on) )(999|112|111|101|116 \d{3})\b(?! \d)`;
const LONG = String.raw`\b(0800 1111|0[1-3789](?: ?\d){8,9})\b`;
const TAPPABLE = new RegExp([WEB, SMS, SHORT, LONG].join("|"), "g");
const bare = (number) => number.replaceAll(" ", "");

export function nodes(text, words) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(TAPPABLE)) {
    parts.push(text.slice(end, found.index), ...link(found, words));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== "");
}

function link([whole, web, text, word, to, verb, short, long], words) {
  if (web) return [make("a", { href: web, target: "_blank", rel: "noopener noreferrer" }, web, unseen(` ${words.new_tab}`))];
  if (to) return [make("a", { href: `sms:${bare(to)}${word ? `?body=${word}` : ""}` }, whole)];
  if (short) return [verb, make("a", { href: `tel:${bare(short)}` }, short)];
  return [make("a", { href: `tel:${bare(long)}` }, long)];
}
