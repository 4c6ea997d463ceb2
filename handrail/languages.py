"""`handrail languages check`: each pack's faults, or how much of it is reviewed, unreviewed and missing."""

from casework.base import packcounts, packs
from casework.base.yamlfile import DataError


def check() -> int:
    """A table for each pack in languages/; 1 where one of them cannot be used."""
    faulty = False
    for folder in sorted(path for path in packs.LANGUAGES.iterdir() if path.is_dir()):
        try:
            pack = packs.load(folder)
        except DataError as error:
            faulty = True
            print(error)
        else:
            print("\n".join(_table(folder.name, packcounts.counts(pack))))
    return 1 if faulty else 0


def _table(language: str, counts: dict[str, packcounts.Count]) -> list[str]:
    total = packcounts.Count(*map(sum, zip(*counts.values(), strict=True)))
    rows = [*counts.items(), (f"all of {language}", total)]
    head = f"{'file':<34}{'reviewed':>10}{'unreviewed':>12}{'missing':>9}"
    return [head, *(f"{name:<34}{one.reviewed:>10}{one.unreviewed:>12}{one.missing:>9}" for name, one in rows)]
