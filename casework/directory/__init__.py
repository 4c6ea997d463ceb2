"""Finding help near someone: services from checked records, never a number from anywhere else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from casework.base.packs import LANGUAGES
from casework.base.settings import ROOT, settings
from casework.base.speaking import ENGLISH, spoken
from casework.base.words import phrase
from casework.base.yamlfile import load_yaml
from casework.council import Nation, council
from casework.directory import rules, show
from casework.directory.book import Book, load
from casework.directory.show import Signpost
from casework.directory.wording import Wording

__all__ = ["Book", "Signpost", "book", "contacts", "emergency", "load", "opening", "render", "signpost"]


@cache
def book() -> Book:
    """The national directory with the council's own local one, in English."""
    return load(ROOT / "directory", settings().council.parent / council().directory)


@cache
def _book_in(language: str) -> Book:
    if language == ENGLISH:
        return book()
    return replace(book(), wording=load_yaml(LANGUAGES / language / "services.yml", Wording))


def signpost(need: str, area: str | None, nation: Nation | None, at: datetime) -> list[Signpost]:
    """At most three services for a need_ intent or a need id, best first. Raises KeyError for neither."""
    return rules.signpost(_book_in(spoken()), need, area, nation, at)


def contacts(ids: Sequence[str], nation: Nation | None, at: datetime, *, no_web: bool = False) -> list[Signpost]:
    """The named national services that serve the nation; only UK-wide lines while it is not known.

    `no_web`: where no web address can be said, as by text.
    """
    return rules.contacts(_book_in(spoken()), ids, nation, at, no_web=no_web)


def emergency() -> str:
    """The emergency number, as shown."""
    phone = book().national["emergency"].phone
    assert phone is not None
    return phone.shown


def opening(need: str) -> str:
    """The sentence that says what was understood."""
    return _book_in(spoken()).wording.opening.format(title=phrase(book().asked(need).title))


def render(signposts: Sequence[Signpost], channel: str, *, nameless: bool = False) -> list[str]:
    """One plain line a service, as the channel allows: texts carry no web address and no telling name.

    `nameless`: nor any name, for a phone that somebody else may read.
    """
    return show.render(signposts, channel, _book_in(spoken()).wording, nameless=nameless)
