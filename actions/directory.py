"""A need the person named: up to three services that can help."""

from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import about_theirs
from actions.asked_plainly import asked_plainly
from actions.booking_begun import by_that_way, in_one_visit
from actions.booking_for_another import told_an_age
from actions.checkins import JOB_START, begins_a_job, speaker
from actions.door import DoorAction, Event, Turn
from actions.when_closed import say_who_answers_now
from actions.work_words import about_costs, about_the_risk, answers_beside_need, answers_of_the_way, need_in
from casework import appointments, directory, messaging
from casework.base.clock import now

# Needs that our own programmes meet: the first steps are offered beside other services.
WORK = ("need_cv_job_search",)
# What cannot wait until somebody opens.
TODAY = ("need_food_fuel",)


class Signpost(DoorAction):
    """Answers a need_ intent from the directory; the person hears what it understood first."""

    action = "action_signpost"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if (aged := told_an_age(turn, say)) is not None:
            return aged
        if await begins_a_job(turn, await speaker(turn)):
            return [FollowupAction(JOB_START)]
        if await about_the_risk(turn, say) or about_costs(turn, say):
            return []
        if (booking := in_one_visit(turn) or by_that_way(turn)) is not None:
            return booking
        of_theirs = appointments.comes_along(turn.text) or (appointments.features_in(turn.text) and not appointments.asks_us(turn.text))
        if await asked_plainly(turn, say) or (of_theirs and await about_theirs(turn, say)):
            return []
        promised = await answers_of_the_way(turn, say)
        if not promised:
            await answers_beside_need(turn, say)
        need = need_in(turn)
        found = directory.signpost(need, turn.area.id, turn.area.nation, now())
        nameless = await messaging.is_discreet(turn.session, await messaging.get(turn.session, turn.conversation))
        lines = "\n".join(directory.render(found, turn.channel, nameless=nameless))
        if not lines and promised:
            return []
        if not lines:
            say.utter_message(response="utter_signpost_none")
            return []
        name = "utter_signpost_work" if turn.intent in WORK else "utter_signpost"
        say.utter_message(response=name, opening=directory.opening(need), services=lines)
        if turn.intent in TODAY and not any(one.open_now for one in found):
            say_who_answers_now(turn.area, now(), say)
        return []


ACTIONS = (Signpost,)
