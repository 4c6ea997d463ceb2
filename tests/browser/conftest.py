"""A real Chromium, closed after each file since its event loop would block the asynchronous tests. Missing, it is a printed skip on a person's machine and a failure in CI."""

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

FLAGS = ["--no-sandbox", "--headless=new", "--disable-background-networking"]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        reason = "no Chromium on this machine: install Debian's package chromium to run the browser tests"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 A and AA, each with the elements it stands on.

    Motion is off meanwhile: a message that is still rising is paler than it will be.
    """
    page.emulate_media(reduced_motion="reduce")
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found]
