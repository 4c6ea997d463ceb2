"""Whole conversations with the real assistant, foldered by how people derail; one file is one conversation.

In `says`, {code} is the newest code that was sent to the conversation's own `phone`.
"""

import re
from pathlib import Path
from typing import Any

import psycopg
import pytest
import yaml

from tests.running import Running

STORIES = sorted(Path(__file__).parent.glob("*/*.yml"))
# What else was said in the same turn may stand after it.
NEWEST = r"""SELECT text FROM outgoing WHERE "to" = %s AND text ~ '\m\d{6}\M' ORDER BY made_at DESC LIMIT 1"""


@pytest.mark.parametrize("file", STORIES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_conversation(handrail: Running, file: Path) -> None:
    story: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    with handrail.chat(story.get("area")) as chat:
        for turn in story["turns"]:
            says = str(turn["says"])
            if says == "{code}":
                says = newest_code(handrail.database, story["phone"])
            heard = "\n".join(message["text"] for message in chat.say(says))
            for words in turn["hears"]:
                assert words in heard, f"after {says!r}: {words!r} is not in\n{heard}"
            for words in turn.get("not", ()):
                assert words not in heard, f"after {says!r}: {words!r} is in\n{heard}"


def newest_code(database: str, phone: str) -> str:
    with psycopg.connect(database) as connection:
        row = connection.execute(NEWEST, [phone]).fetchone()
    found = re.search(r"\b\d{6}\b", row[0] if row else "")
    assert found, f"no code was sent to {phone}"
    return found[0]
