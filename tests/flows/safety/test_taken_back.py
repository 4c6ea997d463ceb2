"""A danger taken back: what was read wrongly is left for what they want, what was told plainly keeps its help."""

import pytest

from casework import messaging, safeguarding
from casework.base.db import transaction
from casework.base.words import words
from casework.staff import Staff
from tests.flows.conftest import Assistant, Claimant

# Read by the second layer alone.
MISREAD = "its tonight then"
SORRY = words("utter_safety_taken_back", emergency="999").text


async def state_of(claimant: Claimant) -> dict[str, object] | None:
    async with transaction() as session:
        return (await messaging.get(session, claimant.conversation)).safety


@pytest.mark.parametrize("said", ["no im fine", "nah im ok mate", "I am not in danger!!", "im not suicidal ffs"])
async def test_what_was_read_wrongly_is_left_and_kept_for_a_person(
    claimant: Claimant, assistant: Assistant, sam: Staff, said: str
) -> None:
    await claimant.writes(MISREAD)
    await claimant.writes(said)
    assert (await claimant.reads())[-1].text == SORRY
    assert await state_of(claimant) is None
    await messaging.answer(claimant.conversation)
    assert assistant.asked[-1]["text"] == "Carry on"
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1


async def test_what_they_want_beside_it_is_gone_on_with(claimant: Claimant, assistant: Assistant) -> None:
    await claimant.writes(MISREAD)
    await claimant.writes("no no im fine i just want a lady to talk to about jobs")
    await messaging.answer(claimant.conversation)
    assert assistant.asked[-1]["text"] == "i just want a lady to talk to about jobs"


@pytest.mark.parametrize("said", ["no", "no im not fine", "no i am not ok", "no im not safe"])
async def test_who_is_not_safe_stays_so(claimant: Claimant, assistant: Assistant, said: str) -> None:
    await claimant.writes(MISREAD)
    await claimant.writes(said)
    assert "999" in (await claimant.reads())[-1].text
    assert await state_of(claimant) is not None
    assert assistant.asked == []


@pytest.mark.parametrize("said", ["no im fine", "im fine i just want a job"])
async def test_where_life_was_plainly_at_risk_help_stays_said_once(claimant: Claimant, assistant: Assistant, said: str) -> None:
    await claimant.writes("I am going to kill myself tonight")
    await claimant.writes(said)
    assert (await claimant.reads())[-1].text == words("utter_safety_safe_after_all", emergency="999").text
    state = await state_of(claimant)
    assert state
    assert state["safe"]
    await claimant.writes("ok")
    assert "now, or" not in (await claimant.reads())[-1].text
    assert assistant.asked == []


async def test_who_told_plainly_of_lesser_danger_goes_on_by_what_they_want(claimant: Claimant, assistant: Assistant) -> None:
    await claimant.writes("I want to die")
    await claimant.writes("no im fine")
    assert (await claimant.reads())[-1].text == words("utter_safety_safe_yes").text
    await claimant.writes("im fine can i book an appointment")
    assert (await claimant.reads())[-1].text == words("utter_safety_safe_go_on", emergency="999").text
    await messaging.answer(claimant.conversation)
    assert assistant.asked[-1]["text"] == "can i book an appointment"


@pytest.mark.parametrize("danger", ["I've taken all my tablets", "he's got a knife outside my door"])
async def test_who_took_tablets_or_has_somebody_at_the_door_is_told_to_call_all_the_same(claimant: Claimant, danger: str) -> None:
    await claimant.writes(danger)
    await claimant.writes("im fine")
    assert "call 999" in (await claimant.reads())[-1].text
    assert await state_of(claimant) is not None


async def test_a_watched_phone_is_told_nothing_more(claimant: Claimant) -> None:
    await claimant.writes("he reads my messages and hits me")
    await claimant.writes("no im fine")
    assert (await claimant.reads())[-1].text not in (SORRY, words("utter_safety_safe_yes").text)


async def test_a_time_after_danger_is_no_bare_time(claimant: Claimant) -> None:
    await claimant.writes("I am going to kill myself")
    await claimant.writes("tonight at 11pm")
    assert "999" in (await claimant.reads())[-1].text
    assert (await state_of(claimant) or {})["priority"] == "P0"
