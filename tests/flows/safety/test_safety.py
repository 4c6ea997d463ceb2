"""Danger in a message: fixed words at once, an alert at the desk, everything else waits. Rasa is not needed."""

from datetime import UTC, datetime

import pytest

from casework import handoff, messaging, safeguarding
from casework.base.db import transaction
from casework.base.words import words
from casework.messaging import safety
from casework.staff import Staff
from tests.flows.conftest import Assistant, Claimant
from tests.moments import set_to

TUESDAY_TEN = datetime(2026, 11, 24, 10, tzinfo=UTC)
TUESDAY_NIGHT = datetime(2026, 11, 24, 22, tzinfo=UTC)
PLAIN = [
    "I want to kill myself",
    "I've taken all my tablets",
    "im going to end it tonight",
    "he's got a knife outside my door",
]


@pytest.mark.parametrize("words", PLAIN)
async def test_a_plain_statement_is_answered_without_rasa(
    claimant: Claimant, assistant: Assistant, sam: Staff, words: str
) -> None:
    assistant.up = False
    received = await claimant.writes(words)
    assert received.settled
    reply = next(m for m in await claimant.reads() if m.reply_to == received.message.id)
    assert "999" in reply.text
    async with transaction() as session:
        alerts = await safeguarding.open_alerts(session, sam.areas)
    assert [alert.words for alert in alerts] == [words]
    assert alerts[0].priority in ("P0", "P1")


async def test_contacts_are_the_nations_and_one_is_not_a_call(claimant: Claimant) -> None:
    received = await claimant.writes("I want to die")
    text = next(m.text for m in await claimant.reads() if m.reply_to == received.message.id)
    assert "116 123" in text
    assert "SHOUT to 85258" in text
    assert "Lifeline" not in text


async def test_another_area_gets_no_alert(claimant: Claimant, vera: Staff) -> None:
    await claimant.writes("I want to kill myself")
    async with transaction() as session:
        assert await safeguarding.open_alerts(session, vera.areas) == []


async def test_other_things_wait_until_the_person_chooses(claimant: Claimant, assistant: Assistant) -> None:
    await claimant.writes("I want to kill myself")
    await claimant.writes("yes")
    await claimant.writes("what jobs are there")
    assert assistant.asked == []
    await claimant.writes("Go on with other things")
    await claimant.writes("Carry on")
    await messaging.answer(claimant.conversation)
    assert [turn["text"] for turn in assistant.asked] == ["Carry on"]


async def test_asking_for_a_person_reaches_the_assistant_all_the_same(claimant: Claimant, assistant: Assistant) -> None:
    await claimant.writes("I want to kill myself")
    await claimant.writes("I want to talk to a person")
    await messaging.answer(claimant.conversation)
    assert [turn["text"] for turn in assistant.asked] == ["I want to talk to a person"]


@pytest.mark.parametrize("danger", [*PLAIN, "I want to die", "my partner hits me", "I have nowhere to sleep tonight"])
async def test_no_block_is_said_twice_word_for_word(claimant: Claimant, danger: str) -> None:
    for _ in range(10):
        await claimant.writes(danger)
    blocks = [m.text for m in await claimant.reads() if m.sender == "assistant"][1:]
    assert len(blocks) >= 10
    assert len(set(blocks)) == len(blocks)
    assert all("999" in block for block in blocks if "where you are" not in block)


@pytest.mark.parametrize(("said", "line"), [("chcę umrzeć", "Jestem komputerem"), ("dwi eisiau marw", "Cyfrifiadur")])
async def test_danger_in_another_language_is_answered_with_a_line_in_it_too(
    claimant: Claimant, sam: Staff, said: str, line: str
) -> None:
    await claimant.writes(said)
    blocks = [m.text for m in await claimant.reads() if m.sender == "assistant"]
    assert any("116 123" in block for block in blocks)
    (own,) = [block for block in blocks if line in block]
    assert "999" in own
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1


async def test_despair_after_violence_is_answered_with_the_lines_for_violence(claimant: Claimant) -> None:
    await claimant.writes("my partner hits me")
    await claimant.writes("im at the end of my tether")
    assert "0808 2000 247" in (await claimant.last()).text


async def test_leaving_a_second_time_says_so_again(claimant: Claimant) -> None:
    for _ in range(2):
        for _ in range(3):
            await claimant.writes("I want to die")
        await claimant.writes("Go on with other things")
        assert "glad you are still here" in (await claimant.last()).text


async def test_a_yes_to_what_is_asked_again_is_read_as_its_answer(claimant: Claimant) -> None:
    for _ in range(4):
        await claimant.writes("i cant do this any more, everyone would be better off without me")
    assert "Are you safe right now?" in (await claimant.last()).text
    await claimant.writes("no")
    assert "999" in (await claimant.last()).text
    assert "Thank you for being honest" in (await claimant.last()).text


async def test_somebody_nobody_knows_is_asked_where_they_are_and_need_not_say(claimant: Claimant) -> None:
    asked = [words("utter_safety_where", "web", [], emergency="999").text]
    for _ in range(5):
        await claimant.writes("I have taken all my tablets")
    where = [m.text for m in await claimant.reads() if m.sender == "assistant" and ("do not have to" in m.text or "your choice" in m.text)]
    assert where[0] == asked[0]
    assert len(where) == 2


