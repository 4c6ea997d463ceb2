"""Staying in touch with people in work: asked at the right time, once, and trouble is with a person the same day."""

from casework.checkins.hearing import Heard, hear, question_of, read, tell, waiting
from casework.checkins.models import Checkin, Job, JobReport
from casework.checkins.questions import Question
from casework.checkins.service import ask_own, change_plan, followed_job, job_ended, job_started, timeline

__all__ = [
    "Checkin",
    "Heard",
    "Job",
    "JobReport",
    "Question",
    "ask_own",
    "change_plan",
    "followed_job",
    "hear",
    "job_ended",
    "job_started",
    "question_of",
    "read",
    "tell",
    "timeline",
    "waiting",
]
