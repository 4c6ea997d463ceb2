"""The line in somebody's own language, and the ways on from it: a person, or the languages we write in."""

from functools import cache

from rasa_sdk.executor import CollectingDispatcher

from actions.door import Turn
from casework import directory
from casework.base.settings import ROOT
from casework.base.speaking import ENGLISH, WELSH, spoken
from casework.base.words import words
from casework.base.yamlfile import DataModel, load_yaml
from casework.council import council
from casework.reading import leans_to_welsh

OTHER = "other_language"
OURS = {"cy": "utter_language_offer_cy"}
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


def language_in(turn: Turn) -> str:
    """Of a few words that may be Welsh that is said too, which the reader of longer ones leaves open."""
    code = str((turn.tracker.latest_message.get("metadata") or {}).get("language", ""))
    return WELSH if code in ("", ENGLISH) and leans_to_welsh(turn.text) else code


def is_foreign(turn: Turn) -> bool:
    return turn.intent == OTHER or language_in(turn) == WELSH


def offer(code: str, say: CollectingDispatcher) -> None:
    """Where we write in it ourselves it is offered, and nothing says that we answer in English alone."""
    known = languages().get(code)
    if known is None:
        say.utter_message(response="utter_language_or_interpreter")
        return
    emergency = directory.emergency()
    if code in OURS and code != spoken() and council().language(code) is not None:
        say.utter_message(response=OURS[code], emergency=emergency)
        return
    line = words(f"utter_language_{code}", emergency=emergency).text
    say.utter_message(response="utter_language_offer", line=line, yes=known.yes, emergency=emergency)
