"""What is left of a message with two wishes: kept while one is answered, then offered, and a yes goes on with it.

One question at a time: nothing is offered beside a question of ours, and whoever would go on goes on with what is left.
"""

from typing import Any, Awaitable, Callable, Dict, List, Optional

from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot import offers
from bot.turn import Played
from bot.wishes import Wish, meeting_with_reasons, parts, together, wishes

SLOT = "other_wishes"
NEXT, LATER = "other_wish", "other_wish_later"
GOES_ON = frozenset({"deny", "carry_on"})
Read = Callable[[str], Awaitable[Dict[str, Any]]]


async def heard(tracker: DialogueStateTracker, text: str, read: Read) -> Dict[str, Any]:
    """The message to answer, as `read` makes of it: the words, the answer they choose, or the more urgent of two wishes."""
    parsed = await read(text)
    kept = tracker.slots.get(SLOT) and tracker.get_slot(SLOT)
    if kept and kept["offered"]:
        _keep(tracker, kept["wishes"][1:])
    if tracker.active_loop_name:
        return parsed
    chosen = offers.taken(tracker, parsed)
    parsed = await read(chosen) if chosen else parsed
    if kept and not kept["offered"] and parsed["intent"]["name"] in GOES_ON:
        _keep(tracker, kept["wishes"][1:])
        return await read(kept["wishes"][0]["text"])
    if chosen:
        return parsed
    return await _most_urgent(tracker, parsed, read) if SLOT in tracker.slots else parsed


def to_say(tracker: DialogueStateTracker) -> Optional[Played]:
    """What is played after the answer: another wish is named for later, or offered once no question is open."""
    kept = tracker.slots.get(SLOT) and tracker.get_slot(SLOT)
    if not kept:
        return None
    if tracker.active_loop_name:
        tracker.update(SlotSet(SLOT, {**kept, "named": True}))
        return None if kept["named"] else Played(LATER)
    if offers.asks(tracker):
        return None
    tracker.update(SlotSet(SLOT, {**kept, "offered": True}))
    return Played(NEXT)


async def _most_urgent(tracker: DialogueStateTracker, parsed: Dict[str, Any], read: Read) -> Dict[str, Any]:
    pieces = parts(parsed["text"])
    if len(pieces) < 2:
        return parsed
    readings = {piece: await read(piece) for piece in pieces}
    read_as = [Wish(piece, one["intent"]["name"], one["intent"]["confidence"]) for piece, one in readings.items()]
    if meeting := meeting_with_reasons(read_as):
        return {**readings[meeting.text], "text": parsed["text"]}
    found = wishes(read_as)
    if len(found) < 2:
        return parsed
    if together(parsed["text"]) and all(one.is_seen_in_a_visit() for one in found):
        return {**readings[found[0].text], "text": parsed["text"]}
    _keep(tracker, [one.kept() for one in found[1:]])
    return readings[found[0].text]


def _keep(tracker: DialogueStateTracker, left: List[Dict[str, Any]]) -> None:
    tracker.update(SlotSet(SLOT, {"wishes": left, "named": False, "offered": False} if left else None))
