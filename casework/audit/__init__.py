"""What was done and what was refused, by whom, to whose record. Rows are added, never changed."""

from casework.audit.models import AuditRow
from casework.audit.service import note, refused

__all__ = ["AuditRow", "note", "refused"]
