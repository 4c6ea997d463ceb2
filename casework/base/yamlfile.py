"""Data files people edit: YAML 1.2 values, a pydantic model, and faults that name the file and the line."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

Where = tuple[int | str, ...]
Known = Mapping[str, Collection[str]]
INT = "tag:yaml.org,2002:int"
PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is not a known name here",
    "literal_error": "must be one of {expected}",
    "enum": "must be one of {expected}",
    "string_type": "must be text: put quotes round it",
}


class DataError(ValueError):
    """A data file cannot be used. Each line names one fault: file, line, field, what is wrong."""


class DataModel(BaseModel):
    """What a data file holds. Names nobody knows are faults, since they are nearly always misspelt."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def problems(self, known: Known) -> Iterator[tuple[Where, str]]:
        """Faults between fields, and against what other files make `known`: where, and what is wrong."""
        yield from ()


class _Loader(yaml.SafeLoader):
    """Reads `09:00`, `no`, `0300` and dates as the text they look like, and refuses a name given twice."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge", ":float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver(INT, re.compile(r"-?(?:0|[1-9][0-9]*)$"), list("-0123456789"))


def load_yaml[M: DataModel](path: Path, model: type[M], known: Known | None = None) -> M:
    """The file as a `model`, checked against what is `known`. Raises DataError with every fault found."""
    root = _compose(path)
    try:
        loaded = model.model_validate(_plain(path, root))
    except ValidationError as error:
        faults = _deepest([(one["loc"], _say(one)) for one in error.errors(include_url=False)])
    else:
        faults = list(loaded.problems(known or {}))
        if not faults:
            return loaded
    lines = [f"{path.name} line {_line(root, where)}: {_name(where)}{what}" for where, what in faults]
    raise DataError("\n".join(lines))


def _deepest(faults: list[tuple[Where, str]]) -> list[tuple[Where, str]]:
    """A list whose items are all faulty also counts as empty; only what is wrong with the items is worth saying."""
    inner = {where[:depth] for where, _ in faults for depth in range(len(where))}
    return [fault for fault in faults if fault[0] not in inner]


def _compose(path: Path) -> yaml.Node:
    try:
        root = yaml.compose(path.read_text("utf-8"), _Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError(f"{path.name} line {line}: cannot be read as YAML: {error.problem}") from error
    if not isinstance(root, yaml.MappingNode):
        raise DataError(f"{path.name} line 1: must hold names and their values")
    _refuse_twice(path, root)
    return root


def _plain(path: Path, root: yaml.Node) -> object:
    loader = _Loader("")
    try:
        return loader.construct_document(root)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError(f"{path.name} line {line}: {error.problem}") from error


def _refuse_twice(path: Path, node: yaml.Node) -> None:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_twice(path, item)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if str(key.value) in seen:
                raise DataError(f"{path.name} line {key.start_mark.line + 1}: {key.value}: is given twice")
            seen.add(str(key.value))
            _refuse_twice(path, value)


def _line(node: yaml.Node, where: Where) -> int:
    """The line of the field, or of the nearest thing around it that is in the file."""
    line = node.start_mark.line + 1
    for step in where:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == str(step)]
            if not found:
                continue
            key, node = found[0]
            line = key.start_mark.line + 1
    return line


def _name(where: Where) -> str:
    name = ""
    for step in where:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else str(step)
    return f"{name}: " if name else ""


def _say(error: ErrorDetails) -> str:
    expected = str(error.get("ctx", {}).get("expected", "")).replace("'", "")
    if plain := PLAIN.get(error["type"]):
        return plain.format(expected=expected)
    said = error["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return said.replace("Input should be", "must be")
