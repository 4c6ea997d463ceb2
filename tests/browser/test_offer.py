"""A time offered by e-mail: opened while it is kept, answered, and opened too late."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from casework.appointments import Appointment, Waiting, WorkerDiary
from casework.base.clock import now
from tests.browser.conftest import violations
from tests.browser.test_in_work import writing
from tests.running import Running

HOUR = timedelta(hours=1)


@contextmanager
def kept_for_somebody(handrail: Running) -> Iterator[UUID]:
    """A Wednesday so far ahead that no other test books then."""
    ahead = now() + timedelta(days=40)
    start = (ahead + timedelta(days=(2 - ahead.weekday()) % 7)).replace(hour=11, minute=0, second=0, microsecond=0)
    with handrail.chat() as chat, writing(handrail) as session:
        diary = session.scalars(select(WorkerDiary.id).limit(1)).one()
        kept = Appointment(
            id=uuid4(), area="northbridge", diary_id=diary, conversation_id=UUID(chat.id), name="Ines", kind="phone",
            format="phone", starts_at=start, ends_at=start + HOUR / 2, blocked_until=start + HOUR, state="held",
            held_until=now() + HOUR, features=[],
        )
        session.add(kept)
        session.flush()
        wish = {"first": start.isoformat(), "last": (start + HOUR).isoformat(), "days": None, "hours": None, "exact": False}
        session.add(
            Waiting(
                area="northbridge", conversation_id=UUID(chat.id), name="Ines", kind="phone", format="phone", wish=wish,
                features=[], passed=[], state="offered", offered_id=kept.id,
            )
        )
        made = kept.id
    yield made
    with writing(handrail) as session:
        session.get_one(Appointment, made).state = "cancelled"


@pytest.mark.parametrize(
    ("answer", "heading"),
    [
        ("Yes, I want this time", "It is booked"),
        ("Not this one. Keep me on the list", "That is fine"),
        ("No. Take me off the list", "You are off the list"),
    ],
)
def test_a_time_that_is_kept_is_answered_with_one_button(page: Page, handrail: Running, answer: str, heading: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    with kept_for_somebody(handrail) as held:
        page.goto(f"{handrail.url}/offer/{held}")
        expect(page.get_by_role("heading", level=1)).to_have_text("A time came free")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert violations(page) == []
        page.get_by_role("button", name=answer).press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        assert violations(page) == []


def test_a_time_that_is_gone_says_so_and_where_to_look(page: Page, handrail: Running) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{handrail.url}/offer/{uuid4()}")
    expect(page.get_by_role("heading", level=1)).to_have_text("This time is not kept any more")
    expect(page.get_by_role("link", name="Exit this page")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert violations(page) == []
