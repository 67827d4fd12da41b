"""What each sample becomes, compared with what a careful reader wrote down beside it.

The samples are our own, with the furniture of many kinds of page; `like-furniture` has sentences
that only look like it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from articles.importers import document_as_json, read_document

SAMPLES = Path(__file__).parent.parent / "samples"
TEXTS = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md"))
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"]


def recognised(content: bytes, name: str) -> object:
    return document_as_json(read_document(content, name))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_sample_becomes_what_a_careful_reader_says(path: Path) -> None:
    wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert recognised(path.read_bytes(), path.name) == wanted


def test_there_are_samples_and_each_has_its_result() -> None:
    assert len(TEXTS) >= 18
    assert {path.stem for path in SAMPLES.glob("*.json")} == {path.stem for path in TEXTS}


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_line_ends_make_no_difference(path: Path, line_end: str) -> None:
    content = path.read_text("utf-8").replace("\n", line_end).encode()
    assert recognised(content, path.name) == recognised(path.read_bytes(), path.name)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_encodings_make_no_difference(path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    content = (mark + path.read_text("utf-8")).encode(encoding)
    assert recognised(content, path.name) == recognised(path.read_bytes(), path.name)


@pytest.mark.parametrize("name", ["german-page", "french-page", "newspaper", "site-name"])
def test_windows_1252_makes_no_difference(name: str) -> None:
    path = SAMPLES / f"{name}.txt"
    content = path.read_text("utf-8").replace("›", ">").encode("cp1252")
    assert content != path.read_bytes()
    assert recognised(content, path.name) == recognised(path.read_bytes(), path.name)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_words_are_made_up(path: Path) -> None:
    """Whatever is recognised stands in the sample, in the sample's order."""
    whole = "".join(sign for sign in path.read_text("utf-8") if sign.isalnum())
    place = 0
    for block in json.loads(path.with_suffix(".json").read_text("utf-8"))["blocks"]:
        for line in block["text"].split("\n"):
            words = "".join(sign for sign in line if sign.isalnum()).removesuffix("1")
            found = whole.find(words[:20], place if path.suffix == ".txt" else 0)
            assert found >= 0, line
            place = found
