"""Texts that Chromium printed as PDF or saved as MHTML (`CHROMIUM=path`)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from typing import Any

from playwright.sync_api import Page, Route, sync_playwright

from bench.importing import html_pages
from bench.importing.hyphens import with_soft_hyphens
from bench.importing.made import Made, day_of, facts_of
from bench.importing.markup import semantic
from bench.importing.samples import Sample, samples

ADDRESS = "https://example.org/read/"
SMALL = "font-size:8px;width:100%;padding:0 12mm;display:flex;justify-content:space-between"
NUMBER = '<span class="pageNumber"></span>'
BASE = (
    "h1{font-size:1.8em} pre,code{font-family:'DejaVu Sans Mono';font-size:.85em}"
    " table{border-collapse:collapse} td,th{border:1px solid #999;padding:2px 6px}"
    " sup a{text-decoration:none} img{width:6cm;height:3cm}"
)


@dataclass(frozen=True)
class Style:
    """How a page is printed, and of which texts."""

    name: str
    texts: tuple[str, ...]
    css: str
    head: str = "<span></span>"  # what stands on top of each page
    foot: str = "<span></span>"
    paper: dict[str, Any] = field(default_factory=lambda: {"format": "A4"})
    left_out: tuple[str, ...] = ("table", "code", "figure")
    is_hyphenated: bool = False
    is_held_back: bool = False


STYLES = (
    Style(
        "serif",
        ("kaliningrad-transit", "tidal-gauge.en", "pochta.ru"),
        "main{font:11pt/1.45 'DejaVu Serif'} p{margin:0 0 .8em}",
        head="<span>{title}</span><span>{day}</span>",
        foot=f"<span></span><span>{NUMBER} / <span class='totalPages'></span></span>",
        left_out=("figure",),
    ),
    Style(
        "columns",
        ("cfe-linkage", "long-walk.en", "wegeordnung.de"),
        "main{font:9.5pt/1.3 'DejaVu Serif';columns:2;column-gap:8mm;text-align:justify}"
        " h1{column-span:all} p{margin:0;text-indent:1.2em} h2+p{text-indent:0}"
        " h2{font-size:1.15em}",
        foot=f"<span>{{title}}</span><span>{NUMBER}</span>",
        is_hyphenated=True,
    ),
    Style(
        "indented",
        ("long-walk.en", "nrc-in-practice", "ecluse.fr"),
        "main{font:12pt/1.4 'DejaVu Serif';text-align:justify} p{margin:0;text-indent:1.5em}"
        " h2{font-size:1.1em;margin:1.4em 0 .5em} blockquote{margin:.8em 2em;font-size:.92em}",
        head=f"<span>{{byline}}</span><span>{NUMBER}</span>",
        paper={"format": "Letter"},
        is_hyphenated=True,
    ),
    Style(
        "browser",
        ("bell-founder.en", "afghan-opium", "station.en"),
        "main{font:13px/1.6 'DejaVu Sans'} p{margin:0 0 1em} h2{color:#036}",
        head="<span>3/11/24, 9:14 AM</span><span>{title}</span>",
        foot=f"<span>{ADDRESS}</span><span>{NUMBER}/<span class='totalPages'></span></span>",
    ),
    Style(
        "booklet",
        ("minutes.en", "cfe-linkage", "nachlass.de"),
        "main{font:10pt/1.35 'DejaVu Serif';text-align:justify} p{margin:0;text-indent:1em}"
        " h1{text-align:center} h2{font-size:1em;text-align:center;font-variant:small-caps}"
        " h1~p:first-of-type{text-indent:0} h2+p::first-letter{font-size:2.6em;float:left;"
        "line-height:1} blockquote{margin:1em 1.5em} h2+p{text-indent:0}",
        head=f"<span></span><span>{{title}}&ensp;{NUMBER}</span>",
        paper={"format": "A5"},
        is_hyphenated=True,
        is_held_back=True,
    ),
    Style(
        "three",
        ("kaliningrad-transit", "przeprawa.pl"),
        "main{font:8.5pt/1.3 'DejaVu Sans';columns:3;column-gap:6mm} h1{column-span:all}"
        " p{margin:0 0 .5em} h2{font-size:1.1em;color:#900;margin:.8em 0 .3em}",
        foot=f"<span>The Leeward</span><span>{NUMBER}</span>",
        paper={"format": "A4", "landscape": True},
        is_held_back=True,
    ),
    Style(
        "paper",
        ("tidal-gauge.en", "minutes.en", "faros.el"),
        "main{font:11pt/1.5 'DejaVu Sans'} p{margin:0 0 1em} h2{border-bottom:1px solid}"
        " pre{background:#eee;padding:1em}",
        head="<span>CONFIDENTIAL</span><span>{day}</span>",
        foot=f"<span>Harbour office</span><span>Page {NUMBER}</span>",
        left_out=("figure",),
        is_held_back=True,
    ),
    Style(
        "essay",
        ("long-walk.en", "nachlass.de"),
        "main{font:12pt/2 'DejaVu Serif'} p{margin:0;text-indent:.5in} h1{font-size:1em}"
        " h2{font-size:1em;font-style:italic;font-weight:normal;margin:0}",
        head=f"<span></span><span>{{byline}} {NUMBER}</span>",
        paper={"format": "Letter"},
        is_held_back=True,
    ),
    Style(
        "brochure",
        ("minutes.en", "ecluse.fr"),
        "main{font:10pt/1.4 'DejaVu Sans';columns:2;column-gap:1cm} h2{color:#fff;background:#246;"
        "padding:2px 6px;font-size:1em} p{margin:0 0 .7em} blockquote{background:#eee;margin:0;"
        "padding:6px} h1{column-span:all}",
        foot=f"<span>www.example.org</span><span>{NUMBER}</span>",
        is_held_back=True,
    ),
)
SAVED = (("news", "kaliningrad-transit"), ("wiki", "nrc-in-practice"), ("blog", "ecluse.fr"))


def make_pdf() -> Iterator[Made]:
    with browser_page() as page:
        for style in STYLES:
            for name in style.texts:
                sample = samples()[name].without(*style.left_out)
                yield Made(
                    f"{style.name}-{name}.pdf",
                    "pdf",
                    printed(page, style, sample),
                    sample.truth,
                    facts_of(sample),
                    style.is_held_back,
                )


def make_mhtml() -> Iterator[Made]:
    with browser_page() as page:
        session = page.context.new_cdp_session(page)
        for layout, name in SAVED:
            sample = samples()[name]
            show(page, html_pages.page(layout, sample))
            saved = session.send("Page.captureSnapshot", {"format": "mhtml"})["data"]
            file = f"{layout}-{name}.mhtml"
            yield Made(file, "mhtml", saved.encode(), sample.truth, facts_of(sample))


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page of Chromium that reaches no network."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path)
        try:
            yield browser.new_page(java_script_enabled=False)
        finally:
            browser.close()


def show(page: Page, source: str) -> None:
    """Opens the source as if it stood at ADDRESS."""

    def answer(route: Route) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=source, content_type="text/html; charset=utf-8")
        else:
            route.abort()

    page.unroute_all()
    page.route("**/*", answer)
    page.goto(ADDRESS, wait_until="load")


def printed(page: Page, style: Style, sample: Sample) -> bytes:
    body = semantic(sample.blocks)
    if style.is_hyphenated:
        body = with_soft_hyphens(body)
    lead = f'<p class="lead"><i>{escape(sample.standfirst)}</i></p>' if sample.standfirst else ""
    show(
        page,
        f'<html lang="{sample.language}"><head><title>{escape(sample.title)}</title>'
        f"<style>{BASE}{style.css}</style></head><body><main><h1>{escape(sample.title)}</h1>"
        f"{lead}<p>{escape(sample.byline)}, {day_of(sample)}</p>{body}</main></body></html>",
    )
    said = {"title": escape(sample.title), "day": day_of(sample), "byline": escape(sample.byline)}
    return page.pdf(
        display_header_footer=True,
        header_template=f"<div style='{SMALL}'>{style.head.format(**said)}</div>",
        footer_template=f"<div style='{SMALL}'>{style.foot.format(**said)}</div>",
        margin={"top": "22mm", "bottom": "22mm", "left": "20mm", "right": "20mm"},
        **style.paper,
    )
