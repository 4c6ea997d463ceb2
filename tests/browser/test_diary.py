"""A booking made in the chat, and what the key worker does with it in the diary."""

from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select

from casework.appointments import Appointment
from casework.appointments.models import OutsideBusy
from casework.base.clock import local, now
from tests.browser.conftest import violations
from tests.browser.test_in_work import writing
from tests.browser.test_journeys import open_chat, said, sign_in, write
from tests.running import Running

SUNDAY = 6


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


def to_next_week(desk: Page) -> None:
    """From the week that the diary opens with, by keyboard; on a Sunday that is the next one already."""
    if local(now()).weekday() != SUNDAY:
        desk.get_by_role("link", name="Week after").press("Enter")


def test_a_booking_is_in_the_diary_and_can_be_called_off(page: Page, context: BrowserContext, handrail: Running) -> None:
    book(page, handrail, "Winifred")
    desk = sign_in(context, handrail)
    desk.get_by_role("link", name="Diary").click()
    desk.get_by_role("link", name="Everybody's").click()
    to_next_week(desk)
    row = desk.get_by_role("row").filter(has_text="Winifred")
    expect(row).to_contain_text("+447700900789")
    assert violations(desk) == []
    row.get_by_text("Change").click()
    row.get_by_role("link", name="Call it off").click()
    expect(desk.get_by_role("heading", name="Call it off?")).to_be_visible()
    assert violations(desk) == []
    desk.get_by_role("button", name="Call it off and tell them").click()
    expect(desk.get_by_role("status").filter(has_text="That is done")).to_be_visible()
    expect(desk.get_by_role("status").filter(has_text="Please ring")).to_contain_text("Please ring Winifred on +447700900789")
    expect(row).to_contain_text("Called off")
    assert violations(desk) == []
    expect(said(page, "we cannot meet")).to_be_visible()


def test_the_diary_fits_a_phone(page: Page, context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    desk.set_viewport_size({"width": 360, "height": 740})
    desk.goto(f"{handrail.url}/desk/diary?everyone=true")
    expect(desk.get_by_role("heading", level=1, name="Diary of everybody")).to_be_visible()
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(desk) == []


def test_a_meeting_is_given_another_time_with_the_keyboard_alone(
    page: Page, context: BrowserContext, handrail: Running
) -> None:
    book(page, handrail, "Leocadia")
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/diary?everyone=true")
    to_next_week(desk)
    row = desk.get_by_role("row").filter(has_text="Leocadia")
    row.locator("summary").press("Enter")
    row.get_by_role("link", name="Give it another time").press("Enter")
    desk.get_by_label("When").fill("gibberish")
    desk.get_by_label("When").press("Enter")
    expect(desk.get_by_role("alert")).to_contain_text("for example: next Tuesday morning")
    assert violations(desk) == []
    desk.get_by_label("When").fill("in two weeks")
    desk.get_by_label("When").press("Enter")
    expect(desk.get_by_role("button", name="Move it here and tell them")).to_have_count(3)
    assert violations(desk) == []
    desk.get_by_role("button", name="Move it here and tell them").last.press("Enter")
    expect(desk.get_by_role("status").filter(has_text="That is done")).to_be_visible()
    expect(desk.get_by_role("status").filter(has_text="Please ring")).to_contain_text("Please ring Leocadia")
    expect(desk.get_by_role("row").filter(has_text="Leocadia")).to_be_visible()
    expect(said(page, "It is now")).to_be_visible()
    desk.get_by_role("row").filter(has_text="Leocadia").locator("xpath=ancestor::section").get_by_role("link").first.press("Enter")
    expect(desk.get_by_role("link", name="Whole week")).to_be_visible()
    expect(desk.locator("section[aria-labelledby^=day-]")).to_have_count(1)
    assert violations(desk) == []


def test_the_diary_prints_without_what_is_only_for_the_screen(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/diary?everyone=true")
    expect(desk.get_by_role("link", name="Week after")).to_be_visible()
    desk.emulate_media(media="print")
    expect(desk.get_by_role("heading", level=1, name="Diary of everybody")).to_be_visible()
    expect(desk.get_by_role("link", name="Week after")).to_be_hidden()
    expect(desk.get_by_role("link", name="Claimants")).to_be_hidden()
    links = desk.locator("main h2 a")
    printed = links.evaluate_all("all => all.map(one => getComputedStyle(one, '::after').content)")
    assert printed
    assert set(printed) <= {"none", "normal"}


def test_a_worker_has_a_feed_that_ends_when_they_say(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/calendar")
    desk.get_by_role("button", name="Make an address").click()
    address = desk.locator("code").inner_text()
    path = address[address.index("/calendar/feed/") :]
    assert violations(desk) == []
    answer = desk.request.get(f"{handrail.url}{path}")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.text().startswith("BEGIN:VCALENDAR")
    desk.get_by_role("button", name="End it").click()
    expect(desk.get_by_role("button", name="Make an address")).to_be_visible()
    assert desk.request.get(f"{handrail.url}{path}").status == 404


def test_what_is_in_a_calendar_over_a_meeting_is_settled_by_a_button(
    page: Page, context: BrowserContext, handrail: Running
) -> None:
    book(page, handrail, "Philomena")
    with writing(handrail) as session:
        meeting = session.scalars(select(Appointment).where(Appointment.name == "Philomena")).one()
        session.add(OutsideBusy(diary_id=meeting.diary_id, starts_at=meeting.starts_at, ends_at=meeting.ends_at))
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/diary?everyone=true")
    clash = desk.get_by_role("region", name="These need another time").get_by_role("listitem").filter(has_text="Philomena")
    expect(clash).to_contain_text("who has something else in the calendar then")
    assert violations(desk) == []
    clash.get_by_role("button", name="Ask them for another time").press("Enter")
    expect(desk.get_by_role("status").filter(has_text="That is done")).to_be_visible()
    expect(desk.get_by_role("status").filter(has_text="Please ring")).to_contain_text("Please ring Philomena")
    desk.goto(f"{handrail.url}/desk/diary?everyone=true")
    expect(clash).to_contain_text("Asked for another time")
    desk.set_viewport_size({"width": 360, "height": 740})
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(desk) == []
    clash.get_by_role("button", name="Keep it as it is").press("Enter")
    expect(clash).to_have_count(0)
    assert violations(desk) == []
