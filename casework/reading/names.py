"""The name somebody gives when asked for it."""

import re

NAME = re.compile(r"^[^\W\d_][\w'’.\- ]{0,59}$")
CALLED = re.compile(r"^(?:hi |hello |yes )?(?:it is|its|it's|i am|i'm|im|my name is|my names|call me|name is|this is)\s+", re.I)


def read_name(text: str) -> str | None:
    """The name without the words around it; None for what can be none."""
    said = CALLED.sub("", " ".join(text.split())).strip(" .,!")
    return said if NAME.match(said) else None
