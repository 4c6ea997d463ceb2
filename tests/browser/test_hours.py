"""A lead's hours, leave and groups; somebody books a place in one in the chat; how full it all is."""

from datetime import timedelta

from playwright.sync_api import BrowserContext, Page, expect

from casework.base.clock import local, now
from tests.browser.conftest import violations
from tests.browser.test_colleague import save_the_week
from tests.browser.test_journeys import open_chat, said, sign_in, write
from tests.running import Running


def test_a_week_is_set_and_a_group_made_and_filled(page: Page, context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/hours")
    desk.get_by_label("Monday, first from").fill("12:00")
    desk.get_by_label("Monday, first until").fill("09:00")
    desk.get_by_role("button", name="Save the week").click()
    expect(desk.get_by_role("alert")).to_contain_text("must end after it starts")
    expect(desk.get_by_label("Monday, first from")).to_have_value("12:00")
    assert violations(desk) == []
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        desk.get_by_label(f"{day}, first from").fill("09:00")
        desk.get_by_label(f"{day}, first until").fill("12:30")
        desk.get_by_label(f"{day}, then from").fill("13:00")
        desk.get_by_label(f"{day}, then until").fill("17:00")
    save_the_week(desk)
    expect(desk.get_by_label("Friday, then until")).to_have_value("17:00")

    desk.goto(f"{handrail.url}/desk/groups")
    desk.get_by_label("Its name").fill("Job club")
    desk.get_by_label("How many places").fill("none")
    desk.get_by_label("When").fill("next tuesday morning")
    desk.get_by_role("button", name="Show free times").click()
    expect(desk.get_by_role("alert")).to_contain_text("how many places")
    desk.get_by_label("How many places").fill("2")
    desk.get_by_role("button", name="Show free times").click()
    expect(desk.get_by_role("button", name="Make it").first).to_be_visible()
    assert violations(desk) == []
    desk.get_by_role("button", name="Make it").first.click()
    expect(desk.get_by_text("2 of 2 places free")).to_be_visible()

    open_chat(page, handrail)
    write(page, "i want to book a meeting")
    page.get_by_role("button", name="In a group").click()
    expect(said(page, "This one is free")).to_be_visible()
    write(page, "1")
    expect(said(page, "Job club")).to_be_visible()
    page.get_by_role("button", name="Yes, book it").click()
    expect(said(page, "What first name")).to_be_visible()
    write(page, "Ottoline")
    expect(said(page, "Is there a number")).to_be_visible()
    page.get_by_role("button", name="Rather not say").click()
    expect(said(page, "make it easier")).to_be_visible()
    write(page, "i need large print")
    expect(said(page, "will know before you meet")).to_be_visible()
    desk.reload()
    expect(desk.get_by_text("Ottoline. Needs: i need large print")).to_be_visible()
    assert violations(desk) == []


def test_leave_is_added_and_taken_out(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/hours")
    far = local(now()).date() + timedelta(days=70)
    desk.get_by_role("button", name="Add it").click()
    expect(desk.get_by_role("alert")).to_contain_text("Choose the first day")
    desk.get_by_label("First day").fill(far.isoformat())
    desk.get_by_label("Why").fill("Training")
    desk.get_by_role("button", name="Add it").click()
    expect(desk.get_by_text(f"{far.day} {far:%B}: Training")).to_be_visible()
    assert violations(desk) == []
    desk.get_by_role("button", name="Take it out").click()
    expect(desk.get_by_text("None to come.")).to_be_visible()


def test_how_full_it_is_fits_a_phone(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/capacity")
    expect(desk.get_by_role("img")).to_be_visible()
    expect(desk.get_by_role("row").filter(has_text="Northbridge Work Hub").first).to_be_visible()
    assert violations(desk) == []
    desk.set_viewport_size({"width": 360, "height": 740})
    for page in ("capacity", "groups", "hours"):
        desk.goto(f"{handrail.url}/desk/{page}")
        assert desk.evaluate("document.documentElement.scrollWidth") <= 360, page
