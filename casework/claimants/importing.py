"""A file of people, row by row: each is taken, known already, or refused with its reasons."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from casework.base.clock import local, now
from casework.claimants import service
from casework.claimants.models import Claimant
from casework.reading import EMAIL, read_answer
from casework.staff import Staff

COLUMNS = (
    "name", "mobile", "email", "area", "language", "referred_on", "adjustments", "needs", "reference", "consent_keep",
)  # fmt: skip
NEEDED = frozenset({"name", "area", "consent_keep"})
MOST_ROWS = 5000
LONGEST_NAME = 60
DAYS = ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d")
# A spreadsheet would run what starts so, when the name is shown in one again.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Row:
    """`outcome`: created, duplicate or refused."""

    line: int
    name: str
    outcome: str
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Report:
    rows: list[Row]

    @property
    def created(self) -> int:
        return sum(row.outcome == "created" for row in self.rows)


async def import_csv(session: AsyncSession, text: str, areas: Sequence[str], staff: Staff) -> Report:
    """Good rows go in even where others are refused; the same file again makes nothing."""
    text = text.removeprefix("\ufeff")
    reader = csv.DictReader(io.StringIO(text, newline=""), dialect=_dialect(text))
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    if missing := NEEDED - set(names):
        return Report(
            [Row(1, "", "refused", [f"The first line must name these columns: {', '.join(sorted(missing))}."])]
        )
    reader.fieldnames = names
    rows = []
    for count, values in enumerate(reader):
        line = reader.line_num
        if count >= MOST_ROWS:
            rows.append(Row(line, "", "refused", [f"A file may hold {MOST_ROWS} rows; send the rest in another."]))
            break
        written = {name: (values.get(name) or "").strip() for name in COLUMNS}
        if any(written.values()):
            rows.append(await _take(session, line, written, areas, staff))
    return Report(rows)


async def _take(session: AsyncSession, line: int, written: dict[str, str], areas: Sequence[str], staff: Staff) -> Row:
    name = written["name"]
    faults = list(_faults(written, areas))
    if faults:
        return Row(line, name[:LONGEST_NAME], "refused", faults)
    channels = _channels(written)
    if await _is_known(session, written, channels):
        return Row(line, name, "duplicate")
    await service.create(
        session,
        area=written["area"].lower(),
        preferred_name=name,
        source="import",
        source_ref=written["reference"] or None,
        channels=channels,
        consents=[("keep_record", True)],
        staff=staff,
        language=written["language"].lower() or "en",
        adjustments=written["adjustments"],
        needs=[one.strip().lower() for one in re.split(r"[,;|]", written["needs"]) if one.strip()],
        referred_on=_day(written["referred_on"]) or local(now()).date(),
    )
    return Row(line, name, "created")


def _faults(written: dict[str, str], areas: Sequence[str]) -> Iterator[str]:
    name = written["name"]
    if not 0 < len(name) <= LONGEST_NAME or name.startswith(FORMULA) or "\n" in name:
        yield f"The name must be 1 to {LONGEST_NAME} letters on one line."
    if written["area"].lower() not in areas:
        yield "The area is not one of yours."
    if written["mobile"] and read_answer("uk_mobile", written["mobile"]).get("value") is None:
        yield "The mobile number is not a UK mobile number."
    if written["email"] and not EMAIL.fullmatch(written["email"]):
        yield "The e-mail address cannot be read."
    day = _day(written["referred_on"])
    if written["referred_on"] and day is None:
        yield "The day of referral must be written like 24/11/2026."
    if day and day > local(now()).date():
        yield "The day of referral is in the future."
    if written["consent_keep"].lower() not in ("yes", "y"):
        yield "The person has not agreed that we keep a record."


async def _is_known(session: AsyncSession, written: dict[str, str], channels: Sequence[tuple[str, str, bool]]) -> bool:
    """By the reference, or by the same name with the same number, address or area alone where none is given."""
    ref = written["reference"]
    if ref and (await session.execute(select(Claimant.id).where(Claimant.source_ref == ref))).first():
        return True
    name = written["name"].casefold()
    for kind, address, _ in channels:
        known = await service.by_address(session, kind, address)
        if any(one.preferred_name.casefold() == name for one in known):
            return True
    return not channels and not ref and await _same_name(session, name, written["area"].lower())


async def _same_name(session: AsyncSession, name: str, area: str) -> bool:
    query = select(Claimant.id).where(
        func.lower(Claimant.preferred_name) == name, Claimant.area == area, Claimant.merged_into.is_(None)
    )
    return (await session.execute(query)).first() is not None


def _channels(written: dict[str, str]) -> list[tuple[str, str, bool]]:
    number = read_answer("uk_mobile", written["mobile"]).get("e164") if written["mobile"] else None
    found = [("sms", str(number), False)] if number else []
    return [*found, ("email", written["email"].lower(), False)] if written["email"] else found


def _day(written: str) -> date | None:
    for form in DAYS:
        try:
            return datetime.strptime(written, form).date()
        except ValueError:
            continue
    return None


def _dialect(text: str) -> type[csv.Dialect]:
    first = text.split("\n", 1)[0]

    class Dialect(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return Dialect
