#!/usr/bin/env bash
# bot-env.sh FOLDER makes the assistant's environment (Python 3.10) there from bot/requirements.lock.
set -euo pipefail
target=$(readlink -f "$1")
cd "$(dirname "$0")/.."
uv=$(scripts/uv.sh)
"$uv" venv --quiet --clear --python "$(scripts/python.sh 3.10)" "$target"
VIRTUAL_ENV=$target "$uv" pip install --quiet --no-deps --require-hashes -r bot/requirements.lock
VIRTUAL_ENV=$target "$uv" pip install --quiet --no-deps -e ./encoder
