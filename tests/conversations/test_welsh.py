"""Conversations held in Welsh with the real assistant: chosen by a button, in words, on the web and by text."""

import json
import os
import subprocess
from pathlib import Path

import psycopg

from casework.base.packs import pack
from casework.base.settings import ROOT
from tests.running import Chat, Running

PHONE = "+447700900777"


def heard(messages: list[dict[str, object]]) -> str:
    return "\n".join(str(one["text"]) for one in messages)


def titles(messages: list[dict[str, object]]) -> list[str]:
    return [choice["title"] for choice in messages[-1]["choices"]]  # type: ignore[attr-defined]


def in_welsh(chat: Chat) -> list[dict[str, object]]:
    answer = chat.send("cymraeg plis")
    assert answer.json()["language"] == "cy"
    messages: list[dict[str, object]] = answer.json()["messages"]
    assert {one["language"] for one in messages} == {"cy"}
    return messages


def test_a_screening_in_welsh(handrail: Running) -> None:
    with handrail.chat() as chat:
        chosen = in_welsh(chat)
        assert "Cymraeg o hyn ymlaen" in heard(chosen)
        assert titles(chosen) == ["Oes help i mi?", "Dod o hyd i help yn fy ardal", "Siarad â pherson"]
        began = chat.say("Could I get help?")
        assert "Ydych chi'n byw yn ardal Northbridge?" in heard(began)
        assert titles(began)[:2] == ["Ie", "Na"]
        assert began[-1]["choices"][0]["text"] == "Yes"
        assert "swydd â chyflog" in heard(chat.say("ydw"))
        assert "Beth yw eich oed chi?" in heard(chat.say("na"))
        why = heard(chat.say("pam?"))
        assert "oedrannau penodol" in why
        assert "budd-dal wrth i chi chwilio am waith" in heard(chat.say("tri deg pedwar"))


def test_a_language_chosen_in_the_middle_of_the_questions_and_back(handrail: Running) -> None:
    with handrail.chat() as chat:
        chat.say("could i get help?")
        assert "Ydych chi'n byw yn ardal Northbridge?" in heard(in_welsh(chat))
        back = chat.send("back to English please").json()
        assert "language" not in back
        assert "English from here on" in heard(back["messages"])
        assert "Do you live in the Northbridge area?" in heard(back["messages"])


def test_a_booking_in_welsh(handrail: Running) -> None:
    with handrail.chat() as chat:
        in_welsh(chat)
        assert "Sut hoffech chi gwrdd?" in heard(chat.say("dwi isio apwyntiad"))
        assert "Pryd sy'n gyfleus" in heard(chat.say("Dros y ffôn"))
        offered = chat.say("wythnos nesaf")
        assert "Pa un sy'n gyfleus" in heard(offered)
        first = offered[-1]["choices"][0]
        assert "dydd " in first["title"].casefold() or "yfory " in first["title"].casefold()
        assert "Ydych chi am i mi ei drefnu?" in heard(chat.say(first["text"]))
        assert "enw cyntaf" in heard(chat.say("ie"))


def test_longer_welsh_gets_the_one_line_and_a_person(handrail: Running) -> None:
    with handrail.chat() as chat:
        in_welsh(chat)
        said = chat.say("dw i wedi colli fy swydd ac mae angen gwaith newydd arna i")
        assert "atebion byr rydw i'n eu deall" in heard(said)
        assert "Siarad â pherson" in titles(said)
        assert heard(chat.say("Siarad â pherson")).startswith("Iawn, wrth gwrs.")


def test_somebody_whose_first_words_are_welsh_is_answered_in_welsh(handrail: Running) -> None:
    with handrail.chat() as chat:
        said = chat.say("dw i eisiau siarad gyda rhywun am swydd")
        assert "Cymraeg o hyn ymlaen" in heard(said)
        assert "Siarad â pherson" in titles(said)


def test_danger_in_welsh_is_answered_in_welsh(handrail: Running) -> None:
    with handrail.chat() as chat:
        in_welsh(chat)
        said = chat.say("dw i eisiau lladd fy hun")
        openings = {one["text"].split("\n")[0].split("{")[0] for one in pack("cy").responses["utter_safety_r1"]}
        openings |= {one["text"].split("\n")[0].split("{")[0] for one in pack("cy").responses["utter_safety_r2"]}
        assert any(heard(said).startswith(one) for one in openings), heard(said)
        assert "999" in heard(said)
        assert "Ydw" in [choice["title"] for one in said for choice in one["choices"]]
        assert "Diolch am fod yn onest" in heard(chat.say("nac ydw"))
        assert "eich bod yma o hyd" in heard(chat.say("Mynd ymlaen â phethau eraill"))


def test_danger_in_welsh_is_answered_in_welsh_before_anyone_chose_it(handrail: Running) -> None:
    with handrail.chat() as chat:
        answer = chat.send("rydw i eisiau lladd fy hun").json()
        assert answer["language"] == "cy"
        assert "ddiogel" in heard(answer["messages"])


def test_english_stays_as_it_was(handrail: Running) -> None:
    with handrail.chat() as chat:
        answer = chat.send("hello").json()
        assert answer.keys() == {"messages"}
        assert all("language" not in one for one in answer["messages"])
        assert "Hello." in heard(answer["messages"])


def test_by_text(handrail: Running, home: Path) -> None:
    environment = os.environ | {"DATABASE_URL": handrail.database, "HANDRAIL_HOME": str(home)}

    def text(words: str) -> str:
        command = [ROOT / ".venv" / "bin" / "handrail", "sms", PHONE, words]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
        assert done.returncode == 0, done.stderr
        return "\n".join(json.loads(line)["text"] for line in done.stdout.splitlines())

    first = text("Cymraeg plis")
    assert "Helo, cymorth gwaith Northbridge" in first
    assert "1 Oes help i mi?" in first
    assert "byw yn ardal Northbridge?" in text("1")
    assert "swydd" in text("ydw")
    assert "Chewch chi ddim mwy o decstiau" in text("stopiwch")
    with psycopg.connect(handrail.database) as connection:
        row = connection.execute("SELECT language FROM conversations WHERE phone = %s", [PHONE]).fetchone()
    assert row == ("cy",)
