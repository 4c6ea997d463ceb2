"""Diaries, rooms and appointments. The database itself lets no worker and no room be in two meetings at once."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Identity, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, TSTZRANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base

HOLDING = "state IN ('held', 'booked')"
NOTHING: Range[datetime] = Range(empty=True)
STATES = ("held", "booked", "cancelled", "let_go", "attended", "came_late", "could_not_come", "did_not_come")


def _never_two(column: str, spared: str) -> ExcludeConstraint:
    """Needs no extension: a range of one number overlaps only itself. Places of one group share its time."""
    return ExcludeConstraint(
        (text(f"int8range({column}, {column}, '[]')"), "&&"),
        (text(f"(tstzmultirange(tstzrange(starts_at, blocked_until)) - tstzmultirange({spared}))"), "&&"),
        where=text(f"{HOLDING} AND {column} IS NOT NULL AND group_id IS NULL"),
        name=f"ex_appointments_{column}",
    )


class WorkerDiary(Base):
    """A worker's diary; its number is what the constraint compares. `feed_hash` is of the secret in its feed's address."""

    __tablename__ = "diaries"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), unique=True)
    feed_hash: Mapped[bytes | None] = mapped_column(unique=True)


class WorkingHours(Base):
    """One period a week, in local time; several a day are several rows. No venue: phone and video only."""

    __tablename__ = "working_hours"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    diary_id: Mapped[int] = mapped_column(ForeignKey("diaries.id", ondelete="CASCADE"), index=True)
    area: Mapped[str]
    venue: Mapped[str | None]
    weekday: Mapped[int]
    starts: Mapped[time]
    ends: Mapped[time]
    since: Mapped[date]
    until: Mapped[date | None]


class TimeOff(Base):
    """Leave or anything else; whole days unless hours are given."""

    __tablename__ = "time_off"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    diary_id: Mapped[int] = mapped_column(ForeignKey("diaries.id", ondelete="CASCADE"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    reason: Mapped[str] = mapped_column(default="")


class Room(Base):
    """A room of a venue that `council.yml` names; made from there."""

    __tablename__ = "rooms"
    __table_args__ = (UniqueConstraint("area", "venue", "number"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    area: Mapped[str]
    venue: Mapped[str]
    number: Mapped[int]


class Appointment(Base):
    """A meeting, or a hold on one until `held_until`. `sequence` grows with each change, for calendars.

    Somebody we do not know yet books by their conversation, with a name; `reach` is then {"kind", "address"}:
    "sms" for reminders too, "call" only to be rung by the worker.
    `told_late_at`: they said they would be late, `late_minutes` how much. `features` are what the room must have
    ("home_visit": of the call before one), `services` what else they see in the same visit, `partner` who of another
    service is in it.
    `clash`: what the worker said of something else in their calendar then, that they come all the same ("kept") or that
    the person is asked for another time ("asked").
    `spared_in_diary`, `spared_in_room`: of a hold, the time of the meeting that is to be moved there, which does not stand
    in its own way; empty where that meeting is in another diary or room.
    A place in a group has `group_id`; the group itself is an appointment with nobody's name, in its worker's diary.
    """

    __tablename__ = "appointments"
    __table_args__ = (
        CheckConstraint(f"state IN ({', '.join(repr(one) for one in STATES)})", name="state_known"),
        CheckConstraint("format IN ('in_person', 'phone', 'video', 'home_visit')", name="format_known"),
        CheckConstraint("clash IN ('kept', 'asked')", name="clash_known"),
        CheckConstraint("starts_at < ends_at AND ends_at <= blocked_until", name="in_order"),
        _never_two("diary_id", "spared_in_diary"),
        _never_two("room_id", "spared_in_room"),
        Index("ix_appointments_room_id_starts_at", "room_id", "starts_at", postgresql_where="room_id IS NOT NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    area: Mapped[str] = mapped_column(index=True)
    diary_id: Mapped[int] = mapped_column(ForeignKey("diaries.id"), index=True)
    room_id: Mapped[int | None] = mapped_column(ForeignKey("rooms.id"))
    venue: Mapped[str | None]
    claimant_id: Mapped[UUID | None] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    conversation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str] = mapped_column(default="")
    reach: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    kind: Mapped[str]
    format: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime]
    blocked_until: Mapped[datetime]
    state: Mapped[str]
    held_until: Mapped[datetime | None]
    spared_in_diary: Mapped[Range[datetime]] = mapped_column(TSTZRANGE, default=NOTHING, server_default="empty")
    spared_in_room: Mapped[Range[datetime]] = mapped_column(TSTZRANGE, default=NOTHING, server_default="empty")
    sequence: Mapped[int] = mapped_column(default=0)
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("group_sessions.id", ondelete="CASCADE"), index=True)
    features: Mapped[list[str]] = mapped_column(JSON, default=list)
    services: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list, server_default="{}")
    partner: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(Text, default="")
    late_minutes: Mapped[int | None]
    told_late_at: Mapped[datetime | None]
    clash: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(default=now)


class GroupSession(Base):
    """A meeting of several people; its time, worker and room are those of the appointment `anchor_id`."""

    __tablename__ = "group_sessions"
    __table_args__ = (CheckConstraint("places > 0", name="places_some"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    area: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    places: Mapped[int]
    anchor_id: Mapped[UUID] = mapped_column(ForeignKey("appointments.id", use_alter=True), unique=True)
    made_at: Mapped[datetime] = mapped_column(default=now)


class Waiting(Base):
    """Somebody who wants a time that is not free, told when one comes free, in the order they came.

    `offered_id` is what is kept for them until its `held_until`. `group_id`: a place in that group.
    `passed`: the starts they were offered and let pass. `moving_id`: the meeting that goes there, and stands until then.
    """

    __tablename__ = "waiting_list"
    __table_args__ = (
        CheckConstraint("state IN ('joining', 'waiting', 'offered', 'booked', 'left')", name="state_known"),
        Index("ix_waiting_list_area", "area", "made_at", postgresql_where="state IN ('waiting', 'offered')"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    area: Mapped[str]
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id", ondelete="CASCADE"), index=True)
    claimant_id: Mapped[UUID | None] = mapped_column(ForeignKey("claimants.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(default="")
    reach: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    kind: Mapped[str]
    format: Mapped[str]
    wish: Mapped[dict[str, Any]] = mapped_column(JSON)
    features: Mapped[list[str]] = mapped_column(JSON, default=list)
    services: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list, server_default="{}")
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("group_sessions.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(default="joining")
    passed: Mapped[list[str]] = mapped_column(JSON, default=list)
    offered_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointments.id", ondelete="SET NULL"))
    moving_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointments.id", ondelete="SET NULL"))
    made_at: Mapped[datetime] = mapped_column(default=now)


class BookingTalk(Base):
    """The questions of a booking under way in a conversation. `offered` are the slots that were shown.

    `full_group_id`: the group without a free place that they may wait for. `features` and `services` are what their
    words asked for, `needs` what the worker is to know, `waiting_id` their place on the waiting list. `name` and `number`
    were told before they were asked for.
    """

    __tablename__ = "booking_talks"

    conversation_id: Mapped[UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
    )
    step: Mapped[str]
    format: Mapped[str | None]
    moving_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointments.id", ondelete="CASCADE"))
    wish: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    offered: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    why: Mapped[str | None]
    holding_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointments.id", ondelete="SET NULL"))
    features: Mapped[list[str]] = mapped_column(JSON, default=list)
    services: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list, server_default="{}")
    full_group_id: Mapped[UUID | None] = mapped_column(ForeignKey("group_sessions.id", ondelete="SET NULL"))
    needs: Mapped[str] = mapped_column(Text, default="", server_default="")
    waiting_id: Mapped[UUID | None] = mapped_column(ForeignKey("waiting_list.id", ondelete="SET NULL"))
    name: Mapped[str] = mapped_column(Text, default="", server_default="")
    number: Mapped[str] = mapped_column(Text, default="", server_default="")
    misses: Mapped[int] = mapped_column(default=0)
    began_at: Mapped[datetime] = mapped_column(default=now)


class CalendarLink(Base):
    """The calendar outside that a diary is kept in step with: a path on the council's calendar server.

    `seen_at`: last reached; `failing_since`: not reached since.
    """

    __tablename__ = "calendar_links"

    diary_id: Mapped[int] = mapped_column(ForeignKey("diaries.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str]
    seen_at: Mapped[datetime | None]
    failing_since: Mapped[datetime | None]
    made_at: Mapped[datetime] = mapped_column(default=now)


class OutsideBusy(Base):
    """When something of the calendar outside is on; what it is, we do not keep."""

    __tablename__ = "outside_busy"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", name="in_order"),
        Index("ix_outside_busy_diary_id_starts_at", "diary_id", "starts_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    diary_id: Mapped[int] = mapped_column(ForeignKey("diaries.id", ondelete="CASCADE"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]


class CalendarCopy(Base):
    """A meeting as it was last put into the calendar outside. `proposal`: it was moved or removed there since."""

    __tablename__ = "calendar_copies"
    __table_args__ = (CheckConstraint("proposal IN ('moved', 'removed')", name="proposal_known"),)

    appointment_id: Mapped[UUID] = mapped_column(ForeignKey("appointments.id", ondelete="CASCADE"), primary_key=True)
    diary_id: Mapped[int] = mapped_column(ForeignKey("diaries.id", ondelete="CASCADE"), primary_key=True)
    sequence: Mapped[int]
    proposal: Mapped[str | None]
    proposed_start: Mapped[datetime | None]
    proposed_end: Mapped[datetime | None]
