"""What somebody orders about our texts from the web chat: the same as by text, on the numbers that they proved."""

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, messaging, outbox
from casework.base.words import choice_texts, words
from casework.claimants import Claimant
from casework.council import council
from casework.messaging import Conversation, Message, record
from casework.outbox import ENDS
from casework.texts.changing import hear_again
from casework.texts.control import names_texts, order_of
from casework.texts.given import Given
from casework.texts.obeying import carry_out_from

WHICH = "utter_texts_stop_which"
ENDING, PAUSING = frozenset({"stop", "keep_no_appointments"}), frozenset({"pause", "pause_until"})
# These may be meant for whatever the chat is about, so that they are obeyed where the texts are named.
NAMED = frozenset({"start", "start_again", "news", "no_news"})


async def hear_in_chat(session: AsyncSession, conversation: Conversation, message: Message, spoken: bool) -> bool:
    """Whether an order about the texts was obeyed, or asked about; where danger was just spoken of nothing else is said."""
    if not spoken and await _obeys(session, conversation, message):
        return True
    return await hear_again(session, conversation, message, spoken)


async def _obeys(session: AsyncSession, conversation: Conversation, message: Message) -> bool:
    person = await messaging.whose(session, conversation.id)
    given = await _given(session, conversation, message, person) if person else []
    if not given:
        return False
    order = _order(given[0], message)
    open_ = await messaging.asks(session, conversation, given[0].last)
    if order is None or (not _is_named(given[0]) and (open_ or order in NAMED)):
        return False
    if order == "stop" and not _is_named(given[0]):
        return await _asks_which(given)
    for n, one in enumerate(given):
        await carry_out_from(one, order, silently=n > 0)
    return True


def _order(given: Given, message: Message) -> str | None:
    if message.meant == _stop_the_texts():
        return "stop"
    order = order_of(message.text, quiet=given.known is not None, idle=True)
    if given.conversation.safety:
        return order if order in ENDING and names_texts(message.text) else None
    return order if order in ENDING | PAUSING | NAMED else None


def _is_named(given: Given) -> bool:
    """Whether it is of the texts: they are named, or we had just spoken of them."""
    stopped = words("utter_text_stopped_known", "sms", phone=given.area.phones.office)
    spoken_of = given.last is not None and given.last.text in (words(WHICH).text, stopped.text)
    return names_texts(given.message.text) or given.message.meant == _stop_the_texts() or spoken_of


def _stop_the_texts() -> str:
    return choice_texts(WHICH)[0]


async def _asks_which(given: list[Given]) -> bool:
    """A bare STOP may be of the chat. Where no text goes there is nothing else it may be."""
    if all(one.known and one.known.why in ENDS for one in given):
        return False
    first, said = given[0], words(WHICH)
    await record(
        first.session, first.conversation, "assistant", said.text, choices=said.choices, reply_to=first.message.id, language=said.language
    )
    return True


async def _given(session: AsyncSession, conversation: Conversation, message: Message, person: Claimant) -> list[Given]:
    last, area = (await messaging.seen_of(session, conversation)).last, council().area(conversation.area)
    numbers = [one.address for one in claimants.ways(person) if one.kind == "sms"]
    known = await outbox.quietnesses(session, numbers)
    return [
        Given(session, conversation, message, number, known.get(number), await claimants.by_address(session, "sms", number), last, area)
        for number in numbers
    ]
