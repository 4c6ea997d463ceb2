"""Meetings with a key worker: free times found in words, held, booked, moved, kept."""

from casework.appointments.diaries import diary_of, limits
from casework.appointments.diary import Slot
from casework.appointments.models import Appointment, BookingTalk, TimeOff, WorkerDiary, WorkingHours
from casework.appointments.service import (
    attendance,
    book,
    cancel,
    coming,
    find,
    hold,
    move,
    running_late,
)
from casework.appointments.wishes import Offer, Wish, wish_of

__all__ = [
    "Appointment",
    "BookingTalk",
    "Offer",
    "Slot",
    "TimeOff",
    "Wish",
    "WorkerDiary",
    "WorkingHours",
    "attendance",
    "book",
    "cancel",
    "coming",
    "diary_of",
    "find",
    "hold",
    "limits",
    "move",
    "running_late",
    "wish_of",
]
