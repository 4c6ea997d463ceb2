"""Words as they are compared: in lower case, with or without marks, whatever was typed. Pure."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
APOSTROPHES = re.compile(r"['\u2019]")


def plain(text: str) -> str:
    """ "Don't, please!" is "dont please"."""
    return " ".join(WORD.findall(APOSTROPHES.sub("", text.casefold())))


def folded(text: str) -> str:
    """In lower case on one line, with the marks kept and one kind of apostrophe."""
    return " ".join(text.casefold().replace("\u2019", "'").split())


def bare_words(text: str) -> tuple[str, ...]:
    """The same word by word, and without accents: "tŷ" is "ty", as phones often have no key for it."""
    letters = unicodedata.normalize("NFD", plain(unicodedata.normalize("NFC", text)))
    return tuple("".join(one for one in letters if not unicodedata.combining(one)).split())
