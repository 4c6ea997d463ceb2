"""Handrail's own processes beside a provider played on this machine: `python -m tests.loopback worker`, or `api PORT`.

Numbers are Ofcom's drama numbers with three digits more, which nobody can have; they are texted, at any hour.
"""

import re
import sys
from datetime import time

import uvicorn
import uvloop

from casework import worker
from casework.council import council
from casework.outbox import rules, sms

BEGINS = "+447700900"
SECRET, OURS = "a token", "+15557122661"


def number(n: int) -> str:
    return f"{BEGINS}{n:06d}"


def played() -> None:
    rules.DEMONSTRATION = re.compile(rf"{re.escape(BEGINS)}\d{{6}}")
    sms.is_demonstration = lambda to: False
    object.__setattr__(council().texting, "earliest", time(0))
    object.__setattr__(council().texting, "latest", time(23, 59, 59))


def environment(url: str, provider: str, **more: str) -> dict[str, str]:
    """What the processes are started with. `url`: the database; `provider`: the played one's address."""
    return {
        "DATABASE_URL": url,
        "HANDRAIL_TWILIO_ACCOUNT_SID": f"AC{'a' * 32}",
        "HANDRAIL_TWILIO_AUTH_TOKEN": SECRET,
        "HANDRAIL_TWILIO_FROM": OURS,
        "HANDRAIL_TWILIO_API_URL": provider,
        "OPENBLAS_NUM_THREADS": "1",
    } | more


if __name__ == "__main__":
    played()
    match sys.argv[1:]:
        case ["worker"]:
            uvloop.run(worker.work())
        case ["api", port]:
            uvicorn.run("api.app:app", host="127.0.0.1", port=int(port), access_log=False, log_level="warning")
