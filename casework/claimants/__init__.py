"""Who the programme is for: one record for each person, with how and when they may be reached."""

from casework.claimants.changes import NoChange, carry_out, change_key_worker, changes_of, due_changes, untold_changes
from casework.claimants.consenting import agreed, all_agreed, consent, consents, said_yes
from casework.claimants.consenting import asked as consent_questions
from casework.claimants.consenting import change as change_consent
from casework.claimants.importing import Report, Row, import_csv
from casework.claimants.merging import duplicates, merge, merges_of, undo_merge
from casework.claimants.models import Claimant, Consent, ContactChannel, KeyWorkerChange, Merge
from casework.claimants.reaching import prefer, way_to, ways, wished_channel
from casework.claimants.safe import UNSETTLED, WINDOWS, say_window, says_when
from casework.claimants.service import (
    add_channel,
    by_address,
    by_ids,
    close_channel,
    create,
    get,
    prove_channel,
    search,
    settle_safe,
    update,
    who_said_yes,
)
from casework.claimants.workers import (
    KeyWorker,
    assign,
    at_work,
    colleagues,
    is_away,
    key_worker,
    key_workers,
    people_of,
    works_in,
)

__all__ = [
    "UNSETTLED",
    "WINDOWS",
    "Claimant",
    "Consent",
    "ContactChannel",
    "KeyWorker",
    "KeyWorkerChange",
    "Merge",
    "NoChange",
    "Report",
    "Row",
    "add_channel",
    "agreed",
    "all_agreed",
    "assign",
    "at_work",
    "by_address",
    "by_ids",
    "carry_out",
    "change_consent",
    "change_key_worker",
    "changes_of",
    "close_channel",
    "colleagues",
    "consent",
    "consent_questions",
    "consents",
    "create",
    "due_changes",
    "duplicates",
    "get",
    "import_csv",
    "is_away",
    "key_worker",
    "key_workers",
    "merge",
    "merges_of",
    "people_of",
    "prefer",
    "prove_channel",
    "said_yes",
    "say_window",
    "says_when",
    "search",
    "settle_safe",
    "undo_merge",
    "untold_changes",
    "update",
    "way_to",
    "ways",
    "who_said_yes",
    "wished_channel",
    "works_in",
]
