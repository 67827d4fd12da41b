"""EPUB files for tests, page by page."""

from __future__ import annotations

from tests.articles.importers.archived import zipped

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
METADATA = "<dc:title>The salt road</dc:title><dc:language>en</dc:language>"
XHTML = "application/xhtml+xml"


def page(body: str, title: str = "") -> str:
    """A page in XHTML."""
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>{title}</title></head><body>{body}</body></html>"
    )


def nav(*entries: tuple[str, str]) -> str:
    """A table of contents of EPUB 3."""
    items = "".join(f'<li><a href="{href}">{title}</a></li>' for title, href in entries)
    return page(f'<nav epub:type="toc"><h1>Contents</h1><ol>{items}</ol></nav>')


def ncx(*entries: tuple[str, str]) -> str:
    """A table of contents of EPUB 2."""
    points = "".join(
        f"<navPoint><navLabel><text>{title}</text></navLabel><content src='{href}'/></navPoint>"
        for title, href in entries
    )
    return f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'


def booked(
    pages: dict[str, str | bytes],
    *,
    metadata: str = METADATA,
    contents: str = "",
    old_contents: str = "",
    guide: str = "",
    spine: str = "",
    manifest: str = "",
    files: dict[str, str | bytes] | None = None,
) -> bytes:
    """A book of these pages, which all are in its spine, in order."""
    items = "".join(
        f'<item id="{name}" href="{name.replace(" ", "%20")}" media-type="{XHTML}"/>'
        for name in pages
    )
    toc = ""
    made: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
    }
    if contents:
        items += f'<item id="nav" href="nav.xhtml" media-type="{XHTML}" properties="nav"/>'
        made["OEBPS/nav.xhtml"] = contents
    if old_contents:
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        toc = ' toc="ncx"'
        made["OEBPS/toc.ncx"] = old_contents
    refs = spine or "".join(f'<itemref idref="{name}"/>' for name in pages)
    made["OEBPS/book.opf"] = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:opf="http://www.idpf.org/2007/opf"><metadata>{metadata}</metadata><manifest>'
        f"{items}{manifest}</manifest><spine{toc}>{refs}</spine><guide>{guide}</guide></package>"
    )
    made.update({f"OEBPS/{name}": content for name, content in pages.items()})
    return zipped({**made, **(files or {})})
