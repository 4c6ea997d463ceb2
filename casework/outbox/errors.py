"""What a provider's error code means for a text, from `errors.yml`."""

from pathlib import Path

from casework.base.once import once
from casework.base.yamlfile import DataModel, load_yaml


class Codes(DataModel):
    temporary: tuple[int, ...]
    opted_out: tuple[int, ...]
    landline: tuple[int, ...]
    unreachable: tuple[int, ...]
    permanent: tuple[int, ...]


@once
def _kinds() -> dict[int, str]:
    table = load_yaml(Path(__file__).with_name("errors.yml"), Codes)
    return {code: kind for kind, codes in table.model_dump().items() for code in codes}


def kind_of(code: int | None) -> str | None:
    """temporary, opted_out, landline, unreachable or permanent; None where no code was given."""
    return None if code is None else _kinds().get(code, "permanent")
