"""News of courses, fairs and the like: the one sort of text that sells something, and only for those who asked for it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, claimants, messaging, outbox, safeguarding
from casework.base.clock import local, now
from casework.base.errors import Unreadable
from casework.base.speaking import speaking
from casework.base.words import words
from casework.claimants import Claimant
from casework.claimants.rules import may_contact, neutral
from casework.council import Area, council
from casework.messaging import Conversation
from casework.outbox import Outgoing, Weighed
from casework.staff import Staff

SORT, PURPOSE = "promotion", "news"


async def send_news(session: AsyncSession, area: Area, text: str, staff: Staff) -> int:
    """Tell everybody of the area who asked for news, once; how many those are. Raises Unreadable."""
    said = " ".join(text.split())
    if not said:
        raise Unreadable("write what is new")
    if outbox.length(_whole(area, said)).encoding != "GSM-7" or outbox.length(_whole(area, said)).parts > 1:
        raise Unreadable("it must fit one text, in plain letters: make it shorter")
    told = 0
    for claimant in await who_asked(session, area):
        told += await _tell(session, area, claimant, said)
    await audit.note(session, "staff", "news.send", staff_id=staff.id, subject=f"{told}")
    return told


async def who_asked(session: AsyncSession, area: Area) -> Sequence[Claimant]:
    """Those who said yes to news, have not said no to being contacted, and can be texted openly."""
    asked = await claimants.who_said_yes(session, area.id, PURPOSE)
    return [one for one in asked if _number(one) and not neutral(one.safe_contact)]


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


async def _tell(session: AsyncSession, area: Area, claimant: Claimant, said: str) -> bool:
    number = _number(claimant) or ""
    await messaging.one_at_a_time(session, number)
    known = await messaging.of_phone(session, number)
    if known and known.claimant_id not in (None, claimant.id):
        return False
    talk = await messaging.locked(session, known.id) if known else await messaging.start_texts(session, area.id, number, claimant.id)
    with speaking(talk.language):
        await messaging.record(session, talk, "assistant", _whole(area, said), about=SORT)
    return True


def _whole(area: Area, said: str) -> str:
    return words("utter_text_news_sent", "sms", council=area.name, news=outbox.plainer(said)).text


def _number(claimant: Claimant) -> str | None:
    """The number they proved last; None where there is none that may be texted."""
    proved = [one for one in claimant.channels if one.kind == "sms" and one.proved_at and not one.closed_at]
    return next((one.address for one in reversed(proved) if not outbox.refusal(one.address)), None)
