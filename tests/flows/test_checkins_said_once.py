"""What people in work wrote by text is understood the first time that they say it."""

from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import CheckinQuestions
from actions.directory import Signpost
from casework.base.db import transaction
from casework.checkins import rules
from casework.checkins.outcomes import Task
from casework.checkins.understanding import news
from casework.council import council
from tests.flows.conftest import Assistant
from tests.flows.phones import texts_us, thread
from tests.flows.test_work_news import heard, names
from tests.flows.working import Clock, amina, answers, case, clock, goes_on_to, starts

__all__ = ["amina", "clock"]

CHILDREN = ["who has the baby my mum let me down n nursery is full", "no one to have the kids", "mum cant watch him no more", "nursery is full", "who will look after the kids while i work"]
NO_CHILDREN = ["who has the keys", "who has the kids birthday", "my mum had the baby today all good", "nursery full time starts monday", "my mum let me down", "she wont pick up the phone", "nobody has kids at my work"]
WORN = ["So so. Very tired on my feet all day", "my feet are killing me", "not good. so tired all the time", "ok but my back is killing me"]
NOT_WORN = ["tired but good", "very tired but loving it", "kids are so tired", "so tired of the bus", "ok but tired", "on my feet all day but used to it"]


@pytest.mark.parametrize("words", CHILDREN)
async def test_nobody_for_the_children_is_trouble_at_once(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    told = await answers(amina, words)
    made = await case()
    assert (told.outcome, told.follow_up) == ("getting_there", None)
    assert made
    assert made.promised_by == rules.promise(council().area("northbridge"), Task(level="P3", days=0), clock())


@pytest.mark.parametrize("words", CHILDREN)
async def test_so_it_is_whatever_it_was_taken_for(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    async with transaction() as session:
        turn = await heard(session, await thread(), "need_childcare")
        state = await CheckinQuestions().open(turn)
        assert state
        assert CheckinQuestions().is_choice(turn, state)


async def test_beside_services_near_them(amina: UUID, clock: Clock, assistant: Assistant) -> None:
    await starts(amina, clock, 0)
    await texts_us("who has the baby my mum let me down n nursery is full")
    say = CollectingDispatcher()
    async with transaction() as session:
        await Signpost().act(await heard(session, await thread(), "need_childcare"), say)
    assert names(say)[0] == "utter_checkin_done_getting_there"


@pytest.mark.parametrize("words", NO_CHILDREN)
def test_other_words_of_children_are_none(words: str) -> None:
    assert news(words) != "getting_there"


@pytest.mark.parametrize("words", WORN)
async def test_what_wears_them_out_is_told_and_not_asked(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    told = await answers(amina, words)
    assert (told.outcome, told.follow_up) == ("worn_out", None)


@pytest.mark.parametrize("words", NOT_WORN)
def test_a_little_tired_is_no_trouble(words: str) -> None:
    assert news(words) != "worn_out"
