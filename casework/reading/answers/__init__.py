"""Reads the answer to one question out of a person's own words; never guesses, and says when it is unclear."""

from casework.reading.answers.reader import is_answer, read_answer, read_answer_line

__all__ = ["is_answer", "read_answer", "read_answer_line"]
