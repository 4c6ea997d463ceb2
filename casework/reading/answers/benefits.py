"""Which benefits a person gets now, for themselves. Others' benefits, past ones and hopes are left out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from casework.base.once import once
from casework.reading.answers.common import Answer, alternatives, nothing, unsaid
from casework.reading.answers.text import fold, load

PART = re.compile(r"[.;!?\n]+|\bbut\b|\balthough\b|\bwhereas\b|\bwhile\b|\bthough\b")
INITIALS = re.compile(r"\b(?:[a-z]\.){1,}[a-z]\b\.?")
LIST = re.compile(r",|\band\b|\bplus\b|&|\+|\bas well as\b|\balso\b|\bwith\b")
OTHER_GETS = re.compile(
    r"\b(?:my|the) \w+(?: \w+)? (?:gets?|has|is on|are on|claims?|receives?|got)\b(?!.*\bi (?:get|have|claim|am)\b)"
)
LCWRA = re.compile(r"\blimited capability for (?:work )?(?:and )?(?:for )?(?:work[ -])?related activity\b")
CORRECTED = re.compile(r"\bno wait\b|\bi mean(?:t)?\b|\bscratch that\b|\bcorrection\b")


class Named(NamedTuple):
    name: str
    start: int
    end: int


@once
def _codes() -> dict[str, str]:
    return {name: code for code, names in load("benefits.yml")["names"].items() for name in names}


@cache
def _pattern(label: str) -> re.Pattern[str]:
    return alternatives(load("benefits.yml")[label])


@once
def _all_names() -> re.Pattern[str]:
    return alternatives([*_codes(), *load("benefits.yml")["loose"]])


def read_benefits(text: str) -> Answer:
    """`value` is a list of codes, empty for none of the person's own; `any_of` and `clarify` where a name is loose."""
    said = INITIALS.sub(lambda found: found[0].replace(".", ""), fold(text).replace("'", ""))
    said = LCWRA.sub("lcwra", said)
    said = re.sub(rf"(?<!\bfor) (?={_pattern('others').pattern})", " , ", said)
    if (found := CORRECTED.search(said)) and _all_names().search(said[found.end() :]):
        said = said[found.end() :]
    named = list(_all_names().finditer(said))
    if not named:
        return _nothing_named(text, said)
    own = [name for part in _parts(said) for name in _own(part)]
    status = unsaid(text)
    if not own and status and not _excluded(said):
        return nothing(status)
    return _answer(own)


def _nothing_named(text: str, said: str) -> Answer:
    if status := unsaid(text):
        return nothing(status)
    return {"value": []} if _pattern("none").search(said) else nothing()


def _excluded(said: str) -> bool:
    return any(_pattern(label).search(said) for label in ("others", "past", "waiting", "negated"))


def _parts(said: str) -> Iterator[str]:
    """Stretches within which "my son" or "used to" speak of the same benefit."""
    for sentence in PART.split(said):
        pieces = LIST.split(sentence)
        held = ""
        for piece in pieces:
            if _all_names().search(held) and (_starts_anew(piece) or _excludes(piece)):
                yield held
                held = ""
            held = f"{held} , {piece}"
        yield held


def _starts_anew(piece: str) -> bool:
    return re.match(r"\s*(?:we |my |he |she |the |get |got |on |now |just |only |still )", piece) is not None or (
        re.search(r"\b(?:i|im|ive|me|mine|myself)\b", piece) is not None
    )


def _excludes(piece: str) -> bool:
    return any(_pattern(label).search(piece) for label in ("others", "past", "waiting"))


def _own(part: str) -> Iterator[str]:
    """Names in the part that are the person's own and current."""
    now = _pattern("now").search(part) if _pattern("past").search(part) else None
    if now:
        part = part[now.start() :]
    if any(_pattern(label).search(part) for label in ("waiting", "past")) or _of_another(part):
        return
    for found in _all_names().finditer(part):
        before = part[: found.start()] if " or " in part else part[: found.start()].rpartition(",")[2]
        negated = _pattern("negated").search(before) and not _pattern("only").search(before)
        if not negated and not re.match(r"\s*(?:no|not)\b", part[found.end() :]):
            yield found[0]


def _of_another(part: str) -> bool:
    """"My son gets DLA"; but caring for someone, and child benefit, are the person's own."""
    if OTHER_GETS.search(part):
        return True
    if re.search(r"\b(?:carer|carers|caring|care for|look after|looking after|child ben\w*)\b", part):
        return False
    return _pattern("others").search(part) is not None


def _answer(names: list[str]) -> Answer:
    data = load("benefits.yml")
    value: list[str] = []
    loose: list[dict[str, Any]] = []
    for name in names:
        if code := _codes().get(name):
            value += [code]
        else:
            loose.append(data["loose"][name])
    if any(code in data["elements"] for code in value):
        value = ["UC", *value]
    value = list(dict.fromkeys(value))
    loose = [one for one in loose if not set(one["any_of"]) & set(value)]
    best = list(dict.fromkeys([*value, *(code for one in loose for code in one["best"])]))
    if not loose:
        return {"value": best}
    any_of = list(dict.fromkeys(code for one in loose for code in one["any_of"]))
    return {"value": best, "clarify": True} | ({"any_of": any_of} if any_of else {})
