from datetime import datetime, timedelta

import pytest

from casework.base.clock import LONDON
from casework.directory import Book, Signpost
from casework.directory.rules import contacts, signpost

MORNING = datetime(2026, 11, 24, 10, tzinfo=LONDON)  # a Tuesday
EVENING = datetime(2026, 11, 24, 19, tzinfo=LONDON)
FRESH = datetime(2026, 10, 6, 10, tzinfo=LONDON)
CHRISTMAS = datetime(2026, 12, 25, 10, tzinfo=LONDON)
SOMEHOW_LATE = datetime(2027, 6, 1, 10, tzinfo=LONDON)


def ids(found: list[Signpost]) -> list[str]:
    return [one.id for one in found]


def by_id(found: list[Signpost], id_: str) -> Signpost:
    return next(one for one in found if one.id == id_)


def test_local_comes_first_while_it_is_open(book: Book) -> None:
    found = signpost(book, "need_debt", "northbridge", "england", MORNING)
    assert ids(found) == ["northbridge-money-advice", "stepchange", "national-debtline"]


def test_open_comes_before_local_in_the_evening(book: Book) -> None:
    found = signpost(book, "need_debt", "northbridge", "england", EVENING)
    assert ids(found) == ["stepchange", "national-debtline", "northbridge-money-advice"]
    assert [one.open_now for one in found] == [True, True, False]
    assert found[2].hours_words == "closed now, opens tomorrow at 9am"


def test_an_area_shows_its_own_services_only(book: Book) -> None:
    found = signpost(book, "need_debt", "vale", "england", MORNING)
    assert found[0].id == "vale-money-advice"
    assert not any(one.id.startswith("northbridge") for one in found)


def test_a_need_id_will_do_in_place_of_an_intent(book: Book) -> None:
    assert ids(signpost(book, "carers", "vale", "england", MORNING)) == ["vale-carers", "carers-uk"]


def test_an_unknown_need_is_a_fault(book: Book) -> None:
    with pytest.raises(KeyError):
        signpost(book, "need_money", "vale", "england", MORNING)


@pytest.mark.parametrize(
    "name", ["need_debt", "need_housing", "need_food_fuel", "need_mental_health", "need_work_rights"]
)
def test_never_more_than_three(book: Book, name: str) -> None:
    assert len(signpost(book, name, "northbridge", "england", MORNING)) == 3


def test_each_of_several_needs_gives_its_best(book: Book) -> None:
    found = signpost(book, "need_food_fuel", "northbridge", "england", MORNING)
    assert set(ids(found)) == {"northbridge-pantry", "northbridge-money-advice", "northbridge-welfare-rights"}


def test_the_night_line_answers_at_night(book: Book) -> None:
    at = datetime(2026, 11, 25, 3, tzinfo=LONDON)
    first = signpost(book, "need_housing", "vale", "england", at)[0]
    assert (first.id, first.open_now, first.hours_words) == (
        "vale-homeless-night-line",
        True,
        "open now, until 9am",
    )


@pytest.mark.parametrize(
    ("nation", "line"),
    [
        ("england", "da-england"),
        ("wales", "da-wales"),
        ("scotland", "da-scotland"),
        ("northern-ireland", "da-ni"),
    ],
)
def test_a_crisis_shows_the_nations_own_line(book: Book, nation: str, line: str) -> None:
    found = signpost(book, "need_domestic_abuse", None, nation, FRESH.replace(month=9, day=10))  # type: ignore[arg-type]
    assert found[0].id == line
    assert found[0].phone_shown


def test_national_comes_before_local_in_a_crisis(book: Book) -> None:
    near = book.local["vale"][0].model_copy(update={"id": "vale-refuge", "needs": ("domestic-abuse",)})
    with_refuge = Book(book.national, {"vale": (near,)}, book.table, book.wording)
    at = datetime(2026, 10, 6, 10, tzinfo=LONDON)
    found = signpost(with_refuge, "need_domestic_abuse", "vale", "england", at)
    assert ids(found)[-1] == "vale-refuge"


def test_in_a_crisis_with_the_nation_unknown_999_samaritans_and_shout_remain(book: Book) -> None:
    found = signpost(book, "sexual-violence", "vale", None, MORNING)
    assert ids(found) == ["emergency", "samaritans", "shout"]


