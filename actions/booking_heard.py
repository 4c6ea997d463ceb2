"""Which words are for the booking that is open, whatever the assistant took them for."""

from actions.booking_asides import asks_beside
from actions.booking_for_another import is_of_whose
from actions.booking_name import refuses_name
from actions.booking_needs import is_asked
from actions.booking_waiting import wants_to_wait
from actions.door import Turn
from casework import appointments
from casework.appointments import BookingTalk, Step

# Wanting one of these is no word about when.
ASIDE = frozenset({"stop_this", "request_human", "cancel_appointment"})
# Said while times are shown, these are another wish for the same meeting.
ABOUT_A_TIME = frozenset({"reschedule_appointment", "book_appointment", "appointment_format"})
OF_THEIR_WORKER = frozenset({"contact_key_worker", "book_appointment", "nlu_fallback", "out_of_scope"})
SOCIAL = frozenset({"greet", "goodbye"})
WHEN_ASKED = appointments.SOUGHT | {Step.NAME}
# Said where we ask what would make a meeting easier, these are of something else, though nothing is asked.
OF_ELSE = ASIDE | frozenset({"reschedule_appointment", "running_late", "start_screening", "correct_my_answer", "sign_out", "register", "stop_this", "start_again", "repeat_or_clarify", "complaint", "other_language", "got_a_job", "checkin_lost_job", "change_contact", "delete_my_data", "see_my_data", "sms_stop", "sms_start"})


def is_for_booking(turn: Turn, state: BookingTalk) -> bool:
    return any(reads(turn, state) for reads in (_puts_right, _beside, _picks, _of_when, _of_how, _of_whom, _of_needs, _of_what_is_asked, _no_hello))


def _puts_right(turn: Turn, state: BookingTalk) -> bool:
    """What they said before is put right: it is of the questions that are open, and of no others."""
    return turn.intent not in ASIDE and appointments.corrected(state, turn.text) is not None


def _beside(turn: Turn, state: BookingTalk) -> bool:
    tells = turn.intent not in ASIDE and appointments.tells_early(state, turn.text)
    return tells or is_of_whose(state, turn.text) or asks_beside(turn, state) or wants_to_wait(state, turn.text)


def _picks(turn: Turn, state: BookingTalk) -> bool:
    if turn.text.strip().casefold() in [one["title"].casefold() for one in state.offered]:
        return True
    return turn.intent not in ASIDE and appointments.picks(state, turn.text)


def _of_when(turn: Turn, state: BookingTalk) -> bool:
    if turn.intent != "request_human" and appointments.retimes(state, turn.text):
        return True
    if state.step in WHEN_ASKED and appointments.is_school_run(turn.text) and appointments.wish_in(turn.text):
        return True
    if turn.intent in ABOUT_A_TIME and appointments.corrects(state, turn.text):
        return True
    if turn.intent in ASIDE:
        return False
    if state.step == Step.ADJUSTMENTS and (appointments.moves_beside(turn.text) or appointments.way_beside(turn.text)):
        return True
    busy = state.step in (Step.WHEN, Step.CHOOSE) and bool(appointments.busy_in(turn.text))
    return busy or (state.step in WHEN_ASKED and appointments.impossible_in(turn.text) is not None)


def _of_how(turn: Turn, state: BookingTalk) -> bool:
    if appointments.rules_out(state, turn.text) or appointments.wants_other_way(state, turn.text):
        return True
    if turn.intent == "request_human":
        return appointments.says_who_meets(state, turn.text) or appointments.refuses_shown(state, turn.text)
    if appointments.ends_visit(state, turn.text) or (state.step in appointments.SOUGHT and appointments.keeps_away(turn.text)):
        return True
    if turn.intent == "appointment_format" and appointments.says_format(state, turn.text):
        return True
    return appointments.says_how(state, turn.text) or (turn.intent not in ASIDE and appointments.would_rather_meet(state, turn.text))


def _of_whom(turn: Turn, state: BookingTalk) -> bool:
    """Their own worker, spoken of while it is found whom they meet."""
    return turn.intent in OF_THEIR_WORKER and state.step in appointments.SOUGHT and appointments.speaks_of_own(turn.text)


def _no_hello(turn: Turn, state: BookingTalk) -> bool:
    """ "Ray" and "l8r" are taken for a hello or a goodbye, and are none."""
    return turn.intent in SOCIAL and state.step in WHEN_ASKED and not appointments.is_social(turn.text)


def _of_needs(turn: Turn, state: BookingTalk) -> bool:
    if state.step == Step.ADJUSTMENTS and is_asked(turn.text):
        return True
    if not appointments.finding(state):
        return False
    tells = turn.intent not in ASIDE and appointments.tells_worker(turn.text)
    return tells or appointments.prefers_who(turn.text) or appointments.adds_service(turn.text, turn.area, state.services)


def _names_and_more(turn: Turn) -> bool:
    return turn.intent not in ASIDE and appointments.name_and_more(turn.text) is not None


def _of_what_is_asked(turn: Turn, state: BookingTalk) -> bool:
    """An answer to the open question that the assistant would take for something else."""
    if appointments.stays_as_it_is(state, turn.text):
        return True
    if appointments.has_one_already(turn.text):
        return appointments.finding(state)
    match state.step:
        case Step.NAME:
            return refuses_name(turn, state) or appointments.refers_back(turn.text) or appointments.name_before(turn.text) is not None or _names_and_more(turn)
        case Step.ADDRESS:
            return appointments.understands(state, turn.text)
        case Step.NUMBER:
            return appointments.is_about_number(state, turn.text)
        case Step.EMAIL:
            return appointments.understands(state, turn.text)
        case Step.INTERPRETER:
            return appointments.names_language(turn.text) or appointments.will_not_be_there(turn.text)
        case Step.CANCEL:
            return appointments.will_not_be_there(turn.text) or appointments.has_second_thoughts(turn.text)
        case Step.ADJUSTMENTS if "?" in turn.text:
            return False
        case Step.ADJUSTMENTS if _of_themselves(turn):
            return True
        case Step.FORMAT if turn.intent != "appointment_format":
            return False
        case Step.ADJUSTMENTS | Step.FORMAT | Step.WHICH_CANCEL | Step.WHICH_MOVE:
            return appointments.understands(state, turn.text)
    return False


def _of_themselves(turn: Turn) -> bool:
    """Whether it only tells, whatever it is of: "il be bringin my 2 yr old no sitter" asks for no childcare."""
    if turn.intent in OF_ELSE or (turn.intent in SOCIAL and appointments.is_social(turn.text)):
        return False
    return appointments.tells_of_themselves(turn.text)
