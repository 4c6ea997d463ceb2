"""`handrail screen` and `handrail programmes` as people run them."""

import json
import subprocess

import pytest

from casework.base.settings import ROOT
from tests.casework.programmes.cast import CASES, PACKS

HANDRAIL = ROOT / ".venv" / "bin" / "handrail"


def run(*words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([HANDRAIL, *words], input=said, capture_output=True, text=True, timeout=120, check=False)


def test_all_worked_cases_in_one_go_and_in_their_order() -> None:
    lines = "".join(json.dumps({"facts": case["facts"]}) + "\n" for case in CASES)
    came = [json.loads(line) for line in run("screen", said=lines).stdout.splitlines()]
    assert len(came) == len(CASES) == 50
    assert [one["outcomes"] for one in came] == [case["expected"] for case in CASES]
    assert all(one["reasons"][pack] for one in came for pack in one["outcomes"])


def test_the_packs_are_checked() -> None:
    done = run("programmes", "check")
    assert (done.returncode, done.stdout) == (0, "6 programmes can be used\n")


@pytest.mark.parametrize("pack", PACKS)
def test_the_rules_are_told_in_plain_words(pack: str) -> None:
    done = run("programmes", "explain", pack)
    assert done.returncode == 0
    assert done.stdout.startswith(f"{PACKS[pack].pack.name} (rules {PACKS[pack].version})\n")
    assert "You live in the area." in done.stdout
