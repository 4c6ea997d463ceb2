"""What people say to the questions of a booking. No database."""

import re
from collections.abc import Sequence

from casework.appointments.models import BookingTalk
from casework.appointments.steps import FINDING, OVER, SOUGHT, TIMES_SHOWN, Step
from casework.appointments.times.diaries import limits
from casework.appointments.times.diary import Slot, Span
from casework.appointments.times.wishes import Wish
from casework.appointments.words.asked_noted import asks_if_noted
from casework.appointments.words.asking import asked_about, asks_who_is, means_another, plainly_asked
from casework.appointments.words.counting import nearer
from casework.appointments.words.having import has_one_already, plainly_changes_way, refused_worker, would_not_see
from casework.appointments.words.meeting_ways import (
    after_no,
    after_nothing,
    asks_how_it_is,
    format_of,
    only_how,
    plainly_in_person,
    ruled_out,
    speaks_of_ringing,
    wants_no_visit,
    way_they_said,
)
from casework.appointments.words.needing import asks_for_adjustments, names_language, prefers_who
from casework.appointments.words.not_coming import cannot_come, has_second_thoughts, will_not_be_there
from casework.appointments.words.noting import is_for_worker, taken_back, to_be_told
from casework.appointments.words.particulars import (
    address_in,
    declines,
    has_no_number,
    is_of_email,
    is_only_email,
    keeps,
    name_before,
    name_in,
    number_in,
    refers_back,
    refuses_name,
    speaks_of_number,
    speaks_of_time,
)
from casework.appointments.words.passing import agreed_beside, parts_of
from casework.appointments.words.picking import chosen, names_place, refuses_hour, slots
from casework.appointments.words.saying import (
    again,
    asks_for_more,
    had_enough,
    is_seen_to,
    leaves_list,
    somebody_in,
    whichever,
    without_not_this,
    would_be_rung,
    would_rather,
    would_wait,
)
from casework.appointments.words.shifting import shift_in
from casework.appointments.words.told_early import name_signed
from casework.appointments.words.too_early import refuses_day
from casework.appointments.words.which import meant_of
from casework.appointments.words.whom import asks_which, unwanted
from casework.appointments.words.wishing import busy_in, wish_in, without_told_day
from casework.appointments.words.wording import has, wording
from casework.base.clock import now
from casework.base.plain import folded
from casework.claimants import Claimant
from casework.reading import read_answer, speaks_of_email

HOME = "home_visit"
OF_PLACE = "place"
BARE, SOME = 3, 14
"""No more words than these are nothing but a way to meet."""
OTHER_WAYS = ("in_person", "phone", "video")
"""Where one of them will not do, the others may."""
BESIDE = (Step.NAME, Step.NUMBER, Step.EMAIL, Step.ADDRESS, Step.ADJUSTMENTS)
"""Where something else than how or when is asked."""
NAMED = (Step.NAME, Step.NUMBER, Step.ADDRESS)
"""Where a time is taken, and who comes to it is asked."""
OTHERWISE = re.compile(r"\bbut\b", re.IGNORECASE)
PUT_RIGHT = re.compile(r"(?:(?:oops|whoops|sorry|soz|no|wait|oh|er|um)\b[ ,.!]*+)*+i (?:meant|mean|said)\b(?: to (?:say|put|type))?[ ,.:!-]*+", re.IGNORECASE)
"""Left off before what they meant."""
WHY = re.compile(r"\W*(?:but |ok |and )?(?:why|how come)\b", re.IGNORECASE)
"""What begins so asks, whatever stands beside it."""
OF_ANSWERS = re.compile(r"\b(?:questions?|answers?)\b", re.IGNORECASE)


