"""What is ruled out bounds the wish, in days and in hours."""

from uuid import UUID

from tests.flows.test_booking_corrections import chat, daytime, says, starts

__all__ = ["chat", "daytime"]


async def test_said_with_how_to_meet(chat: UUID, daytime: None) -> None:
    shown = starts(await says(chat, "phone call, not mornings, not wednesday"))
    assert shown
    assert all(one.hour >= 12 and one.weekday() != 2 for one in shown)


async def test_said_of_the_times_shown(chat: UUID, daytime: None) -> None:
    shown = starts(await says(chat, "by phone", "tuesday", "not mornings"))
    assert shown
    assert all(one.hour >= 12 and one.weekday() == 1 for one in shown)


async def test_earlier_that_day_shows_none_of_what_is_ruled_out(chat: UUID, daytime: None) -> None:
    for words in ("something earlier that day", "earlier", "any earlier on the same day?"):
        talk = await says(chat, "by phone", "tuesday", "not mornings", words)
        assert all(one.hour >= 12 for one in starts(talk)), words
        assert talk.misses == 0
