"""The last question to somebody new: when it is safe to write to them."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants, handoff, messaging
from casework.council import council
from casework.identity.models import IdentityCheck
from casework.identity.understanding import choice

# Until they have said when it is safe to write to them.
CAREFUL = {"neutral": True}
LATELY = 8
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]
SAFE: tuple[dict[str, Any] | None, ...] = (
    None,
    {"days": WEEKDAYS, "from": "09:00", "until": "17:00"},
    {"shared": True, "neutral": True},
)


async def settle(session: AsyncSession, check: IdentityCheck, text: str, area: str) -> str | None:
    assert check.claimant_id is not None
    claimant, chosen = await claimants.get(session, check.claimant_id), choice("safe", text)
    if chosen is None and claimants.asks_what_safe_means(text):
        return "utter_identity_safe_means"
    if chosen is None and not check.misses and _says_nothing(text):
        check.misses += 1
        return "utter_identity_safe_example"
    check.step = "done"
    claimant.safe_contact = SAFE[chosen] if chosen is not None else None
    if chosen is not None:
        return None
    kind = await claimants.settle_safe(session, claimant, text)
    if kind in claimants.UNSETTLED:
        await handoff.request(session, check.conversation_id, council().area(area), "safe_contact")
    return f"utter_identity_safe_{kind}"


async def said_before(session: AsyncSession, check: IdentityCheck) -> str | None:
    """Hours for texts that stood beside what they told us first are not asked for again."""
    said = await messaging.own_words(session, await messaging.get(session, check.conversation_id))
    return next((_clear(one, part) for one in said[:LATELY] if (part := _times_in(one))), None)


def _times_in(said: str) -> str | None:
    """Hours that are ruled out, and nothing else, are of texts, as those are that name them."""
    return claimants.offered_times(said) or (said if claimants.rules_out_only(said) else None)


def _clear(said: str, part: str) -> str:
    """The whole of it, which may tell of others who read it; only the part where it cannot be read beside the rest."""
    return part if claimants.settle(said, None, council().texting).kind in claimants.UNSETTLED else said


def _says_nothing(text: str) -> bool:
    """Whether no day, hour or phone can be read from the words, so that they are asked once again."""
    settled = claimants.settle(text, None, council().texting)
    return (
        settled.kind == "unread" and claimants.wished_channel(text) is None and not claimants.WHEN & settled.contact.keys() and not settled.contact.get("shared")
    )
