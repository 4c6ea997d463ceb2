"""The words around a service, read from `words.yml`."""

from casework.base.yamlfile import DataModel
from casework.council import Nation


class Wording(DataModel):
    opening: str
    web_line: str
    sms_line: str
    discreet_name: str
    between_web: str
    between_sms: str
    call: str
    call_then: str
    with_hours: str
    text_word: str
    text_number: str
    always: str
    always_short: str
    open_until: str
    closed_until: str
    hours_unknown: str
    hours_unknown_short: str
    near: str
    nations: dict[Nation, str]
    everywhere: str
    open_now: str
    checked: str
    unchecked: str
