"""Beginning a screening, changing it, trying it another way, keeping it, taking it along, removing it."""

from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.asked_plainly import asked_plainly
from actions.door import DoorAction, Event, Turn
from actions.handoff import say_in_line
from actions.identity import after_proof
from actions.questionnaire import ABOUT, ASK_MORE, begin, end
from actions.screening_outcome import person_first, say_none_here
from casework import identity, programmes, screening
from casework.base.settings import settings
from casework.base.words import phrase


class Start(DoorAction):
    """Begins the questions; those begun and not done go on where they were."""

    action = "action_start_screening"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        under_way = await screening.current(turn.session, turn.conversation)
        if under_way and under_way.answers and not under_way.results:
            say.utter_message(response="utter_screening_resumed")
            return begin(turn, "screening")
        if await screening.start(turn.session, turn.conversation, turn.area) is None:
            say_none_here(turn, say)
            return [ActiveLoop(None)]
        if await person_first(turn):
            say.utter_message(response="utter_screening_person_first")
        say.utter_message(response="utter_screening_start")
        return begin(turn, "screening")


class Change(DoorAction):
    """Lets the person choose which answer to change; in the middle of the questions or after the outcome."""

    action = "action_change_answer"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        last = await screening.latest(turn.session, turn.conversation)
        if last is None or not screening.answered(last):
            return await _nothing_yet(turn, say)
        screening.offer_change(last)
        if screening.is_change(last, turn.text):
            screening.choose_change(last, turn.text)
        return begin(turn, "screening") if screening.go_on(last) else end("screening")


class WhatIf(DoorAction):
    """Tries another answer; what was said stays as it is."""

    action = "action_what_if"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        last = await screening.latest(turn.session, turn.conversation)
        if last is None or not screening.offer_trial(last):
            under_way = last is not None and last.finished_at is None
            if not under_way:
                return await _nothing_yet(turn, say)
            say.utter_message(response="utter_screening_try_later")
            return []
        if screening.is_change(last, turn.text):
            screening.choose_trial(last, turn.text)
        return begin(turn, "screening")


class Keep(DoorAction):
    """Half way: a code to go on with, here or by text. After the outcome: kept for the person's own key worker."""

    action = "action_keep_answers"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        last = await screening.latest(turn.session, turn.conversation)
        if last is None or not last.answers:
            return await _nothing_yet(turn, say)
        if last.results is None:
            code = await screening.keep_place(turn.session, last)
            say.utter_message(response="utter_screening_code", code=code)
            return [ActiveLoop(None)]
        return await after_proof(turn, say, "keep_screening", "utter_screening_keep_start")


class See(DoorAction):
    """The person's own page of their answers, to read and to download. By text the page is all that is said."""

    action = "action_see_answers"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        last = await screening.latest(turn.session, turn.conversation)
        if last is None or not last.answers:
            return await _nothing_yet(turn, say)
        token = await screening.own_page(turn.session, last)
        say.utter_message(response="utter_screening_own_page", link=f"{settings().public_address}/answers/{token}")
        return []


class Remove(DoorAction):
    action = "action_remove_answers"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        known = await identity.proved(turn.session, turn.conversation)
        gone = await screening.remove(turn.session, turn.conversation, known.id if known else None)
        say.utter_message(response="utter_screening_removed" if gone else "utter_screening_nothing_to_change")
        return [SlotSet(ABOUT, None), ASK_MORE, ActiveLoop(None)]


async def _nothing_yet(turn: Turn, say: CollectingDispatcher) -> list[Event]:
    """ "I said that already", of who waits for a person, is of something else than a screening."""
    if not await say_in_line(turn, say):
        say.utter_message(response="utter_screening_nothing_to_change")
    return []


class AboutProgramme(DoorAction):
    """A programme asked about by its name, with what it is now; else the programmes in general."""

    action = "action_programme_question"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if await asked_plainly(turn, say):
            return []
        named = next((one for one in programmes.programmes().values() if one.pack.name.casefold() in turn.text.casefold()), None)
        if named is None:
            say.utter_message(response="utter_programme_question")
        else:
            runs = named.pack.status != "closed" and named.id in turn.area.programmes
            name = "utter_programme_about" if runs else "utter_programme_closed"
            pack = named.pack
            say.utter_message(response=name, programme=pack.name, summary=phrase(pack.summary), note=phrase(pack.note))
        return []


ACTIONS = (Start, Change, WhatIf, Keep, See, Remove, AboutProgramme)
