"""Which order a text is, where we know who writes, what was asked, and whether danger is spoken of."""

from datetime import timedelta

from casework import appointments, claimants, handoff, messaging, safeguarding
from casework.base.clock import local, now
from casework.base.words import choice_texts, words
from casework.checkins import reporting
from casework.checkins import told as told_of
from casework.outbox import ENDS
from casework.reading import read_answer
from casework.texts import answering_often as often
from casework.texts import asked, at_work, job_moved, lately, safe
from casework.texts.calling import CALL
from casework.texts.control import (
    LATE,
    OFF,
    asks_who_rings,
    forbids_texts,
    is_bare_no,
    is_not_them,
    is_of_the_call,
    is_perhaps_right,
    is_right_number,
    names_your_list,
    only_rather_texts,
    order_of,
    rather_texts,
    still_waits,
    tells_late,
    would_be_sooner,
)
from casework.texts.given import Given
from casework.texts.orders import (
    AT_WORK_HOURS,
    BACK_WHEN,
    OFF_LIST,
    RING_TOLD,
    TEXT_INSTEAD,
    WHO_RINGS,
    WRONG_BACK,
    leave_list,
    note_late,
)
from casework.texts.pausing import first_day, last_day

UNWANTED, WAIT, AWAY, BUSY, NO_CALL, SLOW, WHO, IS_SAFE = "unwanted", "wait", "away", "busy", "no_call", "slow", "who", "is_safe"
NOT_NOW, AT_WORK = "not_now", "at_work"
# The same as CALL once nothing is open.
YES_CALL = "yes_call"
# What is said in passing. Where texts have ended no answer goes back, and a person is told that somebody wrote.
PASSING = frozenset({BUSY, NO_CALL, TEXT_INSTEAD, SLOW, WHO, IS_SAFE, NOT_NOW, "no_credit", *asked.NAMES})
# While danger is spoken of these words answer that, and are no orders.
NOT_IN_DANGER = frozenset(
    {
        "start_again", "safe", "safe_times", AT_WORK, "help", "late", "news", "no_news", often.OFTEN, often.NEXT,
        *PASSING,
    }
)
# Said beside a question that is open, which waits for its answer all the same.
GOES_ON = frozenset({LATE, "help", "no_credit", TEXT_INSTEAD})
# Where a watched phone was started again these are answered all the same, in words that tell nothing.
AFTER_A_START = frozenset({"help", "late", often.OFTEN, often.NEXT})
STOPS, STARTS = frozenset({"stop", "wrong", "keep_no_appointments"}), frozenset({"start", "start_again"})
UNASKED = frozenset({UNWANTED, WAIT, YES_CALL, AWAY, BUSY, NO_CALL, SLOW, WHO, IS_SAFE, NOT_NOW, "safe_times", *asked.NAMES})
# No answers to how work goes, so that they are obeyed where that alone is asked. "Who is this" is answered with the question.
NO_ANSWERS = frozenset({AWAY, BUSY, NO_CALL, SLOW})
# Obeyed only while nothing is open, or where a day can be read, these are the same orders.
MEANS = {UNWANTED: "stop", WAIT: "pause_until", AWAY: "pause_until", OFF: "pause_until", YES_CALL: CALL}
# Of one that they wait for already these tell how it suits them.
OF_A_CALL = frozenset({None, CALL, NO_CALL, BUSY, AT_WORK})
ALL_RIGHT = {"yes": "go_on", "no": "stop"}
# So long ago they may have missed a call.
MISSED = timedelta(days=3)
PAUSES = frozenset({"pause", "pause_until"})


