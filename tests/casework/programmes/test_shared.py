"""What packs share: benefits, things in the way, early support, where else to go."""

from typing import Any

import pytest

from casework.programmes.benefits import Benefits, benefits
from casework.programmes.elsewhere import elsewhere
from casework.programmes.markers import Markers, counted, markers
from casework.programmes.segmentation import Segmentation, points, segmentation
from casework.screening.answering import hear
from tests.casework.programmes.cast import EVERY, KINDS

BANK = {one.question.id: one.question for programme in EVERY for one in programme.questions}
HEALTH = [one.id for one in markers().markers if one.health]


def changed[M: (Benefits, Markers, Segmentation)](given: M, **values: Any) -> M:
    return given.model_copy(update=values)


@pytest.mark.parametrize(
    ("question", "text", "stored"),
    [
        ("q_claim", "im on jsa", "yes"),
        ("q_claim", "universal credit", "yes"),
        ("q_health", "I get ESA", "yes"),
        ("q_health", "lcwra", "yes"),
        ("q_cap", "i get pip", "no"),
        ("q_cap", "carers allowance", "no"),
        ("q_uc", "im in the lcwra group on uc", "no"),
        ("q_health", "i get child benefit", None),
        ("q_claim", "my mum gets PIP", None),
    ],
)
def test_a_named_benefit_answers(question: str, text: str, stored: str | None) -> None:
    assert hear(BANK[question], text).stored == stored


def test_benefits_as_they_were() -> None:
    old = changed(
        benefits(),
        settings=benefits().settings.model_copy(
            update={
                "modern_equivalence": benefits().settings.modern_equivalence.model_copy(update={"value": "as_it_was"})
            }
        ),
    )
    assert benefits().tell("looking_for_work_claim", ["UC"]) == "yes"
    assert old.tell("looking_for_work_claim", ["UC"]) is None
    assert old.tell("looking_for_work_claim", ["JSA"]) == "yes"
    assert not benefits().counts_as_out_of_work("CARERS_ALLOWANCE")
    assert benefits().counts_as_out_of_work("UC")


def test_health_counts_as_two_at_most() -> None:
    said = dict.fromkeys((one.id for one in markers().markers), "no")
    for name in HEALTH:
        said[name] = "yes"
    assert counted(said)["markers_yes"] == 2
    assert counted(said | {"debt": "yes"})["markers_yes"] == 3
    assert counted(said | {HEALTH[0]: "not_sure"})["markers_unknown"] == 0


def test_what_a_group_stands_on_is_not_counted_again() -> None:
    said = dict.fromkeys((one.id for one in markers().markers), "no") | {"lone_parent": "yes", "debt": "yes"}
    assert counted(said)["markers_yes"] == 2
    assert counted(said, groups={"lone_parent"})["markers_yes"] == 1
    counts = markers().settings.count_group_as_marker.model_copy(update={"value": "count"})
    choice = changed(markers(), settings=markers().settings.model_copy(update={"count_group_as_marker": counts}))
    assert counted(said, groups={"lone_parent"}, given=choice)["markers_yes"] == 2


def test_what_was_left_out_is_not_known() -> None:
    assert counted({}) == {"markers_yes": 0, "markers_unknown": len(markers().markers) - 2, "markers_skipped": True}


def test_early_support_is_off_and_says_its_reasons_where_it_is_on() -> None:
    facts = {"oow_months_last_48": 40, "age": 55, "finished_programme": "yes", "lone_parent": "not_sure"}
    assert points(facts) is None
    found = points(facts, changed(segmentation(), on=True))
    assert found is not None
    assert (found.total, found.raises, len(found.why)) == (4, True, 3)
    few = points({"age": "not_sure"}, changed(segmentation(), on=True))
    assert few is not None
    assert (few.total, few.raises) == (0, False)


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({"right_to_work": "no"}, "immigration"),
        ({"age": 17}, "skills"),
        ({"age": "16-17"}, "skills"),
        ({"age": "18-21"}, None),
        ({"right_to_work": "prefer_not"}, None),
        ({}, None),
    ],
)
def test_an_answer_points_elsewhere(facts: dict[str, object], where: str | None) -> None:
    place = elsewhere(facts, KINDS)
    assert (place.need if place else None) == where
