"""A key worker books a meeting for somebody, follows their new job, and asks a question of their own."""

from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import violations
from tests.browser.test_claimants import new_record
from tests.browser.test_journeys import sign_in
from tests.running import Running


def test_a_meeting_is_booked_for_somebody_in_words(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    new_record(desk, handrail, "Oswin")
    desk.get_by_role("link", name="Their meetings, and book one").click()
    desk.get_by_label("When, in their words").fill("purple")
    desk.get_by_role("button", name="Show free times").click()
    expect(desk.get_by_role("alert")).to_contain_text("next Tuesday morning")
    desk.get_by_label("When, in their words").fill("any day next week")
    desk.get_by_role("button", name="Show free times").click()
    assert violations(desk) == []
    desk.get_by_role("button", name="Book this").first.click()
    expect(desk.get_by_role("status")).to_contain_text("please tell them yourself")
    expect(desk.get_by_role("row").filter(has_text="Booked")).to_have_count(1)
    assert violations(desk) == []


def test_a_new_job_is_followed_and_asked_about(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    new_record(desk, handrail, "Petra")
    desk.get_by_role("link", name="Their job and check-ins").click()
    desk.get_by_role("button", name="Follow this job").click()
    expect(desk.get_by_text("Next:")).to_be_visible()
    desk.get_by_label("One short question").fill("How is your debt?")
    desk.get_by_role("button", name="Ask it next").click()
    expect(desk.get_by_role("alert")).to_contain_text("leave out debt")
    desk.get_by_label("One short question").fill("Did the early bus work out?")
    desk.get_by_role("button", name="Ask it next").click()
    expect(desk.get_by_text("Your question goes next: “Did the early bus work out?”")).to_be_visible()
    assert violations(desk) == []
    desk.get_by_label("How often", exact=True).select_option("More often")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_label("How often", exact=True)).to_have_value("more")
    desk.get_by_role("button", name="It has ended").click()
    expect(desk.get_by_text("No job is followed.")).to_be_visible()
    assert violations(desk) == []
