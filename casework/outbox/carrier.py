"""What a provider can answer, and the one interface they all have."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from casework.outbox.models import Outgoing


@dataclass(frozen=True)
class Taken:
    """The provider has it, under its own `ref`; `status` is ours."""

    ref: str | None
    status: str = "sent"


@dataclass(frozen=True)
class Refused:
    """Never: the same again would be refused again. `opted_out`: the person told the provider to stop."""

    why: str
    opted_out: bool = False


@dataclass(frozen=True)
class NotTaken:
    """Certainly not taken; later it may be."""

    why: str


@dataclass(frozen=True)
class Unknown:
    """It may have been taken. `answered`: the provider said that it failed, so its list will settle it."""

    why: str
    answered: bool = False


@dataclass(frozen=True)
class Unclear:
    """It may have been taken, and asking the provider does not settle it."""

    why: str


Settled = Taken | Refused | NotTaken | Unclear
Told = Taken | Refused | NotTaken


@dataclass(frozen=True)
class Arrived:
    """A text that somebody sent us. `ref` is the provider's own id for it; `pictures` came with it.

    `to` is the number of ours that they wrote to, where the provider tells.
    `obeyed` is the keyword that the provider has obeyed and answered already: STOP, START or HELP.
    """

    ref: str
    number: str
    text: str
    pictures: bool = False
    obeyed: str | None = None
    to: str | None = None


class CannotLookUp(Exception):
    """The provider's list could not be read just now; the message names no one."""


class Carrier(Protocol):
    """`lists`: what it took can be looked up, so that what is not found there was not taken."""

    name: str
    lists: bool

    async def send(self, outgoing: Outgoing) -> Settled | Unknown: ...

    async def send_several(self, outgoings: Sequence[Outgoing]) -> Sequence[Settled | Unknown]:
        """The outcome of each, in the same order."""
        ...

    async def find(self, outgoing: Outgoing) -> Sequence[Taken]:
        """What the provider has that could be this one, oldest first. Raises CannotLookUp."""
        ...


class Texter(Carrier, Protocol):
    async def consent(self, number: str, agrees: bool) -> Told:
        """Have the provider's own list say whether texts may go there; Taken too where it keeps none."""
        ...
