"""Corrections that bound the wish by what was shown."""

from uuid import UUID

import pytest

from tests.flows.appointments.test_booking_corrections import chat, daytime, says, starts

__all__ = ["chat", "daytime"]


@pytest.mark.usefixtures("on_a_monday")
async def test_too_early_is_after_it(chat: UUID, daytime: None) -> None:
    shown = starts(await says(chat, "by phone", "tuesday at 11", "1", "actually no 9:30 is too early"))
    assert shown
    assert all((one.weekday(), one.hour * 60 + one.minute > 570) == (1, True) for one in shown)


@pytest.mark.parametrize("picks", [[], ["2"]])
async def test_earlier_keeps_the_mornings(chat: UUID, daytime: None, picks: list[str]) -> None:
    shown = starts(await says(chat, "by phone", "any morning bar friday", *picks, "something earlier"))
    assert shown
    assert all(one.hour < 12 and one.weekday() != 4 for one in shown)


@pytest.mark.usefixtures("on_a_monday")
@pytest.mark.parametrize("said", [["another day", "any time"], ["1", "another day", "any time"], ["a different day please not tuesday"]])
async def test_the_refused_day_is_not_offered(chat: UUID, daytime: None, said: list[str]) -> None:
    shown = starts(await says(chat, "by phone", "tuesday", *said))
    assert shown
    assert all(one.weekday() != 1 for one in shown)


@pytest.mark.usefixtures("on_a_monday")
async def test_earlier_that_day_keeps_the_day(chat: UUID, daytime: None) -> None:
    assert {one.weekday() for one in starts(await says(chat, "by phone", "tuesday at 2", "1", "is there anything earlier that day"))} == {1}
    talk = await says(chat, "tuesday at 9", "1", "anything earlier that day")
    assert talk.why
    assert {one.weekday() for one in starts(talk)} == {1}
