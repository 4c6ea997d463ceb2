"""The assistant's own tests, run in its own environment, against the same PostgreSQL."""

import os
import subprocess
from pathlib import Path

from casework.base.settings import ROOT
from tests.conftest import fresh_database


def test_the_assistants_own_tests_pass(server: str, home: Path) -> None:
    command = [home / "bot-env" / "bin" / "python", "-W", "ignore", "-m", "pytest", "-q", "-c", "bot/pyproject.toml"]
    where = ["--rootdir", ".", "--confcutdir", "tests/bot", "tests/bot"]
    with fresh_database(server) as url:
        environment = os.environ | {"HANDRAIL_TEST_DATABASE_URL": url, "HANDRAIL_ENCODER": str(home / "encoder")}
        done = subprocess.run(
            [*command, *where], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
