"""When it is safe to write to somebody, told by text whenever they like."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import claimants, outbox
from casework.audit import AuditRow
from casework.base.db import transaction
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, gets, known, texts_us, waits_for_a_person

ALL = {"notice", "reply", "safety", "control", "appointment", "reminder", "checkin", "promotion"}


async def safe_contact(person: UUID) -> dict[str, Any] | None:
    async with transaction() as session:
        return (await claimants.get(session, person)).safe_contact


async def has_stopped() -> bool:
    async with transaction() as session:
        return await outbox.quietness(session, PHONE) is not None


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
    assert "Which times suit you? Text us, like: weekdays 10 to 2." in (await gets())[0]
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


async def test_any_time_on_a_shared_phone_is_said_back_whole(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("any time but my phone is shared")
    (answer,) = await gets()
    assert "10am to 7pm, short and plain" in answer
    assert await safe_contact(ada) == {"neutral": True, "shared": True}
