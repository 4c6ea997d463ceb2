"""The figures of a reading, worked out by hand."""

import pytest

from bot.evaluation import figures
from bot.evaluation.figures import FALLBACK, OUTSIDE, Reading


def reading(meant, read, confidence=0.5, guess=None):
    return Reading("words", meant, read, confidence, guess or read)


READINGS = [
    reading("greet", "greet", 0.95),
    reading("greet", "greet", 0.95),
    reading("greet", "thanks", 0.35),
    reading("thanks", FALLBACK, 0.05, "thanks"),
    reading(OUTSIDE, OUTSIDE, 0.65),
    reading(OUTSIDE, "thanks", 0.15),
]


def test_accuracy_counts_a_fallback_as_wrong():
    assert figures.accuracy(READINGS) == pytest.approx(3 / 6)


def test_scores_of_each_intent():
    greet, outside, thanks = figures.scores(READINGS)
    assert (greet.precision, greet.recall, greet.messages) == (1.0, pytest.approx(2 / 3), 3)
    assert (outside.f1, thanks.recall, thanks.precision) == (pytest.approx(2 / 3), 0, 0)
    assert figures.macro_f1(READINGS) == pytest.approx((0.8 + 2 / 3 + 0) / 3)


def test_confusions_are_counted_and_sorted():
    assert figures.confusions([*READINGS, reading("greet", "thanks")])[0] == ("greet", "thanks", 2)


def test_caught_and_refused():
    assert figures.outside(READINGS) == (0.5, 0.25)


def test_another_threshold_takes_the_guess_or_falls_back():
    moved = figures.at_threshold(READINGS, 0.0)
    assert [one.read for one in moved] == ["greet", "greet", "thanks", "thanks", OUTSIDE, "thanks"]
    assert all(one.read == FALLBACK for one in figures.at_threshold(READINGS, 0.99))


def test_calibration_by_tenths():
    assert figures.calibration(READINGS)[-1] == (0.95, 1.0, 2)
    assert figures.calibration_error([reading("greet", "greet", 1.0)]) == 0
    assert figures.calibration_error([reading("greet", "thanks", 1.0)]) == 1
