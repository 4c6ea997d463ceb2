#!/usr/bin/env bash
# python.sh 3.12 prints a Python of that version: from PATH, from pyenv's versions, else the bare version, which uv fetches.
set -euo pipefail
version=$1
found=$(command -v "python$version" || true)
if [ -n "$found" ] && "$found" -c '' 2>/dev/null; then echo "$found"; exit; fi
if command -v pyenv >/dev/null; then
  for python in "$(pyenv root)/versions/$version".*/bin/python; do
    if [ -x "$python" ]; then echo "$python"; exit; fi
  done
fi
echo "$version"
