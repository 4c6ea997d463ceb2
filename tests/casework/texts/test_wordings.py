"""Every wording of a text costs what it promises, with the longest names a council and its people may have."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from casework import directory, safeguarding
from casework.base.words import responses
from casework.council import NATIONS, say_when_listed
from casework.messaging import as_text
from casework.outbox import length

# Parts by how a name begins, the longest beginning first; all else is one.
PROMISED = {"utter_safety_": 2, "utter_handoff_": 2}
LONG = {
    "council": "Southwark and Kensington",
    "emergency": "999",
    "phone": "01632 960101",
    "services": "NHS 111 mental health: Call 111 and choose the mental health option (often 2) (24 hours)",
    "homeless": "01632 960102",
    "name": "Bartholomew",
    "worker": "Bartholomew Featherstone",
    "day": "23 September 2027",
    "first": "23 September 2027",
    "when": "Wednesday 23 September at 11:30am",
    "When": "Wednesday 23 September at 11:30am",
    "opens": "Wednesday 23 September at 11:30am",
    "place": "You are number 12 in line.",
    "code": "123456",
    "minutes": 10,
    "choices": "Under 16, 16 to 17, 18 to 21, Rather not say",
    "promise": "",
    "often": "each week at first, then less",
    "news": "Job fair at the Work Hub on Friday 4 December, 10am.",
    "bring": "You need no papers.",
    "priority": "P0",
    "area": "Southwark and Kensington",
    "where": "web chat",
    "until": "10:30am",
    "hours": "Monday to Thursday 9am to 5pm, Friday 9am to 4:30pm",
    "earliest": "10:30am",
    "latest": "7:30pm",
    "window": "Monday, Wednesday, Thursday, Saturday and Sunday, 10:30am to 12:30pm",
    "who": "safeguarding lead, Bartholomew Featherstone",
    "link": "https://support.southwark.example.org/answers/" + "x" * 32,
}
# Names whose letters a cheap text does not have.
WELSH = {"name": "Gwŷneth-Siân", "worker": "Llŷr Ŵyn Angharad Pŷswyn", "place": "Tŷ Gwŷn"}
MEETING_PLACE = {"where": "at Southwark Work Hub, 112 Borough High Street", "at": "at Southwark Work Hub"}
HOURS = [datetime(2026, 11, 23, hour, tzinfo=UTC) for hour in (3, 12, 20)]


def wordings() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, all_of_it in responses().items():
        yield from ((name, one) for one in all_of_it if one.get("channel") == "sms")


def contacts(name: str) -> set[str]:
    """The lines of the contacts that go with it, in every nation, by day and by night."""
    pack = name.removeprefix("utter_safety_").upper()
    if not name.startswith("utter_safety_r"):
        return {""}
    ids = safeguarding.reply(pack).contacts
    found = (directory.contacts(ids, nation, at)[:3] for nation in NATIONS for at in HOURS)
    return {"\n".join(directory.render(one, "sms")) for one in found}


def at_its_place(name: str, values: dict[str, Any]) -> dict[str, Any]:
    """What is said of a meeting says where it is, which is longer than where somebody wrote from."""
    return values | (MEETING_PLACE if name.startswith(("utter_booking_", "utter_reminder", "utter_waiting_")) else {})


@pytest.mark.parametrize(("name", "wording"), wordings(), ids=lambda one: one if isinstance(one, str) else "")
def test_it_fits(name: str, wording: dict[str, Any]) -> None:
    promised = next((parts for start, parts in PROMISED.items() if name.startswith(start)), 1)
    choices = [{"title": one["title"], "text": one["payload"]} for one in wording.get("buttons", ())]
    for lines in contacts(name):
        text = as_text(wording["text"].format(**at_its_place(name, LONG), contacts=lines), choices)
        found = length(text)
        assert found.encoding == "GSM-7", text
        assert found.parts <= promised, f"{found.units}: {text}"


@pytest.mark.parametrize(("name", "wording"), wordings(), ids=lambda one: one if isinstance(one, str) else "")
def test_it_fits_with_welsh_letters(name: str, wording: dict[str, Any]) -> None:
    promised = next((parts for start, parts in PROMISED.items() if name.startswith(start)), 1)
    choices = [{"title": one["title"], "text": one["payload"]} for one in wording.get("buttons", ())]
    for lines in contacts(name):
        text = as_text(wording["text"].format(**at_its_place(name, LONG | WELSH), contacts=lines), choices)
        assert length(text).parts <= promised, text


def test_no_wording_says_more_than_another_may_read() -> None:
    for name, wording in wordings():
        if not name.startswith("utter_safety_"):
            low = wording["text"].lower()
            assert not [word for word in ("benefit", "abuse", "debt", "health", "programme", "http") if word in low], (
                name
            )


def test_three_times_fit_into_one_text() -> None:
    now, begins = HOURS[1], [datetime(2026, 12, 23, hour, 15, tzinfo=UTC) for hour in (10, 11, 12)]
    (offer,) = responses()["utter_booking_offer_with"]
    why = responses()["utter_booking_why_by_in_person"][0]["text"]
    titles = [*(say_when_listed(one, now) for one in begins), responses()["utter_booking_other_times"][0]["text"]]
    text = as_text(offer["text"].format(why=f"{why} ", worker="Amina Rahman"), [{"title": one, "text": one} for one in titles])
    assert length(text).parts == 1, text
