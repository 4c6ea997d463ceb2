"""The files under programmes/: they can be used, and a fault is named by file and line."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from casework.programmes import check
from casework.programmes.loading import FOLDER
from tests.casework.programmes.cast import PACKS


def test_the_files_can_be_used() -> None:
    assert check() == []
    assert len(PACKS) == 6


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("better-placed.yml", "facts: [", "facts: [shoe_size, ", "line 9: facts[0]: shoe_size is not a fact"),
        ("better-placed.yml", "- adult", "- grown_up", "line 11: rule: 'grown_up' is not a condition"),
        ("better-placed.yml", "- any: [", "- all: [", "line 11: rule: can never be true"),
        ("job-guarantee.yml", "under_25, ", "under_25, aged_50_or_over, ", "can never be true: 3 of"),
        ("realising-talent.yml", "at_least: 2", "at_least: 50", "line 67: rule: can never be true: Two things"),
        ("questions.yml", '"18-21"', '"18-22"', "partly in and partly out of aged_18_to_21"),
        ("connect-to-work.yml", "at_least: 16", "at_least: 17", "the band 16-17 of q_age is partly in and partly out"),
        ("questions.yml", "store: not_sure", "store: maybe", "has no answer stored as not_sure"),
        ("questions.yml", "store: prefer_not", "store: quiet", "q_area has no answer stored as prefer_not"),
        ("questions.yml", "fact: in_work", "fact: at_work", "at_work is not a fact"),
        ("questions.yml", "have a paid job right", "participate in remunerated employment", "reads at grade"),
        ("questions.yml", "- you left care", "- rehabilitation following institutionalisation", "list[3]: reads at grade"),
        ("working-well.yml", "Up to two years of help", "Considerable multidisciplinary assistance", "reads at grade"),
        ("facts.yml", "fact: in_work", "fact: at_work", "at_work is not a fact"),
        ("realising-talent.yml", "value: markers_or_cap", "value: either", "line 14: settings.need_test.value: must"),
    ],
)
def test_a_fault_is_named_by_file_and_line(tmp_path: Path, file: str, old: str, new: str, fault: str) -> None:
    shutil.copytree(FOLDER, tmp_path / "programmes")
    changed = tmp_path / "programmes" / file
    text = changed.read_text("utf-8")
    assert old in text
    changed.write_text(text.replace(old, new, 1), "utf-8")
    faults = check(tmp_path / "programmes")
    named = [re.match(rf"{re.escape(file)} line (\d+): ", one) for one in faults if fault in one]
    assert named, faults
    assert all(named), faults


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('store: "18-21"', 'store: "18-22"', "answers:"),
        ("store: not_sure", "store: maybe", "answers: &yes_no"),
        ("fact: in_work", "fact: at_work", "fact: at_work"),
        ("Do you have a paid job right now?", "Are you remunerated occupationally?", "text: Are you remunerated"),
    ],
)
def test_the_line_is_that_of_the_field(tmp_path: Path, old: str, new: str, field: str) -> None:
    shutil.copytree(FOLDER, tmp_path / "programmes")
    changed = tmp_path / "programmes" / "questions.yml"
    changed.write_text(changed.read_text("utf-8").replace(old, new, 1), "utf-8")
    found = re.match(r"questions.yml line (\d+): ", check(tmp_path / "programmes")[0])
    assert found
    assert field in changed.read_text("utf-8").splitlines()[int(found[1]) - 1]


def test_only_connect_to_work_is_live() -> None:
    assert [name for name, one in PACKS.items() if one.pack.status == "live"] == ["connect-to-work"]


def test_a_pack_runs_in_its_nations_and_days() -> None:
    pack = PACKS["connect-to-work"].pack
    assert pack.runs("northbridge", "wales", date(2026, 11, 24))
    assert not pack.runs("northbridge", "scotland", date(2026, 11, 24))
    assert not pack.runs("northbridge", "england", date(2026, 3, 31))
