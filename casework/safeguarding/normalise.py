"""A message as plain lower-case words, each knowing where it stood in what was typed."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from casework.base.once import once
from casework.safeguarding.data import load
from casework.safeguarding.notation import BOUNDARY
from casework.safeguarding.spelling import Spelling

CHUNK = re.compile(r"[a-z0-9@$*]+(?:['!*@$.\-_/+]+[a-z0-9@$*]+)*|[.!?;]+|[,:()\n]|[^\x00-\x7f]|#")
UNSEEN = ("Mn", "Me", "Cf")
POSSESSIVE = re.compile(r"'s$")
ARTICLE = re.compile(r"th?'(?=\w{2})")
SEPARATORS = re.compile(r"([.!?;]+|[\-_/+*@$]+)")


class Token(NamedTuple):
    word: str
    start: int
    end: int
    closes: bool = False


class Words:
    """Reads text into tokens; `.` tokens mark where a sentence starts and ends."""

    def __init__(self, spelling: Spelling) -> None:
        data = load("words.yml")
        self.spelling = spelling
        self.pairs = {tuple(pair.split()): tuple(meant.split()) for pair, meant in data["pairs"].items()}
        self.opens = {pair[0] for pair in self.pairs}
        self.emoji = {sign: tuple(words.split()) for sign, words in data["emoji"].items()}
        self.closers = frozenset(data["closers"])
        self.fillers = frozenset(data["fillers"])
        self.fresh = frozenset(("just", word) for word in data["after_just"])

    def read(self, text: str) -> list[Token]:
        plain, places = fold(text)
        raw = [token for match in CHUNK.finditer(plain) for token in self._chunk(match.group(), match.start())]
        tokens = self._pair(self._unfilled(self._meanings(_drop_lone_stops(self._letters(raw)))))
        return [
            token._replace(start=places[token.start], end=places[token.end - 1] + 1) for token in self._close(tokens)
        ]

    def _chunk(self, chunk: str, at: int) -> Iterable[Token]:
        if chunk in self.emoji:
            return [Token(word, at, at + len(chunk)) for word in self.emoji[chunk]]
        if not chunk[0].isalnum() and chunk[0] not in "@$*":
            return [Token(_stop(chunk), at, at + len(chunk))]
        if "'" in chunk and chunk in self.spelling.short:
            return [Token(chunk, at, at + len(chunk))]
        if article := ARTICLE.match(chunk):
            chunk, at = chunk[article.end() :], at + article.end()
        whole = chunk.replace("'", "")
        if whole not in self.spelling.short:
            whole = POSSESSIVE.sub("", chunk).replace("'", "")
        if whole.isalnum() or self.spelling.meant(whole) != (whole,):
            return [Token(whole, at, at + len(chunk))]
        return [
            Token(piece if piece[0].isalnum() else _stop(piece), at + start, at + start + len(piece))
            for piece, start in _pieces(whole)
        ]

    def _letters(self, tokens: list[Token]) -> list[Token]:
        """Joins three or more single letters standing apart."""
        out: list[Token] = []
        run: list[Token] = []
        for token in [*tokens, Token("", 0, 0)]:
            if (len(token.word) == 1 and token.word.isalnum()) or (run and token.word == "-"):
                run.append(token)
                continue
            out += self._joined(run)
            run = []
            out.append(token)
        return out[:-1]

    def _joined(self, run: list[Token]) -> list[Token]:
        letters = [token for token in run if token.word != "-"]
        if len(letters) < 3:
            return run
        words = self.spelling.letters("".join(token.word for token in letters))
        return [Token(word, letters[0].start, letters[-1].end) for word in words]

    def _meanings(self, tokens: list[Token]) -> list[Token]:
        return [token._replace(word=word) for token in tokens for word in self._meant(token.word)]

    def _meant(self, word: str) -> tuple[str, ...]:
        typed = word[:1].isalnum() or word[:1] in "@$*"
        return self.spelling.meant(word) if typed else (word,)

    def _unfilled(self, tokens: list[Token]) -> list[Token]:
        """Without the words that change nothing; `just` stays where it says that a blow is fresh."""
        following = [*(token.word for token in tokens[1:]), BOUNDARY]
        return [
            token
            for token, after in zip(tokens, following, strict=False)
            if token.word not in self.fillers or (token.word, after) in self.fresh
        ]

    def _pair(self, tokens: list[Token]) -> list[Token]:
        """Two neighbours that mean something else together: `my self`, `2 die`, `k ill`."""
        out: list[Token] = []
        for token in tokens:
            if out and (words := self._together(out[-1].word, token.word)):
                first = out.pop()
                out += [Token(word, first.start, token.end) for word in words]
            else:
                out.append(token)
        return out

    def _together(self, left: str, right: str) -> tuple[str, ...]:
        if left in self.opens and (left, right) in self.pairs:
            return self.pairs[left, right]
        odd = left not in self.spelling.safe or right not in self.spelling.safe
        joined = left + right
        return (joined,) if odd and left.isalpha() and right.isalpha() and joined in self.spelling.core else ()

    def _close(self, tokens: list[Token]) -> list[Token]:
        """Drops commas and the like, marking the word before as the end of its clause."""
        out = [Token(BOUNDARY, 0, 1)]
        for token in [*tokens, Token(BOUNDARY, 0, 1)]:
            if not token.word[0].isalnum() or token.word in self.closers:
                out[-1] = out[-1]._replace(closes=True)
            if token.word[0].isalnum() or (token.word == BOUNDARY and out[-1].word != BOUNDARY):
                out.append(token)
        return out


def fold(text: str) -> tuple[str, list[int]]:
    """Lower-case letters without accents, and for each the place it came from."""
    if text.isascii():
        return text.lower(), list(range(len(text))) or [0]
    plain: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        for letter in _plain(sign):
            plain.append(letter)
            places.append(at)
    return "".join(plain), places or [0]


@once
def _signs() -> dict[str, str]:
    found: dict[str, str] = load("words.yml")["signs"]
    return found


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign.lower()
    if sign in _signs():
        return _signs()[sign]
    kept = (part for part in unicodedata.normalize("NFKD", sign) if unicodedata.category(part) not in UNSEEN)
    return "".join(_signs().get(part, part).lower() for part in kept)


def _stop(signs: str) -> str:
    """A sentence ends at `. ! ? ;`; trailing dots and the rest only pause."""
    if signs[0] in "!?;" or signs == ".":
        return BOUNDARY
    return "-" if signs[0] in "-_/+*@$" else ","


def _pieces(chunk: str) -> Iterable[tuple[str, int]]:
    at = 0
    for piece in SEPARATORS.split(chunk):
        if piece:
            yield piece, at
        at += len(piece)


def _drop_lone_stops(tokens: list[Token]) -> list[Token]:
    """`I. Want. To. Die.` is one sentence."""
    lone = [
        index
        for index, token in enumerate(tokens)
        if token.word == BOUNDARY
        and (index < 2 or tokens[index - 2].word == BOUNDARY)
        and (index + 2 >= len(tokens) or tokens[index + 2].word == BOUNDARY)
    ]
    return [token for index, token in enumerate(tokens) if index not in lone] if len(lone) > 1 else tokens
