"""`handrail sms`: a demonstration phone on the command line, without a running server."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.base.settings import ROOT
from tests.conftest import fresh_database

PHONE = "+447700900123"


@pytest.fixture(scope="module")
def environment(server: str, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A database of its own, and no assistant."""
    encoder = str((home / "encoder").resolve())
    with fresh_database(server) as url:
        own = {"DATABASE_URL": url, "HANDRAIL_HOME": str(tmp_path_factory.mktemp("home")), "HANDRAIL_ENCODER": encoder}
        yield os.environ | own | {"HANDRAIL_ASSISTANT_URL": "http://127.0.0.1:9"}


def sms(environment: dict[str, str], *arguments: str, lines: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "handrail.cli", "sms", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, input=lines, capture_output=True, text=True, check=False, timeout=120
    )


def test_one_reply_a_line(environment: dict[str, str]) -> None:
    done = sms(environment, "07700 900123", "I want to kill myself. STOP")
    danger, stopped = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert set(danger) == {"n", "from", "text", "choices", "at"}
    assert "999" in danger["text"]
    assert "no more texts" in stopped["text"]


def test_nothing_where_there_is_none(environment: dict[str, str]) -> None:
    sms(environment, "+447700900200", "STOP")
    done = sms(environment, "+447700900200", "hello")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("number", ["01632 960101", "020 7946 0000", "+14155552345", "Sam"])
def test_only_demonstration_numbers(environment: dict[str, str], number: str) -> None:
    done = sms(environment, number, "hello")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "demonstration number" in done.stderr


def test_in_batches(environment: dict[str, str]) -> None:
    given = [
        {"number": PHONE, "text": "HELP"},
        {"number": "1", "text": "x"},
        {"number": "+447700900201", "text": "STOP"},
    ]
    done = sms(environment, lines="\n".join(map(json.dumps, given)))
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert first["replies"][0]["from"] == "assistant"
    assert "error" in second
    assert len(third["replies"]) == 1


def test_the_help_says_what_goes_in_and_what_comes_out(environment: dict[str, str]) -> None:
    told = sms(environment, "--help").stdout
    for said in ("07700 900000", '{"number": "07700 900123", "text": "STOP"}', '{"replies": [...]}', '{"n", "from", "text"'):
        assert said in told
