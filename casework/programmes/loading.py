"""Reads `programmes/` and hands out packs ready to use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

from casework.base.once import once
from casework.base.settings import ROOT
from casework.base.yamlfile import DataError, Known, Where, load_yaml
from casework.programmes.faults import fact_faults, pack_faults, question_faults
from casework.programmes.logic import Truth
from casework.programmes.packs import Facts, Joined, Pack, Question, Questions
from casework.programmes.tree import Node, build, conditions_of
from casework.programmes.values import Kind, Range, value_of

FOLDER = ROOT / "programmes"
QUESTIONS = "questions.yml"
FACTS = "facts.yml"
SHARED = (QUESTIONS, FACTS, "benefits.yml", "elsewhere.yml", "markers.yml", "segmentation.yml")


@dataclass(frozen=True)
class Asking:
    """A question with its place in the order and what must be true before it is asked."""

    place: int
    question: Question
    only_if: Node | None


@dataclass(frozen=True)
class Programme:
    """A pack with its rule ready to use, and the questions that can settle it."""

    pack: Pack
    rule: Node
    kinds: Mapping[str, Kind]
    questions: tuple[Asking, ...]
    contradictions: tuple[tuple[tuple[str, ...], Node], ...]
    joined: Joined

    @property
    def id(self) -> str:
        return self.pack.id

    @cached_property
    def version(self) -> str:
        """Eight characters that differ once the rule, its comparisons, its dates or its places do."""
        comparisons = [(one.fact, one.wanted, one.otherwise) for one in conditions_of(self.rule)]
        shape = self.pack.model_dump(include={"rule", "settings", "status", "active_from", "active_to", "nations", "areas"})
        return sha256(repr((shape, comparisons)).encode()).hexdigest()[:8]

    @cached_property
    def used(self) -> frozenset[str]:
        """The facts that the rule looks at."""
        return frozenset(condition.fact for condition in conditions_of(self.rule))

    @cached_property
    def _compared(self) -> frozenset[str]:
        """The facts that contradictions look at."""
        return frozenset(one.fact for _, rule in self.contradictions for one in conditions_of(rule))

    def values(self, facts: Mapping[str, object]) -> dict[str, Range]:
        """What the facts say of everything that can be known."""
        return {fact: value_of(fact, kind, facts) for fact, kind in self.kinds.items()}

    def contradictory(self, facts: Mapping[str, object]) -> set[str]:
        """Facts told that cannot both be right, the same whichever programme is asked."""
        values = {name: value_of(name, self.kinds[name], facts) for name in self._compared}
        return {name for names, rule in self.contradictions if rule.truth(values) is Truth.TRUE for name in names}


@cache
def programmes(folder: Path = FOLDER) -> dict[str, Programme]:
    """Every pack by id, in the order of their files. Raises DataError with every fault, by file and line."""
    facts = _facts(folder)
    questions = _questions(folder, facts)
    found: dict[str, Programme] = {}
    errors: list[str] = []
    for path in sorted(path for path in folder.glob("*.yml") if path.name not in SHARED):
        try:
            found[path.stem] = _ready(_pack(path, facts, questions), facts, questions)
        except DataError as error:
            errors.append(str(error))
    if errors:
        raise DataError("\n".join(errors))
    return found


@once
def shared_facts() -> Facts:
    """Everything that can be known, with the conditions all packs share."""
    return _facts(FOLDER)


@once
def questions() -> tuple[Question, ...]:
    """The whole bank, in the order of asking."""
    return _questions(FOLDER, shared_facts()).questions


def _facts(folder: Path) -> Facts:
    class Checked(Facts):
        def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
            return fact_faults(self)

    return load_yaml(folder / FACTS, Checked)


def _questions(folder: Path, facts: Facts) -> Questions:
    class Checked(Questions):
        def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
            return question_faults(self, facts)

    return load_yaml(folder / QUESTIONS, Checked)


def _pack(path: Path, facts: Facts, questions: Questions) -> Pack:
    class Checked(Pack):
        def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
            if self.id != path.stem:
                yield ("id",), f"must be {path.stem}, like the file"
            yield from pack_faults(self, facts, questions)

    return load_yaml(path, Checked)


def _ready(pack: Pack, facts: Facts, questions: Questions) -> Programme:
    rule = build(pack.rule, {**facts.conditions, **pack.conditions}, pack.settings)
    needed = {condition.fact for condition in conditions_of(rule)}
    asked = tuple(
        Asking(place, question, build(question.only_if, facts.conditions, {}) if question.only_if else None)
        for place, question in enumerate(questions.questions)
        if question.fact in needed
    )
    apart = tuple((one.facts, build(one.rule, facts.conditions, {})) for one in facts.contradictions)
    return Programme(pack, rule, facts.facts, asked, apart, facts.joined)
