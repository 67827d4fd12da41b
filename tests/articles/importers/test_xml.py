"""XML that does harm is refused before it can."""

from __future__ import annotations

import time

import pytest

from articles.importers.document import ImportRefused
from articles.importers.xml import local, parsed, parsed_lenient, parsed_page

LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{"&" + before + ";" * 1}{"&" + before + ";" * 1}">'
    for before, name in zip("abcdefghijklmnopqrstuvwxy", "bcdefghijklmnopqrstuvwxyz", strict=True)
)
BOMB = LAUGHS + "]><a>&z;</a>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'


@pytest.mark.parametrize("source", [BOMB, OUTSIDE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_entities_are_refused(source: str, encoding: str) -> None:
    began = time.monotonic()
    with pytest.raises(ImportRefused):
        parsed(source.encode(encoding))
    assert time.monotonic() - began < 1


def test_a_dtd_elsewhere_is_not_read() -> None:
    root = parsed(b'<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a b="1">words</a>')
    assert root.text == "words"


@pytest.mark.parametrize("source", [b"", b"words", b"<a>", b"<a></b>", b"\x00" * 50, b"\xff\xfe"])
def test_broken_xml_is_refused_in_words(source: bytes) -> None:
    with pytest.raises(ImportRefused, match="no XML"):
        parsed(source)


def test_what_is_nested_too_deep_is_refused() -> None:
    with pytest.raises(ImportRefused):
        parsed(b"<a>" * 5000 + b"</a>" * 5000)


def test_more_marks_than_memory_is_good_for_are_refused() -> None:
    with pytest.raises(ImportRefused, match="million"):
        parsed(b"<a>" + b"<b/>" * 3_000_001 + b"</a>")


def test_comments_leave_the_words_around_them_together() -> None:
    assert parsed(b"<a>wo<!-- no -->rds<?no?></a>").text == "words"


def test_a_page_knows_the_names_of_letters() -> None:
    page = b'<html xmlns="http://www.w3.org/1999/xhtml"><p>a&nbsp;b &lt; caf&eacute;</p></html>'
    assert parsed_page(page)[0].text == "a\xa0b < café"


def test_a_page_that_is_not_well_formed_is_read_as_html() -> None:
    root = parsed_page(b"<html><body><p>one<br>two</p><p>three &</p></body></html>")
    assert [local(each) for each in root[0]] == ["p", "p"]
    assert "".join(root.itertext()) == "onetwothree &"


def test_an_empty_element_swallows_no_page() -> None:
    root = parsed_page(b"<html><head><title/></head><body><p>one<br>two</p></body></html>")
    assert "two" in "".join(root.itertext())


def test_a_page_in_another_encoding_is_read_in_it() -> None:
    page = "<?xml version='1.0' encoding='iso-8859-1'?><html><body><p>é<br></body></html>"
    assert "é" in "".join(parsed_page(page.encode("latin-1")).itertext())


def test_a_broken_part_is_read_as_far_as_can_be() -> None:
    assert local(parsed_lenient(b"<navMap><navPoint></navMap>")) == "navMap"


def test_a_name_without_its_namespace() -> None:
    assert local(parsed(b'<a:b xmlns:a="urn:x"/>')) == "b"


def test_what_follows_an_empty_element_of_html_in_a_book_is_not_in_it() -> None:
    root = parsed_page(b"<body><p>super<wbr>cali<br>more</p><p>next</p></body>")
    assert root.find(".//wbr") is None
    assert ["".join(each.itertext()) for each in root.iter("p")] == ["supercalimore", "next"]
