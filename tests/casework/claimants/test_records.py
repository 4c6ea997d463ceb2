"""Records against a real database: made, found, handed over, joined, taken apart, imported."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from casework import claimants, messaging, outbox, staff
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.errors import Conflict, NotFound, Unreadable
from casework.claimants import Claimant, KeyWorkerChange, jobs
from casework.staff import Staff

HEADER = "name,mobile,email,area,language,referred_on,adjustments,needs,reference,consent_keep\n"


def today() -> date:
    return local(now()).date()


async def made(name: str, number: str = "", *, proved: bool = True, **more: object) -> UUID:
    channels = [("sms", number, proved)] if number else []
    given = {"area": "northbridge", "source": "worker", "channels": channels} | more
    async with transaction() as session:
        return (await claimants.create(session, preferred_name=name, **given)).id  # type: ignore[arg-type]


async def worker(name: str, *areas: str, **more: object) -> Staff:
    async with transaction() as session:
        new = await staff.add(session, f"{name}@example.org", name, "key_worker", list(areas), "a long password")
        for field, value in more.items():
            setattr(new, field, value)
        return new


async def own_worker(claimant: UUID, on: date | None = None) -> tuple[str | None, str | None]:
    async with transaction() as session:
        who = await claimants.key_worker(session, await claimants.get(session, claimant), on or today())
        return who.own and who.own.name, who.acting and who.acting.name


async def test_a_new_person_gets_a_worker_of_the_area_who_is_there(sam: Staff, vera: Staff) -> None:
    await worker("Away", "northbridge", away_from=today(), away_until=today())
    assert await own_worker(await made("Ana")) == ("Sam", "Sam")


async def test_speciality_comes_before_load(sam: Staff) -> None:
    await made("Ana")
    await worker("Debbie", "northbridge", specialities=["debt"])
    for _ in range(2):
        assert await own_worker(await made("Ben", needs=["debt"])) == ("Debbie", "Debbie")
    assert await own_worker(await made("Cal")) == ("Sam", "Sam")


async def test_a_deputy_stands_in_and_theirs_for_them(sam: Staff) -> None:
    ana = await made("Ana")
    second = await worker("Second", "northbridge")
    first = await worker("First", "northbridge", away_from=today(), away_until=today(), deputy_id=second.id)
    async with transaction() as session:
        await staff.set_absence(session, sam, today(), today() + timedelta(days=1), first)
    assert await own_worker(ana) == ("Sam", "Second")
    assert await own_worker(ana, today() + timedelta(days=1)) == ("Sam", "First")
    assert await own_worker(ana, today() + timedelta(days=2)) == ("Sam", "Sam")


async def test_another_area_finds_nobody(vera: Staff) -> None:
    ana = await made("Ana", "+447700900111")
    async with transaction() as session:
        assert await claimants.search(session, vera.areas, "Ana") == []
        with pytest.raises(NotFound):
            await claimants.get(session, ana, vera.areas)


@pytest.mark.parametrize("words", ["an", "07700 900111", "+447700900111", "07700900111"])
async def test_a_person_is_found_by_name_or_number(sam: Staff, words: str) -> None:
    ana = await made("Ana", "+447700900111")
    await made("Ben", "+447700900112")
    async with transaction() as session:
        assert [one.id for one in await claimants.search(session, sam.areas, words)] == [ana]


async def test_a_percent_sign_finds_nobody(sam: Staff) -> None:
    await made("Ana")
    async with transaction() as session:
        assert await claimants.search(session, sam.areas, "%") == []


async def change(claimant: UUID, to: Staff, starts_on: date, by: Staff) -> KeyWorkerChange:
    async with transaction() as session:
        found = await claimants.get(session, claimant)
        return await claimants.change_key_worker(session, found, to, "moved team", starts_on, by)


async def test_a_change_is_told_once_before_its_day_and_then_done(sam: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, other = await made("Ana", "+447700900111"), await worker("Other", "northbridge")
    await change(ana, other, today() + timedelta(days=1), sam)
    noon = now().replace(hour=12, minute=0)
    monkeypatch.setattr(jobs, "now", lambda: noon)
    for _ in range(2):
        await jobs.change_key_workers(0)
    async with transaction() as session:
        (told,) = (await session.execute(select(outbox.Outgoing))).scalars()
    assert "Other" in told.text
    assert await own_worker(ana) == ("Sam", "Sam")
    monkeypatch.setattr(jobs, "now", lambda: noon + timedelta(days=1))
    await jobs.change_key_workers(0)
    assert await own_worker(ana) == ("Other", "Other")


async def test_who_said_no_to_being_contacted_gets_no_text(sam: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, other = await made("Ana", "+447700900111"), await worker("Other", "northbridge")
    async with transaction() as session:
        record = await claimants.get(session, ana)
        await claimants.change_consent(session, record, "contact", True, sam)
        await claimants.change_consent(session, record, "contact", False, sam)
        assert (await claimants.consents(session, ana))["contact"].given is False
    await change(ana, other, today() + timedelta(days=1), sam)
    monkeypatch.setattr(jobs, "now", lambda: now().replace(hour=12, minute=0))
    await jobs.change_key_workers(0)
    async with transaction() as session:
        assert (await session.execute(select(func.count()).select_from(outbox.Outgoing))).scalar_one() == 0


async def test_only_what_people_are_asked_can_be_agreed_to(sam: Staff) -> None:
    ana = await made("Ana")
    async with transaction() as session:
        with pytest.raises(Unreadable):
            await claimants.change_consent(session, await claimants.get(session, ana), "marketing", True, sam)


async def test_a_change_is_not_told_at_night_and_says_little_on_a_shared_phone(
    sam: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, other = await made("Ana", "+447700900111", safe_contact={"shared": True}), await worker("Other", "northbridge")
    await change(ana, other, today() + timedelta(days=2), sam)
    noon = now().replace(hour=12, minute=0)
    monkeypatch.setattr(jobs, "now", lambda: noon.replace(hour=23))
    await jobs.change_key_workers(0)
    async with transaction() as session:
        assert (await session.execute(select(func.count()).select_from(outbox.Outgoing))).scalar_one() == 0
    monkeypatch.setattr(jobs, "now", lambda: noon)
    await jobs.change_key_workers(0)
    async with transaction() as session:
        (told,) = (await session.execute(select(outbox.Outgoing))).scalars()
    assert "key worker" not in told.text


async def test_a_change_to_another_area_or_for_today_is_refused(sam: Staff, vera: Staff) -> None:
    ana, other = await made("Ana"), await worker("Other", "northbridge")
    with pytest.raises(claimants.NoChange, match="area"):
        await change(ana, vera, today() + timedelta(days=1), sam)
    with pytest.raises(claimants.NoChange, match="tomorrow"):
        await change(ana, other, today(), sam)


async def joined(kept: UUID, merged: UUID, by: Staff) -> UUID:
    async with transaction() as session:
        one, other = await claimants.get(session, kept), await session.get_one(Claimant, merged)
        return (await claimants.merge(session, one, other, by)).id


async def state(claimant: UUID) -> tuple[list[str], int]:
    async with transaction() as session:
        found = await session.get_one(Claimant, claimant)
        return sorted(one.address for one in found.channels), len(await messaging.of_claimant(session, claimant))


async def test_two_records_become_one_and_two_again(sam: Staff) -> None:
    ana, anna = await made("Ana", "+447700900111"), await made("Anna", "+447700900112")
    async with transaction() as session:
        await claimants.add_channel(session, await claimants.get(session, anna), "sms", "+447700900111")
        conversation, _ = await messaging.start(session, "northbridge", "Northbridge")
        assert await messaging.join(session, conversation.id, anna)
    before = await state(ana), await state(anna)
    merge_id = await joined(ana, anna, sam)
    assert await state(ana) == (["+447700900111", "+447700900112"], 1)
    async with transaction() as session:
        assert (await claimants.get(session, anna)).id == ana
        assert [one.id for one in await claimants.by_address(session, "sms", "+447700900112")] == [ana]
    async with transaction() as session:
        await claimants.undo_merge(session, merge_id, sam)
    assert (await state(ana), await state(anna)) == before
    async with transaction() as session:
        assert (await claimants.get(session, anna)).id == anna
        with pytest.raises(Conflict):
            await claimants.undo_merge(session, merge_id, sam)


async def test_records_of_two_areas_or_joined_already_are_not_joined(sam: Staff) -> None:
    ana, ben, far = await made("Ana"), await made("Ben"), await made("Ana", area="vale")
    await joined(ana, ben, sam)
    for kept, merged in ((ana, far), (ana, ben), (ana, ana)):
        with pytest.raises(Conflict):
            await joined(kept, merged, sam)


async def test_likely_doubles_are_shown(sam: Staff) -> None:
    ana, same_name = await made("Ana", "+447700900111"), await made("ANA")
    same_number = await made("Benny", "+447700900111")
    await made("Cal", "+447700900113")
    async with transaction() as session:
        found = await claimants.duplicates(session, await claimants.get(session, ana))
    assert {one.id for one in found} == {same_name, same_number}


async def imported(text: str, by: Staff) -> claimants.Report:
    async with transaction() as session:
        return await claimants.import_csv(session, text, by.areas, by)


async def test_good_rows_go_in_and_others_say_why(sam: Staff) -> None:
    rows = [
        "Ana,07700 900111,,northbridge,,24/10/2026,,,R1,yes",
        "Ben,01632 960101,ben at home,vale,,31/02/2026,,,R2,no",
        "=HYPERLINK(1),,,northbridge,,,,,R3,yes",
        "Ana,+447700900111,,northbridge,,,,,R1,yes",
        "Ana,07700900111,,Northbridge,,,,,,YES",
        "",
        '"Cal\nEvil",,c@example.org,northbridge,,,,,,yes',
    ]
    report = await imported(HEADER + "\r\n".join(rows), sam)
    assert [row.outcome for row in report.rows] == [
        "created", "refused", "refused", "duplicate", "duplicate", "refused",
    ]  # fmt: skip
    assert len(report.rows[1].faults) == 5
    assert report.created == 1


async def test_the_same_file_twice_makes_nothing_twice(sam: Staff) -> None:
    file = (
        "\ufeff"
        + HEADER.replace(",", ";")
        + "Ana;07700 900111;;northbridge;;;;;;yes\nBen;;;northbridge;;;;debt,housing;;yes\n"
    )
    assert (await imported(file, sam)).created == 2
    assert (await imported(file, sam)).created == 0


@pytest.mark.parametrize("text", ["", "\n\n", "name,area\nAna,northbridge\n", "\x00\x01", "a;b;c"])
async def test_a_file_without_the_columns_is_refused_plainly(sam: Staff, text: str) -> None:
    report = await imported(text, sam)
    assert report.created == 0
    assert "columns" in report.rows[0].faults[0]


async def test_a_future_referral_is_refused(sam: Staff) -> None:
    tomorrow = (today() + timedelta(days=1)).strftime("%d/%m/%Y")
    report = await imported(f"{HEADER}Ana,,,northbridge,,{tomorrow},,,,yes\n", sam)
    assert report.rows[0].faults == ["The day of referral is in the future."]


async def test_an_unknown_person_is_not_found(clean: None) -> None:
    async with transaction() as session:
        with pytest.raises(NotFound):
            await claimants.get(session, uuid4())
