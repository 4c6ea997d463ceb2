#!/usr/bin/env bash
# bot-env.sh FOLDER makes the assistant's environment (Python 3.10) there from bot/requirements.lock,
# with the encoder and the spaCy pipeline package built from data/patterns.
set -euo pipefail
mkdir -p "$1"
target=$(readlink -f "$1")
cd "$(dirname "$0")/.."
uv=$(scripts/uv.sh)
export VIRTUAL_ENV=$target
"$uv" venv --quiet --clear --python "$(scripts/python.sh 3.10)" "$target"
"$uv" pip install --quiet --no-deps --require-hashes -r bot/requirements.lock
"$uv" pip install --quiet --no-deps -e ./encoder
package=$(TF_CPP_MIN_LOG_LEVEL=3 "$target/bin/python" -W ignore -m bot.entities "$target/entities" | tail -n 1)
"$uv" pip install --quiet --no-deps --no-build-isolation "$package"
