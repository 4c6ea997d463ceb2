"""`handrail run`: set up what is missing, start everything, say where it is, stay until Ctrl-C."""

import asyncio
import os
import socket
import sys
from contextlib import ExitStack
from pathlib import Path

import httpx

from handrail.running import database, steps
from handrail.running.first import first_sign_in
from handrail.running.home import Home
from handrail.running.supervisor import Program, Supervisor, say

LOOK_SECONDS = 0.5


class PortTaken(Exception):
    pass


def run(home: Home, host: str, port: int) -> int:
    """Returns the exit code: 0 after Ctrl-C, 1 where it could not start."""
    try:
        _refuse_taken(host, port)
        return _run(home, host, port)
    except (PortTaken, database.DatabaseTaken, steps.StepFailed) as error:
        print(f"handrail: {error}", file=sys.stderr)
        return 1


def _run(home: Home, host: str, port: int) -> int:
    model = steps.prepare(home)
    with ExitStack() as until_stopped:
        with steps.step("database"):
            url = until_stopped.enter_context(database.serving(home.database))
            database.migrate(url)
            sign_in = asyncio.run(first_sign_in())
        say("· start …")
        supervisor = Supervisor(_programs(home, model, url, host, port), home.folder / "handrail.log")
        asyncio.run(supervisor.run(lambda: _greet(host, port, sign_in)))
    say("stopped.")
    return 0


def _refuse_taken(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(f"port {port} is taken; stop what uses it, or set PORT to another") from error


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _programs(home: Home, model: Path, url: str, host: str, port: int) -> list[Program]:
    actions, assistant = _free_port(), _free_port()
    home.assistant_url.write_text(f"http://127.0.0.1:{assistant}")
    shared = {
        "DATABASE_URL": url,
        "PORT": str(port),
        "HANDRAIL_HOME": str(home.folder),
        "HANDRAIL_ENCODER": str(home.encoder),
        "HANDRAIL_ASSISTANT_URL": home.assistant_url.read_text(),
        "HANDRAIL_ASSISTANT_TOKEN": home.secret("assistant"),
        "HANDRAIL_ACTIONS_URL": f"http://127.0.0.1:{actions}/webhook",
        "HANDRAIL_TRACKER_URL": url,
        # One message's sums are too small to share out: more threads would only spin beside each other.
        "OPENBLAS_NUM_THREADS": "1",
    }
    uvicorn = [sys.executable, "-m", "uvicorn", "--no-access-log"]
    rasa = [str(home.bot_python), "-m", "rasa", "run", "--model", str(model), "-i", "127.0.0.1", "-p", str(assistant)]
    settings = ["--endpoints", "bot/endpoints.yml", "--credentials", "bot/credentials.yml"]
    return [
        Program("actions", [*uvicorn, "actions.app:app", "--host", "127.0.0.1", "--port", str(actions)], shared),
        Program("bot", [*rasa, *settings], shared),
        Program("worker", [sys.executable, "-m", "casework.worker"], shared),
        Program("api", [*uvicorn, "api.app:app", "--host", host, "--port", str(port)], shared),
    ]


async def _greet(host: str, port: int, sign_in: str | None) -> None:
    """Wait until everything answers, then say where it is."""
    address = f"http://{host}:{port}"
    async with httpx.AsyncClient(base_url=address) as client:
        while not await _is_ready(client):
            await asyncio.sleep(LOOK_SECONDS)
    say(f"\nHandrail is up.\n  the demonstration council  {address}/\n  the desk                   {address}/desk")
    if sign_in:
        say(f"  first sign-in (shown once) {sign_in}")
    say("Ctrl-C stops it. Its log is handrail.log in the home folder.\n")


async def _is_ready(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/ready")).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


def listening_host() -> str:
    return os.environ.get("HANDRAIL_HOST", "127.0.0.1")
