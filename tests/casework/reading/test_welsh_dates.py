"""Days, months and evenings in Welsh, with or without accents and as they change behind another word."""

import pytest

from casework.reading import in_english, reads_as_welsh


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("23 tachwedd", "23 November"), ("ar y 23 o Dachwedd", "on 23 November"), ("31 rhagfyr", "31 December"), ("31 o ragfyr", "31 December"),
        ("y 14eg o Fedi", "14 September"), ("1af Ionawr", "1 January"), ("ym mis Medi", "in September"), ("dydd llun", "Monday"),
        ("ddydd Llun nesa", "next Monday"), ("bob dydd Gwener", "every Friday"), ("dydd Gwener olaf y mis", "the last Friday of the month"),
        ("Ar ol 5 yr hwyr", "after 5 in the evening"), ("ar \u00f4l pump yr hwyr", "after 5 in the evening"), ("dim ond ar ol 6", "only after 6"),
        ("ddim cyn 10", "not before 10"), ("dechreuais ar 23 Tachwedd", "I started on 23 November"), ("dw i'n dechrau ar 7 Rhagfyr", "I start on 7 December"),
    ],
)
def test_a_day_or_an_hour_is_read(text: str, english: str) -> None:
    assert in_english(text) == english


@pytest.mark.parametrize("text", ["Ar ol 5 yr hwyr", "23 tachwedd", "31 o ragfyr", "dechreuais ar 23 Tachwedd"])
def test_it_is_known_as_welsh_where_nothing_was_chosen(text: str) -> None:
    assert reads_as_welsh(text)


@pytest.mark.parametrize("text", ["bob", "ar", "mai", "medi", "a on 5", "y", "bob and medi", "ok ar 5", "23rd", "no am 5"])
def test_english_is_not_taken_for_it(text: str) -> None:
    assert reads_as_welsh(text) is None
