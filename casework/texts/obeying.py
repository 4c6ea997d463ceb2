"""What each order does. It is obeyed at once, whoever holds the conversation and whether or not Rasa runs."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, directory, handoff, outbox
from casework.base.clock import LONDON, local, now
from casework.base.words import choice_texts, words
from casework.council import Area, council, say_date, say_when
from casework.messaging import Conversation, Message, locked, record
from casework.outbox import QuietNumber
from casework.reading import read_when
from casework.texts.control import order_of
from casework.texts.threads import people_of

PAUSE = timedelta(days=14)
ENDS = frozenset({"stopped", "wrong", "watched"})
PROVIDERS = {"STOP": "stop", "START": "start", "HELP": "help"}
Said = tuple[str, dict[str, Any]] | None


@dataclass(frozen=True)
class Given:
    """An order as it was given. `phone` is where it came from, `known` what is kept back from there already."""

    session: AsyncSession
    conversation: Conversation
    message: Message
    phone: str
    known: QuietNumber | None
    area: Area


async def obey(
    session: AsyncSession, conversation: Conversation, message: Message, spoken: bool, provider: str | None = None
) -> bool:
    """Obey the order in a message, or keep silent where texts have ended; False where the assistant is to answer.

    `provider` is the keyword that the provider has obeyed, and answered, before us.
    """
    given = await _given(session, conversation, message)
    order = PROVIDERS.get(provider or "") or _order(given)
    if order:
        await _carry_out(given, order, silently=provider is not None)
        return True
    return await _silent(given, spoken)


async def carry_out(session: AsyncSession, conversation_id: UUID, message_id: UUID, order: str) -> None:
    """Obey an order that the assistant understood where no pattern did."""
    conversation = await locked(session, conversation_id)
    given = await _given(session, conversation, await session.get_one(Message, message_id))
    await _carry_out(given, order, silently=False)


async def _given(session: AsyncSession, conversation: Conversation, message: Message) -> Given:
    phone = conversation.phone or ""
    area = council().area(conversation.area)
    return Given(session, conversation, message, phone, await outbox.quietness(session, phone), area)


async def _carry_out(given: Given, order: str, *, silently: bool) -> None:
    said = await ORDERS[order](given)
    if said and not silently:
        await say(given.session, given.conversation, given.message, said[0], **said[1])


async def say(session: AsyncSession, conversation: Conversation, message: Message, name: str, **values: Any) -> None:
    """Words about the texts themselves, which go to a number even where others have ended."""
    area = council().area(conversation.area)
    about = {"council": area.name, "phone": area.phones.office, "emergency": directory.emergency()}
    said = words(name, "sms", **(about | values))
    await record(session, conversation, "assistant", said.text, reply_to=message.id, about="control")


def _order(given: Given) -> str | None:
    order = order_of(given.message.text, quiet=given.known is not None)
    if not given.conversation.safety:
        return order
    # While danger is spoken of, "yes" and "safe" answer that, and an offered person is a call.
    if given.message.meant == choice_texts("utter_safety_safe_yes")[0]:
        return "call"
    return None if order in ("start_again", "safe") else order


async def _silent(given: Given, spoken: bool) -> bool:
    """Where texts have ended nothing is answered but danger; a person is told that somebody wrote."""
    if given.known is None or given.known.why not in ENDS:
        return False
    if given.conversation.safety and given.known.why != "watched":
        return False
    if not spoken and given.known.why != "wrong":
        await handoff.request(given.session, given.conversation.id, given.area, f"wrote_after_{given.known.why}")
    return True


async def _stop(given: Given) -> Said:
    await outbox.quiet(given.session, given.phone, "stopped")
    await _agree(given, False)
    if given.known and given.known.why in ENDS:
        return None
    return ("utter_text_stopped_known" if given.conversation.claimant_id else "utter_text_stopped"), {}


async def _wrong(given: Given) -> Said:
    """The number is nobody's that we know: it leaves every record, and this thread is nobody's."""
    await outbox.quiet(given.session, given.phone, "wrong")
    for person in await people_of(given.session, given.phone):
        for channel in person.channels:
            if channel.address == given.phone and not channel.closed_at:
                await claimants.close_channel(given.session, person, channel.id)
    if given.conversation.claimant_id:
        await handoff.request(given.session, given.conversation.id, given.area, "wrong_number")
    given.conversation.finished_at = now()
    return "utter_text_wrong", {}


async def _keep_none(given: Given) -> Said:
    await outbox.no_appointments(given.session, given.phone)
    return "utter_text_no_appointments", {}


async def _start(given: Given) -> Said:
    await outbox.lift(given.session, given.phone)
    await _agree(given, True)
    return "utter_text_started", {}


async def _pause(given: Given) -> Said:
    until = _until(given.message.text, local(now()))
    await outbox.quiet(given.session, given.phone, "paused", until)
    return "utter_text_paused", {"day": say_date(until.date())}


async def _call(given: Given) -> Said:
    asked = await handoff.request(given.session, given.conversation.id, given.area, "call")
    return "utter_text_call", {"when": say_when(asked.promised_by, now())}


async def _late(given: Given) -> Said:
    await handoff.request(given.session, given.conversation.id, given.area, "late")
    return "utter_text_late", {}


async def _safe(given: Given) -> Said:
    """From now on nothing to this person says what it is about."""
    for person in await people_of(given.session, given.phone):
        person.safe_contact = (person.safe_contact or {}) | {"neutral": True, "shared": True}
    await handoff.request(given.session, given.conversation.id, given.area, "safe_contact")
    return "utter_text_safe", {}


async def _help(given: Given) -> Said:
    return "utter_text_help", {}


async def _agree(given: Given, yes: bool) -> None:
    """Everybody with this number; the latest answer holds."""
    for person in await people_of(given.session, given.phone):
        await claimants.consent(given.session, person.id, "texts", yes)


def _until(text: str, at: datetime) -> datetime:
    """The end of the day until which somebody wants a pause; two weeks where they name none that is to come."""
    bare = at.replace(tzinfo=None)
    rest = text.lower().partition("pause")[2].strip() or text
    for said in (rest, f"in {rest.removeprefix('for ')}"):
        read = read_when(said, bare)
        end = read["end"] or read["start"]
        if end and datetime.fromisoformat(end).date() > bare.date():
            return datetime.combine(datetime.fromisoformat(end).date(), time.max, LONDON)
    return datetime.combine((at + PAUSE).date(), time.max, LONDON)


ORDERS: dict[str, Callable[[Given], Awaitable[Said]]] = {
    "stop": _stop,
    "wrong": _wrong,
    "keep_no_appointments": _keep_none,
    "start": _start,
    "start_again": _start,
    "pause": _pause,
    "call": _call,
    "late": _late,
    "safe": _safe,
    "help": _help,
}
