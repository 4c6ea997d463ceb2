"""Every minute: an alert that nobody looks at climbs to the next person, and each is written to."""

from uuid import uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from casework import outbox, safeguarding
from casework.base.clock import now
from casework.base.db import transaction
from casework.base.live import notify
from casework.base.queue import queue
from casework.base.words import words
from casework.council import council
from casework.handoff.rules import told_by_now
from casework.safeguarding import Alert


@queue.periodic(cron="* * * * *")
@queue.task(name="climb_alerts", pass_context=False)
async def climb_alerts(timestamp: int) -> None:
    async with transaction() as session:
        for alert in await safeguarding.unacknowledged(session):
            area = council().area(alert.area)
            minutes = council().safeguarding.clock(alert.priority).acknowledge_minutes
            due = told_by_now(area, alert.raised_at, minutes, len(council().safeguarding.climb), now())
            while alert.climbed < due:
                alert.climbed += 1
                await _write(session, alert)
            await notify(session, f"desk:{alert.area}")


async def _write(session: AsyncSession, alert: Alert) -> None:
    """An e-mail that says an alert waits, and nothing of what it is about."""
    area, who = council().area(alert.area), council().safeguarding.climb[alert.climbed]
    said = {"priority": alert.priority, "area": area.name, "who": who}
    text, subject = words("utter_alert_email", **said).text, words("utter_alert_email_subject", **said).text
    await outbox.post(session, "email", area.email, text, subject=subject, ref=uuid5(alert.id, str(alert.climbed)))
