"""What is said of the phone, weighed beside the danger that both layers read in it."""

from time import perf_counter

import pytest

from casework import safeguarding
from casework.messaging import phone_said
from casework.safeguarding import Finding


def weighed(words: str, *, phone: bool = True, in_danger: bool = False) -> Finding | None:
    return phone_said.weighed(words, safeguarding.read(words), phone=phone, in_danger=in_danger)


@pytest.mark.parametrize(
    "words",
    [
        "cant text here",
        "i cant speak here",
        "sorry cant talk in front of him",
        "i cant text on this phone right now xx",
        "cannot talk freely",
        "u cant text here",
        "not safe to text",
        "its not safe to talk",
        "unsafe to text",
        "not safe to reply",
        "only text before 5 hubby is back then",
    ],
)
def test_who_cannot_write_there_has_a_level_of_their_own(words: str) -> None:
    found = weighed(words)
    assert found
    assert (found.class_, found.priority, found.pack) == ("abuse_monitored", "P1", "R10")


@pytest.mark.parametrize(
    "words",
    [
        "cant talk now im on the bus",
        "cant talk, driving",
        "cant talk now at work ring me later",
        "i cant text from here no signal",
        "cant talk on the phone",
        "cant talk to my boss about it",
        "its safe to text",
        "cant write well",
        "cant reply now",
        "cant talk now",
        "Sorry, I can't talk right now.",
        "can't talk at the moment",
        "I can't chat now",
        "not able to talk now",
        "my mum reads my texts",
        "my brother can read my texts",
        "dont say my name in the texts",
        "dont text after 5 hubby home",
        "dont text after 6 hes home",
        "dont text me after six my boyfriend is in",
    ],
)
def test_harmless_reasons_a_shared_phone_and_hours_are_no_danger(words: str) -> None:
    assert weighed(words) is None


@pytest.mark.parametrize(
    ("words", "priority"),
    [
        ("my partner reads my texts", "P1"),
        ("he reads my texts", "P1"),
        ("someone else has this phone", "P1"),
        ("he checks my phone dont text after 5", "P1"),
        ("dont text after 5, my partner gets home and he goes mad", "P1"),
        ("dont text after 5 hubby home im scared", "P0"),
        ("dont text after 5 he'll kill me", "P0"),
        ("cant text now hes here", "P0"),
        ("my partner will see it dont text after 5", "P0"),
    ],
)
def test_a_partner_who_reads_it_or_fear_is_what_it_was(words: str, priority: str) -> None:
    found = weighed(words)
    assert found == safeguarding.read(words)
    assert found
    assert found.priority == priority


@pytest.mark.parametrize("words", ["cant talk now", "Sorry, I can't talk right now.", "cant chat atm xx"])
def test_once_danger_is_spoken_of_no_more_words_are_needed(words: str) -> None:
    found = weighed(words, in_danger=True)
    assert found
    assert (found.class_, found.priority, found.pack) == ("abuse_monitored", "P1", "R10")


@pytest.mark.parametrize(
    ("words", "priority"),
    [
        ("my dad reads my messages im 15", "P0"),
        ("my manager reads my texts and keeps my passport", "P1"),
        ("my uncle reads my texts and wants me to marry", "P1"),
        ("my brother sees my messages and keeps my money", "P1"),
    ],
)
def test_whatever_stands_beside_a_family_phone_keeps_the_danger(words: str, priority: str) -> None:
    found = weighed(words)
    assert found
    assert (found, found.priority) == (safeguarding.read(words), priority)


def test_an_age_told_before_keeps_it_too() -> None:
    words = "my dad reads my messages"
    read = safeguarding.read(words, ["im 15"])
    assert phone_said.weighed(words, read, phone=True) == read
    assert read


def test_where_no_phone_can_be_kept_as_shared_it_is_what_it_was() -> None:
    words = "my mum reads my texts"
    assert weighed(words, phone=False) == safeguarding.read(words)
    assert weighed(words, phone=False)


@pytest.mark.parametrize("words", ["im not safe please call me", "she is not safe", "im unsafe call me", "call me please its not safe", "it isnt safe", "help me call my mum", "her"])
def test_who_is_not_safe_tells_more_than_a_way(words: str) -> None:
    assert not phone_said.tells_only_a_way(words)


@pytest.mark.parametrize("words", ["not safe to text call me", "texts are not safe", "ring my mum", "text me when she is out", "my mum is safe"])
def test_how_to_reach_them_is_a_way(words: str) -> None:
    assert phone_said.tells_only_a_way(words)


@pytest.mark.parametrize("tail", ["x" * 30, "x" * 1500, "x " * 700, "now " * 400, "here" * 300])
@pytest.mark.parametrize("start", ["cant talk now ", "not safe to text ", "cant text here "])
def test_kisses_are_read_at_once(start: str, tail: str) -> None:
    begun = perf_counter()
    phone_said.cannot_write(f"{start}{tail} luv", in_danger=True)
    phone_said.tells_only_a_way(f"{start}{tail} luv")
    assert perf_counter() - begun < 0.5
