"""By which of their proved ways a person is written to: the one they asked for, else a text before an e-mail."""

import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from casework import audit, outbox
from casework.base.once import once
from casework.base.plain import folded
from casework.base.yamlfile import DataModel, load_yaml
from casework.claimants.models import Claimant, ContactChannel
from casework.staff import Staff

KINDS = ("sms", "email")
# Of a phone that somebody else reads, nothing is known of who reads the e-mails.
ELSEWHERE = ("held", "stopped", "wrong")


class Wording(DataModel):
    kinds: dict[str, tuple[str, ...]]
    unwanted: tuple[str, ...] = Field(alias="not")
    rather: tuple[str, ...]
    other: tuple[str, ...]


@once
def wording() -> Wording:
    return load_yaml(Path(__file__).with_name("channels.yml"), Wording)


def ways(claimant: Claimant) -> list[ContactChannel]:
    """Proved and open, the best first."""
    wanted = claimant.preferred_channel or "sms"
    proved = [one for one in claimant.channels if one.proved_at and not one.closed_at]
    return sorted(proved, key=lambda one: one.kind != wanted)


async def way_to(session: AsyncSession, claimant: Claimant, about: str) -> ContactChannel | None:
    """Where words of this sort go; not to a number where they ended and there is another way."""
    known = ways(claimant)
    quiet = await outbox.quietnesses(session, [one.address for one in known if one.kind == "sms"])
    heard = [one for one in known if outbox.kept_back(quiet.get(one.address), about) not in ELSEWHERE]
    return next(iter([*heard, *known]), None)


async def prefer(session: AsyncSession, claimant: Claimant, kind: str, staff: Staff | None = None) -> bool:
    """From now on they are written to so; False where no such number or address is proved yet."""
    claimant.preferred_channel = kind
    actor, by = ("staff", staff.id) if staff else ("visitor", None)
    await audit.note(session, actor, "claimant.prefer", staff_id=by, claimant_id=claimant.id, subject=kind)
    return any(one.kind == kind for one in ways(claimant))


def wished_channel(text: str) -> str | None:
    """"sms" or "email" where somebody says that they would rather have one of them; None where they do not."""
    said = folded(text)
    wanted = {kind: _names(said, kind) for kind in KINDS}
    plain = [kind for kind in KINDS if any(not unwanted for unwanted in wanted[kind])]
    if len(plain) != 1:
        return None
    (kind,) = plain
    other = next(one for one in KINDS if one != kind)
    return kind if wanted[other] or _is_wish(said, kind) else None


def _names(said: str, kind: str) -> list[bool]:
    """For each time that the words name it, whether they do not want it."""
    before = re.compile(rf"\b{_any(wording().unwanted)} ?$")
    return [bool(before.search(said[: one.start()])) for one in re.finditer(_name(kind), said)]


def _is_wish(said: str, kind: str) -> bool:
    if any(re.search(one, said) for one in wording().other):
        return False
    return any(re.search(one.replace("{kind}", _name(kind)), said) for one in wording().rather)


def _name(kind: str) -> str:
    return rf"\b{_any(wording().kinds[kind])}\b"


def _any(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"
