"""What the commands do, beyond running everything."""

import asyncio
import json
import os
import secrets
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import httpx

from casework import safeguarding, staff
from casework.base.db import engine, transaction
from casework.base.settings import ROOT
from casework.reading import language_of, read_answer
from casework.screening import screen_line
from handrail.batch import Line
from handrail.running import steps
from handrail.running.home import Home

LINES: dict[str, Callable[[Line], Line]] = {"answer": read_answer_line, "screen": screen_line}


def understand(home: Home) -> int:
    """Each line of standard input through the trained model, without a server."""
    model = steps.training(home, quiet=True)
    command = [home.bot_python, "-W", "ignore", "-m", "bot.understand", model]
    environment = os.environ | {"HANDRAIL_ENCODER": str(home.encoder)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as model_process:
        return _understand_all(model_process)
