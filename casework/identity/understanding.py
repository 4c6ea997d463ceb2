"""Whether words answer the open question of who is speaking, before anything is taken from them."""

import re
from collections.abc import Callable

from casework import claimants
from casework.base.plain import folded
from casework.base.words import choice_texts
from casework.identity import lost, rules
from casework.identity.consent import agrees_beside, consent
from casework.identity.models import IdentityCheck
from casework.reading import is_said_again, read_name

ASKS_ADDRESS = frozenset({"address", "old", "code"})
LATER = re.compile(r"(?:(?:ok|okay|um|sorry|no|can i|could i|i'll|ill|i will|will|let me|maybe|perhaps|do|give|send|tell|it|that|this|you|u|get back to you)[ ,.]++)*+(?:later(?: on| today)?|in a (?:bit|while|minute|min|sec)|another time|some other time|not right now|not just now)(?: (?:please|pls|thanks|ta|then|ok|sorry|maybe))*")
MOST_LETTERS = 60
OWN = {"code": 2, "consent": 2, "safe": 3}


def is_choice(check: IdentityCheck, text: str) -> bool:
    """Whether the words are a button that answers the open question; a person or a stop are none."""
    if check.step == "consent" and (agrees_beside(text) or claimants.rules_out_only(text)):
        return True
    return puts_off(check, text) or _is_button(check, text)


def puts_off(check: IdentityCheck, text: str) -> bool:
    """Whether they would give what is asked later, and not go."""
    said = folded(text).strip(" .!")
    return check.step in ASKS_ADDRESS and len(said) <= MOST_LETTERS and LATER.fullmatch(said) is not None


def _is_button(check: IdentityCheck, text: str) -> bool:
    return check.step in OWN and choice(check.step, text) in range(OWN[check.step])


def holds_answer(check: IdentityCheck, text: str) -> bool:
    """Whether the times or the number that the open question asks for stand somewhere in the words."""
    if check.step == "safe":
        return claimants.tells_when(text) or claimants.asks_what_safe_means(text) or claimants.wished_channel(text) is not None
    if _sees_nothing(check, text):
        return True
    return check.step in ASKS_ADDRESS and rules.read_address(text) is not None


def would_answer(check: IdentityCheck, text: str) -> bool:
    """Whether the words could be an answer to the question that is open."""
    read: dict[str, Callable[[], object]] = {
        "address": lambda: _names_an_address(text),
        "old": lambda: _names_an_address(text),
        "code": lambda: choice("code", text) is not None or any(map(str.isdigit, text)),
        "reference": lambda: rules.read_reference(text),
        "first_name": lambda: read_name(text),
        "name": lambda: read_name(text),
        "consent": lambda: consent(text) or is_said_again(text) or claimants.rules_out_only(text),
        "safe": lambda: choice("safe", text) is not None or _is_when(text),
    }
    return bool(read[check.step]()) or _sees_nothing(check, text)


def _sees_nothing(check: IdentityCheck, text: str) -> bool:
    """Whether they say that they cannot see what is sent there, or that no code is there."""
    if check.step == "code":
        return lost.has_lost_phone(text) or lost.lacks_code(text)
    return check.step == "old" and lost.has_lost(text)


def _is_when(text: str) -> bool:
    return claimants.says_when(text) or claimants.may_say_when(text)


def _names_an_address(text: str) -> bool:
    return bool(rules.read_address(text) or rules.read_reference(text) or rules.is_landline(text))


def choice(step: str, text: str) -> int | None:
    """Which of the question's buttons the words are."""
    choices = [one.casefold() for one in choice_texts(f"utter_identity_ask_{step}")]
    said = text.strip().casefold()
    return choices.index(said) if said in choices else None
