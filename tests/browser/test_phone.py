"""The demonstration's phone in a browser, by keyboard and without a script."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import violations
from tests.running import Running

PHONE = "+447700900321"


def text_us(page: Page, words: str) -> None:
    page.get_by_label("Text the council from this phone").fill(words)
    page.get_by_role("button", name="Send").press("Enter")


def test_a_conversation_by_text(page: Page, handrail: Running) -> None:
    page.goto(f"{handrail.url}/phone")
    page.get_by_label("A demonstration number").fill("07700 900321")
    page.get_by_role("button", name="Use this phone").click()
    expect(page.get_by_role("heading", name=f"Phone {PHONE}")).to_be_visible()
    text_us(page, "red letters keep coming through the door")
    expect(page.locator(".message", has_text="You are texting a computer")).to_be_visible()
    expect(page.locator(".message", has_text="0800 138 1111")).to_be_visible()
    assert violations(page) == []
    text_us(page, "STOP")
    expect(page.locator(".message", has_text="no more texts")).to_be_visible()
    text_us(page, "")
    expect(page.get_by_role("alert")).to_be_visible()
    assert violations(page) == []