def understands(talk: BookingTalk, text: str) -> bool:
    """Whether the words are an answer to what is open."""
    if would_leave(talk, text) or ends_visit(talk, text):
        return True
    if talk.step in (Step.ADJUSTMENTS, Step.INTERPRETER) and will_not_be_there(text):
        return True
    match talk.step:
        case Step.NAME:
            named = is_only_email(text) or name_in(text) is not None or name_before(text) is not None or refuses_name(text) or refers_back(text) or name_signed(text) is not None
            return named or retimes(talk, text) or says_how(talk, text)
        case Step.NUMBER:
            return declines(text) or is_about_number(talk, text) or retimes(talk, text)
        case Step.EMAIL:
            return is_of_email(text) or says_how(talk, text) or plainly_changes_way(text)
        case Step.ADDRESS:
            return address_in(text) is not None or says_how(talk, text)
        case Step.ADJUSTMENTS:
            return declines(text) or tells_at_adjustments(text) or says_how(talk, text)
        case Step.WHICH_CANCEL | Step.WHICH_MOVE:
            return bool(meant_of(talk, text))
        case Step.INTERPRETER:
            return names_language(text) or len(text.split()) <= BARE
        case Step.CANCEL:
            return keeps(text) is not None or has_second_thoughts(text)
    return wish_in(text) is not None or bool(busy_in(text)) or _understands_times(talk, text)


def corrected(talk: BookingTalk, text: str) -> str | None:
    """What they meant, where they put right what they said and it answers what is open: "oops i meant the 14th"."""
    if talk.step in FINDING and (hour := re.fullmatch(wording().hour_not_hour, text.strip(), re.IGNORECASE)):
        return wording().at_hour.format(hour=hour["hour"])
    if talk.step in TIMES_SHOWN and (free := re.fullmatch(wording().hour_free, folded(text))):
        return wording().at_hour.format(hour=free["hour"]) + (free["day"] or "")
    if talk.step in FINDING and (wished := without_told_day(text)) != text:
        return wished
    said = _of_another_day(text) if talk.step in FINDING else text.strip()
    found = PUT_RIGHT.match(said) if talk.step in FINDING else None
    rest = said[found.end():].strip() if found else "" if said == text.strip() else said
    of_whom = prefers_who(text) and not prefers_who(rest)
    return rest if rest and not (of_whom or OF_ANSWERS.search(rest)) and understands(talk, rest) else None


def _of_another_day(text: str) -> str:
    """ "Thursday the 10th, not this one": the day they mean, where the no is of what they were shown."""
    said = text.strip()
    rest = without_not_this(said).strip()
    return rest if rest != said and wish_in(rest) is not None and not busy_in(rest) else said


def tells_at_adjustments(text: str) -> bool:
    """Whether it is what would help, the language they speak, or that something would not help after all."""
    return asks_for_adjustments(text) or names_language(text) or is_for_worker(text) or bool(to_be_told(text)) or prefers_who(text) or taken_back(text) is not None


def ends_visit(talk: BookingTalk, text: str) -> bool:
    """Whether the visit at home that they wished for is not to be: nobody is to come, or a call is all."""
    if talk.step not in SOUGHT or HOME not in (talk.format, *(talk.features or ())):
        return False
    return wants_no_visit(text) or (talk.format != HOME and only_how(text) and format_of(text) == "phone")


def corrects(talk: BookingTalk, text: str) -> bool:
    """Whether it is another wish for the meeting being found, and speaks of no other they have."""
    if talk.step not in SOUGHT:
        return False
    if not talk.moving_id and means_another(text):
        return False
    return wish_in(text) is not None or bool(busy_in(text)) or _understands_times(talk, text)


def finding(talk: BookingTalk) -> bool:
    """Whether a meeting is being found, and none is booked by it yet."""
    return talk.step in FINDING


def asked_of_times(talk: BookingTalk, text: str) -> str | None:
    """What they would know of the meeting being found, or of the one they have."""
    if talk.step in OVER or talk.step == Step.ADJUSTMENTS or whichever(text) or plainly_asked(text) == OF_PLACE:
        return None
    if talk.step == Step.CHOOSE and asks_which(text, [one.worker for one in slots(talk) if one.worker]):
        return "which"
    asked = asked_about(text) or ("who" if asks_who_is(text) else None)
    if asked == "join" and talk.format != "video":
        return None
    return asked or ("where" if asks_how_it_is(text) and format_of(text) and talk.format else None)


