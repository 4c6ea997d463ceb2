"""An area's weekly hours in plain words, in the language spoken now."""

from itertools import groupby

from casework.council.hours import Period, Week
from casework.council.say import say_day, say_from_to, say_time, say_together


def say_week(week: Week) -> list[str]:
    """ "Monday to Thursday: 9am to 5pm", one line for neighbouring days that are alike; none for closed ones."""
    return [f"{days}: {periods}" for days, periods in _alike(week)]


def say_week_briefly(week: Week) -> str:
    """ "Monday to Thursday 9am to 5pm, Friday 9am to 4:30pm"."""
    return ", ".join(f"{days} {periods}" for days, periods in _alike(week))


def _alike(week: Week) -> list[tuple[str, str]]:
    groups = [(periods, list(days)) for periods, days in groupby(range(7), key=lambda day: week.days[day])]
    return [(_days(days), _periods(periods)) for periods, days in groups if periods]


def _days(days: list[int]) -> str:
    if len(days) == 2:
        return say_together([say_day(day) for day in days])
    return say_from_to(say_day(days[0]), say_day(days[-1])) if len(days) > 1 else say_day(days[0])


def _periods(periods: tuple[Period, ...]) -> str:
    return say_together([say_from_to(say_time(one.opens), say_time(one.closes)) for one in periods])
