#!/usr/bin/env bash
# Everything `make test` promises, from a clean checkout; the last line is the test runner's own.
set -euo pipefail
cd "$(dirname "$0")/.."
export HANDRAIL_HOME=${HANDRAIL_HOME:-$PWD/.handrail}
export HANDRAIL_ENCODER=$HANDRAIL_HOME/encoder
.venv/bin/handrail prepare
.venv/bin/ruff check .
.venv/bin/mypy
.venv/bin/lint-imports --no-cache
exec .venv/bin/python -m pytest
