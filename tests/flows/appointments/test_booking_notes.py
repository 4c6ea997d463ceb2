"""What the worker is told on a meeting, and who comes to it by which name and number, against the real database."""

from uuid import UUID

import pytest
from sqlalchemy import select

from casework import appointments
from casework.appointments import Appointment, Step
from casework.base.db import transaction
from casework.claimants import Claimant
from casework.staff import Staff
from tests.flows.appointments.test_appointments import works
from tests.flows.appointments.test_booking_talks import chat, day, says  # noqa: F401
from tests.flows.appointments.test_booking_ways import known, on_the_day, texts  # noqa: F401
from tests.flows.appointments.test_booking_ways import says as says_by_text


async def made() -> Appointment:
    async with transaction() as session:
        query = select(Appointment).where(Appointment.state == "booked").order_by(Appointment.made_at.desc())
        return (await session.execute(query.limit(1))).scalar_one()


async def test_the_call_before_a_visit_at_home_says_what_it_is_for(texts: UUID, sam: Staff) -> None:  # noqa: F811
    await works(sam)
    await says_by_text(texts, "i need a home visit, im housebound", on_the_day(), "1", "yes", "Jo")
    assert (await made()).note == "I would like to be visited at home."
    await says_by_text(texts, "my sister will be with me")
    assert (await made()).note == "I would like to be visited at home.; my sister will be with me"


async def test_who_would_rather_come_in_after_all_needs_no_room_for_it(texts: UUID, sam: Staff) -> None:  # noqa: F811
    await works(sam)
    talk = await says_by_text(texts, "i need a home visit", on_the_day(), "actually face to face")
    assert (talk.step, talk.format) == (Step.CHOOSE, "in_person")
    await says_by_text(texts, "1", "yes", "Jo", "no")
    assert (await made()).note == ""


@pytest.mark.parametrize("said", ["in the morning please", "a day later pls", "actually thursday", "im free in the afternoon"])
async def test_another_wish_where_a_name_is_asked_is_no_name(chat: UUID, said: str) -> None:  # noqa: F811
    assert (await says(chat, "by phone", f"{day()} at 10", "1", "yes", said)).step == Step.CHOOSE


@pytest.mark.parametrize("said", ["May", "my name is April", "its Jo", "Summer"])
async def test_a_name_that_a_month_has_too_is_one(chat: UUID, said: str) -> None:  # noqa: F811
    assert (await says(chat, "by phone", f"{day()} at 10", "1", "yes", said)).step == Step.NUMBER


async def test_when_to_ring_beside_the_number_is_for_the_worker(chat: UUID) -> None:  # noqa: F811
    await says(chat, "by phone", f"{day()} at 10", "1", "yes", "Jo", "call me on 07700900740 after 5 only")
    found = await made()
    assert found.reach == {"kind": "call", "address": "+447700900740"}
    assert found.note == "call me on 07700900740 after 5 only"


@pytest.mark.parametrize("said", ["the number is 07700 900741", "07700900741 thanks"])
async def test_a_number_alone_is_no_note(chat: UUID, said: str) -> None:  # noqa: F811
    await says(chat, "by phone", f"{day()} at 10", "1", "yes", "Jo", said)
    assert (await made()).note == ""


async def test_without_a_phone_we_meet_face_to_face(chat: UUID) -> None:  # noqa: F811
    talk = await says(chat, "by phone", f"{day()} at 10", "1", "yes", "Jo", "i dont have a phone at the moment")
    assert (talk.step, talk.misses) == (Step.NUMBER, 1)
    talk = await says(chat, "Face to face")
    assert (talk.step, talk.format) == (Step.CHOOSE, "in_person")
    assert (await says(chat, "1", "yes", "Jo", "no phone")).step == Step.ADJUSTMENTS
    assert (await made()).reach is None


async def test_a_bare_yes_is_no_need_and_who_comes_along_is_for_this_meeting(texts: UUID, sam: Staff) -> None:  # noqa: F811
    await works(sam)
    ali = await known()
    talk = await says_by_text(texts, "face to face", on_the_day(), "1", "yes", "yes please", claimant=ali)
    assert (talk.step, talk.misses) == (Step.ADJUSTMENTS, 1)
    await says_by_text(texts, "my dad comes with me", claimant=ali)
    assert (await made()).note == "my dad comes with me"
    async with transaction() as session:
        assert (await session.get_one(Claimant, ali)).adjustments == ""


async def test_an_email_address_instead_of_a_number_is_for_the_worker(chat: UUID) -> None:  # noqa: F811
    await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "no phone but ola.b@Example.org")
    found = await made()
    assert (found.reach, found.note) == ({"to_prove": "ola.b@example.org"}, "ola.b@example.org")


@pytest.mark.parametrize(("how", "said"), [("face to face", "can i give an email instead"), ("by phone", "jo@example.org")])
async def test_an_email_to_come_is_asked_for_and_does_not_do_where_we_ring(chat: UUID, how: str, said: str) -> None:  # noqa: F811
    talk = await says(chat, how, f"{day()} at 10", "1", "yes", "Jo", said)
    assert (talk.step, talk.misses) == (Step.NUMBER, 1)


@pytest.mark.parametrize("said", ["me no speak good. romanian language", "my wife she come also", "can you tell my worker im scared of crowds", "i get panic attacks in busy places"])
async def test_what_would_help_is_noted_in_their_words_and_taken_out_again(texts: UUID, sam: Staff, said: str) -> None:  # noqa: F811
    await works(sam)
    await says_by_text(texts, "face to face", on_the_day(), "1", "yes", "Jo", said)
    meeting = await made()
    assert meeting.note == said
    async with transaction() as session:
        found = await session.get_one(Appointment, meeting.id)
        await appointments.note_or_take_back(session, found, None, "i use a wheelchair")
        await appointments.note_or_take_back(session, found, None, "forget what i said about wheelchair")
        assert found.note == said


async def test_who_would_have_nobody_in_their_home_is_asked_how_to_meet(texts: UUID, sam: Staff) -> None:  # noqa: F811
    await works(sam)
    talk = await says_by_text(texts, "i need a home visit", on_the_day(), "actually i dont want anyone in my house")
    assert (talk.step, talk.format, talk.features) == (Step.FORMAT, None, [])


async def test_who_would_only_be_rung_is_visited_by_nobody(texts: UUID, sam: Staff) -> None:  # noqa: F811
    await works(sam)
    await says_by_text(texts, "i need a home visit", on_the_day(), "can it just be by phone", "1", "yes", "Jo")
    assert (await made()).note == ""
