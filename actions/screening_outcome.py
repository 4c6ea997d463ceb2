"""What came of the questions, said aloud."""

from collections.abc import Iterable, Mapping

from rasa_sdk.executor import CollectingDispatcher

from actions.door import Turn
from casework import directory, safeguarding, screening
from casework.base.clock import now
from casework.base.settings import settings
from casework.base.words import phrase, words
from casework.programmes import Outcome, Programme
from casework.programmes.elsewhere import Place, always, elsewhere
from casework.screening import Screening

YOUNG = ("childline", "shout")
BEST = ("likely", "possible", "unlikely")
MOST_REASONS = 3


async def say_outcome(state: Screening, found: Mapping[str, Outcome], turn: Turn, say: CollectingDispatcher) -> None:
    packs = screening.packs_of(state)
    if await _needs_a_person_first(state, turn):
        say.utter_message(response="utter_screening_person_first")
    best = _best(packs, found)
    if turn.channel == "sms":
        say.utter_message(response=f"utter_screening_text_{best}")
    else:
        _on_the_page(packs, found, bool(state.private), say)
        _warn(packs, found, say)
        if bring := screening.to_bring(state):
            say.utter_message(response="utter_screening_bring", bring="\n".join(f"- {phrase(one)}" for one in bring))
    _point_elsewhere(state, packs, found, turn, say)
    say.utter_message(response=f"utter_screening_next_{best}", link=how_this_works(turn))


def _warn(packs: Iterable[Programme], found: Mapping[str, Outcome], say: CollectingDispatcher) -> None:
    """Not only where it is likely: a person may hear of the job from somebody else."""
    for pack in (one.pack for one in packs if found[one.id].kind != "unlikely"):
        if pack.warning:
            say.utter_message(response="utter_screening_warning", programme=pack.name, warning=phrase(pack.warning))


def say_trial(state: Screening, turn: Turn, say: CollectingDispatcher) -> None:
    """What would come out differently; nothing where the words were no answer, which is then asked again."""
    names = {one.id: one.pack.name for one in screening.packs_of(state)}
    differs = screening.try_answer(state, turn.text)
    if differs is None:
        return
    lines = [
        words(f"utter_screening_then_{then.kind}", programme=names[id_]).text for id_, (_, then) in differs.items()
    ]
    name = "utter_screening_trial" if lines else "utter_screening_trial_same"
    say.utter_message(response=name, lines="\n".join(lines))


def say_under_16(turn: Turn, say: CollectingDispatcher) -> None:
    say.utter_message(response="utter_screening_under_16", services=_services(Place(contacts=YOUNG), turn))


def say_none_here(turn: Turn, say: CollectingDispatcher) -> None:
    say.utter_message(response="utter_screening_none_here", services=_services(always(), turn))


def how_this_works(turn: Turn) -> str:
    return f"{settings().public_address}/programmes?area={turn.area.id}"


def _on_the_page(
    packs: Iterable[Programme], found: Mapping[str, Outcome], hides: bool, say: CollectingDispatcher
) -> None:
    """The best first; each with the answers that made it so, unless one of them is kept from the key worker."""
    packs = sorted(packs, key=lambda one: BEST.index(found[one.id].kind))
    for one in packs:
        outcome = found[one.id]
        if outcome.kind != "unlikely":
            why = "" if hides else _why(outcome)
            say.utter_message(response=f"utter_screening_{outcome.kind}", programme=_name(one), reasons=why)
    unlikely = [one for one in packs if found[one.id].kind == "unlikely"]
    if unlikely:
        say.utter_message(response="utter_screening_unlikely", lines="\n".join(_unlikely(unlikely, found, hides)))


def _why(outcome: Outcome) -> str:
    """Who left much open needs no list of it all."""
    many = outcome.kind == "possible" and len(outcome.reasons) > MOST_REASONS
    name = "utter_screening_reasons_more" if many else "utter_screening_reasons"
    return words(name, reasons=" ".join(phrase(one) for one in outcome.reasons[: MOST_REASONS if many else None])).text


def _unlikely(packs: Iterable[Programme], found: Mapping[str, Outcome], hides: bool) -> list[str]:
    """A line for each reason, with all that it closes."""
    names: dict[str, list[str]] = {}
    for one in packs:
        names.setdefault("" if hides else found[one.id].reasons[0], []).append(_name(one))
    return [f"- {', '.join(them)}" + (f": {phrase(reason)}" if reason else "") for reason, them in names.items()]


def _name(programme: Programme) -> str:
    if programme.pack.status == "live":
        return programme.pack.name
    return words("utter_screening_demonstration", programme=programme.pack.name).text


def _best(packs: Iterable[Programme], found: Mapping[str, Outcome]) -> str:
    """Which way on is offered: a programme with a warning is talked through with a person before anything else."""
    likely = [one.pack for one in packs if found[one.id].kind == "likely"]
    if likely and all(pack.warning for pack in likely):
        return "warned"
    kinds = {one.kind for one in found.values()}
    return next(kind for kind in BEST if kind in kinds)


async def _needs_a_person_first(state: Screening, turn: Turn) -> bool:
    """Much in the way, nothing told, or what was said before."""
    much = screening.has_many_things(state) or screening.tells_nothing(state)
    return much or await person_first(turn)


async def person_first(turn: Turn) -> bool:
    """Whether words in this conversation say that a person should be met before any form."""
    said = bool(turn.tracker.get_slot("person_first"))
    return said or bool(await safeguarding.of_conversation(turn.session, turn.conversation))


def _point_elsewhere(
    state: Screening, packs: list[Programme], found: Mapping[str, Outcome], turn: Turn, say: CollectingDispatcher
) -> None:
    """Help beyond the programmes: what an answer points to, and the usual way where nothing fits."""
    place = elsewhere(screening.facts(state), packs[0].kinds)
    if place and place.words:
        say.utter_message(response=place.words)
    elif place:
        say.utter_message(response="utter_screening_elsewhere", services=_services(place, turn))
    if all(one.kind == "unlikely" for one in found.values()):
        say.utter_message(response="utter_screening_mainstream", services=_services(always(), turn))


def _services(place: Place, turn: Turn) -> str:
    nation, at = turn.area.nation, now()
    shown = directory.signpost(place.need, turn.area.id, nation, at) if place.need else []
    return "\n".join(directory.render([*shown, *directory.contacts(place.contacts, nation, at)], turn.channel))
