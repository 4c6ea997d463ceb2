"""Who would wait for a time that is not free."""

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_words import who_speaks
from actions.coming import known, theirs
from actions.door import Event, Turn
from actions.questionnaire import begin, end
from casework import appointments, identity
from casework.appointments import BookingTalk, Step, Who
from casework.claimants import Claimant

ASKED_WHEN = (Step.FORMAT, Step.WHEN, Step.CHOOSE)


def wants_to_wait(state: BookingTalk, text: str) -> bool:
    return state.step in ASKED_WHEN and appointments.would_wait(text)


async def about_waiting(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> bool:
    """Whether there is something in the way of waiting; False where nothing is.

    Before anything was looked for there is nothing to wait for. Whom we cannot write to proves a number or an address first.
    """
    if not wants_to_wait(state, turn.text):
        return False
    if never := _never(turn, state):
        say.utter_message(response="utter_waiting_never")
        state.misses = 0
        return never
    can, looked = appointments.can_wait(state, await who_speaks(turn)), appointments.has_looked(state)
    if can and looked:
        return False
    if looked:
        state.step = Step.PROVE
    else:
        say.utter_message(response="utter_waiting_first")
    state.misses = 0
    return True


def _never(turn: Turn, state: BookingTalk) -> bool:
    """Whether no time can ever come free of those they would wait for, said now or wished for before."""
    said = appointments.wish_in(turn.text)
    wish = said.written() if said else state.wish
    return state.full_group_id is None and appointments.read_never(turn.area, wish) is not None


async def prove(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> list[Event]:
    """A number or an address to tell them by, which is theirs: what they look for stays open meanwhile.

    One that was proved a moment ago will do.
    """
    state.step = _asked_before(state)
    check = await identity.begin(turn.session, turn.conversation, identity.WAIT)
    if not identity.more(check):
        return end("identity")
    if check.proved_at:
        return begin(turn, "identity")
    say.utter_message(response="utter_waiting_start")
    return begin(turn, "identity")


def _asked_before(state: BookingTalk) -> Step:
    """Of groups that are all full, another way to meet is asked, and not when."""
    if state.offered:
        return Step.CHOOSE
    return Step.FORMAT if state.full_group_id else Step.WHEN


async def about_list(turn: Turn, text: str, say: CollectingDispatcher) -> bool:
    """Whether they wait still, or a yes to a time that has gone; who has no meeting and asks of one is told it too."""
    if await appointments.has_lapsed(turn.session, turn.text, turn.message):
        say.utter_message(response="utter_waiting_lapsed")
        return True
    asks = appointments.asks_of_list(text)
    if await appointments.is_waiting(turn.session, turn.conversation, await known(turn)):
        if not asks and await theirs(turn):
            return False
        say.utter_message(response="utter_booking_waiting")
        return True
    if asks:
        say.utter_message(response="utter_waiting_not_on")
    return asks


async def wait_on(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    """Once it is known who they are, and how they can be told."""
    talk = await appointments.talk_of(turn.session, turn.conversation)
    who = Who(turn.area, claimant)
    if talk is None or not appointments.can_wait(talk, who):
        return begin(turn, "booking") if talk else []
    moves = talk.moving_id is not None
    await appointments.join_waiting_list(turn.session, talk, who)
    await appointments.end_talk(turn.session, talk)
    say.utter_message(response="utter_booking_waiting_to_move" if moves else "utter_booking_waiting")
    return []


async def wait_as_new(turn: Turn, reach: dict[str, str]) -> list[Event]:
    """Somebody we keep no record of waits by the number or address they proved, and a name."""
    talk = await appointments.talk_of(turn.session, turn.conversation)
    if talk:
        await appointments.join_waiting_list(turn.session, talk, Who(turn.area), reach)
    return begin(turn, "booking") if talk else []
