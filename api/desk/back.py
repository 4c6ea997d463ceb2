"""The way back from a page that says that something did not work."""

from typing import Literal
from uuid import UUID

Place = Literal["desk", "diary", "claimants", "record"]
OF_THE_DIARY = frozenset({"appointments", "diary", "hours", "calendar", "groups", "capacity"})
NOT_FOUND = 404


def way_back(path: str, status: int) -> tuple[Place, str]:
    """Where somebody goes on from an address under /desk, and that place's own address. Pure."""
    room, *rest = [*path.strip("/").split("/")[1:], ""]
    if room in OF_THE_DIARY:
        return "diary", "/desk/diary"
    if room == "claimants":
        known = status != NOT_FOUND and len(rest) > 2 and _is_id(rest[0])
        return ("record", f"/desk/claimants/{rest[0]}") if known else ("claimants", "/desk/claimants")
    return "desk", "/desk"


def _is_id(written: str) -> bool:
    try:
        UUID(written)
    except ValueError:
        return False
    return True
