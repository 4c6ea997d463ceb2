"""Another time while it is read back or a name or a number is asked, and a way to meet that will not do: the real database."""

from uuid import UUID

import pytest
from sqlalchemy import select

from casework import appointments
from casework.appointments import Appointment, BookingTalk, Step, Who
from casework.base.db import transaction
from tests.flows.appointments.test_appointments import workday
from tests.flows.appointments.test_booking_corrections import held_at, starts
from tests.flows.appointments.test_booking_talks import AREA, chat, day, says, states

__all__ = ["chat"]
READ_BACK = ("by phone", f"{day()} at 10", "1")
NAME, NUMBER = (*READ_BACK, "yes"), (*READ_BACK, "yes", "Jo")


async def names() -> list[str]:
    async with transaction() as session:
        return list((await session.execute(select(Appointment.name).order_by(Appointment.made_at))).scalars())


@pytest.mark.parametrize("asked", [NAME, NUMBER])
async def test_another_part_of_the_day_keeps_the_day(chat: UUID, asked: tuple[str, ...]) -> None:
    talk = await says(chat, *asked, "in the afternoon please")
    assert (talk.step, talk.misses, await states()) == (Step.CHOOSE, 0, ["let_go"])
    assert {(one.date(), one.hour >= 12) for one in starts(talk)} == {(workday(), True)}


@pytest.mark.parametrize("asked", [NAME, NUMBER])
async def test_when_else_they_cannot_leaves_the_time(chat: UUID, asked: tuple[str, ...]) -> None:
    talk = await says(chat, *asked)
    other = "monday" if workday().weekday() else "tuesday"
    after = await says(chat, f"sorry not {other}", f"sorry not {other}")
    assert (after.step, after.misses, after.holding_id) == (talk.step, 0, talk.holding_id)
    assert (await says(chat, f"sorry not {workday():%A}")).step == Step.CHOOSE


async def test_the_open_question_comes_again_and_no_name_is_asked_twice(chat: UUID) -> None:
    talk = await says(chat, *NUMBER, "make it the afternoon", "1", "yes")
    assert (talk.step, await names()) == (Step.NUMBER, ["Jo", "Jo"])
    assert (await says(chat, "07700 900123")).step == Step.ADJUSTMENTS


async def test_who_begins_again_is_asked_their_name_again(chat: UUID) -> None:
    await says(chat, *NUMBER)
    async with transaction() as session:
        await appointments.begin_talk(session, chat)
    assert (await says(chat, *READ_BACK, "yes")).step == Step.NAME


async def test_the_same_time_next_week_counts_from_the_one_read_back(chat: UUID) -> None:
    shown = starts(await says(chat, *READ_BACK, "same time next week"))
    assert [((one.date() - workday()).days, one.hour) for one in shown] == [(7, 10)]


async def test_the_one_before_and_the_one_after_are_of_the_list(chat: UUID) -> None:
    shown = starts(await says(chat, "by phone", day(), "2"))
    for words, place in (("the one before", 0), ("the one after", 1), ("the next one please", 2), ("the previous one", 1)):
        talk = await says(chat, words)
        assert (talk.step, await held_at(talk)) == (Step.CONFIRM, ("phone", shown[place])), words
    first = await says(chat, "the first one", "the one before")
    assert first.step == Step.CHOOSE
    assert max(starts(first)) != shown[0]


async def test_as_late_as_possible_shows_the_latest_first(chat: UUID) -> None:
    shown = starts(await says(chat, "by phone", f"as late as possible on {day()}"))
    usual = starts(await says(chat, f"earliest you have on {day()}"))
    assert shown == sorted(shown, reverse=True)
    assert shown[0] > max(usual)
    assert starts(await says(chat, "as late as possible")) == shown


async def test_the_earliest_is_not_the_only_one_shown_on_that_day(chat: UUID) -> None:
    talk = await says(chat, "by phone", f"{day()} at 2pm")
    assert len(starts(talk)) == 1
    assert (await says(chat, f"the earliest you've got on {day()}")).step == Step.CHOOSE


async def test_a_way_that_will_not_do_leaves_the_others_and_the_wish(chat: UUID) -> None:
    talk = await says(chat, "no face to face")
    assert (talk.step, talk.why, talk.misses) == (Step.FORMAT, "not_in_person", 0)
    shown = await says(chat, "by phone", day(), "face to face instead", "actually i dont want to come in")
    assert (shown.step, shown.why, shown.format) == (Step.FORMAT, "not_in_person", None)
    talk = await says(chat, "ring me then")
    assert (talk.step, talk.format) == (Step.CHOOSE, "phone")
    assert {one.date() for one in starts(talk)} == {workday()}


async def test_any_way_is_one_that_was_not_ruled_out(chat: UUID) -> None:
    assert (await says(chat, "no phone", "i dont mind")).format == "in_person"


@pytest.mark.parametrize("words", ["yes this one", "ok the first one thanks"])
async def test_a_yes_is_no_need(chat: UUID, words: str) -> None:
    talk = await says(chat, "face to face", f"{day()} at 10", "1", "yes", "Jo", "rather not say", words)
    async with transaction() as session:
        assert (talk.step, (await session.get_one(Appointment, talk.holding_id)).note) == (Step.ADJUSTMENTS, "")


@pytest.mark.parametrize("words", ["yes this one", "what should I bring"])
async def test_neither_is_a_language(chat: UUID, words: str) -> None:
    talk = await begun("need interpreter for meeting", chat)
    talk = await says(chat, *NUMBER, "07700 900123")
    assert talk.step == Step.INTERPRETER
    talk = await says(chat, words)
    async with transaction() as session:
        note = (await session.get_one(Appointment, talk.holding_id)).note
    assert (talk.step, note) == (Step.INTERPRETER, "need interpreter for meeting")


async def begun(words: str, chat: UUID) -> BookingTalk:
    async with transaction() as session:
        talk = await appointments.begin_talk(session, chat)
        await appointments.listen(session, talk, words, Who(AREA))
        return talk


async def test_what_they_need_said_first_is_kept_with_the_meeting(chat: UUID) -> None:
    await begun("can i book an appointment? im deaf", chat)
    talk = await says(chat, *NUMBER, "07700 900123")
    async with transaction() as session:
        made = await session.get_one(Appointment, talk.holding_id)
        assert (made.state, made.note) == ("booked", "can i book an appointment? im deaf")
