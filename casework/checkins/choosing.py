"""The answer that was chosen of those offered, by its number, its title or how much it says. Pure."""

import re

from casework.base.plain import plain
from casework.checkins.outcomes import TROUBLE, outcomes
from casework.checkins.questions import Choice, Question
from casework.checkins.telling import without_asides, words_of

# What a number counts or stands for in a sentence, so that it is no answer: "4 days in", "4 real", "1 of the lads".
COUNTS = (
    r"\s+(?:(?:more|full|whole|long|good|night|late|early|extra|other|different) )?(?:days?|weeks?|wks?|months?|hours?|hrs?|mins?|minutes?"
    r"|years?|yrs?|shifts?|nights?|times?|people|lads|kids|buses|of|real|l8|late|ever|now|the|a|my|me|u|you|ur)\b"
)
NUMBER = re.compile(
    r"(?:no|number|option|answer)?\.?\s*\(?(\d)(?![\d:a-z]|\s*(?:st|nd|rd|th|am|pm|x)\b|" + COUNTS + r")[).:,;!-]*\s*(.*)", re.I | re.S
)

# The number behind other words, set apart from them: "my back like i said. 4".
LAST = re.compile(r"(.*[^\W\d_])\W*[.!;:,\n]\W*([1-9])\W*", re.S)

# What may stand before a word that names the answer.
TOPIC_BEFORE = r"(?:(?:its|it is|the|my|just|mainly|mostly|getting|lack of|erm|um|prob|probably|both|as usual|always|all|a|bit|sort of|no) )*"

# What people put before a number.
SAYS = re.compile(
    r"^(?:(?:its|it is|id say|ill say|prob(?:ably)?|maybe|about|a|no|wait|oops|now|i|meant|mean|to (?:say|put)|make (?:it|that)|"
    r"should (?:be|have been)|changed my mind) )+(?=\d\b)|(?<=\d) (?:from me|now|instead)$"
)


def chosen(question: Question, text: str) -> tuple[Choice | None, str]:
    """The choice named by its number or title, and the words besides."""
    said = plain(text)
    for one in question.choices:
        if said and (said in (plain(one.title), plain(one.title).removeprefix("i am ")) or _says_as_much(one, text)):
            return one, ""
    numbered = NUMBER.fullmatch(_in_digits(said, text.strip()))
    if numbered and 0 < int(numbered[1]) <= len(question.choices):
        choice = question.choices[int(numbered[1]) - 1]
        rest = numbered[2].strip()
        return choice, "" if plain(rest) in ("", plain(choice.title)) else rest
    last = LAST.fullmatch(text.strip())
    if last and int(last[2]) <= len(question.choices) and not re.search(r"\d", last[1]):
        return question.choices[int(last[2]) - 1], (last[1].strip() if without_asides(last[1]) else "")
    return None, text


def several(question: Question, text: str) -> list[Choice]:
    """Those that are named together: "1 and 2", "between a 1 and a 2", and "all of it" where each is trouble."""
    said = words_of(text)
    if re.search(outcomes().all_of_it, said):
        return [*question.choices] if all(outcomes().outcomes[one.means].score == TROUBLE for one in question.choices) else []
    found = re.search(outcomes().several, said)
    numbers = [int(one) for one in found.groups() if one] if found else []
    return [question.choices[n - 1] for n in numbers] if all(0 < n <= len(question.choices) for n in numbers) else []


def by_topic(question: Question, text: str) -> Choice | None:
    """The one that the words begin with, where they ask and want nothing."""
    said = without_asides(text)
    if "?" in text or re.search(outcomes().elsewhere, said) or re.search(outcomes().asks_beside, said):
        return None
    return next((one for one in question.choices if one.topic and re.match(rf"{TOPIC_BEFORE}(?:{one.topic})\b(?! (?:is|are|was) (?:fine|ok|good)\b)", said)), None)


def _in_digits(said: str, text: str) -> str:
    """ "Two", and no more than that, as a number."""
    number = outcomes().numbers.get(said.removeprefix("number ").removeprefix("option "))
    return str(number) if number else text


def _says_as_much(choice: Choice, text: str) -> bool:
    said = (words_of(text), without_asides(text))
    return choice.amount is not None and any(re.search(outcomes().amounts[choice.amount], one) for one in said)
