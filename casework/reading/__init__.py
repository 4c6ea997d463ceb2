"""Readers of people's own words. Pure: text in, a value or a plain `unclear` out."""

from casework.reading.answers import is_answer, read_answer, read_answer_line
from casework.reading.emails import EMAIL, email_in, speaks_of_email
from casework.reading.language import is_english, language_of, leans_to_welsh
from casework.reading.names import introduced_in, is_introduced, is_said_again, read_name, said_here
from casework.reading.welsh import in_english, reads_as_welsh
from casework.reading.welsh_work import tells_of_a_job, tells_of_a_job_and_hours
from casework.reading.when import (
    Hours,
    Part,
    Weekly,
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

__all__ = [
    "EMAIL",
    "Hours",
    "Part",
    "Weekly",
    "email_in",
    "in_english",
    "introduced_in",
    "is_answer",
    "is_english",
    "is_introduced",
    "is_said_again",
    "language_of",
    "leans_to_welsh",
    "read_agreeing",
    "read_answer",
    "read_answer_line",
    "read_choices",
    "read_either",
    "read_gone_by",
    "read_name",
    "read_ruled_out",
    "read_two_dates",
    "read_weekly",
    "read_when",
    "read_when_line",
    "reads_as_welsh",
    "said_here",
    "speaks_of_email",
    "tells_of_a_job",
    "tells_of_a_job_and_hours",
]
