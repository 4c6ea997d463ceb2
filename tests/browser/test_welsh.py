"""The chat in Welsh: chosen by a button, its own words and its language marked for screen readers, and back."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import violations
from tests.browser.test_journeys import open_chat, said
from tests.running import Running


def test_the_widget_turns_welsh_and_back(page: Page, handrail: Running) -> None:
    open_chat(page, handrail)
    page.get_by_role("button", name="Cymraeg").click()
    expect(said(page, "Cymraeg o hyn ymlaen")).to_be_visible()
    expect(page.get_by_role("button", name="Gadael y dudalen")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_attribute("lang", "cy")
    expect(page.locator(".message.assistant .text").first).to_have_attribute("lang", "en")
    expect(said(page, "Beth hoffech chi ei wneud?").locator(".text")).to_have_attribute("lang", "cy")
    assert violations(page) == []
    page.get_by_role("button", name="Oes help i mi?").last.click()
    expect(said(page, "Ydych chi'n byw yn ardal Northbridge?")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Eich neges")).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(said(page, "Do you live in the Northbridge area?")).to_be_visible()
    expect(page.get_by_role("button", name="Exit this page")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_attribute("lang", "en")


def test_on_a_narrow_phone_in_welsh(chromium: Browser, handrail: Running) -> None:
    page = chromium.new_context(viewport={"width": 320, "height": 640}).new_page()
    open_chat(page, handrail)
    page.get_by_role("button", name="Cymraeg").click()
    expect(page.get_by_label("Eich neges")).to_be_visible()
    expect(said(page, "Beth hoffech chi ei wneud?")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    page.context.close()


def test_the_plain_page_in_welsh(chromium: Browser, handrail: Running) -> None:
    page = chromium.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{handrail.url}/chat/page?area=northbridge")
    page.get_by_role("button", name="Cymraeg").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(page.get_by_role("heading", name="Sgwrs gymorth")).to_be_visible()
    expect(page.get_by_text("Cymraeg o hyn ymlaen")).to_be_visible()
    expect(page.get_by_text("A person is two steps away")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Siarad â pherson").click()
    expect(page.get_by_text("Iawn, wrth gwrs.")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Gorffen a chlirio").click()
    expect(page.get_by_role("heading", name="Mae'r sgwrs hon wedi gorffen")).to_be_visible()
    page.context.close()
