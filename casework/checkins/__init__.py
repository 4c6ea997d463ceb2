"""Staying in touch with people in work: asked at the right time, once, and trouble is with a person the same day."""

from casework.checkins.hearing import (
    Heard,
    hear,
    is_choice,
    is_open,
    is_plain,
    leave_it,
    news,
    not_read,
    note,
    question_of,
    read,
    tell,
    waiting,
)
from casework.checkins.models import Checkin, Job, JobReport
from casework.checkins.often import Often, change_often, coming, is_bare, is_none
from casework.checkins.questions import Question, bank
from casework.checkins.schedule import Cadence
from casework.checkins.sending import ask_here
from casework.checkins.service import (
    ask_own,
    change_plan,
    facts_of,
    followed_job,
    job_ended,
    job_started,
    latest,
    timeline,
)

__all__ = [
    "Cadence",
    "Checkin",
    "Heard",
    "Job",
    "JobReport",
    "Often",
    "Question",
    "ask_here",
    "ask_own",
    "bank",
    "change_often",
    "change_plan",
    "coming",
    "facts_of",
    "followed_job",
    "hear",
    "is_bare",
    "is_choice",
    "is_none",
    "is_open",
    "is_plain",
    "job_ended",
    "job_started",
    "latest",
    "leave_it",
    "news",
    "not_read",
    "note",
    "question_of",
    "read",
    "tell",
    "timeline",
    "waiting",
]
