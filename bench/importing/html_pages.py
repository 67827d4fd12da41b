"""Texts in the furniture of web pages: `pages/*.html` say what stands around them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from bench.importing.made import Made, day_of, facts_of
from bench.importing.markup import ANCHOR, EDIT, breaks, divs, hostile, semantic, thirds
from bench.importing.markup_old import in_one_paragraph, rich, unclosed, word
from bench.importing.samples import PROSE, Sample, samples

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Layout:
    """A kind of page, the texts that are shown in it, and which of their blocks it can show."""

    page: str
    texts: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    is_held_back: bool = False


LAYOUTS = (
    Layout("news", ("kaliningrad-transit", "bell-founder.en", "afghan-opium")),
    Layout("news-ru", ("pochta.ru", "bumaga.ru")),
    Layout("blog", ("long-walk.en", "ecluse.fr", "cfe-linkage")),
    Layout("manual", ("queue-manual.en", "tidal-gauge.en")),
    Layout("wiki", ("tidal-gauge.en", "nrc-in-practice")),
    Layout("tables", ("long-walk.en", "seminar.en", "fruehzug.de"), PROSE),
    Layout("soup", ("bell-founder.en", "station.en", "kaliningrad-transit"), PROSE),
    Layout("newsletter", ("cfe-linkage", "quai.fr")),
    Layout("government", ("tidal-gauge.en", "afghan-opium")),
    Layout("forum", ("long-walk.en", "seminar.en")),
    Layout("gazette", ("wegeordnung.de",)),
    Layout("print", ("bell-founder.en", "grain-corridor", "chaguan.zh")),
    Layout("hostile", ("nrc-in-practice", "long-walk.en")),
    Layout("magazine", ("minutes.en", "afghan-opium"), is_held_back=True),
    Layout("zeitung", ("nachlass.de", "fruehzug.de"), is_held_back=True),
    Layout("word", ("minutes.en", "przeprawa.pl"), (*PROSE, "table"), is_held_back=True),
    Layout("unclosed", ("nachlass.de", "tidal-gauge.en"), (*PROSE, "code"), is_held_back=True),
    Layout("speech", ("minutes.en", "nahr.ar"), PROSE, is_held_back=True),
    Layout("news", ("minutes.en",), is_held_back=True),
    Layout("soup", ("faros.el",), PROSE, is_held_back=True),
    Layout("government", ("fener.tr",), is_held_back=True),
    Layout("portail", ("ecluse.fr", "couloir.fr"), is_held_back=True),
    Layout("journal", ("tidal-gauge.en", "minutes.en"), is_held_back=True),
    Layout("intranet", ("minutes.en", "przeprawa.pl"), (*PROSE, "table"), is_held_back=True),
)


def make() -> Iterator[Made]:
    for layout in LAYOUTS:
        for text in layout.texts:
            sample = samples()[text]
            if layout.kinds:
                sample = sample.only(layout.kinds)
            yield Made(
                f"{layout.page}-{text}.html",
                "html",
                page(layout.page, sample).encode(),
                sample.truth,
                facts_of(sample),
                layout.is_held_back,
            )


def page(name: str, sample: Sample) -> str:
    """The whole page."""
    first, second, third = thirds(sample)
    url = f"https://example.org/{sample.published[:4]}/{sample.name.split('.')[0]}"
    lead = f'<p class="standfirst">{escape(sample.standfirst)}</p>' if sample.standfirst else ""
    template = Template((PAGES / f"{name}.html").read_text("utf-8"))
    return template.substitute(
        title=escape(sample.title),
        title_json=json.dumps(sample.title),
        byline=escape(sample.byline),
        byline_json=json.dumps(sample.byline),
        standfirst=escape(sample.standfirst),
        standfirst_p=lead,
        language=sample.language,
        url=url,
        iso=sample.published,
        day=day_of(sample),
        body=semantic(sample.blocks),
        body_anchored=semantic(sample.blocks, ANCHOR),
        body_plain=breaks(sample.blocks),
        body_divs=divs(sample.blocks),
        body_hostile=hostile(sample.blocks),
        body_rich=rich(sample.blocks),
        body_word=word(sample.blocks),
        body_unclosed=unclosed(sample.blocks),
        body_breaks=in_one_paragraph(sample.blocks),
        pull=escape(pulled(sample)),
        first=semantic(first),
        second=semantic(second),
        third=semantic(third),
        second_edited=semantic(second, EDIT),
        third_edited=semantic(third, EDIT),
    )


def pulled(sample: Sample) -> str:
    """A sentence of the text that is set large beside it, and so stands on the page twice."""
    words = next((text for text in reversed(sample.truth) if ". " in text), sample.truth[0])
    return words.split(". ")[0] + "."
