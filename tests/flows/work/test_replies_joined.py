"""What is answered to one text comes in as few texts as each stays one of."""

from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us

NEWS = {"text": "Great news, well done. A few quick questions, so that we can stay in touch.", "choices": []}


async def test_short_replies_are_one_text(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    assistant.answer = [NEWS, {"text": "When is your first day?", "choices": [{"title": "Today", "text": "Today"}]}]
    await texts_us("got a job")
    assert await gets() == [f"{NEWS['text']} When is your first day?\n1 Today"]


async def test_what_would_be_dearer_stays_apart(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    assistant.answer = [NEWS, {"text": "May we keep your name, number and what you tell us? Then one key worker can know you.", "choices": []}]
    await texts_us("got a job")
    assert len(await gets()) == 2


async def test_choices_are_the_last_thing_said(clean: None, assistant: Assistant) -> None:
    await known("Lou")
    assistant.answer = [{"text": "And now?", "choices": [{"title": "Yes", "text": "Yes"}]}, {"text": "Take your time.", "choices": []}]
    await texts_us("got a job")
    assert len(await gets()) == 2
