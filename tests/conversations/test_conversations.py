"""Whole conversations with the real assistant, foldered by how people derail; one file is one conversation."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.running import Running

STORIES = sorted(Path(__file__).parent.glob("*/*.yml"))


@pytest.mark.parametrize("file", STORIES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_conversation(handrail: Running, file: Path) -> None:
    story: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    with handrail.chat(story.get("area")) as chat:
        for turn in story["turns"]:
            heard = "\n".join(message["text"] for message in chat.say(turn["says"]))
            for words in turn["hears"]:
                assert words in heard, f"after {turn['says']!r}: {words!r} is not in\n{heard}"
            for words in turn.get("not", ()):
                assert words not in heard, f"after {turn['says']!r}: {words!r} is in\n{heard}"
