"""What a text costs, as phones count it."""

import pytest

from casework.outbox import length, plainer


@pytest.mark.parametrize(
    ("text", "encoding", "units", "parts"),
    [
        ("", "GSM-7", 0, 1),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("£5 at é Müller's", "GSM-7", 16, 1),
        ("€" * 80, "GSM-7", 160, 1),
        ("€" * 81, "GSM-7", 162, 2),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 306, 3),
        ("ŵ" * 70, "UCS-2", 70, 1),
        ("ŵ" * 71, "UCS-2", 71, 2),
        ("ŵ" * 134, "UCS-2", 134, 2),
        ("ŵ" * 135, "UCS-2", 135, 3),
        ("👍" * 35, "UCS-2", 70, 1),
        ("a" * 66 + "👍" + "a" * 66, "UCS-2", 134, 3),
        ("Siân", "UCS-2", 4, 1),
    ],
)
def test_counted(text: str, encoding: str, units: int, parts: int) -> None:
    found = length(text)
    assert (found.encoding, found.units, found.parts) == (encoding, units, parts)


def test_typographic_marks_cost_nothing() -> None:
    assert plainer("It’s “fine” – really…") == 'It\'s "fine" - really...'
