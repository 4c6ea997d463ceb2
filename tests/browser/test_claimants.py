"""A key worker makes a record, gives a reference; the person proves who they are with it and asks what is held."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import violations
from tests.browser.test_journeys import open_chat, said, sign_in, write
from tests.running import Running


def new_record(desk: Page, handrail: Running, name: str, number: str = "") -> None:
    desk.goto(f"{handrail.url}/desk/claimants/new")
    desk.get_by_label("What they like to be called").fill(name)
    desk.get_by_label("Mobile number or e-mail address").fill(number)
    desk.get_by_label("They agreed that we keep this record").check()
    desk.get_by_role("button", name="Make the record").click()
    expect(desk.get_by_role("heading", name=name)).to_be_visible()


def test_a_reference_opens_the_record_once(page: Page, context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    new_record(desk, handrail, "Maryam")
    assert violations(desk) == []
    desk.get_by_role("button", name="Make a reference").click()
    reference = desk.locator(".desk-reference").inner_text()
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", reference)
    open_chat(page, handrail)
    write(page, "what do you hold about me")
    expect(said(page, "What is your mobile number or e-mail address?")).to_be_visible()
    write(page, reference)
    expect(said(page, "Your request number is")).to_be_visible()
    desk.goto(f"{handrail.url}/desk/requests")
    expect(desk.get_by_text("wants a copy of all we hold").last).to_be_visible()
    assert violations(desk) == []


def test_faults_in_a_record_are_listed_and_linked(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/claimants/new")
    desk.get_by_label("Mobile number or e-mail address").fill("01632 960101")
    desk.get_by_role("button", name="Make the record").click()
    summary = desk.get_by_role("alert")
    expect(summary).to_contain_text("Write what the person likes to be called")
    expect(summary).to_contain_text("Write a UK mobile number or an e-mail address")
    expect(summary).to_contain_text("only if the person agreed")
    assert violations(desk) == []


def test_the_desk_pages_have_no_violation(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    new_record(desk, handrail, "Ned", "07700 900345")
    for path in ("claimants", "claimants?q=zzz", "import", "absence", "requests"):
        desk.goto(f"{handrail.url}/desk/{path}")
        expect(desk.get_by_role("heading", level=1)).to_be_visible()
        assert violations(desk) == [], path


def test_a_record_is_imported_changed_and_deleted(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/import")
    rows = "name,area,consent_keep\nOttoline,northbridge,yes\nPip,nowhere,yes\n"
    desk.get_by_label("CSV file").set_input_files(
        {"name": "people.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    desk.get_by_role("button", name="Import").click()
    expect(desk.get_by_text("1 of 2 rows made a new record")).to_be_visible()
    desk.goto(f"{handrail.url}/desk/claimants?q=Ottoline")
    desk.get_by_role("link", name="Ottoline").click()
    desk.get_by_label("Someone else may see this phone or mailbox").check()
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_label("Someone else may see this phone or mailbox")).to_be_checked()
    desk.get_by_role("link", name="Delete it").click()
    desk.get_by_role("button", name="Delete it for ever").click()
    expect(desk.get_by_text("What stays, and why")).to_be_visible()
    desk.goto(f"{handrail.url}/desk/claimants?q=Ottoline")
    expect(desk.get_by_text("Nobody in your areas matches")).to_be_visible()
