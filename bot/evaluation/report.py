"""Writes what was measured: a page and a picture."""

from pathlib import Path
from typing import Dict, List, Sequence

import matplotlib
import numpy as np

from bot.evaluation import figures
from bot.evaluation.figures import Measured, Reading
from bot.evaluation.sample import EACH

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "handrail"
from matplotlib import pyplot  # noqa: E402 - the kind of picture is chosen before

THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
PAIRS = 25
ON_SAMPLE = "on the sample"
SAMPLE = [
    f"The sample is {EACH} messages of each intent, the same for all that are taught with it. Our adapter was taught "
    "with all messages; with published vectors ours has learnt from exactly what the stock pipeline has.",
]


def write(folder: Path, measured: Dict[str, Measured]) -> str:
    """report.md and confusion.svg in `folder`; the page is given back too. The first of `measured` is ours."""
    folder.mkdir(parents=True, exist_ok=True)
    ours = next(iter(measured.values())).readings
    page = "\n".join([*_top(measured), *_outside(ours), *_calibration(ours), *_intents(ours), *_pairs(ours), ""])
    (folder / "report.md").write_text(page, "utf-8")
    _picture(ours, folder / "confusion.svg")
    return page


def _top(measured: Dict[str, Measured]) -> List[str]:
    ours = next(iter(measured.values())).readings
    return [
        "# How well the assistant understands",
        "",
        f"`make nlu` wrote this page from {len(ours)} held-out messages of {len(figures.scores(ours))} intents, "
        "none of them ever trained on.",
        "",
        "| pipeline | taught with | accuracy | macro F1 | out of scope caught | good refused | calibration error | "
        "messages a second |",
        "|---|---|---|---|---|---|---|---|",
        *(_row(name, one) for name, one in measured.items()),
        "",
        "Each pipeline falls back at its own threshold. Caught and refused count both the fallback and `out_of_scope`.",
        *(SAMPLE if any(name.endswith(ON_SAMPLE) for name in measured) else []),
        "",
        "![Confusion matrix](confusion.svg)",
    ]


def _row(name: str, one: Measured) -> str:
    caught, refused = figures.outside(one.readings)
    return (
        f"| {name} | {one.taught} | {figures.accuracy(one.readings):.3f} | {figures.macro_f1(one.readings):.3f} | "
        f"{caught:.3f} | {refused:.3f} | {figures.calibration_error(one.readings):.3f} | {one.speed:.0f} |"
    )


def _outside(readings: Sequence[Reading]) -> List[str]:
    rows = []
    for threshold in THRESHOLDS:
        moved = figures.at_threshold(readings, threshold)
        caught, refused = figures.outside(moved)
        rows.append(f"| {threshold:.2f} | {figures.accuracy(moved):.3f} | {caught:.3f} | {refused:.3f} |")
    return ["", "## Other thresholds", "", "| threshold | accuracy | caught | refused |", "|---|---|---|---|", *rows]


def _calibration(readings: Sequence[Reading]) -> List[str]:
    rows = [f"| {said:.2f} | {right:.2f} | {count} |" for said, right, count in figures.calibration(readings)]
    return ["", "## Calibration", "", "| confidence | right | messages |", "|---|---|---|", *rows]


def _intents(readings: Sequence[Reading]) -> List[str]:
    rows = [
        f"| {row.intent} | {row.precision:.2f} | {row.recall:.2f} | {row.f1:.2f} | {row.messages} |"
        for row in sorted(figures.scores(readings), key=lambda row: (row.f1, row.intent))
    ]
    return ["", "## Each intent, the worst first", "", "| intent | precision | recall | F1 | messages |", "|---|---|---|---|---|", *rows]


def _pairs(readings: Sequence[Reading]) -> List[str]:
    rows = [f"| {meant} | {read} | {count} |" for meant, read, count in figures.confusions(readings)[:PAIRS]]
    return ["", "## What is taken for what", "", "| meant | read as | times |", "|---|---|---|", *rows]


def _picture(readings: Sequence[Reading], file: Path) -> None:
    names = sorted({one.meant for one in readings} | {one.read for one in readings})
    place = {name: n for n, name in enumerate(names)}
    counts = np.zeros((len(names), len(names)))
    for one in readings:
        counts[place[one.meant], place[one.read]] += 1
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    figure, axes = pyplot.subplots(figsize=(14, 14))
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=7)
    axes.set_yticks(range(len(names)), names, fontsize=7)
    axes.set_xlabel("read as")
    axes.set_ylabel("meant")
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    pyplot.close(figure)
