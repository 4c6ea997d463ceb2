"""Batch commands: one JSON object a line in, one a line out, in the same order."""

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any, TextIO

from casework.base.errors import HandrailError

Line = dict[str, Any]


def run(answer: Callable[[Line], Line], source: TextIO = sys.stdin, target: TextIO = sys.stdout) -> int:
    """Answer each line; a line that cannot be read is answered with {"error": …}. Exit code 1 if any was."""
    code = 0
    for line in _lines(source):
        result = _answer(answer, line)
        code = code or int("error" in result)
        target.write(json.dumps(result, ensure_ascii=False) + "\n")
        target.flush()
    return code


def _lines(source: TextIO) -> Iterable[str]:
    return (line for line in source if line.strip())


def _answer(answer: Callable[[Line], Line], line: str) -> Line:
    try:
        given = json.loads(line)
        if not isinstance(given, dict):
            return {"error": "a line must be one JSON object"}
        return answer(given)
    except (ValueError, KeyError, TypeError, HandrailError) as error:
        return {"error": f"{type(error).__name__}: {error}"}
