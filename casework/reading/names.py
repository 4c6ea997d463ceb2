"""The name somebody gives when asked for it."""

import re

NAME = re.compile(r"^[^\W\d_][\w'’.\- ]{0,59}$")
CALLED = re.compile(r"^(?:hi |hello |yes )?(?:it is|its|it's|i am|i'm|im|my name is|my names|call me|name is|this is)\s+", re.I)
INTRODUCED = re.compile(r"^(?:hi |hello |yes )?(?:my )?names?(?: is)?\s+", re.I)
NO_NAME = re.compile(
    r"^(?:(?:yes|yeah|yep|yh|no|nope|nah|ok|okay|hang on|hold on|wait|sorry|stop|help|none|nothing|dunno|pass)[ .,!?]*$"
    r"|(?:hang on|hold on|wait|sorry|actually|what|why|when|where|who|can (?:i|we|you)|do (?:i|you)|i (?:do not|don'?t|dont|would|want|meant|mean|need|can'?t))\b.* )",
    re.I,
)


def is_introduced(text: str) -> bool:
    """Whether they say that it is a name."""
    return INTRODUCED.match(" ".join(text.split())) is not None


def read_name(text: str) -> str | None:
    """The name without the words around it; None for what can be none."""
    said = CALLED.sub("", " ".join(text.split())).strip(" .,!")
    return said if NAME.match(said) and not NO_NAME.match(f"{said} ") else None
