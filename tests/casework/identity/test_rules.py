"""What counts as an address, a code, a reference, a name."""

from datetime import UTC, datetime, timedelta

import pytest

from casework.identity import rules
from casework.identity.rules import Address
from casework.reading import read_name


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("07700 900123", Address("sms", "+447700900123")),
        ("its 07700900123 ta", Address("sms", "+447700900123")),
        ("+44 7700 900 123", Address("sms", "+447700900123")),
        ("Sam.Jones@Example.org", Address("email", "sam.jones@example.org")),
        ("no not old@example.org its new@example.org", Address("email", "new@example.org")),
        ("01632 960101", None),
        ("i dont have one", None),
        ("a@b", None),
    ],
)
def test_an_address_is_read(text: str, address: Address | None) -> None:
    assert rules.read_address(text) == address


@pytest.mark.parametrize(
    ("text", "code"),
    [("123456", "123456"), ("it says 123 456", "123456"), ("12-34-56", "123456"), ("12345", None), ("1234567", None)],
)
def test_a_code_has_six_figures(text: str, code: str | None) -> None:
    assert rules.read_code(text) == code


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("K7QM-2WXP", "K7QM2WXP"),
        ("my ref is k7qm 2wxp thanks", "K7QM2WXP"),
        ("K7QM2WXP", "K7QM2WXP"),
        ("that says what", None),
        ("someword", None),
    ],
)
def test_a_reference_is_read(text: str, letters: str | None) -> None:
    assert rules.read_reference(text) == letters


@pytest.mark.parametrize(
    ("text", "name"),
    [("Sam", "Sam"), ("im Sam", "Sam"), ("my name is Zoë O'Brien.", "Zoë O'Brien"), ("123", None), ("", None)],
)
def test_a_name_is_read(text: str, name: str | None) -> None:
    assert read_name(text) == name


def test_first_names_are_compared_whatever_the_case() -> None:
    assert rules.same_name("sam jones", "Sam")
    assert not rules.same_name("Samantha", "Sam")
    assert not rules.same_name("", "Sam")


def test_new_references_can_be_read_back() -> None:
    for _ in range(200):
        letters = rules.new_reference()
        assert rules.read_reference(f"{letters[:4]}-{letters[4:]}") == letters


def test_a_proof_lasts_two_hours() -> None:
    at = datetime(2026, 11, 24, 10, tzinfo=UTC)
    assert rules.still_proved(at - timedelta(minutes=119), at)
    assert not rules.still_proved(at - timedelta(hours=2), at)
    assert not rules.still_proved(None, at)


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("its lou, my old number was 07700900111", "+447700900111"),
        ("old number 07700 900111 new number 07700 900222", "+447700900111"),
        ("new number 07700 900222 old number 07700 900111", "+447700900111"),
        ("07700 900111 was my old number, 07700 900222 is the new one", "+447700900111"),
        ("my number was 07700 900111, now it is 07700 900222", "+447700900111"),
        ("i used to be on lou@example.org, new one is lou2@example.org", "lou@example.org"),
        ("my old phone is lost, my new number is 07700 900222", None),
        ("my number was 07700 900111 or was it 07700 900112", None),
        ("my new number is 07700 900222", None),
        ("my old number has gone", None),
    ],
)
def test_the_old_one_of_two_is_told_apart(text: str, old: str | None) -> None:
    found = rules.read_old(text)
    assert (found.address if found else None) == old
