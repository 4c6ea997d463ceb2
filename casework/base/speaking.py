"""Which language is spoken now: set once where somebody comes in or is written to, heeded where words are chosen."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

ENGLISH, WELSH = "en", "cy"
_spoken = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Words chosen inside are in this language, as far as its pack has them. None: English."""
    before = _spoken.set(language or ENGLISH)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> str:
    return _spoken.get()
