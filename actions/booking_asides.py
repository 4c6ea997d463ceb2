"""Questions that come at whatever question of a booking is open: answered from what is known, and the question stands."""

from dataclasses import replace

from rasa_sdk.executor import CollectingDispatcher

from actions.asked_plainly import asked_plainly
from actions.booking_times import about_times, either
from actions.booking_words import said_of
from actions.coming import known
from actions.door import Turn
from casework import appointments
from casework.appointments import Appointment, BookingTalk, Step, Wish
from casework.appointments.words.booked import asked_of_booked
from casework.base.clock import local

NAMED = frozenset({Step.NAME, Step.NUMBER, Step.ADDRESS})
OF_PLACE, LONG = "place", "long"
FARES, OF_OFFICE = "fares", "ask_office"
UNKNOWN = "nlu_fallback"
WHEN_LOOKED = frozenset({Step.WHEN, Step.CHOOSE, Step.CONFIRM})
NEARER = "nearer"
TO_TEXT, BY_VIDEO = "to_text", "video"
# What is said of what stands beside a yes, which the worker is to know.
NOTED_BESIDE = {"late": "utter_booking_about_late", "change": "utter_meeting_change_late", "how": "utter_meeting_change_late", "told": "utter_booking_need_kept"}
UNSURE = frozenset({UNKNOWN, "out_of_scope"})


def asks_beside(turn: Turn, state: BookingTalk) -> bool:
    asked = appointments.asked_of_times(state, turn.text) or appointments.plainly_asked(turn.text) or _remark(turn, state) or _day_asked(turn, state)
    beside = _agrees(turn, state) or appointments.taken_beside(state, turn.text) or appointments.answer_and_question(state, turn.text)
    return bool(asked or beside) or _is_of_need(turn, state) or asks_what_for(turn, state) or _is_unknown(turn, state)


