"""What was taken for a time, a yes or a no that they never gave; each was met by somebody."""

from uuid import UUID

import pytest

from casework.appointments import Step, agreed_beside
from casework.appointments.words.booked import asked_of_booked
from casework.appointments.words.hearing import yes_otherwise
from casework.appointments.words.noting import tells_beside_no
from casework.appointments.words.picking import chosen
from casework.appointments.words.told_early import name_signed
from casework.reading import said_here
from tests.flows.appointments.test_booking_in_their_words import shown
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_talks import chat, day, says

__all__ = ["chat"]
THEN = ("1", "yes", "Jo", "07700 900123")


@pytest.mark.parametrize("text", ["anything but 9", "any of them except the first", "can rosie do any of those times", "could farida make any of these", "first of all is it free"])
async def test_no_time_is_taken(chat: UUID, text: str) -> None:
    assert chosen(await says(chat, "face to face", day()), text) is None


@pytest.mark.parametrize(("text", "place"), [("the first of those would be splendid", 0), ("I choose three", 2), ("i'll go with number 2", 1), ("any of those", 0)])
async def test_one_is_taken(chat: UUID, text: str, place: int) -> None:
    assert chosen(await says(chat, "face to face", day()), text) == place


async def test_why_this_place_is_no_yes(chat: UUID) -> None:
    talk = await says(chat, "face to face", day(), "1", "why that place, i always go to market street")
    assert talk.step != Step.NAME


async def test_a_yes_to_the_time_by_another_way_keeps_the_time(chat: UUID) -> None:
    shown = await says(chat, "face to face", day(), "1")
    kept = shown.offered[0]["start"]
    talk = await says(chat, "yes but not face to face im full of cold. phone")
    assert (talk.step, talk.format) == (Step.CONFIRM, "phone")
    assert talk.offered[0]["start"] == kept


@pytest.mark.parametrize("text", ["yes but can you phone me to remind me?", "yes", "no, by phone", "yes by the way its my first time"])
def test_no_other_way(text: str) -> None:
    assert not yes_otherwise(text)


@pytest.mark.parametrize("text", ["lock it in", "book it b4 it goes!", "yes pleese and thankyou for help me", "put me down please"])
def test_a_yes(text: str) -> None:
    assert agreed_beside(text) is not None


@pytest.mark.parametrize("text", ["put me down for thursday", "book it for thursday", "ok cancel it", "lock me out", "book it off"])
def test_none(text: str) -> None:
    assert agreed_beside(text) is None


@pytest.mark.parametrize("text", ["No dogs please, I'm terrified of them.", "no step but my memory's bad so pls write it all down", "no bright lights thanks"])
async def test_a_no_that_tells_what_they_need_is_noted(chat: UUID, text: str) -> None:
    await says(chat, "face to face", day(), *THEN, text)
    assert (await made()).note == text


@pytest.mark.parametrize("text", ["no thanks", "no im fine", "nope all good", "no need", "nothing at all"])
def test_a_plain_no(text: str) -> None:
    assert not tells_beside_no(text)


@pytest.mark.parametrize("text", [
    "dont pick 2", "cant go for 2", "my sister would pick 2", "i take 2 buses", "i cant choose one", "my worker will choose one", "is there a later one on tuesday", "not the later one on tuesday",
])  # fmt: skip
def test_no_place_in_the_list_is_named(text: str) -> None:
    assert chosen(shown(), text) is None


@pytest.mark.parametrize("text", [
    "ok but i will be late so no", "ok but my bus is late so not that one", "right im going to be late so can we make it later", "fine i might as well cancel", "ok i may as well call it off",
    "ok is my ex going to be there",
])  # fmt: skip
def test_no_yes(text: str) -> None:
    assert agreed_beside(text) is None


@pytest.mark.parametrize("text", ["see you tomorrow, i cant pay my rent", "see you tomorrow, i lost my job", "see you tomorrow, my number is now 07700900123", "bailiffs are coming tomorrow, how long is the meeting"])
def test_what_is_graver_is_no_remark(text: str) -> None:
    assert asked_of_booked(text) is None


@pytest.mark.parametrize("text", ["its dangerous here", "its unsafe here", "its violent here"])
def test_no_name(text: str) -> None:
    assert said_here(text) is None


@pytest.mark.parametrize("text", ["tuesday at 2 - wheelchair", "tuesday 10 - pregnant", "yes…deaf"])
def test_a_need_is_no_name_at_the_end(text: str) -> None:
    assert name_signed(text) is None
