"""Where Rasa remembers: one row a conversation, bounded, so that turns do not slow down as it grows."""

from typing import Any, List, Optional

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import FailSafeTrackerStore, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.dialects.postgresql import insert

MOST_EVENTS = 80
KEPT_EVENTS = 40

metadata = sa.MetaData(schema="rasa")
trackers = sa.Table(
    "trackers",
    metadata,
    sa.Column("conversation", sa.Text, primary_key=True),
    # Not JSONB: that refuses a NUL, which a person may send.
    sa.Column("events", sa.JSON, nullable=False),
    sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
)


class BoundedTrackerStore(TrackerStore):
    """Slots, the active form and the latest turns; several Rasa processes may share it."""

    def __init__(
        self, domain: Optional[Domain], host: Optional[str] = None, event_broker: Optional[EventBroker] = None
    ) -> None:
        super().__init__(domain, event_broker)
        # Errors are logged, and people's words are among the parameters.
        self._engine = sa.create_engine(_driver(host or ""), pool_pre_ping=True, pool_size=5, hide_parameters=True)
        self._prepared = False

    async def save(self, tracker: DialogueStateTracker) -> None:
        events = [event.as_dict() for event in bounded(list(tracker.events), self.domain)]
        values = {"events": events, "updated_at": sa.func.now()}
        row = insert(trackers).values(conversation=tracker.sender_id, **values)
        with self._connection() as connection:
            connection.execute(row.on_conflict_do_update(index_elements=["conversation"], set_=values))

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        query = sa.select(trackers.c.events).where(trackers.c.conversation == sender_id)
        with self._connection() as connection:
            events = connection.execute(query).scalar_one_or_none()
        return None if events is None else DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)

    async def delete(self, sender_id: str) -> None:
        with self._connection() as connection:
            connection.execute(trackers.delete().where(trackers.c.conversation == sender_id))

    async def keys(self) -> List[str]:
        with self._connection() as connection:
            return list(connection.execute(sa.select(trackers.c.conversation)).scalars())

    def _connection(self) -> Any:
        if not self._prepared:
            self._prepare()
        return self._engine.begin()

    def _prepare(self) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(hashtext('rasa.trackers'))"))
            connection.execute(sa.text("CREATE SCHEMA IF NOT EXISTS rasa"))
            metadata.create_all(connection)
        self._prepared = True


def bounded(events: List[Event], domain: Domain) -> List[Event]:
    """The events, or once there are many: what they came to, then the latest whole turns."""
    if len(events) <= MOST_EVENTS:
        return events
    cut = _turn_start(events, len(events) - KEPT_EVENTS)
    return [*_summary(events[:cut], domain), *events[cut:]]


def straight(processor: MessageProcessor) -> MessageProcessor:
    """The processor without Rasa's fall-back store, which would forget everyone while the database is away."""
    if isinstance(processor.tracker_store, FailSafeTrackerStore):
        processor.tracker_store = processor.tracker_store._tracker_store
    return processor


def _turn_start(events: List[Event], earliest: int) -> int:
    listens = (n for n in range(earliest, 0, -1) if _listens(events[n]))
    return next(listens, earliest)


def _listens(event: Event) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME


def _summary(events: List[Event], domain: Domain) -> List[Event]:
    then = DialogueStateTracker.from_events("then", events, domain.slots, domain=domain)
    slots = [SlotSet(slot.name, slot.value) for slot in then.slots.values() if slot.value != slot.initial_value]
    loop = [ActiveLoop(then.active_loop_name)] if then.active_loop_name else []
    return [SessionStarted(), *slots, *loop]


def _driver(url: str) -> sa.engine.URL:
    return sa.engine.make_url(url).set(drivername="postgresql+psycopg2")