async def answered_beside(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> bool:
    """False where it is no question of the meeting. What we cannot know, such as whether one can park, the office is asked."""
    asked = appointments.asked_of_times(state, turn.text)
    if _is_of_need(turn, state):
        _keep(state, turn.text, say)
    elif asks_what_for(turn, state):
        say.utter_message(response=await what_for(turn, state))
    elif asked:
        await about_times(turn, state, asked, say)
    elif day := _day_asked(turn, state):
        await _say_day(turn, state, day, say)
    elif remark := _remark(turn, state):
        _answer_remark(turn, remark, say)
    elif _is_unknown(turn, state):
        say.utter_message(response="utter_booking_ask_office", phone=turn.area.phones.office)
    else:
        await _say_how_long_too(turn, state, say)
        if not await asked_plainly(turn, say, booking=True):
            return False
    state.misses = 0
    await _note_beside(turn, state, say)
    return True


async def _say_how_long_too(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    """ "How long does it take / what bus do I get": what we know is told, whatever the office is asked."""
    if appointments.plainly_asked(turn.text) == OF_PLACE and appointments.asked_about(turn.text) == LONG:
        await about_times(turn, state, LONG, say)


async def without_question(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> Turn:
    """ "Yes. what do I bring": the question is answered, and the answer left to be taken."""
    taken = appointments.taken_beside(state, turn.text)
    found = taken[:2] if taken else appointments.answer_and_question(state, turn.text)
    if found is None:
        return await _agreed(turn, state, say)
    if taken and (taken.late or taken.told):
        _note_said(turn, state, "late" if taken.late else "told", taken.told, say)
    answered = not found[1] or _kept_as_asked(state, found[1], say) or await answered_beside(replace(turn, text=found[1], intent=UNKNOWN), state, say)
    return replace(turn, text=found[0]) if answered else turn


def _agrees(turn: Turn, state: BookingTalk) -> bool:
    return state.step == Step.CONFIRM and appointments.agreed_beside(turn.text) is not None


async def _agreed(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> Turn:
    """ "Ok but i mite be 5 mins late": the yes is left to be taken, and what stands beside it is answered, and noted."""
    beside = appointments.agreed_beside(turn.text) if state.step == Step.CONFIRM else None
    if beside is None:
        return turn
    if beside.kind == "question" and not await answered_beside(replace(turn, text=beside.rest, intent=UNKNOWN), state, say):
        return turn
    _note_said(turn, state, beside.kind, "", say)
    return replace(turn, text=beside.answer)


def _note_said(turn: Turn, state: BookingTalk, kind: str, told: str, say: CollectingDispatcher) -> None:
    """What stands beside the answer is noted, but for how one would change it."""
    if name := NOTED_BESIDE.get(kind):
        if kind != "how":
            state.needs = appointments.with_more(state.needs, told or turn.text.strip())
        say.utter_message(response=name, phone=turn.area.phones.office)


def _day_asked(turn: Turn, state: BookingTalk) -> Wish | None:
    return appointments.day_asked(turn.text) if state.step == Step.CONFIRM else None


async def _say_day(turn: Turn, state: BookingTalk, day: Wish, say: CollectingDispatcher) -> None:
    """Whether the time read back is on the day they name, be it at another hour of it."""
    held = await turn.session.get_one(Appointment, state.holding_id)
    on_it = local(day.first).date() == local(held.starts_at).date()
    say.utter_message(response=f"utter_booking_{'is' if on_it else 'not'}_then", when=(await said_of(turn, held))["when"])


def _remark(turn: Turn, state: BookingTalk) -> str | None:
    """What is said in passing where times are shown or one is read back; once it is booked, what coming costs them."""
    if state.step == Step.ADJUSTMENTS and asked_of_booked(turn.text) == FARES:
        return OF_OFFICE
    return appointments.remark_in(turn.text) if state.step in WHEN_LOOKED else None


def _answer_remark(turn: Turn, remark: str, say: CollectingDispatcher) -> None:
    places = [one.name for one in turn.area.venues]
    name = "one_place" if remark == NEARER and len(places) == 1 else remark
    say.utter_message(response=f"utter_booking_{name}", places=either(places), phone=turn.area.phones.office)


def _kept_as_asked(state: BookingTalk, asked: str, say: CollectingDispatcher) -> bool:
    """What they ask to have there is for the worker to know."""
    if not appointments.asks_of_need(state, asked):
        return False
    _keep(state, asked, say)
    return True


def _keep(state: BookingTalk, asked: str, say: CollectingDispatcher) -> None:
    if asked not in state.needs:
        state.needs = appointments.with_more(state.needs, asked)
    say.utter_message(response="utter_booking_need_kept")


def _is_of_need(turn: Turn, state: BookingTalk) -> bool:
    """ "Will the interpreter be there on Wednesday", of the meeting being found: no other day is wished for."""
    return appointments.finding(state) and appointments.asks_if_noted(turn.text) and appointments.tells_again(turn.text)


async def answer_first(turn: Turn, state: BookingTalk, said: str, say: CollectingDispatcher) -> None:
    """The question that stands beside the words that began the booking."""
    if asked := appointments.question_beside(state, said):
        await answered_beside(replace(turn, text=asked, intent=UNKNOWN), state, say)


async def _note_beside(turn: Turn, state: BookingTalk, say: CollectingDispatcher) -> None:
    """ "I'd like to bring my daughter, is there a lift", where we ask what would make it easier: both are heard."""
    told = appointments.told_beside(turn.text) if state.step == Step.ADJUSTMENTS else ""
    if told:
        meeting = await turn.session.get_one(Appointment, state.holding_id)
        await appointments.note_need(turn.session, meeting, await known(turn), told)
        state.step = Step.NOTED


def asks_what_for(turn: Turn, state: BookingTalk) -> bool:
    """Of the name or the number that is asked; of a meeting, "what is it for" is another question."""
    return state.step in NAMED and appointments.asks_what_for(turn.text)


async def what_for(turn: Turn, state: BookingTalk) -> str:
    """Why we ask what we ask."""
    if state.step == Step.NAME:
        return "utter_booking_name_why"
    if state.step == Step.ADDRESS:
        return "utter_booking_address_why"
    if state.step != Step.NUMBER:
        return "utter_booking_why"
    return f"utter_booking_number_why_{spoken_of(await number_for(turn, state))}"


async def number_for(turn: Turn, state: BookingTalk) -> str:
    """What a number is asked for, by how they meet: who cannot hear a call is never asked where to ring."""
    held = await turn.session.get_one(Appointment, state.holding_id)
    person = await known(turn)
    said = (state.needs, held.note, person.adjustments if person else "")
    return TO_TEXT if held.format != BY_VIDEO and any(map(appointments.no_calls, said)) else str(held.format)


def spoken_of(number: str) -> str:
    """What is said of it beside the question: a number to text is one as for a meeting face to face."""
    return "in_person" if number == TO_TEXT else number


def _is_unknown(turn: Turn, state: BookingTalk) -> bool:
    """A question that neither the assistant nor the booking understands; what would make it easier is read elsewhere."""
    told = appointments.plainly_asked(turn.text) or appointments.prefers_who(turn.text)
    if state.step == Step.ADJUSTMENTS or turn.intent not in UNSURE or told:
        return False
    return appointments.asks_something(turn.text) and not appointments.understands(state, turn.text)
