"""Of several wordings comes the one said longest ago, whatever was filled in when it was said."""

import pytest

from casework.base.words import responses, words

NAME = "utter_safety_r10"


@pytest.mark.parametrize("promise", ["You should hear from them today at 9:59am.", "Somebody is there at once.", "", "Today (or {so})? *"])
def test_a_wording_said_with_another_promise_was_said(promise: str) -> None:
    first = words(NAME, promise="You should hear from them today at 10:54am.").text
    second = words(NAME, "web", [first], promise=promise).text
    assert second.split(".")[0] != first.split(".")[0]
    assert words(NAME, "web", [first, second], promise=promise).text.split(".")[0] == first.split(".")[0]


def test_what_was_said_of_something_else_is_no_wording_of_it() -> None:
    first, *_ = responses()[NAME]
    said = "Thank you. We will see you on Tuesday."
    assert words(NAME, "web", [said], promise="").text == first["text"].format(promise="").strip()
