"""Whoever answered a check-in, and says it otherwise a little later, is heard."""

from uuid import UUID

import pytest

from casework import checkins, claimants, handoff
from casework.base.db import transaction
from casework.checkins import looking
from casework.staff import Staff
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, texts_us, thread
from tests.flows.working import Clock, amina, answers, asked, case, clock, due, goes_on_to, starts

__all__ = ["amina", "clock"]



async def has_said_good(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    """And was thanked for it, so that nothing is open."""
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assistant.answer = [{"text": "That is good to hear.", "choices": []}]
    await texts_us("1")
    await answers(amina, "1")
    await gets()


async def test_a_follow_up_makes_nothing_milder(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    async with transaction() as session:
        (await claimants.get(session, amina)).safe_contact = {"neutral": True}
    await answers(amina, "3")
    await answers(amina, "No, thank you")
    (first,) = await asked(amina)
    assert (first.outcome, first.score) == ("struggling", 3)


@pytest.mark.parametrize("words", ["3", "actually 3", "worse now", "sorry i meant 3", "its got worse", "no wait its not good at all"])
async def test_a_worse_answer_after_a_good_one_counts(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await has_said_good(amina, clock, assistant)
    clock.passes(hours=3)
    await texts_us(words)
    assert (await thread()).pending[-1] == {"event": "checkin_asked"}
    heard = await answers(amina, words)
    assert heard.follow_up
    made = await case()
    assert made
    assert made.level == "P2", "a fall from good to not good"
    (first,) = await asked(amina)
    assert (first.score, first.trend) == (3, "worse")


@pytest.mark.parametrize("words", ["sorry i meant bad not good", "sorry i meant 3"])
async def test_a_worse_answer_counts_while_something_else_is_asked(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assert (await answers(amina, "2")).follow_up
    await texts_us(words)
    await answers(amina, words)
    (first,) = await asked(amina)
    assert (first.outcome, first.score, first.trend) == ("struggling", 3, "worse")


async def test_what_is_milder_than_the_worst_leaves_the_trend_as_it_was(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await has_said_good(amina, clock, assistant)
    for words in ("actually 3", "my pay is wrong", "sorry i meant 2"):
        await texts_us(words)
        await answers(amina, words)
    (first,) = await asked(amina)
    assert (first.score, first.trend) == (3, "worse")


@pytest.mark.parametrize("worse", ["3", "2"])
async def test_a_first_answer_taken_back_is_compared_with_nothing(amina: UUID, clock: Clock, worse: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await answers(amina, worse)
    await texts_us("actually 1")
    await answers(amina, "sorry i meant 1")
    (first,) = await asked(amina)
    assert first.trend is None


@pytest.mark.parametrize("words", ["1", "thanks", "i need help with my cv", "see you at 3", "ok", "ok thanks", "great"])
async def test_other_words_after_a_good_answer_open_nothing(
    amina: UUID, clock: Clock, assistant: Assistant, words: str
) -> None:
    await has_said_good(amina, clock, assistant)
    await texts_us(words)
    async with transaction() as session:
        assert await checkins.waiting(session, amina) is None


async def has_said_trouble(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    """And was told that a person will be in touch."""
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    assistant.answer = [{"text": "A person will be in touch.", "choices": []}]
    await texts_us("3")
    await answers(amina, "3")
    await answers(amina, "my pay is wrong")
    await gets()


@pytest.mark.parametrize("words", ["ok", "ok thanks", "okay", "great", "perfect thanks", "brilliant", "lovely ta", "fine"])
async def test_thanks_for_a_promise_take_no_trouble_back(
    amina: UUID, clock: Clock, assistant: Assistant, words: str
) -> None:
    await has_said_trouble(amina, clock, assistant)
    await texts_us(words)
    async with transaction() as session:
        assert await checkins.waiting(session, amina) is None
    (first,) = await asked(amina)
    assert (first.outcome, first.score) == ("pay_wrong", 3)


async def test_a_milder_answer_afterwards_is_heard_and_lowers_nothing(
    amina: UUID, clock: Clock, assistant: Assistant
) -> None:
    await has_said_trouble(amina, clock, assistant)
    await texts_us("actually 1")
    assert (await answers(amina, "actually 1")).promised_by
    (first,) = await asked(amina)
    assert (first.outcome, first.score) == ("pay_wrong", 3)
    assert await case()


@pytest.mark.parametrize("words", ["sorry i meant 1", "actually 1", "sorry i meant good", "Sorry I meant 1 its all good", "actually its fine now"])
async def test_who_has_it_to_do_sees_that_a_better_answer_was_meant(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await has_said_trouble(amina, clock, assistant)
    before = await case()
    await texts_us(words)
    heard = await answers(amina, words)
    assert (heard.outcome, heard.follow_up) == ("taken_back", None)
    made = await case()
    assert before
    assert made
    assert made.also[-1] == "checkin_taken_back"
    assert (made.reason, made.level, made.promised_by) == (before.reason, before.level, before.promised_by)


async def test_so_they_do_before_the_follow_up_is_answered(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await answers(amina, "3")
    assert (await answers(amina, "oops i meant 1")).outcome == "taken_back"
    assert "checkin_taken_back" in (await case()).also  # type: ignore[union-attr]


async def test_where_nobody_has_anything_to_do_it_is_simply_heard(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await answers(amina, "2")
    assert (await answers(amina, "sorry i meant 1")).outcome == "good"
    assert await case() is None


async def test_so_it_is_where_a_person_has_seen_to_it(amina: UUID, clock: Clock, assistant: Assistant, sam: Staff) -> None:
    await has_said_trouble(amina, clock, assistant)
    async with transaction() as session:
        await handoff.take(session, (await thread()).id, sam)
        await handoff.hand_back(session, (await thread()).id, sam)
    await texts_us("actually 1")
    async with transaction() as session:
        waits = await checkins.waiting(session, amina)
        heard = waits and await checkins.hear(session, await claimants.get(session, amina), waits, "good", (await thread()).id)
    assert heard is None or heard.outcome == "good"


async def test_the_answer_to_a_follow_up_takes_nothing_back(amina: UUID, clock: Clock) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    async with transaction() as session:
        (await claimants.get(session, amina)).safe_contact = {"neutral": True}
    await answers(amina, "3")
    assert (await answers(amina, "No, thank you")).outcome == "ok"


async def test_an_answer_of_last_week_is_not_changed(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await has_said_good(amina, clock, assistant)
    clock.passes(days=3)
    await texts_us("3")
    async with transaction() as session:
        assert await checkins.waiting(session, amina) is None


async def test_who_meant_another_number_is_heard_before_and_after_the_follow_up(
    amina: UUID, clock: Clock, assistant: Assistant
) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await answers(amina, "3")
    assert (await answers(amina, "sorry i meant 1 its all fine")).outcome == "taken_back"
    (first,) = await asked(amina)
    assert (first.outcome, first.score, first.following) == ("struggling", 3, None)
    assistant.answer = [{"text": "That is good to hear.", "choices": []}]
    await texts_us("ok")
    await gets()
    await texts_us("sorry i meant 1 its all fine")
    assert (await thread()).pending[-1] == {"event": "checkin_asked"}


async def has_said_left(who: UUID, clock: Clock) -> None:
    await starts(who, clock)
    await goes_on_to(who, clock)
    await texts_us("LEFT")
    assert await due(who) == []

BACK = ["i didnt mean to say left, im still there", "sorry i havent left", "I never meant to put left"]


@pytest.mark.parametrize("words", BACK)
async def test_a_job_that_was_said_to_be_over_by_mistake_is_put_back(
    amina: UUID, clock: Clock, assistant: Assistant, words: str
) -> None:
    await has_said_left(amina, clock)
    await texts_us(words)
    assert (await answers(amina, words, "checkin_lost_job")).outcome == "still_there"
    async with transaction() as session:
        assert await looking.followed_job(session, amina)
    assert await due(amina)
    assert await case(), "the call that was promised stands"


async def test_a_job_said_to_be_over_unasked_is_put_back_too(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock)
    await texts_us("LEFT")
    await texts_us("i havent left")
    await answers(amina, "i havent left")
    assert await due(amina)


async def test_other_words_put_no_job_back(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await has_said_left(amina, clock)
    await texts_us("what about my money")
    async with transaction() as session:
        assert await checkins.waiting(session, amina) is None
        assert await looking.followed_job(session, amina) is None
