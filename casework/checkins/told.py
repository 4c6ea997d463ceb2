"""What is told in the words of a new job and is none of theirs, or none yet: somebody else's, a hope, an offer. Pure."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from casework.base.once import once
from casework.base.patterns import compiled, faults_in
from casework.base.plain import plain
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.checkins.outcomes import outcomes
from casework.checkins.telling import COSTS, TEMPORARY, of_words

LONGEST, ASKED, OFFER, INTERVIEW, VOLUNTEERING = 300, "asked", "offer", "interview", "volunteering"
# Whoever speaks of themselves beside it has something of their own to tell.
OF_THEIR_OWN = re.compile(r"\b(?:i|ive|im|id|me|mine|we|our|us|my (?:job|work|hours|boss|pay|shifts?)|no food|nowhere)\b")
OTHERS, OTHERS_GONE = "others", "others_gone"
# No trouble with the hours, though it is told in the words of one.
ZERO = re.compile(r"\b(?:zero|0) ?(?:hours?|hrs)\b")
# What they do not know of it yet.
NOT_KNOWN = re.compile(r"\b(?:but )?(?:i )?(?:dont|do not|not|dunno)(?: (?:know|sure|no|told))? (?:what|how many|which|when)(?: \w+){0,7}$")


SENTENCES = re.compile(r"[.!?;\n]+")
PARTS = re.compile(r"[,.;!\n]+|\b(?:and|cos|coz|cuz|because|since|as)\b", re.I)


class AskedOfBenefits(DataModel):
    asks: tuple[str, ...]
    tell: tuple[str, ...]
    tell_bare: tuple[str, ...]
    bare: tuple[str, ...]
    leaving: tuple[str, ...]
    unless: str


class Told(DataModel):
    parts: dict[str, str]
    theirs: tuple[str, ...]
    hoped: tuple[str, ...]
    won: tuple[str, ...]
    begins: tuple[str, ...]
    spoils: tuple[str, ...]
    few_texts: tuple[str, ...]
    unpaid: tuple[str, ...]
    gone: tuple[str, ...]
    declined: tuple[str, ...]
    not_gone: tuple[str, ...]
    begun: tuple[str, ...]
    asks_how: tuple[str, ...]
    news: str
    said: dict[str, tuple[str, ...]]
    benefits: AskedOfBenefits

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for name in ("theirs", "hoped", "won", "begins", "spoils", "few_texts", "unpaid", "gone", "declined", "not_gone", "begun", "asks_how"):
            yield from faults_in((name,), getattr(self, name), self.parts)
        for name in ("asks", "bare", "tell", "tell_bare", "leaving"):
            yield from faults_in(("benefits", name), getattr(self.benefits, name), self.parts)
        yield from faults_in(("benefits", "unless"), (self.benefits.unless,), self.parts)
        for name, patterns in self.said.items():
            yield from faults_in(("said", name), patterns, self.parts)


def no_job_of_theirs(text: str) -> str | None:
    """`others_gone`, `volunteering`, `others`, `asked`, `offer` or `interview`; None where it may be their own job that they tell of: in doubt they are asked."""
    said = plain(text)[:LONGEST]
    found = next((name for name, patterns in _told().said.items() if _finds(patterns, said)), None)
    if found == INTERVIEW:
        sure = _sure(said)
        return None if _finds((*_told().theirs, *_told().won), sure) else found
    return None if found not in (ASKED, OFFER, VOLUNTEERING) and _finds(_told().theirs, said) else found


def begins(text: str) -> bool:
    """Whether the words tell plainly of a job that begins or has begun, and of no trouble with it."""
    said = NOT_KNOWN.sub(" ", plain(text)[:LONGEST]).strip()
    if no_job_of_theirs(text) == VOLUNTEERING or is_gone(text):
        return False
    return _finds(_told().begins, said) and not _finds(_told().spoils, said) and {*of_words(ZERO.sub(" ", said))} <= {TEMPORARY, COSTS}


def parts_of(text: str) -> list[str]:
    """What stands between stops, and on either side of a reason."""
    return [one.strip() for one in PARTS.split(text) if one.strip()]


def wants_few(text: str) -> bool:
    """Whether few texts are wished for: that is no wish for none."""
    return _finds(_told().few_texts, plain(text)[:LONGEST])


def is_unpaid(text: str) -> bool:
    """Whether the job they are asked about is none that pays."""
    return _finds(_told().unpaid, plain(text)[:LONGEST])


def is_gone(text: str) -> bool:
    """Whether the job that they were to have is gone before it began."""
    words, text = _told(), text[:LONGEST]
    said = [plain(one) for one in SENTENCES.split(text)]
    if _finds(words.said[OTHERS_GONE], plain(text)):
        return False
    return any(_finds(words.gone, one) and not _finds(words.not_gone, one) for one in said) and not _finds(words.begun, plain(text))


def is_declined(text: str) -> bool:
    """Whether they say no to the job that they tell of."""
    return _finds(_told().declined, plain(text)[:LONGEST])


def is_somebody_elses(text: str) -> str | None:
    """`others` or `others_gone`, where the job is another's."""
    found = no_job_of_theirs(text)
    if OF_THEIR_OWN.search(plain(text)):
        return None
    return found if found in (OTHERS, OTHERS_GONE) else None


def asks_how(text: str) -> bool:
    """Whether they ask how to tell us of a job."""
    return _finds(_told().asks_how, plain(text)[:LONGEST])


def news() -> str:
    """Words for a new job that the assistant knows."""
    return _told().news


def asks_of_benefits(text: str, *, bare: bool = False) -> bool:
    """Whether they ask what a job does to what they get from the state; `bare`: a job is what the talk is of already."""
    said, asked = plain(text)[:LONGEST], _told().benefits
    return _finds((*asked.asks, *(asked.bare if bare else ())), said) and not _finds((asked.unless,), said)


def asks_of_leaving(text: str) -> bool:
    """Whether they ask what it does to what they get from the state that they leave a job, or have left one."""
    return _finds(_told().benefits.leaving, plain(text)[:LONGEST])


def asks_to_tell_benefits(text: str, *, bare: bool = False) -> bool:
    """Whether they ask if, how or when the state is to be told of their job; `bare`: a job is what the talk is of already."""
    said, asked = plain(text)[:LONGEST], _told().benefits
    return _finds((*asked.tell, *(asked.tell_bare if bare else ())), said)


def before_but(text: str) -> str:
    """What stands before it is set against something, or nothing."""
    found = re.search(outcomes().but, text, re.I)
    return text[: found.start()].strip() if found else ""


def _sure(said: str) -> str:
    """What is left without hopes, and without the start of something that is no job."""
    for one in _compiled(_told().hoped):
        said = one.sub(" ", said)
    return " ".join(said.split())


def _finds(patterns: tuple[str, ...], said: str) -> bool:
    return any(one.search(said) for one in _compiled(patterns))


@once
def _told() -> Told:
    return load_yaml(Path(__file__).with_name("told.yml"), Told)


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return compiled(patterns, _told().parts)
