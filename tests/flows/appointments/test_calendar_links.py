"""One calendar outside belongs to one diary."""

import pytest

from casework import appointments, staff
from casework.base.db import transaction
from casework.base.errors import Unreadable
from casework.staff import Staff


@pytest.fixture
async def joe(sam: Staff) -> Staff:
    async with transaction() as session:
        return await staff.add(session, "joe@example.org", "Joe", "key_worker", ["northbridge"], "a long password")


async def links(worker: Staff, path: str) -> None:
    async with transaction() as session:
        await appointments.link(session, worker, path)


async def path_of(worker: Staff) -> str | None:
    async with transaction() as session:
        found = await appointments.link_of(session, worker)
        return found.path if found else None


@pytest.mark.parametrize("path", ["sam/work", "/sam/work/", "sam//work", "sam/./work", "Sam/Work"])
async def test_a_colleagues_calendar_is_not_linked_however_it_is_written(sam: Staff, joe: Staff, path: str) -> None:
    await links(sam, "sam/work")
    await links(joe, "joe/work")
    with pytest.raises(Unreadable, match="a colleague's diary"):
        await links(joe, path)
    assert (await path_of(sam), await path_of(joe)) == ("sam/work", "joe/work")


async def test_ones_own_is_linked_again_and_one_that_was_let_go_by_anybody(sam: Staff, joe: Staff) -> None:
    await links(sam, "sam/work")
    await links(sam, "sam/work")
    async with transaction() as session:
        await appointments.unlink(session, sam)
    await links(joe, "sam/work")
    assert await path_of(joe) == "sam/work"


async def test_what_cannot_be_read_leaves_the_link_that_was(sam: Staff) -> None:
    """The page catches the fault, and what was done before it would be kept."""
    await links(sam, "sam/work")
    async with transaction() as session:
        with pytest.raises(Unreadable):
            await appointments.link(session, sam, "../elsewhere")
    assert await path_of(sam) == "sam/work"
