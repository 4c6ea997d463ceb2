"""What came of a form at the desk: said once, in the title too; and each fault tied to its field."""

import re
from uuid import UUID

import httpx
import pytest

from api.desk.ringing import ACTS
from api.pages import templates
from casework.appointments.calendars import linking
from casework.appointments.calendars.over_caldav import CalDavSettings
from casework.base.settings import ROOT
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.desk.test_desk_work import followed

__all__ = ["followed", "sam_at_desk"]
NAMES = re.compile(r'"([a-z_]+)"')
FAULTY = [
    ("/desk/claimants/{id}", {"preferred_name": ""}, "preferred_name"),
    ("/desk/claimants/{id}/channels", {"address": "banana"}, "address"),
    ("/desk/claimants/{id}/key-worker", {"starts_on": "2027-01-05"}, "to"),
    ("/desk/claimants/{id}/work/plan", {"paused_until": "9999-12-31"}, "paused_until"),
    ("/desk/claimants/new", {"preferred_name": "Kim", "area": "northbridge"}, "consent"),
    ("/desk/calendar/link", {"path": "../elsewhere"}, "path"),
]


async def sends(desk: Desk, path: str, form: dict[str, str]) -> httpx.Response:
    token = re.search(r'name="csrf" value="([^"]+)"', await desk.sees("/desk/diary"))
    assert token
    return await desk.http.post(path, data={"csrf": token[1], **form})


@pytest.mark.parametrize(("path", "form", "field"), FAULTY)
async def test_a_fault_is_tied_to_its_field(
    sam_at_desk: Desk, followed: UUID, path: str, form: dict[str, str], field: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "caldav_settings", lambda: CalDavSettings(url="http://127.0.0.1:1/"))
    answer = await sends(sam_at_desk, path.format(id=followed), form)
    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    tag = re.search(rf'<(?:input|select)[^>]* id="{field}"[^>]*>', answer.text)
    assert tag, "the link in the summary leads to it"
    assert 'aria-invalid="true"' in tag[0]
    described = re.search(r'aria-describedby="([^"]+)"', tag[0])
    assert described
    assert f"{field}-fault" in described[1].split()
    assert all(f'id="{one}"' in answer.text for one in described[1].split())
    summary = re.search(r'<div class="govuk-error-summary"[^>]*>', answer.text)
    assert summary
    assert "autofocus" in summary[0], "whoever uses a keyboard goes on there, without a script too"


@pytest.mark.parametrize(
    ("path", "form", "said"),
    [
        ("/desk/claimants/{id}", {"preferred_name": "Amina B"}, "Saved"),
        ("/desk/claimants/{id}/channels", {"address": "amina@example.org"}, "The number or address is added"),
        ("/desk/claimants/{id}/consents", {"purpose": "contact", "given": "true"}, "What they agreed to is saved"),
    ],
)
async def test_what_was_done_is_said_once(
    sam_at_desk: Desk, followed: UUID, path: str, form: dict[str, str], said: str
) -> None:
    answer = await sends(sam_at_desk, path.format(id=followed), form)
    assert answer.status_code == 303
    assert "?" not in answer.headers["location"]
    seen = await sam_at_desk.sees(answer.headers["location"])
    assert f"<title>{said} – " in seen
    assert f'autofocus><p class="govuk-body">{said}.' in seen
    assert said not in (await sam_at_desk.sees(answer.headers["location"])).split("<h1")[0]


async def test_a_part_of_a_page_leaves_it_for_the_page(sam_at_desk: Desk, followed: UUID) -> None:
    answer = await sam_at_desk.posts(f"/desk/claimants/{followed}", preferred_name="Amina B")
    await sam_at_desk.http.get("/desk/board", headers={"hx-request": "true"})
    assert "<title>Saved – " in await sam_at_desk.sees(answer.headers["location"])


async def test_a_name_that_is_none_says_nothing(sam_at_desk: Desk) -> None:
    sam_at_desk.http.cookies.set("handrail_done", "<b>you won</b>", path="/desk")
    seen = await sam_at_desk.sees("/desk/claimants")
    assert "you won" not in seen
    assert "<title>" in seen


async def test_the_number_that_is_none_stays_to_be_mended(sam_at_desk: Desk, followed: UUID) -> None:
    answer = await sam_at_desk.posts(f"/desk/claimants/{followed}/channels", address="0770 banana")
    assert 'value="0770 banana"' in answer.text


def test_whatever_is_said_to_be_done_has_words() -> None:
    """And no words are for nothing."""
    sources = {path.name: path.read_text("utf-8") for path in (ROOT / "api" / "desk").glob("*.py")}
    named = {name for text in sources.values() for line in re.findall(r"(?:go|to_record|_back)\(.*", text) for name in NAMES.findall(line)}
    named |= {name for line in re.findall(r'return "[a-z_]+".*', sources["work.py"]) for name in NAMES.findall(line)}
    known: dict[str, str] = vars(templates.env.get_template("desk/notices.html").module)["notices"]
    assert named - set(ACTS) == known.keys()
