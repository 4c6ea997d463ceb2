"""The directory's records: what a service is, and the files that hold them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, HttpUrl, StringConstraints, ValidationInfo, field_validator

from casework.base.yamlfile import DataModel, Known, Where
from casework.council import NATIONS, Nation
from casework.council.hours import Hours
from casework.council.models import Email, Id
from casework.council.phones import dialled, read_phone

SHORT_CODES = ("999", "111", "116 123")
REVIEW_DAYS, CRISIS_REVIEW_DAYS = 90, 30
GROUPS: dict[str, tuple[Nation, ...]] = {"uk": NATIONS, "gb": NATIONS[:3]}
Mark = Literal["A", "B", "C", "X"]


def _nations(written: object) -> object:
    return GROUPS.get(written, written) if isinstance(written, str) else written


Nations = Annotated[tuple[Nation, ...], BeforeValidator(_nations), Field(min_length=1)]


class Phone(DataModel):
    """The number as people read it and as a link dials it; `then` is what to do once through."""

    shown: str
    dialled: str
    then: str | None = None

    @field_validator("shown")
    @classmethod
    def _can_be_dialled(cls, shown: str) -> str:
        return shown if shown in SHORT_CODES else read_phone(shown)

    @field_validator("dialled")
    @classmethod
    def _same_number(cls, number: str, info: ValidationInfo) -> str:
        shown = info.data.get("shown")
        if shown is not None and number != dialled(shown):
            raise ValueError(f"{number} is not the number shown, {shown}")
        return number


class Text(DataModel):
    """Where to text, and the word to send if one is needed."""

    word: str | None = None
    number: Annotated[str, StringConstraints(pattern=r"^(\d{5}|07700 900\d{3})$")]


class Service(DataModel):
    """One service. `hours` is None where they are not known; `bank_holidays` says what it does on those."""

    id: Id
    name: str
    what: str
    phone: Phone | None = None
    text: Text | None = None
    url: HttpUrl | None = None
    url_mark: Mark | None = None
    email: Email | None = None
    hours: Hours | None = None
    bank_holidays: Literal["closed", "open", "unknown"] = "closed"
    cost_note: str | None = None
    source: str
    verified_on: date | None = None
    verified_by: str | None = None
    review_by: date | None = None
    fallback_id: Id | None = None
    crisis: bool = False
    pinned: bool = False
    discreet: bool = False

    @property
    def review_due(self) -> date | None:
        """The last day its numbers may be shown; None if nobody ever checked them."""
        if self.verified_on is None:
            return None
        latest = self.verified_on + timedelta(days=CRISIS_REVIEW_DAYS if self.crisis else REVIEW_DAYS)
        return min(latest, self.review_by or latest)

    def current(self, on: date) -> bool:
        """Whether its numbers may be shown that day."""
        return self.pinned or (self.review_due is not None and on <= self.review_due)


class NationalService(Service):
    nations: Nations
    mark: Mark


class LocalService(Service):
    needs: Annotated[tuple[Id, ...], Field(min_length=1)]


class NationalFile(DataModel):
    services: tuple[NationalService, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        ids = [service.id for service in self.services]
        yield from repeated(ids, ())
        yield from lost(self.services, ids)
        for place, service in enumerate(self.services):
            if service.url is not None and service.url_mark is None:
                yield ("services", place, "url_mark"), "is missing: say how sure the web address is"


class LocalFile(DataModel):
    """The services of one area; `known` names the national services and the needs there are."""

    area: Id
    services: tuple[LocalService, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        ids = [service.id for service in self.services]
        yield from repeated(ids, known["national"])
        yield from lost(self.services, [*ids, *known["national"]])
        for place, service in enumerate(self.services):
            for number, need in enumerate(service.needs):
                if need not in known["needs"]:
                    yield ("services", place, "needs", number), f"{need} is not a need"


def repeated(ids: Sequence[str], taken: Collection[str]) -> Iterator[tuple[Where, str]]:
    for place, id_ in enumerate(ids):
        if id_ in ids[:place] or id_ in taken:
            yield ("services", place, "id"), f"{id_} is given twice"


def lost(services: Sequence[Service], ids: Collection[str]) -> Iterator[tuple[Where, str]]:
    for place, service in enumerate(services):
        if service.fallback_id is not None and service.fallback_id not in ids:
            yield ("services", place, "fallback_id"), f"no service has the id {service.fallback_id}"
