"""A mock server made by Prism from Twilio's own description, cut down to its texts (Apache 2.0, as it says itself)."""

import hashlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx

from handrail.running.assets import _npm
from tests.running import free_port

HERE = Path(__file__).parent
UP_SECONDS = 60


def installed(home: Path) -> Path:
    """Prism, from its locked packages, once."""
    lock = HERE / "package-lock.json"
    folder = home / "prism"
    stamp, wanted = folder / "installed", hashlib.sha256(lock.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", lock.name):
            shutil.copy(HERE / name, folder / name)
        subprocess.run([*_npm(), "ci", "--ignore-scripts", "--silent"], cwd=folder, check=True)
        stamp.write_text(wanted)
    return folder / "node_modules" / ".bin" / "prism"


@contextmanager
def mocking(home: Path) -> Iterator[str]:
    """Its address. A request that the description does not allow is answered with 422."""
    address = f"http://127.0.0.1:{free_port()}"
    command = [installed(home), "mock", HERE / "twilio.json", "--port", address.rsplit(":")[-1]]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ | {"SCARF_ANALYTICS": "false"})
    try:
        _wait(address)
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait(address: str) -> None:
    end = time.monotonic() + UP_SECONDS
    while time.monotonic() < end:
        with suppress(httpx.HTTPError):
            httpx.get(address)
            return
        time.sleep(0.2)
    raise AssertionError("Prism did not come up")
