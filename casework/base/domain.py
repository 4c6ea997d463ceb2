"""What the assistant and casework say, as it is written in `domain.yml` and `domain/`: English, which all else mirrors."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from casework.base.settings import ROOT

DOMAIN = ROOT / "domain"
Wordings = list[dict[str, Any]]


@cache
def originals(folder: Path = DOMAIN) -> dict[str, dict[str, Wordings]]:
    """The responses of each file, by the file's name without its ending; `domain` is the spine beside the folder."""
    spine = folder.with_suffix(".yml")
    files = [*([spine] if spine.exists() else []), *sorted(folder.glob("*.yml"))]
    return {path.stem: yaml.safe_load(path.read_text("utf-8")).get("responses") or {} for path in files}


@cache
def responses(folder: Path = DOMAIN) -> dict[str, Wordings]:
    """Every response by name. Raises KeyError where two files give the same name."""
    found: dict[str, Wordings] = {}
    for stem, named in originals(folder).items():
        for name, wordings in named.items():
            if name in found:
                raise KeyError(f"{stem}.yml: {name} has its words in another file already")
            found[name] = wordings
    return found
