"""Somebody writes in another language: one line in it, and the way to a person with an interpreter."""

from functools import cache

from rasa_sdk.executor import CollectingDispatcher

from actions.door import DoorAction, Event, Turn
from casework import directory
from casework.base.settings import ROOT
from casework.base.speaking import spoken
from casework.base.words import words
from casework.base.yamlfile import DataModel, load_yaml
from casework.council import council

SPEAK = {"cy": "utter_language_speak_cy"}
FILE = ROOT / "data" / "languages.yml"


class Language(DataModel):
    """`name` as the phrases of danger have it; `yes` is on the button that asks for a person; `reviewed` by a speaker."""

    name: str
    yes: str
    reviewed: bool


class Languages(DataModel):
    languages: dict[str, Language]


@cache
def languages() -> dict[str, Language]:
    return load_yaml(FILE, Languages).languages


class OtherLanguage(DoorAction):
    action = "action_other_language"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        code = (turn.tracker.latest_message.get("metadata") or {}).get("language", "")
        known = languages().get(code)
        if known is None:
            say.utter_message(response="utter_language_or_interpreter")
            return []
        emergency = directory.emergency()
        line = words(f"utter_language_{code}", emergency=emergency).text
        choices = [{"title": words(SPEAK[code]).text, "payload": words(SPEAK[code]).text}] if _offers(code) else []
        say.utter_message(
            response="utter_language_offer", line=line, yes=known.yes, emergency=emergency, buttons=choices
        )
        return []


def _offers(code: str) -> bool:
    """Whether the chat can go on in that language, and does not yet."""
    return code in SPEAK and code != spoken() and council().language(code) is not None


ACTIONS = (OtherLanguage,)
