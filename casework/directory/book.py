"""The whole directory in memory: national services, the areas' own, and the needs they meet."""

from dataclasses import dataclass
from pathlib import Path

from casework.base.yamlfile import Known, load_yaml
from casework.directory.needs import NeedsFile
from casework.directory.records import LocalFile, LocalService, NationalFile, NationalService, Service
from casework.directory.wording import Wording


@dataclass(frozen=True)
class Asked:
    """What a person came with: need ids in order, how to name them, and whether it is a crisis."""

    needs: tuple[str, ...]
    title: str
    crisis: bool


@dataclass(frozen=True)
class Book:
    national: dict[str, NationalService]
    local: dict[str, tuple[LocalService, ...]]
    table: NeedsFile
    wording: Wording

    def asked(self, intent_or_need: str) -> Asked:
        """What an intent of the assistant or a need id asks for. Raises KeyError."""
        intent = self.table.intents.get(intent_or_need)
        ids = intent.needs if intent else (intent_or_need,)
        needs = [self.table.needs[id_] for id_ in ids]
        title = (intent and intent.title) or needs[0].title
        return Asked(ids, title, any(need.crisis for need in needs))

    def needs_of(self, service: Service) -> list[str]:
        """The ids of the needs a service meets."""
        if isinstance(service, LocalService):
            return list(service.needs)
        return [id_ for id_, need in self.table.needs.items() if service.id in need.national]


def load(folder: Path, local: Path) -> Book:
    """A folder's national services, needs and words, with the local files of another. Raises DataError."""
    services = load_yaml(folder / "national.yml", NationalFile).services
    national = {service.id: service for service in services}
    table = load_yaml(folder / "needs.yml", NeedsFile, {"national": national})
    known: Known = {"national": national, "needs": table.needs}
    files = [load_yaml(path, LocalFile, known) for path in sorted(local.glob("*.yml"))]
    wording = load_yaml(folder / "words.yml", Wording)
    return Book(national, {file.area: file.services for file in files}, table, wording)
