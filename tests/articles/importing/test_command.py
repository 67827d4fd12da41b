"""Bringing in files and folders by command: what is said, what stays, and how it ends."""

from __future__ import annotations

import csv
import json
import os
import pty
import signal
import threading
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper

from articles.importers import Document
from articles.importers.apart import Reader
from articles.importers.kinds import MAX_OTHER
from articles.importing.arriving import Fetched
from articles.management.progress import Bar
from articles.models import Article, Block, Collection, StoredPicture
from articles.revising import import_article
from ncr.accounts.models import Audience
from ncr.refusals import Refused
from tests import factories
from tests.articles.importers.booked import booked, nav, page
from tests.articles.importing.made import MADE, a_picture, as_epub, words

pytestmark = pytest.mark.django_db
BAD = {
    "bad.pdf": b"%PDF-1.7\nnothing of a PDF follows",
    "bad.docx": b"PK\x03\x04 and nothing of an archive",
    "bad.txt": b"\x00\x01\x02" * 50,
    "empty.html": b"",
    "locked.doc.txt": b"\xd0\xcf\x11\xe0 an old Word file",
}


def command(*given: Any, **options: Any) -> tuple[str, str, str]:
    """What the command says, what it says besides, and the error that it ends with."""
    out, err = StringIO(), options.pop("stderr", None) or StringIO()
    try:
        call_command("import_article", *map(str, given), stdout=out, stderr=err, **options)
    except CommandError as error:
        return out.getvalue(), "" if err.isatty() else err.getvalue(), str(error)
    return out.getvalue(), "" if err.isatty() else err.getvalue(), ""


@pytest.fixture
def fifty(tmp_path: Path) -> Path:
    """A folder of 50 texts of all kinds, five bad ones amid them, and what is no text."""
    folder = tmp_path / "texts"
    kinds = list(MADE)
    for number in range(45):
        inside = folder / f"box-{number % 4}"
        inside.mkdir(parents=True, exist_ok=True)
        suffix = kinds[number % len(kinds)]
        (inside / f"text-{number:02}{suffix}").write_bytes(MADE[suffix](number))
    for number, (name, content) in enumerate(BAD.items()):
        (folder / f"box-{number % 4}" / name).write_bytes(content)
    (folder / "photo.jpg").write_bytes(b"no text")
    (folder / ".hidden.md").write_text("# Hidden\n\nWords.\n")
    (folder / ".git").mkdir()
    (folder / ".git" / "notes.md").write_text("# Hidden too\n\nWords.\n")
    return folder


