"""The journeys as people make them: a claimant on the council's page, a key worker at the desk."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import violations
from tests.running import Running


def open_chat(page: Page, handrail: Running) -> None:
    page.goto(handrail.url)
    page.get_by_role("button", name="Help chat").click()
    expect(said(page, "I am a computer, not a person")).to_be_visible()


def said(page: Page, text: str) -> Locator:
    """The latest message that holds the words; what a screen reader is told for a second is not meant."""
    return page.locator(".message", has_text=text).last


def write(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.get_by_label("Your message").press("Enter")


def sign_in(context: BrowserContext, handrail: Running) -> Page:
    desk = context.new_page()
    desk.goto(f"{handrail.url}/desk")
    desk.get_by_label("E-mail address").fill(handrail.sign_in[0])
    desk.get_by_label("Password").fill(handrail.sign_in[1])
    desk.get_by_role("button", name="Sign in").click()
    expect(desk.get_by_role("heading", name="Waiting for a person")).to_be_visible()
    return desk


def test_hello_and_signposts(page: Page, handrail: Running) -> None:
    open_chat(page, handrail)
    write(page, "red letters keep coming through the door")
    expect(page.get_by_role("link", name="0800 138 1111")).to_have_attribute("href", "tel:08001381111")
    assert violations(page) == []


def test_the_questions_with_the_keyboard_alone(page: Page, handrail: Running) -> None:
    open_chat(page, handrail)
    page.get_by_role("button", name="Could I get help?").press("Enter")
    expect(said(page, "Do you live in the Northbridge area?")).to_be_visible()
    page.get_by_role("button", name="Yes", exact=True).press("Enter")
    expect(said(page, "Do you have a paid job right now?")).to_be_visible()
    expect(page.get_by_role("button", name="Yes – You chose this")).to_have_attribute("aria-disabled", "true")
    expect(page.get_by_label("Your message")).to_be_focused()


def test_a_reload_keeps_the_conversation(page: Page, handrail: Running) -> None:
    open_chat(page, handrail)
    write(page, "hello there")
    expect(page.locator(".message.claimant")).to_have_count(1)
    expect(page.locator(".message")).to_have_count(3)
    page.reload()
    expect(page.locator(".message")).to_have_count(3)
    assert page.evaluate("localStorage.length") == 0


def test_a_person_takes_over_and_hands_back(page: Page, context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    assert violations(desk) == []
    open_chat(page, handrail)
    before = desk.get_by_role("link", name="Visitor").count()
    write(page, "can I talk to a person please")
    expect(said(page, "Yes, of course.")).to_be_visible()
    expect(desk.get_by_role("link", name="Visitor")).to_have_count(before + 1)
    desk.get_by_role("link", name="Visitor").last.click()
    expect(desk.get_by_text("can I talk to a person please")).to_be_visible()
    desk.get_by_role("button", name="Take this conversation").click()
    expect(said(page, "has joined the chat")).to_be_visible()
    desk.get_by_label("Your message").fill("Hello, what is going on?")
    desk.get_by_role("button", name="Send").click()
    expect(said(page, "Hello, what is going on?")).to_be_visible()
    write(page, "it is my rent")
    expect(desk.get_by_text("it is my rent")).to_be_visible()
    assert violations(desk) == []
    desk.get_by_role("button", name="Hand back to the assistant").click()
    expect(said(page, "You are talking to the computer again")).to_be_visible()
    write(page, "thank you so much")
    expect(page.locator(".message.assistant").last).to_contain_text("else")


COUNT_SOUNDS = """window.sounds = 0;
const Real = window.AudioContext;
window.AudioContext = class extends Real { constructor() { super(); window.sounds += 1; } };"""


def test_danger_is_at_the_top_of_the_desk_at_once(page: Page, context: BrowserContext, handrail: Running) -> None:
    context.add_init_script(COUNT_SOUNDS)
    desk = sign_in(context, handrail)
    alerts = desk.get_by_text("I want to kill myself")
    before = alerts.count()
    open_chat(page, handrail)
    write(page, "I want to kill myself")
    expect(page.get_by_role("link", name="116 123")).to_be_visible()
    expect(alerts).to_have_count(before + 1)
    desk.wait_for_function("window.sounds > 0")
    assert "ALERT" in desk.title()
    assert desk.evaluate("window.sounds") == 1
    assert violations(desk) == []
    assert violations(page) == []


def test_exit_by_button_and_by_three_escapes(page: Page, handrail: Running) -> None:
    for leave in ("button", "keys"):
        page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather"))
        open_chat(page, handrail)
        if leave == "button":
            page.get_by_role("button", name="Exit this page").click()
        else:
            for _ in range(3):
                page.keyboard.press("Escape")
        page.wait_for_url("https://www.bbc.co.uk/weather")
        page.goto(handrail.url)
        assert page.evaluate("sessionStorage.length") == 0


def test_finish_and_clear(page: Page, handrail: Running) -> None:
    open_chat(page, handrail)
    page.get_by_role("button", name="Finish and clear").click()
    page.get_by_role("button", name="Yes, finish and clear").click()
    expect(page.get_by_text("This chat is finished")).to_be_visible()
    assert page.evaluate("sessionStorage.length") == 0


def test_what_is_written_offline_is_sent_later(page: Page, context: BrowserContext, handrail: Running) -> None:
    open_chat(page, handrail)
    context.set_offline(True)
    write(page, "hello from the bus")
    expect(page.get_by_text("Waiting to send")).to_be_visible()
    context.set_offline(False)
    expect(page.locator(".message.claimant")).to_contain_text("hello from the bus")
    expect(page.locator(".message")).to_have_count(3)


@pytest.mark.parametrize("width", [320, 390])
def test_it_fits_a_small_screen(chromium: Browser, handrail: Running, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 640})
    page = context.new_page()
    open_chat(page, handrail)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.get_by_role("button", name="Exit this page")).to_be_in_viewport()
    assert violations(page) == []
    context.close()


def test_without_javascript(chromium: Browser, handrail: Running) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{handrail.url}/chat/page")
    expect(said(page, "I am a computer, not a person")).to_be_visible()
    page.get_by_role("button", name="Could I get help?").click()
    expect(said(page, "Do you live in the Northbridge area?")).to_be_visible()
    page.get_by_label("Your message").fill("yes")
    page.get_by_role("button", name="Send").click()
    expect(said(page, "paid job right now")).to_be_visible()
    page.get_by_role("button", name="Finish and clear").click()
    expect(page.get_by_role("heading", name="This chat is finished")).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", ["/", "/chat/page", "/desk/sign-in"])
def test_pages_have_no_violation(page: Page, handrail: Running, path: str) -> None:
    page.goto(handrail.url + path)
    assert violations(page) == []
