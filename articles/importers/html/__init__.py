"""Web pages: saved ones, fragments, and archives of pages, to Readings."""

from __future__ import annotations

from articles.importers.html.reading import read_html, read_mhtml, read_webarchive

__all__ = ["read_html", "read_mhtml", "read_webarchive"]
