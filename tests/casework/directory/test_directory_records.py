import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from casework.base.settings import ROOT
from casework.base.yamlfile import DataError
from casework.directory import Book, load

SOURCE = ROOT / "directory"


def changed(folder: Path, name: str, old: str, new: str) -> str:
    """What is said of the directory with one change in one of its files."""
    shutil.copytree(SOURCE, folder / "directory")
    path = folder / "directory" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError) as raised:
        load(folder / "directory", folder / "directory" / "demo")
    return str(raised.value)


def line_of(name: str, words: str) -> int:
    lines = (SOURCE / name).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_a_number_dialled_that_is_not_the_one_shown(tmp_path: Path) -> None:
    said = changed(tmp_path, "national.yml", '"08001381111"', '"08001381112"')
    line = line_of("national.yml", '"08001381111"')
    assert said.startswith(f"national.yml line {line}: services[")
    assert said.endswith("phone.dialled: 08001381112 is not the number shown, 0800 138 1111")


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("national.yml", "- id: shout", "- id: samaritans", "samaritans is given twice"),
        ("national.yml", "fallback_id: shout", "fallback_id: shouted", "no service has the id shouted"),
        ("national.yml", "0800 915 4604", "0800 915 46041", "0800 915 46041 is not a UK phone number"),
        ("national.yml", "nations: gb", "nations: cornwall", "nations: must be"),
        ("national.yml", "url_mark: B", "discreet: true", "url_mark: is missing"),
        ("needs.yml", "[carers-uk]", "[carers-us]", "needs.carers.national[0]: there is no carers-us"),
        (
            "needs.yml",
            "{needs: [skills]}",
            "{needs: [skill]}",
            "intents.need_skills.needs[0]: there is no skill",
        ),
        ("demo/vale.yml", "needs: [debt]", "needs: [debts]", "services[0].needs[0]: debts is not a need"),
        ("demo/vale.yml", "id: vale-carers", "id: samaritans", "samaritans is given twice"),
        ("demo/vale.yml", "fallback_id: carers-uk", "fallback_id: nobody", "no service has the id nobody"),
        ("words.yml", "opening:", "openning:", "opening: is missing"),
    ],
)
def test_faults_name_file_and_line(tmp_path: Path, name: str, old: str, new: str, fault: str) -> None:
    said = changed(tmp_path, name, old, new)
    assert said.startswith(f"{Path(name).name} line ")
    assert fault in said


def test_review_is_due_after_90_days_and_30_in_a_crisis(book: Book) -> None:
    stepchange, refuge = book.national["stepchange"], book.national["da-england"]
    assert stepchange.review_due == date(2026, 10, 4) + timedelta(days=90)
    assert refuge.review_due == date(2026, 10, 1) + timedelta(days=30)
    assert book.national["acas"].review_due is None


def test_a_review_date_can_only_be_earlier(book: Book) -> None:
    stepchange = book.national["stepchange"]
    sooner = stepchange.model_copy(update={"review_by": date(2026, 11, 1)})
    later = stepchange.model_copy(update={"review_by": date(2028, 1, 1)})
    assert (sooner.review_due, later.review_due) == (date(2026, 11, 1), stepchange.review_due)


def test_nobody_is_said_to_have_verified_anything(book: Book) -> None:
    assert {service.verified_by for service in book.national.values()} == {None}


def test_hours_that_no_good_source_states_are_left_out(book: Book) -> None:
    unstated = [
        "mens",
        "galop",
        "shelter",
        "modern-slavery",
        "nspcc",
        "respect",
        "acas",
        "careers-england",
        "uc-helpline",
    ]
    assert [id_ for id_ in unstated if book.national[id_].hours] == []


def test_every_service_can_be_reached_and_every_need_is_met_somewhere(book: Book) -> None:
    assert [one.id for one in book.national.values() if not (one.phone or one.text or one.url)] == []
    assert [id_ for id_ in book.table.intents if not book.asked(id_).needs] == []


def test_every_need_of_the_assistant_has_a_service_in_england(book: Book) -> None:
    for name in book.table.intents:
        listed = [id_ for need in book.asked(name).needs for id_ in book.table.needs[need].national]
        assert any("england" in book.national[id_].nations for id_ in listed), name


def test_a_service_knows_the_needs_it_meets(book: Book) -> None:
    assert book.needs_of(book.national["careers-england"]) == ["skills", "cv-jobsearch"]
    assert book.needs_of(book.local["vale"][0]) == ["debt"]


def test_what_a_service_does_is_said_in_short_words(book: Book) -> None:
    local = [one for services in book.local.values() for one in services]
    for service in [*book.national.values(), *local]:
        assert len(service.what.split()) <= 22, service.id
        assert service.what.endswith("."), service.id
