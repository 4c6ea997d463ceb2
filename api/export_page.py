"""One person's data as a page that stands by itself: to read, to print, to send."""

from typing import Any

from api.pages import templates


def export_page(data: dict[str, Any]) -> str:
    """The page of what `privacy.export` gave."""
    return templates.get_template("export.html").render(data=data)
