"""When, or on what phone, it is safe to text: what anybody with the phone says makes our texts fewer, and never more."""

from datetime import timedelta
from typing import Any

from casework import claimants, handoff, messaging
from casework.base.clock import now
from casework.checkins import told as told_of
from casework.claimants import Kind
from casework.council import council, say_time
from casework.outbox import ENDS
from casework.texts.control import SENTENCE_END, forbids, forbids_texts, is_of_a_place, order_of
from casework.texts.given import Given, Said
from casework.texts.holding import hold
from casework.texts.lately import asks_which_times

ASK_AGAIN, JUST_NOW = "ask_again", timedelta(hours=1)


async def is_a_stop(given: Given) -> bool:
    """Whether the words forbid our texts, and leave no times that we know: then all of them end.

    "Not at work" and "not after 6, hes home" leave some: a person asks which.
    """
    if order_of(given.text, quiet=False, whole=True) != "stop" or is_of_a_place(given.text):
        return False
    stand = [one.safe_contact for one in given.proved] or [None]
    left = all(_read(given, one).kind in claimants.KEPT for one in stand)
    return not left and not claimants.is_of_others(given.text)


async def told(given: Given) -> Said:
    """What cannot be read, what is more than stands, and what comes from a number that nobody proved: a person asks."""
    kinds = await (_anew if _puts_right(given) else _kept)(given)
    if _is_shared(given):
        return "utter_text_safe_shared", {}
    if not kinds or kinds & claimants.UNSETTLED:
        await handoff.request(given.session, given.conversation.id, given.area, "safe_contact")
    if await _must_wait(given, kinds):
        await hold(given.session, given.phone)
        return "utter_text_safe_held", {}
    return _answer(given, kinds, not kinds or await asks_which_times(given.session, given.conversation.id))


async def _anew(given: Given) -> set[Kind]:
    return {await claimants.settle_safe(given.session, one, given.text) for one in given.proved}


def _puts_right(given: Given) -> bool:
    """Whether who has just signed up says that the hours we took were those of their work: no others stood before."""
    new = all(one.created_at > now() - JUST_NOW for one in given.proved)
    return bool(given.proved) and new and claimants.says_at_work_then(given.text)


async def keep_beside(given: Given) -> None:
    """Times at which danger beside them forbids texts are kept as well: nothing is said of it, and a person sees to them."""
    if not forbids_texts(given.text):
        return
    proved = given.proved
    if not proved or not claimants.WHEN & _read(given).contact.keys():
        return
    for one in proved:
        await claimants.narrow_safe(given.session, one, given.text)
    await handoff.request(given.session, given.conversation.id, given.area, "safe_contact")


async def beside_news(given: Given) -> bool:
    """Whether a job is told of in the same breath: the hours are kept, and the news goes on to be answered."""
    rest, hours = claimants.beside_times(given.text), claimants.offered_times(given.text)
    if not hours or not told_of.begins(rest):
        return False
    await _keep_hours(given, hours)
    given.message.meant = rest
    return True


def hear_news(given: Given) -> None:
    """Of what is told beside a phone that nobody else sees, a new job is what is answered."""
    if claimants.says_unseen(given.text):
        given.message.meant = next((one.strip() for one in SENTENCE_END.split(given.text) if told_of.begins(one)), None)


async def beside_answer(given: Given) -> Said:
    """Hours told beside an answer about a new job, or of who they are: what else they say answers that, or it is asked again.

    Of whom no record is kept yet they are read out of these words once it is.
    """
    hours = claimants.offered_times(given.text)
    if hours is None:
        return None
    beside = "" if claimants.says_at_work_then(given.text) else claimants.beside_times(given.text)
    given.message.meant = beside or messaging.GO_ON
    kinds = await _keep_hours(given, hours)
    if kinds & claimants.UNSETTLED:
        await handoff.request(given.session, given.conversation.id, given.area, "safe_contact")
    return _answer(given, kinds, asked=True) if kinds else ("utter_text_safe_noted", {})


