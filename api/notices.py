"""What was just done, said once on the page that comes next and not again when that is loaded anew."""

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from casework.base.settings import settings

COOKIE, PATH, SECONDS = "handrail_done", "/desk", 60


def go(to: str, done: str) -> RedirectResponse:
    """To a page that says what was done; `done` is a name in desk/notices.html."""
    response = RedirectResponse(to, status_code=303)
    response.set_cookie(
        COOKIE, done, max_age=SECONDS, httponly=True, samesite="strict", secure=settings().secure_cookies, path=PATH
    )
    return response


def noticed(request: Request) -> str:
    """Only whole pages say it: what htmx puts into one leaves it for the next."""
    return "" if "hx-request" in request.headers else request.cookies.get(COOKIE, "")


def forget(response: Response) -> None:
    response.delete_cookie(COOKIE, path=PATH)
