"""How often one address may start a conversation. In memory: each process counts for itself."""

from collections import defaultdict, deque
from time import monotonic

from casework.base.errors import TooMany


class Limit:
    """At most `count` events an address in `seconds`; older ones are forgotten."""

    def __init__(self, count: int, seconds: float) -> None:
        self._count, self._seconds = count, seconds
        self._events: defaultdict[str, deque[float]] = defaultdict(deque)

    def check(self, address: str) -> None:
        """Count one event. Raises TooMany."""
        at = monotonic()
        self._forget(at)
        events = self._events[address]
        if len(events) >= self._count:
            raise TooMany("too many new chats from here", retry_after=int(events[0] + self._seconds - at) + 1)
        events.append(at)

    def _forget(self, at: float) -> None:
        for address in list(self._events):
            events = self._events[address]
            while events and events[0] < at - self._seconds:
                events.popleft()
            if not events:
                del self._events[address]
