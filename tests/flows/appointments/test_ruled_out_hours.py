"""What is ruled out bounds the wish, in days and in hours."""

from uuid import UUID

import pytest

from tests.flows.appointments.test_booking_corrections import chat, daytime, says, starts

__all__ = ["chat", "daytime"]


async def test_said_with_how_to_meet(chat: UUID, daytime: None) -> None:
    shown = starts(await says(chat, "phone call, not mornings, not wednesday"))
    assert shown
    assert all(one.hour >= 12 and one.weekday() != 2 for one in shown)


@pytest.mark.usefixtures("on_a_monday")
async def test_said_of_the_times_shown(chat: UUID, daytime: None) -> None:
    shown = starts(await says(chat, "by phone", "tuesday", "not mornings"))
    assert shown
    assert all(one.hour >= 12 and one.weekday() == 1 for one in shown)


async def test_earlier_that_day_shows_none_of_what_is_ruled_out(chat: UUID, daytime: None) -> None:
    for words in ("something earlier that day", "earlier", "any earlier on the same day?"):
        talk = await says(chat, "by phone", "tuesday", "not mornings", words)
        assert all(one.hour >= 12 for one in starts(talk)), words
        assert talk.misses == 0


async def test_asleep_until_two_is_no_word_against_the_afternoon(chat: UUID, daytime: None) -> None:
    shown = starts(await says(chat, "by phone", "tuesday", "no i sleep till 2! after 3"))
    assert shown
    assert all(one.hour >= 15 for one in shown)
    assert all(12 <= one.hour < 17 for one in starts(await says(chat, "any afternoon")))


async def test_what_was_ruled_out_is_shown_once_it_is_all_they_wish_for(chat: UUID, daytime: None) -> None:
    shown = starts(await says(chat, "by phone", "not afternoons", "any afternoon after all"))
    assert shown
    assert all(12 <= one.hour < 17 for one in shown)
