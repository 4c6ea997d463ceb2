"""Somebody writes in another language: one line in it, and the way to a person with an interpreter."""

from rasa_sdk.executor import CollectingDispatcher

from actions.checkins import asked_of_work, take_in_another_language
from actions.door import DoorAction, Event, Turn
from actions.language_offer import language_in, offer


class OtherLanguage(DoorAction):
    """Where we asked how work goes the words are an answer first, which is taken whatever they speak from here on."""

    action = "action_other_language"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if (asked := await asked_of_work(turn)) is not None:
            await take_in_another_language(turn, asked, say)
            return []
        offer(language_in(turn), say)
        return []


ACTIONS = (OtherLanguage,)
