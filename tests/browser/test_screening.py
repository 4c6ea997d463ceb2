"""The rules for everyone to read; a list ticked alone on a phone; the assessment it goes into."""

import csv
import io

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import violations
from tests.browser.test_claimants import new_record
from tests.browser.test_diary import book, to_next_week
from tests.browser.test_journeys import open_chat, said, sign_in, write
from tests.running import Running


def test_the_rules_are_there_for_everyone(page: Page, handrail: Running) -> None:
    page.goto(handrail.url)
    page.get_by_role("link", name="How the questions work").click()
    expect(page.get_by_role("heading", name="Connect to Work")).to_be_visible()
    expect(page.get_by_text("You are allowed to work in the UK.").first).to_be_visible()
    assert violations(page) == []


def test_a_list_is_ticked_alone_and_found_in_the_assessment(
    chromium: Browser, context: BrowserContext, handrail: Running
) -> None:
    desk = sign_in(context, handrail)
    new_record(desk, handrail, "Joan")
    desk.get_by_role("link", name="Go through it together").click()
    desk.get_by_role("button", name="Make a link to the list").click()
    token = desk.locator(".desk-reference").inner_text().rpartition("/")[2]
    assert violations(desk) == []

    phone = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False).new_page()
    phone.goto(f"{handrail.url}/list/{token}")
    phone.get_by_role("group", name="Do you owe money that you cannot pay back?").get_by_label("Yes").check()
    phone.get_by_role("button", name="Send to my key worker").click()
    expect(phone.get_by_role("alert")).to_contain_text("Without it we keep nothing")
    phone.get_by_label("I agree that my key worker keeps these answers").check()
    phone.get_by_role("button", name="Send to my key worker").click()
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    phone.goto(f"{handrail.url}/list/{token}")
    expect(phone.get_by_role("heading", name="does not work any more")).to_be_visible()
    phone.context.close()

    desk.goto(desk.url.replace("/list", "/assessment"))
    owes = desk.get_by_role("group", name="Do you owe money that you cannot pay back?")
    expect(owes.get_by_label("Yes")).to_be_checked()
    desk.get_by_role("group", name="How old are you?").get_by_label("or a number").fill("250")
    desk.get_by_role("button", name="Complete it").click()
    expect(desk.get_by_role("alert")).to_contain_text("There is a problem")
    assert violations(desk) == []
    desk.get_by_role("group", name="How old are you?").get_by_label("or a number").fill("25")
    desk.get_by_role("button", name="Complete it").click()
    expect(desk.get_by_text("Completed on")).to_be_visible()
    expect(desk.get_by_text("Information, not a decision.")).to_be_visible()
    assert violations(desk) == []
    rows = list(csv.DictReader(io.StringIO(desk.request.get(f"{handrail.url}/desk/assessments.csv").text())))
    same = desk.request.get(f"{handrail.url}/desk/assessments.json").json()
    assert [list(row) for row in rows] == [list(one) for one in same]
    assert (rows[-1]["q_age"], rows[-1]["debt"], same[-1]["q_age"]) == ("25", "yes", 25)


def test_a_worker_finds_the_answers_beside_the_meeting(
    page: Page, context: BrowserContext, handrail: Running
) -> None:
    open_chat(page, handrail)
    for words in ("could i get help?", "yes", "yes", "not sure", "rather not say", "yes"):
        write(page, words)
    expect(said(page, "another back to work scheme")).to_be_visible()
    write(page, "stop")
    expect(said(page, "We have stopped")).to_be_visible()
    book(page, handrail, "Edwina", opened=True)
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/diary?everyone=true")
    to_next_week(desk)
    assert violations(desk) == []
    desk.get_by_role("link", name="What Edwina answered").first.click()
    seen = desk.locator("#answered")
    for label, value in (("Paid job now", "Yes"), ("Worried about losing the job", "Not given"), ("Age", "Not given")):
        row = seen.locator(".govuk-summary-list__row").filter(has=desk.get_by_text(label, exact=True))
        expect(row).to_contain_text(value)
    expect(seen).to_contain_text("Connect to Work: possible")
    expect(seen).to_contain_text("We do not know your age yet.")
    expect(seen).not_to_contain_text("points")
    assert violations(desk) == []


def test_the_open_list_page_has_no_violation(page: Page, context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    new_record(desk, handrail, "Noor")
    desk.get_by_role("link", name="Go through it together").click()
    desk.get_by_role("button", name="Make a link to the list").click()
    page.goto(f"{handrail.url}/list/{desk.locator('.desk-reference').inner_text().rpartition('/')[2]}")
    assert violations(page) == []


def test_a_person_reads_their_own_answers(page: Page, handrail: Running) -> None:
    with handrail.chat() as chat:
        chat.say("could i get help?")
        chat.say("no")
        chat.say("Yes, that is right")
        said = "\n".join(one["text"] for one in chat.say("See my answers"))
    token = said.partition("/answers/")[2].split()[0]
    page.goto(f"{handrail.url}/answers/{token}")
    expect(page.get_by_text("Live in Northbridge")).to_be_visible()
    expect(page.get_by_text("may not be the right fit").first).to_be_visible()
    assert violations(page) == []
    with page.expect_download() as got:
        page.get_by_role("link", name="Download it as a file").click()
    assert got.value.suggested_filename == "my-answers.json"
