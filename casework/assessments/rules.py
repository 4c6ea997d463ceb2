"""What an assessment asks, and what its answers come to. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from casework.programmes import Answer, outcome, programmes, questions
from casework.programmes.loading import shared_facts
from casework.programmes.logic import Truth
from casework.programmes.markers import counted, markers
from casework.programmes.tree import compare
from casework.programmes.values import value_of
from casework.screening.answering import facts_of

NUMBERS = {"q_age": (0, 120), "q_child": (0, 60), "q_oow": (0, 48), "q_claimlen": (0, 720)}
COUNT = "q_markers"
MARKER_ANSWERS = (
    Answer(say="Yes", store="yes"),
    Answer(say="No", store="no"),
    Answer(say="Not sure", store="not_sure"),
    Answer(say="Rather not say", store="prefer_not"),
)


@dataclass(frozen=True)
class Entry:
    """One thing to ask; `number` is the least and most where a number may be written instead of a choice."""

    id: str
    ask: str
    answers: Sequence[Answer]
    number: tuple[int, int] | None
    is_marker: bool

    def reads(self, written: str) -> str | int | None:
        """What is kept of what was written; None for what is no answer here."""
        stored = next((one.store for one in self.answers if str(one.store) == written), None)
        if stored is not None or self.number is None:
            return stored
        if not written.strip().isdecimal():
            return None
        low, high = self.number
        return int(written) if low <= int(written) <= high else None


def entries(area_name: str) -> list[Entry]:
    """The whole bank: every question but the bare count, then every marker."""
    asked = [
        Entry(one.id, one.text.format(area=area_name), one.answers, NUMBERS.get(one.id), False)
        for one in questions()
        if one.id != COUNT
    ]
    return [*asked, *(Entry(one.id, one.ask, MARKER_ANSWERS, None, True) for one in markers().markers)]


def bank_version() -> str:
    """Differs once any question or marker does: answers are compared within one version."""
    shape = [(one.id, one.fact, [answer.store for answer in one.answers]) for one in questions()]
    return sha256(f"{shape} {markers().version}".encode()).hexdigest()[:8]


def facts(answers: Mapping[str, str | int]) -> dict[str, object]:
    ids = {one.id for one in markers().markers}
    asked = {id_: value for id_, value in answers.items() if id_ not in ids}
    listed = {id_: str(value) for id_, value in answers.items() if id_ in ids}
    told = facts_of(programmes().values(), asked)
    return told | counted(listed, groups=_groups(told))


def _groups(told: Mapping[str, object]) -> set[str]:
    """The facts that a group stands on already: a plain yes, or three of four years out of work."""
    long_out = shared_facts().conditions["three_of_four_years"]
    value = value_of(long_out.fact, shared_facts().facts[long_out.fact], told)
    long_term = {long_out.fact} if compare(long_out, value) is Truth.TRUE else set()
    return {name for name, said in told.items() if said == "yes"} | long_term


def results(answers: Mapping[str, str | int]) -> dict[str, dict[str, object]]:
    """{pack id: {"kind", "reasons", "version"}} for every programme there is, the same in every area."""
    told = facts(answers)
    found = {one.id: (outcome(one, told), one.version) for one in programmes().values()}
    return {
        id_: {"kind": came.kind, "reasons": list(came.reasons), "version": version}
        for id_, (came, version) in found.items()
    }
