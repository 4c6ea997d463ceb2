"""Instants in plain words, in local time, in the language spoken now."""

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

from casework.base.clock import local
from casework.base.packs import LANGUAGES
from casework.base.speaking import ENGLISH, spoken
from casework.base.yamlfile import DataModel, load_yaml

BEYOND_A_WEEK = 7


class Wording(DataModel):
    """The templates of `words.yml`."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    weekdays_listed: tuple[str, ...]
    months_listed: tuple[str, ...]
    midnight: str
    midday: str
    morning: str
    afternoon: str
    morning_minutes: str
    afternoon_minutes: str
    today: str
    tomorrow: str
    today_dated: str
    tomorrow_dated: str
    within_a_week: str
    this_year: str
    other_year: str
    listed: str
    date: str
    full_date: str
    from_to: str
    every_day: str
    together: str


@cache
def _of(language: str) -> Wording:
    english = Path(__file__).with_name("words.yml")
    return load_yaml(english if language == ENGLISH else LANGUAGES / language / "moments.yml", Wording)


def _wording() -> Wording:
    return _of(spoken())


def say_time(at: time) -> str:
    """ "9am", "1:30pm", "midday"."""
    wording = _wording()
    if at.hour % 12 == 0 and at.minute == 0:
        return wording.midday if at.hour else wording.midnight
    if at.minute:
        said = wording.morning_minutes if at.hour < 12 else wording.afternoon_minutes
    else:
        said = wording.morning if at.hour < 12 else wording.afternoon
    return said.format(hour=at.hour % 12 or 12, minute=at.minute)


def say_day(day: int) -> str:
    """ "Monday", of 0 to 6."""
    return _wording().weekdays[day]


def say_days(days: Sequence[int]) -> str:
    """ "every day", "Monday to Friday", "Monday, Wednesday and Sunday", of 0 to 6 in their order."""
    if len(days) == len(_wording().weekdays):
        return _wording().every_day
    *before, last = [part for run in _runs(days) for part in _said_run(run)]
    return say_together([", ".join(before), last]) if before else last


def _runs(days: Sequence[int]) -> list[list[int]]:
    """Days that follow one another, each run by itself."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _said_run(run: Sequence[int]) -> list[str]:
    return [say_from_to(say_day(run[0]), say_day(run[-1]))] if len(run) > 2 else [say_day(one) for one in run]


def say_from_to(first: str, last: str) -> str:
    """ "9am to 5pm"."""
    return _wording().from_to.format(first=first, last=last)


def say_together(parts: Sequence[str]) -> str:
    return _wording().together.join(parts)


def say_date(day: date) -> str:
    """ "4 December 2026"."""
    wording = _wording()
    return wording.date.format(day=day.day, month=wording.months[day.month - 1], year=day.year)


def say_full_date(day: date) -> str:
    """ "Friday 4 December 2026", to be checked by whoever hears it."""
    return _wording().full_date.format(weekday=say_day(day.weekday()), date=say_date(day))


def say_when(at: datetime, now: datetime) -> str:
    """ "today at 2pm", "Monday at 9am" within the coming six days, else "Friday 4 December at 9am"."""
    wording, then, today = _wording(), local(at), local(now).date()
    return _filled(_template(wording, (then.date() - today).days, then.year == today.year), then)


def say_when_listed(at: datetime, now: datetime) -> str:
    """The same, a date as "Fri 4 Dec 9am": for a list of times in a text, within a year."""
    wording, then = _wording(), local(at)
    if (then.date() - local(now).date()).days in range(BEYOND_A_WEEK):
        return say_when(at, now)
    weekday, month = wording.weekdays_listed[then.weekday()], wording.months_listed[then.month - 1]
    return wording.listed.format(weekday=weekday, day=then.day, month=month, time=say_time(then.time()))


def _filled(template: str, then: datetime) -> str:
    wording = _wording()
    return template.format(
        time=say_time(then.time()),
        weekday=wording.weekdays[then.weekday()],
        day=then.day,
        month=wording.months[then.month - 1],
        year=then.year,
    )


def say_when_in_full(at: datetime, now: datetime) -> str:
    """ "Monday 7 December at 9am" of tomorrow too, "today at 2pm": for what may be read on another day."""
    then, today = local(at), local(now).date()
    days = 0 if then.date() == today else BEYOND_A_WEEK
    return _filled(_template(_wording(), days, then.year == today.year), then)


def say_when_dated(at: datetime, now: datetime) -> str:
    """ "tomorrow, Tuesday 24 November, at 9am", "Monday 7 December at 9am": to be checked by whoever hears it."""
    wording, then, today = _wording(), local(at), local(now).date()
    near = {0: wording.today_dated, 1: wording.tomorrow_dated}.get((then.date() - today).days)
    return _filled(near or _template(wording, BEYOND_A_WEEK, then.year == today.year), then)


def _template(wording: Wording, days: int, same_year: bool) -> str:
    if days in (0, 1):
        return wording.tomorrow if days else wording.today
    if 1 < days < 7:
        return wording.within_a_week
    return wording.this_year if same_year else wording.other_year
