"""Screenings taken along with a code, and kept for somebody."""

import re

from rasa_sdk.executor import CollectingDispatcher

from actions.door import Turn
from casework import claimants, screening
from casework.claimants import Claimant

CODE = re.compile(r"\b\d{4}[ -]?\d{4}\b")


async def carried(turn: Turn, say: CollectingDispatcher) -> bool | None:
    """Whether the code of a screening begun elsewhere opened it here; None where the words hold no code."""
    code = CODE.search(turn.text)
    if code is None:
        return None
    found = await screening.carry_here(turn.session, turn.conversation, code[0])
    say.utter_message(response="utter_screening_carried" if found else "utter_screening_code_unknown")
    return found is not None


async def keep_for(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> None:
    """What was asked and answered is part of the person's record from now on."""
    await screening.keep_for(turn.session, turn.conversation, claimant.id)
    await claimants.consent(turn.session, claimant.id, "keep_screening", True)
    say.utter_message(response="utter_screening_kept", name=claimant.preferred_name)


