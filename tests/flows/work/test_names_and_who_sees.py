"""A name said again or put right in a sign-up, and who sees what they tell us, asked at any question."""

import pytest

from casework.base.db import transaction
from casework.checkins.asking_back import asks_who_sees
from casework.claimants import by_address
from casework.reading import is_said_again, read_name
from tests.flows.conftest import Claimant
from tests.flows.people.test_identity import NUMBER, SAYS, begins, code_sent, says


@pytest.mark.parametrize("words", ["Priya but can you ask me tomorrow", "i said Priya", "lol its just Priya", "just call me Priya"])
def test_the_name_is_read(words: str) -> None:
    assert read_name(words) == "Priya"


@pytest.mark.parametrize("words", ["sure but why", "i said no", "i said tomorrow", "lol its just me"])
def test_no_name_is_read_out_of_other_words(words: str) -> None:
    assert not is_said_again(words)
    assert read_name(words) in (None, words, "just me")


async def test_a_name_is_put_right_after_it_was_given(claimant: Claimant) -> None:
    await begins(claimant, "register")
    await says(claimant, SAYS)
    await says(claimant, await code_sent())
    assert await says(claimant, "Pria but can you ask me tomorrow") == ("utter_identity_no_rush", "consent")
    assert await says(claimant, "lol its just Priya") == ("utter_identity_name_right", "consent")
    assert (await says(claimant, "yes"))[1] == "safe"
    async with transaction() as session:
        (made,) = await by_address(session, "sms", NUMBER)
    assert made.preferred_name == "Priya"


@pytest.mark.parametrize("words", ["who sees it?", "who is see my things", "who will see my answers", "who do you tell"])
def test_who_sees_it_is_asked(words: str) -> None:
    assert asks_who_sees(words)


@pytest.mark.parametrize("words", ["who will i see", "who sees the baby when i work", "someone else may see it", "i will see who it is"])
def test_other_seeing_is_not(words: str) -> None:
    assert not asks_who_sees(words)
