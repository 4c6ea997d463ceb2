"""What people wrote by text, as they walked through a sign-up and the questions about work."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import WorkNews
from actions.directory import Signpost
from casework import identity, messaging, outbox
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.words import words as wording
from casework.checkins.understanding import news
from tests.flows.conftest import Assistant
from tests.flows.phones import PHONE, gets, known, said, texts_us, thread, waits_for_a_person
from tests.flows.texts.test_safe_times import has_stopped, safe_contact
from tests.flows.texts.test_safe_times_asked import is_asked_when_safe
from tests.flows.texts.test_shared_phones import alerts
from tests.flows.work.test_work_news import heard, names
from tests.flows.working import Clock, amina, case, clock, goes_on_to, starts

__all__ = ["amina", "clock"]
# Of a day on which the numbers of the directory that comes with it had been checked not long ago.
A_WEDNESDAY = datetime(2026, 10, 14, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    ["someone else could see it, my ex, so be careful what u write. after 6 is ok", "my ex sees my phone, be careful what u write, after 6 is ok"],
)
async def test_who_may_see_it_beside_hours_drops_no_sign_up(clean: None, assistant: Assistant, words: str) -> None:
    await is_asked_when_safe(assistant)
    await texts_us(words)
    await gets()
    assert assistant.asked[-1]["text"] == words
    assert not await has_stopped()
    assert len(await alerts()) == 1


@pytest.mark.parametrize(
    "words",
    ["my ex sees my phone and hes here now, after 6 is ok", "my ex sees my phone, be careful what u write", "he goes mad if he sees my phone, after 6 is ok"],
)
async def test_where_he_is_near_or_feared_or_no_hours_are_told_texts_end(clean: None, assistant: Assistant, words: str) -> None:
    await is_asked_when_safe(assistant)
    await texts_us(words)
    assert await has_stopped()
    assert len(await alerts()) == 1


async def test_hours_beside_the_yes_to_being_kept(clean: None, assistant: Assistant) -> None:
    await texts_us("i got a job")
    talk = (await thread()).id
    async with transaction() as session:
        check = await identity.begin(session, talk, "job_start")
        check.step = "consent"
        conversation = await messaging.locked(session, talk)
        await messaging.record(session, conversation, "assistant", "May we keep your name?", choices=[{"title": "Yes", "text": "Yes"}])
    await texts_us("yes keep it, text after 6 only")
    last = [one for one in await said() if one.sender == "claimant"][-1]
    assert last.meant == "yes keep it"
    assert wording("utter_text_safe_noted", "sms").text in await gets()


@pytest.mark.parametrize("words", ["i said start cos i got my phone back, he doesnt have it now", "its me, ive got my phone back now"])
async def test_a_phone_that_is_theirs_again_a_person_asks(clean: None, assistant: Assistant, words: str) -> None:
    ada = await known("Ada")
    for one in ("he reads my texts", "START", words):
        await texts_us(one)
    assert (await gets())[-1] == wording("utter_text_safe_unread_again", "sms").text
    assert await waits_for_a_person() is not None
    assert (await safe_contact(ada) or {})["neutral"]


@pytest.mark.parametrize("words", ["i want my phone back", "he took my phone back", "i havent got my phone back yet"])
async def test_a_phone_that_is_not_theirs_again_is_none(clean: None, assistant: Assistant, words: str) -> None:
    await known("Ada")
    for one in ("he reads my texts", "START", words):
        await texts_us(one)
    assert wording("utter_text_safe_unread_again", "sms").text not in await gets()


@pytest.mark.parametrize("words", ["my nan died so cant work", "cant come in my dad passed away on sunday"])
async def test_a_death_is_answered_with_sorrow_first_and_named_help(
    amina: UUID, clock: Clock, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setattr("actions.checkins.now", lambda: A_WEDNESDAY)
    await starts(amina, clock, 0)
    await texts_us(words)
    say = CollectingDispatcher()
    async with transaction() as session:
        await WorkNews().act(await heard(session, await thread(), "checkin_off_sick"), say)
    assert names(say) == ["utter_checkin_done_bereaved", "utter_checkin_help"]
    assert say.messages[1]["services"].startswith("Cruse")


async def test_so_it_is_of_somebody_we_do_not_know(clean: None, assistant: Assistant) -> None:
    await texts_us("my nan died so cant work")
    say = CollectingDispatcher()
    async with transaction() as session:
        await WorkNews().act(await heard(session, await thread(), "checkin_off_sick"), say)
    assert names(say) == ["utter_checkin_done_bereaved"]


@pytest.mark.parametrize("words", ["been told today ill get 10 hrs not 25", "im getting 10 hours instead of 25", "they said 25 hours now its 10"])
def test_fewer_hours_in_numbers_are_hours_cut(words: str) -> None:
    assert news(words) == "hours_cut"


@pytest.mark.parametrize("words", ["im getting 25 hrs not 10", "i asked for 10 hours not 25", "its an 8 hour day not 12", "they said 25 hours now its sorted"])
def test_other_numbers_are_none(words: str) -> None:
    assert news(words) != "hours_cut"


@pytest.mark.parametrize("words", ["bus is not go at 5 morning, how i get to work", "the bus dont run that early, can you help"])
async def test_who_cannot_get_there_is_promised_a_person_whatever_place_there_is(amina: UUID, clock: Clock, assistant: Assistant, words: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    await texts_us(words)
    say = CollectingDispatcher()
    async with transaction() as session:
        await Signpost().act(await heard(session, await thread(), "need_transport"), say)
    made = await case()
    assert (made and made.reason) == "checkin_getting_there"
    assert names(say)[0] == "utter_checkin_done_getting_there"
    assert "utter_signpost_none" not in names(say)


@pytest.mark.parametrize("words", ["what bus goes to work", "i need a bus pass", "the bus goes at 5"])
def test_asking_for_a_bus_is_no_trouble(words: str) -> None:
    assert news(words) is None


async def test_away_till_a_day_in_welsh_is_a_pause_till_then(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    back = local(now()).date() + timedelta(days=9)
    months = ["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"]
    await texts_us(f"bydda i ar wyliau tan {back.day} {months[back.month - 1]}")
    async with transaction() as session:
        kept = await outbox.quietness(session, PHONE)
    assert kept
    assert kept.until
    assert local(kept.until).date() == back
