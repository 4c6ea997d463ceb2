"""A conversation at the desk as they saw it on their phone."""

import pytest

from casework import messaging
from casework.base.db import transaction
from tests.flows.desk.test_desk_diary import Desk, sam_at_desk
from tests.flows.phones import PHONE

__all__ = ["sam_at_desk"]
OFFERED = [{"title": "Face to face", "text": "Face to face"}, {"title": "By phone", "text": "By phone"}]


@pytest.mark.parametrize(("sender", "choices", "seen"), [
    ("assistant", OFFERED, "How shall we meet?\n1 Face to face\n2 By phone"),
    ("assistant", [], "How shall we meet?</p>"),
])
async def test_choices_by_text_are_shown_with_their_numbers(sam_at_desk: Desk, sender: str, choices: list[dict[str, str]], seen: str) -> None:
    async with transaction() as session:
        talk = await messaging.start_texts(session, "northbridge", PHONE)
        await messaging.record(session, talk, sender, "How shall we meet?", choices=choices)
    page = await sam_at_desk.sees(f"/desk/conversations/{talk.id}")
    assert seen in page
