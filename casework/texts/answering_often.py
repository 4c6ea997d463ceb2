"""What is said where somebody wants to be asked about work more or less often, or to know when they are asked next."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from casework import checkins, identity
from casework.base.clock import local
from casework.base.words import choice_texts, words
from casework.checkins import Often, often, reporting
from casework.claimants import Claimant
from casework.council import say_date
from casework.messaging import last_said
from casework.outbox import QuietNumber
from casework.texts.lately import is_idle

OFTEN, NEXT, STOP = "often", "next_checkin", "stop"
ASKED = "utter_often_ask"
MARK = "\0"
Said = tuple[str, dict[str, Any]]


async def changed(session: AsyncSession, conversation_id: UUID, claimant: Claimant | None, text: str) -> Said:
    """Also of a job that is being told of: what is still asked about it stays open."""
    made = await reporting.report_of(session, conversation_id)
    if made:
        return _said(often.change_report(made, text))
    return _said(await checkins.change_often(session, claimant, text))


async def next_one(session: AsyncSession, claimant: Claimant | None, known: QuietNumber | None = None) -> Said:
    paused: date | None = local(known.until).date() if known and known.until else None
    to_come = await checkins.pause_to_come(session, claimant) if claimant else None
    found = await checkins.coming(session, claimant.id, paused, to_come) if claimant else None
    if found is None:
        return "utter_often_none", {}
    if found.day is None:
        return "utter_often_no_next", {"often": how_often(found.cadence)}
    return "utter_often_next", {"day": say_date(found.day), "often": how_often(found.cadence)}


def how_often(cadence: str) -> str:
    return words(f"utter_often_{cadence}").text


async def bare_order(session: AsyncSession, conversation_id: UUID, text: str) -> str | None:
    """The order in words that are one only right after we spoke of how often: "usual", or "no more", which is a STOP.

    LESS and MORE by themselves always are, but where a new job is told of or somebody is asked who they are; "not so often" wherever nothing is open.
    """
    may_be = checkins.is_word(text) or checkins.is_none(text) or checkins.is_bare(text)
    if not may_be or await identity.is_open(session, conversation_id):
        return None
    if checkins.is_word(text) and await reporting.report_of(session, conversation_id) is None:
        return OFTEN
    order = STOP if checkins.is_none(text) else OFTEN if checkins.is_bare(text) else None
    if order and await just_spoken_of(session, conversation_id):
        return order
    return OFTEN if checkins.is_less(text) and await is_idle(session, conversation_id) else None


async def just_spoken_of(session: AsyncSession, conversation_id: UUID) -> bool:
    """Whether the last thing said to them was how often we ask."""
    last = await last_said(session, conversation_id)
    return last is not None and any(last.text.startswith(one) for one in _openings())


def is_choice(meant: str | None) -> bool:
    return meant is not None and meant in choice_texts(ASKED)


def _said(came: Often) -> Said:
    return f"utter_often_{came.came}", {"often": how_often(came.cadence)} if came.cadence else {}


def _openings() -> list[str]:
    """How what we say of it begins, up to what changes from one person to the next."""
    every = [f"utter_often_{came}" for came in ("ask", "now", "least", "most")] + ["utter_job_done"]
    said = [words(name, "sms", often=how_often(one), name="").text for name in every for one in often.CADENCES]
    return [*said, words("utter_often_next", "sms", day=MARK, often="").text.split(MARK)[0]]
