"""What safety says: a wording not used yet, the contacts best for the place, and what the council will do and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations

from casework import directory, outbox
from casework.base.speaking import spoken
from casework.base.words import Words, words
from casework.council import Area, add_working_minutes, council, is_open, next_open, say_when
from casework.directory import Signpost
from casework.messaging import texting
from casework.safeguarding import Reply

MOST_CONTACTS = 3
MOST_TEXTS = 2
AGAIN = "utter_safety_again"


@dataclass(frozen=True)
class Situation:
    """Where, how and when somebody is spoken to, and how grave it is. `today`: they lack what cannot wait."""

    area: Area
    channel: str
    priority: str
    at: datetime
    today: bool = False


def unsaid(name: str, reply: Reply, situation: Situation, before: Sequence[str]) -> tuple[str, Words]:
    """A wording that was not said word for word before, while there is one: a pack's own, then those for again.

    Each of these comes once with every one of its contacts first. Gives the name of the response too.
    """
    situation = replace(situation, today=reply.near is not None)
    again = f"{AGAIN}_{'now' if situation.priority == 'P0' else 'soon'}"
    more = range(MOST_CONTACTS) if name.startswith("utter_safety_r") and reply.contacts else ()
    for response, first in [(name, 0), *((again, place) for place in more)]:
        found = contacts(reply, situation)
        said = fitting(response, [*found[first:], *found[:first]], situation, before)
        if said.text not in before:
            break
    return response, said


def fitting(response: str, shown: Sequence[Signpost], situation: Situation, before: Sequence[str] = ()) -> Words:
    """The words with their contacts; by text with as many of them as two texts hold."""
    if situation.channel != "sms":
        return _filled(response, shown, situation, before)
    tried = (_filled(response, fewer, situation, before) for fewer in _fewer(shown))
    return next((said for said in tried if _texts(said) <= MOST_TEXTS), _filled(response, (), situation, before))


def contacts(reply: Reply, situation: Situation) -> list[Signpost]:
    """At most three, best first: those near where the reply asks for them, then the nation's.

    Texts name the emergency number in their own words already.
    """
    area, at = situation.area, situation.at
    near = directory.signpost(reply.near, area.id, area.nation, at) if reply.near else []
    named = directory.contacts(reply.contacts, area.nation, at)
    extra = directory.contacts(reply.besides, area.nation, at)
    if situation.channel == "sms":
        near, named, extra = ([one for one in some if _for_text(one)] for some in (near, named, extra))
    found = list({one.id: one for one in (*near, *named)}.values())
    return _with(extra[0], found) if extra else found[:MOST_CONTACTS]


def _with(extra: Signpost, found: Sequence[Signpost]) -> list[Signpost]:
    """The best, one for what was said beside it, and one that can be written to where there is one."""
    shown = {one.id: one for one in (*found[:1], extra, *sorted(found[1:], key=lambda one: not one.text))}
    return list(shown.values())[:MOST_CONTACTS]


def _for_text(one: Signpost) -> bool:
    return one.by_text and one.phone_shown != directory.emergency()


def due(area: Area, priority: str, at: datetime) -> datetime | None:
    """When someone aims to answer: nothing is promised for a moment nobody works."""
    if not is_open(area, at):
        return None
    return add_working_minutes(area, at, council().safeguarding.clock(priority).contact_minutes)


def promised(situation: Situation) -> datetime:
    """By when they are told that somebody answers, or when somebody will be there to look."""
    area, at = situation.area, situation.at
    return due(area, situation.priority, at) or next_open(area, at)


def _filled(response: str, shown: Sequence[Signpost], situation: Situation, before: Sequence[str]) -> Words:
    return words(
        response,
        situation.channel,
        before,
        contacts="\n".join(directory.render(shown, situation.channel)),
        promise=_promise(situation),
        emergency=directory.emergency(),
        homeless=_homeless(situation.area, situation.at),
    )


def _texts(said: Words) -> int:
    return outbox.length(texting.as_text(said.text, said.choices, spoken())).parts


def _fewer(shown: Sequence[Signpost]) -> Iterator[tuple[Signpost, ...]]:
    """All of them, then fewer and fewer: first those among whom one can be written to, then by who is best."""
    for count in range(len(shown), 0, -1):
        yield from sorted(combinations(shown, count), key=lambda some: not any(one.text and one.open_now is not False for one in some))


def _homeless(area: Area, at: datetime) -> str:
    """Who answers for homeless people now."""
    return area.phones.homeless if is_open(area, at) else area.phones.out_of_hours or area.phones.homeless


def _promise(situation: Situation) -> str:
    phones, when = situation.area.phones, say_when(promised(situation), situation.at)
    if is_open(situation.area, situation.at):
        return words("utter_safety_promise_open", situation.channel, when=when).text
    if situation.today and phones.out_of_hours:
        return words("utter_safety_promise_today", situation.channel, when=when, phone=phones.out_of_hours).text
    return words("utter_safety_promise_closed", situation.channel, when=when).text