def other_format(talk: BookingTalk, text: str) -> str | None:
    """Another way to meet than they said before."""
    if talk.format and (said := way_they_said(text)):
        return said if said != talk.format else None
    if talk.format and (after := after_no(text)):
        return after if after != talk.format else None
    format = None if asks_how_it_is(text) else format_of(text)
    if talk.format is None or format in (None, talk.format) or (_says_yes(text) and speaks_of_ringing(text)):
        return None
    return format if _is_of_format(text) or says_how_and_when(text) or yes_otherwise(text) else None


def yes_otherwise(text: str) -> bool:
    """ "Yes but not face to face, phone": the time read back, and another way to meet."""
    return len(text.split()) <= SOME and _says_yes(text) and OTHERWISE.search(text) is not None and "?" not in text


def wants_other_way(talk: BookingTalk, text: str) -> bool:
    """Whether what was booked just now is to be in another way, whatever stands beside it."""
    if talk.step != Step.ADJUSTMENTS or not (says_how(talk, text) or plainly_changes_way(text) or after_nothing(text)):
        return False
    return format_of(text) not in (None, talk.format)


def says_how_and_when(text: str) -> bool:
    """ "Monday at 9 by phone": the way in so many words, beside a time."""
    return has(text, wording().by_way) and wish_in(text) is not None and not busy_in(text)


def yes_to(text: str, held: Slot) -> bool:
    """A yes to the time read back; one that would have it otherwise ("yes but an hour later") is none."""
    if not _says_yes(text) or shift_in(text) or WHY.match(text):
        return False
    wish = wish_in(text) if OTHERWISE.search(text) or would_rather(text) else None
    return wish is None or wish.suits(held)


def _says_yes(text: str) -> bool:
    return bool(read_answer("yes_no", text)["value"] == "yes")


def rules_out(talk: BookingTalk, text: str) -> str | None:
    """The way they would not meet, of the one they chose or of any: not when they cannot.

    Once a way was chosen, "no phone" may be "no, by phone".
    """
    if talk.step not in SOUGHT or (talk.format and after_no(text)):
        return None
    way = ruled_out(text)
    return way if way in OTHER_WAYS and talk.format in (None, way) and not busy_in(text) else None


def says_format(talk: BookingTalk, text: str) -> bool:
    """Whether it is how they would meet, be it what they said before, and no more."""
    if talk.step in BESIDE or asks_how_it_is(text):
        return only_how(text)
    return talk.step in SOUGHT and format_of(text) is not None and _is_of_format(text)


def says_who_meets(talk: BookingTalk, text: str) -> bool:
    """Whether "a person", or somebody to ring, asked for while a meeting is found, is how they would meet."""
    if not says_format(talk, text):
        return False
    return plainly_in_person(text) or (speaks_of_ringing(text) and only_how(text))


def says_how(talk: BookingTalk, text: str) -> bool:
    """Whether it is nothing but how they would meet; a yes to being rung is a yes."""
    return talk.step in (*SOUGHT, *BESIDE) and only_how(text) and not (_says_yes(text) and speaks_of_ringing(text))


def _is_of_format(text: str) -> bool:
    bare = re.sub(wording().how_about, " ", folded(text))
    if bare != folded(text) and only_how(bare):
        return True
    return len(text.split()) <= BARE or would_rather(text) or only_how(text)


def would_rather_meet(talk: BookingTalk, text: str) -> bool:
    """Whether it may be a wish for another of us; whether we have one of that name is seen when it is taken."""
    if talk.step not in SOUGHT:
        return False
    if talk.step in (Step.FORMAT, Step.WHEN) and would_not_see(text) and format_of(text) is None and wish_in(text) is None:
        return True
    return talk.step != Step.FORMAT and _would_rather(talk, text)


def refuses_shown(talk: BookingTalk, text: str) -> bool:
    """Whether they would not see one of those who are shown, whatever else they say: "with someone other than Sam"."""
    if talk.step not in (Step.CHOOSE, Step.CONFIRM):
        return False
    shown = [one.worker for one in slots(talk) if one.worker]
    return any(refused_worker(one, shown) for one in (text, *parts_of(text))) or bool(unwanted(text, shown))


