"""What those who lead see of people in work, and what a key worker sees of one person's check-ins."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from casework.base.clock import local, now
from casework.checkins import Checkin, Job
from casework.claimants import Claimant, ContactChannel
from tests.browser.conftest import violations
from tests.browser.test_claimants import new_record
from tests.browser.test_journeys import sign_in
from tests.running import Running

PHONE = {"width": 360, "height": 780}


@contextmanager
def writing(handrail: Running) -> Iterator[Session]:
    engine = create_engine(make_url(handrail.database).set(drivername="postgresql+psycopg"))
    with Session(engine) as session, session.begin():
        yield session
    engine.dispose()


def asked(job: Job, days_ago: int, **more: object) -> Checkin:
    at = now() - timedelta(days=days_ago)
    whole = {"state": "answered", "question": "how_is_work", "words": "How is work going?", "answered_at": at} | more
    return Checkin(
        claimant_id=job.claimant_id, job_id=job.id, step=f"seen_{days_ago}", version="1",
        due_at=at, look_at=at, too_late_at=at, sent_at=at, **whole,
    )


def people(handrail: Running, many: int) -> None:
    with writing(handrail) as session:
        for n in range(many):
            who = Claimant(area="northbridge", preferred_name=f"Worker {n}", source="worker")
            session.add(who)
            session.flush()
            start = local(now()).date() - timedelta(weeks=14)
            job = Job(claimant_id=who.id, starts_on=start, reported_by="worker", shifts=[], cadence="usual")
            session.add(job)
            session.flush()
            score = 3 if n % 3 == 0 else 1
            session.add(asked(job, 1, outcome="struggling" if score == 3 else "good", score=score))


def history(handrail: Running, name: str) -> None:
    """Three check-ins of somebody whose job is followed: good, no answer, paid too little."""
    with writing(handrail) as session:
        job = session.query(Job).join(Claimant, Claimant.id == Job.claimant_id).filter(Claimant.preferred_name == name).one()
        session.add(asked(job, 20, outcome="good", score=1))
        session.add(asked(job, 14, state="missed", answered_at=None))
        due = now() + timedelta(hours=4)
        session.add(asked(job, 2, outcome="pay_short", score=3, trend="worse", level="P2", promised_by=due))


def texted(desk: Page, handrail: Running, name: str, number: str) -> None:
    """A new record of somebody who has proved their number, so that questions can go to it."""
    new_record(desk, handrail, name, number)
    with writing(handrail) as session:
        who = session.query(Claimant).filter(Claimant.preferred_name == name).one()
        session.query(ContactChannel).filter(ContactChannel.claimant_id == who.id).one().proved_at = now()


def fits(page: Page) -> bool:
    """Nothing of the page is cut off, or only reached by moving it sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.fixture(scope="module")
def many(handrail: Running) -> None:
    people(handrail, 30)


def test_leads_see_how_people_in_work_are_doing(context: BrowserContext, handrail: Running, many: None) -> None:
    desk = sign_in(context, handrail)
    desk.get_by_role("link", name="People in work").click()
    expect(desk.get_by_role("heading", name="People in work in Northbridge")).to_be_visible()
    expect(desk.get_by_role("img", name="Share that answered")).to_contain_text("of these: trouble")
    expect(desk.get_by_role("img", name="Share of people still in the job")).to_contain_text("known to be in it")
    expect(desk.get_by_role("table", name="Kept, of those whose time has come")).to_be_visible()
    assert violations(desk) == []
    desk.set_viewport_size(PHONE)
    assert fits(desk)
    assert violations(desk) == []


def test_a_lead_looks_at_the_other_area(context: BrowserContext, handrail: Running, many: None) -> None:
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/in-work")
    areas = desk.get_by_role("navigation", name="Areas")
    areas.get_by_role("link", name="Vale").click()
    expect(desk.get_by_role("heading", name="People in work in Vale")).to_be_visible()
    expect(areas.get_by_role("link", name="Vale")).to_have_attribute("aria-current", "page")


def test_how_it_has_gone_is_told_in_words(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    texted(desk, handrail, "Rosalind", "07700 900950")
    desk.get_by_role("link", name="Their job and check-ins").click()
    desk.get_by_role("button", name="Follow this job").click()
    expect(desk.get_by_text("Next:")).to_be_visible()
    history(handrail, "Rosalind")
    desk.reload()
    expect(desk.get_by_role("row").nth(1)).to_contain_text("Paid too little")
    expect(desk.get_by_role("row").nth(1)).to_contain_text("worse than before")
    expect(desk.get_by_role("row").nth(1)).to_contain_text("P2, by")
    expect(desk.get_by_role("row").nth(2)).to_contain_text("No answer")
    assert violations(desk) == []
    desk.set_viewport_size(PHONE)
    assert fits(desk)
    desk.get_by_role("link", name="Rosalind", exact=True).click()
    expect(desk.get_by_text("Last heard of it")).to_contain_text("Paid too little")
    assert fits(desk)


def test_what_comes_next_can_be_seen_paused_and_begun_again(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    texted(desk, handrail, "Tobias", "07700 900951")
    desk.get_by_role("link", name="Their job and check-ins").click()
    desk.get_by_role("button", name="Follow this job").click()
    desk.get_by_text("to come").click()
    expect(desk.get_by_text("Are your hours and shifts what you agreed?").first).to_be_visible()
    assert violations(desk) == []
    until = local(now()).date() + timedelta(days=10)
    desk.get_by_label("Ask nothing until the end of").fill(until.isoformat())
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("Check-ins are paused until the end of")).to_be_visible()
    expect(desk.get_by_text("Next: after the pause")).to_be_visible()
    desk.get_by_label("Ask nothing until the end of").fill("")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("are paused until")).to_have_count(0)


def test_a_job_with_an_impossible_day_is_not_followed(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    new_record(desk, handrail, "Wilma")
    desk.get_by_role("link", name="Their job and check-ins").click()
    desk.get_by_label("It starts on").fill("2026-11-02")
    desk.get_by_label("First payday, if they know").fill("2026-11-01")
    desk.get_by_role("button", name="Follow this job").click()
    expect(desk.get_by_role("alert")).to_contain_text("payday")
    assert violations(desk) == []


def test_leads_send_news_to_those_who_asked(context: BrowserContext, handrail: Running) -> None:
    desk = sign_in(context, handrail)
    desk.goto(f"{handrail.url}/desk/news")
    expect(desk.get_by_text("Only people who asked for news get it: 0 in this area")).to_be_visible()
    assert violations(desk) == []
    desk.set_viewport_size(PHONE)
    assert fits(desk)
