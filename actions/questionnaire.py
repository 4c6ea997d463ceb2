"""What a set of questions must be able to do, for one form to put them all. Its state is in casework."""

from dataclasses import dataclass
from typing import Any, Protocol

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.door import Event, Turn

FORM, ANSWER, ABOUT = "questions_form", "questions_answer", "questions_about"
ASK_MORE, DONE = SlotSet(ANSWER, None), SlotSet(ANSWER, "done")
LISTEN = FollowupAction("action_listen")


class Questionnaire(Protocol):
    """`state` is what `open` found in casework for this conversation."""

    async def open(self, turn: Turn) -> Any | None: ...

    def asked(self, state: Any) -> bool:
        """Whether a question has been put, so that words can be its answer."""
        ...

    def is_choice(self, turn: Turn, state: Any) -> bool:
        """Whether the words are one of the answers that were offered, exactly."""
        ...

    def would_answer(self, turn: Turn, state: Any) -> bool: ...

    async def take(self, turn: Turn, state: Any, say: CollectingDispatcher) -> None: ...

    def more(self, turn: Turn, state: Any) -> bool: ...

    async def ask(self, turn: Turn, state: Any, say: CollectingDispatcher) -> None: ...

    async def done(self, turn: Turn, state: Any, say: CollectingDispatcher) -> list[Event]: ...

    async def why(self, turn: Turn, state: Any, say: CollectingDispatcher) -> None: ...

    async def stopped(self, turn: Turn, state: Any, say: CollectingDispatcher) -> None: ...

    async def drop(self, turn: Turn, state: Any) -> None:
        """The person starts afresh: nothing of it is gone on with."""
        ...


@dataclass(frozen=True)
class UnderWay:
    about: str
    questionnaire: Questionnaire
    state: Any


def end(about: str) -> list[Event]:
    """A set of questions is over without a further word of the person's: what came of it is said at once."""
    return [SlotSet(ABOUT, about), ActiveLoop(None), FollowupAction("action_questions_done")]


def begin(turn: Turn, about: str) -> list[Event]:
    """Put a set of questions; the form opens, unless it is open and its rule goes on with it."""
    go_on = [] if turn.tracker.active_loop_name == FORM else [FollowupAction(FORM)]
    return [ASK_MORE, SlotSet(ABOUT, about), *go_on]
