"""`handrail export`, `erase` and `partner`: one person's data, out or gone, and who may refer people."""

import asyncio
import json
import os
import sys
from collections.abc import Coroutine
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.export_page import export_page
from casework import claimants, privacy, referrals
from casework.base.db import engine, transaction
from casework.base.errors import HandrailError
from casework.claimants import Claimant
from casework.council import council
from casework.messaging import AssistantUnavailable
from handrail.running import database
from handrail.running.home import Home


class Unclear(Exception):
    pass


def export(home: Home, who: str, folder: Path) -> int:
    """Writes <id>.json and <id>.html into the folder and prints their paths."""
    return _run(home, _export(who, folder))


def erase(home: Home, who: str, sure: bool) -> int:
    """Prints what went and what stays. Asks first, unless `sure`."""
    return _run(home, _erase(who, sure))


def add_partner(home: Home, name: str, areas: list[str]) -> int:
    return _run(home, _add_partner(name, areas))


async def _add_partner(name: str, areas: list[str]) -> None:
    try:
        async with transaction() as session:
            print(f"{name}  {await referrals.add_partner(session, name, areas)}")
    finally:
        await engine().dispose()


def _run(home: Home, work: Coroutine[None, None, None]) -> int:
    find_assistant(home)
    database.migrate(database.joined(home.database))
    try:
        asyncio.run(work)
    except AssistantUnavailable:
        print("handrail: the assistant must be running, so that it can forget too; nothing was removed", file=sys.stderr)
        return 1
    except (HandrailError, Unclear) as error:
        print(f"handrail: {error}", file=sys.stderr)
        return 1
    return 0


def find_assistant(home: Home) -> None:
    """A run under way says where its assistant is; a deployment of its own says so in the environment."""
    if "HANDRAIL_ASSISTANT_URL" not in os.environ and home.assistant_url.exists():
        os.environ["HANDRAIL_ASSISTANT_URL"] = home.assistant_url.read_text()
        os.environ["HANDRAIL_ASSISTANT_TOKEN"] = home.secret("assistant")


async def _export(who: str, folder: Path) -> None:
    try:
        async with transaction() as session:
            data = await privacy.export(session, (await _find(session, who)).id)
    finally:
        await engine().dispose()
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("json", json.dumps(data, indent=2, ensure_ascii=False)), ("html", export_page(data))):
        path = folder / f"{data['id']}.{name}"
        path.write_text(text, "utf-8")
        print(path)


async def _erase(who: str, sure: bool) -> None:
    try:
        async with transaction() as session:
            claimant = await _find(session, who)
            if not sure and not _agreed(claimant):
                return
            done = await privacy.erase(session, claimant.id)
        print("\n".join([*(f"removed {count} {what}" for what, count in done.removed.items()), *done.kept]))
    finally:
        await engine().dispose()


def _agreed(claimant: Claimant) -> bool:
    print(f"This removes {claimant.preferred_name} ({claimant.id}) and all that was said with them. Type yes to go on:")
    return sys.stdin.readline().strip().lower() == "yes"


async def _find(session: AsyncSession, who: str) -> Claimant:
    """By id, number or e-mail address. Raises NotFound, Unclear."""
    try:
        return await claimants.get(session, UUID(who))
    except ValueError:
        found = await claimants.search(session, [area.id for area in council().areas], who)
    if len(found) == 1:
        return found[0]
    ids = ", ".join(f"{one.preferred_name} {one.id}" for one in found)
    raise Unclear(f"{who} is {len(found)} people: {ids or 'nobody'}; give one id")
