"""The pattern files can be trusted: they load, and an idiom stays short."""

from typing import Any

import pytest

from casework.safeguarding import notation
from casework.safeguarding.data import load, pattern_files

FILES = {name: load(name) for name in pattern_files()}
BLOCKS: list[dict[str, Any]] = [block for file in FILES.values() for block in file.get("read", ())]


def test_every_file_says_what_it_is_about() -> None:
    assert all(file["about"] for file in FILES.values())


def test_every_class_has_patterns() -> None:
    assert {block["class"] for block in BLOCKS if "class" in block} == set(load("packs.yml")["classes"])


def test_yaml_turned_no_word_into_a_truth_value() -> None:
    words = load("words.yml")
    for name in ("short", "pairs", "emoji", "signs"):
        assert all(isinstance(word, str) for pair in words[name].items() for word in pair)
    for name in ("fillers", "closers", "core", "glue", "after_just"):
        assert all(isinstance(word, str) for word in words[name])
    assert all(isinstance(text, str) for block in BLOCKS for text in block["say"])


def test_an_idiom_holds_no_gap() -> None:
    idioms = [text for block in BLOCKS if "ordinary" in block for text in block["say"]]
    assert [text for text in idioms if ".." in text] == []


def test_signals_that_are_asked_for_exist() -> None:
    known = {block.get("signal") or block.get("class") for block in BLOCKS}
    asked = {name for row in load("packs.yml")["together"] for names in row["all"] for name in names}
    asked |= {name for block in BLOCKS for name in block.get("unless", ())}
    assert asked <= known


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("want to die", [("want", "to", "die")]),
        ("(end it|die) now", [("die", "now"), ("end", "it", "now")]),
        ("i [really] want", [("i", "really?", "want")]),
        ("i .. <hit>", [("i", "..", "hit|beat")]),
        ("done$", [("done$",)]),
    ],
)
def test_the_notation(text: str, ways: list[tuple[str, ...]]) -> None:
    assert sorted(notation.expand(text, {"hit": [("hit|beat",)]})) == sorted(ways)


def test_an_open_bracket_is_refused() -> None:
    with pytest.raises(ValueError, match="brackets"):
        notation.expand("(want to die", {})
