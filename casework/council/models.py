"""The schema of `council.yml`: one deployment's own settings."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, HttpUrl, StringConstraints

from casework.base.errors import NotFound
from casework.base.yamlfile import DataModel, Known, Where
from casework.council.calendar import Nation
from casework.council.hours import Hours
from casework.council.phones import Mobile, Phone, is_drama

Minutes = Annotated[int, Field(gt=0)]
Days = Annotated[int, Field(gt=0)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FEATURES = ("step_free", "hearing_loop", "quiet")
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class Phones(DataModel):
    """`out_of_hours` is the homeless and emergency line when the office is closed."""

    office: Phone
    homeless: Phone
    out_of_hours: Phone | None = None


class MeetingRoom(DataModel):
    """A room and what it has beyond what its whole venue has."""

    name: str
    step_free: bool = False
    hearing_loop: bool = False
    quiet: bool = False


class Sitting(DataModel):
    """Another service that is at a venue at some hours of the week; `words` are what people call it."""

    name: str
    hours: Hours
    words: tuple[str, ...] = ()


class Venue(DataModel):
    """`rooms` is how many there are, or each with its features."""

    id: Id
    name: str
    address: str
    postcode: str
    rooms: Annotated[int, Field(gt=0)] | Annotated[tuple[MeetingRoom, ...], Field(min_length=1)] = 1
    step_free: bool
    hearing_loop: bool = False
    also_here: tuple[Sitting, ...] = ()

    def room_features(self) -> tuple[frozenset[str], ...]:
        """What each room offers, by its number from 1 on; as many as there are rooms."""
        rooms: tuple[MeetingRoom | None, ...] = (None,) * self.rooms if isinstance(self.rooms, int) else self.rooms
        return tuple(frozenset(name for name in FEATURES if self._has(name, room)) for room in rooms)

    def _has(self, feature: str, room: MeetingRoom | None) -> bool:
        return bool(getattr(self, feature, False) or getattr(room, feature, False))


class Teams(DataModel):
    """The teams' names as people hear them."""

    key_workers: str
    duty: str
    safeguarding: str


class Area(DataModel):
    """One council area. `chat_answer_minutes` are opening-hours minutes until a person answers a chat."""

    id: Id
    name: str
    nation: Nation
    opening: Hours
    closed_days: tuple[date, ...] = ()
    phones: Phones
    email: Email
    venues: Annotated[tuple[Venue, ...], Field(min_length=1)]
    programmes: tuple[Id, ...]
    teams: Teams
    staffed_chat: bool
    chat_answer_minutes: Minutes
    exit_url: HttpUrl


class Retention(DataModel):
    """How long each kind of record is kept; safety records keep a clock of their own."""

    unsaved_chat_hours: Annotated[int, Field(gt=0)]
    closed_case_days: Days
    safety_record_days: Days
    outbox_days: Days
    job_days: Days


class Standards(DataModel):
    """What people may expect. Days are working days unless the name says otherwise."""

    human_reply_days: Days
    first_slot_days: Days
    first_meeting_days: Days
    contact_before_work_weeks: Days
    referral_sent_days: Days
    referral_chased_days: Days
    job_ended_contact_days: Days
    complaint_acknowledged_days: Days
    data_complaint_calendar_days: Days
    responsibility_months: Days


class Clock(DataModel):
    """Opening-hours minutes until an alert is acknowledged and the person contacted."""

    acknowledge_minutes: Minutes
    contact_minutes: Minutes


class Duty(DataModel):
    """Somebody an alert comes to, and where they are written to; the area's own e-mail where nothing is given."""

    who: str
    email: Email | None = None
    mobile: Mobile | None = None


