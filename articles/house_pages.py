"""The pages about the site: what its owner wrote, or what comes with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from articles.body import render_page
from articles.markdown.limits import MarkdownRefused
from articles.models import SitePage
from articles.sanitising import SanitisedHtml

DEFAULTS = Path(__file__).parent / "house"


def source_of(name: str) -> str:
    """The Markdown of a page; one query."""
    written = SitePage.objects.filter(name=name).values_list("source", flat=True).first()
    return default_source(name) if written is None else written


@cache
def default_source(name: str) -> str:
    return (DEFAULTS / f"{name}.md").read_text(encoding="utf-8")


def page_html(name: str) -> SanitisedHtml:
    """A page as it is read; one query. What cannot be rendered was refused when it was saved."""
    return render_page(source_of(name))


def refusal_of(source: str) -> str:
    """Why a page cannot be kept like this; empty when it can."""
    try:
        render_page(source)
    except MarkdownRefused as refused:
        return str(refused)
    return ""
