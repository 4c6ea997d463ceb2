"""No food, at an hour when nobody is there: what helps now, and when a person will see it."""

from datetime import datetime

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.directory import Signpost
from actions.door import Turn
from actions.when_closed import say_who_answers_now
from casework import outbox
from casework.base.clock import LONDON
from casework.base.db import transaction
from casework.base.words import words
from casework.council import council
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us, thread
from tests.flows.texts.test_discreet import is_shared, tell_nothing

NIGHT, DAY = datetime(2026, 11, 26, 22, 0, tzinfo=LONDON), datetime(2026, 11, 26, 11, 0, tzinfo=LONDON)
LINE = "01632 960103"


def it_is(at: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("casework.messaging.safety.now", "casework.messaging.safety_saying.now", "actions.directory.now"):
        monkeypatch.setattr(module, lambda: at)




@pytest.mark.parametrize("said", ["no food", "nothing in for the kids til friday"])
async def test_at_night_the_line_for_then_and_the_time_of_a_person(
    clean: None, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    it_is(NIGHT, monkeypatch)
    await known("Ada")
    await texts_us(said)
    (told,) = await gets()
    assert LINE in told
    assert "tomorrow at 9am" in told
    assert outbox.length(told).parts <= 2


async def test_by_day_who_is_open(clean: None, assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    it_is(DAY, monkeypatch)
    await known("Ada")
    await texts_us("no food")
    (told,) = await gets()
    assert "Northbridge Pantry" in told
    assert LINE not in told


async def asks_for(need: str, said: str) -> list[dict[str, object]]:
    """What the action says to somebody who texts."""
    await texts_us(said)
    talk, say = await thread(), CollectingDispatcher()
    async with transaction() as session:
        tracker = Tracker(str(talk.id), {}, {}, [], False, None, {}, "action_listen")
        await Signpost().act(Turn(session, tracker, talk.id, "m1", said, need, 0.9, council().area(talk.area), "sms"), say)
    return say.messages


@pytest.mark.parametrize(("at", "more"), [(NIGHT, ["utter_signpost_now"]), (DAY, [])])
async def test_where_nobody_is_open_a_food_bank_is_not_all(
    clean: None, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, at: datetime, more: list[str]
) -> None:
    it_is(at, monkeypatch)
    told = await asks_for("need_food_fuel", "is there a food bank")
    assert [one["response"] for one in told] == ["utter_signpost", *more]


@pytest.mark.parametrize(("at", "line", "told"), [(NIGHT, LINE, [LINE]), (NIGHT, None, []), (DAY, LINE, []), (DAY, None, [])])
def test_the_line_for_when_we_are_closed_is_told_then_and_where_there_is_one(at: datetime, line: str | None, told: list[str]) -> None:
    area, say = council().area("northbridge"), CollectingDispatcher()
    area = area.model_copy(update={"phones": area.phones.model_copy(update={"out_of_hours": line})})
    say_who_answers_now(area, at, say)
    assert [one["phone"] for one in say.messages] == told


@pytest.mark.parametrize("need", ["need_debt", "need_mental_health", "need_benefits", "need_work_rights", "need_cv_job_search"])
async def test_on_a_phone_that_others_read_a_signpost_is_numbers(clean: None, assistant: Assistant, need: str) -> None:
    await is_shared(await known("Ada"))
    told = await asks_for(need, "can you help")
    assert told[0]["response"] in ("utter_signpost", "utter_signpost_work", "utter_signpost_none")
    services = str(told[0].get("services", ""))
    tell_nothing([services])
    assert not services or services.startswith(("Call", "Text"))


def test_its_words_are_one_text() -> None:
    said = words("utter_signpost_now", "sms", phone="01632 9601030").text
    assert outbox.length(said).parts == 1
