"""Keeps the processes up: prefixed logs, readiness, restart with back-off, and nothing left behind."""

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casework.base.settings import ROOT

STOP_SECONDS = 15.0
STEADY_SECONDS = 30.0
LONGEST_WAIT_SECONDS = 30.0


@dataclass(frozen=True)
class Program:
    name: str
    command: Sequence[str | Path]
    environment: dict[str, str] = field(default_factory=dict)


class Supervisor:
    def __init__(self, programs: Sequence[Program], log: Path) -> None:
        self._programs = programs
        self._log = log
        self._running: dict[str, asyncio.subprocess.Process] = {}
        self._stopping = asyncio.Event()

    async def run(self, when_up: Callable[[], Coroutine[None, None, None]]) -> None:
        """Start everything, call `when_up`, and stay until SIGINT or SIGTERM; then stop everything."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stopping.set)
        keepers = [asyncio.create_task(self._keep(program)) for program in self._programs]
        up = asyncio.create_task(when_up())
        await self._stopping.wait()
        up.cancel()
        await asyncio.gather(*(self._stop(process) for process in self._running.values()))
        await asyncio.gather(up, *keepers, return_exceptions=True)

    async def _keep(self, program: Program) -> None:
        wait = 1.0
        while not self._stopping.is_set():
            began = time.monotonic()
            code = await self._once(program)
            if self._stopping.is_set():
                return
            wait = 1.0 if time.monotonic() - began > STEADY_SECONDS else min(wait * 2, LONGEST_WAIT_SECONDS)
            say(f"{program.name} ended with {code}; starting it again in {wait:.0f} s")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), wait)

    async def _once(self, program: Program) -> int:
        process = await asyncio.create_subprocess_exec(
            *map(str, program.command),
            cwd=ROOT,
            env=os.environ | program.environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
            limit=1 << 20,
        )
        self._running[program.name] = process
        if self._stopping.is_set():
            await self._stop(process)
        await self._copy_log(program.name, process)
        return await process.wait()

    async def _copy_log(self, name: str, process: asyncio.subprocess.Process) -> None:
        with self._log.open("a") as log:
            assert process.stdout is not None
            async for line in process.stdout:
                log.write(f"{name:8} | {line.decode(errors='replace')}")
                log.flush()

    async def _stop(self, process: asyncio.subprocess.Process) -> None:
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, number)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), STOP_SECONDS)
                return


def say(line: str) -> None:
    print(line, file=sys.stdout, flush=True)
