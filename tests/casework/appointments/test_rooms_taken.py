"""When a room is taken: the same answer as looking at every meeting in it, however they overlap."""

import random
from datetime import UTC, datetime, timedelta

from casework.appointments.times.rooms import Taken

START, HOUR = datetime(2026, 12, 1, 9, tzinfo=UTC), timedelta(hours=1)


def test_a_room_that_nobody_has_is_free() -> None:
    assert not Taken().overlaps(START, START + HOUR)


def test_to_the_moment() -> None:
    taken = Taken()
    taken.add(START, START + HOUR)
    assert taken.overlaps(START + HOUR / 2, START + HOUR)
    assert not taken.overlaps(START - HOUR, START)
    assert not taken.overlaps(START + HOUR, START + 2 * HOUR)


def test_it_is_what_looking_at_each_would_say() -> None:
    chance = random.Random(3)
    for _ in range(200):
        spans = sorted((at := START + chance.randrange(40) * HOUR / 4, at + chance.randrange(1, 12) * HOUR / 4) for _ in range(chance.randrange(8)))
        taken = Taken()
        for first, last in spans:
            taken.add(first, last)
        start = START + chance.randrange(44) * HOUR / 4
        end = start + chance.randrange(1, 8) * HOUR / 4
        assert taken.overlaps(start, end) == any(first < end and last > start for first, last in spans)
