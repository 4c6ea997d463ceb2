"""How somebody would rather hear from us: remembered once, and what is still to prove asked for."""

from rasa_sdk.executor import CollectingDispatcher

from actions.door import Event, Turn
from actions.questionnaire import begin
from casework import claimants, identity, messaging
from casework.base.words import words
from casework.claimants import Claimant

PURPOSES = {"sms": "prefer_sms", "email": "prefer_email"}


async def may_choose(turn: Turn, kind: str) -> Claimant | None:
    """Who has proved who they are; by text also whose thread it is, as long as only a way they proved is chosen."""
    proved = await identity.proved(turn.session, turn.conversation)
    if proved or turn.channel != "sms":
        return proved
    whose = await messaging.whose(turn.session, turn.conversation)
    return whose if whose and any(one.kind == kind for one in claimants.ways(whose)) else None


async def prefer(turn: Turn, claimant: Claimant, say: CollectingDispatcher, kind: str) -> list[Event]:
    """Where no such number or address is proved yet, that is asked for next."""
    if await claimants.prefer(turn.session, claimant, kind):
        way = next(one for one in claimants.ways(claimant) if one.kind == kind)
        say.utter_message(response=f"utter_prefer_{kind}", address=way.address)
        return []
    await identity.begin(turn.session, turn.conversation, identity.CHANGE)
    say.utter_message(response="utter_prefer_prove", what=words(f"utter_prefer_what_{kind}").text)
    return begin(turn, "identity")


async def by_text(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    return await prefer(turn, claimant, say, "sms")


async def by_email(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    return await prefer(turn, claimant, say, "email")
