"""Text for a page: escaped, with web addresses and numbers one can tap."""

import re

from markupsafe import Markup, escape

TAPPABLE = re.compile(
    r"(?P<web>https://\S+[^\s.,;:!?)])"
    r"|(?<=[Cc]all )(?P<phone>\d[\d ]{1,14}\d)"
    r"|[Tt]ext (?P<word>[A-Z]+) to (?P<number>\d{5,6})"
    r"|(?<=Text )(?P<mobile>0\d[\d ]{8,12}\d)"
)


def tappable(text: str) -> Markup:
    parts, end = [], 0
    for found in TAPPABLE.finditer(text):
        parts += [escape(text[end : found.start()]), _link(found)]
        end = found.end()
    return Markup("").join([*parts, escape(text[end:])])


def _link(found: re.Match[str]) -> Markup:
    if found["web"]:
        return Markup('<a href="{0}" rel="noopener noreferrer" target="_blank">{0}</a>').format(found["web"])
    return Markup('<a href="{}">{}</a>').format(_target(found), found[0])


def _target(found: re.Match[str]) -> str:
    if found["phone"]:
        return f"tel:{found['phone'].replace(' ', '')}"
    if found["mobile"]:
        return f"sms:{found['mobile'].replace(' ', '')}"
    return f"sms:{found['number']}?body={found['word']}"
