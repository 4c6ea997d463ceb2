"""The key workers' pages: server-rendered, live by Server-Sent Events, every form guarded by a CSRF token."""

from fastapi import APIRouter

from api.desk import assessments, caseload, claimants, conversations, home, requests, sign_in

router = APIRouter(tags=["desk"], include_in_schema=False)
for part in (sign_in, home, conversations, caseload, requests, assessments, claimants):
    router.include_router(part.router)

__all__ = ["router"]
