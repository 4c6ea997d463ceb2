from pathlib import Path

import pytest

from casework.base.errors import NotFound
from casework.base.settings import ROOT
from casework.base.yamlfile import DataError
from casework.council import Council, load
from casework.council.phones import is_drama


def changed(folder: Path, old: str, new: str) -> str:
    """What is said of the demonstration council with one change."""
    text = (ROOT / "council.yml").read_text("utf-8")
    assert old in text
    path = folder / "council.yml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError) as raised:
        load(path)
    return str(raised.value)


def line_of(words: str) -> int:
    lines = (ROOT / "council.yml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_the_demonstration_council_is_fictional_and_has_two_areas_in_england(council: Council) -> None:
    assert council.fictional
    assert {area.id: area.nation for area in council.areas} == {"northbridge": "england", "vale": "england"}
    assert all(is_drama(shown) for area in council.areas for shown in area.phones.model_dump().values())


def test_an_area_by_its_id_or_the_first(council: Council) -> None:
    assert council.area("vale").name == "Vale"
    assert council.area(None).id == "northbridge"
    with pytest.raises(NotFound):
        council.area("atlantis")


def test_a_nation_that_is_none_is_named_by_its_line(tmp_path: Path) -> None:
    said = changed(tmp_path, "nation: england", "nation: narnia")
    assert said == (
        f"council.yml line {line_of('nation: england')}: areas[0].nation: "
        "must be one of england, wales, scotland or northern-ireland"
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("fri: 09:00-16:30", "fri: 9 to 5", "areas[0].opening: 9 to 5 is not a period: write it like"),
        ("lead: northbridge", "lead: southbridge", "lead: must be one of northbridge, vale"),
        ("id: vale", "id: northbridge", "areas[1].id: northbridge is given twice"),
        ("id: library", "id: hub", "areas[0].venues[1].id: hub is given twice"),
        ("human_reply_days: 1", "human_reply_days: 0", "standards.human_reply_days: must be greater than 0"),
        ("01632 960101", "01632 960", "areas[0].phones.office: 01632 960 is not a UK phone number"),
        ("01632 960101", "0800 138 1111", "areas[0].phones.office: must be a drama number"),
        ('latest: "19:00"', 'latest: "09:00"', "texting.latest: must come after earliest"),
        ("fictional: true", "fictional: false", "areas[0].phones.office: is a drama number"),
    ],
)
def test_faults_a_person_can_mend(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert f": {fault}" in changed(tmp_path, old, new)
