"""Several numbers of ours: a person hears from one, and keeps it as long as it is ours."""

from collections import Counter

from casework.outbox.rules import sender_for

POOL = [f"+4477009000{n:02}" for n in range(5)]
PEOPLE = [f"+447700900{n}" for n in range(100, 999)]


def test_it_is_the_same_however_the_pool_is_written() -> None:
    assert all(sender_for(one, POOL) == sender_for(one, POOL[::-1]) for one in PEOPLE)


def test_who_wrote_to_one_hears_from_it_while_it_is_ours() -> None:
    for one in PEOPLE[:20]:
        assert [sender_for(one, POOL, ours) for ours in POOL] == POOL
        assert sender_for(one, POOL, "+447700900999") == sender_for(one, POOL) == sender_for(one, POOL, None)


def test_people_are_shared_out() -> None:
    shares = Counter(sender_for(one, POOL) for one in PEOPLE)
    assert len(shares) == len(POOL)
    assert max(shares.values()) < 1.3 * len(PEOPLE) / len(POOL)


def test_only_its_own_people_move_when_a_number_goes_and_come_back_with_it() -> None:
    gone = POOL[2]
    rest = [one for one in POOL if one != gone]
    for one in PEOPLE:
        before, after = sender_for(one, POOL), sender_for(one, rest)
        assert after in rest if before == gone else after == before
