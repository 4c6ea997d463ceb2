"""Meetings with a key worker: free times found in words, held, booked, moved, kept."""

from casework.appointments.diaries import diary_of, limits, worker_of
from casework.appointments.diary import Slot
from casework.appointments.hearing import OVER, Step, minutes_in, understands, wish_in
from casework.appointments.jobs import remind
from casework.appointments.models import Appointment, BookingTalk, TimeOff, WorkerDiary, WorkingHours
from casework.appointments.offering import Who
from casework.appointments.service import (
    attendance,
    between,
    book,
    cancel,
    coming,
    find,
    get,
    hold,
    move,
    of_claimant,
    running_late,
)
from casework.appointments.talk import begin as begin_talk
from casework.appointments.talk import begin_cancelling, hear, listen
from casework.appointments.talk import current as talk_of
from casework.appointments.talk import end as end_talk
from casework.appointments.week import Meeting, call_off, reassign, tell_booked, theirs, to_rebook, week
from casework.appointments.wishes import Offer, Wish, wish_of

__all__ = [
    "OVER",
    "Appointment",
    "BookingTalk",
    "Meeting",
    "Offer",
    "Slot",
    "Step",
    "TimeOff",
    "Who",
    "Wish",
    "WorkerDiary",
    "WorkingHours",
    "attendance",
    "begin_cancelling",
    "begin_talk",
    "between",
    "book",
    "call_off",
    "cancel",
    "coming",
    "diary_of",
    "end_talk",
    "find",
    "get",
    "hear",
    "hold",
    "limits",
    "listen",
    "minutes_in",
    "move",
    "of_claimant",
    "reassign",
    "remind",
    "running_late",
    "talk_of",
    "tell_booked",
    "theirs",
    "to_rebook",
    "understands",
    "week",
    "wish_in",
    "wish_of",
    "worker_of",
]
