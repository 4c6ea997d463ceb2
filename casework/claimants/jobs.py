"""Once an hour: people hear of a coming change of key worker, within the hours that are safe for them."""

from typing import Any

from casework import outbox
from casework.base.clock import local, now
from casework.base.db import transaction
from casework.base.queue import queue
from casework.base.speaking import speaking
from casework.base.words import words
from casework.claimants import rules
from casework.claimants.changes import carry_out, due_changes, untold_changes
from casework.claimants.consenting import agreed
from casework.claimants.models import Claimant, ContactChannel, KeyWorkerChange
from casework.claimants.reaching import way_to
from casework.council import council, say_date
from casework.staff import Staff


@queue.periodic(cron="7 * * * *")
@queue.task(name="change_key_workers", pass_context=False)
async def change_key_workers(timestamp: int) -> None:
    """Tell what has yet to be told, then carry out what is due."""
    async with transaction() as session:
        for change in await untold_changes(session):
            claimant = await session.get_one(Claimant, change.claimant_id)
            worker = await session.get_one(Staff, change.to_id)
            channel = await way_to(session, claimant, "notice")
            if channel and _may(claimant) and await agreed(session, claimant.id, "contact"):
                await outbox.post(session, channel.kind, channel.address, **_words(claimant, worker, change, channel))
                change.told_at = now()
        for change in await due_changes(session, local(now()).date()):
            await carry_out(session, change)


def _may(claimant: Claimant) -> bool:
    hours = council().texting
    return rules.may_contact(claimant.safe_contact, hours.latest, hours.earliest, local(now()))


def _words(claimant: Claimant, worker: Staff, change: KeyWorkerChange, channel: ContactChannel) -> dict[str, Any]:
    with speaking(council().language(claimant.language)):
        return _said(claimant, worker, change, channel)


def _said(claimant: Claimant, worker: Staff, change: KeyWorkerChange, channel: ContactChannel) -> dict[str, Any]:
    name = "utter_key_worker_change" + ("_neutral" if rules.neutral(claimant.safe_contact) else "")
    filled = {"name": claimant.preferred_name, "worker": worker.name, "day": say_date(change.starts_on)}
    subject = words(f"{name}_subject").text if channel.kind == "email" else None
    return {"text": words(name, channel.kind, **filled).text, "subject": subject, "ref": change.id}
