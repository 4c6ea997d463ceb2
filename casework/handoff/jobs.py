"""Every minute: an alert that nobody looks at climbs to the next person, and each is written to."""

from uuid import uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework import outbox, safeguarding
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.live import notify
from casework.base.queue import queue
from casework.base.words import words
from casework.council import Duty, council, international, is_open
from casework.handoff.reaching import reaches
from casework.handoff.rules import told_by_now
from casework.safeguarding import Alert

LIFE_AT_RISK = "P0"


@queue.periodic(cron="* * * * *")
@queue.task(name="climb_alerts", pass_context=False)
async def climb_alerts(timestamp: int) -> None:
    async with transaction() as session:
        for alert in await safeguarding.unacknowledged(session):
            area = council().area(alert.area)
            minutes = council().safeguarding.clock(alert.priority).acknowledge_minutes
            due = told_by_now(area, alert.raised_at, minutes, len(council().safeguarding.climb), now())
            if alert.climbed < 0 and alert.priority == LIFE_AT_RISK and not is_open(area, now()):
                await _write(session, alert, council().safeguarding.out_of_hours, "out of hours")
            while alert.climbed < due:
                alert.climbed += 1
                await _write(session, alert, council().safeguarding.climb[alert.climbed], str(alert.climbed))
            await notify(session, f"desk:{alert.area}")


async def _write(session: AsyncSession, alert: Alert, duty: Duty | None, place: str) -> None:
    """An e-mail and a text that say an alert waits, on which channel, and nothing of what it is about."""
    if duty is None:
        return
    area = council().area(alert.area)
    said = {"priority": alert.priority, "area": area.name, "who": duty.who}
    reach = (await reaches(session, [alert.conversation_id])).get(alert.conversation_id)
    name = "utter_alert_careful" if reach and reach.careful else "utter_alert"
    if duty.mobile:
        text, ref = words(name, "sms", **said, where=_on(alert, "sms")).text, uuid5(alert.id, f"{place} text")
        await outbox.post(session, "sms", international(duty.mobile), text, ref=ref, about="safety")
    if duty.email or not duty.mobile:
        text, subject = words(name, **said, where=_on(alert, "web")).text, words("utter_alert_subject", **said).text
        await outbox.post(session, "email", duty.email or area.email, text, subject=subject, ref=uuid5(alert.id, place))


def _on(alert: Alert, channel: str) -> str:
    """The channel the person is on, in the words of the channel the worker is told by."""
    return words(f"utter_alert_on_{alert.channel}", channel).text
