"""What people wrote while they told of a new job: what they said is kept, and is the answer to what was asked."""

from typing import Any

import pytest

from casework import claimants, messaging
from casework.base.db import transaction
from casework.base.words import words as wording
from casework.checkins import reporting
from casework.council import council
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import known, texts_us, thread
from tests.flows.test_identity import says
from tests.flows.test_safe_times_asked import comes_to_safe

TIMES = [
    ("my phones off at work finish at 5", {"from": "17:00"}),
    ("cant look at my phone at work, i get home at 3.30", {"from": "15:30"}),
    ("its off on shift i knock off at 2pm", {"from": "14:00"}),
    ("after ive dropped kids off so like 9.15", {"from": "09:15"}),
    ("once the school run is done about 9.30", {"from": "09:30"}),
    ("dinner time, 12 til half past", {"from": "12:00", "until": "12:30"}),
    ("I work nights so not before 3pm pls", {"from": "15:00"}),
    ("on nights so only after 4", {"from": "16:00"}),
    ("After 6 in the evening when little one's asleep, never before", {"from": "18:00"}),
    ("after 6 once the kids are in bed", {"from": "18:00"}),
    ("Lunch times Monday to Friday thank you kindly", {"days": ["mon", "tue", "wed", "thu", "fri"], "from": "12:00", "until": "14:00"}),
    ("between buses lol no seriously anytimes fine", {}),
    ("Anytime but dont put the word jobcentre in it", {"neutral": True, "shared": True}),
    ("after 5 but never use the word benefits in them", {"from": "17:00", "neutral": True, "shared": True}),
]
# None of these offers the hours after the one they name.
NOT_AFTER = ["text me at work, i finish at 5", "not after 5", "my phone is off till i finish at 5 on fridays only", "before i finish at 5", "mornings best i finish at 5"]
OF_TIMES = ["after ive dropped kids off", "depends on my shifts they change every week", "rota is different every wk", "early. like 7am before i start driving", "when kids are at school"]
OF_NO_TIMES = ["they havent paid me since monday", "can you help me with rent by friday?", "i feel so low", "can i book a meeting at 3", "why do you ask"]


@pytest.mark.parametrize(("words", "kept"), TIMES)
def test_times_are_read_with_their_reasons(words: str, kept: dict[str, Any]) -> None:
    assert claimants.settle(words, None, council().texting).contact == kept


@pytest.mark.parametrize("words", NOT_AFTER)
def test_and_no_hours_that_were_not_offered(words: str) -> None:
    assert claimants.settle(words, None, council().texting).contact.get("from") != "17:00"


@pytest.mark.parametrize("words", OF_TIMES)
def test_what_names_a_time_answers_where_times_are_asked_for(words: str) -> None:
    assert claimants.tells_when(words)


@pytest.mark.parametrize("words", OF_NO_TIMES)
def test_what_is_of_something_else_does_not(words: str) -> None:
    assert not claimants.tells_when(words)


@pytest.mark.parametrize("words", ["what do you mean safe", "how do u mean safe?", "safe from what", "wot does safe mean"])
async def test_what_safe_means_is_told_and_asked_again(claimant: Claimant, words: str) -> None:
    await comes_to_safe(claimant)
    assert await says(claimant, words) == ("utter_identity_safe_means", "safe")
    assert await says(claimant, "mornings") == ("utter_identity_safe_hours", "done")


@pytest.mark.parametrize("words", ["any time is safe", "its safe", "not safe", "what about mornings"])
def test_other_words_do_not_ask_it(words: str) -> None:
    assert not claimants.asks_what_safe_means(words)


async def test_who_would_rather_have_email_is_seen_to_by_a_person(claimant: Claimant) -> None:
    await comes_to_safe(claimant)
    assert await says(claimant, "id rather you emailed") == ("utter_identity_safe_unread", "done")


@pytest.mark.parametrize(("first", "answer", "step"), [
    ("i got a job", "sunday", "starts_on"),
    ("i got a job", "thursdays", "starts_on"),
    ("i got a job", "tomorrow is fine", "starts_on"),
    ("i got a job", "i start on thursday", "first_payday"),
    ("i got a job i start thursday", "sunday", "first_payday"),
])
async def test_what_is_said_of_texts_tells_nothing_of_the_job(clean: None, assistant: Assistant, first: str, answer: str, step: str) -> None:
    person = await known("Ada")
    await texts_us(first)
    talk = (await thread()).id
    async with transaction() as session:
        await messaging.record(session, await messaging.locked(session, talk), "assistant", wording("utter_identity_ask_safe").text)
    await texts_us(answer)
    async with transaction() as session:
        made = await reporting.report(session, talk, person)
        await reporting.take_what_was_said(session, made)
        assert made.step == step
