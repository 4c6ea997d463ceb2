"""Group sessions by text with the real assistant: asked for by name, full, and the last place wanted twice."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from tests.conversations.test_checkins import run, texts
from tests.running import Running

# At an hour when nobody works, so that it stands in no other meeting's way.
MADE = """
    WITH anchor AS (
        INSERT INTO appointments (id, area, diary_id, venue, name, kind, format, starts_at, ends_at, blocked_until, state,
            sequence, features, partner, note, made_at)
        SELECT gen_random_uuid(), 'northbridge', min(id), 'hub', %s, 'group', 'in_person', at, at + interval '90 minutes',
            at + interval '90 minutes', 'booked', 0, '[]', '', '', now()
        FROM diaries, (SELECT date_trunc('day', now()) + interval '20 days 21 hours' AS at) AS evening GROUP BY at
        RETURNING id
    )
    INSERT INTO group_sessions (id, area, title, places, anchor_id, made_at)
    SELECT gen_random_uuid(), 'northbridge', %s, %s, id, now() FROM anchor
"""
# What other tests left: a group that has room would be offered instead.
NONE_ELSE = "UPDATE appointments SET state = 'cancelled' WHERE kind = 'group'"
GONE = """
    WITH gone AS (DELETE FROM appointments WHERE group_id IN (SELECT id FROM group_sessions WHERE title = %s))
    UPDATE appointments SET state = 'cancelled' WHERE kind = 'group' AND name = %s
"""
TAKEN = """
    SELECT count(*) FROM appointments JOIN group_sessions ON group_sessions.id = group_id
    WHERE title = %s AND state IN ('held', 'booked')
"""


@contextmanager
def a_group(handrail: Running, title: str, places: int = 1) -> Iterator[None]:
    run(handrail, NONE_ELSE)
    run(handrail, MADE, title, title, places)
    try:
        yield
    finally:
        run(handrail, GONE, title, title)


def test_one_is_asked_for_by_its_name_and_the_next_hears_that_it_is_full(handrail: Running) -> None:
    first, second = "+447700900658", "+447700900659"
    with a_group(handrail, "Juggling club"):
        assert "1 Juggling club: " in texts(handrail, first, "book me on the juggling club")
        assert "Book it?" in texts(handrail, first, "1")
        assert "What first name" in texts(handrail, first, "1")
        assert "make it easier" in texts(handrail, first, "Sam")
        texts(handrail, first, "no")
        full = texts(handrail, second, "can i join the juggling club")
        assert "No group has room just now" in full
        assert "4 Talk to a person" in full
        assert "When suits you?" in texts(handrail, second, "2")


def test_of_two_at_once_for_the_last_place_one_has_it(handrail: Running) -> None:
    phones = ("+447700900660", "+447700900661")
    with a_group(handrail, "Kite workshop"):
        for phone in phones:
            assert "1 Kite workshop: " in texts(handrail, phone, "sign me up for the kite workshop")
        with ThreadPoolExecutor(2) as at_once:
            heard = list(at_once.map(lambda phone: texts(handrail, phone, "1"), phones))
        assert sorted(["Book it?" in one for one in heard]) == [False, True]
        assert sorted(["has room just now" in one for one in heard]) == [False, True]
        assert run(handrail, TAKEN, "Kite workshop") == [(1,)]
