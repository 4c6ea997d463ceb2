"""The page that is written of a measurement: a row for each pipeline, and how much each was taught."""

import pytest

from bot.evaluation import report
from bot.evaluation.figures import OUTSIDE, Measured, Reading

RIGHT = [Reading("hello", "greet", "greet", 0.9, "greet"), Reading("bins?", OUTSIDE, OUTSIDE, 0.9, OUTSIDE)]
WRONG = [Reading("hello", "greet", "thanks", 0.4, "thanks"), RIGHT[1]]
THREE = {
    "ours": Measured(RIGHT, 100, 16000),
    "ours on the sample": Measured(RIGHT, 100, 2840),
    "stock": Measured(WRONG, 60, 2840),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("understanding")


def test_each_pipeline_has_its_row(folder):
    page = report.write(folder, THREE)
    assert "| ours | 16000 | 1.000 | 1.000 | 1.000 | 0.000 | 0.100 | 100 |" in page
    assert "| stock | 2840 | 0.500 | 0.500 | 1.000 | 0.000 |" in page
    assert "The sample is 40 messages of each intent" in page
    assert (folder / "report.md").read_text("utf-8") == page


def test_the_rest_of_the_page_is_about_ours(folder):
    page = report.write(folder, dict(list(THREE.items())[:1]))
    assert "thanks" not in page
    assert "sample" not in page
    assert (folder / "confusion.svg").exists()