async def _keep_hours(given: Given, hours: str) -> set[Kind]:
    said = hours if _read(given).kind == "unread" else given.text
    if _puts_right(given):
        return {await claimants.settle_safe(given.session, one, said) for one in given.proved}
    return {await claimants.narrow_safe(given.session, one, said) for one in given.proved}


async def asks_who_has_it(given: Given) -> bool:
    """Whether a phone that was read as watched, and gets texts again, is said to be theirs alone now: a person asks, and till then nothing tells what it is about."""
    if given.known is not None or given.conversation.safety is None or not claimants.has_it_back(given.text):
        return False
    for one in given.people:
        one.safe_contact = (one.safe_contact or {}) | {"neutral": True}
    await handoff.request(given.session, given.conversation.id, given.area, "safe_contact")
    return True


async def note_readers(given: Given) -> None:
    """That others read it, said beside something else that is answered: from then on nothing tells what it is about."""
    if claimants.says_shared(given.text):
        for one in given.people:
            one.safe_contact = (one.safe_contact or {}) | claimants.CAREFUL


async def _kept(given: Given) -> set[Kind]:
    """Fewer times for those who proved the number; that somebody else may read it, for everybody with it."""
    proved = given.proved
    careful = {name: True for name in claimants.CAREFUL if _read(given).contact.get(name)}
    for one in given.people:
        if careful and one not in proved:
            one.safe_contact = (one.safe_contact or {}) | careful
    return {await claimants.narrow_safe(given.session, one, given.text) for one in proved}


async def _must_wait(given: Given, kinds: set[Kind]) -> bool:
    """Whether texts are forbidden at times that we do not know, or have nobody's record to keep them in."""
    if kinds and (not kinds - claimants.KEPT - {"more"} or _leaves_times(given)):
        return False
    if forbids(given.text) or claimants.is_of_others(given.text):
        return True
    return not kinds and _read(given).kind in claimants.KEPT and bool(given.people)


def _answer(given: Given, kinds: set[Kind], asked: bool) -> Said:
    """Only what was said now is said back, and nothing of what stood before. `asked`: not to be asked which times again."""
    hours, said = council().texting, _read(given)
    if said.kind == "unread" and (part := claimants.offered_times(given.text)):
        said = claimants.settle(part, None, hours)
    kind = next((one for one in ("unread", "more") if one in kinds), said.kind) if kinds else "unread"
    kind = said.kind if kind == "more" and said.kind == "any_shared" else kind
    kind = "window" if kind == "unread" and kinds and _leaves_times(given) else kind
    if kind == "unread" and asked:
        return "utter_text_safe_unread_again", {}
    stopped = given.known is not None and given.known.why in ENDS and kind in claimants.WINDOWS
    return f"utter_text_safe_{'stopped' if stopped else kind}", {
        "window": claimants.say_window(said.contact, hours),
        "earliest": say_time(hours.earliest),
        "latest": say_time(hours.latest),
    }


def _leaves_times(given: Given) -> bool:
    """The others are times without texts, whoever is home then."""
    return claimants.leaves_times(given.text, council().texting)


def _is_shared(given: Given) -> bool:
    """Whether others read it, or texts are to tell nothing, and no more: that is no word against texts."""
    return _read(given).kind == "shared" and (claimants.is_shared(given.text) or claimants.is_discreet_wish(given.text))


async def go_on(given: Given) -> Said:
    """They were asked whether texts are still all right, and they are."""
    return "utter_text_safe_go_on", {}


async def ask_again(given: Given) -> Said:
    """A no with more to it may be either: "no thats fine"."""
    return "utter_text_safe_again", {}


def _read(given: Given, stands: dict[str, Any] | None = None) -> claimants.Settled:
    return claimants.settle(given.text, stands, council().texting)
