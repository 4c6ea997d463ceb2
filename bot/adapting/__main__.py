"""`python -m bot.adapting small|large FOLDER [FILE…]` learns from messages and writes the adapter of one network.

FOLDER holds its weights as encoder.weights gives them (weights.npz) and its vocabulary (vocab.txt). With the names of
FILEs (calm_13 …) it goes on from the adapter as it is, one gentle round over those and some of the rest.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np
from encoder import adapter
from encoder.shape import LARGE, SMALL, Shape
from encoder.wordpiece import WordPiece

from bot.adapting.examples import Lessons, lessons, more
from bot.adapting.learning import Learner
from bot.adapting.network import Network

GENTLY = 0.4


@dataclass(frozen=True)
class Plan:
    """`still` layers do not learn; `rough` is for a network too large to be multiplied exactly here."""

    shape: Shape
    lessons: Callable[[], Lessons]
    target: Path
    rank: int
    rounds: int
    rate: float
    still: int = 0
    rough: bool = False


PLANS = {
    "small": Plan(SMALL, lessons, adapter.SMALL, rank=24, rounds=4, rate=1.5e-3),
    "large": Plan(LARGE, lambda: lessons(intents=False, calm=2), adapter.LARGE, rank=16, rounds=2, rate=1e-3, still=4, rough=True),
}


def main() -> None:
    plan, folder, files = PLANS[sys.argv[1]], Path(sys.argv[2]), sys.argv[3:]
    given = more(files) if files else plan.lessons()
    print(f"learning from {len(given.texts)} messages", flush=True)
    with np.load(folder / "weights.npz") as kept:
        network = Network(dict(kept), plan.shape, plan.rank, plan.still, plan.rough)
    if files:
        with np.load(plan.target) as learnt:
            network.go_on_from(learnt)
    rounds, rate = (1, plan.rate * GENTLY) if files else (plan.rounds, plan.rate)
    Learner(network, WordPiece(folder / "vocab.txt", plan.shape), given, rounds, rate).learn()
    np.savez_compressed(plan.target, **network.thin())
    print(f"wrote {plan.target.name}, {plan.target.stat().st_size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
