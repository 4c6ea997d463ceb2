"""What somebody would know of the times they are shown, before they choose."""

from rasa_sdk.executor import CollectingDispatcher

from actions.booking_words import MINUTE, in_a_row, who_speaks
from actions.door import Turn
from actions.questionnaire import ABOUT
from casework import appointments
from casework.appointments import Appointment, BookingTalk
from casework.appointments.words.asking import asked_about
from casework.appointments.words.picking import slots
from casework.base.clock import local
from casework.base.words import words
from casework.council import council, say_time

BY = frozenset({"phone", "video"})


def possible(text: str, say: CollectingDispatcher) -> str:
    """The words without a day or a time that there is not, which is said."""
    found = appointments.impossible_in(text)
    if found is None:
        return text
    kind, rest = found
    say.utter_message(response=f"utter_booking_no_such_{kind}")
    return rest


def about_join(asked: str, meeting: Appointment) -> str:
    """How to join, of a meeting that is not by video, is where it is."""
    return "where" if asked == "join" and meeting.format != "video" else asked


async def about_times(turn: Turn, state: BookingTalk, asked: str, say: CollectingDispatcher) -> None:
    """Where it is, who it is with, how long it takes, what to bring. No answer to what is open, and no miss."""
    state.misses = 0
    about = state.holding_id or (None if state.offered else state.moving_id)
    held = await turn.session.get(Appointment, about) if about else None
    asked = about_join(asked, held) if held else asked
    if asked == "late":
        say.utter_message(response="utter_booking_about_late")
        return
    if asked == "until" and state.holding_id is None:
        say.utter_message(response="utter_booking_not_kept")
        return
    if asked == "bring":
        kind = held.kind if held else "review"
        bring = council().appointments.kinds[kind].bring  # type: ignore[index]
        say.utter_message(response="utter_booking_bring" if bring else "utter_booking_bring_nothing", bring=bring)
        return
    values = await _values(turn, state, held)
    if asked == "who" and not values["worker"]:
        say.utter_message(response="utter_booking_about_who_yet")
        return
    other = await appointments.worker_named(turn.session, turn.area, turn.text) if asked == "who" else None
    if other and other.name not in str(values["worker"]):
        say.utter_message(response="utter_booking_about_other", other=other.name, **values)
        return
    say.utter_message(response=f"utter_booking_about_{asked}", **values)


async def about_under_way(turn: Turn, say: CollectingDispatcher) -> bool:
    """Asked about "the meeting" where none is booked, it is the one being found. False where none is."""
    talk = await appointments.talk_of(turn.session, turn.conversation)
    if talk is None or not appointments.finding(talk) or turn.tracker.get_slot(ABOUT) != "booking":
        return False
    asked = appointments.asked_of_times(talk, turn.text) or ("late" if turn.intent == "running_late" else None)
    if asked:
        await about_times(turn, talk, asked, say)
    elif talk.format in BY and asked_about(turn.text) == "where":
        say.utter_message(response="utter_booking_about_where", where=appointments.where_in(turn.area.id, talk.format, None))
    else:
        say.utter_message(response="utter_booking_not_yet")
    return True


async def _values(turn: Turn, state: BookingTalk, held: Appointment | None) -> dict[str, object]:
    if held:
        return {
            "until": say_time(local(held.held_until or held.starts_at).time()),
            "where": appointments.where(held),
            "worker": await appointments.worker_of(turn.session, held),
            "minutes": (held.ends_at - held.starts_at) // MINUTE,
        }
    shown = slots(state)
    if not shown:
        return await _beforehand(turn, state)
    places = [appointments.where_in(turn.area.id, _format(state), one.venue) for one in shown]
    workers = [await appointments.worker_of(turn.session, one.diary) for one in shown]
    return {"where": either(places), "worker": either(workers), "minutes": max(one.end - one.start for one in shown) // MINUTE}


async def _beforehand(turn: Turn, state: BookingTalk) -> dict[str, object]:
    """What is known before any time is shown: every place there is, how long it takes, their own worker."""
    known, format = (await who_speaks(turn)).claimant, _format(state)
    venues = [one.id for one in turn.area.venues] if format == "in_person" else [None]
    own = await appointments.own_workers(turn.session, known)
    return {
        "where": either([appointments.where_in(turn.area.id, format, one) for one in venues]),
        "worker": own[0].name if own else "",
        "minutes": council().appointments.kinds[appointments.kind_of(state.format, known)].minutes,  # type: ignore[index]
    }


def _format(state: BookingTalk) -> str:
    return "in_person" if state.format in (None, "group") else state.format


def either(names: list[str]) -> str:
    """ "Jo", "Jo or Mo", "Jo, Mo or Ann"; each once."""
    return in_a_row(names, words("utter_or").text)
