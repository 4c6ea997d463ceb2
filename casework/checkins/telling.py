"""What words tell of work by themselves, whatever was asked: every trouble in them, and the gravest. Pure."""

import re
from collections.abc import Iterator

from casework.base.once import once
from casework.base.patterns import compiled
from casework.base.plain import plain
from casework.checkins.outcomes import Outcome, Task, outcomes

FEW = 6
# Who writes this one word gives the order that we tell of, and means the job.
BARE, MAYBE = "left", "maybe_left"
# Over on a day that is told, and not yet.
TEMPORARY = "temporary"
# What is needed for it, which may be told of a new one.
COSTS = "work_costs"
LEAVING = re.compile(r"\b(?:left|leaving|leave|finish\w*|quit|lost)\b")
# Of a long text the beginning is read: about three hundred words.
READ = 1500


def of_words(text: str, meaning: str = "") -> Iterator[str]:
    """Every outcome that the words speak of by themselves, and the one that the understanding stands for.

    What is understood alone, with no word of that trouble, raises nothing. An empty cupboard beside trouble is trouble too.
    """
    found = [*_of_words(text, meaning)]
    yield from found
    if any(outcomes().outcomes[one].task for one in found) and re.search(outcomes().empty, words_of(text)):
        yield outcomes().empty_means


def troubles(text: str) -> Iterator[tuple[str, Task]]:
    """All that the words tell of that a person has to see to."""
    for name in of_words(text):
        if (task := outcomes().outcomes[name].task) is not None:
            yield name, task


def _of_words(text: str, meaning: str) -> Iterator[str]:
    as_said = (words_of(text), without_asides(text))
    lasting, maybe = tuple(_lasting(words) for words in as_said), _may_be_left(as_said)
    to_come = any(one.search(words) for one in _patterns()[TEMPORARY] for words in as_said)
    if maybe:
        yield MAYBE
    for name, patterns in _patterns().items() if not maybe else ():
        tried = lasting if outcomes().outcomes[name].ends else as_said
        if any(one.search(words) for one in patterns for words in tried):
            yield name
    meant = (name for name, one in outcomes().outcomes.items() if meaning in one.intents)
    for name in meant:
        ends = outcomes().outcomes[name].ends
        if not (ends and to_come) and _speaks_of(outcomes().outcomes[name], *(lasting if ends else as_said)):
            yield MAYBE if ends and maybe else name


def _lasting(words: str) -> str:
    """The words without those that only sound like the end of a job: of a shift, of somebody else's, feared."""
    for one in _not_over():
        words = " ".join(one.sub(" ", words).split())
    return words


def _may_be_left(tried: tuple[str, ...]) -> bool:
    """Whether they say no more than that they left or finished, which may be the job or the shop floor for today."""
    return any(words != BARE and re.search(outcomes().maybe_left, words) for words in tried)


def _speaks_of(outcome: Outcome, said: str, bare: str) -> bool:
    """Whether words that were understood so hold what its trouble is told with; who says more has a story to tell."""
    if not bare or any(re.search(one, said) for one in outcome.unless):
        return False
    return (len(said.split()) > FEW and not outcome.ends) or all(re.search(one, said) for one in outcome.needs)


def without_asides(text: str) -> str:
    """The plain words that are left when apologies, greetings and the like are taken out; often none."""
    left = words_of(text)
    for one in _asides():
        left = " ".join(one.sub(" ", left).split())
    return left


def gravest(names: list[str]) -> str | None:
    return min(names, key=lambda name: outcomes().outcomes[name].gravity, default=None)


def leaves_something_else(text: str) -> bool:
    """Whether the words are of leaving, and it is no job: a shift, a school, a phone at home."""
    said = words_of(text)
    return LEAVING.search(said) is not None and _lasting(said) != said and "left" not in of_words(text)


def takes_leaving_back(text: str) -> bool:
    return re.search(outcomes().not_left, words_of(text)) is not None


def words_of(text: str) -> str:
    return plain(text[:READ])


@once
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {name: compiled(one.said, outcomes().parts) for name, one in outcomes().outcomes.items()}


@once
def _asides() -> tuple[re.Pattern[str], ...]:
    return compiled(outcomes().asides)


@once
def _not_over() -> tuple[re.Pattern[str], ...]:
    return compiled(outcomes().not_over, outcomes().parts)
