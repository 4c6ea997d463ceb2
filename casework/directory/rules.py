"""Which services to show, best first. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import zip_longest

from casework.council import NATIONS, Nation
from casework.directory.book import Book
from casework.directory.records import LocalService, NationalService, Service
from casework.directory.show import Signpost, shown
from casework.directory.standing import Moment, hidden, open_now

MOST = 3
OPEN, UNKNOWN, CLOSED, HIDDEN = range(4)


def signpost(book: Book, need: str, area: str | None, nation: Nation | None, at: datetime) -> list[Signpost]:
    """At most three services for an intent or a need id: open first, then local (national in a crisis).

    Where several needs are meant, each gives its best in turn.
    """
    asked = book.asked(need)
    moment = Moment(nation, at, in_danger=asked.crisis)
    rank = partial(_rank, asked.crisis, moment)
    lists = [sorted(_found(book, id_, area, moment), key=rank) for id_ in asked.needs]
    chosen = list({service.id: service for service in _in_turn(lists)}.values())[:MOST]
    if asked.crisis and not chosen:
        chosen = [book.national[id_] for id_ in book.table.last_resort]
    return [shown(service, moment, book.wording) for service in sorted(chosen, key=rank)]


def contacts(book: Book, ids: Sequence[str], nation: Nation | None, at: datetime, *, no_web: bool = False) -> list[Signpost]:
    """For someone in danger: the named services that serve the nation, in that order; a hidden number's
    fallback follows it."""
    moment = Moment(nation, at, in_danger=True, no_web=no_web)
    serving = [book.national[id_] for id_ in ids if _serves(book.national[id_], nation)]
    return [shown(service, moment, book.wording) for service in _with_fallbacks(book, serving, moment)]


def _found(book: Book, need: str, area: str | None, moment: Moment) -> list[Service]:
    near = [service for service in book.local.get(area or "", ()) if need in service.needs]
    national = [book.national[id_] for id_ in book.table.needs[need].national]
    serving = [service for service in national if _serves(service, moment.nation)]
    return _with_fallbacks(book, [*near, *serving], moment)


def _in_turn(lists: Sequence[Sequence[Service]]) -> Iterator[Service]:
    for turn in zip_longest(*lists):
        yield from (service for service in turn if service is not None)


def _serves(service: NationalService, nation: Nation | None) -> bool:
    """While the nation is not known, only what covers all of the UK is shown."""
    return nation in service.nations if nation else set(service.nations) == set(NATIONS)


def _with_fallbacks(book: Book, services: Sequence[Service], moment: Moment) -> list[Service]:
    """Each service once, followed by its fallback where its number is hidden; none that cannot be reached."""
    found: dict[str, Service] = {}
    waiting = list(services)
    while waiting:
        service = waiting.pop(0)
        if service.id in found:
            continue
        found[service.id] = service
        spare = book.national.get(service.fallback_id or "")
        if spare and hidden(service, moment) and _serves(spare, moment.nation):
            waiting.insert(0, spare)
    return [service for service in found.values() if service.url or not hidden(service, moment)]


def _rank(crisis: bool, moment: Moment, service: Service) -> tuple[bool, bool, int]:
    """Open before the rest, then local before national (not in a crisis), then by how sure an answer is."""
    after = isinstance(service, LocalService) == crisis
    if hidden(service, moment):
        return True, after, UNKNOWN if crisis else HIDDEN
    state = open_now(service, moment)
    return not state, after, {True: OPEN, None: UNKNOWN, False: CLOSED}[state]
