"""When it is safe to write to somebody: told in the questions that prove them, or by text whenever they like."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import claimants, handoff, identity, outbox
from casework.audit import AuditRow
from casework.base.db import transaction
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import OTHER, PHONE, gets, known, texts_us, thread, waits_for_a_person
from tests.flows.test_identity import NUMBER, SAYS, begins, code_sent, says


async def comes_to_safe(claimant: Claimant, purpose: str = "register") -> UUID:
    await begins(claimant, purpose)
    await says(claimant, SAYS)
    await says(claimant, await code_sent())
    await says(claimant, "Zoe")
    assert (await says(claimant, "yes"))[1] == "safe"
    async with transaction() as session:
        return (await claimants.by_address(session, "sms", NUMBER))[0].id


async def safe_contact(person: UUID) -> dict[str, Any] | None:
    async with transaction() as session:
        return (await claimants.get(session, person)).safe_contact


async def has_stopped() -> bool:
    async with transaction() as session:
        return await outbox.quietness(session, PHONE) is not None


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
        ("it depends on my shifts", "unread", {"neutral": True, "note": "it depends on my shifts"}),
    ],
)
async def test_an_answer_in_own_words(claimant: Claimant, words: str, said: str | None, kept: dict[str, Any] | None) -> None:
    zoe = await comes_to_safe(claimant)
    assert await says(claimant, words) == (said and f"utter_identity_safe_{said}", "done")
    assert await safe_contact(zoe) == kept


@pytest.mark.parametrize(("words", "waits"), [("it depends", True), ("after 8pm", True), ("mornings", False)])
async def test_a_person_looks_at_what_could_not_be_settled(claimant: Claimant, words: str, waits: bool) -> None:
    await comes_to_safe(claimant)
    await says(claimant, words)
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
        assert not identity.holds_answer(check, "I want to talk to a person")


@pytest.mark.parametrize(
    ("words", "kept", "hears"),
    [
        ("dont text me at night", {"until": "17:00"}, "every day, 10am to 5pm"),
        ("dont text after 6pm", {"until": "18:00"}, "every day, 10am to 6pm"),
        ("only text me in the mornings", {"from": "09:00", "until": "12:00"}, "every day, 10am to midday"),
        ("only 10 to 12 on saturdays", {"days": ["sat"], "from": "10:00", "until": "12:00"}, "Saturday, 10am to midday"),
        ("my phone is shared with my brother", {"neutral": True, "shared": True}, "short and plain"),
        (
            "not safe to text me at night, only 10 to 12 saturdays",
            {"neutral": True, "shared": True, "days": ["sat"], "from": "10:00", "until": "12:00"},
            "Saturday, 10am to midday",
        ),
    ],
)
async def test_times_told_by_text_become_the_window(
    clean: None, assistant: Assistant, words: str, kept: dict[str, Any], hears: str
) -> None:
    assistant.up = False
    ada = await known("Ada")
    await texts_us(words)
    (answer,) = await gets()
    assert hears in answer
    assert outbox.length(answer).parts == 1
    assert await safe_contact(ada) == kept
    assert not await has_stopped()
    assert await waits_for_a_person() is None
    async with transaction() as session:
        noted = (await session.execute(select(AuditRow.subject).where(AuditRow.act == "claimant.safe_contact"))).scalars()
        assert len(list(noted)) == 1


async def test_times_outside_ours_are_told_so_and_a_person_asks(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("only text me after 8pm")
    (answer,) = await gets()
    assert "from 10am to 7pm only" in answer
    assert await safe_contact(ada) == {"from": "20:00"}
    assert await waits_for_a_person() == "safe_contact"


async def test_what_cannot_be_read_is_noted_for_a_person(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("only text me when its urgent")
    assert "A person will ask which days and times suit you" in (await gets())[0]
    assert await safe_contact(ada) == {"neutral": True, "note": "only text me when its urgent"}
    assert await waits_for_a_person() == "safe_contact"


async def test_any_time_takes_the_window_back(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    for words in ("only text me in the mornings", "you can text me any time"):
        await texts_us(words)
    assert "any day" in (await gets())[-1]
    assert await safe_contact(ada) is None


async def test_an_unknown_number_has_no_record_and_a_person_asks(clean: None, assistant: Assistant) -> None:
    await texts_us("dont text me at night", OTHER)
    assert "A person will ask" in (await gets(OTHER))[0]
    assert await waits_for_a_person(OTHER) == "safe_contact"


async def test_times_alone_are_left_to_the_question_that_is_open(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    assistant.answer = [{"text": "When suits you?", "choices": []}]
    await texts_us("book a meeting")
    await gets()
    await texts_us("only mornings")
    await gets()
    assert assistant.asked[-1]["text"] == "only mornings"
    assert await safe_contact(ada) is None


async def test_times_are_left_to_the_question_when_it_is_safe(clean: None, assistant: Assistant) -> None:
    await texts_us("hello")
    talk = await thread()
    async with transaction() as session:
        check = await identity.begin(session, talk.id, "register")
        check.step = "safe"
    await texts_us("dont text me at night")
    await gets()
    assert assistant.asked[-1]["text"] == "dont text me at night"


async def test_a_real_stop_is_one(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("dont text me at night or any time")
    assert "no more texts" in (await gets())[0]
    assert await has_stopped()


async def test_a_watched_phone_keeps_its_careful_way(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("my partner reads my texts, he mustn't see")
    async with transaction() as session:
        watched = await outbox.quietness(session, PHONE)
    assert watched
    assert watched.why == "watched"
    assert await safe_contact(ada) is None


async def test_a_start_from_a_watched_phone_stays_neutral_and_is_looked_at(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("my partner reads my texts, he mustn't see")
    await texts_us("START")
    contact = await safe_contact(ada)
    assert contact
    assert contact["neutral"] is contact["shared"] is True
    assert await waits_for_a_person() == "safe_contact"


async def test_a_pause_of_stopped_texts_says_that_they_are_stopped(clean: None, assistant: Assistant) -> None:
    for words in ("STOP", "PAUSE"):
        await texts_us(words)
    answer = (await gets())[-1]
    assert "stopped already" in answer
    assert "START" in answer
    async with transaction() as session:
        still = await outbox.quietness(session, PHONE)
    assert still
    assert (still.why, still.until) == ("stopped", None)


async def test_times_told_while_texts_are_stopped_are_kept_and_texts_stay_stopped(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    for words in ("STOP", "dont text me at night"):
        await texts_us(words)
    assert "Your texts are stopped" in (await gets())[-1]
    assert await safe_contact(ada) == {"until": "17:00"}
    assert await has_stopped()


async def test_start_from_a_wrong_number_brings_texts_back_and_nobodys_record(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    for words in ("wrong number", "START"):
        await texts_us(words)
    assert "We do not know who has this number" in (await gets())[-1]
    assert not await has_stopped()
    assert (await thread()).claimant_id is None
    async with transaction() as session:
        assert (await claimants.get(session, ada)).channels[0].closed_at
    await texts_us("hello")
    assert (await gets())[-1] == "I hear you."