async def order_in(given: Given) -> str | None:
    if given.conversation.safety:
        return await _in_danger(given)
    quiet = given.known is not None
    order = order_of(given.text, quiet=quiet, idle=True)
    if order == BUSY and given.conversation.claimant_id is None and told_of.begins(given.text):
        return None
    if await _is_of_waiting(given):
        return await _off_list(given, order)
    if order not in STOPS and given.known and given.known.why == "wrong" and is_right_number(given.text):
        return "start"
    if order is None and _may_be_theirs(given):
        return WRONG_BACK
    if order not in STOPS and _is_nobodys(given):
        return "wrong"
    if order in PASSING and given.known and given.known.why in ENDS:
        return None
    if (order == LATE and await _only_finds(given)) or (order == asked.BORROWED and not given.people):
        return None
    if order not in STOPS and only_rather_texts(given.text) and await _may_be_of_calls(given):
        return TEXT_INSTEAD
    if order in OF_A_CALL and (told := await _of_their_call(given)):
        return told
    if order in UNASKED and not await _is_unasked(given, order):
        order = order_of(given.text, quiet=quiet)
    if order in (None, "safe_times") and at_work.answers(given):
        return AT_WORK_HOURS
    if order == AT_WORK:
        order = order if await at_work.is_known(given) else "safe"
    if order in (None, AWAY, OFF) and (away := _of_being_away(given, order)):
        return away
    if order is None and await job_moved.is_told(given):
        return job_moved.JOB_MOVED
    order = MEANS.get(order or "", order) or await _of_the_phone(given)
    if order == "safe" and await lately.asks_when_safe(given.session, given.conversation.id):
        return None
    return "stop" if order == "safe" and await safe.is_a_stop(given) else order


async def _of_their_call(given: Given) -> str | None:
    """Who asks when they are rung, and was not reached, is rung again; so is who waits for a call that none of us promised."""
    told = _of_the_call(given)
    if told is None or await handoff.open_handoff(given.session, given.conversation.id):
        return told
    if still_waits(given.text) and not rather_texts(given.text):
        return CALL
    again = told == RING_TOLD and not rather_texts(given.text) and await handoff.done_lately(given.session, given.conversation.id, now() - MISSED)
    return CALL if again else None


def _of_the_call(given: Given) -> str | None:
    if asks_who_rings(given.text):
        return WHO_RINGS
    if would_be_sooner(given.text):
        return CALL
    return RING_TOLD if is_of_the_call(given.text) or still_waits(given.text) else None


def _may_be_theirs(given: Given) -> bool:
    """Whether a number that was said to be wrong may be theirs after all, and they were not told already how to say so."""
    if given.known is None or given.known.why != "wrong" or not is_perhaps_right(given.text):
        return False
    return given.last is None or given.last.text != words("utter_text_wrong_back", "sms").text


async def _only_finds(given: Given) -> bool:
    """Whether a meeting is only being found, and none is coming that they could be late for."""
    talk = await appointments.talk_of(given.session, given.conversation.id)
    if talk is None or not appointments.finding(talk):
        return False
    return not await appointments.coming(given.session, given.conversation.id, given.conversation.claimant_id, given.phone)


def _is_nobodys(given: Given) -> bool:
    """Whether whoever texts says that the one we know by this number has it no more. Of several on one phone, it is another."""
    names = [word for one in given.people for word in (one.preferred_name or "").split()[:1]]
    return len(given.people) == 1 and is_not_them(given.text, names)


async def _is_of_waiting(given: Given) -> bool:
    """Whether "the list" they would be taken off is the waiting list, which they are on."""
    if not any(map(appointments.leaves_list, (given.text, given.message.meant or ""))):
        return False
    return await appointments.is_waiting(given.session, given.conversation.id, await messaging.whose(given.session, given.conversation.id))


async def _off_list(given: Given, order: str | None) -> str:
    """A STOP beside it stays one, and so does one of "your list", which may be either: they are off that list all the same."""
    beside = order_of(appointments.beside_list(given.text), quiet=False)
    if beside not in STOPS | {"call"} and not names_your_list(given.text):
        return OFF_LIST
    await leave_list(given)
    return beside if beside and (beside in STOPS or not names_your_list(given.text)) else "stop"


def _of_being_away(given: Given, order: str | None) -> str | None:
    """Which day they are back is asked where none can be read; the day, or that they cannot say, answers it."""
    known = (last_day(given.text, local(now())) or first_day(given.text, local(now()))) is not None
    if order in (AWAY, OFF):
        return None if known else BACK_WHEN
    if not lately.was_back_when(given.last):
        return None
    return "pause_until" if known or read_answer("yes_no", given.text)["value"] == "not_sure" else None


