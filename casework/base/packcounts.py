"""How far a language pack is: what a native speaker has read, what not yet, and what is missing."""

from collections.abc import Mapping
from typing import NamedTuple

from casework.base.domain import Wordings, originals
from casework.base.packfile import Phrases, Topic, sentences
from casework.base.packs import Pack
from casework.base.settings import ROOT


class Count(NamedTuple):
    """Wordings or sentences. What is missing is said in English."""

    reviewed: int
    unreviewed: int
    missing: int


def counts(of: Pack) -> dict[str, Count]:
    """How far each file is, by its path in the pack."""
    topics = {f"{stem}.yml": _topic_count(topic, originals()[stem]) for stem, topic in of.topics.items()}
    return topics | {f"phrases/{name}.yml": _phrase_count(file) for name, file in of.phrase_files.items()}


def _topic_count(topic: Topic, english: Mapping[str, Wordings]) -> Count:
    reviews = [one.reviewed for wordings in topic.responses.values() for one in wordings]
    missing = sum(len(english[name]) for name in english.keys() - topic.responses.keys() - set(topic.leave))
    return Count(len(reviews) - reviews.count(None), reviews.count(None), missing)


def _phrase_count(file: Phrases) -> Count:
    reviews = [one.reviewed for one in file.phrases]
    missing = len(sentences(ROOT / file.of) - {one.en for one in file.phrases})
    return Count(len(reviews) - reviews.count(None), reviews.count(None), missing)
