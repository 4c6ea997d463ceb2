"""A worker's own question: put once instead of the next that is due, taken back until then.

It is one plain text, and holds nothing that somebody who sees the phone should not read.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, outbox
from casework.base.errors import NotFound, Unreadable
from casework.base.once import once
from casework.base.plain import plain
from casework.base.yamlfile import DataModel, load_yaml
from casework.checkins.looking import open_job
from casework.checkins.models import Job
from casework.checkins.questions import LONG_COUNCIL, LONG_NAME, Question, bank, filled_in, fits
from casework.claimants import Claimant
from casework.claimants.rules import neutral
from casework.outbox.length import ROOM
from casework.programmes import programmes
from casework.staff import Staff

FILE = Path(__file__).with_name("own.yml")
WORD = re.compile(r"[^\W\d_]{2,}")


class OwnWords(DataModel):
    orders: tuple[str, ...]
    asking: tuple[str, ...]
    tells: tuple[str, ...]


@once
def own_words() -> OwnWords:
    return load_yaml(FILE, OwnWords)


async def ask_own(session: AsyncSession, claimant: Claimant, staff: Staff, text: str, instead: str = "") -> None:
    """`instead`: the question that waited when they wrote theirs. Raises NotFound, Unreadable."""
    job = await _followed(session, claimant)
    if neutral(claimant.safe_contact):
        raise Unreadable("somebody else may read their phone, so that only “How are things?” is asked: ask yours when you speak")
    said = " ".join(outbox.plainer(text).split())
    if fault := fault_in(said):
        raise Unreadable(fault)
    if (job.own_question or "") not in (instead, said):
        raise Unreadable(f"“{job.own_question}” waits to be asked: press again to ask yours instead")
    job.own_question = said
    await audit.note(session, "staff", "checkins.own_question", staff_id=staff.id, claimant_id=claimant.id)


async def take_back_own(session: AsyncSession, claimant: Claimant, staff: Staff) -> None:
    """The planned question goes as planned. Raises NotFound."""
    (await _followed(session, claimant)).own_question = None
    await audit.note(session, "staff", "checkins.own_question_back", staff_id=staff.id, claimant_id=claimant.id)


def fault_in(said: str) -> str | None:
    """What is wrong with a question, and what to do about it; None where nothing is. Pure."""
    return next(_faults(said), None)


def letters(said: str) -> int:
    """How many letters of a text it takes: a few signs count double."""
    return outbox.length(said).units


def room() -> int:
    """How many letters a question may have, so that it is one text even to a long name."""
    return ROOM["GSM-7"][0] - letters(_opening())


def _faults(said: str) -> Iterator[str]:
    if said.count("?") != 1:
        yield "ask one question, with one question mark"
    if not WORD.search(said):
        yield "write the question in words"
    if order := _order_in(said):
        yield f"“{order}” changes their texts when they send it: say it in other words"
    if word := _telling(said):
        yield f"somebody else may read it: leave out {word}"
    if dear := _dear(said):
        yield dear
    if not fits(_opening() + said, Question(text=said)):
        yield f"it has {letters(said)} letters, and {room()} fit: make it shorter"


def _opening() -> str:
    return filled_in(f"{bank().opening} ", LONG_NAME, LONG_COUNCIL)


def _order_in(said: str) -> str | None:
    """In capitals, by itself, or asked for."""
    orders = "|".join(own_words().orders)
    asking = "|".join(own_words().asking)
    capitals = re.search(rf"\b(?:{orders.upper()})\b", said)
    asked = re.search(rf"\b(?:{asking})\W+(?:{orders})\b(?=\W*(?:$|to\b|if\b|or\b|and\b|for\b))", said, re.I)
    alone = re.fullmatch(rf"\W*(?:please\W+)?({orders})\W*", said, re.I)
    found = capitals or asked or alone
    return re.findall(rf"\b(?:{orders})\b", found[0], re.I)[-1].upper() if found else None


def _telling(said: str) -> str | None:
    """The first word that tells what nobody else should know, as it was written."""
    for one in own_words().tells:
        if found := re.search(rf"\b{re.escape(one.removesuffix('*'))}{r'\w*' if one.endswith('*') else ''}\b", plain(said)):
            return found[0]
    never = next((one for one in bank().never if one in said.casefold()), None)
    return never or next((one.pack.name for one in programmes().values() if one.pack.name.casefold() in said.casefold()), None)


def _dear(said: str) -> str | None:
    """Letters that would make three texts of one, and what to write instead."""
    dear = list(dict.fromkeys(one for one in said if outbox.length(one).encoding != "GSM-7"))
    bare = [outbox.without_accents(one) for one in dear]
    if not dear:
        return None
    if bare == dear:
        return f"leave out {' '.join(dear)}: it would cost more than one text"
    told = ", ".join(f"{plain_one} for {one}" if plain_one != one else f"nothing for {one}" for one, plain_one in zip(dear, bare, strict=True))
    return f"some letters would cost more than one text: write {told}"


async def _followed(session: AsyncSession, claimant: Claimant) -> Job:
    job = await open_job(session, claimant.id)
    if job is None:
        raise NotFound("no job of theirs is followed")
    return job
