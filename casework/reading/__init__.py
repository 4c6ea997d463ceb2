"""Readers of people's own words. Pure: text in, a value or a plain `unclear` out."""

from casework.reading.age import read_age
from casework.reading.yes_no import UNCLEAR, is_plain_answer, read_yes_no

__all__ = ["UNCLEAR", "is_plain_answer", "read_age", "read_yes_no"]