def _would_rather(talk: BookingTalk, text: str) -> bool:
    return refuses_shown(talk, text) or refused_worker(text, [one.worker for one in slots(talk) if one.worker]) or (somebody_in(text) and wish_in(text) is None)


def _understands_times(talk: BookingTalk, text: str) -> bool:
    if rules_out(talk, text) or other_format(talk, text) or shift_in(text) or would_rather_meet(talk, text):
        return True
    if talk.step == Step.CONFIRM and (nearer(text) or refuses_day(text)):
        return True
    if talk.step in TIMES_SHOWN and refuses_hour(text):
        return True
    otherwise = bool(talk.why or talk.full_group_id) and (would_wait(text) or would_be_rung(text))
    match talk.step:
        case Step.FORMAT:
            return format_of(text) is not None or whichever(text) or otherwise
        case Step.WHEN:
            return again(text) is not None or otherwise or whichever(text)
        case Step.CHOOSE:
            return chosen(talk, text) is not None or again(text) is not None or asks_for_more(text) or otherwise
        case Step.CONFIRM if leaves_list(text):
            return True
        case Step.CONFIRM if chosen(talk, text) is not None and names_place(talk, text):
            return True
    return read_answer("yes_no", text)["value"] in ("yes", "no")


def would_leave(talk: BookingTalk, text: str) -> bool:
    """Whether they let it be, while how and when to meet is asked."""
    if talk.step not in FINDING:
        return False
    if stays_as_it_is(talk, text):
        return True
    cannot = talk.step in NAMED and cannot_come(text) and not busy_in(text)
    if agreed_beside(text) is not None:
        return False
    return has_one_already(text) or is_seen_to(text) or ((cannot or had_enough(text)) and wish_in(text) is None)


def stays_as_it_is(talk: BookingTalk, text: str) -> bool:
    """Whether what is being moved is to be moved no more."""
    if not talk.moving_id or talk.step not in FINDING or has(text, wording().not_stays):
        return False
    return has(text, wording().stays) or _keeps_its_time(talk, text)


def _keeps_its_time(talk: BookingTalk, text: str) -> bool:
    """ "Keep Wednesday 10:30": of the meeting they have, unless it is one of the times shown."""
    shown = talk.step == Step.CONFIRM or (talk.step == Step.CHOOSE and chosen(talk, text) is not None)
    return not shown and re.match(wording().keeps_time, folded(text)) is not None


def at_other_times(talk: BookingTalk, busy: Sequence[Span]) -> Wish:
    """What they wished for before, or any time, but not then; later, where nothing of it is left."""
    last = now() + limits().horizon
    wish = Wish.read(talk.wish) if talk.wish else Wish(now(), last)
    if any(wish.lies_in(one) for one in busy):
        wish = Wish(wish.first, last, hours=wish.hours, busy=wish.busy)
    return wish.but_not(busy)


def is_about_number(talk: BookingTalk, text: str) -> bool:
    """Whether they give a number or an e-mail address, have none, or would meet in another way instead."""
    if number_in(text) is not None or has_no_number(text) or speaks_of_email(text) or refers_back(text):
        return True
    return other_format(talk, text) is not None


def retimes(talk: BookingTalk, text: str) -> bool:
    """Whether, while a name or a number is asked, they speak of the time that is kept.

    Whom we do not ring for the meeting may say when to ring them; a number is no time, and may come "tomorrow".
    """
    if asks_if_noted(text) or refers_back(text):
        return False
    if talk.step == Step.NAME:
        return speaks_of_time(text) and not refuses_name(text)
    if talk.step != Step.NUMBER or speaks_of_number(text) or has_no_number(text):
        return False
    return speaks_of_time(text) and not (talk.format == "in_person" and speaks_of_ringing(text))


def kind_of(format: str | None, claimant: Claimant | None) -> str:
    """A phone call is short; somebody new has a first meeting."""
    if format == "phone":
        return "phone"
    return "review" if claimant else "first_meeting"
