"""Markdown with and without front matter."""

from __future__ import annotations

import pytest

from articles.importers import Document, ImportRefused, read_document


def read(text: str) -> Document:
    return read_document(text.encode(), "a.md")


def test_front_matter_goes_by_many_names() -> None:
    found = read(
        "---\nTitel: 'Ein Titel'\nsummary: |\n  two\n  lines\nauthors: [A B, \"C D\"]\n"
        "about-author: Who\nPubDate: 1 May 2001\nlast updated: 2002\nlang: de-AT\nurl: https://e.org/\n"
        "draft: true\n# a comment\n---\nText.\n"
    )
    assert found == Document(
        "Text.\n", "Ein Titel", "two lines", "A B, C D", "Who", "2001-05-01", "2002", "de-AT", "https://e.org/"
    )  # fmt: skip


def test_fields_without_fences_need_a_title() -> None:
    found = read("Title: A\nDate: 2001-02-03\n\nText: here.\n")
    assert (found.title, found.published, found.markdown) == ("A", "2001-02-03", "Text: here.\n")
    assert read("Note: this is text.\n\nMore.\n").markdown == "Note: this is text.\n\nMore.\n"


def test_the_first_heading_is_the_title_unless_another_is_given() -> None:
    assert read("# A *b* #\n\nText.\n") == Document("Text.\n", "A b")
    found = read("---\ntitle: C\n---\n# A\n\nText.\n")
    assert (found.title, found.markdown) == ("C", "# A\n\nText.\n")
    assert read("## A\n\nText.\n").title is None


@pytest.mark.parametrize("text", ["---\n\nText.\n\n---\n", "---\nno field\n---\nText.\n"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert read(text).markdown.strip() == text.strip()


@pytest.mark.parametrize("value", ["yesterday", "soon", "2001-99-99"])
def test_a_date_that_is_none_is_unknown(value: str) -> None:
    assert read(f"---\ntitle: A\ndate: {value}\n---\nText.\n").published is None


def test_a_source_that_is_no_address_is_none() -> None:
    assert read("---\ntitle: A\nsource: a notebook\n---\nText.\n").source_url is None


def test_what_the_dialect_refuses_is_refused() -> None:
    with pytest.raises(ImportRefused, match="12 deep"):
        read("# A\n\n" + ">" * 10_000 + " a\n")
