"""Every table of every room, for migrations and tests."""

from casework.base.db import Base
from casework.handoff import models as handoff
from casework.messaging import models as messaging
from casework.messaging import turns
from casework.safeguarding import models as safeguarding
from casework.screening import models as screening
from casework.staff import models as staff

metadata = Base.metadata

__all__ = ["handoff", "messaging", "metadata", "safeguarding", "screening", "staff", "turns"]
