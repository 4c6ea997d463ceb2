"""What an answer to each of the questions about a new job puts into its report, and what is put right of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from casework.base.clock import local, now
from casework.base.words import choice_texts
from casework.checkins import days, rereading, rules
from casework.checkins.models import JobReport
from casework.checkins.often import CADENCES
from casework.checkins.past_days import NAMES_MONTH
from casework.checkins.schedule import cadence_of
from casework.reading import read_answer

NOT_KNOWN = frozenset({"no", "not_sure", "prefer_not_to_say"})
# Who says no more than that to "how often?".
AS_OFTEN = {"yes": "usual", "not_sure": "usual"}
CONFIRM, NONE, DONE = "confirm", "none", "done"


@dataclass(frozen=True)
class Step:
    """`read` puts an answer into the report; False where it is none."""

    next: str
    read: Callable[[JobReport, str], bool]


def is_not_known_yet(step: str, text: str) -> bool:
    """Whether they do not know yet when it begins: they tell us once they do."""
    return step == "starts_on" and (rereading.is_not_known(text) or rereading.is_some_day(text) or read_answer("yes_no", text)["value"] == "not_sure")


def puts_right(made: JobReport, text: str) -> bool:
    """Whether the words put right something that was told already, which is changed then."""
    today = local(now()).date()
    if made.step == "starts_on" or made.starts_on is None:
        return False
    if made.step != CONFIRM:
        meant = rereading.meant(text, today) if made.step == "first_payday" else None
        found = rereading.instead(text, today, made.starts_on) or rereading.PutRight(meant or rereading.starts_otherwise(text, today))
        first = found.starts_on or _over_already(made, text, today)
        return first is not None and _change(made, replace(found, starts_on=first), today)
    told = rereading.put_right(text, today, made.starts_on)
    if told is None and (first := rereading.starts_otherwise(text, today)):
        told = rereading.PutRight(first)
    return told is not None and _change(made, told, today)


def _over_already(made: JobReport, text: str, today: date) -> date | None:
    """A date that is over and fits no payday, where that is asked: the first day, told better, perhaps of a month that was all we had."""
    if made.step != "first_payday" or made.starts_on is None or not NAMES_MONTH.search(text) or days.speaks_of_pay(text):
        return None
    payday, first = days.payday_to_come(text, made.starts_on, today), days.first_day(text, today)
    if first is None or first > today or not days.is_plain(text, "starts_on"):
        return None
    if payday is not None and rules.unfit(made.starts_on, payday, today) is None:
        return None
    in_the_month = made.starts_on.day == 1 and first > made.starts_on and (first.year, first.month) == (made.starts_on.year, made.starts_on.month)
    return first if first < made.starts_on or in_the_month else None


def _change(made: JobReport, told: rereading.PutRight, today: date) -> bool:
    """A payday that the new first day rules out is not known any more. False where a day is out of reach."""
    starts_on = told.starts_on or made.starts_on or today
    payday = told.first_payday if told.pay else made.first_payday
    if rules.unfit(starts_on, None, today) or (told.first_payday and rules.unfit(starts_on, payday, today)):
        return False
    made.starts_on, made.cadence = starts_on, told.cadence or made.cadence
    made.first_payday = None if rules.unfit(starts_on, payday, today) else payday
    return True


def _starts_on(made: JobReport, text: str) -> bool:
    today, text = local(now()).date(), days.numbered_day(text)
    day = None if rereading.is_some_day(text) else days.first_day(text, today)
    if day is None or rules.unfit(day, None, today):
        return False
    made.starts_on = day
    return True


def _first_payday(made: JobReport, text: str) -> bool:
    if made.starts_on is None:
        return False
    if days.is_each_day(text):
        return True
    text = days.numbered_day(text)
    day = days.payday(text, made.starts_on, local(now()).date())
    if day is None and rereading.is_payday_unknown(text):
        return True
    if day is None:
        return days.is_regular(text) or days.was_paid(text) or days.is_about_when(text) or read_answer("yes_no", text)["value"] in NOT_KNOWN
    if rules.unfit(made.starts_on, day, local(now()).date()):
        return days.is_regular(text)
    made.first_payday = day
    return True


def _cadence(made: JobReport, text: str) -> bool:
    titles = [one.casefold() for one in choice_texts("utter_job_ask_cadence")]
    said = text.strip().casefold()
    made.cadence = CADENCES[titles.index(said) % len(CADENCES)] if said in titles else cadence_of(text)
    answer = str(read_answer("yes_no", text)["value"])
    made.cadence = made.cadence or (NONE if answer == "no" else AS_OFTEN.get(answer))
    return made.cadence is not None


def _none(made: JobReport, text: str) -> bool:
    """Texts only where they say how often; a no is none, and so is what cannot be read."""
    answer = read_answer("yes_no", text)["value"]
    named = cadence_of(text) if answer == "unclear" else None
    made.cadence = named or NONE
    return named is not None or answer == "no"


def _confirm(made: JobReport, text: str) -> bool:
    said = read_answer("yes_no", text)["value"]
    if said == "no":
        made.starts_on = made.first_payday = None
    return said in ("yes", "no")


STEPS = {
    "starts_on": Step("first_payday", _starts_on),
    "first_payday": Step("cadence", _first_payday),
    "cadence": Step("confirm", _cadence),
    NONE: Step("confirm", _none),
    "confirm": Step(DONE, _confirm),
}
