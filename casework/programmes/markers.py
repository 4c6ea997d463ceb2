"""Things in the way of work, one by one, and how many of them count."""

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from typing import Literal

from casework.base.once import once
from casework.base.settings import ROOT
from casework.base.yamlfile import DataModel, Known, Where, load_yaml
from casework.programmes.faults import hard
from casework.programmes.loading import shared_facts
from casework.programmes.packs import Setting

FILE = ROOT / "programmes" / "markers.yml"
Said = Literal["yes", "no", "not_sure", "prefer_not"]
SAID: tuple[Said, ...] = ("yes", "no", "not_sure", "prefer_not")


class Marker(DataModel):
    """`group` is a fact that a programme's group may stand on; only those with `form` are on the secure form."""

    id: str
    ask: str
    health: bool = False
    form: bool = True
    group: str | None = None


class Agreed(DataModel):
    version: str


class Choices(DataModel):
    health_most: Setting
    count_group_as_marker: Setting


class Markers(DataModel):
    settings: Choices
    consent: Agreed
    markers: tuple[Marker, ...]

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        for name, setting in self.settings:
            if setting.value not in setting.allowed:
                yield ("settings", name, "value"), f"must be one of {', '.join(setting.allowed)}"
        for place, one in enumerate(self.markers):
            yield from hard(("markers", place, "ask"), one.ask, shared_facts().familiar)
            if one.group and one.group not in shared_facts().facts:
                yield ("markers", place, "group"), f"{one.group} is not a fact"

    @property
    def version(self) -> str:
        return sha256(repr([(one.id, one.ask) for one in self.markers]).encode()).hexdigest()[:8]


@once
def markers() -> Markers:
    return load_yaml(FILE, Markers)


def counted(said: Mapping[str, str], groups: Collection[str] = (), given: Markers | None = None) -> dict[str, object]:
    """Answers by marker id as the facts that count them; `groups` are facts a person's group stands on already."""
    given = given or markers()
    sure = {"health": 0, "other": 0}
    unsure = dict(sure)
    for marker in given.markers:
        if marker.group in groups and given.settings.count_group_as_marker.value == "leave_out":
            continue
        kind = "health" if marker.health else "other"
        answer = said.get(marker.id)
        sure[kind] += answer == "yes"
        unsure[kind] += answer != "yes" and answer != "no"
    most = int(given.settings.health_most.value)
    health = min(sure["health"], most)
    return {
        "markers_yes": health + sure["other"],
        "markers_unknown": min(unsure["health"], most - health) + unsure["other"],
        "markers_skipped": not said,
    }
