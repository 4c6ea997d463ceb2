"""When it is safe to write to somebody: told in the questions that prove them, or by text whenever they like."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import claimants, handoff, identity, outbox
from casework.audit import AuditRow
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.words import words as wording
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import OTHER, PHONE, gets, known, texts_us, thread, waits_for_a_person
from tests.flows.test_identity import NUMBER, SAYS, begins, code_sent, says

ALL = {"notice", "reply", "safety", "control", "appointment", "reminder", "checkin", "promotion"}


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


async def test_any_time_by_text_gives_nothing_back_and_a_person_asks(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    for words in ("only text me in the mornings", "you can text me any time"):
        await texts_us(words)
    answer = (await gets())[-1]
    assert "a person will ask you first" in answer
    assert "midday" not in answer
    assert outbox.length(answer).parts == 1
    assert await safe_contact(ada) == {"from": "09:00", "until": "12:00"}
    assert await waits_for_a_person() == "safe_contact"


async def stands(person: UUID, **contact: Any) -> None:
    async with transaction() as session:
        (await claimants.get(session, person)).safe_contact = contact


async def test_what_the_desk_set_is_neither_widened_nor_read_out(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await stands(ada, days=["mon"], **{"from": "10:00", "until": "14:00"})
    await texts_us("dont text me after 1")
    assert "every day, 10am to 1pm" in (await gets())[-1]
    assert await safe_contact(ada) == {"days": ["mon"], "from": "10:00", "until": "13:00"}
    await texts_us("only text me in the evenings")
    assert "Monday" not in (await gets())[-1]
    left = await safe_contact(ada)
    assert left
    assert left["from"] == "23:59"
    assert await waits_for_a_person() == "safe_contact"


async def test_a_number_that_was_not_proved_says_nothing_of_times_and_much_of_care(clean: None, assistant: Assistant) -> None:
    ada, zoe = await known("Ada"), await known("Zoe", proved=False)
    await texts_us("my phone is shared, only text me in the mornings")
    assert await safe_contact(zoe) == {"neutral": True, "shared": True}
    assert await safe_contact(ada) == {"neutral": True, "shared": True, "from": "09:00", "until": "12:00"}


async def test_what_any_of_them_cannot_have_a_person_asks(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await stands(await known("Zoe"), days=["sun"])
    await texts_us("only text me on mondays")
    assert await waits_for_a_person() == "safe_contact"


@pytest.mark.parametrize(
    ("words", "proved"),
    [
        ("dont text me at work", True),
        ("only text me when my flatmate is out, mornings", True),
        ("dont text me at night", False),
        ("only text me in the mornings", False),
    ],
)
async def test_texts_wait_where_they_are_forbidden_and_we_do_not_know_when(
    clean: None, assistant: Assistant, words: str, proved: bool
) -> None:
    ada = await known("Ada", proved=proved)
    await texts_us(words)
    (answer,) = await gets()
    assert "A person will ask" in answer
    assert "no texts from us" in answer
    assert outbox.length(answer).parts == 1
    assert await waits_for_a_person() == "safe_contact"
    async with transaction() as session:
        held = await outbox.quietness(session, PHONE)
    assert {about for about in ALL if outbox.kept_back(held, about)} == ALL - {"control", "safety"}
    assert (await safe_contact(ada) or {}).get("neutral") is (True if proved else None)


async def test_where_somebody_may_read_it_nothing_comes_at_a_time_we_do_not_know(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("dont text me after 6 he goes mad")
    async with transaction() as session:
        held = await outbox.quietness(session, PHONE)
    assert all(outbox.kept_back(held, about) for about in ALL - {"control", "safety"})


@pytest.mark.parametrize(
    "words",
    [
        "stop messaging me on fri sat sun mon tue wed thu",
        "I said stop texting me at 6 in the morning you woke my kids. I want no more",
        "stop texting me night and day",
        "stop texting me from monday",
    ],
)
async def test_a_stop_that_leaves_no_times_we_know_is_a_stop(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    await texts_us(words)
    assert "no more texts" in (await gets())[0]
    assert await has_stopped()
    assert await safe_contact(ada) is None


async def test_what_leaves_nothing_of_their_own_week_is_a_stop(clean: None, assistant: Assistant) -> None:
    await stands(await known("Ada"), days=["mon"])
    await texts_us("dont text me on mondays")
    assert "no more texts" in (await gets())[0]


@pytest.mark.parametrize("words", ["dont text me after 6", "stop texting me so much"])
async def test_in_danger_what_forbids_some_texts_is_a_stop(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    await texts_us("i want to die")
    await texts_us(words)
    await gets()
    assert (await thread()).safety
    assert await has_stopped()


@pytest.mark.parametrize("words", ["only worked tuesday this week", "only got 3 shifts, monday to wednesday"])
async def test_work_is_no_safe_time(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    await texts_us(words)
    await gets()
    assert assistant.asked[-1]["text"] == words
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


async def is_asked_when_safe(assistant: Assistant) -> None:
    assistant.answer = [{"text": wording("utter_identity_ask_safe", "sms").text, "choices": []}]
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


async def test_start_from_a_wrong_number_days_later_brings_texts_back_and_nobodys_record(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("wrong number")
    async with transaction() as session:
        (await claimants.get(session, ada)).channels[0].closed_at = now() - timedelta(days=2)
    await texts_us("START")
    assert "We do not know who has this number" in (await gets())[-1]
    assert not await has_stopped()
    assert (await thread()).claimant_id is None
    async with transaction() as session:
        assert (await claimants.get(session, ada)).channels[0].closed_at
    await texts_us("hello")
    assert (await gets())[-1] == "I hear you."


async def test_times_told_beside_somebody_who_reads_it_are_kept_and_nothing_is_said(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("dont text me after 6 he goes mad")
    assert await gets() == [wording("utter_safety_r10", "sms").text]
    kept = await safe_contact(ada)
    assert kept
    assert kept["until"] == "18:00"
    assert await waits_for_a_person() == "safe_contact"


@pytest.mark.parametrize(
    "words",
    ["i am not safe at night he hits me", "cant cope in the evenings i want to die", "i cant go on at night i want to die", "he wont leave me alone at night he hits me"],
)
async def test_distress_is_no_wish_about_hours(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    before = await safe_contact(ada)
    await texts_us(words)
    assert await safe_contact(ada) == before


@pytest.mark.parametrize("words", ["i dont want texts at night he hits me", "he hits me. dont text me at night"])
async def test_no_texts_then_beside_a_danger_is_one(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    await texts_us(words)
    assert (await safe_contact(ada) or {})["until"] == "17:00"


async def test_any_time_on_a_shared_phone_is_said_back_whole(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("any time but my phone is shared")
    (answer,) = await gets()
    assert "10am to 7pm, short and plain" in answer
    assert await safe_contact(ada) == {"neutral": True, "shared": True}


async def test_a_stop_with_an_end_is_a_pause_and_its_day_is_said(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("stop texting me til xmas")
    (answer,) = await gets()
    assert "25 December" in answer
    assert "STOP ends all" in answer
    async with transaction() as session:
        known_of = await outbox.quietness(session, PHONE)
    assert known_of
    assert known_of.why == "paused"
