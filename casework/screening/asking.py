"""What to ask next: only what can still change an outcome, and nothing sensitive once a person has had enough."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from casework.programmes.loading import Asking, Programme
from casework.programmes.logic import Truth, all_of, any_of, at_least, not_
from casework.programmes.packs import Question
from casework.programmes.tree import Group, Leaf, Node, Not, cells, compare, conditions_of
from casework.programmes.values import Range, value_of, whole

REFUSALS = 3
ADULT_FROM = 16
Row = tuple[Truth, ...]


def next_question(
    packs: Iterable[Programme], facts: Mapping[str, object], asked: Sequence[str], *, discreet: bool = False
) -> Question | None:
    """The next question of what the packs need; None when nothing more can change, or under 16.

    `asked` are the ids of the questions put so far, in order. `discreet`: nothing sensitive, since others may read it.
    """
    given = list(packs)
    if under_16(given, facts):
        return None
    bank = {one.place: one for programme in given for one in programme.questions}
    tired = discreet or had_enough(given, facts, asked)
    left = _left([bank[place] for place in sorted(bank)], given, facts, asked, tired)
    open_facts = {one.question.fact for one in left}
    for one in left:
        ready = one.only_if is None or one.only_if.truth(given[0].values(facts)) is Truth.TRUE
        if ready and any(can_change(programme, one.question.fact, facts, open_facts) for programme in given):
            return one.question
    return None


def under_16(packs: Iterable[Programme], facts: Mapping[str, object]) -> bool:
    """Whether the person has said so; nothing is screened then."""
    return any(value_of("age", one.kinds["age"], facts).high < ADULT_FROM for one in packs)


def had_enough(packs: Iterable[Programme], facts: Mapping[str, object], asked: Sequence[str]) -> bool:
    """Whether three questions in a row were met with "rather not say"."""
    fact_of = {one.question.id: one.question.fact for programme in packs for one in programme.questions}
    said = [facts.get(fact_of.get(question, "")) == "prefer_not" for question in asked]
    return any(all(said[at : at + REFUSALS]) for at in range(len(said) - REFUSALS + 1))


def _left(
    bank: list[Asking], packs: list[Programme], facts: Mapping[str, object], asked: Sequence[str], tired: bool
) -> list[Asking]:
    """Questions not yet put or answered, and not ruled out by an answer they hang on."""
    left = [one for one in bank if one.question.id not in asked and facts.get(one.question.fact) is None
            and not (tired and one.question.sensitive)]
    open_facts = {one.question.fact for one in left}
    return [one for one in left if one.only_if is None or _may_hold(one.only_if, packs[0], facts, open_facts)]


def _may_hold(only_if: Node, programme: Programme, facts: Mapping[str, object], open_facts: set[str]) -> bool:
    truth = only_if.truth(programme.values(facts))
    waits = any(condition.fact in open_facts for condition in conditions_of(only_if))
    return truth is Truth.TRUE or (truth is Truth.UNKNOWN and waits)


def can_change(programme: Programme, fact: str, facts: Mapping[str, object], open_facts: set[str]) -> bool:
    """Whether two answers to it lead to two outcomes, whatever the other open questions may bring."""
    rule = programme.rule
    uses = [condition.fact for condition in conditions_of(rule)]
    if fact not in uses:
        return False
    values = programme.values(facts)
    others = {one: _answers(programme, one) for one in open_facts if one != fact and one in uses}
    answers = _answers(programme, fact)
    if not _differs(rule, _Trial(fact, answers, values, others)):
        return False
    # A fact used in two places is tried answer by answer, since its places cannot differ.
    shared = [one for one in others if uses.count(one) > 1]
    free = {one: others[one] for one in others if one not in shared}
    tries = (dict(zip(shared, chosen, strict=True)) for chosen in product(*(others[one] for one in shared)))
    return any(_differs(rule, _Trial(fact, answers, {**values, **tried}, free)) for tried in tries)


def _differs(rule: Node, trial: "_Trial") -> bool:
    return any(len(set(row)) > 1 for row in _rows(rule, trial))


def _answers(programme: Programme, fact: str) -> tuple[Range, ...]:
    """Every answer that could make a difference, not knowing among them."""
    all_of_it = whole(programme.kinds[fact])
    return (*cells(programme.rule, fact, all_of_it), all_of_it)


@dataclass(frozen=True)
class _Trial:
    fact: str
    answers: tuple[Range, ...]
    values: Mapping[str, Range]
    free: Mapping[str, tuple[Range, ...]]


def _rows(node: Node, trial: _Trial) -> set[Row]:
    """All that could come of the node: each row has one truth for each answer tried."""
    if isinstance(node, Leaf):
        return _leaf_rows(node, trial)
    if isinstance(node, Not):
        return {tuple(map(not_, row)) for row in _rows(node.part, trial)}
    return _group_rows(node, [_rows(part, trial) for part in node.parts], len(trial.answers))


def _leaf_rows(node: Leaf, trial: _Trial) -> set[Row]:
    condition, width = node.condition, len(trial.answers)
    if condition.fact == trial.fact:
        return {tuple(compare(condition, answer) for answer in trial.answers)}
    possible = trial.free.get(condition.fact, (trial.values[condition.fact],))
    return {(compare(condition, value),) * width for value in possible}


def _group_rows(node: Group, parts: list[set[Row]], width: int) -> set[Row]:
    if node.need not in (1, len(parts)):
        return {tuple(at_least(node.need, column) for column in zip(*rows, strict=True)) for rows in product(*parts)}
    join = all_of if node.need == len(parts) else any_of
    start = {(join(()),) * width}
    for rows in parts:
        start = {tuple(map(join, zip(one, other, strict=True))) for one in start for other in rows}
    return start
