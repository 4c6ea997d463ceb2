"""The key workers' pages: server-rendered, live by Server-Sent Events, every form guarded by a CSRF token."""

from fastapi import APIRouter

from api.desk import (
    absence,
    assessments,
    calendars,
    capacity,
    caseload,
    claimants,
    conversations,
    diary,
    groups,
    home,
    hours,
    in_work,
    meetings,
    moving,
    news,
    requests,
    sign_in,
    work,
)

router = APIRouter(tags=["desk"], include_in_schema=False)
PARTS = (
    sign_in, home, conversations, caseload, absence, diary, hours, groups, capacity, in_work, news, calendars, moving, requests,
    assessments, meetings, work, claimants,
)
for part in PARTS:
    router.include_router(part.router)

__all__ = ["router"]
