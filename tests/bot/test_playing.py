"""A turn is played once, whole or not at all, and a person's words are never obeyed."""

from uuid import uuid4

import pytest

from bot.guard import ActionFailed
from bot.naming import Naming
from bot.playing import play
from bot.turn import read


@pytest.fixture
def say(agent):
    conversation = uuid4().hex

    async def say(channel="web", **asked):
        body = {"conversation": conversation, "message": uuid4().hex, **asked}
        return await play(agent.processor, channel, read(body))

    say.conversation = conversation
    return say


def texts(answer):
    return [reply["text"] for reply in answer["replies"]]


async def test_words_are_answered_with_choices_in_plain_words(say):
    answer = await say(text="hello")
    assert answer["intent"] == "greet"
    assert answer["replies"][0]["text"] == "Hello."
    assert answer["replies"][0]["choices"] == [{"title": "Get help", "text": "I need help"}]


async def test_a_text_message_is_answered_in_the_wording_for_texts(say):
    assert texts(await say("sms", text="hello")) == ["Hello by text."]


@pytest.mark.parametrize("before", ["", " ", "\n", "\t", "\u00a0", "\u200b", "\ufeff", "\x1c", "\x1f \u2003", "\u200b "])
async def test_a_typed_command_is_not_obeyed(say, agent, before):
    text = before + '/greet{"day": "monday"}'
    assert texts(await say(text=text)) == ["Sorry?"]
    tracker = await agent.tracker_store.retrieve(say.conversation)
    assert tracker.get_slot("day") is None
    assert tracker.latest_message.text == text.strip()


@pytest.mark.parametrize("command", ["/restart", "/back", "/session_start", "/book@1.0"])
async def test_rasas_own_commands_are_not_obeyed_either(say, command):
    assert texts(await say(text=command)) == ["Sorry?"]


async def test_an_event_is_played_with_its_slots(say, agent):
    assert texts(await say(event="greet", **{"with": {"day": "monday"}})) == ["Hello."]
    assert (await agent.tracker_store.retrieve(say.conversation)).get_slot("day") == "monday"


async def test_events_before_come_first_and_do_not_answer_for_the_message(say):
    answer = await say(text="mmm", before=[{"event": "greet"}])
    assert texts(answer) == ["Sorry?"]


async def test_a_known_message_is_replayed_and_not_played(say, agent):
    first = await say(text="hello", message="m")
    await say(text="mmm")
    before = len((await agent.tracker_store.retrieve(say.conversation)).events)
    assert await say(text="hello", message="m") == first
    assert len((await agent.tracker_store.retrieve(say.conversation)).events) == before


async def test_a_turn_whose_action_failed_is_not_kept(say, agent):
    await say(text="hello")
    before = len((await agent.tracker_store.retrieve(say.conversation)).events)
    with pytest.raises(ActionFailed):
        await say(text="an appointment")
    assert len((await agent.tracker_store.retrieve(say.conversation)).events) == before


async def test_a_long_conversation_stays_small(say, agent):
    for _ in range(40):
        await say(text="hello")
    assert len((await agent.tracker_store.retrieve(say.conversation)).events) <= 80


async def test_a_reply_says_which_response_it_is(agent, say):
    agent.processor.nlg = Naming(None, agent.domain)
    answer = await say(text="hello")
    assert answer["replies"] == [
        {
            "text": "Hello.",
            "choices": [{"title": "Get help", "text": "I need help"}],
            "name": "utter_greet",
            "values": {},
            "own_choices": 1,
        }
    ]


async def test_only_plain_values_are_told(agent):
    tracker = await agent.tracker_store.get_or_create_tracker("somebody")
    draft = await Naming(None, agent.domain).generate(
        "utter_greet", tracker, "web", when="today", minutes=10, buttons=[{"title": "x"}], image=None, domain_responses={}
    )
    assert (draft["values"], draft["own_buttons"]) == ({"when": "today", "minutes": 10}, 1)
