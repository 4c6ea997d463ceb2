"""Other services in the visit: one more on the way, names with "and" in them, and what was stored before."""

from importlib import import_module
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from casework import appointments
from casework.appointments import Appointment, BookingTalk, Sought, Step, Wish
from casework.appointments.times.diary import Span
from casework.base.clock import local
from casework.base.db import transaction
from casework.base.settings import settings
from casework.council import Area
from tests.flows.appointments.test_appointments import slot
from tests.flows.appointments.test_booking_corrections import held_at, starts
from tests.flows.appointments.test_booking_talks import AREA, chat, day, says

__all__ = ["chat"]
BOTH = ["housing options", "money advice"]


def test_one_more_is_heard_for_what_it_is() -> None:
    known = ["money advice"]
    assert appointments.adds_service("housing too on the same trip", AREA, known)
    assert appointments.adds_service("and see the debt person while im there", AREA, [])
    assert appointments.adds_service("housing too", AREA, known)
    assert not appointments.adds_service("money advice too", AREA, known)
    assert not appointments.adds_service("i am behind with my rent and need help with that as well", AREA, known)


async def test_one_more_while_times_are_shown(chat: UUID) -> None:
    """Money advice is there on Tuesdays and Thursdays from 9.30 to 3.30."""
    talk = await says(chat, "face to face, and housing in one go", f"{day()} after 4")
    assert starts(talk)
    talk = await says(chat, "and see the debt person while im there")
    assert (talk.services, talk.step, talk.misses) == (BOTH, Step.CHOOSE, 0)
    assert {one.weekday() for one in starts(talk)} <= {1, 3}


async def test_one_more_where_the_time_read_back_fits_both(chat: UUID) -> None:
    before = await held_at(await says(chat, "face to face", f"{day()} at 10", "1"))
    talk = await says(chat, "housing too on the same trip")
    assert (talk.step, await held_at(talk)) == (Step.CONFIRM, before)
    await says(chat, "yes", "Jo", "rather not say")
    async with transaction() as session:
        assert (await session.execute(select(Appointment))).scalar_one().services == ["housing options"]


async def test_one_more_where_the_time_read_back_does_not_fit(chat: UUID) -> None:
    await says(chat, "face to face", f"{day()} at 4pm", "1")
    talk = await says(chat, "and see the debt person while im there")
    assert (talk.step, talk.holding_id) == (Step.CHOOSE, None)
    assert all(local(one).hour < 16 for one in starts(talk))


async def test_none_that_fits_any_time_offers_the_meeting_without_it(chat: UUID) -> None:
    await says(chat, "face to face", f"{day()} at 10")
    async with transaction() as session:
        talk = await session.get_one(BookingTalk, chat)
        talk.services = ["money on the moon"]
    talk = await says(chat, f"{day()} at 11")
    assert (talk.step, talk.why, talk.services) == (Step.CHOOSE, "no_service", ["money on the moon"])
    assert starts(talk)
    await says(chat, "1", "yes", "Jo", "rather not say")
    async with transaction() as session:
        assert (await session.execute(select(Appointment))).scalar_one().services == []


async def test_who_is_rung_sees_nobody_else_in_the_visit(chat: UUID) -> None:
    await says(chat, "by phone, housing in one go", f"{day()} at 10", "1", "yes", "Jo", "07700 900430")
    async with transaction() as session:
        assert (await session.execute(select(Appointment))).scalar_one().services == []


async def test_a_service_with_and_in_its_name(chat: UUID) -> None:
    named = _renamed("money advice", "money and debt advice")
    wanted = ("money and debt advice", "housing options")
    async with transaction() as session:
        found = await appointments.find(session, named, _all_day(), Sought("review", "in_person", services=wanted))
        assert found.slots
        assert found.why is None
        await appointments.hold(session, named, found.slots[0], Sought("review", "in_person", services=wanted), chat)
    async with transaction() as session:
        assert (await session.execute(select(Appointment))).scalar_one().services == list(wanted)


def _all_day() -> Wish:
    first, last = _span()
    return Wish(first, last)


def _span() -> Span:
    at = slot(1).start
    return at.replace(hour=0), at.replace(hour=23)


def _renamed(name: str, other: str) -> Area:
    venues = [
        venue.model_copy(update={"also_here": tuple(
            one.model_copy(update={"name": other}) if one.name == name else one for one in venue.also_here
        )})
        for venue in AREA.venues
    ]
    return AREA.model_copy(update={"venues": tuple(venues)})


def test_what_was_joined_is_taken_apart() -> None:
    taken_apart = import_module("migrations.versions.0034_services").taken_apart
    known = frozenset({"money and debt advice", "housing options", "food"})
    assert taken_apart("money advice and housing options", known) == ["money advice", "housing options"]
    assert taken_apart("money and debt advice and food", known) == ["money and debt advice", "food"]
    assert taken_apart("housing options and money and debt advice", known) == ["housing options", "money and debt advice"]
    assert taken_apart("food", known) == ["food"]


def test_the_names_are_read_from_the_file_alone(tmp_path: Path) -> None:
    """Whatever else it holds, in whatever shape later code wants it."""
    names_in = import_module("migrations.versions.0034_services").names_in
    file = tmp_path / "council.yml"
    file.write_text("of_a_later_day: {x: 1}\nareas: [{id: a, venues: [{also_here: [{name: money and debt advice}]}, {id: hall}]}, {id: b}]\n")
    assert names_in(file) == {"money and debt advice"}
    assert names_in(tmp_path / "none.yml") == frozenset()
    assert "money advice" in names_in(settings().council)
