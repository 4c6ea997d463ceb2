"""Two wishes in one message are told from one, with the trained model: docs/decisions/0022 has the figures."""

import json
import os
import subprocess
from pathlib import Path

from casework.base.settings import ROOT
from handrail.running.home import Home
from handrail.running.steps import training

FOUND_RIGHTLY = 0.75
WRONGLY_SPLIT = 0.07


def test_two_wishes_are_found_and_one_is_seldom_split(home: Path) -> None:
    model = training(Home(home))
    command = [home / "bot-env" / "bin" / "python", "-W", "ignore", "-m", "bot.evaluation.wishes", str(model)]
    environment = os.environ | {"HANDRAIL_ENCODER": str(home / "encoder")}
    said = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    figures = json.loads(said.stdout)
    assert figures["right"] / figures["two"] >= FOUND_RIGHTLY, figures
    assert figures["wrong"] / figures["one"] <= WRONGLY_SPLIT, figures
