"""Answers as people write them: the worked list, and promises that hold for any text."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.reading import is_answer, read_answer, read_answer_line
from casework.reading.answers.reader import READERS

LINES: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("dev_answers.jsonl").read_text("utf-8").splitlines()
]


def comparable(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['question_type']}: {line['text']}")
def test_an_answer_is_read(line: dict[str, Any]) -> None:
    read = read_answer_line({name: value for name, value in line.items() if name != "expected"})
    wanted = line["expected"]
    assert {name: comparable(read.get(name)) for name in wanted} == {
        name: comparable(value) for name, value in wanted.items()
    }


@pytest.mark.parametrize("question_type", READERS)
@given(text=st.one_of(st.text(max_size=200), st.text("0123456789 /-.+yearsmonthiduc'", max_size=40)))
def test_anything_is_read_without_a_fault(question_type: str, text: str) -> None:
    assert "value" in read_answer(question_type, text, "Do you have a paid job right now?")


@pytest.mark.parametrize("text", ["what's the weather", "i need help with debt", "can I talk to you", "banana", "?"])
def test_something_else_is_no_answer(text: str) -> None:
    assert not any(is_answer(kind, text, "Do you have a paid job right now?") for kind in READERS)


@pytest.mark.parametrize("text", ["sort of", "maybe", "dunno", "pass", "nah"])
def test_a_hedge_or_a_refusal_is_an_answer(text: str) -> None:
    assert is_answer("yes_no", text, "Do you have a paid job right now?")


def test_the_clock_is_the_reference() -> None:
    line = {"question_type": "age_years", "text": "24/11/2008"}
    assert read_answer_line({**line, "reference": "2026-11-24T10:00 Europe/London"})["value"] == 18
    assert read_answer_line({**line, "reference": "2026-11-23T10:00 Europe/London"})["value"] == 17


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(KeyError):
        read_answer("shoe_size", "9")
