"""What is read of a file once: as a process starts, so that nobody waits for it, and no message meets its fault."""

from collections.abc import Callable
from functools import _lru_cache_wrapper, cache

ONCE: list[Callable[[], object]] = []


def once[T](read: Callable[[], T]) -> "_lru_cache_wrapper[T]":
    """Kept after the first call; `read_all` makes that at the start."""
    kept = cache(read)
    ONCE.append(kept)
    return kept


def read_all() -> None:
    """Raises DataError where a data file has a fault."""
    for one in ONCE:
        one()
