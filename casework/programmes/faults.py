"""What can be wrong with a data file beyond its shape: each fault with where it stands."""

from collections.abc import Iterable, Iterator, Mapping

from casework.base.yamlfile import Where
from casework.programmes.grade import grade
from casework.programmes.logic import Truth
from casework.programmes.packs import Condition, Expression, Facts, Pack, Question, Questions, Rule
from casework.programmes.tree import Group, Leaf, Node, Not, build, cells, conditions_of
from casework.programmes.values import Range, read_band, whole

HARDEST = 6.0
UNKNOWN = ("not_sure", "prefer_not")
Faults = Iterator[tuple[Where, str]]


def fact_faults(facts: Facts) -> Faults:
    for name, condition in facts.conditions.items():
        yield from _condition(name, condition, facts)
    for place, one in enumerate(facts.contradictions):
        yield from _names(("contradictions", place, "rule"), one.rule, facts)


def question_faults(bank: Questions, facts: Facts) -> Faults:
    for place, question in enumerate(bank.questions):
        where: Where = ("questions", place)
        for missing in sorted(set(UNKNOWN) - {answer.store for answer in question.answers}):
            yield (*where, "answers"), f"{question.id} has no answer stored as {missing}"
        if question.fact not in facts.facts:
            yield (*where, "fact"), f"{question.fact} is not a fact"
        for field in ("text", "label", "help", "why", "who_sees", "bring"):
            yield from hard((*where, field), getattr(question, field) or "", facts.familiar)
        for line, words in enumerate(question.list):
            yield from hard((*where, "list", line), words, facts.familiar)
        for name, condition in facts.conditions.items():
            yield from _straddles((*where, "answers"), question, name, condition)
        yield from _names((*where, "only_if"), question.only_if or Rule(all=()), facts)


def pack_faults(pack: Pack, facts: Facts, bank: Questions) -> Faults:
    for field in ("summary", "note", "warning", "next_step"):
        yield from hard((field,), getattr(pack, field) or "", facts.familiar)
    for name, setting in pack.settings.items():
        if setting.value not in setting.allowed:
            yield ("settings", name, "value"), f"must be one of {', '.join(setting.allowed)}"
    wrong = [fault for name, one in pack.conditions.items() for fault in _condition(name, one, facts)]
    yield from wrong
    for name, condition in pack.conditions.items():
        for question in bank.questions:
            yield from _straddles(("conditions", name), question, name, condition)
    if not wrong:
        yield from _rule(pack, facts, bank)


def _rule(pack: Pack, facts: Facts, bank: Questions) -> Faults:
    try:
        rule = build(pack.rule, {**facts.conditions, **pack.conditions}, pack.settings)
    except LookupError as error:
        yield ("rule",), f"{error} is not a condition, setting or case that is known"
        return
    yield from _declared(pack, rule, {question.fact for question in bank.questions})
    yield from _never(rule, facts)


def _names(where: Where, rule: Expression, facts: Facts) -> Faults:
    try:
        build(rule, facts.conditions, {})
    except LookupError as error:
        yield where, f"{error} is not a condition"


def _condition(name: str, condition: Condition, facts: Facts) -> Faults:
    where: Where = ("conditions", name)
    if condition.fact not in facts.facts:
        yield (*where, "fact"), f"{condition.fact} is not a fact"
    for field in ("rule", "met", "not_met", "not_known"):
        yield from hard((*where, field), getattr(condition, field), facts.familiar)


def _declared(pack: Pack, rule: Node, asked: set[str]) -> Faults:
    used = {condition.fact for condition in conditions_of(rule)}
    for place, fact in enumerate(pack.facts):
        if fact not in asked:
            yield ("facts", place), f"{fact} is not a fact that a question asks for"
        elif fact not in used:
            yield ("facts", place), f"{fact} is given here but not used by the rule"
    for fact in sorted(used - set(pack.facts)):
        yield ("facts",), f"{fact} is used by the rule but not given here"


def hard(where: Where, text: str, familiar: Iterable[str]) -> Faults:
    level = grade(text, familiar)
    if level > HARDEST:
        yield where, f"reads at grade {level:.1f}; {HARDEST:.0f} is the most: use shorter words or sentences"


def _straddles(where: Where, question: Question, name: str, condition: Condition) -> Faults:
    """A band that is partly in and partly out leaves a plain answer without an outcome."""
    for answer in question.answers if question.fact == condition.fact else ():
        band = read_band(answer.store) if isinstance(answer.store, str) else None
        if band and _partly(condition.wanted, *band):
            yield where, f"the band {answer.store} of {question.id} is partly in and partly out of {name}"


def _partly(wanted: Range, low: int, high: int | None) -> bool:
    value = Range(low, float("inf") if high is None else high)
    inside = wanted.low <= value.low and value.high <= wanted.high
    return not inside and wanted.low <= value.high and value.low <= wanted.high


def _never(rule: Node, facts: Facts) -> Faults:
    for part in _groups(rule):
        wholes = {condition.fact: whole(facts.facts[condition.fact]) for condition in conditions_of(part)}
        if not _can_be(part, [(fact, cells(part, fact, of_it)) for fact, of_it in wholes.items()], wholes):
            yield ("rule",), f"can never be true: {_shown(part)}"


def _groups(node: Node) -> Iterator[Node]:
    """The rule, and every smaller rule or comparison inside it that something could hang on."""
    yield node
    for part in node.parts if isinstance(node, Group) else ():
        if not isinstance(part, Not):
            yield from _groups(part)


def _can_be(rule: Node, cuts: list[tuple[str, tuple[Range, ...]]], values: Mapping[str, Range]) -> bool:
    """Tries plain answers fact by fact, and stops where the rest cannot change anything."""
    truth = rule.truth(values)
    if truth is not Truth.UNKNOWN or not cuts:
        return truth is Truth.TRUE
    (fact, stretches), *rest = cuts
    return any(_can_be(rule, rest, {**values, fact: stretch}) for stretch in stretches)


def _shown(node: Node) -> str:
    if isinstance(node, Leaf):
        return node.condition.rule
    if isinstance(node, Not):
        return f"not ({_shown(node.part)})"
    return f"{node.need} of [{' / '.join(_shown(part) for part in node.parts)}]"
