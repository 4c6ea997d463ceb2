"""How often somebody is asked about work, changed by text, against the real database."""

from uuid import UUID

import pytest

from casework import checkins, messaging
from casework.base.clock import local
from casework.base.db import transaction
from casework.council import say_date
from tests.flows.phones import OTHER, gets, said, texts_us, waits_for_a_person
from tests.flows.working import Clock, amina, case, clock, due, goes_on_to, starts

__all__ = ["amina", "clock"]


async def cadence(who: UUID) -> str:
    async with transaction() as session:
        job = await checkins.followed_job(session, who)
        assert job is not None
        return job.cadence


async def told(words: str) -> str:
    """What one text is answered with."""
    received = await texts_us(words)
    assert received is not None
    async with transaction() as session:
        answers = [one.text for one in await messaging.replies(session, received.message)]
    assert len(answers) == 1, answers
    return answers[0]


async def test_less_after_the_usual_is_light_and_then_the_least(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    usual = len(await due(amina))
    assert "now and then" in await told("text me less")
    assert await cadence(amina) == "light"
    assert len(await due(amina)) < usual
    least = await told("less")
    assert "least" in least
    assert "STOP" in least
    assert "PAUSE" in least
    assert await cadence(amina) == "light"


async def test_more_and_then_most(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    assert "each week for three months" in await told("text me more often please")
    assert "most already" in await told("can you text me more often")


@pytest.mark.parametrize("words", ["no more", "No more please", "don't want any more"])
async def test_no_more_after_it_is_a_stop(amina: UUID, clock: Clock, words: str) -> None:
    await starts(amina, clock)
    assert "now and then" in await told("text me less")
    await texts_us(words)
    assert "no more texts" in (await gets())[-1]
    assert await cadence(amina) == "light"


async def test_no_more_of_anything_else_is_no_stop(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await texts_us("no more")
    assert not any("no more texts" in one for one in await gets())


@pytest.mark.parametrize(("words", "how"), [("LESS", "now and then"), ("MORE", "each week for three months")])
async def test_the_words_that_we_offer_work(amina: UUID, clock: Clock, words: str, how: str) -> None:
    await starts(amina, clock)
    assert "LESS or MORE" in await told("when is my next check in")
    assert how in await told(words)


@pytest.mark.parametrize(("words", "now"), [("LLAI", "light"), ("MWY", "more")])
async def test_they_work_in_welsh(amina: UUID, clock: Clock, words: str, now: str) -> None:
    await starts(amina, clock)
    await told("Cymraeg")
    assert "LLAI neu MWY" in await told("pryd mae'r tecst nesaf")
    await told(words)
    assert await cadence(amina) == now


async def test_asked_how_often_it_is_answered_by_number_or_in_words(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    asked = await told("how do i change how often u text")
    assert "each week at first, then less" in asked
    assert "now and then" in await told("1")
    await told("how often do you text me")
    assert "each week for three months" in await told("3")
    await told("how often do you text me")
    assert "now and then" in await told("as little as poss")


async def test_an_open_question_is_still_open(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assert "now and then" in await told("can you text me less often")
    async with transaction() as session:
        assert await checkins.waiting(session, amina) is not None


@pytest.mark.parametrize("words", ["monthly", "no more", "more hours"])
async def test_bare_words_alone_are_no_order(amina: UUID, clock: Clock, words: str) -> None:
    await starts(amina, clock)
    await texts_us(words)
    assert await cadence(amina) == "usual"


@pytest.mark.parametrize("words", ["less", "fewer please", "not so often"])
async def test_less_alone_is_less(amina: UUID, clock: Clock, words: str) -> None:
    await starts(amina, clock)
    await texts_us(words)
    assert await cadence(amina) == "light"


@pytest.mark.parametrize("words", ["less", "fewer please", "not so often", "no more"])
async def test_less_after_a_stop_changes_nothing_and_is_not_answered(amina: UUID, clock: Clock, words: str) -> None:
    await starts(amina, clock)
    usual = await cadence(amina)
    await told("text me less")
    await told("STOP")
    before = len(await gets())
    await texts_us(words)
    assert len(await gets()) == before
    assert await cadence(amina) == "light" != usual


@pytest.mark.parametrize(("words", "often"), [("LESS", "light"), ("more please", "more"), ("Less", "light")])
async def test_the_words_we_tell_them_are_orders_also_where_a_question_is_open(
    amina: UUID, clock: Clock, words: str, often: str
) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    assert await cadence(amina) == often
    assert await case() is None


async def test_not_so_often_is_no_order_where_a_question_is_open(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us("not so often")
    assert await cadence(amina) == "usual"


async def test_when_the_next_one_is(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    day = local((await due(amina))[0].due_at).date()
    answer = await told("when is my next check in")
    assert say_date(day) in answer
    assert "each week at first" in answer
    assert "now and then" in await told("less please")


async def test_whom_we_ask_nothing(amina: UUID, clock: Clock) -> None:
    assert "once you tell us of a job" in await told("text me less")
    assert "Nothing is planned" in await told("when is my next check in")


async def test_a_stop_beside_it_is_a_stop(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await texts_us("text me less. STOP")
    assert "no more texts" in (await gets())[-1]
    assert await cadence(amina) == "usual"
    await texts_us("text me more often please")
    assert await cadence(amina) == "usual", "the texts have ended"
    assert await waits_for_a_person() == "wrote_after_stopped"


async def test_in_danger_it_is_no_order(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await texts_us("i want to kill myself, text me less")
    assert await cadence(amina) == "usual"


@pytest.mark.parametrize("words", ["text me less", "when is my next check in"])
async def test_a_strangers_number(amina: UUID, clock: Clock, words: str) -> None:
    await starts(amina, clock)
    await texts_us(words, OTHER)
    assert any("once you tell us of a job" in one.text for one in await said(OTHER))
