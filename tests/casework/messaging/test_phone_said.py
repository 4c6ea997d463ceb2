"""What is said of the phone, weighed beside the danger that both layers read in it."""

import pytest

from casework import safeguarding
from casework.messaging import phone_said
from casework.safeguarding import Finding


def weighed(words: str) -> Finding | None:
    return phone_said.weighed(words, safeguarding.read(words))


@pytest.mark.parametrize(
    "words",
    [
        "cant text here",
        "cant talk now",
        "Can't talk right now sorry",
        "i cant speak here",
        "not able to talk now",
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
