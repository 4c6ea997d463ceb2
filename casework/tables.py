"""Every table of every room, for migrations and tests."""

from casework.appointments import models as appointments
from casework.assessments import models as assessments
from casework.audit import models as audit
from casework.base.db import Base
from casework.claimants import models as claimants
from casework.handoff import models as handoff
from casework.identity import models as identity
from casework.messaging import models as messaging
from casework.messaging import turns
from casework.outbox import models as outbox
from casework.privacy import models as privacy
from casework.referrals import models as referrals
from casework.safeguarding import models as safeguarding
from casework.screening import models as screening
from casework.staff import models as staff
from casework.texts import models as texts

metadata = Base.metadata

__all__ = [
    "appointments",
    "assessments",
    "audit",
    "claimants",
    "handoff",
    "identity",
    "messaging",
    "metadata",
    "outbox",
    "privacy",
    "referrals",
    "safeguarding",
    "screening",
    "staff",
    "texts",
    "turns",
]
