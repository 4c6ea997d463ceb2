"""The desk over HTTP, against everything running for real."""

import re
from collections.abc import Iterator

import httpx
import pytest

from tests.running import Running


@pytest.fixture
def desk(handrail: Running) -> Iterator[httpx.Client]:
    """Sam, signed in."""
    with httpx.Client(base_url=handrail.url, timeout=30, follow_redirects=True) as http:
        email, password = handrail.sign_in
        assert http.post("/desk/sign-in", data={"email": email, "password": password}).status_code == 200
        yield http


def test_an_answer_kept_from_the_key_worker_is_masked(handrail: Running, desk: httpx.Client) -> None:
    with handrail.chat() as chat:
        for words in (
            "could i get help?",
            "yes",
            "yes",
            "yes",
            "34",
            "Keep my answer from my key worker",
            "yep that is me alright",
        ):
            chat.say(words)
        chat.say("can i talk to a person please")
        thread = desk.get(f"/desk/conversations/{chat.id}").text
        assert "yep that is me alright" not in thread
        assert "Kept private by the visitor" in thread
        assert "Is at least one thing on this list true" in thread


def test_a_code_is_never_shown_at_the_desk(handrail: Running, desk: httpx.Client) -> None:
    with handrail.chat() as chat:
        chat.say("what do you hold about me")
        chat.say("07700 900321")
        chat.say("654321")
        thread = desk.get(f"/desk/conversations/{chat.id}").text
    assert "654321" not in thread
    assert re.search(r"0?7700 ?900321", thread) is None
