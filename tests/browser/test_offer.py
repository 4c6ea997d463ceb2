"""A time offered by e-mail, opened too late."""

from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.browser.conftest import violations
from tests.running import Running


def test_a_time_that_is_gone_says_so_and_where_to_look(page: Page, handrail: Running) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{handrail.url}/offer/{uuid4()}")
    expect(page.get_by_role("heading", level=1)).to_have_text("This time is not kept any more")
    expect(page.get_by_role("link", name="Exit this page")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert violations(page) == []
