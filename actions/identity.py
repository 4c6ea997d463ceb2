"""Proving who someone is, and what they wanted it for."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

from rasa_sdk.events import ActiveLoop
from rasa_sdk.executor import CollectingDispatcher

from actions.appointments import cancel_on, check, go_on_with, move_on
from actions.benefits import asks_of_them, say_aside
from actions.booked_before import NAME, booked, hears_name, lacks_name
from actions.booking_begun import would_wait
from actions.booking_waiting import wait_as_new, wait_on
from actions.booking_whom import back_to_booking, keeps_booking, leaves_for_booking, own_on
from actions.channels import PURPOSES as CHANNELS
from actions.channels import by_email, by_text, may_choose
from actions.checkins import JOB_START, ask_about_job, ask_what_is_due
from actions.door import DoorAction, Event, Turn, actions_so_far
from actions.questionnaire import begin
from actions.screening_keeping import keep_for
from casework import appointments, claimants, identity, messaging, privacy
from casework.base.clock import local, now
from casework.base.words import words
from casework.checkins import asking_back, early, is_word, told
from casework.claimants import Claimant
from casework.council import council, say_date, say_time
from casework.identity import IdentityCheck
from casework.identity.rules import CODE_MINUTES, read_address, read_code
from casework.messaging import Message

PURPOSES = {"see_my_data": "see", "delete_my_data": "delete", "complaint": "complaint"}
CONTROL = frozenset({"request_human", "stop_this", "why_do_you_ask", "start_again", "sign_out"})
JOB, CONSENT, KEY_WORKER = "job_start", "consent", "key_worker"
SURE = 0.6
Finished = Callable[[Turn, Claimant, CollectingDispatcher], Awaitable[list[Event]]]
SECRET = frozenset({"address", "old", "code", "reference"})


class IdentityQuestions:
    async def open(self, turn: Turn) -> IdentityCheck | None:
        return await identity.current(turn.session, turn.conversation)

    def asked(self, state: IdentityCheck) -> bool:
        return identity.more(state)

    def is_choice(self, turn: Turn, state: IdentityCheck) -> bool:
        """Times and numbers stand in the wish for a person or a stop as well, which is then the wish."""
        if leaves_for_booking(state, turn.text) or identity.is_choice(state, turn.text) or is_word(turn.text) or _is_of_the_job(turn, state) or _asks_of_benefits(turn, state):
            return True
        return not _is_control(turn) and identity.holds_answer(state, turn.text)

    def would_answer(self, turn: Turn, state: IdentityCheck) -> bool:
        return not _is_control(turn) and identity.would_answer(state, turn.text)

    async def take(self, turn: Turn, state: IdentityCheck, say: CollectingDispatcher) -> None:
        if is_word(turn.text):
            return
        if leaves_for_booking(state, turn.text):
            state.step = "left"
            return
        if _asks_of_benefits(turn, state):
            say_aside(turn, say)
            answer = _beside_question(turn, state)
            if answer is None:
                return
            turn = replace(turn, text=answer)
        if _is_of_the_job(turn, state):
            say.utter_message(response="utter_job_noted")
            return
        if await hears_name(turn, state):
            return
        remark = state.step == CONSENT and identity.agrees_beside(turn.text)
        if state.step in SECRET:
            await messaging.keep_private(turn.session, UUID(turn.message))
        said = await identity.hear(turn.session, state, turn.text, turn.area.id)
        if await lacks_name(turn, state):
            state.step = NAME
        if remark and state.claimant_id:
            say.utter_message(response="utter_checkin_secret" if identity.fears_boss(turn.text) else "utter_identity_beside")
        if said:
            say.utter_message(response=said, minutes=CODE_MINUTES, **await _times(turn, state))

    def more(self, turn: Turn, state: IdentityCheck) -> bool:
        return identity.more(state)

    async def ask(self, turn: Turn, state: IdentityCheck, say: CollectingDispatcher) -> None:
        if _is_first_of_job(turn, state) and JOB_START in actions_so_far(turn.tracker):
            say.utter_message(response="utter_job_start_code", council=turn.area.name)
            return
        say.utter_message(response=f"utter_identity_ask_{state.step}")

    async def done(self, turn: Turn, state: IdentityCheck, say: CollectingDispatcher) -> list[Event]:
        purpose, proved, claimant_id = state.purpose, state.proved_at is not None, state.claimant_id
        reach = {"kind": state.kind or "", "address": state.address or ""}
        gave_up, declined = state.step == "gave_up", state.name is not None and claimant_id is None
        found = await booked(turn, state) if state.step == "done" else []
        await identity.end(turn.session, state)
        if gave_up:
            say.utter_message(response="utter_identity_gave_up")
        elif claimant_id:
            claimant = await claimants.get(turn.session, claimant_id)
            events = await FINISHED[purpose](turn, claimant, say)
            return events or await back_to_booking(turn, purpose, say) or await ask_what_is_due(turn, claimant, say)
        elif found:
            return await go_on_with(turn, purpose, found, say)
        elif proved and purpose == identity.WAIT:
            return await wait_as_new(turn, reach)
        elif proved and not declined:
            name = "utter_data_request_nothing" if purpose in PURPOSES.values() else "utter_identity_nothing_held"
            say.utter_message(response=name)
        return await back_to_booking(turn, purpose, say)

    async def why(self, turn: Turn, state: IdentityCheck, say: CollectingDispatcher) -> None:
        say.utter_message(response="utter_identity_why")

    async def stopped(self, turn: Turn, state: IdentityCheck, say: CollectingDispatcher) -> None:
        say.utter_message(response="utter_questions_stopped")

    async def drop(self, turn: Turn, state: IdentityCheck) -> None:
        await identity.end(turn.session, state)


def _is_of_the_job(turn: Turn, state: IdentityCheck) -> bool:
    """Whether they tell more of the job that they are asked for who they are: it is read once that is known."""
    if state.purpose != JOB or read_code(turn.text) or read_address(turn.text):
        return False
    return early.is_said_early(state.step, turn.text)


def say_what_that_is(turn: Turn, say: CollectingDispatcher) -> bool:
    """What a key worker is, asked at whatever point."""
    asked = appointments.plainly_asked(turn.text) == KEY_WORKER
    if asked:
        say.utter_message(response=f"utter_meeting_{KEY_WORKER}")
    return asked


async def tells_for_later(turn: Turn, say: CollectingDispatcher) -> bool:
    """A new number that is not in use yet: it is kept to the one we have, and no code goes there."""
    if not identity.is_for_later(turn.text):
        return False
    await messaging.keep_private(turn.session, UUID(turn.message))
    say.utter_message(response="utter_change_contact_later")
    return True


def _beside_question(turn: Turn, state: IdentityCheck) -> str | None:
    """The answer that stands beside a question of theirs: the yes to being kept, or what is set against it."""
    if state.step == CONSENT and identity.consent(turn.text) == "yes":
        return "yes"
    answer = told.before_but(turn.text)
    return answer if answer and identity.would_answer(state, answer) else None


def _asks_of_benefits(turn: Turn, state: IdentityCheck) -> bool:
    return asking_back.asks_who_sees(turn.text) or (state.purpose == JOB and asks_of_them(turn))


def _is_control(turn: Turn) -> bool:
    return turn.intent in CONTROL and turn.confidence >= SURE


async def after_proof(turn: Turn, say: CollectingDispatcher, purpose: str, opening: str) -> list[Event]:
    """Do it for somebody who has proved who they are; let others prove it first."""
    known = await identity.proved(turn.session, turn.conversation)
    if known:
        return await FINISHED[purpose](turn, known, say)
    under_way = await identity.current(turn.session, turn.conversation)
    if purpose == JOB and under_way and under_way.purpose == JOB and identity.more(under_way):
        return begin(turn, "identity")
    check = await identity.begin(turn.session, turn.conversation, purpose)
    if not _is_first_of_job(turn, check):
        say.utter_message(response=opening)
    return begin(turn, "identity")


def _is_first_of_job(turn: Turn, check: IdentityCheck) -> bool:
    """Whether a code went at once to the phone that a job is told from: who we are, and what to do with it, is one text."""
    return turn.channel == "sms" and check.purpose == JOB and check.step == "code" and not check.misses


async def wishes_channel(turn: Turn, say: CollectingDispatcher) -> list[Event] | None:
    """What follows from "e-mail me instead of texting"; None where the words say nothing of the kind."""
    kind = claimants.wished_channel(turn.text)
    if kind is None:
        return None
    known = await may_choose(turn, kind)
    if known:
        return await FINISHED[CHANNELS[kind]](turn, known, say)
    return await after_proof(turn, say, CHANNELS[kind], "utter_identity_start")


class DataRequest(DoorAction):
    """See or delete what is held, or complain about it."""

    action = "action_data_request"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        return await after_proof(turn, say, PURPOSES[turn.intent], "utter_identity_start")


class Complaint(DoorAction):
    """About somebody's data it has a clock of its own; about anything else a person hears it."""

    action = "action_complaint"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        entities = turn.tracker.latest_message.get("entities") or []
        if any(one["entity"] == "personal_data" for one in entities):
            return await after_proof(turn, say, "complaint", "utter_identity_start")
        say.utter_message(response="utter_complaint")
        return []


