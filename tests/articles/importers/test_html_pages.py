"""Pages as sites of many kinds make them: the paragraphs are found whole, and nothing else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from string import Template

import pytest

from articles.blocks import blocks_from_markdown
from articles.importers import document_of, read_file
from articles.importers.pieces import Reading

PAGES = Path(__file__).parent / "pages"
TEXTS = {
    f"{language}{place}": text
    for language, texts in tomllib.loads((PAGES / "texts.toml").read_text("utf-8")).items()
    for place, text in enumerate(texts)
}
KEPT = tomllib.loads((PAGES / "kept.toml").read_text("utf-8"))
FACTS = {
    "wordpress": {"title": "The last ferry", "published": "2019-04-02T07:30", "language": "en-US"},
    "react-news": {
        "title": "A Bridge to Lanvik, and What It Would Cost",
        "byline": "Ida Holm",
        "published": "2021-09-03T09:00",
        "standfirst": "The county weighs a bridge against a ferry.",
    },
    "components": {
        "title": "Ferry or bridge? Island waits",
        "published": "2024-01-17",
        "source_url": "https://shore.example/news/articles/cx1",
    },
    "blogspot": {"title": "Menu of the bridge"},
    "wiki": {
        "title": "Lanvik ferry",
        "licence": "https://creativecommons.org/licenses/by-sa/4.0/",
    },
    "oldtable": {"title": "The drawer on the bridge", "language": "en"},
    "german": {
        "title": "Pregel: Die dritte Waage von links",
        "standfirst": "Ein Lagerhaus, vier Waagen, keine Einigung: wie eine Stadt ihr Gewicht"
        " suchte.",
        "published": "2022-11-05T06:00",
        "language": "de",
    },
    "french": {
        "standfirst": "Automatisé depuis trente ans, le phare garde sa lampe.",
        "byline": "Hélène Jourdan",
        "published": "2024-03-12T06:00",
    },
    "polish": {
        "title": "Lód w porcie",
        "standfirst": "Ostatni raz port zamarzł dwadzieścia pięć lat temu.",
        "language": "pl",
    },
    "japanese": {"title": "四分遅れの時計", "language": "ja"},
    "chinese": {"title": "老周的渡船", "published": "2021-11-05T08:12", "language": "zh"},
    "arabic": {"title": "ساعة الميناء", "published": "2019-11-05", "language": "ar"},
    "letter": {"standfirst": "On boats that come, and boats that do not"},
    "journal": {
        "title": "On the lateness of ferries",
        "byline": "Holm, Ida",
        "published": "2018-06-01",
    },
    "amp": {"source_url": "https://tide.example/night", "published": "2017-01-20T08:00"},
}


def read(name: str) -> Reading:
    page = Template((PAGES / f"{name}.html").read_text("utf-8")).substitute(TEXTS)
    return read_file(page.encode(), f"{name}.html")


def filled(words: str) -> str:
    return re.sub(r"\b[a-z]{2}\d(?!\d)", lambda name: TEXTS.get(name[0], name[0]), words)


@pytest.mark.parametrize("name", KEPT)
def test_the_paragraphs_of_a_page(name: str) -> None:
    blocks = blocks_from_markdown(document_of(read(name)).markdown)
    assert [block.text for block in blocks] == [filled(words) for words in KEPT[name]]


@pytest.mark.parametrize("name", FACTS)
def test_what_a_page_says_about_its_text(name: str) -> None:
    found = read(name)
    assert {fact: found.fact(fact) for fact in FACTS[name]} == FACTS[name]


def test_every_page_has_its_list() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(KEPT)
