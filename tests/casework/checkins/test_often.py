"""How often somebody wants to be asked: less, more, or named outright."""

import pytest

from casework.checkins import is_bare, is_none
from casework.checkins.models import JobReport
from casework.checkins.often import Wish, change_report, moved, wish_of
from casework.checkins.schedule import cadence_of

WISHES = [
    ("text me less", Wish(step="less")),
    ("can you text me less often", Wish(step="less")),
    ("text me more often please", Wish(step="more")),
    ("stop texting me so much", Wish(step="less")),
    ("dont text me every day", Wish(step="less")),
    ("you send too many texts", Wish(step="less")),
    ("less, like once a month", Wish(to="light")),
    ("not more than once a month", Wish(to="light")),
    ("as little as poss", Wish(to="light")),
    ("text me now and then", Wish(to="light")),
    ("Text me the usual amount", Wish(to="usual")),
    ("Text me as often as you can", Wish(to="more")),
    ("text me every week", Wish(to="more")),
    ("how do i change how often u text", Wish()),
    ("how often do you text me", Wish()),
    ("no more", Wish()),
    ("i want no more", Wish()),
    ("i dont want any more", Wish()),
    ("no more often", Wish()),
    ("dont ask me weekly", Wish()),
    ("dim mwy", Wish()),
    ("a lot more please", Wish(to="more")),
    ("tecstiwch fi'n llai aml", Wish(step="less")),
]


@pytest.mark.parametrize(("said", "wish"), WISHES)
def test_a_wish(said: str, wish: Wish) -> None:
    assert wish_of(said) == wish


@pytest.mark.parametrize(
    ("current", "wish", "came"),
    [
        ("usual", Wish(step="less"), ("now", "light")),
        ("more", Wish(step="less"), ("now", "usual")),
        ("light", Wish(step="less"), ("least", "light")),
        ("light", Wish(to="light"), ("least", "light")),
        ("light", Wish(step="more"), ("now", "usual")),
        ("more", Wish(step="more"), ("most", "more")),
        ("usual", Wish(to="usual"), ("now", "usual")),
        ("usual", Wish(to="more"), ("now", "more")),
        ("usual", Wish(), ("ask", "usual")),
    ],
)
def test_what_it_comes_to(current: str, wish: Wish, came: tuple[str, str]) -> None:
    assert moved(current, wish) == came  # type: ignore[arg-type]


def test_a_job_that_is_being_told_of() -> None:
    made = JobReport()
    assert (change_report(made, "text me less").cadence, made.cadence) == ("light", "light")


@pytest.mark.parametrize("said", ["less", "Less please", "more often", "as little as poss", "a bit less pls", "the usual is fine", "now and then", "not so often", "llai"])
def test_bare_words(said: str) -> None:
    assert is_bare(said)


@pytest.mark.parametrize("said", ["more money", "its less than i hoped", "lots of love", "thanks", "ok", "never", "i want more hours", "no more", "i want no more", "dont want more", "no, not more", "dim mwy"])
def test_other_words(said: str) -> None:
    assert not is_bare(said)


@pytest.mark.parametrize("said", ["no more", "No more please", "i want no more", "I don't want any more", "dont send me any more", "no more of this", "dim mwy", "sorry no more"])
def test_no_more_is_none(said: str) -> None:
    assert is_none(said)
    assert not is_bare(said)


@pytest.mark.parametrize("said", ["more", "no more often", "no more money left", "no", "no less", "i want more", "more please", "dont mind"])
def test_what_is_not_none(said: str) -> None:
    assert not is_none(said)


@pytest.mark.parametrize("said", ["no more", "dont ask me often", "not every week", "please stop asking every day"])
def test_whoever_says_no_is_not_asked_more(said: str) -> None:
    assert cadence_of(said) != "more"
