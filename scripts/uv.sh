#!/usr/bin/env bash
# Prints the path of a uv: the system's, else one installed with pip into the home folder.
set -euo pipefail
cd "$(dirname "$0")/.."
home=${HANDRAIL_HOME:-.handrail}
if command -v uv >/dev/null; then command -v uv; exit; fi
if [ ! -x "$home/uv/bin/uv" ]; then
  python3 -m venv "$home/uv" >&2
  "$home/uv/bin/pip" install --quiet "uv>=0.9" >&2
fi
readlink -f "$home/uv/bin/uv"
