"""Several troubles in one answer: the gravest says when, and all of them are named on the case."""

from uuid import UUID

import pytest

from casework.checkins.understanding import news
from tests.flows.working import Clock, amina, answers, case, clock, goes_on_to, starts

__all__ = ["amina", "clock"]

BOTH = [
    ("no childcare and they gave me a last warning", "P2", {"job_at_risk", "getting_there"}),
    ("childminder quit, boss says theyll sack me if im off again", "P2", {"job_at_risk", "getting_there"}),
    ("bus never comes and ive had a written warning for it", "P2", {"job_at_risk", "getting_there"}),
    ("nursery shut and ill get the sack", "P2", {"job_at_risk", "getting_there"}),
    ("no childcare and nothing in the cupboards", "P1", {"no_food_heat", "getting_there"}),
    ("havent been paid, fridge is empty", "P1", {"no_food_heat", "not_paid"}),
    ("3 no childcare one more late and im out, and they cut my hours", "P2", {"job_at_risk", "getting_there", "hours_cut"}),
]


@pytest.mark.parametrize(("words", "level", "named"), BOTH)
async def test_all_are_named_and_the_gravest_counts(amina: UUID, clock: Clock, words: str, level: str, named: set[str]) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    heard = await answers(amina, words)
    made = await case()
    assert made
    assert (made.level, made.reason, made.promised_by) == (level, f"checkin_{heard.outcome}", heard.promised_by)
    assert {f"checkin_{one}" for one in named} <= {made.reason, *made.also}


async def test_one_trouble_is_named_once(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await answers(amina, "no childcare this week")
    made = await case()
    assert made
    assert (made.reason, made.also) == ("checkin_getting_there", [])


NEAR = ["weather warning on the radio", "last chance to see it", "nothing in common with them", "they gave me the night off", "got the sack of spuds", "my boss is going to replace the kettle"]


@pytest.mark.parametrize("words", NEAR)
def test_what_is_near_is_none(words: str) -> None:
    assert news(words) not in ("job_at_risk", "no_food_heat")
