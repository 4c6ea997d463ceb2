"""No food, and children or illness told with it or asked about: graver than it was, and not asked again."""

import pytest

from casework import safeguarding
from casework.base.db import transaction
from casework.safeguarding import Alert
from tests.flows.conftest import Assistant
from tests.flows.phones import gets, known, texts_us, thread


async def alerts() -> list[Alert]:
    async with transaction() as session:
        return list(await safeguarding.of_conversation(session, (await thread()).id))


@pytest.mark.parametrize("answer", ["yes 2 kids", "yes", "ive got a baby", "2 kids", "im diabetic", "no kids but im diabetic"])
async def test_children_or_illness_make_it_graver(clean: None, assistant: Assistant, answer: str) -> None:
    await known("Ada")
    await texts_us("not been paid yet and theres no food in")
    assert [one.priority for one in await alerts()] == ["P2"]
    await texts_us(answer)
    assert [one.priority for one in await alerts()] == ["P2", "P1"]
    assert "more urgent" in (await gets())[-1]
    assert (await thread()).safety == {"pack": "R17", "asks": None, "priority": "P1"}


@pytest.mark.parametrize("answer", ["no just me", "no", "no kids", "nobody is ill, i live alone", "what do you mean"])
async def test_who_is_alone_stays_as_they_were(clean: None, assistant: Assistant, answer: str) -> None:
    await known("Ada")
    await texts_us("theres no food in")
    await texts_us(answer)
    assert [one.priority for one in await alerts()] == ["P2"]


@pytest.mark.parametrize("said", ["theres no food in the house and 2 kids", "no food and im pregnant", "no electric and the baby is freezing"])
async def test_who_told_of_children_is_not_asked_about_them(clean: None, assistant: Assistant, said: str) -> None:
    await known("Ada")
    await texts_us(said)
    assert [one.priority for one in await alerts()] == ["P1"]
    assert "Are there children" not in (await gets())[-1]
    assert ((await thread()).safety or {})["asks"] is None
