"""The answer that was chosen of those offered, by its number, its title or how much it says. Pure."""

import re

from casework.base.plain import plain
from casework.checkins.outcomes import outcomes
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
    numbered = NUMBER.fullmatch(text.strip())
    if numbered and 0 < int(numbered[1]) <= len(question.choices):
        choice = question.choices[int(numbered[1]) - 1]
        rest = numbered[2].strip()
        return choice, "" if plain(rest) in ("", plain(choice.title)) else rest
    last = LAST.fullmatch(text.strip())
    if last and int(last[2]) <= len(question.choices) and not re.search(r"\d", last[1]):
        return question.choices[int(last[2]) - 1], (last[1].strip() if without_asides(last[1]) else "")
    return None, text


def _says_as_much(choice: Choice, text: str) -> bool:
    said = (words_of(text), without_asides(text))
    return choice.amount is not None and any(re.search(outcomes().amounts[choice.amount], one) for one in said)
