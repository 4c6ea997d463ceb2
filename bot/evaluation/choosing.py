"""`python -m bot.evaluation.choosing MODEL`: what other limits would have done with the development set."""

import asyncio
import sys
from typing import Iterator, Tuple

from rasa.core.agent import Agent

from bot.doubt import LIKELY, SURE
from bot.evaluation import limits
from bot.evaluation.reading import development, read_by, readings
from bot.quietly import output

WEIGHTS = (1, 1.5, 2, 3, 4, 5, 8, 10, 20)
SURES, LIKELIES = (0.4, SURE, 0.6, 0.7, 0.8), (0.1, LIKELY, 0.2, 0.3)


def tables(model: str) -> Iterator[str]:
    cases, processor = development(), Agent.load(model).processor
    parsed, truths = asyncio.run(read_by(processor, cases)), [meant for _, meant in cases]
    read = readings(parsed, cases)
    yield f"{len(read)} messages of the development set\n"
    yield "| line | right | wrong | refused though right | spared a wrong answer |\n|---|---|---|---|---|"
    for line in limits.TRIED:
        yield _row(f"{line}", limits.outcome(read, {}, line))
    yield _row("each its own, left out", limits.left_out(read))
    yield "\n| sure | likely | asked | the first | the second | neither |\n|---|---|---|---|---|---|"
    for sure, likely in ((sure, likely) for sure in SURES for likely in LIKELIES):
        found = limits.asked(parsed, truths, processor.domain.responses, sure, likely)
        yield _row(f"{sure} | {likely}", found)
    yield "\n| out of scope weighs | caught | missed | good lost | spared a wrong answer |\n|---|---|---|---|---|"
    for weight in WEIGHTS:
        yield _row(f"{weight}", limits.weighed(parsed, truths, weight))


def _row(name: str, counts: Tuple[int, ...]) -> str:
    return f"| {name} | {' | '.join(map(str, counts))} |"


def main() -> None:
    target = output()
    for line in tables(sys.argv[1]):
        print(line, file=target)


if __name__ == "__main__":
    main()
