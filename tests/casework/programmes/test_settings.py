"""A council's choices in the files that packs share: what is none of the allowed ones is named by file and line."""

from pathlib import Path

import pytest

from casework.base.yamlfile import DataError, load_yaml
from casework.programmes import benefits, markers
from casework.programmes.loading import FOLDER

ALLOWED = 'health_most: {value: "2"'


@pytest.mark.parametrize(
    ("file", "model", "old", "new", "field"),
    [
        ("markers.yml", markers.Markers, ALLOWED, 'health_most: {value: "3"', "health_most"),
        ("markers.yml", markers.Markers, "{value: leave_out", "{value: maybe", "count_group_as_marker"),
        ("benefits.yml", benefits.Benefits, "{value: today", "{value: tomorrow", "modern_equivalence"),
    ],
)
def test_a_choice_that_is_none(
    tmp_path: Path, file: str, model: type[markers.Markers], old: str, new: str, field: str
) -> None:
    text = (FOLDER / file).read_text("utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=rf"^{file} line \d+: settings\.{field}\.value: must be"):
        load_yaml(tmp_path / file, model)
