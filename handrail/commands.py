"""What the commands do, beyond running everything."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from casework import safeguarding
from casework.base.settings import ROOT
from casework.programmes import programmes, screen_line
from casework.reading import language_of, read_answer_line, read_when_line
from encoder import weights
from handrail import batch
from handrail.batch import Line
from handrail.running import steps
from handrail.running.home import Home


def _screen(line: Line) -> Line:
    return screen_line(line, programmes().values())


AT_ONCE = 3
LINES: dict[str, Callable[[Line], Line]] = {"answer": read_answer_line, "screen": _screen, "when": read_when_line}
ABOUT = {
    "answer": 'JSON Lines: {"question_type", "text"} to the value read',
    "screen": 'JSON Lines: {"facts"} to outcomes and reasons',
    "when": 'JSON Lines: {"text", "reference"} to the day or time read',
}


def understand(home: Home) -> int:
    """Each line of standard input through the trained model, without a server."""
    command = [str(home.bot_python), "-W", "ignore", "-m", "bot.understand", str(steps.trained(home))]
    environment = os.environ | {"HANDRAIL_ENCODER": str(home.encoder), "OPENBLAS_NUM_THREADS": "1"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as model:
        one_at_a_time = Lock()
        safeguarding.read("warm up")
        code = batch.run(lambda line: _understood(model, one_at_a_time, line), at_once=AT_ONCE)
        assert model.stdin is not None
        model.stdin.close()
    return code


def measure_understanding(home: Home, how: str | None) -> int:
    """The held-out messages through our model and those it is compared with; the report is written and printed.

    `how`: --alone compares nothing, --whole teaches the stock pipeline with all messages, else an equal sample does.
    """
    model = steps.prepare(home)
    command = [str(home.bot_python), "-W", "ignore", "-m", "bot.evaluation", str(model), *([how] if how else [])]
    environment = os.environ | {"HANDRAIL_ENCODER": str(home.encoder), "HANDRAIL_HOME": str(home.folder)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def adapt_encoder(home: Home) -> int:
    """Teach both encoders, then the second safety layer, from all messages there are; all is kept here."""
    for name, given in (("small", weights.small), ("large", weights.large)):
        with tempfile.TemporaryDirectory() as folder:
            parts, vocabulary = given()
            np.savez(Path(folder) / "weights.npz", **parts)  # type: ignore[arg-type]
            (Path(folder) / "vocab.txt").write_text(vocabulary, "utf-8")
            command = [str(home.bot_python), "-W", "ignore", "-m", "bot.adapting", name, folder]
            environment = os.environ | {"TF_CPP_MIN_LOG_LEVEL": "3"}
            done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
        if done.returncode:
            return done.returncode
    steps.encoder(home)
    steps.keep_safety(home)
    return 0


def _understood(model: subprocess.Popen[str], one_at_a_time: Lock, line: Line) -> Line:
    """Danger is read in one message while the model, a process of its own, reads another."""
    text = str(line["text"])
    own = {"language": language_of(text), "safeguarding": _danger(text)}
    assert model.stdin is not None
    assert model.stdout is not None
    with one_at_a_time:
        model.stdin.write(json.dumps({"text": text}) + "\n")
        model.stdin.flush()
        read = json.loads(model.stdout.readline())
    return {name: read[name] for name in ("intent", "confidence", "entities")} | own


def _danger(text: str) -> dict[str, Any] | None:
    finding = safeguarding.read(text)
    if finding is None:
        return None
    return {"class": finding.class_, "priority": finding.priority, "voice": finding.voice}


def prepare(home: Home) -> int:
    """All that `run` needs before it starts anything."""
    try:
        steps.prepare(home)
    except steps.StepFailed as error:
        print(f"handrail: {error}", file=sys.stderr)
        return 1
    return 0
