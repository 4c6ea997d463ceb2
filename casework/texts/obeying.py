"""Orders are obeyed at once, whoever holds the conversation and whether or not Rasa runs."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import appointments, claimants, directory, handoff, messaging, outbox, safeguarding
from casework.base.speaking import discreetly
from casework.base.words import choice_texts, words
from casework.checkins import reporting
from casework.council import council
from casework.messaging import Conversation, Message, locked, record
from casework.reading import read_answer
from casework.texts import answering_often as often
from casework.texts import lately, safe, work_news
from casework.texts.calling import CALL, call
from casework.texts.control import (
    LATE,
    is_bare_no,
    is_right_number,
    is_unheard,
    names_your_list,
    order_of,
    tells_late,
    wants_person,
)
from casework.texts.given import ENDS, Given
from casework.texts.orders import OFF_LIST, ORDERS, leave_list, note_late

UNWANTED, WAIT, AWAY, BUSY, NO_CALL, SLOW, WHO = "unwanted", "wait", "away", "busy", "no_call", "slow", "who"
# What is said in passing. Where texts have ended no answer goes back, and a person is told that somebody wrote.
PASSING = frozenset({BUSY, NO_CALL, SLOW, WHO, "no_credit"})
# While danger is spoken of these words answer that, and are no orders.
NOT_IN_DANGER = frozenset(
    {
        "start_again", "safe", "safe_times", "help", "late", "news", "no_news", often.OFTEN, often.NEXT,
        *PASSING,
    }
)
# Where a watched phone was started again these are answered all the same, in words that tell nothing.
AFTER_A_START = frozenset({"help", "late", often.OFTEN, often.NEXT})
STOPS, STARTS = frozenset({"stop", "wrong", "keep_no_appointments"}), frozenset({"start", "start_again"})
UNASKED = frozenset({UNWANTED, WAIT, AWAY, BUSY, NO_CALL, SLOW, WHO, "safe_times"})
# No answers to how work goes, so that they are obeyed where that alone is asked.
NOT_NOW = frozenset({AWAY, BUSY, NO_CALL, SLOW, WHO})
# Obeyed only while nothing is open, these are the same orders.
MEANS = {UNWANTED: "stop", WAIT: "pause_until", AWAY: "pause_until"}
ALL_RIGHT = {"yes": "go_on", "no": "stop"}
PAUSES = frozenset({"pause", "pause_until"})
PROVIDERS = {"STOP": "stop", "START": "start", "HELP": "help"}


async def obey(
    session: AsyncSession, conversation: Conversation, message: Message, spoken: bool, provider: str | None = None
) -> bool:
    """Obey the order in a message, or keep silent where texts have ended; False where the assistant is to answer.

    `provider` is the keyword that the provider has obeyed, and answered, before us.
    """
    given = await _given(session, conversation, message)
    if spoken:
        await safe.keep_beside(given)
    order = PROVIDERS.get(provider or "") or await _how_often(given, await _order(given))
    if order:
        await _carry_out(given, order, silently=provider is not None)
        return True
    if not spoken:
        await safe.note_readers(given)
    if not spoken and await _started_again(given):
        await handoff.request(session, conversation.id, given.area, "wrote_after_watched")
        if taken := await work_news.take(given):
            await say(session, conversation, message, taken[0], **taken[1])
            return True
    return await _silent(given, spoken)


async def carry_out(session: AsyncSession, conversation_id: UUID, message_id: UUID, order: str) -> None:
    """Obey an order that the assistant understood where no pattern did."""
    conversation = await locked(session, conversation_id)
    given = await _given(session, conversation, await session.get_one(Message, message_id))
    if order == "stop" and is_unheard(given.message.text):
        order = "unheard"
    await _carry_out(given, order, silently=False)


async def _given(session: AsyncSession, conversation: Conversation, message: Message) -> Given:
    phone = conversation.phone or ""
    area = council().area(conversation.area)
    return Given(session, conversation, message, phone, await outbox.quietness(session, phone), area)


async def _carry_out(given: Given, order: str, *, silently: bool) -> None:
    may_be_stopped_there = given.known is not None
    said = await ORDERS[order](given)
    if not silently and await _is_news(given, order, may_be_stopped_there):
        await outbox.keep_in_step(given.session, given.phone)
    if said and not silently:
        await say(given.session, given.conversation, given.message, said[0], **said[1])
    if order == "stop":
        await _to_a_person(given)


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


async def say(session: AsyncSession, conversation: Conversation, message: Message, name: str, **values: Any) -> None:
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
        choices=said.choices,
        reply_to=message.id,
        about="control",
        language=said.language,
    )


async def _order(given: Given) -> str | None:
    if given.conversation.safety:
        return await _in_danger(given)
    quiet = given.known is not None
    order = order_of(given.text, quiet=quiet, idle=True)
    if await _is_of_waiting(given):
        return await _off_list(given, order)
    if order not in STOPS and given.known and given.known.why == "wrong" and is_right_number(given.text):
        return "start"
    if order in PASSING and given.known and given.known.why in ENDS:
        return None
    if order == LATE and await _only_finds(given):
        return None
    if order in UNASKED and not await _is_unasked(given, order):
        order = order_of(given.text, quiet=quiet)
    order = MEANS.get(order or "", order) or await _of_the_phone(given)
    if order == "safe" and await lately.asks_when_safe(given.session, given.conversation.id):
        return None
    return "stop" if order == "safe" and await safe.is_a_stop(given) else order


async def _only_finds(given: Given) -> bool:
    """Whether a meeting is only being found, and none is coming that they could be late for."""
    talk = await appointments.talk_of(given.session, given.conversation.id)
    if talk is None or not appointments.finding(talk):
        return False
    return not await appointments.coming(given.session, given.conversation.id, given.conversation.claimant_id, given.phone)


async def _is_of_waiting(given: Given) -> bool:
    """Whether "the list" they would be taken off is the waiting list, which they are on."""
    if not any(map(appointments.leaves_list, (given.text, given.message.meant or ""))):
        return False
    return await appointments.is_waiting(given.session, given.conversation.id, await messaging.whose(given.session, given.conversation.id))


async def _off_list(given: Given, order: str | None) -> str:
    """A STOP beside it stays one, and so does one of "your list", which may be either: they are off that list all the same."""
    beside = order_of(appointments.beside_list(given.text), quiet=False)
    if beside not in STOPS | {"call"} and not names_your_list(given.text):
        return OFF_LIST
    await leave_list(given)
    return beside if beside and (beside in STOPS or not names_your_list(given.text)) else "stop"


async def _of_the_phone(given: Given) -> str | None:
    """That others read it, said without being asked; and the answer to whether texts are all right there all the same."""
    if claimants.is_shared(given.text):
        return "safe"
    if claimants.says_when(given.text) and await lately.asks_which_times(given.session, given.conversation.id):
        return "safe"
    if given.known or not await lately.asks_if_all_right(given.session, given.conversation.id):
        return None
    if claimants.says_when(given.text):
        return "safe"
    answer = ALL_RIGHT.get(str(read_answer("yes_no", given.text)["value"]))
    if answer != "stop" or is_bare_no(given.text):
        return answer
    return None if await lately.asks_again(given.session, given.conversation.id) else safe.ASK_AGAIN


async def _in_danger(given: Given) -> str | None:
    """What forbids some texts, or all of them for a time, is a STOP there; an offered person is a call."""
    if given.message.meant == choice_texts("utter_safety_safe_yes")[0]:
        return "call"
    idle = await lately.is_idle(given.session, given.conversation.id)
    if tells_late(given.text):
        await note_late(given)
    order = order_of(given.text, quiet=given.known is not None, idle=idle, whole=True)
    order = MEANS.get(order or "", order)
    if order in PAUSES:
        return "stop"
    if order in AFTER_A_START and await _started_again(given):
        return order
    return None if order in NOT_IN_DANGER else order


async def _started_again(given: Given) -> bool:
    """Whether texts go again to a phone that was watched, while what was read there is open still."""
    if given.known is not None or given.conversation.safety is None:
        return False
    return await safeguarding.is_watched(given.session, given.conversation.id)


async def _is_unasked(given: Given, order: str) -> bool:
    """Whether no question of ours is open that the words may answer; of times, whether nothing else is told."""
    if order in NOT_NOW and await lately.asks_how_work_goes(given.session, given.conversation):
        return True
    if order == NO_CALL and await _waits_for_a_call(given):
        return True
    told = order in MEANS or order in PASSING or claimants.says_only_when(given.text)
    return told and await lately.is_idle(given.session, given.conversation.id)


async def _waits_for_a_call(given: Given) -> bool:
    """Whether somebody is to ring them, which "dont call me" is about whatever else is asked."""
    open_ = await handoff.open_handoff(given.session, given.conversation.id)
    return open_ is not None and open_.reason == CALL


async def _how_often(given: Given, order: str | None) -> str | None:
    """The order; or how often they want to be asked, in words that mean it where that has just been spoken of.

    It is no order where all texts have ended, nor where it answers a question about a new job.
    """
    ended = given.known is not None and given.known.why in ENDS
    if order in (often.OFTEN, often.NEXT):
        asked = await reporting.report_of(given.session, given.conversation.id)
        return None if ended or asked else order
    danger = given.conversation.safety and not await _started_again(given)
    if order is not None or danger or ended:
        return order
    if often.is_choice(given.message.meant):
        return often.OFTEN
    return await often.bare_order(given.session, given.conversation.id, given.message.text)


async def _silent(given: Given, spoken: bool) -> bool:
    """Where texts have ended nothing is answered but danger; a person is told that somebody wrote."""
    if given.known is None or given.known.why not in ENDS:
        return False
    if given.conversation.safety and given.known.why != "watched":
        return False
    if not spoken and given.known.why != "wrong":
        await handoff.request(given.session, given.conversation.id, given.area, f"wrote_after_{given.known.why}")
    return True
