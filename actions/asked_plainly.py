"""Plain questions of meetings, whatever they were taken for: are there steps, must I come, what if I miss it, is it free.

And of what a job does to benefits.
"""

from rasa_sdk.executor import CollectingDispatcher

from actions.benefits import asked_of_benefits
from actions.booking_times import either
from actions.booking_words import said_of
from actions.coming import theirs
from actions.door import Turn
from casework import appointments
from casework.council import Venue

OF_A_MEETING = frozenset({"number", "place"})
PRIVACY = "privacy_question"
SAID = {"place": "utter_booking_ask_office"}


async def asked_plainly(turn: Turn, say: CollectingDispatcher, *, booking: bool = False) -> bool:
    """False where it is none of them. `booking`: one is open, so that what is asked of a place or a call is asked of it."""
    if asked_of_benefits(turn, say):
        return True
    asked = appointments.plainly_asked(turn.text)
    if asked in OF_A_MEETING and not (booking or await theirs(turn)):
        return False
    if asked == "private" and turn.intent == PRIVACY and not booking:
        return False
    await _say_when_too(turn, say)
    if asked == "steps":
        await say_steps(turn, say)
    elif asked == "gender" and await _told_whom(turn):
        say.utter_message(response="utter_meeting_gender_noted")
    elif asked == "loop":
        await _say_loop(turn, say)
    elif asked:
        say.utter_message(response=SAID.get(asked, f"utter_meeting_{asked}"), phone=turn.area.phones.office)
    return asked is not None


async def _say_when_too(turn: Turn, say: CollectingDispatcher) -> None:
    """ "When is it again and is it private": both are answered."""
    meeting = next(iter(await theirs(turn)), None) if appointments.asks_when_too(turn.text) else None
    if meeting:
        say.utter_message(response="utter_booking_yours", **await said_of(turn, meeting))


async def about_who(turn: Turn, say: CollectingDispatcher) -> bool:
    """"Who will I see", of the meeting they have."""
    meeting = next(iter(await theirs(turn)), None)
    if meeting is None or appointments.asked_about(turn.text) != "who":
        return False
    say.utter_message(response="utter_booking_about_who", **await said_of(turn, meeting))
    return True


async def _told_whom(turn: Turn) -> bool:
    """Whether they said before that they would be met by a woman, or by a man."""
    talk, found = await appointments.talk_of(turn.session, turn.conversation), await theirs(turn)
    return any(map(appointments.prefers_who, ((talk.needs if talk else "") or "", *(one.note for one in found))))


async def say_steps(turn: Turn, say: CollectingDispatcher) -> None:
    free = _names([one for one in await _places(turn) if one.step_free])
    if free:
        say.utter_message(response="utter_meeting_step_free", places=free)
    else:
        say.utter_message(response="utter_meeting_steps", phone=turn.area.phones.office)


async def _say_loop(turn: Turn, say: CollectingDispatcher) -> None:
    has_one = _names([one for one in await _places(turn) if one.hearing_loop])
    name = "utter_meeting_loop" if has_one else "utter_meeting_no_loop"
    say.utter_message(response=name, places=has_one, phone=turn.area.phones.office)


async def _places(turn: Turn) -> list[Venue]:
    """The one they are to come to, else all there are."""
    meeting = next((one for one in await theirs(turn) if one.venue), None)
    return [one for one in turn.area.venues if meeting is None or one.id == meeting.venue]


def _names(places: list[Venue]) -> str:
    return either([one.name for one in places]) if places else ""
