"""The name somebody gives when asked for it."""

import re

NAME = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’.\- ]){0,59}$")
CALLED = re.compile(r"^(?:hi |hello |yes )?(?:it is|its|it's|i am|i'm|im|my name is|my names|call me|name is|this is)\s+", re.I)
INTRODUCED = re.compile(r"^(?:hi |hello |yes )?(?:my )?names?(?: is)?\s+", re.I)
NO_NAME = re.compile(
    r"^(?:(?:yes|yeah|yep|yh|no|nope|nah|ok|okay|hang on|hold on|wait|sorry|stop|help|none|nothing|dunno|pass|hi|hello|hiya|hey|hi there|hello there|bye|bye bye|goodbye|cya|see ya|see you|laters|cheers|ta|thank you|idk|tbc|lol|(?:a )?(?:person|human|real person|woman|lady|man))[ .,!?]*$"
    r"|(?:hang on|hold on|wait|sorry|actually|what|why|when|where|who|can (?:i|we|you)|do (?:i|you)|i (?:do not|don'?t|dont|would|want|meant|mean|need|can'?t))\b.* )",
    re.I,
)
# Words that stand in no name, and those that may be somebody's but begin something else ("can my mum come").
NO_PART = re.compile(
    r"\b(?:is|are|there|how|how'?s|what'?s?|when'?s|where'?s|why|who'?s|not|dont|don'?t|it|you|your|does|need|want|the|this|that|with"
    r"|cancel|parking|late|scared|worried|nervous|confused|deaf|blind|here|outside|interpreter|bother|thanks|asap)\b"
    r"|^(?:can|could|my|do|will|may) (?:i|we|you|my|a|some\w*|mum|dad|mam|kids?|son|daughter|partner|wife|husband|friend|mate|bro\w*|sis\w*)\b",
    re.I,
)


def is_introduced(text: str) -> bool:
    """Whether they say that it is a name."""
    return INTRODUCED.match(" ".join(text.split())) is not None


def read_name(text: str) -> str | None:
    """The name without the words around it; None for what can be none."""
    said = CALLED.sub("", " ".join(text.split())).strip(" .,!")
    return said if NAME.match(said) and not NO_NAME.match(f"{said} ") and not NO_PART.search(said) else None
