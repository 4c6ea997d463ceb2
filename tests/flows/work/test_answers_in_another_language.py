"""A check-in answered in words that nothing here reads: the number counts, and a person reads the rest the same day."""

from uuid import UUID

import pytest

from casework import checkins, claimants
from casework.base.db import transaction
from casework.checkins import Heard, outcomes, rules
from casework.council import council
from tests.flows.phones import thread
from tests.flows.working import Clock, amina, asked, case, clock, goes_on_to, starts

__all__ = ["amina", "clock"]


async def tells(person: UUID, words: str) -> Heard:
    talk = (await thread()).id
    async with transaction() as session:
        checkin = await checkins.waiting(session, person)
        assert checkin is not None
        claimant, outcome = await claimants.get(session, person), checkins.read(checkin, words)
        return await checkins.in_another_language(session, claimant, checkin, outcome, talk, said=words)


@pytest.mark.parametrize(("words", "kept"), [("2 mae'r lle yn rhyfedd", "ok"), ("mae pawb yn flin yma", "unread")])
async def test_a_person_has_it_that_day(amina: UUID, clock: Clock, words: str, kept: str) -> None:
    await starts(amina, clock)
    await goes_on_to(amina, clock)
    heard = await tells(amina, words)
    assert (heard.outcome, heard.follow_up) == ("unread", None)
    (one,) = await asked(amina)
    assert (one.state, one.outcome, one.following, one.level) == ("answered", kept, None, "P2")
    made = await case()
    assert made is not None
    assert (made.reason, made.level) == ("checkin_unread", "P2")
    assert made.promised_by == heard.promised_by == rules.promise(council().area("northbridge"), outcomes.outcomes().foreign, clock())
