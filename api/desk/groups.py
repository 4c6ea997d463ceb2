"""Group sessions: made with a free time of the worker's, seen with who comes."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from api.deps import Session
from api.desk.session import AtDesk, Posted
from api.notices import go, noticed
from api.pages import render
from casework import appointments
from casework.appointments import Sought
from casework.base.errors import Conflict, HandrailError, Unreadable
from casework.council import Area, council
from casework.staff import Staff

router = APIRouter(prefix="/desk/groups")
MADE = "group_made"
LONGEST_TITLE, MOST_PLACES = 40, 100
SOUGHT = Sought("group", "in_person")


@router.get("")
async def groups(
    request: Request, session: Session, desk: AtDesk, when: str | None = None, title: str = "", places: str = "8", area: str = ""
) -> Response:
    """With `when`, in any words, up to three free times are shown."""
    here = _area(desk.staff, area)
    seen = await _view(session, desk.staff, here) | {"when": when or "", "title": title, "places": places, "made": noticed(request) == MADE}
    wish = appointments.wish_in(when) if when else None
    if when is not None:
        try:
            _titled(title), _places(places)
            if wish is None:
                raise Unreadable("write a time, for example: next Tuesday morning")
            seen["offer"] = await appointments.find_of(session, here, wish, SOUGHT, desk.staff)
        except Unreadable as error:
            seen["fault"] = str(error)
    return render(request, "desk/groups.html", 422 if seen["fault"] else 200, desk=desk, **seen)


@router.post("")
async def make(
    request: Request,
    session: Session,
    desk: Posted,
    start: Annotated[datetime, Form()],
    diary: Annotated[int, Form()],
    title: Annotated[str, Form()] = "",
    places: Annotated[str, Form()] = "",
    area: Annotated[str, Form()] = "",
) -> Response:
    here = _area(desk.staff, area)
    try:
        async with session.begin_nested():
            slot = await appointments.slot_at(session, here, start.astimezone(UTC), diary, SOUGHT, desk.staff)
            if slot is None:
                raise Conflict("this time is not free any more; look again")
            anchor = await appointments.hold(session, here, slot, SOUGHT, None)
            await appointments.book(session, anchor, here)
            await appointments.make_group(session, anchor, _titled(title), _places(places))
    except HandrailError as error:
        if await _made(session, here, start.astimezone(UTC), diary, title):
            return go(f"/desk/groups?area={here.id}", MADE)
        seen = await _view(session, desk.staff, here) | {"when": "", "title": title, "places": places}
        return render(request, "desk/groups.html", error.status, desk=desk, **seen | {"fault": str(error)})
    return go(f"/desk/groups?area={here.id}", MADE)


async def _made(session: Session, area: Area, start: datetime, diary: int, title: str) -> bool:
    """Whether the button was pressed before."""
    every = await appointments.groups_to_come(session, [area.id])
    return any((one.anchor.starts_at, one.anchor.diary_id, one.session.title) == (start, diary, title.strip()) for one in every)


async def _view(session: Session, member: Staff, area: Area) -> dict[str, Any]:
    found = await appointments.groups_to_come(session, [area.id])
    meetings = await appointments.meetings_of(session, [one.anchor for one in found])
    return {
        "alerts": await appointments.alerts_of(session, meetings),
        "area": area,
        "areas": [council().area(id_) for id_ in member.areas],
        "groups": [(one, await appointments.places_of(session, one.session.id)) for one in found],
        "venues": {venue.id: venue.name for venue in area.venues},
        "offer": None,
        "fault": "",
    }


def _area(member: Staff, area: str) -> Area:
    return council().area(area if area in member.areas else member.areas[0])


def _titled(written: str) -> str:
    title = written.strip()
    if not title or len(title) > LONGEST_TITLE:
        raise Unreadable(f"give it a name of up to {LONGEST_TITLE} letters")
    return title


def _places(written: str) -> int:
    if not written.isascii() or not written.isdecimal() or not 1 <= int(written) <= MOST_PLACES:
        raise Unreadable(f"write how many places there are, from 1 to {MOST_PLACES}")
    return int(written)
