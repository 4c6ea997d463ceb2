"""Whom of ours they would see, and whom not."""

import pytest

from casework.appointments.words.beginning import would_book_with_theirs
from casework.appointments.words.having import brings_somebody, keeps_away, refused_worker
from casework.appointments.words.needing import prefers_who, tells_worker
from casework.appointments.words.whom import speaks_of_own, unwanted, wanted

OURS = ["Joe Bloggs", "Amina Khan"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("book with my own worker joe in person monday after 2", OURS[0]), ("can i see amina instead of joe", OURS[1]), ("my worker is Amina, can i see her", OURS[1]),
     ("want to meet Joe again thursday", OURS[0]), ("book one with amina", OURS[1]), ("Amina please", OURS[1])],
)
def test_whom_they_would_see(text: str, name: str) -> None:
    assert wanted(text, OURS) == name


@pytest.mark.parametrize("text", ["I don't want to see Joe, I want a woman", "anyone but joe", "rather not see joe", "can i see amina instead of joe", "make sure its not Joe please"])
def test_whom_they_would_not_see(text: str) -> None:
    assert unwanted(text, OURS) == [OURS[0]]
    assert wanted(text, OURS) != OURS[0]


@pytest.mark.parametrize("text", ["can i see amina instead of joe", "make sure its not Joe please", "as long as it is not with joe"])
def test_another_than_that_one(text: str) -> None:
    assert refused_worker(text, OURS)


@pytest.mark.parametrize("text", ["my name is joe", "i want to see someone", "joe", "not monday", "i saw joes ad"])
def test_other_words_name_nobody(text: str) -> None:
    assert wanted(text, OURS) is None
    assert unwanted(text, OURS) == []


@pytest.mark.parametrize("text", ["want to see my worker thursday", "i want to see my key worker", "book with my own worker"])
def test_their_own(text: str) -> None:
    assert speaks_of_own(text)
    assert not speaks_of_own("want to see a worker")


@pytest.mark.parametrize("text", [
    "I want a woman", "can i see a lady", "prefer a man to talk to", "id rather have a female worker please", "is there a woman i can talk to",
    "a lady would be better", "not a man please", "i'd like a male worker if possible", "can i have a woman not a man", "only women please",
])
def test_a_woman_or_a_man_to_talk_to(text: str) -> None:
    assert prefers_who(text)


@pytest.mark.parametrize("text", [
    "my man left me", "i look after an old lady", "a lady rang me", "im a woman", "i work with men", "there was a man outside",
    "do you help women", "the woman at the hub was nice", "my ex is a bad man",
])
def test_no_wish_for_one(text: str) -> None:
    assert not prefers_who(text)


@pytest.mark.parametrize(("text", "rest"), [
    ("my worker is Amina, can i book a meeting", True), ("can i book an appointment my key worker is called joe", True), ("my coach is amina i need an appt", True),
    ("my worker is off sick can i book a meeting", False), ("my worker is rubbish i want someone else", False), ("my worker is Amina", False),
    ("my worker is amina and i lost my job", False),
])
def test_a_meeting_beside_who_their_worker_is(text: str, rest: bool) -> None:
    assert would_book_with_theirs(text) is rest


@pytest.mark.parametrize("text", ["can amina not come", "i dont want amina there", "can amina not be there please", "i'd rather amina didn't come", "id rather amina not come", "make sure amina isnt there"])
def test_one_of_us_who_is_not_to_be_there(text: str) -> None:
    assert refused_worker(text, OURS, spoken_of=False)
    assert keeps_away(text)
    assert (unwanted(text, OURS), wanted(text, OURS)) == ([OURS[1]], None)
    assert not brings_somebody(text)


@pytest.mark.parametrize("text", ["i dont want my ex there", "can my mum not come", "dont want him there", "id rather my brother didn't come"])
def test_one_of_theirs_who_is_not_to_be_there(text: str) -> None:
    assert keeps_away(text)
    assert tells_worker(text)
    assert not brings_somebody(text)
    assert not refused_worker(text, OURS, spoken_of=False)


@pytest.mark.parametrize("text", [
    "can i not come", "can you not come", "i dont want to come in", "i dont want to be there", "can it not be there", "why cant amina come", "can amina come",
    "my mum wants to come", "i dont want the job there", "can someone not come", "i dont want it in there", "can my mum come with me",
])
def test_nobody_is_kept_away(text: str) -> None:
    assert not keeps_away(text)
