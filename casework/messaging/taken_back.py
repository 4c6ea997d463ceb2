"""Whether somebody takes back what was read as danger, and what they go on with. Pure."""

from pathlib import Path

from casework.base.once import once
from casework.base.plain import plain
from casework.messaging.said_unless import Patterns, read_patterns

LONGEST = 160


def gone_on_with(text: str) -> str | None:
    """What they write beside taking it back, which may be nothing; None where they take nothing back."""
    said = plain(text)
    if len(said) > LONGEST or _patterns().is_ruled_out(said):
        return None
    found = next(filter(None, (one.search(said) for one in _patterns().said)), None)
    return None if found is None else _last_words(text, len((found["rest"] or "").split()))


def _last_words(text: str, count: int) -> str:
    """As they were typed: so many of the plain words at the end."""
    kept: list[str] = []
    for word in reversed(text.split()):
        if count <= 0:
            break
        kept.insert(0, word)
        count -= len(plain(word).split())
    return " ".join(kept)


@once
def _patterns() -> Patterns:
    return read_patterns(Path(__file__).with_name("taken_back.yml"))