class Safeguarding(DataModel):
    """The clock by priority, and who is told, one after the other, while nobody acknowledges.

    `out_of_hours` is told at once of life at risk while the area is closed.
    """

    P0: Clock
    P1: Clock
    P2: Clock
    P3: Clock
    climb: Annotated[tuple[Duty, ...], Field(min_length=1)]
    out_of_hours: Duty | None = None

    def told(self) -> Iterator[tuple[Where, Duty]]:
        """Everybody who may be told, and where in the file they stand."""
        yield from ((("climb", place), duty) for place, duty in enumerate(self.climb))
        if self.out_of_hours:
            yield ("out_of_hours",), self.out_of_hours

    def clock(self, priority: str) -> Clock:
        return {"P0": self.P0, "P1": self.P1, "P2": self.P2, "P3": self.P3}[priority]


class Texting(DataModel):
    """The local hours in which texts that nobody waits for are sent: from `earliest` on, and before `latest`."""

    earliest: time
    latest: time

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        if not self.earliest < self.latest:
            yield ("latest",), "must come after earliest"


class Reminders(DataModel):
    """How many hours before an appointment a text reminds of it."""

    hours_before: Annotated[tuple[int, ...], Field(min_length=1)]


class Kind(DataModel):
    """A kind of meeting as people hear it, how long it takes, and what is good to bring where there is something."""

    name: str
    minutes: Minutes
    bring: str = ""


class Appointments(DataModel):
    """How soon and how far ahead people can book, what lies between two meetings, how long a time is held.

    `offer_minutes`: how long one is kept for somebody of the waiting list.
    """

    notice_hours: Annotated[int, Field(ge=0)]
    horizon_days: Days
    buffer_minutes: Annotated[int, Field(ge=0)]
    travel_minutes: Annotated[int, Field(ge=0)]
    hold_minutes: Minutes
    offer_minutes: Minutes
    kinds: dict[Literal["first_meeting", "review", "phone", "joint", "group"], Kind]


class Council(DataModel):
    """Everything one deployment sets. `directory` is the folder of its local services."""

    name: str
    fictional: bool
    lead: Id
    languages: Annotated[tuple[Literal["en", "cy"], ...], Field(min_length=1)]
    directory: Path
    retention: Retention
    standards: Standards
    safeguarding: Safeguarding
    texting: Texting
    reminders: Reminders
    appointments: Appointments
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]

    def area(self, area_id: str | None = None) -> Area:
        """The area of that id, or the first if none is named. Raises NotFound."""
        if area_id is None:
            return self.areas[0]
        for area in self.areas:
            if area.id == area_id:
                return area
        raise NotFound(f"this council has no area {area_id}")

    def language(self, asked: str | None) -> str | None:
        """The language asked for, if this council has it."""
        return asked if asked in self.languages else None

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        if self.languages[0] != "en":
            yield ("languages",), "must begin with en, which is said where a pack has no words"
        ids = [area.id for area in self.areas]
        for where, what in self.texting.problems(known):
            yield ("texting", *where), what
        if self.lead not in ids:
            yield ("lead",), f"must be one of {', '.join(ids)}"
        for place, area in enumerate(self.areas):
            if area.id in ids[:place]:
                yield ("areas", place, "id"), f"{area.id} is given twice"
            for where, what in _about(area, self.fictional):
                yield ("areas", place, *where), what
        for where, duty in self.safeguarding.told():
            if duty.mobile and is_drama(duty.mobile) != self.fictional:
                yield ("safeguarding", *where, "mobile"), "only a fictional council has drama numbers, and no others"


def _about(area: Area, fictional: bool) -> Iterator[tuple[Where, str]]:
    venues = [venue.id for venue in area.venues]
    for place, venue in enumerate(venues):
        if venue in venues[:place]:
            yield ("venues", place, "id"), f"{venue} is given twice"
    for field, shown in area.phones.model_dump(exclude_none=True).items():
        if is_drama(shown) != fictional:
            must = "must be a drama number (01632 960xxx), since" if fictional else "is a drama number, but"
            yield ("phones", field), f"{must} the council is {'' if fictional else 'not '}fictional"
