"""`kill -9` at any instant under load loses nothing and does nothing twice: five kills here, fifty with `make kills`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from casework.base.settings import ROOT


@pytest.mark.timeout(900)
def test_nothing_is_lost_and_nothing_is_done_twice(home: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.kills", "5"],
        cwd=ROOT,
        env=environment | {"HANDRAIL_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "nothing lost, nothing twice" in done.stdout
