"""A pack's rule made ready to use: names looked up, settings chosen, and three-valued reading of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casework.programmes.logic import Truth, at_least, not_
from casework.programmes.packs import Condition, Expression, Setting
from casework.programmes.values import Range


@dataclass(frozen=True)
class Leaf:
    condition: Condition

    def truth(self, values: Mapping[str, Range]) -> Truth:
        return compare(self.condition, values[self.condition.fact])


@dataclass(frozen=True)
class Group:
    """True where at least `need` of its parts are: all of them for `all`, one for `any`."""

    need: int
    parts: tuple["Node", ...]

    def truth(self, values: Mapping[str, Range]) -> Truth:
        return at_least(self.need, (part.truth(values) for part in self.parts))


@dataclass(frozen=True)
class Not:
    part: "Node"

    def truth(self, values: Mapping[str, Range]) -> Truth:
        return not_(self.part.truth(values))


Node = Leaf | Group | Not


def compare(condition: Condition, value: Range) -> Truth:
    wanted = condition.wanted
    if wanted.low <= value.low and value.high <= wanted.high:
        return Truth.TRUE
    apart = value.high < wanted.low or wanted.high < value.low
    return Truth.FALSE if apart and not condition.otherwise else Truth.UNKNOWN


def build(rule: Expression, conditions: Mapping[str, Condition], settings: Mapping[str, Setting]) -> Node:
    """Raises LookupError for a name that is no condition, setting or case."""
    if isinstance(rule, str):
        return Leaf(conditions[rule])
    if rule.choose is not None:
        return build((rule.cases or {})[settings[rule.choose].value], conditions, settings)
    if rule.not_ is not None:
        return Not(build(rule.not_, conditions, settings))
    parts = rule.count.of if rule.count else rule.all if rule.any is None else rule.any
    built = tuple(build(part, conditions, settings) for part in parts or ())
    need = rule.count.at_least if rule.count else 1 if rule.all is None else len(built)
    return Group(need, built)


def nodes(node: Node) -> Iterator[Node]:
    """The node and everything below it."""
    yield node
    for part in node.parts if isinstance(node, Group) else (node.part,) if isinstance(node, Not) else ():
        yield from nodes(part)


def conditions_of(node: Node) -> Iterator[Condition]:
    return (one.condition for one in nodes(node) if isinstance(one, Leaf))


def cells(node: Node, fact: str, whole: Range) -> tuple[Range, ...]:
    """The stretches of a fact between which no comparison of the node tells a difference."""
    wanted = [condition.wanted for condition in conditions_of(node) if condition.fact == fact]
    edges = {edge for low, high in wanted for edge in (low, high + 1) if whole.low < edge <= whole.high}
    starts = [whole.low, *sorted(edges)]
    return tuple(Range(low, high - 1) for low, high in zip(starts, [*starts[1:], whole.high + 1], strict=True))
