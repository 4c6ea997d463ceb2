"""A booking made in the chat, and what the key worker does with it in the diary."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import violations
from tests.browser.test_journeys import open_chat, said, sign_in, write
from tests.running import Running


def book(page: Page, handrail: Running, name: str, opened: bool = False) -> None:
    if not opened:
        open_chat(page, handrail)
    write(page, "book a phone call next week please")
    expect(said(page, "These are free")).to_be_visible()
    write(page, "the first one")
    expect(said(page, "Shall I book it?")).to_be_visible()
    page.get_by_role("button", name="Yes, book it").click()
    expect(said(page, "What first name")).to_be_visible()
    write(page, name)
    expect(said(page, "What number shall we ring?")).to_be_visible()
    write(page, "07700 900789")
    expect(said(page, "For your calendar")).to_be_visible()


def test_a_booking_is_in_the_diary_and_can_be_called_off(page: Page, context: BrowserContext, handrail: Running) -> None:
    book(page, handrail, "Winifred")
    desk = sign_in(context, handrail)
    desk.get_by_role("link", name="Diary").click()
    desk.get_by_role("link", name="Everybody's").click()
    desk.get_by_role("link", name="Week after").click()
    row = desk.get_by_role("row").filter(has_text="Winifred")
    expect(row).to_contain_text("+447700900789")
    assert violations(desk) == []
    row.get_by_text("Change").click()
    row.get_by_role("button", name="Call it off and tell them").click()
    expect(desk.get_by_role("status")).to_contain_text("Please ring Winifred on +447700900789")
    expect(row).to_contain_text("Called off")
    assert violations(desk) == []
    expect(said(page, "we cannot meet")).to_be_visible()


def test_the_diary_fits_a_phone(page: Page, context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    desk.set_viewport_size({"width": 360, "height": 740})
    desk.goto(f"{handrail.url}/desk/diary?everyone=true")
    expect(desk.get_by_role("heading", name="Diary", exact=True)).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(desk) == []
