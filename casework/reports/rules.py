"""What counts, and what is too few to show. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

# A share of fewer people than this is not shown, nor one that tells of fewer than a handful.
FEWEST, HANDFUL = 10, 5
# Weeks after the start up to which somebody in work is to be in touch with us this often, in days.
CONTACT = ((4, 7), (13, 14), (26, 31), (104, 92))


@dataclass(frozen=True)
class Share:
    part: int
    whole: int

    @property
    def shown(self) -> bool:
        rest = self.whole - self.part
        return self.whole >= FEWEST and not 0 < self.part < HANDFUL and not 0 < rest < HANDFUL

    @property
    def percent(self) -> int | None:
        """None where it is too few to show."""
        return round(100 * self.part / self.whole) if self.shown else None

    @property
    def about(self) -> str | None:
        """`few` or `most` where a share of many tells of a handful, or of all but a handful, and no more may be said."""
        if self.shown or self.whole < FEWEST:
            return None
        return "few" if 0 < self.part < HANDFUL else "most"

    @property
    def rest(self) -> "Share":
        return Share(self.whole - self.part, self.whole)

    @property
    def count(self) -> int | None:
        """Of how many; None where those are too few to show."""
        return self.whole if self.whole == 0 or self.whole >= FEWEST else None


def lasted(starts_on: date, ended_on: date | None, heard_on: date | None, weeks: int) -> bool | None:
    """Whether a job lasted so many weeks; None where nobody knows. `heard_on`: when they last told us, or one of us, how it goes.

    Silence is no job: only what was heard of it from that day on counts, be it that it ended later.
    """
    reached = starts_on + timedelta(weeks=weeks)
    if ended_on:
        return ended_on >= reached
    return True if heard_on and heard_on >= reached else None


def contact_days(starts_on: date, today: date) -> int | None:
    """Within how many days somebody in work is to have been in touch; None once our time with them is over."""
    weeks = (today - starts_on).days // 7
    return next((days for until, days in CONTACT if weeks < until), None)
