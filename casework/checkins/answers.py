"""What an answer to a check-in comes to: a number, words, or both, where the graver counts. Pure."""

import re
from collections.abc import Iterator
from functools import cache

from casework.base.patterns import compiled
from casework.base.plain import plain
from casework.checkins.outcomes import TROUBLE, Outcome, outcomes
from casework.checkins.questions import Choice, Question
from casework.reading import read_answer

# What a number counts or stands for in a sentence, so that it is no answer: "4 days in", "4 real", "1 of the lads".
COUNTS = (
    r"\s+(?:(?:more|full|whole|long|good|night|late|early|extra|other|different) )?(?:days?|weeks?|wks?|months?|hours?|hrs?|mins?|minutes?"
    r"|years?|yrs?|shifts?|nights?|times?|people|lads|kids|buses|of|real|l8|late|ever|now|the|a|my|me|u|you|ur)\b"
)
NUMBER = re.compile(
    r"(?:no|number|option|answer)?\.?\s*\(?(\d)(?![\d:a-z]|\s*(?:st|nd|rd|th|am|pm|x)\b|" + COUNTS + r")[).:,;!-]*\s*(.*)", re.I | re.S
)

# What people put before a number.
SAYS = re.compile(
    r"^(?:(?:its|it is|id say|ill say|prob(?:ably)?|maybe|about|a|no|wait|oops|now|i|meant|mean|to (?:say|put)|make (?:it|that)|"
    r"should (?:be|have been)|changed my mind) )+(?=\d\b)|(?<=\d) (?:from me|now|instead)$"
)
FEW = 6
# Who writes this one word gives the order that we tell of, and means the job.
BARE, MAYBE = "left", "maybe_left"
# Of a long text the beginning is read: about three hundred words.
READ = 1500


def read(question: Question, text: str, meaning: str = "") -> str | None:
    """The name of the outcome; None where the words are no answer. `meaning`: the intent the assistant is sure of.

    "3 I can't go on" is never just a 3.
    """
    choice, rest = _chosen(question, text)
    if choice is None and (bare := without_asides(text)):
        choice, rest = _chosen(question, SAYS.sub("", bare))
        rest = rest if choice else text
    if choice and not rest:
        return choice.means
    found = [*of_words(rest, meaning)]
    if question.empty and re.search(outcomes().empty, _plain(text)):
        return gravest([*found, question.empty])
    if question.later and re.search(outcomes().later, _plain(text)):
        found.append(question.later)
    if choice:
        found.append(_beside(choice.means, found))
    elif (said := (_by_yes_or_no if _plain(text) else _by_sign)(question, text)) and not found:
        found.append(said)
    if not found and (unsure := re.search(outcomes().unsure, _plain(text))):
        return gravest([*_told_beside(question, unsure["more"]), _unsure(question)])
    if (told := gravest(found)) and (more := _unread_but(question, text, told)):
        found.append(more)
    return gravest(found)


def of_words(text: str, meaning: str = "") -> Iterator[str]:
    """Every outcome that the words speak of by themselves, and the one that the understanding stands for.

    What is understood alone, with no word of that trouble, raises nothing.
    """
    as_said = (_plain(text), without_asides(text))
    lasting = tuple(_lasting(words) for words in as_said)
    for name, patterns in _patterns().items():
        tried = lasting if outcomes().outcomes[name].ends else as_said
        if not _may_be_left(as_said) and any(one.search(words) for one in patterns for words in tried):
            yield name
    if _may_be_left(as_said):
        yield MAYBE
    meant = (name for name, one in outcomes().outcomes.items() if meaning in one.intents)
    for name in meant:
        ends = outcomes().outcomes[name].ends
        if _speaks_of(outcomes().outcomes[name], *(lasting if ends else as_said)):
            yield MAYBE if ends and _may_be_left(as_said) else name


def _lasting(words: str) -> str:
    """The words without those that only sound like the end of a job: of a shift, of somebody else's, feared."""
    for one in _not_over():
        words = " ".join(one.sub(" ", words).split())
    return words


def _may_be_left(tried: tuple[str, ...]) -> bool:
    """Whether they say no more than that they left or finished, which may be the job or the shop floor for today."""
    return any(words != BARE and re.search(outcomes().maybe_left, words) for words in tried)


def _beside(means: str, found: list[str]) -> str:
    """What a number comes to beside words; with good words behind it no job is over before we asked."""
    good = any(outcomes().outcomes[name].score < TROUBLE for name in found)
    return MAYBE if outcomes().outcomes[means].ends and good else means


def _speaks_of(outcome: Outcome, said: str, bare: str) -> bool:
    """Whether words that were understood so hold what its trouble is told with; who says more has a story to tell."""
    if not bare or any(re.search(one, said) for one in outcome.unless):
        return False
    return (len(said.split()) > FEW and not outcome.ends) or all(re.search(one, said) for one in outcome.needs)


def without_asides(text: str) -> str:
    """The plain words that are left when apologies, greetings and the like are taken out; often none."""
    left = _plain(text)
    for one in _asides():
        left = " ".join(one.sub(" ", left).split())
    return left


