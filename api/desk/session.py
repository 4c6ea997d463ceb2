"""Who is at the desk, and the check that a form came from one of our pages."""

import hmac
from typing import Annotated

from fastapi import Depends, Form, Request

from api.deps import Session
from casework import staff
from casework.base.errors import NotAllowed
from casework.staff import StaffSession

COOKIE = "handrail_desk"


class SignInNeeded(NotAllowed):
    """Pages answer it by going to the sign-in page."""


async def at_desk(request: Request, session: Session) -> StaffSession:
    try:
        opened = await staff.signed_in(session, request.cookies.get(COOKIE, ""))
    except NotAllowed as error:
        raise SignInNeeded(str(error)) from error
    request.state.staff_id = opened.staff_id
    return opened


AtDesk = Annotated[StaffSession, Depends(at_desk)]


async def posted(desk: AtDesk, csrf: Annotated[str, Form()] = "") -> StaffSession:
    """The session of a form that carries its own session's token. Raises NotAllowed."""
    if not hmac.compare_digest(desk.csrf, csrf):
        raise NotAllowed("this form is out of date; go back and try again")
    return desk


Posted = Annotated[StaffSession, Depends(posted)]
