"""A screening as a worker sees it: answers, reasons, rules; what was kept private stays so."""

from typing import Any

from casework import screening
from casework.programmes.segmentation import points
from casework.screening import Screening


def seen(one: Screening) -> dict[str, Any]:
    return {
        "screening": one,
        "lines": screening.lines(one),
        "outcomes": screening.outcomes(one) if one.answers else {},
        "names": {programme.id: programme.pack.name for programme in screening.packs_of(one)},
        "points": points(screening.facts(one)) if not one.private else None,
        "masks": bool(one.private),
    }
