"""Whom they would meet: their own worker, once it is known who they are; a woman or a man, as far as can be."""

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_words import who_speaks
from actions.door import Event, Turn
from actions.questionnaire import begin, end
from casework import appointments, identity, texts
from casework.appointments import BookingTalk, Step
from casework.claimants import Claimant
from casework.identity import IdentityCheck


async def about_own(turn: Turn, state: BookingTalk, text: str) -> bool:
    """Whether they would see their own worker and it is to be asked first who they are."""
    if state.step not in appointments.SOUGHT or not await appointments.lacks_own(turn.session, state, text, await who_speaks(turn)):
        return False
    state.step, state.misses = Step.OWN, 0
    return True


async def ask_who(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> list[Event]:
    """What they look for stays open meanwhile."""
    state.step = _asked_before(state)
    check = await identity.begin(turn.session, turn.conversation, identity.OWN_WORKER)
    if not identity.more(check):
        return end("identity")
    say.utter_message(response="utter_booking_own_start")
    return begin(turn, "identity")


def _asked_before(state: BookingTalk) -> Step:
    if state.holding_id:
        return Step.CONFIRM
    if state.offered:
        return Step.CHOOSE
    return Step.WHEN if state.format else Step.FORMAT


async def own_on(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    """Once it is known who they are, the booking goes on with their own worker, or with anybody where they have none."""
    talk = await appointments.talk_of(turn.session, turn.conversation)
    if talk is None:
        return []
    own = await appointments.with_own(turn.session, talk, await who_speaks(turn))
    say.utter_message(response="utter_booking_with_own" if own else "utter_booking_no_own", worker=own or "")
    return begin(turn, "booking")


async def back_to_booking(turn: Turn, purpose: str, say: CollectingDispatcher) -> list[Event]:
    """The booking that was interrupted is asked on from where it stood; with anybody, where it stayed unknown who they are."""
    talk = await appointments.talk_of(turn.session, turn.conversation)
    if talk is None or talk.step in appointments.OVER or purpose not in (identity.OWN_WORKER, identity.CHANGE, identity.WHO_CHANGES):
        return []
    if purpose == identity.OWN_WORKER:
        await appointments.listen(turn.session, talk, turn.text, await who_speaks(turn))
        named = (talk.wish or {}).get("worker")
        say.utter_message(response="utter_booking_with_own" if named else "utter_booking_with_anyone", worker=named or "")
    return begin(turn, "booking")


def leaves_for_booking(check: IdentityCheck, text: str) -> bool:
    """Whether, asked who they are, they go on with the booking: anybody will do, or how, when or with whom to meet."""
    if check.purpose != identity.OWN_WORKER or check.step not in ("address", "code") or any(map(str.isdigit, text)):
        return False
    says = appointments.says_no_matter_who(text) or appointments.somebody_in(text) or appointments.only_how(text)
    return says or appointments.wish_in(text) is not None


async def keeps_booking(turn: Turn, say: CollectingDispatcher) -> bool:
    """Whether a number that has changed is no more than the one to be used for the meeting being found: we hold no other."""
    talk = await appointments.talk_of(turn.session, turn.conversation)
    if talk is None or not appointments.finding(talk) or (await who_speaks(turn)).claimant:
        return False
    say.utter_message(response="utter_booking_new_number")
    return True


async def say_kept(turn: Turn, text: str, before: str | None, say: CollectingDispatcher) -> None:
    """That what they need is kept, and that we do not text who must not be; whom they would rather talk to, we cannot promise.

    That is said once, and not again to who says so again. `before`: what was kept until now.
    """
    known = (await who_speaks(turn)).claimant
    if known and appointments.keeps_quiet(text):
        await texts.heed_beside(turn.session, known, text)
    rather = appointments.prefers_who(text)
    if not (rather and any(map(appointments.prefers_who, (before or "").split(";")))):
        say.utter_message(response="utter_booking_who_kept" if rather else "utter_booking_need_kept")
