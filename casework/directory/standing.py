"""Whether a service is open at a moment, and whether its numbers may still be shown. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from casework.base.clock import local
from casework.council import Nation, is_bank_holiday
from casework.council.hours import Span, Week, next_span, open_span
from casework.directory.records import NationalService, Service

# How the marks of those begin that at least one good source gives.
SOURCED = ("A", "B")


@dataclass(frozen=True)
class Moment:
    """Where and when somebody asks; the nation is None where it is not known.

    In danger a well-evidenced number is shown although its check is overdue: a missing line costs more than an old one.
    `no_web`: where no web address can be said, so is one that has a single good source, without its hours.
    """

    nation: Nation | None
    at: datetime
    in_danger: bool = False
    no_web: bool = False

    @property
    def day(self) -> date:
        return local(self.at).date()

    def bank_holiday(self, day: date) -> bool:
        """By the asker's nation; lines for all of the UK mostly keep England's."""
        return is_bank_holiday(self.nation or "england", day)


def hidden(service: Service, moment: Moment) -> bool:
    """Whether it has numbers that nobody checked lately enough to show."""
    if moment.in_danger and isinstance(service, NationalService) and service.mark.startswith("A"):
        return False
    if moment.no_web and isinstance(service, NationalService) and service.mark[0] in SOURCED:
        return False
    return bool(service.phone or service.text) and not service.current(moment.day)


def open_now(service: Service, moment: Moment) -> bool | None:
    """Whether somebody answers; None where the hours are not known or no longer trusted."""
    if service.hours is None or hidden(service, moment):
        return None
    if service.hours.always:
        return True
    if service.bank_holidays == "unknown" and moment.bank_holiday(moment.day):
        return None
    return open_span(partial(_spans, service, service.hours, moment), moment.at) is not None


def span(service: Service, hours: Week, moment: Moment) -> Span:
    """The opening under way, else the next one."""
    return next_span(partial(_spans, service, hours, moment), moment.at)


def _spans(service: Service, hours: Week, moment: Moment, day: date) -> list[Span]:
    if service.bank_holidays != "open" and moment.bank_holiday(day):
        return []
    return hours.spans(day)