def is_plain(text: str, question: Question | None = None) -> bool:
    """Whether the words besides apologies are few enough to be nothing but an answer, and are one; to `question` by number."""
    bare = without_asides(text)
    choice, rest = _chosen(question, SAYS.sub("", bare)) if question else (None, bare)
    if choice and (not rest or (len(rest.split()) <= FEW and any(True for _ in of_words(rest, "")))):
        return True
    if re.search(outcomes().elsewhere, bare):
        return False
    return 0 < len(bare.split()) <= FEW and any(True for _ in of_words(text, ""))


def gravest(names: list[str]) -> str | None:
    return min(names, key=lambda name: outcomes().outcomes[name].gravity, default=None)


def is_choice(question: Question, text: str) -> bool:
    """Whether it is one of the answers offered, by number or title and nothing else."""
    choice, rest = _chosen(question, text)
    return choice is not None and not rest


def is_correction(question: Question, text: str) -> bool:
    """Whether it takes back what was answered: a number, or "actually", "i meant" and the like."""
    said = SAYS.sub("", without_asides(text))
    return (is_choice(question, said) and said[:1].isdigit()) or re.search(outcomes().corrections, _plain(text)) is not None


def means_the_first(text: str) -> bool:
    """Whether the words put right what was answered first, and are no answer to what was asked after it."""
    return re.search(outcomes().meant, _plain(text)) is not None


def takes_leaving_back(text: str) -> bool:
    return re.search(outcomes().not_left, _plain(text)) is not None


def _chosen(question: Question, text: str) -> tuple[Choice | None, str]:
    """The choice named by its number or title, and the words besides."""
    said = plain(text)
    for one in question.choices:
        if said and (said in (plain(one.title), plain(one.title).removeprefix("i am ")) or _says_as_much(one, text)):
            return one, ""
    numbered = NUMBER.fullmatch(text.strip())
    if numbered and 0 < int(numbered[1]) <= len(question.choices):
        choice = question.choices[int(numbered[1]) - 1]
        rest = numbered[2].strip()
        return choice, "" if plain(rest) in ("", plain(choice.title)) else rest
    return None, text


def _says_as_much(choice: Choice, text: str) -> bool:
    said = (_plain(text), without_asides(text))
    return choice.amount is not None and any(re.search(outcomes().amounts[choice.amount], one) for one in said)


def _by_sign(question: Question, text: str) -> str | None:
    """A thumb, or tears, and no word: good only where a yes is."""
    if any(one in text for one in outcomes().signs["bad"]):
        return "struggling"
    best = next((one for one in question.choices[:1] if one.answer != "no"), None)
    return best.means if best and any(one in text for one in outcomes().signs["good"]) else None


def _unread_but(question: Question, text: str, told: str) -> str | None:
    """What a good answer comes to where something is set against it that nothing can be read from: "yes but £40 short"."""
    if question.but is None and outcomes().outcomes[told].score > 1:
        return None
    but = re.search(outcomes().but, _plain(text))
    rest = but and SAYS.sub("", without_asides(_plain(text)[but.end() :]))
    if not rest or [*of_words(rest)] or (told == _unsure(question) and _adds_nothing(rest)):
        return None
    if but and re.search(outcomes().fine, rest) and read_answer("yes_no", _plain(text)[: but.start()])["value"] == "no":
        return None
    return question.but or outcomes().but_means


def _told_beside(question: Question, more: str | None) -> Iterator[str]:
    """What is told beside "sort of" and cannot be read is set against it: "i think so but my manager has a go at me"."""
    rest = SAYS.sub("", without_asides(more or ""))
    if not _adds_nothing(rest):
        yield question.but or outcomes().but_means


def _adds_nothing(rest: str) -> bool:
    return re.search(outcomes().adds_nothing, rest) is not None


def _unsure(question: Question) -> str:
    """What "i think so" and "sort of" come to: not sure, where that is an answer."""
    offered = next((one.means for one in question.choices if one.answer == "not_sure"), None)
    return question.unsure or offered or outcomes().unsure_means


def _by_yes_or_no(question: Question, text: str) -> str | None:
    if not any(one.answer for one in question.choices):
        return None
    for words in (text, without_asides(text), *re.split(outcomes().but, _plain(text))[:-1][:1]):
        said = read_answer("yes_no", words, question.text)["value"] if words else None
        if found := said and next((one.means for one in question.choices if one.answer == said), None):
            return question.choices[0].means if said == "no" and _is_fine(found, text) else found
    return None


def _is_fine(found: str, text: str) -> bool:
    """Whether a no that would be trouble is one to something else: "no just late home. hours r fine"."""
    told = outcomes().outcomes[found]
    return told.score == TROUBLE and not told.ends and re.search(outcomes().fine, _plain(text)) is not None


def _plain(text: str) -> str:
    return plain(text[:READ])


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {name: compiled(one.said, outcomes().parts) for name, one in outcomes().outcomes.items()}


@cache
def _asides() -> tuple[re.Pattern[str], ...]:
    return compiled(outcomes().asides)


@cache
def _not_over() -> tuple[re.Pattern[str], ...]:
    return compiled(outcomes().not_over, outcomes().parts)
