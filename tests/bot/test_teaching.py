"""What the pipelines to compare are given: the same messages, and the vectors each may read."""

import os
from pathlib import Path

from encoder import ADAPTED, OFFICIAL
from encoder.model import FOLDER

from bot.evaluation import teaching


def test_published_vectors_stand_where_the_adapted_are_looked_for(tmp_path):
    built = Path(os.environ[FOLDER]).resolve()
    with teaching.published_vectors(tmp_path / "encoder"):
        found = Path(os.environ[FOLDER])
        assert (found / ADAPTED.file).resolve() == built / OFFICIAL.file
        assert (found / ADAPTED.stamp).read_text() != (built / ADAPTED.stamp).read_text()
    assert Path(os.environ[FOLDER]) == built


def test_our_own_pipeline_comes_without_what_conversations_need():
    assert {"pipeline", "language"} <= set(teaching._of_understanding(teaching.OUR_CONFIG))
    assert "policies" not in teaching._of_understanding(teaching.OUR_CONFIG)


def test_all_messages_are_there_to_draw_from():
    said = teaching.messages()
    assert len(said) > 15000
    assert ("tell me a joke", "out_of_scope") in said
