"""An area's weekly hours in plain words, in the language spoken now."""

from itertools import groupby

from casework.council.hours import Period, Week
from casework.council.say import say_day, say_from_to, say_time, say_together


def say_week(week: Week) -> list[str]:
    """ "Monday to Thursday: 9am to 5pm", one line for neighbouring days that are alike; none for closed ones."""
    lines = []
    for periods, days in groupby(range(7), key=lambda day: week.days[day]):
        if periods:
            lines.append(f"{_days(list(days))}: {_periods(periods)}")
    return lines


def _days(days: list[int]) -> str:
    if len(days) == 2:
        return say_together([say_day(day) for day in days])
    return say_from_to(say_day(days[0]), say_day(days[-1])) if len(days) > 1 else say_day(days[0])


def _periods(periods: tuple[Period, ...]) -> str:
    return say_together([say_from_to(say_time(one.opens), say_time(one.closes)) for one in periods])
