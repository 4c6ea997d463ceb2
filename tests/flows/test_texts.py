"""Texts from somebody's phone: taken in once, danger first, orders obeyed, then the assistant; nothing is lost."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import AsyncSession

from actions.door import Turn
from actions.smalltalk import Reply
from casework import claimants, handoff, identity, messaging, outbox, safeguarding
from casework.base.clock import now
from casework.base.db import transaction
from casework.council import council
from casework.messaging import Conversation, Message
from casework.outbox import Outgoing
from casework.staff import Staff
from tests.flows.conftest import Assistant, Claimant
from tests.flows.phones import OTHER, PHONE, gets, said, texts_us, thread

DANGER = "I want to kill myself"


async def known(name: str, phone: str = PHONE, *, proved: bool = True) -> UUID:
    async with transaction() as session:
        made = await claimants.create(
            session, area="northbridge", preferred_name=name, source="worker", channels=[("sms", phone, proved)]
        )
        return made.id


async def waits_for_a_person(phone: str = PHONE) -> str | None:
    async with transaction() as session:
        asked = await handoff.open_handoff(session, (await thread(phone)).id)
        return asked.reason if asked else None


async def test_an_unknown_number_gets_a_first_step_and_an_answer(clean: None, assistant: Assistant) -> None:
    await known("Quillfeather", OTHER)
    await texts_us("what help is there")
    hello, answer = await gets()
    assert "job support" in hello
    assert answer == "I hear you."
    assert assistant.asked[0]["text"] == "what help is there"
    assert "Quillfeather" not in hello


async def test_the_same_text_twice_is_one(clean: None, assistant: Assistant) -> None:
    assert await texts_us("hello there", ref="SM1")
    assert await texts_us("hello there", ref="SM1") is None
    await asyncio.gather(*(texts_us("and again", ref="SM2") for _ in range(5)))
    assert [one.text for one in await said() if one.sender == "claimant"] == ["hello there", "and again"]
    await gets()
    assert len(assistant.asked) == 2


async def test_a_text_is_not_taken_in_again_once_its_thread_is_gone(clean: None, assistant: Assistant) -> None:
    await texts_us("hello", ref="SM1")
    async with transaction() as session:
        await session.execute(text("DELETE FROM conversations"))
    assert await texts_us("hello", ref="SM1") is None


async def test_two_people_at_once_do_not_meet(clean: None, assistant: Assistant) -> None:
    await asyncio.gather(*(texts_us(f"I am {phone}, number {n}", phone) for n in range(5) for phone in (PHONE, OTHER)))
    for phone in (PHONE, OTHER):
        written = [one for one in await said(phone) if one.sender == "claimant"]
        assert len(written) == 5
        assert all(phone in one.text for one in written)
    assert (await thread(PHONE)).id != (await thread(OTHER)).id


async def test_stop_ends_all_texts_without_rasa(clean: None, assistant: Assistant) -> None:
    assistant.up = False
    await texts_us("STOP")
    (only,) = await gets()
    assert "START" in only
    async with transaction() as session:
        await outbox.post(session, "sms", PHONE, "A check-in", about="checkin")
    await texts_us("hello?")
    assert await gets() == [only]
    assert assistant.asked == []
    assert await waits_for_a_person() == "wrote_after_stopped"


async def test_what_was_on_its_way_is_kept_back_too(clean: None, assistant: Assistant) -> None:
    async with transaction() as session:
        waiting = (await outbox.post(session, "sms", PHONE, "A notice")).id
    await texts_us("stop texting me")
    await gets()
    async with transaction() as session:
        row = await session.get_one(Outgoing, waiting)
    assert (row.status, row.error) == ("failed", "not sent: stopped")


async def test_start_brings_them_back(clean: None, assistant: Assistant) -> None:
    for words in ("STOP", "yes", "hello"):
        await texts_us(words)
    assert [one.split(".")[0] for one in await gets()][1:] == ["Thanks", "I hear you"]


async def test_appointment_texts_go_on_unless_ended_too(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("STOP")
    async with transaction() as session:
        await outbox.post(session, "sms", PHONE, "Your appointment is at 10", about="appointment")
    assert "Your appointment is at 10" in await gets()
    await texts_us("none")
    async with transaction() as session:
        await outbox.post(session, "sms", PHONE, "Your appointment is at 11", about="appointment")
    assert "Your appointment is at 11" not in await gets()


async def test_what_was_agreed_is_kept(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    for order, given in (("unsubscribe", False), ("START", True)):
        await texts_us(order)
        async with transaction() as session:
            assert (await claimants.consents(session, ada))["texts"].given is given


async def test_danger_with_stop_gets_both_danger_first(clean: None, assistant: Assistant, sam: Staff) -> None:
    await texts_us(f"{DANGER}. STOP")
    first, second = await gets()
    assert "999" in first
    assert "no more texts" in second
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1


async def test_danger_is_answered_after_stop(clean: None, assistant: Assistant) -> None:
    for words in ("STOP", DANGER, "yes"):
        await texts_us(words)
    _, danger, then = await gets()
    assert "999" in danger
    assert "safe" in then
    assert assistant.asked == []


async def test_help_in_danger_is_no_word_about_texts(clean: None, assistant: Assistant) -> None:
    for words in (DANGER, "no", "please help me", "1"):
        await texts_us(words)
    *_, still, call = await gets()
    assert "STOP" not in still
    assert "999" in still
    assert "A person will ring" in call


async def test_while_life_is_at_risk_the_emergency_number_comes_before_talk(clean: None, assistant: Assistant) -> None:
    for words in ("took all my tablets", "at home", "can you send someone", "please", "ok"):
        await texts_us(words)
    first, *then = await gets()
    assert "999" in first
    assert len(set(then)) == 4
    assert all("999" in one and "go on with other things" not in one and "\n\n" not in one for one in then)


async def test_who_says_that_they_are_safe_is_not_sent_to_the_emergency_number_again(
    clean: None, assistant: Assistant
) -> None:
    for words in ("I am going to kill myself tonight", "yes", "just tired"):
        await texts_us(words)
    assert "I am still here with you. You can talk to a person" in (await gets())[-1]


async def test_a_watched_phone_gets_nothing_but_neutral_words(clean: None, assistant: Assistant, sam: Staff) -> None:
    for words in ("he reads my texts. stop", DANGER, "hello", "CALL"):
        await texts_us(words)
    got = await gets()
    assert len(got) == 2
    for one in got:
        assert len(one) < 40
        assert "999" not in one
        assert "council" not in one.lower()
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 2
    assert await waits_for_a_person()


async def test_rasa_down_the_text_is_kept_and_answered_later(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    assistant.up = False
    await texts_us("what help is there")
    assert await gets() == []
    assistant.up = True
    assert await gets() == ["I hear you."]


async def test_a_worker_killed_over_an_answer_does_it_once(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("what help is there")
    async with transaction() as session:
        await session.execute(text("UPDATE conversations SET leased_until = now() - interval '1 second'"))
    await gets()
    await gets()
    assert await gets() == ["I hear you."]


async def test_a_number_chooses_what_was_offered_last(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    assistant.answer = [{"text": "Which?", "choices": [{"title": "Yes", "text": "Y1"}, {"title": "No", "text": "N2"}]}]
    await texts_us("hello")
    assert await gets() == ["Which?\n1 Yes\n2 No"]
    for words in ("2", "no", "2 no", "1 i really cannot say", "7"):
        await texts_us(words)
        await gets()
    assert [one["text"] for one in assistant.asked[1:]] == ["N2", "N2", "N2", "1 i really cannot say", "7"]
    assert [one.text for one in await said() if one.sender == "claimant"][1] == "2"


async def test_a_long_answer_is_split_at_sentences_in_order(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    sentences = [f"This is sentence number {n} of a long answer that goes on and on." for n in range(20)]
    assistant.answer = [{"text": " ".join(sentences), "choices": []}]
    await texts_us("hello")
    got = await gets()
    assert len(got) > 1
    assert " ".join(got) == " ".join(sentences)
    assert all(one.endswith(".") and outbox.length(one).parts <= 3 for one in got)


async def test_a_new_number_keeps_the_thread(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("hello")
    first = await thread()
    async with transaction() as session:
        person = await claimants.get(session, ada)
        await claimants.close_channel(session, person, person.channels[0].id)
        await claimants.prove_channel(session, person, "sms", OTHER)
    await texts_us("me again", OTHER)
    assert (await thread(OTHER)).id == first.id


async def test_a_number_changed_in_the_web_chat_takes_the_texts_along(claimant: Claimant, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("hello")
    first = await thread()
    async with transaction() as session:
        await messaging.join(session, claimant.conversation, ada)
        await identity.begin(session, claimant.conversation, identity.CHANGE)
    for words in (OTHER, None):
        async with transaction() as session:
            check = await identity.current(session, claimant.conversation)
            assert check
            await identity.hear(session, check, words or (await gets(OTHER))[-1][:6], "northbridge")
    assert (await thread(OTHER)).id == first.id


async def test_a_watched_phone_told_of_in_the_web_chat_is_quiet_too(claimant: Claimant, assistant: Assistant) -> None:
    ada = await known("Ada")
    async with transaction() as session:
        await messaging.join(session, claimant.conversation, ada)
    await claimant.writes("he reads my texts, dont text me")
    async with transaction() as session:
        await outbox.post(session, "sms", PHONE, "A notice")
    assert await gets() == []


async def test_marks_that_nobody_sees_are_no_text(clean: None) -> None:
    assert await texts_us("\u200b \u200e") is None


async def test_a_number_nobody_proved_is_nobodys(clean: None, assistant: Assistant) -> None:
    await known("Ada", proved=False)
    await texts_us("hello")
    assert (await thread()).claimant_id is None


async def test_a_wrong_number_leaves_the_record_and_its_thread(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("hello")
    first = await thread()
    await texts_us("wrong number mate")
    await texts_us("hello", ref="SM9")
    async with transaction() as session:
        assert await claimants.by_address(session, "sms", PHONE) == []
        assert (await claimants.get(session, ada)).channels[0].closed_at
    assert (await thread()).id != first.id
    assert (await thread()).claimant_id is None
    assert "Sorry" in (await gets())[-1]


@pytest.mark.parametrize(
    ("order", "says", "reason"),
    [("CALL", "ring", "call"), ("running late", "late", "late"), ("SAFE", "short and plain", "safe_contact")],
)
async def test_orders_reach_a_person(clean: None, assistant: Assistant, order: str, says: str, reason: str) -> None:
    await texts_us(order)
    assert says in (await gets())[0]
    assert await waits_for_a_person() == reason


async def test_a_pause_holds_check_ins_until_its_day(clean: None, assistant: Assistant) -> None:
    await texts_us("pause for 3 weeks")
    async with transaction() as session:
        paused = await outbox.quietness(session, PHONE)
        assert paused
        assert paused.until
        assert timedelta(days=20) < paused.until - now() < timedelta(days=22)
        await outbox.post(session, "sms", PHONE, "A check-in", about="checkin")
    await texts_us("what help is there")
    got = await gets()
    assert "A check-in" not in got
    assert got[-1] == "I hear you."


async def test_a_machine_that_answers_itself_is_left_alone(clean: None, assistant: Assistant) -> None:
    for _ in range(6):
        await texts_us("I am driving and will reply later.")
    await gets()
    assert len(assistant.asked) == 2
    assert await waits_for_a_person() == "automatic_replies"


async def test_somebody_in_danger_who_says_it_again_is_no_machine(clean: None, assistant: Assistant) -> None:
    for _ in range(5):
        await texts_us(DANGER)
    blocks = [one.text for one in await said() if one.sender == "assistant"]
    assert len(blocks) == 5
    assert len(set(blocks)) == 5
    assert all("999" in block for block in blocks)
    assert await waits_for_a_person() is None


async def test_the_same_short_answer_is_no_machine(clean: None, assistant: Assistant) -> None:
    for _ in range(4):
        await texts_us("no")
    await gets()
    assert len(assistant.asked) == 4


@pytest.mark.parametrize(
    "number", ["+442079460018", "+449098790123", "+14155552345", "85258", "MYBANK"], ids=lambda one: one[-5:]
)
async def test_danger_from_a_number_we_never_text_is_still_read(
    clean: None, assistant: Assistant, sam: Staff, number: str
) -> None:
    await texts_us(DANGER, number)
    async with transaction() as session:
        assert len(await safeguarding.open_alerts(session, sam.areas)) == 1
    assert await gets(number) == []


async def test_a_picture_is_declined_and_its_words_are_read(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("what help is there", pictures=True)
    await texts_us("", pictures=True)
    await gets()
    got = await gets()
    assert sum("cannot open pictures" in one for one in got) == 2
    assert [one["text"] for one in assistant.asked] == ["what help is there"]


async def test_what_the_provider_answered_is_not_answered_twice(clean: None, assistant: Assistant) -> None:
    await texts_us("STOP", obeyed="STOP")
    assert await gets() == []
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE)


async def test_a_person_at_the_desk_answers_by_text(clean: None, assistant: Assistant, sam: Staff) -> None:
    await texts_us("CALL")
    talk = await thread()
    async with transaction() as session:
        await handoff.take(session, talk.id, sam)
        await handoff.say(session, talk.id, sam, "I will ring you at 3.")
    assert (await gets())[-1] == "I will ring you at 3."
    await texts_us("thank you")
    assert assistant.asked == []


async def test_an_old_pause_is_over(clean: None) -> None:
    async with transaction() as session:
        await outbox.quiet(session, PHONE, "paused", now() + timedelta(days=1))
        await session.execute(update(outbox.QuietNumber).values(until=now() - timedelta(minutes=1)))
        assert await outbox.quietness(session, PHONE) is None


def turn(session: AsyncSession, talk: Conversation, message: Message, intent: str, confidence: float) -> Turn:
    tracker = Tracker(str(talk.id), {}, {}, [], False, None, {}, "action_listen")
    area = council().area(talk.area)
    return Turn(session, tracker, talk.id, str(message.id), message.text, intent, confidence, area, "sms")


@pytest.mark.parametrize(("confidence", "quiet"), [(0.9, True), (0.4, False)])
async def test_stop_that_only_the_assistant_understood(
    clean: None, assistant: Assistant, confidence: float, quiet: bool
) -> None:
    await known("Ada")
    await texts_us("any way of muting you for good")
    message = (await said())[0]
    assistant.answer = [{"text": "And the next question?", "choices": []}]
    dispatcher = CollectingDispatcher()
    async with transaction() as session:
        await Reply().act(turn(session, await thread(), message, "sms_stop", confidence), dispatcher)
    async with transaction() as session:
        assert bool(await outbox.quietness(session, PHONE)) is quiet
    assert bool(dispatcher.messages) is not quiet
    if quiet:
        (only,) = await gets()
        assert "no more texts" in only


async def test_dont_stop_is_no_stop_whatever_the_assistant_took_it_for(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("dont stop texting me")
    message = (await said())[0]
    async with transaction() as session:
        await Reply().act(turn(session, await thread(), message, "sms_stop", 0.9), CollectingDispatcher())
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE) is None


async def test_a_stop_that_the_assistant_took_for_one_is_none_where_nobody_helps(clean: None, assistant: Assistant) -> None:
    await known("Ada")
    await texts_us("honestly none of you ever ring")
    message = (await said())[0]
    async with transaction() as session:
        await Reply().act(turn(session, await thread(), message, "sms_stop", 0.9), CollectingDispatcher())
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE) is None
    assert await waits_for_a_person() == "unheard"


async def test_who_texts_is_proved_by_a_code_to_the_phone(clean: None, assistant: Assistant) -> None:
    ada = await known("Ada")
    await texts_us("hello")
    await gets()
    talk = await thread()
    async with transaction() as session:
        assert await identity.proved(session, talk.id) is None
        check = await identity.begin(session, talk.id, "see")
        assert check.step == "code"
    code = (await gets())[-1][:6]
    async with transaction() as session:
        current = await identity.current(session, talk.id)
        assert current
        await identity.hear(session, current, code, "northbridge")
        proved = await identity.proved(session, talk.id)
        assert proved
        assert proved.id == ada


async def test_who_is_texted_and_not_helped_is_rung_and_keeps_the_texts(clean: None, assistant: Assistant) -> None:
    await texts_us("you keep texting me and nobody helps")
    (answer,) = await gets()
    assert "A person will ring this number" in answer
    assert "reply STOP" in answer
    assert await waits_for_a_person() == "unheard"
    async with transaction() as session:
        assert await outbox.quietness(session, PHONE) is None
    assert assistant.asked == []


async def test_who_stops_the_texts_and_wants_a_call_gets_both(clean: None, assistant: Assistant) -> None:
    await texts_us("stop texting me and ring me")
    stopped, call = await gets()
    assert "no more texts" in stopped
    assert "A person will ring this number" in call
    assert await waits_for_a_person() == "call"


async def test_who_stops_the_texts_since_nobody_helps_is_looked_at(clean: None, assistant: Assistant) -> None:
    await texts_us("stop texting me nobody helps anyway")
    (answer,) = await gets()
    assert "no more texts" in answer
    assert await waits_for_a_person() == "unheard"
