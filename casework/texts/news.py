"""News of courses, fairs and the like: the one sort of text that sells something, and only for those who asked for it."""

from collections.abc import Collection, Sequence
from itertools import batched
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants, messaging, outbox, safeguarding
from casework.base.clock import local, now
from casework.base.errors import Unreadable
from casework.base.queue import defer_several
from casework.claimants import Claimant
from casework.claimants.rules import may_contact, neutral
from casework.council import Area, council
from casework.messaging import Conversation
from casework.outbox import Outgoing, Weighed
from casework.staff import Staff
from casework.texts.telling import tell_news, whole

PURPOSE = "news"
TOGETHER = 20


async def send_news(session: AsyncSession, area: Area, text: str, staff: Staff) -> int:
    """Tell everybody of the area who asked for news, once; how many those are. Raises Unreadable."""
    said = " ".join(text.split())
    if not said:
        raise Unreadable("write what is new")
    length = outbox.length(whole(area, said).text)
    if length.encoding != "GSM-7" or length.parts > 1:
        raise Unreadable("it must fit one text, in plain letters: make it shorter")
    people = [str(one.id) for one in await who_asked(session, area)]
    same = {"news": str(uuid4()), "area": area.id, "text": said}
    await defer_several(session, tell_news, [same | {"people": list(some)} for some in batched(people, TOGETHER)])
    await audit.note(session, "staff", "news.send", staff_id=staff.id, subject=f"{len(people)}")
    return len(people)


async def who_asked(session: AsyncSession, area: Area) -> Sequence[Claimant]:
    """Those who said yes to news, have not said no to being contacted, and can be texted openly."""
    asked = await claimants.who_said_yes(session, area.id, PURPOSE)
    return [one for one in asked if messaging.number_of(one) and not neutral(one.safe_contact)]


async def weigh(session: AsyncSession, texts: Sequence[Outgoing]) -> dict[UUID, Weighed]:
    """As it leaves: they want it still, it is a decent hour, and nothing graver is going on. What cannot go now never goes."""
    held = {}
    for one in texts:
        people = await claimants.by_address(session, "sms", one.to)
        if why := await _against(session, people, await messaging.of_phone(session, one.to)):
            held[one.id] = Weighed(why)
    return held


async def _against(session: AsyncSession, people: Collection[Claimant], talk: Conversation | None) -> str | None:
    hours, at = council().texting, local(now())
    ids = {one.id for one in people}
    if not await claimants.said_yes(session, ids, PURPOSE) & await claimants.all_agreed(session, ids, "contact", "texts"):
        return "not asked for"
    if talk and (talk.safety or talk.holder == "person" or await safeguarding.any_open(session, [talk.id])):
        return "something graver"
    if not all(may_contact(one.safe_contact, hours.latest, hours.earliest, at) for one in people):
        return "outside the hours of texting"
    return None