def test_a_number_is_shown_to_its_last_day_and_not_after(book: Book) -> None:
    due = datetime(2027, 1, 2, 10, tzinfo=LONDON)
    shown, hidden = (
        by_id(signpost(book, "debt", None, "england", at), "stepchange") for at in (due, due + timedelta(days=1))
    )
    assert (shown.phone_shown, shown.phone_dialled) == ("0800 138 1111", "08001381111")
    assert (hidden.phone_shown, hidden.phone_dialled, hidden.hours_words) == (None, None, "")
    assert hidden.url == "https://www.stepchange.org"
    assert hidden.open_now is None
    assert hidden.why[-1] == "We have not checked its number lately, so use its website"


def test_in_danger_a_well_evidenced_number_stays_after_its_30_days(book: Book) -> None:
    last, after = (datetime(2026, 10, 31, 23, tzinfo=LONDON), datetime(2026, 11, 1, 0, tzinfo=LONDON))
    assert contacts(book, ["da-england"], "england", last)[0].phone_shown == "0808 2000 247"
    found = contacts(book, ["da-england"], "england", after)
    assert [(one.id, one.phone_shown) for one in found] == [("da-england", "0808 2000 247")]


def test_999_samaritans_and_shout_are_never_hidden(book: Book) -> None:
    emergency, samaritans, shout = contacts(book, ["emergency", "samaritans", "shout"], None, SOMEHOW_LATE)
    assert (emergency.phone_shown, samaritans.phone_shown) == ("999", "116 123")
    assert shout.text is not None
    assert shout.text.number == "85258"


def test_a_number_nobody_checked_is_not_shown(book: Book) -> None:
    acas = by_id(signpost(book, "work-rights", None, "england", MORNING), "acas")
    assert acas.phone_shown is None


def test_a_service_without_number_or_website_left_is_not_shown(book: Book) -> None:
    assert ids(signpost(book, "drugs-alcohol", None, "england", MORNING)) == ["frank"]


def test_contacts_keep_their_order_and_their_nation(book: Book) -> None:
    asked = ["nhs111-mh", "nhs24-mh", "nhs111-wales", "lifeline-ni", "samaritans", "shout"]
    at = datetime(2026, 10, 6, 10, tzinfo=LONDON)
    assert ids(contacts(book, asked, "scotland", at)) == ["nhs24-mh", "samaritans", "shout"]
    assert ids(contacts(book, asked, "northern-ireland", at)) == ["lifeline-ni", "samaritans", "shout"]
    assert ids(contacts(book, asked, None, at)) == ["samaritans", "shout"]


def test_weekday_lines_are_closed_on_christmas_day(book: Book) -> None:
    found = signpost(book, "debt", None, "england", CHRISTMAS)
    assert by_id(found, "stepchange").open_now is False
    assert by_id(found, "stepchange").hours_words == "closed now, opens Tuesday at 8am"


def test_lines_that_open_every_day_stay_open_on_a_bank_holiday(book: Book) -> None:
    at = datetime(2026, 8, 31, 18, tzinfo=LONDON)
    calm = contacts(book, ["calm"], "england", at)[0]
    assert calm.open_now is True


def test_a_bank_holiday_nobody_spoke_of_is_not_known(book: Book) -> None:
    at = datetime(2026, 8, 31, 11, tzinfo=LONDON)
    family = contacts(book, ["family-lives"], "england", at)[0]
    assert (family.open_now, family.hours_words) == (None, "we do not know when it is open")


def test_saint_andrews_day_closes_weekday_lines_in_scotland_only(book: Book) -> None:
    at = datetime(2026, 11, 30, 10, tzinfo=LONDON)
    states = [contacts(book, ["stepchange"], nation, at)[0].open_now for nation in ("england", "scotland")]
    assert states == [True, False]


def test_why_says_place_opening_and_check(book: Book) -> None:
    found = signpost(book, "need_debt", "northbridge", "england", MORNING)
    assert found[0].why == (
        "It is for people in your area",
        "It is open now",
        "Its details were checked on 20 November 2026",
    )
    assert found[1].why[0] == "It covers all of the UK"
    assert found[2].why[0] == "It covers England"
