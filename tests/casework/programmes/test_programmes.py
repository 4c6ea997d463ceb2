"""The files under programmes/: they can be used, and a fault is named by file and line."""

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
        ("questions.yml", '"18-21"', '"18-22"', "partly in and partly out of aged_18_to_21"),
        ("questions.yml", "store: not_sure", "store: maybe", "has no answer stored as not_sure"),
        ("questions.yml", "have a paid job right", "participate in remunerated employment", "reads at grade"),
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
    assert any(one.startswith(file) and fault in one for one in faults), faults


def test_only_connect_to_work_is_live() -> None:
    assert [name for name, one in PACKS.items() if one.pack.status == "live"] == ["connect-to-work"]


def test_a_pack_runs_in_its_nations_and_days() -> None:
    pack = PACKS["connect-to-work"].pack
    assert pack.runs("northbridge", "wales", date(2026, 11, 24))
    assert not pack.runs("northbridge", "scotland", date(2026, 11, 24))
    assert not pack.runs("northbridge", "england", date(2026, 3, 31))
