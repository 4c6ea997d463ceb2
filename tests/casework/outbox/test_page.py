"""The demonstration's outbox page: everybody's, one phone's, and nobody's at a real council."""

from collections.abc import AsyncIterator

import httpx
import pytest

from api import outbox as door
from casework.council import council
from tests.casework.outbox.conftest import delivered, posted
from tests.casework.outbox.twilio_fake import SOMEONE, Twilio
from tests.doors import visiting

PHONE, OTHER = "+447700900123", "+447700900456"


@pytest.fixture
async def visitor(clean: None) -> AsyncIterator[httpx.AsyncClient]:
    async with visiting(door.router) as client:
        yield client


async def test_everything_newest_first(visitor: httpx.AsyncClient) -> None:
    await delivered(await posted("sms", PHONE, "The first"))
    await delivered(await posted("email", "ali@example.org", "The second", subject="A visit"))
    page = await visitor.get("/outbox")
    assert page.status_code == 200
    assert "Nothing here was really sent" in page.text
    assert page.text.index("The second") < page.text.index("The first")
    assert "A visit" in page.text


@pytest.mark.parametrize("written", ["+447700900123", "%2B447700900123"])
async def test_one_phone_in_order(visitor: httpx.AsyncClient, written: str) -> None:
    for to, words in ((PHONE, "The first"), (OTHER, "Not mine"), (PHONE, "The second")):
        await delivered(await posted("sms", to, words))
    page = await visitor.get(f"/outbox?to={written}")
    assert page.text.index("The first") < page.text.index("The second")
    assert "Not mine" not in page.text


async def test_words_are_words(visitor: httpx.AsyncClient) -> None:
    await delivered(await posted("sms", PHONE, "<script>alert(1)</script>"))
    assert "<script>" not in (await visitor.get("/outbox")).text


async def test_what_was_really_sent_is_not_shown(visitor: httpx.AsyncClient, twilio: Twilio) -> None:
    await delivered(await posted("sms", SOMEONE, "Really sent"))
    assert twilio.taken
    assert "Really sent" not in (await visitor.get("/outbox")).text


async def test_kept_by_no_one(visitor: httpx.AsyncClient) -> None:
    page = await visitor.get("/outbox")
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-robots-tag"] == "noindex"


async def test_it_looks_again_only_when_asked(visitor: httpx.AsyncClient) -> None:
    again = '<meta http-equiv="refresh" content="10">'
    assert again not in (await visitor.get("/outbox")).text
    watched = (await visitor.get("/outbox?to=%2B447700900123&watch=1")).text
    assert again in watched
    assert "/outbox?to=%2B447700900123&amp;watch=1" not in watched


async def test_a_real_council_has_none(visitor: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    real = council().model_copy(update={"fictional": False})
    monkeypatch.setattr(door, "council", lambda: real)
    assert (await visitor.get("/outbox")).status_code == 404
    assert (await visitor.get("/outbox?to=%2B447700900123")).status_code == 404
