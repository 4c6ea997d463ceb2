"""Reads days and times in people's own words, to the council's conventions; what it cannot read is `none`."""

from casework.reading.when.either import Part
from casework.reading.when.reader import (
    read_agreeing,
    read_choices,
    read_either,
    read_gone_by,
    read_ruled_out,
    read_two_dates,
    read_weekly,
    read_when,
    read_when_line,
)
from casework.reading.when.values import Hours
from casework.reading.when.weekly import Weekly

__all__ = ["Hours", "Part", "Weekly", "read_agreeing", "read_choices", "read_either", "read_gone_by", "read_ruled_out", "read_two_dates", "read_weekly", "read_when", "read_when_line"]
