"""Words that join, bound and exclude, and words about something else.

Codes: d weekday, e set of weekdays, D days, K week, W weekend, T clock time, N midnight, n bare number,
H hours, h hours that come again, m instant, a as soon as can be, A after, B before, U until, b by, F from, M between,
- to, O or, & and, X not, x no good, y something else is on then, E except, Y yes to this, I ish, ~ about, > onwards, < or before, R any,
Z any day, C correction, L later, P past (with its date, where it is one), S same as before, ? no such day, ! never a day at all, . another word.
"""

from casework.reading.when.named import WEEKDAYS
from casework.reading.when.values import Item, Rule

THINGS = (
    r"kids?|children|child|bairns?|weans?|boys?|girls?|sons?|daughters?|people|adults?|jobs?|bed(?:room)?s?|times?|"
    r"miles?|quid|pounds?|pence|percent|hours?|minutes?|days?|weeks?|months?|years?|gcses?|a ?levels?|bags?|dogs?|"
    r"cats?|nights?|of us|of them|things?|questions?|forms?|letters?|buses|bus|stone|kg|lb|foot|ft|yo|yrs|year old|"
    r"sessions?|appointments?|slots?|applications?|interviews?|shifts?|lads?|babies|tablets?|weeks|grand|k|p|"
    r"bills?|cars?|houses?|payments?|emails?|texts?|calls?|messages?|minutes"
)
STREETS = r"street|st|road|rd|avenue|ave|lane|ln|close|drive|crescent|terrace|court|grove|place|gardens|square|way|walk|hill|house|park|mews|row"
# The end of a sentence: what it refuses or lists does not reach over it.
STOP, ENDS = "stop", frozenset(".;!?\n")
DAY_NAMES = "|".join(
    [*WEEKDAYS, "january", "february", "march", "april", "may", "june", "july", "august", "october", "easter"]
)
JOINED = r"(?! (?:to|until|and) )"
# What takes somebody's day: they have it, or go to it.
CARE = (
    r"(?:gp|doctor|doc|dr|dentist|physio|physiotherapist|hospital|clinic|optician|chiropodist|midwife|health visitor|nurse|"
    r"scan|x-?ray|blood test|operation|op|check-?up|counsell(?:or|ing)|therapist|therapy|chemo|dialysis)"
)
ENGAGED = (
    rf"(?:{CARE}|probation|court|solicitors?|social worker|jobcentre|job centre|sign(?:ing)? on|interview|assessment|exam|"
    r"test|course|class|college|school run|training|work|shift|funeral|wedding|childcare|(?:the|my) (?:kids|children|bairns|grandkids)|"
    r"(?:another|other|an?) (?:appointment|meeting) (?:elsewhere|already)|another (?:appointment|meeting)|stuff on|things on|"
    r"something (?:else )?on|something else|plans|visitors)(?:'?s)?"
)
NEVER_WORK = rf"(?:{CARE}|probation|court|solicitors?|social worker|sign(?:ing)? on|exams?|funeral|wedding)"
HAVING = r"(?:i'?ve|have|got|(?:have|'?ve) got|having|there'?s|there is|(?:i'?m|i am) (?:at|in|seeing|off to|going to))"
NOT_ANY_MORE = r"(?!(?:off|no|not|done|left|lost|finish\w*|nothing|never|been) )"


def _mark(pattern: str, codes: str) -> Rule:
    return Rule(pattern, lambda found, ref: [Item(code) for code in codes])


