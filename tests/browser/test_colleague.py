"""A meeting given to a colleague, seen by that colleague once they sign in."""

import os
import re
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from casework.base.settings import ROOT
from tests.browser.conftest import violations
from tests.browser.test_diary import book, to_next_week
from tests.browser.test_journeys import sign_in
from tests.running import Running

COLLEAGUE, NAME = "ines@example.org", "Ines Duarte"


@pytest.fixture
def theirs(handrail: Running, chromium: Browser) -> Iterator[Page]:
    """The colleague, in a browser of their own and signed in."""
    command = [ROOT / ".venv" / "bin" / "handrail", "staff", "add", COLLEAGUE, NAME, "--areas", "northbridge"]
    made = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ | {"DATABASE_URL": handrail.database}
    )
    password = made.stdout.split()[-1]
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as alone:
        alone.set_default_timeout(15_000)
        desk = sign_in(alone, Running(handrail.url, handrail.database, (COLLEAGUE, password), handrail.process))
        yield desk
        works(desk, handrail, "", "")


def works(desk: Page, handrail: Running, first: str, last: str) -> None:
    desk.goto(f"{handrail.url}/desk/hours")
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        desk.get_by_label(f"{day}, first from").fill(first)
        desk.get_by_label(f"{day}, first until").fill(last)
    save_the_week(desk)
    expect(desk.get_by_label("Friday, first until")).to_have_value(last)


def save_the_week(desk: Page) -> None:
    """Meetings of other tests that do not fit it are kept."""
    with desk.expect_navigation():
        desk.get_by_role("button", name="Save the week").click()
    kept = desk.get_by_role("button", name="Save, and keep these meetings")
    if kept.is_visible():
        kept.click()


def test_they_see_it_and_who_it_is_with(page: Page, context: BrowserContext, handrail: Running, theirs: Page) -> None:
    book(page, handrail, "Zenobia")
    works(theirs, handrail, "09:00", "17:00")  # only now, or the meeting may be theirs already
    desk = sign_in(context, handrail)
    desk.get_by_role("link", name="Diary").click()
    desk.get_by_role("link", name="Everybody's").click()
    to_next_week(desk)
    row = desk.get_by_role("row").filter(has_text="Zenobia")
    row.get_by_text("Change").click()
    row.get_by_label("Give it to").select_option(NAME)
    row.get_by_role("button", name="Give it and tell them").click()
    expect(desk.get_by_role("row").filter(has_text="Zenobia")).to_contain_text(NAME)

    theirs.get_by_role("link", name="Diary").first.click()
    to_next_week(theirs)
    mine = theirs.get_by_role("row").filter(has_text="Zenobia")
    expect(mine).to_contain_text("+447700900789")
    assert violations(theirs) == []
    mine.get_by_role("link", name="Zenobia").click()
    expect(theirs.get_by_text("book a phone call next week please")).to_be_visible()

    desk.get_by_role("link", name="Only mine").click()
    expect(desk.get_by_role("heading", name=re.compile("^Diary of"))).to_be_visible()
    expect(desk.get_by_role("row").filter(has_text="Zenobia")).to_have_count(0)
