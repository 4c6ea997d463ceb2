"""Reads days and times in people's own words, to the council's conventions; what it cannot read is `none`."""

from casework.reading.when.reader import read_gone_by, read_ruled_out, read_when, read_when_line

__all__ = ["read_gone_by", "read_ruled_out", "read_when", "read_when_line"]
