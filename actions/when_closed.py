"""Who answers what cannot wait while the council is closed."""

from datetime import datetime

from rasa_sdk.executor import CollectingDispatcher

from casework.council import Area, is_open


def say_who_answers_now(area: Area, at: datetime, say: CollectingDispatcher) -> None:
    """Nothing where somebody is at the council, or where it has no line for when it is closed."""
    phone = area.phones.out_of_hours
    if phone and not is_open(area, at):
        say.utter_message(response="utter_signpost_now", phone=phone)
