"""Batch commands: one JSON object a line in, one a line out, in the same order."""

import json
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from queue import Queue
from threading import Thread
from typing import Any, TextIO

from casework.base.errors import HandrailError

Line = dict[str, Any]


def run(
    answer: Callable[[Line], Line], source: TextIO = sys.stdin, target: TextIO = sys.stdout, at_once: int = 1
) -> int:
    """Answer each line; a line that cannot be read is answered with {"error": …}. Exit code 1 if any was.

    `at_once`: how many are worked on side by side where they come faster than they are answered.
    """
    code = 0
    waiting: Queue[Future[Line] | None] = Queue(2 * at_once)
    with ThreadPoolExecutor(at_once) as pool:
        Thread(target=_feed, args=(pool, answer, source, waiting), daemon=True).start()
        for future in iter(waiting.get, None):
            result = future.result()
            code = code or int("error" in result)
            target.write(json.dumps(result, ensure_ascii=False) + "\n")
            target.flush()
    return code


def _feed(
    pool: Executor, answer: Callable[[Line], Line], source: TextIO, waiting: "Queue[Future[Line] | None]"
) -> None:
    try:
        for line in _lines(source):
            waiting.put(pool.submit(_answer, answer, line))
    except (OSError, ValueError) as error:
        failed: Future[Line] = Future()
        failed.set_exception(error)
        waiting.put(failed)
    finally:
        waiting.put(None)


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
