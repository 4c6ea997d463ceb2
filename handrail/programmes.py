"""`handrail programmes`: check the packs, put one into plain words, find whose outcome would move."""

import asyncio
import json
import sys

from casework import programmes, screening
from casework.base.db import engine, transaction
from handrail.running import database
from handrail.running.home import Home


def run(home: Home, verb: str, pack: str | None) -> int:
    if verb == "check" or programmes.check():
        return _check()
    match verb:
        case "explain":
            return _explain(pack or "")
        case _:
            database.migrate(database.joined(home.database))
            return asyncio.run(_rescreen())


def _check() -> int:
    faults = programmes.check()
    print("\n".join(faults) or f"{len(programmes.programmes())} programmes can be used")
    return 1 if faults else 0


def _explain(pack: str) -> int:
    found = programmes.programmes().get(pack)
    if found is None:
        print(f"handrail: no programme {pack}; there are {', '.join(programmes.programmes())}", file=sys.stderr)
        return 1
    print("\n".join([f"{found.pack.name} (rules {found.version})", *programmes.explain(found)]))
    return 0


async def _rescreen() -> int:
    """A line for each person: their id, what moves from what to what, and a message to send or not."""
    try:
        async with transaction() as session:
            for one in await screening.moved(session):
                line = {"claimant": str(one.claimant_id), "screening": str(one.screening_id), "changes": one.changes}
                print(json.dumps(line | {"draft": one.draft}, ensure_ascii=False))
    finally:
        await engine().dispose()
    return 0
