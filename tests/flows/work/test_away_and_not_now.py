"""Who is away has a pause, and who would rather be asked another day is asked then."""

from datetime import timedelta
from uuid import UUID

import pytest

from casework.base.clock import local
from casework.council import say_full_date
from casework.texts import orders
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us
from tests.flows.working import Clock, amina, asked, clock, due, goes_on_to, starts

__all__ = ["amina", "clock"]


@pytest.mark.parametrize("inside", [True, False])
async def test_who_is_away_has_a_pause(amina: UUID, clock: Clock, assistant: Assistant, inside: bool) -> None:
    if inside:
        await starts(amina, clock)
        await goes_on_to(amina, clock)
    await texts_us("im on holiday for 2 weeks so wont answer")
    assert (await gets())[-1].startswith("All right. No check-in texts until")
    assert assistant.asked == []


async def test_where_no_day_can_be_read_it_is_asked_for(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    await texts_us("im on holiday")
    assert (await gets())[-1].startswith("All right. Which day are you back?")
    await texts_us("in 3 weeks")
    assert (await gets())[-1].startswith("All right. No check-in texts until")
    assert assistant.asked == []


async def test_asked_again_tomorrow(amina: UUID, clock: Clock, assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "now", clock)
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    (first,) = await asked(amina)
    await texts_us("busy rn ask me tmrw")
    tomorrow = local(clock()).date() + timedelta(days=1)
    assert (await gets())[-1] == f"All right, no rush. We ask again on {say_full_date(tomorrow)}. STOP ends all our texts."
    assert await asked(amina) == []
    again = next(one for one in await due(amina) if one.id == first.id)
    assert (again.outcome, again.score, local(again.look_at).date()) == (None, None, tomorrow)
    await goes_on_to(amina, clock)
    assert [one.id for one in await asked(amina)] == [first.id]


async def test_an_order_of_its_own_only_where_work_was_asked_about(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    await texts_us("not today")
    await gets()
    assert [one["text"] for one in assistant.asked] == ["not today"]


async def test_two_days_that_are_named_are_a_pause(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    await texts_us("stop them from 12th to the 20th")
    told = (await gets())[-1]
    assert told.startswith("All right. No check-in texts from 12 ")
    assert " to 20 " in told
    assert assistant.asked == []
