"""Staying in touch with people in work: asked at the right time, once, and trouble is with a person the same day."""

from casework.checkins.asking_back import asks_back
from casework.checkins.hearing import Heard, closed, hear, in_another_language, leave_it, not_read, note, tell, waiting
from casework.checkins.looking import facts_of, followed_job, latest, promised, timeline
from casework.checkins.models import Checkin, Job, JobReport
from casework.checkins.often import Often, change_often, coming, is_bare, is_less, is_none, is_word
from casework.checkins.own import ask_own, letters, room, take_back_own
from casework.checkins.pausing import pause_to_come, paused_until, take_over
from casework.checkins.putting_off import put_off
from casework.checkins.questions import Question, bank
from casework.checkins.rules import LONGEST_PAUSE, unfit_pause
from casework.checkins.schedule import Cadence
from casework.checkins.seen import Seen, seen
from casework.checkins.sending import ask_here
from casework.checkins.service import change_plan, job_ended, job_started, spoke
from casework.checkins.shifts import change_shifts, read_shifts
from casework.checkins.telling import leaves_something_else
from casework.checkins.understanding import (
    answer_keeps_from_work,
    changes,
    is_choice,
    is_no_trouble,
    is_offered,
    is_open,
    is_plain,
    is_read_whole,
    news,
    open_again,
    puts_job_back,
    question_of,
    read,
    tells_of_more,
    trouble_beside_need,
)

__all__ = [
    "LONGEST_PAUSE",
    "Cadence",
    "Checkin",
    "Heard",
    "Job",
    "JobReport",
    "Often",
    "Question",
    "Seen",
    "answer_keeps_from_work",
    "ask_here",
    "ask_own",
    "asks_back",
    "bank",
    "change_often",
    "change_plan",
    "change_shifts",
    "changes",
    "closed",
    "coming",
    "facts_of",
    "followed_job",
    "hear",
    "in_another_language",
    "is_bare",
    "is_choice",
    "is_less",
    "is_no_trouble",
    "is_none",
    "is_offered",
    "is_open",
    "is_plain",
    "is_read_whole",
    "is_word",
    "job_ended",
    "job_started",
    "latest",
    "leave_it",
    "leaves_something_else",
    "letters",
    "news",
    "not_read",
    "note",
    "open_again",
    "pause_to_come",
    "paused_until",
    "promised",
    "put_off",
    "puts_job_back",
    "question_of",
    "read",
    "read_shifts",
    "room",
    "seen",
    "spoke",
    "take_back_own",
    "take_over",
    "tell",
    "tells_of_more",
    "timeline",
    "trouble_beside_need",
    "unfit_pause",
    "waiting",
]
