"""When it is safe to write to somebody, asked in the questions that prove who they are."""

from typing import Any
from uuid import UUID

import pytest

from casework import claimants, handoff, identity
from casework.base.db import transaction
from casework.base.words import words as wording
from tests.flows.conftest import Assistant, Claimant
from tests.flows.people.test_identity import NUMBER, SAYS, begins, code_sent, says
from tests.flows.phones import gets, known, texts_us, thread
from tests.flows.texts.test_safe_times import safe_contact


async def comes_to_safe(claimant: Claimant, purpose: str = "register") -> UUID:
    await begins(claimant, purpose)
    await says(claimant, SAYS)
    await says(claimant, await code_sent())
    await says(claimant, "Zoe")
    assert (await says(claimant, "yes"))[1] == "safe"
    async with transaction() as session:
        return (await claimants.by_address(session, "sms", NUMBER))[0].id


async def test_the_yes_is_kept_even_where_they_say_no_more(claimant: Claimant) -> None:
    zoe = await comes_to_safe(claimant, "job_start")
    assert await safe_contact(zoe) == {"neutral": True}
    async with transaction() as session:
        agreed = await claimants.consents(session, zoe)
        proved = await identity.proved(session, claimant.conversation)
    assert agreed["keep_record"].given
    assert agreed["contact"].given
    assert proved
    assert proved.id == zoe


@pytest.mark.parametrize(
    ("words", "said", "kept"),
    [
        ("Any time", None, None),
        ("Only on weekdays, 9 to 5", None, {"days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00", "until": "17:00"}),
        ("Someone else may see it", None, {"shared": True, "neutral": True}),
        ("evenings after 6", "hours", {"from": "18:00", "until": "20:00"}),
        ("only 10 to 12 saturdays", "window", {"days": ["sat"], "from": "10:00", "until": "12:00"}),
        ("whenever suits you", "any", None),
        ("after 8pm", "never", {"from": "20:00"}),
        ("any time but my phone is shared", "any_shared", {"shared": True, "neutral": True}),
        ("days only", "hours", {"from": "09:00", "until": "17:00"}),
    ],
)
async def test_an_answer_in_own_words(claimant: Claimant, words: str, said: str | None, kept: dict[str, Any] | None) -> None:
    zoe = await comes_to_safe(claimant)
    assert await says(claimant, words) == (said and f"utter_identity_safe_{said}", "done")
    assert await safe_contact(zoe) == kept


async def test_what_cannot_be_read_is_asked_once_again_with_an_example(claimant: Claimant) -> None:
    zoe = await comes_to_safe(claimant)
    assert await says(claimant, "it depends on my shifts") == ("utter_identity_safe_example", "safe")
    assert await says(claimant, "it depends") == ("utter_identity_safe_unread", "done")
    assert await safe_contact(zoe) == {"neutral": True, "note": "it depends"}


@pytest.mark.parametrize(
    ("words", "waits"), [(["it depends", "it depends"], True), (["after 8pm"], True), (["it depends", "mornings"], False)]
)
async def test_a_person_looks_at_what_could_not_be_settled(claimant: Claimant, words: list[str], waits: bool) -> None:
    await comes_to_safe(claimant)
    for one in words:
        await says(claimant, one)
    async with transaction() as session:
        asked = await handoff.open_handoff(session, claimant.conversation)
    assert (asked.reason if asked else None) == ("safe_contact" if waits else None)


async def test_words_about_times_are_the_answer_and_others_are_not(claimant: Claimant) -> None:
    await comes_to_safe(claimant)
    async with transaction() as session:
        check = await identity.current(session, claimant.conversation)
        assert check
        assert identity.holds_answer(check, "not safe to text me at night, only 10 to 12 saturdays")
        assert not identity.holds_answer(check, "who is my key worker?")
        assert not identity.holds_answer(check, "got a job! start monday")
        assert not identity.would_answer(check, "got a job! start monday")
        assert identity.would_answer(check, "not early")
        assert not identity.holds_answer(check, "I want to talk to a person")


async def test_times_alone_are_left_to_the_question_that_is_open(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    assistant.answer = [{"text": "When suits you?", "choices": []}]
    await texts_us("book a meeting")
    await gets()
    await texts_us("only mornings")
    await gets()
    assert assistant.asked[-1]["text"] == "only mornings"
    assert await safe_contact(ada) is None


async def is_asked_when_safe(assistant: Assistant) -> None:
    asks = wording("utter_identity_ask_safe", "sms")
    assistant.answer = [{"text": asks.text, "choices": list(asks.choices)}]
    await texts_us("hello")
    await gets()
    async with transaction() as session:
        check = await identity.begin(session, (await thread()).id, "register")
        check.step = "safe"


async def test_times_are_left_to_the_question_when_it_is_safe(clean: None, assistant: Assistant) -> None:
    await is_asked_when_safe(assistant)
    await texts_us("dont text me at night")
    await gets()
    assert assistant.asked[-1]["text"] == "dont text me at night"


async def test_a_question_that_was_left_long_ago_is_asked_no_more(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await is_asked_when_safe(assistant)
    assistant.answer = [{"text": "All right.", "choices": []}]
    await texts_us("leave it")
    await gets()
    await texts_us("dont text me at night")
    await gets()
    assert assistant.asked[-1]["text"] == "leave it"
    assert await safe_contact(ada) == {"until": "17:00"}


async def test_more_times_are_for_a_person_and_no_meeting(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("change my times to any time")
    assert "If you told us other times before, a person will ask you first" in (await gets())[-1]
    assert assistant.asked == []
