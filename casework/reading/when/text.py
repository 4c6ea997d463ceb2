"""A message in plain words: typos and txt-speak put right, numbers in digits, phrases as single words."""

import re

from casework.base.once import once
from casework.reading.answers.common import alternatives, numbered
from casework.reading.answers.text import fold, load, near

WORD = re.compile(r"@|&|\b[wb]/\w+|\b24/7\b|\bb4\b|(?<![/\d])2[a-z]\w*|(?<![a-z])[a-z]+(?:'[a-z]+)?")
GLUED = re.compile(
    r"(?<=[ap]m)(?=ish\b)|(?<=\d)(?=ish\b|oclock|til|until|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
GLUED_DAY = re.compile(r"\b(mon|tues?|weds?|thurs?|fri|sat|sun)(?:day)?(?=\d)")
ISH = re.compile(r"\b([a-z]{3,})-?ish\b")
AFTER = re.compile(r"\baft (?=\d|half|lunch|dinner|tea|school|work)")
FOR = re.compile(r"\b4 (?=(?:me|us|u|you|my|the|this)\b)")
NOT_ISH = frozenset(
    [
        "fin",
        "pol",
        "engl",
        "brit",
        "span",
        "dan",
        "dun",
        "swed",
        "van",
        "publ",
        "accompl",
        "establ",
        "r",
        "w",
        "f",
        "pun",
    ]
)
SINGULAR = re.compile(
    r"day's(?= (?:fine|good|ok|okay|best|great|grand|alright|perfect|better|no good|out|off|free|a)\b)"
)
MINUTES = {"five": "5", "ten": "10", "twenty": "20", "twenty five": "25", "twenty-five": "25", "quarter": "15"}
HOURS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
TO_HOUR = re.compile(
    r"(?<!from )(?<!between )\b(?:a )?(5|10|20|25|five|ten|twenty five|twenty-five|twenty|quarter)(?: minutes)? (to|past|til|of|after) "
    r"(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|\d{1,2}\b)"
)
TEEN = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
ORDINALS = {word: f"{at}th" for at, word in enumerate(TEEN, 3)} | {
    "thirteenth": "13th", "fourteenth": "14th", "fifteenth": "15th", "sixteenth": "16th", "seventeenth": "17th",
    "eighteenth": "18th", "nineteenth": "19th", "twentieth": "20th", "thirtieth": "30th",
}  # fmt: skip
ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b")
FIRST = re.compile(
    r"\b(?:(twenty|thirty)[ -])?(first|second)\b(?! (?:thing|choice|option|time|slot|available|language))"
)
HYPHEN = re.compile(r"(?<=day|ing|oon)\s*-\s*(?=[a-z])|(?<=days)\s*-\s*(?=[a-z])")
TENS = re.compile(r"\b([23])0[ -](\d)(?:st|nd|rd|th)\b")
MOVED = re.compile(r"\b(?:move|change|swap|switch|swop|rearrange|reschedule|rebook|push)\w*\b(.*?)\bfrom\b(.*?)\bto\b")


THE_ONE_AFTER = re.compile(
    r"\bnot (?:this|the)(?: coming)? (\w+day),?(?: but| its| it's)? (?:the )?(?:one after(?: that)?|next one|following one|next week)\b"
)
ENDS = re.compile(
    r"\b(?:finish|finished|finishes|done|get off|knock off|clock off|get in|get home|back|home)(?: \w+){0,2} (?:at|by)(?= \d| half)"
)
NOT_THIS = re.compile(r"\bnot this (week|month),? (?:but )?next (?=\1\b)")
# "Asleep until 3" is free after it, and so is "at work until 3" where it is said of no day.
UP = re.compile(
    r"\b(?:asleep|sleep|sleeping|in bed|work|working|at work|on shift|busy|out|not (?:up|awake|home|back|free|around|available)"
    r"|(?:don'?t|do ?not) (?:get up|wake up|wake|get in|get home|finish))(?: (?:again|usually|most days))? until (?:(?:about|around|like) )?(?=\d|half|noon|midday|lunch)"
    r"(?![\w: ]{0,12} on (?:mon|tue|wed|thu|fri|sat|sun))"
)
# Whoever helps them, or whom they take somewhere: they are free after it, and no hour is wished for.
THEIRS = r"(?:kids?|children|child|bairns?|weans?|boys?|girls?|sons?|daughters?|lads?|little ones?|him|her|them|baby|toddler)"
HELPER = r"(?:carers?|nurses?|husband|wife|partner|mum|mam|dad|home help|support worker|baby ?sitter|child ?minder)"
AFTER_IT = re.compile(
    rf"\b(?:(?:drop|dropping|take|taking|leave)(?: (?:my|the|our|off|both))* {THEIRS}(?: (?:off|to|in|at|school|nursery|both))*? at"
    rf"|{HELPER} (?:leaves|goes|finishes|goes home|is gone) (?:at|by)"
    rf"|{HELPER}(?:'?s| is| are)? (?:here|in|round|with me|there) until)(?: (?:about|around))?(?= \d| half)"
)
A_WEEKDAY = r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
# "The 14th (a Monday)", "the 14th, which is a Monday".
IS_A_DAY = re.compile(rf"(\d(?:st|nd|rd|th)) ?(?:\( ?(?:(?:which|that|it)(?:'?s| is) )?(?:an? )?{A_WEEKDAY} ?\)|, ?(?:(?:which|that|it)(?:'?s| is) (?:an? )?|an? ){A_WEEKDAY}\b(?!s))")
# Why those hours, which stand beside it: no time of its own.
SCHOOL_RUN_IS_WHY = re.compile(r"(?<=\d)(?P<between>.{0,30}?)\b(?:because|cos|coz|cuz|cause|bc|as|due|with|for)(?: of| to)?(?: i(?: have| do|ve got)?)?(?: (?:the|my|our|kids))* (?:school|nursery)[ -]runs?\b")
STARTS = re.compile(r"\b(?:start|starts|begin)(?: \w+){0,2} (?:at)(?= \d| half)")


def plain(text: str) -> str:
    said = SINGULAR.sub("day is", fold(text).replace("\n", " ; "))
    said = said.replace("-ish", " ish")
    said = re.sub(r"o'? ?clock", "oclock", AFTER.sub("after ", FOR.sub("for ", said)))
    said = WORD.sub(_word, GLUED_DAY.sub(r"\1 ", GLUED.sub(" ", said)))
    said = ISH.sub(lambda found: found[0] if found[1] in NOT_ISH else f"{found[1]} ish", said)
    said = NOT_THIS.sub("next ", SCHOOL_RUN_IS_WHY.sub(r"\g<between>", said))
    said = THE_ONE_AFTER.sub(r" \1 week ", ENDS.sub(" after ", UP.sub(" after ", STARTS.sub(" before ", _spaced(said)))))
    said = IS_A_DAY.sub(lambda found: f"{found[1]} {found[2] or found[3]} ", AFTER_IT.sub(" after ", _spaced(said)))
    said = MOVED.sub(r"\1 not \2 can ", _spaced(said))
    said = phrases().sub(_phrase, phrases().sub(_phrase, said))
    said = FIRST.sub(lambda found: f"{found[1] or ''} {'1st' if found[2] == 'first' else '2nd'}", said)
    said = ORDINAL.sub(lambda found: ORDINALS[found[0]], TO_HOUR.sub(_to_hour, said))
    said = HYPHEN.sub(" - ", said)
    return _spaced(TENS.sub(r"\1\2th", numbered(said.replace("half ", " half "))))


@once
def phrases() -> re.Pattern[str]:
    return alternatives(load("when.yml")["phrases"])


@once
def known() -> tuple[str, ...]:
    return tuple(load("when.yml")["known"])


def _phrase(found: re.Match[str]) -> str:
    return str(load("when.yml")["phrases"][found[0]])


def _word(found: re.Match[str]) -> str:
    return _meant(found[0])


@once
def _all_known() -> frozenset[str]:
    return frozenset(known())


def _meant(word: str) -> str:
    short = load("when.yml")["short"]
    for form in (word, word.replace("'", ""), re.sub(r"(.)\1{2,}", r"\1", word)):
        if form in short:
            return f" {short[form]} "
    if word in _all_known():
        return word
    return near(word.replace("'", ""), known()) if word.isalpha() or "'" in word else word


def _to_hour(found: re.Match[str]) -> str:
    """ "ten to four" is a time; "10 to 4" may be a stretch, so digits are left unless only a time makes sense."""
    minutes, way, hour = found.groups()
    if way != "past" and minutes not in ("quarter", "20", "25") and _is_stretch(*found.groups()):
        return found[0]
    way = "past" if way in ("past", "after") else "to"
    return f" {MINUTES.get(minutes, minutes)} minutes {way} {hour}"


def _is_stretch(minutes: str, way: str, hour: str) -> bool:
    """ "10 to 4", "five to seven", "ten till two": hours, unless only minutes make sense."""
    if way in ("til", "after"):
        return True
    named = HOURS.index(hour) + 1 if hour in HOURS else int(hour) if hour.isdigit() else 12
    if minutes.isdigit():
        return (int(minutes) > 9 and named < 9) or int(minutes) < named
    return named in (7, 8)


def _spaced(text: str) -> str:
    return " ".join(text.split())