class Register(DoorAction):
    action = "action_register"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if (booking := would_wait(turn, say)) is not None:
            return booking
        known = await identity.proved(turn.session, turn.conversation)
        if known:
            worker = await _worker(turn, known)
            say.utter_message(response="utter_register_known", name=known.preferred_name, worker=worker)
            return []
        return await after_proof(turn, say, "register", "utter_register_start")


class ChangeContact(DoorAction):
    """First who they are, by the old number or a reference; then that the new one is theirs.

    Or by which of those they have they would rather be written to.
    """

    action = "action_change_contact"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        chosen = await wishes_channel(turn, say)
        if chosen is not None:
            return chosen
        if await tells_for_later(turn, say):
            return []
        if await keeps_booking(turn, say):
            return begin(turn, "booking")
        if await identity.proved(turn.session, turn.conversation) is None:
            return await self._who(turn, say)
        return await _change(turn, say)

    async def _who(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        """What they were reached by before may stand in the same message."""
        check = await identity.begin(turn.session, turn.conversation, identity.WHO_CHANGES)
        message = await turn.session.get_one(Message, UUID(turn.message))
        told = identity.read_old(message.text)
        if told:
            await messaging.keep_private(turn.session, message.id)
        if told and check.step == "old":
            said = await identity.hear(turn.session, check, message.text, turn.area.id)
            say.utter_message(response=said, minutes=CODE_MINUTES)
        elif said := await identity.to_known_phone(turn.session, check, message.text):
            await messaging.keep_private(turn.session, message.id)
            say.utter_message(response=said, minutes=CODE_MINUTES)
        elif identity.more(check):
            say.utter_message(response="utter_identity_start")
        return begin(turn, "identity")


class ContactKeyWorker(DoorAction):
    action = "action_contact_key_worker"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        if say_what_that_is(turn, say):
            return []
        check = await identity.current(turn.session, turn.conversation)
        if check and check.purpose == identity.OWN_WORKER and identity.more(check):
            return begin(turn, "identity")
        return await after_proof(turn, say, "key_worker", "utter_identity_start")


class SignOut(DoorAction):
    action = "action_sign_out"

    async def act(self, turn: Turn, say: CollectingDispatcher) -> list[Event]:
        out = await identity.sign_out(turn.session, turn.conversation)
        say.utter_message(response="utter_sign_out" if out else "utter_sign_out_nobody")
        return [ActiveLoop(None)]


async def _registered(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    worker = await _worker(turn, claimant)
    say.utter_message(response="utter_register_done", name=claimant.preferred_name, worker=worker)
    return []


async def _key_worker(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    say.utter_message(response="utter_contact_key_worker", worker=await _worker(turn, claimant))
    return []


async def _change(turn: Turn, say: CollectingDispatcher) -> list[Event]:
    """They are known; now the new one is to be theirs. Who texts from it is sent a code at once."""
    check = await identity.begin(turn.session, turn.conversation, identity.CHANGE)
    if await identity.told_already(turn.session, check):
        say.utter_message(response="utter_identity_sent", minutes=CODE_MINUTES)
        return begin(turn, "identity")
    this_phone = check.step == "code"
    say.utter_message(response="utter_change_contact_this_phone" if this_phone else "utter_change_contact_start")
    return begin(turn, "identity")


async def _start_change(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    return await _change(turn, say)


async def _changed(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
    proved = [one for one in claimant.channels if one.proved_at and not one.closed_at]
    latest = max(proved, key=lambda one: str(one.proved_at))
    say.utter_message(response="utter_change_contact_done", name=claimant.preferred_name, address=latest.address)
    return []


def _requested(kind: str) -> Finished:
    async def finish(turn: Turn, claimant: Claimant, say: CollectingDispatcher) -> list[Event]:
        made = await privacy.request(turn.session, claimant, kind, turn.conversation)
        say.utter_message(response=f"utter_data_request_{kind}", due=say_date(made.due_on), number=made.number)
        return []

    return finish


async def _times(turn: Turn, state: IdentityCheck) -> dict[str, str]:
    """When we write to the person by ourselves, once we know who they are."""
    hours = council().texting
    bounds = {"earliest": say_time(hours.earliest), "latest": say_time(hours.latest)}
    if state.claimant_id is None:
        return bounds
    claimant = await claimants.get(turn.session, state.claimant_id)
    return bounds | {"window": claimants.say_window(claimant.safe_contact, hours)}


async def _worker(turn: Turn, claimant: Claimant) -> str:
    """Who looks after the person, and who stands in."""
    who = await claimants.key_worker(turn.session, claimant, local(now()).date())
    if who.own is None:
        return words("utter_register_no_worker", team=turn.area.teams.key_workers).text
    if who.acting and who.acting.id != who.own.id:
        return words("utter_register_worker_deputy", worker=who.own.name, deputy=who.acting.name).text
    return words("utter_register_worker", worker=who.own.name).text


FINISHED: dict[str, Finished] = {
    "see": _requested("see"),
    "delete": _requested("delete"),
    "complaint": _requested("complaint"),
    "register": _registered,
    "key_worker": _key_worker,
    identity.WHO_CHANGES: _start_change,
    identity.CHANGE: _changed,
    "keep_screening": keep_for,
    "appointment_move": move_on,
    "appointment_cancel": cancel_on,
    "appointment_check": check,
    identity.WAIT: wait_on,
    identity.OWN_WORKER: own_on,
    JOB: ask_about_job,
    CHANNELS["sms"]: by_text,
    CHANNELS["email"]: by_email,
}
ACTIONS = (DataRequest, Complaint, Register, ChangeContact, ContactKeyWorker, SignOut)
