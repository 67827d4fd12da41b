"""What archives are refused, and that their headers are not believed."""

from __future__ import annotations

import struct

import pytest

from articles.importers.archives import Archive
from articles.importers.document import ImportRefused
from tests.articles.importers.archived import bomb, encrypted, with_link, zipped

GOOD = zipped({"a.xml": "<a/>", "b/c.xml": "<c/>"})


def test_parts_are_read_by_name() -> None:
    archive = Archive(GOOD)
    assert list(archive) == ["a.xml", "b/c.xml"]
    assert archive.read("b/c.xml") == b"<c/>"
    assert archive.named("B/C.XML") == "b/c.xml"
    assert archive.named("nothing") is None


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "..\\a", "C:\\a", "a/.."])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ImportRefused, match="lead elsewhere"):
        Archive(zipped({"good.xml": "<a/>", name: "x"}))


def test_a_symbolic_link_is_refused() -> None:
    with pytest.raises(ImportRefused, match="lead elsewhere"):
        Archive(with_link(GOOD, "link", "/etc/passwd"))


def test_a_name_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = with_link(GOOD, "a.xml", "x")
    with pytest.raises(ImportRefused):
        Archive(twice)


def test_an_encrypted_archive_is_refused_in_words() -> None:
    with pytest.raises(ImportRefused, match="password"):
        Archive(encrypted(GOOD))


@pytest.mark.parametrize("size", [0, 10, len(GOOD) - 30])
def test_a_truncated_archive_is_refused(size: int) -> None:
    with pytest.raises(ImportRefused, match="damaged"):
        Archive(GOOD[:size])


def test_a_part_whose_bytes_are_broken_is_refused() -> None:
    broken = bytearray(zipped({"a.xml": "<a>" + "words " * 50 + "</a>"}))
    broken[45:50] = b"\xff" * 5
    with pytest.raises(ImportRefused, match="damaged"):
        Archive(bytes(broken)).read("a.xml")


def test_a_bomb_is_refused_by_its_ratio() -> None:
    with pytest.raises(ImportRefused, match="too large"):
        Archive(bomb("word/document.xml", 40))


def test_a_part_is_unpacked_no_further_than_its_bound() -> None:
    archive = Archive(bomb("a", 15))
    with pytest.raises(ImportRefused, match="too large"):
        archive.read("a", most=1_000_000)


def test_a_header_that_lies_about_the_size_gains_nothing() -> None:
    data = bytearray(bomb("a", 15))
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 100)  # APPNOTE 4.3.12: uncompressed size
    with pytest.raises(ImportRefused):
        Archive(bytes(data)).read("a", most=1_000_000)


def test_more_entries_than_any_text_has_are_refused() -> None:
    with pytest.raises(ImportRefused, match="too many parts"):
        Archive(zipped({f"{number}": "" for number in range(10_001)}))