async def at_the_desk(claimant: Claimant, sam: Staff, monkeypatch: pytest.MonkeyPatch, at: datetime) -> str:
    """What is said last to somebody in danger whose conversation Sam has taken."""
    monkeypatch.setattr(safety, "now", lambda: at)
    async with transaction() as session:
        await handoff.take(session, claimant.conversation, sam)
    await claimant.writes("I want to kill myself")
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1
    return (await claimant.last()).text


async def test_it_reads_along_in_silence_while_a_person_holds_the_conversation(
    claimant: Claimant, sam: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await at_the_desk(claimant, sam, monkeypatch, TUESDAY_TEN) == "I want to kill myself"


async def test_it_speaks_for_a_person_who_has_gone_home(
    claimant: Claimant, sam: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "999" in await at_the_desk(claimant, sam, monkeypatch, TUESDAY_NIGHT)


async def test_the_first_to_look_stays_named(claimant: Claimant, sam: Staff) -> None:
    await claimant.writes("I want to kill myself")
    async with transaction() as session:
        (alert,) = await safeguarding.open_alerts(session, sam.areas)
        first = await safeguarding.acknowledge(session, alert.id, sam.id, sam.areas)
        assert first.acknowledged_by == sam.id
        assert await safeguarding.open_alerts(session, sam.areas) == []


async def test_where_they_are_is_thanked_for_and_no_milder_danger_takes_over(claimant: Claimant) -> None:
    await claimant.writes("ive taken all my tablets")
    await claimant.writes("im in the park")
    told = (await claimant.last()).text
    assert "Thank you. I have kept that" in told
    assert "999" in told
    assert "homeless" not in told
    await claimant.writes("i want to die")
    assert "999" in (await claimant.last()).text
    assert "tablets" not in (await claimant.last()).text


async def test_a_number_to_ring_is_thanked_for_too_and_a_no_is_enough(claimant: Claimant) -> None:
    await claimant.writes("ive taken all my tablets")
    await claimant.writes("no")
    assert "I am still here" in (await claimant.last()).text
    await claimant.writes("07700 900123")
    assert "Thank you. I have kept that" in (await claimant.last()).text


@pytest.mark.usefixtures("checked_lately")
async def test_what_was_asked_about_children_is_heard(claimant: Claimant, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the food bank is open: who is open is shown first, and only three."""
    set_to(monkeypatch, TUESDAY_TEN)
    await claimant.writes("theres no food in the house til friday")
    assert "Northbridge Pantry" in (await claimant.last()).text
    await claimant.writes("yes two kids")
    assert "Thank you for telling me" in (await claimant.last()).text


async def test_who_is_young_and_has_nowhere_to_sleep_hears_of_childline(claimant: Claimant) -> None:
    await claimant.writes("ive got nowhere to sleep tonight")
    await claimant.writes("im 16")
    assert "0800 1111" in (await claimant.last()).text


async def test_a_watched_screen_is_told_nothing_more(claimant: Claimant) -> None:
    await claimant.writes("he reads my messages")
    for words_ in ("dont send me anything", "is that ok", "hello"):
        await claimant.writes(words_)
        said = (await claimant.last()).text
        assert not [word for word in ("999", "danger", "person", "safe") if word in said]


@pytest.mark.parametrize(
    "danger", ["im not safe please call me", "call me please its not safe", "i am not safe when he is out", "he hits me, call me", "call me i want to die"]
)
async def test_danger_beside_a_way_to_reach_them_is_read(claimant: Claimant, sam: Staff, danger: str) -> None:
    await claimant.writes("he reads my messages")
    await claimant.writes(danger)
    async with transaction() as session:
        assert danger in [one.words for one in await safeguarding.open_alerts(session, sam.areas)]


@pytest.mark.parametrize("said", ["call me now", "come here now call me", "ring me please", "im unsafe call me"])
async def test_who_would_be_rung_there_asks_for_a_person(claimant: Claimant, assistant: Assistant, said: str) -> None:
    await claimant.writes("he reads my messages")
    await claimant.writes(said)
    await messaging.answer(claimant.conversation)
    assert len(assistant.asked) == 1


@pytest.mark.parametrize("said", ["text me when hes at work", "only call me after 3", "email is safe", "call my sister on 07700 900123", "dont call me here"])
async def test_a_way_to_reach_them_there_is_kept(claimant: Claimant, assistant: Assistant, said: str) -> None:
    await claimant.writes("he reads my messages")
    await claimant.writes(said)
    await messaging.answer(claimant.conversation)
    assert (await claimant.last()).text == words("utter_safety_way_kept").text
    assert assistant.asked == []


async def test_what_is_said_beside_it_has_its_line_too(claimant: Claimant) -> None:
    await claimant.writes("i hit my girlfriend last night and i hate myself")
    text = (await claimant.last()).text
    assert "116 123" in text
    assert "Respect" in text
    assert "SHOUT to 85258" in text


async def test_somebody_who_turns_out_to_be_young_is_told_of_as_graver(claimant: Claimant, sam: Staff) -> None:
    for said in ("i have nowhere to sleep tonight", "im 16", "im 16"):
        await claimant.writes(said)
    async with transaction() as session:
        alerts = await safeguarding.open_alerts(session, sam.areas)
    assert [(one.priority, one.words) for one in alerts] == [("P0", "im 16"), ("P1", "i have nowhere to sleep tonight")]
    assert "Childline" in "".join(m.text for m in await claimant.reads() if m.sender == "assistant")
