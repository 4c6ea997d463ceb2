"""Signing in and out."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from api.deps import Session
from api.desk.session import COOKIE, Posted
from api.pages import render
from casework import staff
from casework.base.settings import settings
from casework.staff import TooManyTries

router = APIRouter(prefix="/desk")


@router.get("/sign-in")
async def form(request: Request) -> Response:
    return render(request, "desk/sign_in.html")


@router.post("/sign-in")
async def enter(
    request: Request,
    session: Session,
    email: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
) -> Response:
    try:
        found = await staff.check_password(session, email, password)
    except TooManyTries:
        return render(request, "desk/sign_in.html", 429, email=email, fault="tries")
    if found is None:
        return render(request, "desk/sign_in.html", 401, email=email, fault="wrong")
    token, _ = await staff.open_session(session, found)
    response = RedirectResponse("/desk", status_code=303)
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=settings().secure_cookies, path="/desk")
    return response


@router.post("/sign-out")
async def leave(request: Request, session: Session, desk: Posted) -> Response:
    await staff.sign_out(session, request.cookies[COOKIE])
    response = RedirectResponse("/desk/sign-in", status_code=303)
    response.delete_cookie(COOKIE, path="/desk")
    return response
