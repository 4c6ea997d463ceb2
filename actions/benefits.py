"""What a job does to what somebody gets from the state: facts without amounts, whatever the words were taken for."""

from rasa_sdk.executor import CollectingDispatcher

from actions.door import Turn, name_of
from casework.checkins import asking_back, told

JOB, LEFT = "utter_job_", "utter_checkin_done_left"
LATELY = 6


def asked_of_benefits(turn: Turn, say: CollectingDispatcher) -> bool:
    """False where it is something else. Who told of a job just now, or that it is over, need not name it."""
    if _asks_of_leaving(turn):
        say_of_them(turn, say)
        return True
    if asks_to_tell(turn, bare=_of_a_job(turn)):
        say_to_tell(say)
        return True
    if not told.asks_of_benefits(turn.text, bare=_of_a_job(turn)):
        return False
    say.utter_message(response="utter_job_and_benefits")
    return True


def asks_to_tell(turn: Turn, *, bare: bool = True) -> bool:
    """Whether they ask if the state is to be told of their job."""
    return told.asks_to_tell_benefits(turn.text, bare=bare)


def asks_of_them(turn: Turn) -> bool:
    """Whether they ask that, or what the job does to what they get, where a job is what the talk is of."""
    return _asks_of_leaving(turn) or asks_to_tell(turn) or told.asks_of_benefits(turn.text, bare=True)


def asks_aside(turn: Turn) -> bool:
    """Whether they ask that, or who sees what they tell us, instead of an answer."""
    return asks_of_them(turn) or asking_back.asks_who_sees(turn.text)


def say_aside(turn: Turn, say: CollectingDispatcher) -> None:
    if asking_back.asks_who_sees(turn.text):
        say.utter_message(response="utter_privacy_who_sees")
    else:
        say_of_them(turn, say)


def say_of_them(turn: Turn, say: CollectingDispatcher) -> None:
    if _asks_of_leaving(turn):
        say.utter_message(response="utter_job_leave_benefits")
    else:
        say.utter_message(response="utter_job_tell_benefits" if asks_to_tell(turn) else "utter_job_and_benefits")


def say_to_tell(say: CollectingDispatcher) -> None:
    say.utter_message(response="utter_job_tell_benefits")


def _asks_of_leaving(turn: Turn) -> bool:
    bare = LEFT in _said_lately(turn) and told.asks_of_benefits(turn.text, bare=True) and not told.asks_of_benefits(turn.text)
    return bare or told.asks_of_leaving(turn.text)


def _of_a_job(turn: Turn) -> bool:
    return any(one.startswith(JOB) for one in _said_lately(turn))


def _said_lately(turn: Turn) -> list[str]:
    said = [event for event in turn.tracker.events if event.get("event") == "bot"]
    return [name_of(one) or "" for one in said[-LATELY:]]