ELSE = (
    _mark(r"\bborn\b|\bdob\b|\bd\.o\.b\b|\bbirth ?day\b|\bdate of birth\b|\bbirthdate\b|\bbday\b|\bb-day\b", "!"),
    _mark(rf"\b(?:flat|unit|apartment|apt|house|number|room|floor|block) \d+\w?\b(?!\s?[ap]m)(?: (?:\w+ ){{1,3}}(?:{STREETS})\b)?", "."),
    _mark(rf"(?<![/:\d])\d{{1,4}}[a-c]?,? (?!(?:of|st|th|nd|rd|at|on|in)\b)(?:[a-z]+ ){{1,2}}(?:{STREETS})\b(?! (?:at|is|to))", "."),
    _mark(rf"\b(?:{DAY_NAMES})s? (?:street|road|rd|avenue|lane|close|drive|crescent|terrace|court|grove|gardens|square|mews)\b", "."),
    _mark(r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b", "."),
    _mark(r"(?:\+\s?44|\b0)(?:[\s-]?\d){8,}\b|\b\d{7,}\b", "."),
    _mark(r"[£$€]\s?\d[\d.,]*|\d[\d,.]*\s?%|\d+\s?(?:/\s?)?(?:a|per|each|every) (?:hour|day|week|month|year)\b", "."),
    _mark(r"^\W*(?:good )?(?:morning|afternoon|evening)\b(?=\s*(?:[,!;]|\.\s*\w|(?:all|there|can|could|i|hope|just|mate|hi|hello|to you|love|how|when)\b))", ","),
    _mark(r"\bgood (?:morning|afternoon|evening)\b(?! for)", ","),
    _mark(r"\b(?:thanks|thank you|cheers|have a (?:good|nice)) (?:day|morning|afternoon|evening|weekend|night)\b", ","),
)  # fmt: skip
QUANTITIES = (
    _mark(r"\bfor (?:about |over |nearly |the (?:last|past) )?(?:an? |\d+ )(?:and a half )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b", "."),
    _mark(rf"(?<![:/.\d])\d{{1,4}}(?:\.\d+)?[ -]?(?:and a half )?(?:-?\s?\d+ )?(?:{THINGS})\b", "."),
    _mark(r"\b(?:aged?|am) \d{1,3}\b(?! ?[ap:])", "."),
)  # fmt: skip
JOINS = (
    _mark(r"\bnowait\b|\bactually\b", "C"),
    _mark(rf"\b{HAVING} (?:to (?:go to|be at|see|take \w+ \w+ to) )?(?:(?:a|an|the|my|me) )?{NOT_ANY_MORE}(?:\w+ )??{ENGAGED}\b(?: (?:appointments?|appts?|visit))?", "y"),
    _mark(rf"(?:^|(?<=day )){CARE}(?:'?s)?(?: (?:appointments?|appts?))?(?=$| (?:(?:on|at) )?(?:{DAY_NAMES}|\d))", "y"),
    _mark(rf"(?:^|(?<=[,.;!?] ))(?:my |the )?{NEVER_WORK}(?: appointments?| appts?)? (?:is|are)(?= (?:on )?(?:{DAY_NAMES}|tomorrow|today)\b)|\bi sign on(?= (?:on )?(?:{DAY_NAMES}|tomorrow|today)\b)", "y"),
    _mark(r"\bexcept(?: for| on)?\b|\bwithout\b", "E"),
    _mark(r"\b(?:nogood|busy|away|unavailable|booked|fully booked|volunteering|at (?:college|uni|hospital|the hospital)|in (?:college|hospital)|at my (?:mums?|dads?)|full|not free|not available|not around|not in|no chance|awkward|at work|i'?m? work(?:ing)?|am work(?:ing)?|in work|on shift|impossible|off limits|rubbish|useless)\b", "x"),
    _mark(r"\b(?:something|summat|stuff)(?:'?s| has| is)? (?:come|came|cropped|popped|coming) up(?: on| for)?\b", "X"),
    _mark(r"\b(?:cannot|can not|can't|not|no|never|avoid|donot|willnot|unable to|wouldnt|none|neither|nor|hate|nowt|havent|lost|made redundant|sacked|laid off|happened|evicted|signed off|stopped work(?:ing)?|been (?:off|out|unemployed|on|claiming|ill|sick|here))\b", "X"),
    _mark(r"\b(?:can|could|will|fine|ok|okay|good|great|best|better|perfect|works|suits|suit|free|available|ideal|alright|grand|yes|yep|instead|do me|easiest|prefer|preferably|rather|but|though|so|just|only)\b", "Y"),
    _mark(r"\b(?:any ?time)(?: is| of)? (?:after|past|post|gone)\b", "ZA"),
    _mark(r"\banytime (?:from|since)\b", "ZF"),
    _mark(r"\banytime (?:before|until|up to)\b", "ZB"),
    _mark(r"\banytime between\b", "ZM"),
    _mark(r"\banytime\b|\banyday\b|\balways\b", "Z"),
    _mark(r"\b(?:every|each|any|all|most|usually|generally|normally|regular(?:ly)?)(?: single| other| of the| of| the)?\b(?! (?:help|chance|advice|info|news))", "R"),
    _mark(r"\b(?:or|ow|ir|otherwise|alternatively|possibly)\b|/", "O"),
    _mark(r"\band\b|\bplus\b|\+", "&"),
    _mark(r"\bbetween\b|\bin between\b", "M"),
    _mark(r"\b(?:after|past|gone|post|later than|the other side of)\b(?: (?:about|around))?", "A"),
    _mark(r"\bbefore\b", "B"),
    _mark(r"\b(?:until|up to|upto|up until)\b", "U"),
    _mark(r"\bby\b", "b"),
    _mark(r"\b(?:from|frm|as of)\b", "F"),
    _mark(r"\bsince\b", "X"),
    _mark(r"\b(?:onwards?|on wards|upwards)\b|\d?\+", ">"),
    _mark(r"\borbefore\b", "<"),
    _mark(r"\b(?:about|around|near(?:er)?|closer to)\b|~", "~"),
    _mark(r"\bish\b", "I"),
    _mark(r"\blater(?: on)? today\b|\blater today\b|\btoday later(?: on)?\b|\b(?:sometime )?later(?: on)?\b(?! (?:than|date))", "L"),
    _mark(r"\bto\b|\bthrough\b|\bthru\b|(?<=[\w.])\s?[-–—]\s?(?=\w)", "-"),
    Rule(r"([,.;!?:()\n]+)", lambda found, ref: [Item(",", STOP if ENDS & set(found[0] or "") else None)]),
)  # fmt: skip
FILLERS = _mark(
    r"\b(?:the|a|an|on|in|at|of|for|is|are|be|would|am|please|i|i'?d|i'?ll|me|my|it|that|this|do|you|u|we|there|maybe|perhaps|"
    r"say|like|time|hours?|then|come|see|mate|love|ta|um|erm|day|days|oclock|half|late|early|during|some|sometime|"
    r"one|either|both|well|also|even|really|usually|probably|make|get|any|hi|hello|hey|sharp|exactly|bang|dead|at)\b|'",
    "",
)
