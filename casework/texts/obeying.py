"""Orders are obeyed at once, whoever holds the conversation and whether or not Rasa runs."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, directory, handoff, messaging, outbox
from casework.base.clock import local, now
from casework.base.speaking import discreetly
from casework.base.words import words
from casework.council import council
from casework.messaging import Conversation, Message, Seen, locked, record
from casework.outbox import ENDS
from casework.texts import safe, work_news
from casework.texts.calling import call, keep_no_calls
from casework.texts.control import (
    is_unheard,
    rather_texts,
    wants_person,
)
from casework.texts.given import Given
from casework.texts.lately import asks_when_safe, signs_up
from casework.texts.ordering import GOES_ON, STARTS, STOPS, or_how_often, order_in, started_again
from casework.texts.orders import ORDERS
from casework.texts.pausing import ends_on
from casework.texts.watched import keep_way

OF_HOURS = frozenset({"safe", "safe_times", "at_work"})
PROVIDERS = {"STOP": "stop", "START": "start", "HELP": "help"}


async def obey(
    session: AsyncSession, conversation: Conversation, message: Message, seen: Seen, spoken: bool, provider: str | None = None
) -> bool:
    """Obey the order in a message, or keep silent where texts have ended; False where the assistant is to answer.

    `seen` is how it stood before safety read the message; where that has spoken, it is looked up anew.
    In the middle of telling us of a job, or who they are, the open question is put again after what is only said beside it.
    `provider` is the keyword that the provider has obeyed, and answered, before us.
    """
    given = await _given(session, conversation, message, None if spoken else seen)
    if spoken:
        await safe.keep_beside(given)
    order = PROVIDERS.get(provider or "") or await or_how_often(given, await order_in(given))
    if order == "safe" and not spoken and await safe.beside_news(given):
        return False
    if not spoken and await _tells_hours(given, order) and (kept := await safe.beside_answer(given)):
        await say(session, conversation, message, kept[0], **kept[1])
        return False
    if order is None and not spoken and await safe.asks_who_has_it(given):
        await say(session, conversation, message, "utter_text_safe_unread_again")
        return True
    if order in (None, "call") and await keep_way(given, silently=spoken):
        return True
    if order:
        goes_on = order in GOES_ON and not spoken and await signs_up(session, conversation, given.last)
        await carry_out_from(given, order, silently=provider is not None)
        if goes_on:
            message.meant = messaging.GO_ON
        return not goes_on
    if not spoken:
        await safe.note_readers(given)
        if rather_texts(given.text):
            await keep_no_calls(given)
        safe.hear_news(given)
    if not spoken and await started_again(given):
        await handoff.request(session, conversation.id, given.area, "wrote_after_watched")
        if work_news.begins(given):
            conversation.safety = None
            return False
        if taken := await work_news.take(given):
            await say(session, conversation, message, taken[0], **taken[1])
            return True
    return await _silent(given, spoken)


async def _tells_hours(given: Given, order: str | None) -> bool:
    """Whether hours for texts stand beside an answer of theirs about a new job, or of who they are; asked when it is safe, they are the answer."""
    if order not in OF_HOURS and (order or not claimants.offered_times(given.text) or await asks_when_safe(given.session, given.conversation.id)):
        return False
    return await signs_up(given.session, given.conversation, given.last)


async def carry_out(session: AsyncSession, conversation_id: UUID, message_id: UUID, order: str) -> None:
    """Obey an order that the assistant understood where no pattern did."""
    conversation = await locked(session, conversation_id)
    given = await _given(session, conversation, await session.get_one(Message, message_id))
    if order == "stop" and is_unheard(given.message.text):
        order = "unheard"
    if order == "stop" and ends_on(given.message.text, local(now())):
        order = "pause_until"
    await carry_out_from(given, order, silently=False)


async def _given(session: AsyncSession, conversation: Conversation, message: Message, seen: Seen | None = None) -> Given:
    stands = seen or await messaging.seen_of(session, conversation)
    phone, area = stands.phone, council().area(conversation.area)
    return Given(session, conversation, message, conversation.phone or "", phone.kept, phone.people, stands.last, area)


async def carry_out_from(given: Given, order: str, *, silently: bool) -> None:
    """Obey an order; `silently`: nothing is said of it, because somebody did so already."""
    may_be_stopped_there = given.known is not None
    said = await ORDERS[order](given)
    if not silently and await _is_news(given, order, may_be_stopped_there):
        await outbox.keep_in_step(given.session, given.phone)
    if said and not silently:
        await say(given.session, given.conversation, given.message, said[0], **said[1])
    if order == "stop":
        await _confirmed_if_watched(given, silently)
        await _to_a_person(given)


async def _confirmed_if_watched(given: Given, silently: bool) -> None:
    """A phone that was read as watched hears once, in neutral words, that texts have stopped; where a machine's text was taken for danger nothing was said yet."""
    if silently or given.known is None or given.known.why != "watched":
        return
    if given.last is None:
        said = words("utter_safety_r10", "sms", emergency=directory.emergency())
        await record(
            given.session, given.conversation, "assistant", said.text, reply_to=given.message.id, about="neutral", language=said.language
        )


async def _to_a_person(given: Given) -> None:
    """Who stops the texts and wants a person gets both; who says that nobody helps is looked at, and told nothing more."""
    if wants_person(given.message.text):
        name, said = await call(given)
        await say(given.session, given.conversation, given.message, name, **said)
    elif is_unheard(given.message.text):
        await handoff.request(given.session, given.conversation.id, given.area, "unheard")


async def _is_news(given: Given, order: str, may_be_stopped_there: bool) -> bool:
    """Whether the provider's own list of numbers is to be changed, which it has not done itself."""
    if order in STARTS:
        return may_be_stopped_there
    return order in STOPS and outbox.is_over(await outbox.quietness(given.session, given.phone))


async def say(
    session: AsyncSession, conversation: Conversation, message: Message, name: str, *, choices: Sequence[dict[str, str]] = (), **values: Any
) -> None:
    """Words about the texts themselves, which go to a number even where others have ended."""
    area = council().area(conversation.area)
    about = {"council": area.name, "phone": area.phones.office, "emergency": directory.emergency()}
    with discreetly(await messaging.is_discreet(session, conversation)):
        said = words(name, "sms", **(about | values))
    await record(
        session,
        conversation,
        "assistant",
        said.text,
        choices=[*said.choices, *choices],
        reply_to=message.id,
        about="control",
        language=said.language,
    )


async def _silent(given: Given, spoken: bool) -> bool:
    """Where texts have ended nothing is answered but danger; a person is told that somebody wrote."""
    if given.known is None or given.known.why not in ENDS:
        return False
    if given.conversation.safety and given.known.why != "watched":
        return False
    if not spoken and given.known.why != "wrong":
        await handoff.request(given.session, given.conversation.id, given.area, f"wrote_after_{given.known.why}")
    return True
