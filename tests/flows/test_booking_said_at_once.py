"""What ordinary people met, a fifth time: an answer with its reason, a move beside what is told, questions of the call they wait for."""

from uuid import UUID

import pytest

from casework.appointments import Step
from casework.appointments.words.noting import to_be_told
from tests.flows.test_booking_notes import made
from tests.flows.test_booking_talks import chat, day, says
from tests.flows.test_booking_walked_on import asked, step

__all__ = ["chat"]
THEN = ("1", "yes", "Jo", "07700 900123")


@pytest.mark.parametrize("text", ["no but tell her i had a stroke so i talk slow", "nothing, just tell him i have a stoma bag", "no. can you tell the worker my hands shake", "tell her i had a mini stroke"])
async def test_what_is_to_be_told_is_noted_beside_a_no(chat: UUID, text: str) -> None:
    await says(chat, "by phone", day(), *THEN)
    assert await asked(chat, text) == ["utter_booking_told"]
    assert await step(chat) == Step.NOTED
    assert (await made()).note == text


@pytest.mark.parametrize("text", ["no, tell her thanks", "no dont tell her anything", "nothing", "no but tell me where it is", "no, tell him i said hi", "no just tell my mum im ok"])
def test_nothing_is_to_be_told(text: str) -> None:
    assert not to_be_told(text)
