"""What a person's answers say of each programme. Information, not a decision: a person decides."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from casework.programmes.loading import Programme
from casework.programmes.logic import Truth
from casework.programmes.packs import Condition
from casework.programmes.tree import Group, Leaf, Node, Not, compare
from casework.programmes.values import Range, value_of, whole

Kind = Literal["likely", "possible", "unlikely"]
KINDS: dict[Truth, Kind] = {Truth.TRUE: "likely", Truth.UNKNOWN: "possible", Truth.FALSE: "unlikely"}


@dataclass(frozen=True)
class Outcome:
    """`reasons` are plain sentences on the answers that made it so, and on what is not known."""

    kind: Kind
    reasons: tuple[str, ...]


def screen(facts: Mapping[str, object], packs: Iterable[Programme]) -> dict[str, Outcome]:
    """The outcome by pack id."""
    return {programme.id: outcome(programme, facts) for programme in packs}


def kind_of(programme: Programme, facts: Mapping[str, object]) -> Kind:
    """The outcome without its reasons, in a fraction of the time."""
    return KINDS[programme.rule.truth({name: value_of(name, programme.kinds[name], facts) for name in programme.used})]


def outcome(programme: Programme, facts: Mapping[str, object]) -> Outcome:
    values = programme.values(facts)
    truth = programme.rule.truth(values)
    mattered = _strongest(list(_mattering(programme.rule, values)), truth)
    said = dict.fromkeys(_sentence(condition, programme, values) for condition in mattered)
    return Outcome(KINDS[truth], tuple(said))


def _mattering(node: Node, values: Mapping[str, Range], inner: bool = False) -> Iterator[Condition]:
    """Only parts that stand as the whole does. Where one answer alone closes it, that answer is the reason."""
    if isinstance(node, Leaf):
        yield node.condition
        return
    if isinstance(node, Not):
        yield from _mattering(node.part, values, True)
        return
    truth = node.truth(values)
    alike = [part for part in node.parts if part.truth(values) is truth]
    if truth is Truth.FALSE and node.need == len(node.parts):
        alike = alike[:1] if inner else [part for part in alike if isinstance(part, Leaf)] or alike
    for part in alike:
        yield from _mattering(part, values, True)


def _strongest(conditions: list[Condition], truth: Truth) -> list[Condition]:
    """Without those that another on the same fact says more closely: "18 to 24" says "18 or over" too."""
    if truth is Truth.UNKNOWN:
        return conditions
    return [one for one in conditions if not any(_says_more(other, one, truth) for other in conditions)]


def _says_more(other: Condition, one: Condition, truth: Truth) -> bool:
    if other.fact != one.fact or other.wanted == one.wanted:
        return False
    closer, wider = (other, one) if truth is Truth.TRUE else (one, other)
    return wider.wanted.low <= closer.wanted.low and closer.wanted.high <= wider.wanted.high


def _sentence(condition: Condition, programme: Programme, values: Mapping[str, Range]) -> str:
    truth = compare(condition, values[condition.fact])
    if truth is Truth.TRUE:
        return condition.met
    unanswered = values[condition.fact] == whole(programme.kinds[condition.fact])
    unknown = truth is Truth.UNKNOWN and (unanswered or not condition.otherwise)
    return condition.not_known if unknown else condition.not_met


def explain(programme: Programme) -> list[str]:
    """The rules in plain words, one a line, indented by two spaces for each step down."""
    return list(_lines(programme.rule, programme, -1))


def _lines(node: Node, programme: Programme, depth: int) -> Iterator[str]:
    indent = "  " * max(depth, 0)
    if isinstance(node, Leaf):
        yield indent + node.condition.rule
        return
    top = depth < 0 and isinstance(node, Group) and node.need == len(node.parts)
    if not top and (heading := _heading(node, programme)):
        yield indent + heading
    for part in (node.part,) if isinstance(node, Not) else node.parts:
        yield from _lines(part, programme, depth + 1)


def _heading(node: Not | Group, programme: Programme) -> str:
    joined = programme.joined
    if isinstance(node, Not):
        return joined.none
    if not node.parts:
        return ""
    if node.need == len(node.parts):
        return joined.every
    return joined.some if node.need == 1 else joined.several.format(need=node.need)


def screen_line(line: Mapping[str, object], packs: Iterable[Programme]) -> dict[str, object]:
    """{"facts": {…}} to {"outcomes": {pack: kind}, "reasons": {pack: [sentence]}}."""
    facts = line["facts"]
    if not isinstance(facts, Mapping):
        raise TypeError("facts must be an object of fact names and answers")
    found = screen(facts, packs)
    return {
        "outcomes": {pack: one.kind for pack, one in found.items()},
        "reasons": {pack: list(one.reasons) for pack, one in found.items()},
    }
