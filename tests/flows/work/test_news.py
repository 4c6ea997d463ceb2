"""News by text: off until a person asks for it, ended alone or with everything, weighed as it leaves."""

from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import select

from casework import claimants, messaging, outbox, staff, texts
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.errors import Unreadable
from casework.council import council
from casework.messaging import Message
from casework.staff import Staff
from casework.texts import news, telling
from tests.flows.conftest import Assistant
from tests.flows.phones import OTHER, PHONE, gets, texts_us

FAIR, PASSWORD = "Job fair at the Work Hub on Friday 4 December, 10am.", "a long password"


def at(monkeypatch: pytest.MonkeyPatch, hour: int) -> None:
    monkeypatch.setattr(news, "now", lambda: local(now()).replace(hour=hour))


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 12)


@pytest.fixture
async def lena(clean: None) -> Staff:
    async with transaction() as session:
        return await staff.add(session, "lena@example.org", "Lena", "lead", ["northbridge"], PASSWORD)


async def person(phone: str = PHONE, **more: object) -> UUID:
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name="Ana", source="worker", channels=[("sms", phone, True)], **more
        )
        return made.id


async def send(lena: Staff, words: str = FAIR) -> int:
    async with transaction() as session:
        return await texts.send_news(session, council().area("northbridge"), words, lena)


async def tell(*people: UUID, news: UUID | None = None) -> None:
    await telling.tell_news(str(news or uuid4()), "northbridge", FAIR, [str(one) for one in people])


async def got(phone: str = PHONE) -> int:
    return sum(FAIR in one for one in await gets(phone))


async def test_nobody_gets_it_who_did_not_ask(lena: Staff) -> None:
    await person()
    assert await send(lena) == 0
    assert await got() == 0


async def test_who_asks_gets_it_and_can_end_it_alone(lena: Staff, assistant: Assistant) -> None:
    await person()
    await person(OTHER)
    await texts_us("NEWS")
    assert "courses and job fairs" in (await gets())[-1]
    assert await send(lena) == 1
    assert (await got(), await got(OTHER)) == (1, 0)
    assert (await gets())[-1].endswith("NO NEWS ends these.")
    await texts_us("no news")
    assert "Our other texts still come" in (await gets())[-1]
    assert await send(lena) == 0
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE) is None
    assert assistant.asked == []


async def test_a_number_nobody_gave_us_is_signed_up_for_nothing(lena: Staff, assistant: Assistant) -> None:
    await texts_us("NEWS")
    assert "once we know you" in (await gets())[-1]
    assert await send(lena) == 0


async def test_stop_ends_it_with_everything_and_start_does_not_begin_it_unasked(lena: Staff, assistant: Assistant) -> None:
    await person()
    for order in ("NEWS", "STOP"):
        await texts_us(order)
        await gets()
    assert await send(lena) == 0


@pytest.mark.parametrize("order", ["STOP", "NO NEWS", "PAUSE"])
async def test_what_is_on_its_way_is_kept_back(lena: Staff, assistant: Assistant, order: str) -> None:
    ana = await person()
    await texts_us("NEWS")
    await gets()
    await tell(ana)
    await texts_us(order)
    assert await got() == 0


async def test_it_is_told_once_however_often_the_job_runs(lena: Staff, assistant: Assistant) -> None:
    ana = await person()
    await texts_us("NEWS")
    news = uuid4()
    for _ in range(2):
        await tell(ana, news=news)
    assert await got() == 1


async def test_two_who_share_a_phone_get_it_once(lena: Staff, assistant: Assistant) -> None:
    people = [await person(), await person()]
    for one in people:
        async with transaction() as session:
            await claimants.consent(session, one, "news", given=True)
    await tell(*people)
    assert await got() == 1


async def test_nobody_who_texts_waits_for_it(lena: Staff, assistant: Assistant) -> None:
    """Their phone is in use: the news goes to everybody else, and to them a moment later."""
    ana, ben = await person(), await person(OTHER)
    await texts_us("NEWS")
    await texts_us("NEWS", OTHER)
    await gets()
    async with transaction() as session:
        await messaging.one_at_a_time(session, PHONE)
        await tell(ana, ben)
        async with transaction() as other:
            written = select(Message.text).where(Message.text.contains(FAIR))
            assert len((await other.execute(written)).all()) == 1
    assert (await got(), await got(OTHER)) == (1, 1)


@pytest.mark.parametrize(("hour", "times"), [(9, 0), (10, 1), (18, 1), (19, 0)])
async def test_it_keeps_to_the_hours_of_texting(
    lena: Staff, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, hour: int, times: int
) -> None:
    await person()
    await texts_us("NEWS")
    await gets()
    await send(lena)
    at(monkeypatch, hour)
    assert await got() == times


async def test_nothing_is_offered_to_somebody_in_danger(lena: Staff, assistant: Assistant) -> None:
    await person()
    await texts_us("NEWS")
    await texts_us("I want to kill myself")
    await gets()
    await send(lena)
    assert await got() == 0


async def test_nothing_is_offered_to_a_phone_that_others_read(lena: Staff, assistant: Assistant) -> None:
    await person(safe_contact={"shared": True})
    await texts_us("NEWS")
    assert await send(lena) == 0


@pytest.mark.parametrize("words", [" ", "Ffair swyddi ym Mŵythig", FAIR * 3])
async def test_it_is_one_short_text(lena: Staff, words: str) -> None:
    with pytest.raises(Unreadable):
        await send(lena, words)


async def test_leads_send_it_and_nobody_else(desk_web: httpx.AsyncClient, lena: Staff, sam: Staff, assistant: Assistant) -> None:
    await person()
    await texts_us("NEWS")
    await gets()
    await desk_web.post("/desk/sign-in", data={"email": sam.email, "password": PASSWORD})
    assert (await desk_web.get("/desk/news")).status_code == 404
    assert "News by text" not in (await desk_web.get("/desk")).text
    desk_web.cookies.clear()
    await desk_web.post("/desk/sign-in", data={"email": lena.email, "password": PASSWORD})
    page = (await desk_web.get("/desk/news")).text
    csrf = page.split('name="csrf" value="')[1].split('"')[0]
    assert "Send it to 1 person" in page
    refused = await desk_web.post("/desk/news", data={"csrf": csrf, "news": FAIR * 3})
    assert (refused.status_code, "make it shorter" in refused.text) == (422, True)
    assert "On its way to 1 person" in (await desk_web.post("/desk/news", data={"csrf": csrf, "news": FAIR})).text
    assert await got() == 1


async def test_a_worker_writes_down_that_somebody_asked(desk_web: httpx.AsyncClient, lena: Staff, sam: Staff) -> None:
    ana = await person()
    await desk_web.post("/desk/sign-in", data={"email": sam.email, "password": PASSWORD})
    page = (await desk_web.get(f"/desk/claimants/{ana}")).text
    assert "Only if they ask for it" in page
    csrf = page.split('name="csrf" value="')[1].split('"')[0]
    await desk_web.post(f"/desk/claimants/{ana}/consents", data={"csrf": csrf, "purpose": "news", "given": "true"})
    assert await send(lena) == 1
