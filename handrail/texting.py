"""`handrail sms`: a text from a demonstration phone, through the same door as any other; nothing leaves."""

import asyncio
import json
import sys
from typing import Any

from api.phone import play
from api.shapes import shown
from casework import messaging
from casework.base.db import engine
from casework.base.errors import HandrailError
from handrail import batch
from handrail.batch import Line
from handrail.people import find_assistant
from handrail.running import database
from handrail.running.home import Home


def sms(home: Home, number: str | None, text: str | None) -> int:
    """Each reply as one line of JSON. Without a number: {"number", "text"} lines in, {"replies"} lines out."""
    find_assistant(home)
    database.migrate(database.joined(home.database))
    with asyncio.Runner() as runner:
        try:
            if number is None:
                return batch.run(lambda line: {"replies": _replies(runner, line)})
            for reply in _replies(runner, {"number": number, "text": text or ""}):
                print(json.dumps(reply, ensure_ascii=False))
        except HandrailError as error:
            print(f"handrail: {error}", file=sys.stderr)
            return 1
        finally:
            runner.run(engine().dispose())
    return 0


def _replies(runner: asyncio.Runner, line: Line) -> list[dict[str, Any]]:
    _, replies = runner.run(play(str(line["number"]), str(line["text"])))
    return [shown(one) | {"text": messaging.as_text(one.text, one.choices, one.language)} for one in replies]
