"""Which texts were taken in already."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from casework.base.clock import now
from casework.base.db import Base


class TextSeen(Base):
    """A text by its provider's id. It outlives the conversation, so that nothing is admitted twice."""

    __tablename__ = "texts_seen"

    ref: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now, index=True)
