"""What is wrong with the files in `programmes/`, each fault with its file and line."""

from collections.abc import Callable
from pathlib import Path

from casework.base.yamlfile import DataError
from casework.programmes.benefits import benefits
from casework.programmes.elsewhere import always
from casework.programmes.loading import FOLDER, programmes
from casework.programmes.markers import markers
from casework.programmes.segmentation import segmentation

SHARED: tuple[Callable[[], object], ...] = (benefits, always, markers, segmentation)


def check(folder: Path = FOLDER) -> list[str]:
    """Empty if they can be used. The files that packs share are read from their own place."""
    faults: list[str] = []
    for read in (lambda: programmes.__wrapped__(folder), *SHARED):
        try:
            read()
        except DataError as error:
            faults += str(error).splitlines()
    return faults