def _hours_at_work(given: Given) -> bool:
    """Whether the hours that stand for texts are those of their work, they say."""
    kept = any(claimants.WHEN & (one.safe_contact or {}).keys() for one in given.proved)
    return kept and claimants.says_at_work_then(given.text) and claimants.says_when(given.text)


async def _of_the_phone(given: Given) -> str | None:
    """That others read it, said without being asked; and the answer to whether texts are all right there all the same."""
    if claimants.is_shared(given.text) or (claimants.is_watched_by(given.text) and claimants.offered_times(given.text)):
        return "safe"
    if _hours_at_work(given):
        return "safe"
    which, all_right = lately.was_which_times(given.last), lately.was_if_all_right(given.last) and not given.known
    if (which or all_right) and claimants.says_when(given.text):
        return "safe"
    if not all_right:
        return None
    answer = ALL_RIGHT.get(str(read_answer("yes_no", given.text)["value"]))
    if answer != "stop" or is_bare_no(given.text):
        return answer
    return None if await lately.asks_again(given.session, given.conversation.id) else safe.ASK_AGAIN


async def _in_danger(given: Given) -> str | None:
    """What forbids some texts, or all of them for a time, is a STOP there; an offered person is a call."""
    if given.message.meant == choice_texts("utter_safety_safe_yes")[0]:
        return "call"
    idle = await lately.is_idle(given.session, given.conversation.id)
    if tells_late(given.text):
        await note_late(given)
    order = order_of(given.text, quiet=given.known is not None, idle=idle, whole=True)
    order = MEANS.get(order or "", order)
    if order in PAUSES or (order == AT_WORK and forbids_texts(given.text)):
        return "stop"
    if order in AFTER_A_START and await started_again(given):
        return order
    return None if order in NOT_IN_DANGER else order


async def started_again(given: Given) -> bool:
    """Whether texts go again to a phone that was watched, while what was read there is open still."""
    if given.known is not None or given.conversation.safety is None:
        return False
    return await safeguarding.is_watched(given.session, given.conversation.id)


async def _is_unasked(given: Given, order: str) -> bool:
    """Whether no question of ours is open that the words may answer; of times, whether nothing else is told."""
    if order == NOT_NOW:
        return await lately.asks_how_work_goes(given.session, given.conversation)
    if order in NO_ANSWERS and await lately.asks_how_work_goes(given.session, given.conversation):
        return True
    if order == NO_CALL and await _waits_for_a_call(given):
        return True
    told = order in MEANS or order in PASSING or claimants.says_only_when(given.text)
    return told and await lately.is_idle(given.session, given.conversation.id)


async def _may_be_of_calls(given: Given) -> bool:
    """Whether somebody is to ring them, or how we write to them is no answer to what is asked."""
    session, talk = given.session, given.conversation
    if talk.holder == "person" or (given.known and given.known.why in ENDS):
        return False
    if await handoff.open_handoff(session, talk.id) or await lately.signs_up(session, talk, given.last):
        return True
    return await lately.is_idle(session, talk.id) or await lately.asks_how_work_goes(session, talk)


async def _waits_for_a_call(given: Given) -> bool:
    """Whether somebody is to ring them, which "dont call me" is about whatever else is asked."""
    open_ = await handoff.open_handoff(given.session, given.conversation.id)
    return open_ is not None and open_.reason == CALL


async def or_how_often(given: Given, order: str | None) -> str | None:
    """The order; or how often they want to be asked, in words that mean it where that has just been spoken of.

    It is no order where all texts have ended, nor where it answers a question about a new job.
    """
    ended = given.known is not None and given.known.why in ENDS
    if order in (often.OFTEN, often.NEXT):
        asked = await reporting.report_of(given.session, given.conversation.id)
        return None if ended or asked else order
    danger = given.conversation.safety and not await started_again(given)
    if order is not None or danger or ended:
        return order
    if often.is_choice(given.message.meant):
        return often.OFTEN
    return await often.bare_order(given.session, given.conversation.id, given.message.text)
