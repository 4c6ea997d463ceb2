"""UK phone numbers as they are shown, and Ofcom's numbers for drama, which reach nobody."""

from typing import Annotated

import phonenumbers
from pydantic import AfterValidator

GB = 44
DRAMA = ("1632960", "7700900")


def dialled(shown: str) -> str:
    """The number as a `tel:` link dials it: "0808 80 10 800" is "08088010800"."""
    return shown.replace(" ", "")


def is_drama(shown: str) -> bool:
    number = dialled(shown).removeprefix("0")
    return number.startswith(DRAMA) and len(number) == len(DRAMA[0]) + 3


def read_phone(shown: str) -> str:
    """A UK number in national form that can be dialled, or one for drama. Raises ValueError."""
    if not dialled(shown).isdecimal():
        raise ValueError(f"{shown} must be digits and spaces, such as 01632 960101")
    number = phonenumbers.parse(shown, "GB")
    valid = number.country_code == GB and phonenumbers.is_valid_number(number)
    if not valid and not is_drama(shown):
        raise ValueError(f"{shown} is not a UK phone number that can be dialled")
    return shown


Phone = Annotated[str, AfterValidator(read_phone)]


def read_mobile(shown: str) -> str:
    """A number that texts can go to. Raises ValueError."""
    if not dialled(shown).startswith("07"):
        raise ValueError(f"{shown} must be a mobile number, such as 07700 900123")
    return shown


def international(shown: str) -> str:
    """As the providers of texts want it: "07700 900123" is "+447700900123"."""
    return f"+{GB}{dialled(shown).removeprefix('0')}"


Mobile = Annotated[Phone, AfterValidator(read_mobile)]
