"""How the questions lead to an outcome, for everyone to read: each programme's rules in plain words."""

from collections.abc import Iterator
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.pages import render
from casework import screening
from casework.base.clock import now
from casework.council import Area, council
from casework.programmes import Programme, explain, programmes

router = APIRouter(include_in_schema=False)
STEP = 2


@router.get("/programmes")
async def page(request: Request, area: str | None = None) -> Response:
    here = council().area(area)
    shown = [one for one in programmes().values() if _is_shown(one, here, now())]
    questions = {asking.place: asking.question for one in shown for asking in one.questions}
    return render(
        request,
        "programmes.html",
        area=here,
        programmes=[(one, list(_rules(one))) for one in shown],
        questions=[questions[place] for place in sorted(questions)],
    )


def _is_shown(programme: Programme, area: Area, at: datetime) -> bool:
    return screening.open_here(programme, area, at)


def _rules(programme: Programme) -> Iterator[tuple[int, str]]:
    """How deep each line of the rule is, and its words."""
    for line in explain(programme):
        words = line.lstrip()
        yield (len(line) - len(words)) // STEP, words
