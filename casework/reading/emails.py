"""E-mail addresses as people write them."""

import re

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+(?![\w-])")
OF_EMAIL = re.compile(r"\be-?mails?\b", re.IGNORECASE)


def email_in(text: str) -> str | None:
    """The last one, since corrections come last; in lower case."""
    found = EMAIL.findall(text)
    return found[-1].lower() if found else None


def speaks_of_email(text: str) -> bool:
    """Whether there is one in it, or the word."""
    return bool(OF_EMAIL.search(text) or EMAIL.search(text))
