"""`python -m bot.adapting WEIGHTS [OUT]` learns from all messages and writes the adapter."""

import sys
from pathlib import Path

import numpy as np
from encoder import Encoder, adapter, weights

from bot.adapting.examples import lessons
from bot.adapting.learning import Learner
from bot.adapting.network import Network

RANK, ROUNDS, RATE, SEED = 24, 4, 1.5e-3, 0


def main() -> None:
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else adapter.FILE
    official = Encoder(threads=2)
    given = lessons()
    print(f"learning from {len(given.texts)} messages", flush=True)
    network = Network(weights.load(Path(sys.argv[1])), RANK, SEED)
    Learner(network, official, given, ROUNDS, RATE).learn()
    np.savez_compressed(target, **network.thin())
    print(f"wrote {target.name}, {target.stat().st_size / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
