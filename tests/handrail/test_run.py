"""`handrail run` as whoever installs it meets it: faults said plainly, and nothing left running."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from casework.base.settings import ROOT
from casework.safeguarding.learned import FILES
from tests.running import free_port, wait_until_up

COMMAND = ROOT / ".venv" / "bin" / "handrail"
STAYS = ("bot-env", "encoder", "models", "assets", "rasa-cache", *FILES, "safety.sha256")


def refused(**settings: str) -> str:
    environment = _without_a_server() | settings
    done = subprocess.run([COMMAND, "run"], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_faulty_council_file_is_named_with_its_line(tmp_path: Path) -> None:
    written = (ROOT / "council.yml").read_text("utf-8").splitlines()
    line = next(at for at, text in enumerate(written) if "nation:" in text)
    written[line] = "    nation: elsewhere"
    faulty = tmp_path / "council.yml"
    faulty.write_text("\n".join(written))
    assert f"council.yml line {line + 1}: areas[0].nation: must be one of" in refused(HANDRAIL_COUNCIL=str(faulty))


def test_a_missing_council_file_is_named() -> None:
    assert "/nowhere/council.yml" in refused(HANDRAIL_COUNCIL="/nowhere/council.yml")


def test_a_second_copy_on_the_same_port_is_refused() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"port {port} is taken" in refused(PORT=port)


@contextmanager
def started(home: Path) -> Iterator[subprocess.Popen[str]]:
    environment = _without_a_server() | {"HANDRAIL_HOME": str(home), "PORT": str(free_port())}
    command = [COMMAND, "run"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=-1, text=True, start_new_session=True) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)


@pytest.fixture
def own_home(tmp_path: Path, home: Path) -> Path:
    """A home of its own, with an embedded database of its own, that need not train again."""
    for name in STAYS:
        if (home / name).exists():
            (tmp_path / name).symlink_to((home / name).resolve())
    return tmp_path


@pytest.mark.parametrize("said", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_leaves_nothing_running(own_home: Path, said: signal.Signals) -> None:
    with started(own_home) as process:
        wait_until_up(process)
        _left_behind_by_a_kill(own_home)
        assert "another Handrail uses the database" in refused(HANDRAIL_HOME=str(own_home), PORT=str(free_port()))
        family = psutil.Process(process.pid).children(recursive=True)
        family += [one for one in psutil.process_iter() if str(own_home) in " ".join(_words(one))]
        assert any("postgres" in one.name() for one in family)
        process.send_signal(said)
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert [one for one in family if one.is_running() and one.status() != psutil.STATUS_ZOMBIE] == []


def _left_behind_by_a_kill(home: Path) -> None:
    """A run that was killed could not take itself off the embedded server's list of users."""
    (home / "database" / ".handle_pids.json").write_text("[4194303]")


def _without_a_server() -> dict[str, str]:
    """Tests before this one may have named a database server; here each run brings its own."""
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}


def _words(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []
