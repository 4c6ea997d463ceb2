"""Meetings as calendar entries and feeds, and diaries in step with calendars outside."""
