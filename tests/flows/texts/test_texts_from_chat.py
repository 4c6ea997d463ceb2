"""In the web chat of somebody who proved their number the texts are theirs to end, pause and start again, as by text."""

import pytest

from casework import claimants, messaging, outbox
from casework.base.db import transaction
from casework.base.words import choice_texts, words
from casework.outbox import QuietNumber
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import PHONE, known

WHICH = words("utter_texts_stop_which").text


async def is_ada(claimant: Claimant, *, proved: bool = True) -> None:
    ada = await known("Ada", proved=proved)
    async with transaction() as session:
        await claimants.consent(session, ada, "texts", True)
        await messaging.join(session, claimant.conversation, ada)


async def quiet() -> QuietNumber | None:
    async with transaction() as session:
        return await outbox.quietness(session, PHONE)


async def why() -> str | None:
    kept = await quiet()
    return kept.why if kept else None


@pytest.mark.parametrize("text", ["please stop texting me", "no more texts", "stop the check ins please", "STOP all texts"])
async def test_stop_ends_them(claimant: Claimant, assistant: Assistant, text: str) -> None:
    await is_ada(claimant)
    await claimant.writes(text)
    assert await why() == "stopped"
    assert "no more texts" in (await claimant.last()).text


async def test_a_bare_stop_is_asked_about(claimant: Claimant, assistant: Assistant) -> None:
    await is_ada(claimant)
    await claimant.writes("STOP")
    assert (await claimant.last()).text == WHICH
    assert await quiet() is None
    await claimant.writes(choice_texts("utter_texts_stop_which")[0])
    assert await why() == "stopped"
    await claimant.writes("NONE")
    kept = await quiet()
    assert kept is not None
    assert not kept.appointments
    await claimant.writes("start the texts again please")
    assert await quiet() is None


async def test_only_the_chat_is_the_assistants(claimant: Claimant, assistant: Assistant) -> None:
    await is_ada(claimant)
    await claimant.writes("stop")
    received = await claimant.writes(choice_texts("utter_texts_stop_which")[1])
    assert not received.settled
    assert await quiet() is None


async def test_a_pause_has_its_end(claimant: Claimant, assistant: Assistant) -> None:
    await is_ada(claimant)
    await claimant.writes("pause the texts for 2 weeks")
    kept = await quiet()
    assert kept is not None
    assert (kept.why, kept.until is None) == ("paused", False)


@pytest.mark.parametrize("text", ["start", "stop my landlord texting me", "can you text me my meeting", "none", "i want to stop smoking", "my boss texts me at night"])
async def test_what_is_no_order_about_our_texts(claimant: Claimant, assistant: Assistant, text: str) -> None:
    await is_ada(claimant)
    await claimant.writes(text)
    assert await quiet() is None
    assert (await claimant.last()).text != WHICH


async def test_a_number_nobody_proved_is_not_theirs_to_stop(claimant: Claimant, assistant: Assistant) -> None:
    await is_ada(claimant, proved=False)
    await claimant.writes("please stop texting me")
    assert await quiet() is None


async def test_of_somebody_unknown_nothing_is_stopped(claimant: Claimant, assistant: Assistant) -> None:
    await known("Ada")
    await claimant.writes("please stop texting me")
    assert await quiet() is None


async def test_beside_danger_only_the_danger_is_answered(claimant: Claimant, assistant: Assistant) -> None:
    await is_ada(claimant)
    await claimant.writes("i want to kill myself, stop texting me")
    assert "999" in (await claimant.last()).text
    await claimant.writes("stop texting me")
    assert await why() == "stopped"
