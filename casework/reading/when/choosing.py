"""What is offered and what is ruled out: exclusions, corrections, "no good"."""

import re
from typing import NamedTuple

from casework.reading.when.marks import STOP
from casework.reading.when.rewriting import codes, only
from casework.reading.when.values import LATE, NOON, OPENS, Hours, Item, Items

SAID = frozenset("DKWeHhm")
OFFERED_BEFORE = re.compile(r"Y[DKWeHhO&]+$")
ITS_HOUR = "H"
LISTED = re.compile(r",(?:[DeHh]+,)*[DeHh]+,?[O&][DeHh]")


class Choice(NamedTuple):
    offered: Items
    excluded: Items


def chosen(items: Items) -> Choice:
    return _parts_kept(_sorted(_corrected(items)))


def _corrected(items: Items) -> Items:
    """What comes after "no wait" stands; what it leaves unsaid is kept from before."""
    if "C" not in codes(items):
        return items
    last = max(at for at, item in enumerate(items) if item.code == "C")
    before, after = [item for item in items[:last] if item.code != "C"], items[last + 1 :]
    if only(after, "DKWeHhm"):
        gone = ("DKWem" if only(after, "DKWem") else "") + ("Hh" if only(after, "Hh") else "") + "OX"
        before = [item for item in before if item.code not in gone]
    return [*before, *after]


def _sorted(items: Items) -> Choice:
    offered: Items = []
    excluded: Items = []
    fresh: Items = []
    no = ""
    for at, item in enumerate(items):
        if (item.code == "," and not (no and item.value != STOP and LISTED.match(codes(items), at))) or item.code == "Y":
            fresh, no = [], ""
        elif item.code in "XxyE":
            if item.code != "E" and fresh and not _leads(items, at):
                excluded += fresh
                offered = [one for one in offered if not any(one is other for other in fresh)]
                fresh, no = [], ITS_HOUR if item.code == "y" else no
            else:
                no = item.code
        elif no and item.code in SAID and not _stands(no, item, excluded):
            excluded.append(item)
            continue
        elif item.code in SAID:
            fresh.append(item)
            no = "" if no == ITS_HOUR else no
        offered.append(item)
    return Choice(offered, excluded)


def _stands(no: str, item: Item, excluded: Items) -> bool:
    """ "Any day next week except monday": the week stands; "weekdays except friday, after 3": so does the hour.

    "Tuesday I have a doctor's at 2, wednesday": of what follows only the hour is of what takes the day.
    """
    if no == ITS_HOUR:
        return item.code not in "Hh"
    late = isinstance(item.value, Hours) and item.value.part is None and bool(only(excluded, "DWe"))
    return no == "E" and (item.code == "K" or late)


def _leads(items: Items, at: int) -> bool:
    """Whether "not" goes with what follows, and not with what came before."""
    if items[at].code == "x":
        return False
    if items[at].code == "y" and not OFFERED_BEFORE.search(codes(items)[:at]):
        return False
    following = re.match(r"[^,Y]*", codes(items)[at + 1 :])
    return bool(following and SAID & set(following[0]))


def _parts_kept(choice: Choice) -> Choice:
    """ "Tuesday morning is no good but afternoon is": the day stands, only its morning does not."""
    offered, excluded = choice
    if only(offered, "Hh") and not only(offered, "DKWeZ") and only(excluded, "Hh") and only(excluded, "DKWe"):
        return Choice([*only(excluded, "DKWe"), *offered], only(excluded, "Hh"))
    return choice


def left_over(excluded: Items) -> Hours | None:
    """The half of the day that stays where the other is ruled out."""
    starts = [item.value.start for item in excluded if isinstance(item.value, Hours) and not item.value.exact]
    if len(starts) != 1 or starts[0] >= LATE:
        return None
    return Hours(NOON, LATE) if starts[0] < NOON else Hours(OPENS, NOON)


def weekdays_of(item: Item) -> frozenset[int]:
    return item.value if isinstance(item.value, frozenset) else frozenset()
