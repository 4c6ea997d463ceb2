"""Bank holidays by nation."""

from datetime import date
from functools import cache
from typing import Literal

import holidays

Nation = Literal["england", "wales", "scotland", "northern-ireland"]
NATIONS: tuple[Nation, ...] = ("england", "wales", "scotland", "northern-ireland")
SUBDIVISIONS: dict[Nation, str] = dict(zip(NATIONS, ("ENG", "WLS", "SCT", "NIR"), strict=True))


def is_bank_holiday(nation: Nation, day: date) -> bool:
    return day in _calendar(nation)


@cache
def _calendar(nation: Nation) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv=SUBDIVISIONS[nation])
