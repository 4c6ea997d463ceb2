"""A name keeps its accents where a text has room for them, and loses them where they would cost another part."""

from casework.outbox import cheapest, length

LONG = "Hello {}. How has work been this week? Reply 1 good, 2 ok, 3 not good. Southwark job support"


def test_a_short_text_keeps_them() -> None:
    assert cheapest("Hello Siân. We rang.") == "Hello Siân. We rang."


def test_a_long_one_costs_one_part() -> None:
    assert length(LONG.format("Siân")).parts == 2
    assert cheapest(LONG.format("Siân")) == LONG.format("Sian")


def test_another_alphabet_stays_as_it_is() -> None:
    for words in ("Привет, как дела? " * 8, "আমি একটি কম্পিউটার " * 8, "Tôi là máy tính, người được " * 6):
        assert cheapest(words) == words