def test_a_folder_of_fifty_is_imported_though_some_are_bad(fifty: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    terminal, stderr = pty.openpty()
    seen = bytearray()

    def look() -> None:
        while True:
            try:
                seen.extend(os.read(terminal, 65536))
            except OSError:
                return

    looking = threading.Thread(target=look)
    looking.start()
    with os.fdopen(stderr, "w") as stream:
        out, _err, error = command(fifty, "--publish", "--report", report, stderr=stream)
    looking.join(5)
    os.close(terminal)

    assert error == "5 of 50 files were not imported."
    lines = out.splitlines()
    assert len(lines) == 45
    assert all(" published at /articles/" in line for line in lines)
    assert lines == sorted(lines)
    assert Article.objects.filter(current_revision__isnull=False).count() == 45
    assert Block.objects.filter(text=words(7)).count() == 1

    shown = seen.decode()
    assert "[" + "." * 24 + "] 0/50 " in shown
    assert "] 49/50 " in shown
    assert "imported: 45, refused: 5" in shown
    for name in BAD:
        assert f"/{name}: " in shown
    assert "Hidden" not in out

    rows = json.loads(report.read_text())
    assert [Path(row["file"]).name for row in rows if row["state"] == "refused"] == sorted(
        BAD, key=lambda name: (list(BAD).index(name) % 4, name)
    )
    assert {row["kind"] for row in rows if row["state"] == "published"} == {
        "text", "markdown", "html", "docx", "odt", "epub", "pdf",
    }  # fmt: skip
    refused = [row for row in rows if row["state"] == "refused"]
    assert all(row["reason"].endswith(".") and not row["address"] for row in refused)
    good = next(row for row in rows if row["file"].endswith("text-00.txt"))
    assert (good["title"], good["blocks"], good["warnings"]) == ("Harbour 0", 2, [])
    assert 0 < good["seconds"] < 60


def test_the_same_text_again_is_known_and_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(MADE[".md"](1))
    (tmp_path / "b.md").write_bytes(MADE[".md"](1))
    report = tmp_path / "report.csv"
    out, err, error = command(tmp_path / "a.md", tmp_path / "b.md", "--report", report)
    assert error == ""
    assert "“Harbour 1”. /articles/harbour-1/" in out.splitlines()[1]
    assert err.strip() == "imported: 1, known already: 1"
    assert Article.objects.count() == 1
    rows = list(csv.DictReader(report.read_text("utf-8-sig").splitlines()))
    assert [row["state"] for row in rows] == ["draft", "known"]
    assert rows[1]["address"] == "/articles/harbour-1/"


def test_json_is_all_that_stands_on_the_output(tmp_path: Path) -> None:
    files = []
    for suffix in (".txt", ".md", ".docx"):
        files.append(tmp_path / f"text{suffix}")
        files[-1].write_bytes(MADE[suffix](2))
    out, err, _error = command("--dry-run", "--json", *files)
    found, rest = [], out
    while rest.strip():
        one, end = json.JSONDecoder().raw_decode(rest.lstrip())
        found.append(one)
        rest = rest.lstrip()[end:]
    assert [one["title"] for one in found] == ["Harbour 2"] * 3
    assert err.strip() == "read: 3"
    alone, err, _error = command("--dry-run", "--json", files[0])
    assert json.loads(alone)["blocks"][0]["text"] == words(2)
    assert err == ""
    assert not Article.objects.exists()


def test_a_book_becomes_a_collection_when_asked(tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_bytes(as_epub(3))
    (tmp_path / "essay.md").write_bytes(MADE[".md"](4))
    out, _err, error = command(tmp_path, "--collection", "--publish")
    assert error == ""
    book = Collection.objects.get()
    assert f"book.epub: published at {book.get_absolute_url()}" in out
    chapters = book.articles.order_by("place")
    assert [(one.place, one.title) for one in chapters] == [(1, "Winter"), (2, "Spring")]
    assert Article.objects.count() == 3
    again, _err, error = command(tmp_path / "book.epub", "--collection")
    assert "is here already" in again
    assert (Collection.objects.count(), Article.objects.count()) == (1, 3)


def test_nothing_of_a_book_stays_when_a_chapter_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(document: Document, **how: Any) -> Article:
        if document.title == "Spring":
            raise Refused("Spring is refused.")
        return import_article(document, **how)

    monkeypatch.setattr("articles.importing.chapters.import_article", taken)
    known = factories.article()
    (tmp_path / "book.epub").write_bytes(as_epub(3))
    said = "".join(command(tmp_path / "book.epub", "--collection"))
    assert "Spring is refused." in said
    assert not Collection.objects.exists()
    assert Article.objects.get() == known


def test_a_chapter_that_is_here_by_itself_refuses_no_book(tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_bytes(as_epub(3))
    command(tmp_path / "book.epub", "--collection")
    Article.objects.filter(place=1).delete()
    out, _err, error = command(tmp_path / "book.epub", "--collection")
    assert error == ""
    assert "kept as a draft" in out
    assert Collection.objects.count() == 2


def test_pictures_are_kept_with_the_article_that_shows_them(tmp_path: Path) -> None:
    pages = {
        "one.xhtml": page(f"<p>{words(5)}</p><figure><img src='a.png' alt='Sea'/></figure>"),
        "two.xhtml": page(f"<p>{words(6)}</p><figure><img src='b.png' alt='Ice'/></figure>"),
    }
    book = booked(
        pages,
        contents=nav(("Winter", "one.xhtml"), ("Spring", "two.xhtml")),
        manifest='<item id="a" href="a.png" media-type="image/png"/>'
        '<item id="b" href="b.png" media-type="image/png"/>',
        files={"OEBPS/a.png": a_picture(), "OEBPS/b.png": a_picture("white")},
    )
    (tmp_path / "book.epub").write_bytes(book)
    command(tmp_path / "book.epub", "--collection", "--publish")
    stored = StoredPicture.objects.order_by("article__place")
    assert [picture.article and picture.article.place for picture in stored] == [1, 2]
    for picture in stored:
        assert picture.article is not None
        assert picture.name in picture.article.standing.source


def test_a_group_s_text_is_for_the_group(tmp_path: Path) -> None:
    group = factories.group(factories.person())
    (tmp_path / "a.md").write_bytes(MADE[".md"](7))
    command(tmp_path / "a.md", "--group", group.slug)
    assert Article.objects.get().audience.group == group
    assert "no reading group" in command(tmp_path / "a.md", "--group", "nobody")[2]
    assert Audience.objects.filter(group=group).count() == 1


def test_what_is_not_there_is_said_and_the_others_are_imported(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(MADE[".md"](8))
    _out, err, error = command(tmp_path / "none.md", tmp_path / "a.md")
    assert "none.md: No such file" in err
    assert error == "1 of 2 files were not imported."
    assert Article.objects.count() == 1


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(MAX_OTHER * 100)
    _out, err, error = command(tmp_path)
    assert "too large: it has 6000.0 MB" in err
    assert error


def test_there_has_to_be_something_to_do(tmp_path: Path) -> None:
    assert "Name a file" in command()[2]
    assert "no file in these folders" in command(tmp_path)[2]
    (tmp_path / "a.md").write_bytes(MADE[".md"](9))
    assert ".csv or .json" in command(tmp_path, "--report", tmp_path / "report.xlsx")[2]
    assert "No such file" in command(tmp_path, "--report", tmp_path / "no" / "report.csv")[2]


def test_a_report_holds_no_formula(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: =HYPERLINK(A1)\n---\n\nWords of it.\n")
    report = tmp_path / "report.csv"
    command(tmp_path / "a.md", "--report", report)
    row = next(csv.DictReader(report.read_text("utf-8-sig").splitlines()))
    assert row["title"] == "'=HYPERLINK(A1)"


def test_a_page_is_fetched_by_its_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetched(address: str) -> Fetched:
        return Fetched(MADE[".html"](10), "harbour.html", "https://harbour.example/10")

    monkeypatch.setattr("articles.importing.folders.fetch", fetched)
    out, _err, error = command("--address", "http://harbour.example/10", "--publish")
    assert error == ""
    assert out.startswith("http://harbour.example/10: published at ")
    assert Article.objects.get().source_url == "https://harbour.example/10"


def test_pages_are_not_fetched_unless_the_owner_switched_it_on() -> None:
    _out, err, error = command("--address", "http://harbour.example/10")
    assert "does not fetch" in err
    assert error == "1 of 1 files were not imported."


def test_ctrl_c_ends_after_the_file_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_bytes(MADE[".md"](20 + number))
    real = Reader.read
    read = []

    def reading(self: Reader, data: bytes, filename: str, *more: Any) -> Any:
        read.append(filename)
        if len(read) == 2:
            os.kill(os.getpid(), signal.SIGINT)
        return real(self, data, filename, *more)

    monkeypatch.setattr(Reader, "read", reading)
    before = signal.getsignal(signal.SIGINT)
    report = tmp_path / "report.json"
    out, err, error = command(tmp_path, "--report", report)
    assert read == ["0.md", "1.md"]
    assert len(out.splitlines()) == 2
    assert err.strip() == "imported: 2, not reached: 1"
    assert error == "Stopped after 2 of 3 files."
    assert len(json.loads(report.read_text())) == 2
    assert Article.objects.count() == 2
    assert signal.getsignal(signal.SIGINT) is before


def test_no_bar_where_nobody_looks(tmp_path: Path) -> None:
    stream = StringIO()
    bar = Bar(OutputWrapper(stream), 3)
    bar.draw(1, "a")
    bar.erase()
    assert stream.getvalue() == ""


def test_the_bar_shows_no_commands_to_the_terminal() -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    bar = Bar(OutputWrapper(stream), 4)
    bar.draw(1, "a\x1b[2Jb\n", 0.5)
    assert stream.getvalue() == f"\r\x1b[K[{'#' * 9}{'.' * 15}] 1/4 a?[2Jb?"
