"""What people really answered when asked what would make a meeting easier: it is of the meeting, whatever it was taken for."""

from uuid import UUID

import pytest

from actions.booking import BookingQuestions
from casework import appointments
from casework.appointments import Step
from casework.appointments.words.noting import tells_of_themselves
from casework.base.db import transaction
from tests.flows.appointments.test_booking_asides import turn
from tests.flows.appointments.test_booking_notes import made
from tests.flows.appointments.test_booking_talks import chat, day, says
from tests.flows.appointments.test_booking_walked_on import asked, step

__all__ = ["chat"]
THEN = ("1", "yes", "Jo", "07700 900123")

TOLD = [
    ("I might need to stop for my insulin, other than that no", "need_drugs_alcohol"), ("il be bringin my 2 yr old no sitter", "need_childcare"),
    ("a private room cos its about my ex and i dont want ppl hearing", "need_housing"), ("would like my forms in big print", "accessibility_need"),
    ("yes steps are a no go, had my hip done in october", "checkin_going_well"), ("I walk with a frame so somewhere on the ground floor please", "accessibility_need"),
    ("my mam might come in with me if thats allowed", "appointment_format"), ("i come off two buses so im often a bit early", "need_transport"),
    ("I get very tired with my MS, so a short one would be kinder", "book_appointment"), ("I'm eight months gone so might need a breather on the way in", "goodbye"),
    ("My social worker has to be there, it's in my plan. She is called Wendy", "contact_key_worker"), ("my meds make me sleepy before noon", "need_mental_health"), ("lights that flicker set me off", "nlu_fallback"),
]  # fmt: skip
ASKED = [
    "i need help with my rent", "can you ring me instead", "i want to move it", "where do i find a food bank", "i dont understand", "what time is it", "ring me tomorrow instead",
    "who else is coming", "what room are we in", "need a food bank", "i owe loads of rent", "bailiffs are coming tomorrow", "no thanks", "is there anywhere to park", "nope bye",
]  # fmt: skip


@pytest.mark.parametrize(("text", "intent"), TOLD)
async def test_what_is_only_told_is_noted(chat: UUID, text: str, intent: str) -> None:
    await says(chat, "face to face", day(), *THEN)
    assert await asked(chat, text, intent) == []
    assert await step(chat) == Step.NOTED
    assert (await made()).note == text


@pytest.mark.parametrize("text", ASKED)
def test_what_is_asked_or_wished_for_is_not_only_told(text: str) -> None:
    assert not tells_of_themselves(text)


@pytest.mark.parametrize(("text", "intent"), [("i got the job at tesco yesterday", "got_a_job"), ("ok see you then bye", "goodbye"), ("i lost my job last week", "checkin_lost_job"), ("my old number is no good now", "change_contact")])
async def test_what_is_of_something_else_is_left_to_the_assistant(chat: UUID, text: str, intent: str) -> None:
    await says(chat, "face to face", day(), *THEN)
    async with transaction() as session:
        talk = await appointments.talk_of(session, chat)
        assert talk
        assert not BookingQuestions().is_choice(turn(session, chat, text, intent), talk)
