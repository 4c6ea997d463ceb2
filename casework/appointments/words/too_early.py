""""9:30 is too early" is a wish for after it, "a different day" for none of those shown. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from casework.appointments.times.wishes import Wish
from casework.appointments.words.roundabout import plain_bounds
from casework.base.clock import LONDON

A_MINUTE = timedelta(minutes=1)
CLOCK = r"(?P<clock>(?:half(?: past)? |quarter (?:past|to) )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|o'?clock)?|noon|midday)"
TOO = re.compile(rf"\b{CLOCK}(?: (?:is|was|would be|will be)|'?s)?(?: (?:a bit|a little|way|far|much|still|just|kind of|really))* too (?P<way>early|soon|late|tight|rushed)\b")
OTHER_DAY = re.compile(r"\b(?:(?:another|a different|different|some other|any other) day|any(?: other)? day (?:but|bar|except|apart from|other than) (?:that|this|then)(?: (?:one|day))?(?=\W*$|,? (?:please|pls|thanks)))\b")
# "10 or 11" is either of them, to the end of the later.
ONE_OR_NEXT = re.compile(r"(?<![\d/.:-])\b(?:at |about |around )?(?P<one>9|10|11) ?(?:am)? or (?:at |about |around )?(?P<next>10|11|12) ?(?:am|pm)?(?=\W*$|,? (?:please|pls|plz|on|would|is|if|tomorrow|mon|tue|wed|thu|fri|in the morning)\w*\b)(?![:.]\d)", re.IGNORECASE)
THAT_DAY = re.compile(r"\b(?:that|the same|same) day\b")
# What may stand beside it and names no hour: "a bit later on that day but at 4".
BESIDE_THAT_DAY = re.compile(r"\b(?:(?:a (?:bit|little) )?(?:later|earlier|sooner)(?: on)?,? )?(?:on |in )?(?:that same|that|the same|same) day\b(?:,? (?:but|just|only|instead))*", re.IGNORECASE)
# "Is there really nothing after 5", asked: something then is wished for, and nothing ruled out.
NOTHING_ASKED = re.compile(r"(?:^|(?<=[.!?;,] ))(?:(?:so|ok|oh|and|but|really|no|hm+|what|sorry|wait)[ ,]++)*(?:(?:is|are|have|has) (?:there|they|it|you|u|ya)|do (?:you|u) (?:have|do)|(?:have )?(?:you|u|they)(?:'?ve)?(?: really)?(?: have)? got|there'?s|theres|there is|got)(?: (?:really|still|definitely|honestly|absolutely|got|have|just))*+ (?:nothing|none|no (?:times?|slots?|appointments?|appts?|meetings?))\b", re.IGNORECASE)
NOTHING_THEN = re.compile(r"^(?:(?:so|ok|oh|and|but|really|hm+|what|sorry)[ ,]++)*(?:nothing|none)\b(?=.*\?\s*$)", re.IGNORECASE)
# "No" to what was shown, and then what they want: it rules out nothing of that.
THEIR_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|tomorrow|mornings?|afternoons?|evenings?"
REPLIED = re.compile(
    rf"^\W*(?:no|nah|nope)[ ,]++(?=i (?:want|wanted|need|needed|would like|said|asked|mean|meant)\b|i'?d like\b"
    rf"|(?:{THEIR_DAY})(?: (?:morning|afternoon|evening))? (?:at|about|around) \d)",
    re.IGNORECASE,
)
# "None of those are Wednesday": that is what they want.
NONE_ARE = re.compile(
    rf"^\W*(?:but |well |sorry,? )*(?:none|not one|neither) of (?:those|these|them)(?: times)? (?:are|r|is|were) (?:on |in )?(?:a |the )?"
    rf"(?=(?:{THEIR_DAY}|after|before|next|this week|\d)\b)",
    re.IGNORECASE,
)
# "No money for the bus until Thursday": not until then.
NONE_UNTIL = re.compile(r"\b(?:(?:i'?ve |i |ive |we )?(?:have |got |have got |am |'m )?(?:no|not got any|haven'?t got (?:any|a)|not any|without)(?: \w+){0,2} (?:money|cash|fare|fares|petrol|diesel|lift|car|childcare|babysitter|sitter)\b[^,.;!?]{0,24}|(?:i'?m |im |i am |totally )?(?:skint|broke)[^,.;!?]{0,20}) (?:until|till|til|before)\b", re.IGNORECASE)
OR_NOT = re.compile(r",? or not(?=\W*$)", re.IGNORECASE)
WEEKDAY_PART = re.compile(r"(?:on |the )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* (?:morning|afternoon|evening|am|pm)\b\W*(?:please|pls|plz|i said|i meant)?\W*", re.IGNORECASE)


def asks_for_any(text: str) -> str:
    """With "anything", where they ask if there is nothing then; and less a "no" that is none to what they name."""
    text = NONE_UNTIL.sub("not until", plain_bounds(text))
    text = OR_NOT.sub("", NONE_ARE.sub("", REPLIED.sub("", text)))
    for one in (NOTHING_ASKED, NOTHING_THEN):
        if one.search(text):
            return one.sub("anything ", text)
    return text


def plainly_when(text: str) -> str:
    """With "after" or "before" for too early and too late, and "anything" for nothing at all."""
    text = ONE_OR_NEXT.sub(_from_one, asks_for_any(text))
    return TOO.sub(lambda found: f"{'before' if found['way'] == 'late' else 'after'} {found['clock']}", text.casefold()) if TOO.search(text.casefold()) else text


def _from_one(found: re.Match[str]) -> str:
    one, following = int(found["one"]), int(found["next"])
    return f"between {one} and {following + 1}" if following == one + 1 else found[0]


def beside_it(text: str) -> str | None:
    """What else is said beside what is too early or too late; None where nothing is."""
    found = TOO.search(text.casefold())
    return TOO.sub(" ", text.casefold()) if found else None


def past_it(text: str, wish: Wish | None) -> Wish | None:
    """What was too early is no part of what is after it."""
    found = TOO.search(text.casefold())
    if wish is None or found is None or found["way"] == "late":
        return wish
    if wish.hours:
        start, end = wish.hours
        return replace(wish, hours=((datetime.combine(wish.first, start) + A_MINUTE).time(), end))
    return replace(wish, first=wish.first + A_MINUTE)


def refuses_day(text: str) -> bool:
    """Whether it is to be on another day than that shown."""
    return OTHER_DAY.search(text.casefold()) is not None


def stays_on_day(text: str) -> bool:
    """Whether it is to be on the day shown."""
    return THAT_DAY.search(text.casefold()) is not None


def without_that_day(text: str) -> str:
    """The rest of the words, which may name an hour of it."""
    return " ".join(BESIDE_THAT_DAY.sub(" ", text).split()).strip(" ,")


def names_part_of_day(text: str) -> bool:
    """Whether it is one part of one day: "friday morning"."""
    return WEEKDAY_PART.fullmatch(text) is not None


def but_not_those_days(wish: Wish, shown: Sequence[datetime]) -> Wish:
    """The same, and none of what was shown, where it was all on one day."""
    days = {one.astimezone(LONDON).date() for one in shown}
    if len(days) != 1:
        return wish
    start = datetime.combine(days.pop(), time.min, LONDON)
    return wish.but_not([(start.astimezone(UTC), (start + timedelta(days=1)).astimezone(UTC))])
