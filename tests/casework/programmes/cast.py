"""The 50 worked cases, and made-up people for properties."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from casework.programmes.loading import programmes

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("personas.jsonl").read_text("utf-8").splitlines()
]
PACKS = programmes()
EVERY = list(PACKS.values())
KINDS = EVERY[0].kinds
PLAIN = st.sampled_from(["yes", "no", "not_sure", "prefer_not", None])
NUMBER = st.one_of(st.integers(0, 70), st.sampled_from(["not_sure", "18-21", "22-24", "25-49", "66+", "12-17", None]))
COMPANIONS = {"markers_unknown": st.integers(0, 3), "markers_skipped": st.booleans()}
PEOPLE = st.fixed_dictionaries(
    {}, optional={fact: PLAIN if kind == "yes_no" else NUMBER for fact, kind in KINDS.items()} | COMPANIONS
)
