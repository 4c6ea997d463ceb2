"""Which language is spoken now, and how openly: set where somebody comes in or is written to, heeded where words are chosen."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

ENGLISH, WELSH = "en", "cy"
_spoken = ContextVar("spoken", default=ENGLISH)
_discreet = ContextVar("discreet", default=False)


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


@contextmanager
def discreetly(yes: bool = True) -> Iterator[None]:
    """Words chosen inside do not tell what they are about, where a response has such words."""
    before = _discreet.set(yes)
    try:
        yield
    finally:
        _discreet.reset(before)


def discreet() -> bool:
    return _discreet.get()
