"""Measures the safeguarding reading on labelled messages: `python -m tests.casework.safeguarding.measure [folder]`.

Each line of `<group>.jsonl` is {"text", "class", "priority", "voice", "group"}; class null means ordinary talk.
Prints every miss and false alarm in full, and exits 1 below an aim.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from pathlib import Path
from time import perf_counter

from casework.base.settings import ROOT
from casework.safeguarding import read
from casework.safeguarding.classes import Finding

HELD_OUT = Path(__file__).parent / "heldout"
EVERYDAY = ROOT / "tests" / "bot" / "heldout"
"""What people come to say, whatever it is; nearly all of it without danger."""
Z = 1.96


@dataclass(frozen=True)
class Case:
    text: str
    class_: str | None
    priority: str | None
    voice: str | None
    group: str


@dataclass(frozen=True)
class Result:
    case: Case
    found: Finding | None

    @property
    def caught(self) -> bool:
        """Something was found, at least as grave as it should be."""
        return self.found is not None and self.found.priority <= (self.case.priority or "P3")

    @property
    def alarmed(self) -> bool:
        """Somebody is called; an insult (P3) is only noted."""
        return self.found is not None and self.found.priority < "P3"

    @property
    def agreed(self) -> bool:
        """The very class, foremost or beside a graver one; for ordinary talk, silence."""
        if self.found is None or self.case.class_ is None:
            return not self.alarmed and self.case.class_ is None
        return self.case.class_ in (self.found.class_, *self.found.also)


def cases(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Case(row["text"], row.get("class"), row.get("priority"), row.get("voice"), path.stem)


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95% interval of a share."""
    if not total:
        return 0.0, 1.0
    share, spread = hits / total, Z * Z / total
    middle = (share + spread / 2) / (1 + spread)
    width = Z * sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    return max(0.0, middle - width), min(1.0, middle + width)


def share(results: Iterable[Result], good: Callable[[Result], bool]) -> tuple[int, int]:
    kept = list(results)
    return sum(map(good, kept)), len(kept)


def shown(hits: int, total: int) -> str:
    low, high = wilson(hits, total)
    return f"{hits:4}/{total:<4} {hits / max(total, 1):7.2%}  [{low:.1%}, {high:.1%}]"


def aims(results: list[Result]) -> Iterator[tuple[str, bool]]:
    """Each aim with whether it is met."""
    danger = {
        group: [r for r in results if r.case.group == group and r.case.class_]
        for group in {r.case.group for r in results}
    }
    calm = {group: [r for r in results if r.case.group == group and not r.case.class_] for group in danger}
    for group, least in (("plain", 0.99), ("indirect", 0.95), ("mixed", 1.0), ("fairness", 0.95)):
        hits, total = share(danger.get(group, []), lambda r: r.caught)
        yield f"{group} caught {shown(hits, total)}, aim {least:.0%}", hits >= least * total
    hits, total = share((r for r in danger.get("plain", []) if r.case.priority == "P0"), lambda r: r.caught)
    yield f"plain P0 caught {shown(hits, total)}, aim 100%", hits == total
    hits, total = share(danger.get("negated", []) + calm.get("negated", []), lambda r: r.agreed)
    yield f"negated right {shown(hits, total)}, aim 90%", hits >= 0.9 * total
    for group, most in (("hard_negative", 0.02), ("ordinary", 0.005)):
        alarms, total = share(calm.get(group, []), lambda r: r.alarmed)
        yield f"{group} alarmed {shown(alarms, total)}, aim {most:.1%}", alarms <= most * total


def table(title: str, results: list[Result], name: Callable[[Result], str]) -> None:
    print(f"\n{title}")
    for key, rows in groupby(sorted(results, key=name), name):
        kept = list(rows)
        caught, agreed = share(kept, lambda r: r.caught), share(kept, lambda r: r.agreed)
        print(f"{key:24} caught {shown(*caught)}   right class {shown(*agreed)}")


def listed(title: str, results: Iterable[Result]) -> None:
    print(f"\n{title}")
    for case, found in ((result.case, result.found) for result in results):
        read_as = f"{found.class_} {found.priority} {found.voice}" if found else "nothing"
        print(f"  {case.group}: {case.text!r} is {case.class_} {case.priority} {case.voice}, read as {read_as}")


def timed(given: list[Case]) -> tuple[list[Result], list[float]]:
    """Every message read, and how many milliseconds each took, the quickest first."""
    read("warm up")
    results, times = [], []
    for case in given:
        began = perf_counter()
        results.append(Result(case, read(case.text)))
        times.append(1000 * (perf_counter() - began))
    return results, sorted(times)


def main(folder: Path = HELD_OUT) -> int:
    results, times = timed(list(cases(folder)))
    dangerous = [result for result in results if result.case.class_]
    table("by class", dangerous, lambda r: str(r.case.class_))
    table("by group", dangerous, lambda r: r.case.group)
    listed("missed, or not grave enough", (r for r in dangerous if not r.caught))
    listed("false alarms", (r for r in results if not r.case.class_ and r.alarmed))
    listed("another class", (r for r in dangerous if r.caught and not r.agreed))
    listed("another voice", (r for r in dangerous if r.agreed and r.found and r.found.voice != r.case.voice))
    everyday, quick = timed(list(cases(EVERYDAY)))
    print(f"\neveryday messages alarmed: {shown(*share(everyday, lambda r: r.alarmed))}")
    for name, took in (("a held-out message", times), ("an everyday message", quick)):
        print(f"time, {name}: p50 {took[len(took) // 2]:.1f} ms, p95 {took[len(took) * 95 // 100]:.1f} ms")
    print("\naims")
    met = list(aims(results))
    for said, good in met:
        print(f"  {'met ' if good else 'MISS'} {said}")
    return 0 if all(good for _, good in met) else 1


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
