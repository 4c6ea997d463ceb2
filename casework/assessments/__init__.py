"""The first assessment, the same everywhere: what a key worker and a claimant go through together."""

from casework.assessments.models import Assessment, SecureList
from casework.assessments.rules import Entry
from casework.assessments.secure import answer_list, make_list, opened_list, withdraw_list
from casework.assessments.service import bank, columns, exported, latest, save

__all__ = [
    "Assessment",
    "Entry",
    "SecureList",
    "answer_list",
    "bank",
    "columns",
    "exported",
    "latest",
    "make_list",
    "opened_list",
    "save",
    "withdraw_list",
]
