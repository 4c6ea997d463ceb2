"""A key worker books a meeting for somebody, follows their new job, and asks a question of their own."""

import re

from playwright.sync_api import Browser, BrowserContext, expect

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
    expect(desk.get_by_role("status").filter(has_text="It is booked")).to_be_focused()
    expect(desk.get_by_role("status").filter(has_text="Please tell Oswin yourself")).to_be_visible()
    expect(desk.get_by_role("row").filter(has_text="Booked")).to_have_count(1)
    assert violations(desk) == []


def test_a_new_job_is_followed_and_asked_about(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    new_record(desk, handrail, "Petra")
    desk.get_by_role("link", name="Their job and check-ins").click()
    desk.get_by_role("button", name="Follow this job").click()
    expect(desk.get_by_role("status")).to_be_focused()
    expect(desk).to_have_title(re.compile("^Their job is followed now – Petra in work"))
    expect(desk.get_by_text("No question can go: we have no number")).to_be_visible()
    desk.get_by_label("One short question").fill("How is your debt?")
    desk.get_by_role("button", name="Ask it next").click()
    expect(desk.get_by_role("alert")).to_contain_text("leave out debt")
    expect(desk.get_by_role("alert")).to_be_focused()
    expect(desk.get_by_label("One short question")).to_have_value("How is your debt?")
    expect(desk.get_by_label("One short question")).to_have_accessible_description(re.compile("leave out debt"))
    assert violations(desk) == []
    desk.get_by_label("One short question").fill("Did the early bus work out?")
    desk.get_by_role("button", name="Ask it next").click()
    expect(desk.get_by_text("Your question waits: “Did the early bus work out?”")).to_be_visible()
    assert violations(desk) == []
    desk.get_by_role("button", name="Take it back").click()
    expect(desk.get_by_role("status")).to_have_text("Your question is taken back.")
    desk.get_by_label("How often", exact=True).select_option("More often")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_label("How often", exact=True)).to_have_value("more")
    desk.get_by_role("button", name="It has ended").click()
    expect(desk.get_by_text("No job is followed.")).to_be_visible()
    assert violations(desk) == []


def test_a_problem_has_a_way_back_and_the_keyboard_is_there_without_a_script(chromium: Browser, handrail: Running) -> None:
    plain = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    desk = sign_in(plain, handrail)
    desk.goto(f"{handrail.url}/desk/claimants/banana")
    expect(desk.get_by_role("alert")).to_contain_text("There is no such page")
    desk.get_by_role("link", name="Back to the claimants").click()
    new_record(desk, handrail, "Quentin")
    expect(desk.get_by_role("status")).to_have_text("The record is made.")
    expect(desk.get_by_role("status")).to_be_focused()
    plain.close()
