"""How they would meet, in plain words: face to face, by phone, by video, at home. Pure."""

import re

from casework.appointments.words.wording import first, has, wording
from casework.base.once import once
from casework.base.plain import folded

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
NO_BUT = re.compile(r"\W*(?:no|nah|nope)\b\W*(.+)", re.IGNORECASE)
# "No nothing like that, the phone appointment please."
NOTHING_BUT = re.compile(r"\W*(?:(?:no|nah|nope)\b\W*)?(?:nothing|none|not really|no)\b(?: \w+){0,4}[,.;!]+\W*(?P<rest>.+)", re.IGNORECASE)


def format_of(text: str) -> str | None:
    """How they would meet; what comes after "not" is no wish."""
    said = without_ruled_out(text)
    return first(said, wording().formats) or ("in_person" if has(said, wording().met) else None)


def ruled_out(text: str) -> str | None:
    """The way they would not meet, where they name no other."""
    said = folded(text)
    if format_of(text) is not None or asks_how_it_is(text):
        return None
    found = _not_by().search(said)
    return first(found[0], wording().formats) if found else "in_person" if has(said, wording().not_out) else None


def after_no(text: str) -> str | None:
    """The way in "no, face to face", which where another was spoken of is the one they wish for."""
    found = NO_BUT.fullmatch(text.strip())
    return format_of(found[1]) if found and only_how(found[1]) else after_nothing(text)


def after_nothing(text: str) -> str | None:
    """The same after that they need nothing."""
    found = NOTHING_BUT.fullmatch(text.strip())
    return format_of(found["rest"]) if found and only_how(found["rest"]) else None


def way_they_said(text: str) -> str | None:
    """ "Face to face? i said phone": the way that they say they asked for."""
    found = _said_way().search(without_ruled_out(text))
    return first(found[0], wording().formats) if found else None


@once
def _said_way() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{one}".replace("{way}", f"(?:{any_way()})") for one in wording().said_way))


def without_ruled_out(text: str) -> str:
    """The rest of the words than the way that they would not meet; that they do not come is one only beside another."""
    rest = _not_by().sub("not", folded(text))
    without = _not_come().sub("not", rest)
    return without if first(without, wording().formats) else rest


def any_way() -> str:
    """Any way to meet, as a pattern."""
    return "|".join(rf"{one}\b" for names in wording().formats.values() for one in names)


def names_a_way(text: str) -> bool:
    """Whether a way is named, and it is more than that they meet."""
    return format_of(text) is not None and first(text, wording().formats) is not None


def asks_how_it_is(text: str) -> bool:
    """ "Is it by phone", "do you do video": asked, and not wished for."""
    return has(text, wording().asks_how)


def only_how(text: str) -> bool:
    """Whether nothing else is said than how they would meet, in however many words, and it is not asked how it is."""
    return not asks_how_it_is(text) and names_a_way(text) and beside_way(text) <= ways_company()


def beside_way(text: str) -> set[str]:
    """The words that name no way to meet, and not that it is at the same time."""
    said = _same().sub(" ", _not_come().sub("not", folded(text)))
    return set(WORD.findall(_back_to_way().sub(" ", _ways().sub(" ", said))))


@once
def _same() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording().same)})\b")


@once
def _back_to_way() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording().back_to_way)})\b")


@once
def _ways() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{one}\b" for names in wording().formats.values() for one in names))


@once
def ways_company() -> frozenset[str]:
    """What may stand beside a way to meet where nothing else is said."""
    return frozenset(wording().beside_way.split())


@once
def _not_come() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{one}".replace("{way}", f"(?:{any_way()})") for one in wording().not_come))


@once
def _not_by() -> re.Pattern[str]:
    ways = "|".join(f"(?:{one})" for names in wording().formats.values() for one in names)
    return re.compile("|".join(rf"\b{one}\b".replace("{way}", f"(?:{ways})(?: (?:call|meeting))?(?!{wording().but_not_so}\\b)") for one in wording().not_by))


def plainly_in_person(text: str) -> bool:
    """Whether they wish to meet face to face, in words that are no wish for any person to answer."""
    return has(text, wording().in_person_only) and format_of(text) == "in_person"


def wishes_for_format(text: str) -> bool:
    """Whether they would meet in a way that they name, and do not ask about it."""
    return format_of(text) is not None and has(text, wording().wants)


def asks_home_visit(text: str) -> bool:
    return format_of(text) == "home_visit"


def wants_no_visit(text: str) -> bool:
    """Whether nobody is to come to their home after all."""
    return has(text, wording().no_visit)


def without_no_visit(text: str) -> str:
    """The rest of the words than that nobody is to come to their home."""
    return re.sub(rf"\b(?:{'|'.join(wording().no_visit)})", " ", folded(text))


def without_home(text: str) -> str:
    """The rest of the words than that they are visited at home."""
    return re.sub(rf"\b(?:{'|'.join(wording().formats['home_visit'])})\b", " ", folded(text))


def only_a_format(text: str) -> str | None:
    """The way to meet, where the words are no more than that."""
    said = text.strip(" .!").casefold()
    return next((name for name, words in wording().bare.items() if said in words), None)


def speaks_of_ringing(text: str) -> bool:
    """Whether somebody is to ring somebody, be it how they would meet or not."""
    return has(text, wording().only_says)
