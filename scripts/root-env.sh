#!/usr/bin/env bash
# Makes .venv (Python 3.12) from requirements.lock, unless it holds just that already.
set -euo pipefail
cd "$(dirname "$0")/.."
wanted=$(cat requirements.lock pyproject.toml encoder/pyproject.toml | sha256sum)
if [ "$(cat .venv/installed 2>/dev/null || true)" = "$wanted" ]; then exit; fi
echo "· Python 3.12 environment …"
uv=$(scripts/uv.sh)
"$uv" venv --quiet --clear --python "$(scripts/python.sh 3.12)" .venv
VIRTUAL_ENV=.venv "$uv" pip install --quiet --no-deps --require-hashes -r requirements.lock
VIRTUAL_ENV=.venv "$uv" pip install --quiet --no-deps -e . -e ./encoder
echo "$wanted" > .venv/installed
