"""What cannot be, asked for at the desk in a browser: a plain page with the way back, never data for programs."""

from uuid import UUID, uuid4

import pytest

from api.desk.back import way_back
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.desk.test_desk_work import followed

__all__ = ["followed", "sam_at_desk"]
SOMEBODY = "6d0c2f0e-3c0f-4f6e-9d55-0d8d5f6a7b10"


@pytest.mark.parametrize(
    "path", ["/desk/claimants/banana", "/desk/claimants/banana/work", "/desk/appointments/7/move", "/desk/nowhere"]
)
async def test_a_bad_address_is_a_plain_page(sam_at_desk: Desk, path: str) -> None:
    answer = await sam_at_desk.http.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "There is no such page" in answer.text
    assert "Back to " in answer.text


async def test_somebody_who_is_not_there_is_a_plain_page(sam_at_desk: Desk) -> None:
    seen = await sam_at_desk.sees(f"/desk/claimants/{uuid4()}", 404)
    assert 'href="/desk/claimants">Back to the claimants' in seen


async def test_a_choice_that_is_none_leads_back_to_the_record(sam_at_desk: Desk, followed: UUID) -> None:
    answer = await sam_at_desk.posts(f"/desk/claimants/{followed}/work/plan", cadence="hourly")
    assert answer.status_code == 422
    assert "cannot be read: cadence. Nothing was changed" in answer.text
    assert f'href="/desk/claimants/{followed}">Back to their record' in answer.text
    assert "<title>That did not work: something that was sent cannot be read" in answer.text


async def test_a_form_of_the_diary_leads_back_to_the_diary(sam_at_desk: Desk) -> None:
    answer = await sam_at_desk.http.post(f"/desk/appointments/{uuid4()}/call-off", data={"csrf": "old"})
    assert answer.status_code == 401
    assert 'href="/desk/diary">Back to the diary' in answer.text


@pytest.mark.parametrize(
    ("path", "status", "back"),
    [
        ("/desk", 500, ("desk", "/desk")),
        ("/desk/", 404, ("desk", "/desk")),
        ("/desk/alerts/1/close", 409, ("desk", "/desk")),
        ("/desk/diary", 422, ("diary", "/desk/diary")),
        ("/desk/hours/leave", 422, ("diary", "/desk/diary")),
        ("/desk/claimants", 500, ("claimants", "/desk/claimants")),
        (f"/desk/claimants/{SOMEBODY}", 503, ("claimants", "/desk/claimants")),
        (f"/desk/claimants/{SOMEBODY}/meetings", 409, ("record", f"/desk/claimants/{SOMEBODY}")),
        (f"/desk/claimants/{SOMEBODY}/meetings", 404, ("claimants", "/desk/claimants")),
        ("/desk/claimants/x/work", 422, ("claimants", "/desk/claimants")),
    ],
)
def test_the_way_back_is_where_they_were(path: str, status: int, back: tuple[str, str]) -> None:
    assert way_back(path, status) == back
