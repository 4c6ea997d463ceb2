"""What an answer to a check-in comes to: a number, words, or both, where the graver counts. Pure."""

import re
from collections.abc import Iterator

from casework.base.plain import APOSTROPHES
from casework.checkins.asking_back import keeps_from_work
from casework.checkins.choosing import SAYS, by_topic, chosen, several
from casework.checkins.outcomes import TROUBLE, outcomes
from casework.checkins.questions import Question
from casework.checkins.telling import FEW, MAYBE, gravest, of_words, without_asides, words_of
from casework.reading import read_answer

# Words that come to these are nothing but an answer, however many they are: nothing is asked or wanted in them.
WHOLE = frozenset({"good", "ok"})


def read(question: Question, text: str, meaning: str = "") -> str | None:
    """The name of the outcome; None where the words are no answer. `meaning`: the intent the assistant is sure of.

    "3 I can't go on" is never just a 3.
    """
    if named := several(question, text):
        return gravest([one.means for one in named])
    choice, rest = chosen(question, text)
    if choice is None and (bare := without_asides(text)):
        choice, rest = chosen(question, SAYS.sub("", bare))
        rest = rest if choice else text
    if choice and not rest:
        return choice.means
    if choice is None and (asked := _asks_beside(question, text)):
        return asked
    found = [*of_words(rest, meaning)]
    if choice is None and not [*of_words(text)] and (topic := by_topic(question, text)):
        found = [topic.means, *found]
    if question.empty and re.search(outcomes().empty, words_of(text)):
        return gravest([*found, question.empty])
    if question.later and re.search(outcomes().later, words_of(text)):
        found.append(question.later)
    if question.part and re.search(outcomes().part, words_of(text)):
        found.append(question.part)
    if choice:
        found.append(_beside(choice.means, found))
    elif (said := (_by_yes_or_no if words_of(text) else _by_sign)(question, text)) and not found:
        found.append(said)
    if not found and (unsure := re.search(outcomes().unsure, words_of(text))):
        return gravest([*_told_beside(question, unsure["more"]), _unsure(question)])
    if (told := gravest(found)) and (more := _unread_but(question, text, told)):
        found.append(more)
    return gravest(found)


def _asks_beside(question: Question, text: str) -> str | None:
    """A good answer with something asked of us behind it: the graver of what else is told, and that a person answers it."""
    said = words_of(text)
    asks = re.search(outcomes().asks_beside, said)
    before = said[: asks.start()].strip() if asks else ""
    told = read(question, re.sub(rf" (?:{outcomes().but}|and|also|just)$", "", before)) if before else None
    if told is None or outcomes().outcomes[told].score == TROUBLE:
        return None
    return gravest([*of_words(text), outcomes().asks_means])


def _beside(means: str, found: list[str]) -> str:
    """What a number comes to beside words; with good words behind it no job is over before we asked."""
    good = any(outcomes().outcomes[name].score < TROUBLE for name in found)
    return MAYBE if outcomes().outcomes[means].ends and good else means


def is_plain(text: str, question: Question | None = None) -> bool:
    """Whether the words besides apologies can be nothing but an answer, being few or all of one; to `question` by number."""
    bare = without_asides(text)
    if question and (several(question, text) or by_topic(question, text) or _asks_beside(question, text)):
        return True
    choice, rest = chosen(question, SAYS.sub("", bare)) if question else (None, bare)
    if choice and (not rest or (len(rest.split()) <= FEW and any(True for _ in of_words(rest, "")))):
        return True
    if choice and rest and (keeps_from_work(rest) or (question and by_topic(question, rest))):
        return True
    if re.search(outcomes().elsewhere, bare):
        return False
    found = {*of_words(text)} if bare else set()
    return bool(found) and (len(bare.split()) <= FEW or found <= WHOLE)


def is_choice(question: Question, text: str) -> bool:
    """Whether it is one of the answers offered, by number or title and nothing else."""
    choice, rest = chosen(question, text)
    return choice is not None and not rest


def is_read_whole(question: Question, text: str) -> bool:
    """Whether nothing stands beside a number that nothing was read from."""
    choice, rest = chosen(question, text)
    return choice is None or not rest or any(True for _ in of_words(rest))


def is_correction(question: Question, text: str) -> bool:
    """Whether it takes back what was answered: a number, or "actually", "i meant" and the like."""
    said = SAYS.sub("", without_asides(text))
    return (is_choice(question, said) and said[:1].isdigit()) or re.search(outcomes().corrections, words_of(text)) is not None


def means_the_first(text: str) -> bool:
    """Whether the words put right what was answered first, and are no answer to what was asked after it."""
    return re.search(outcomes().meant, words_of(text)) is not None


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
    but = re.search(outcomes().but, words_of(text))
    rest = but and SAYS.sub("", without_asides(words_of(text)[but.end() :]))
    # "Only till christmas" is told as a whole, and nothing is set against it.
    if not rest or [*of_words(rest)] or (but and [*of_words(words_of(text)[but.start() :])]) or (told == _unsure(question) and _adds_nothing(rest)):
        return None
    if but and re.search(outcomes().fine, rest) and read_answer("yes_no", words_of(text)[: but.start()])["value"] == "no":
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
    text = _without_others_no(text)
    for words in (text, without_asides(text), *re.split(outcomes().but, words_of(text))[:-1][:1]):
        said = read_answer("yes_no", words, question.text)["value"] if words else None
        if found := said and next((one.means for one in question.choices if one.answer == said), None):
            return question.choices[0].means if said == "no" and _is_fine(found, text) else found
    return None


def _without_others_no(text: str) -> str:
    """Without "no more shifts" and "they said no"; a stop behind a "no" makes it an answer: "no. hours are mad"."""
    return re.sub(outcomes().no_answer, " ", APOSTROPHES.sub("", text), flags=re.I)


def _is_fine(found: str, text: str) -> bool:
    """Whether a no that would be trouble is one to something else: "no just late home. hours r fine"."""
    told = outcomes().outcomes[found]
    return told.score == TROUBLE and not told.ends and re.search(outcomes().fine, words_of(text)) is not None
