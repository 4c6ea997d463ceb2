"""An order as it was given, and what every kind of order needs of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from casework import claimants
from casework.base.speaking import WELSH, spoken
from casework.claimants import Claimant
from casework.council import Area
from casework.messaging import Conversation, LastSaid, Message
from casework.outbox import QuietNumber
from casework.reading import in_english, reads_as_welsh, tells_of_a_job_and_hours
from casework.texts.threads import who_proved

Said = tuple[str, dict[str, Any]] | None


@dataclass(frozen=True)
class Given:
    """An order as it was given. `phone` is where it came from, `known` what is kept back from there already.

    `people` are all who gave us that number, proved or not; `last` is what was said there before it.
    """

    session: AsyncSession
    conversation: Conversation
    message: Message
    phone: str
    known: QuietNumber | None
    people: Sequence[Claimant]
    last: LastSaid | None
    area: Area

    @property
    def text(self) -> str:
        """What they wrote; short words of Welsh in English."""
        reads = in_english if spoken() == WELSH else reads_as_welsh
        return reads(self.message.text) or tells_of_a_job_and_hours(self.message.text) or self.message.text

    @property
    def proved(self) -> Sequence[Claimant]:
        """Of the people, who proved that the number is theirs."""
        return who_proved(self.people, self.phone)


async def agree(given: Given, yes: bool, purpose: str = "texts") -> None:
    """Everybody with this number; the latest answer holds."""
    for person in given.people:
        await claimants.consent(given.session, person.id, purpose, yes)
