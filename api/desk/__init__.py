"""The key workers' pages: server-rendered, live by Server-Sent Events, every form guarded by a CSRF token."""

from fastapi import APIRouter

from api.desk import assessments, caseload, claimants, conversations, diary, home, meetings, requests, sign_in, work

router = APIRouter(tags=["desk"], include_in_schema=False)
for part in (sign_in, home, conversations, caseload, diary, requests, assessments, meetings, work, claimants):
    router.include_router(part.router)

__all__ = ["router"]
