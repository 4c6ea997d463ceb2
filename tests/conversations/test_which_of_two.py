"""Between two likely meanings: buttons on the web, numbers by text, and a person as the third choice."""

import json
import os
import subprocess

from casework.base.settings import ROOT
from tests.running import Running

PHONE = "+447700900778"


def test_on_the_web_they_are_buttons(handrail: Running) -> None:
    with handrail.chat() as chat:
        asked = chat.say("course or job")[-1]
        assert "Which is closer?" in asked["text"]
        titles = [one["title"] for one in asked["choices"]]
        assert titles[2] == "Talk to a person"
        assert {"Help to find a job", "Learn something new"} == set(titles[:2])


def test_by_text_they_are_numbered_and_a_number_chooses(handrail: Running) -> None:
    environment = os.environ | {"DATABASE_URL": handrail.database}

    def text(words: str) -> str:
        command = [ROOT / ".venv" / "bin" / "handrail", "sms", PHONE, words]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
        assert done.returncode == 0, done.stderr
        return "\n".join(json.loads(line)["text"] for line in done.stdout.splitlines())

    asked = text("course or job")
    assert "Which is closer?" in asked
    (number,) = [line.split()[0] for line in asked.splitlines() if line.endswith("Learn something new")]
    assert "learning new skills" in text(number)
