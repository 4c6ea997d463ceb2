from datetime import date
from pathlib import Path

import pytest

from casework.base.yamlfile import DataError, DataModel, load_yaml


class Shelf(DataModel):
    name: str
    books: tuple[str, ...] = ()
    since: date | None = None


class Library(DataModel):
    open: bool
    floors: int
    shelves: tuple[Shelf, ...]


def written(folder: Path, text: str) -> Path:
    path = folder / "library.yml"
    path.write_text(text, "utf-8")
    return path


def fault(folder: Path, text: str) -> str:
    with pytest.raises(DataError) as raised:
        load_yaml(written(folder, text), Library)
    return str(raised.value)


def test_a_good_file_is_its_model(tmp_path: Path) -> None:
    text = "open: true\nfloors: 2\nshelves:\n  - {name: no, books: [09:30, 0300], since: 2026-10-04}\n"
    library = load_yaml(written(tmp_path, text), Library)
    assert library.shelves[0] == Shelf(name="no", books=("09:30", "0300"), since=date(2026, 10, 4))


def test_a_fault_names_file_line_and_field(tmp_path: Path) -> None:
    said = fault(tmp_path, "open: true\nfloors: 2\nshelves:\n  - name: a\n  - name: b\n    since: soon\n")
    assert said.startswith("library.yml line 6: shelves[1].since: must be a valid date")


def test_every_fault_is_named(tmp_path: Path) -> None:
    said = fault(tmp_path, "open: maybe\nfloors: two\nshelves: []\n")
    assert [line.split(":")[0] for line in said.splitlines()] == ["library.yml line 1", "library.yml line 2"]


def test_a_missing_field_is_named_at_its_parent(tmp_path: Path) -> None:
    said = fault(tmp_path, "open: true\nfloors: 2\nshelves:\n  - name: a\n  - books: [b]\n")
    assert said == "library.yml line 5: shelves[1].name: is missing"


def test_a_misspelt_name_is_a_fault(tmp_path: Path) -> None:
    said = fault(tmp_path, "open: true\nfloors: 2\nshelves: []\nflors: 3\n")
    assert said == "library.yml line 4: flors: is not a known name here"


def test_a_number_where_text_belongs_asks_for_quotes(tmp_path: Path) -> None:
    said = fault(tmp_path, "open: true\nfloors: 2\nshelves:\n  - name: 999\n")
    assert said == "library.yml line 4: shelves[0].name: must be text: put quotes round it"


def test_a_name_given_twice_is_a_fault(tmp_path: Path) -> None:
    said = fault(tmp_path, "open: true\nfloors: 2\nshelves: []\nfloors: 3\n")
    assert said == "library.yml line 4: floors: is given twice"


@pytest.mark.parametrize("text", ["", "just words\n", "- a\n"])
def test_a_file_without_names_is_a_fault(tmp_path: Path, text: str) -> None:
    assert fault(tmp_path, text) == "library.yml line 1: must hold names and their values"


def test_broken_yaml_names_its_line(tmp_path: Path) -> None:
    said = fault(tmp_path, "open: true\nfloors: [1\n")
    assert said.startswith("library.yml line 3: cannot be read as YAML")
