"""How fast this machine is now, beside which a bench's figures are read: they were made on machines that vary twofold."""

from statistics import median
from time import perf_counter

TURNS, STEPS = 9, 1_000_000


def yardstick() -> str:
    """The median time of a million additions in Python, best said with every figure."""
    took = sorted(_once() for _ in range(TURNS))
    return f"this machine now: a million additions in {1000 * median(took):.0f} ms"


def _once() -> float:
    began, total = perf_counter(), 0
    for n in range(STEPS):
        total += n
    return perf_counter() - began
