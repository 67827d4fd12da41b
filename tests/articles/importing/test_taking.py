"""From a file to an article: the verbs, what they refuse, and what they leave behind."""

from __future__ import annotations

import io
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone
from PIL import Image

from articles.drafting import draft_of
from articles.importers.pictures import remade
from articles.importers.pieces import Fact, Kind, Piece, Reading
from articles.importing import beginning
from articles.importing.beginning import (
    MOST_OPEN,
    begin_import,
    cancel_import,
    forget_imports,
    read_again,
    read_in_background,
    resume_stuck,
    start_reading,
)
from articles.importing.reading import Stopped, keep_found, read_import, scratch
from articles.importing.taking import (
    known_as,
    take_as_collection,
    take_as_revision,
    take_import,
)
from articles.models import (
    Article,
    Collection,
    Import,
    ImportChunk,
    ImportPiece,
    Revision,
    StoredPicture,
)
from ncr.accounts.models import Audience, User
from ncr.refusals import Conflict, Refused
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])
TEXT = b"""# The salt road

It goes from the coast to the market in nine days, on foot.

Nobody carries salt on it any more.
"""


def make_editor(name: str = "ed") -> User:
    found = factories.person(name)
    found.user_permissions.add(Permission.objects.get(codename="change_article"))
    return User.objects.get(pk=found.pk)


@pytest.fixture
def editor() -> User:
    return make_editor()


def brought(by: User, data: bytes = TEXT, filename: str = "salt.md") -> Import:
    begun = begin_import(by=by, data=data, filename=filename)
    start_reading(begun)
    return begun


def found(by: User, reading: Reading) -> Import:
    """An import in which this was found."""
    begun = begin_import(by=by, data=b"x", filename="a.epub")
    keep_found(begun.pk, reading)
    begun.refresh_from_db()
    return begun


def left() -> list[int]:
    """How many rows there are of what an import is made of."""
    models: list[Any] = [ImportChunk, ImportPiece, StoredPicture]
    return [model.objects.count() for model in models]


def test_a_file_becomes_an_article(editor: User) -> None:
    begun = brought(editor)
    assert (begun.state, begun.kind, begun.encoding) == ("ready", "markdown", "UTF-8")
    assert begun.given["title"] == "The salt road"
    article = take_import(begun, by=editor, publish=True)
    assert article.title == "The salt road"
    assert [block.text for block in article.standing.blocks.all()] == [
        "It goes from the coast to the market in nine days, on foot.",
        "Nobody carries salt on it any more.",
    ]
    assert (begun.state, begun.article) == ("done", article)
    assert left() == [0, 0, 0]


def test_only_those_who_may_change_articles_bring_them_in(
    editor: User, stranger: User, moderator: User
) -> None:
    begun = brought(editor)
    for person in (stranger, moderator):
        with pytest.raises(PermissionDenied):
            begin_import(by=person, data=TEXT)
        for verb in (take_import, take_as_collection):
            with pytest.raises(PermissionDenied):
                verb(begun, by=person, publish=True)
        with pytest.raises(PermissionDenied):
            cancel_import(begun, by=person)
    assert not Article.objects.filter(title="The salt road").exists()


def test_another_editors_import_is_out_of_reach(editor: User) -> None:
    begun, other = brought(editor), make_editor("other")
    assert list(Import.objects.visible_to(other)) == []
    with pytest.raises(Refused):
        take_import(begun, by=other, publish=True)
    with pytest.raises(Refused):
        cancel_import(begun, by=other)
    begun.refresh_from_db()
    assert begun.state == "ready"


def test_it_is_taken_once(editor: User) -> None:
    begun = brought(editor)
    take_import(begun, by=editor, publish=False)
    with pytest.raises(Refused, match="twice"):
        take_import(begun, by=editor, publish=False)
    assert Article.objects.filter(title="The salt road").count() == 1


def test_a_refused_file_says_why_and_is_thrown_away(editor: User) -> None:
    begun = brought(editor, b"\x89PNG\r\n\x1a\n", "a.txt")
    assert begun.state == "refused"
    assert "picture" in begun.refusal["values"]["what"]
    assert left() == [0, 0, 0]


@pytest.mark.parametrize(("data", "words"), [(b"", "empty"), (bytes(60_000_001), "too large")])
def test_empty_and_too_large_files_are_refused_at_once(
    editor: User, data: bytes, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        begin_import(by=editor, data=data)
    assert not Import.objects.exists()


def test_there_is_a_bound_to_what_is_left_unfinished(editor: User) -> None:
    Import.objects.bulk_create(Import(by=editor, state="ready") for _ in range(MOST_OPEN))
    with pytest.raises(Refused, match="not finished"):
        begin_import(by=editor, data=TEXT)
    begin_import(by=make_editor("other"), data=TEXT)


def test_a_name_with_folders_is_a_name(editor: User) -> None:
    for name in ("../../etc/salt.md", "C:\\texts\\salt.md"):
        assert begin_import(by=editor, data=TEXT, filename=name).filename == "salt.md"


def test_a_large_file_lies_in_parts_and_is_put_together(editor: User) -> None:
    text = b"# Long\n\n" + b"\n\n".join(b"Paragraph %d of many." % n for n in range(40_000))
    begun = begin_import(by=editor, data=text, filename="a.md")
    assert begun.chunks.count() > 3
    read_in_background.call(begun.pk)
    assert begun.pieces.count() == 40_000


def test_a_cancelled_import_is_not_read(editor: User) -> None:
    begun = begin_import(by=editor, data=TEXT, filename="salt.md")
    cancel_import(begun, by=editor)
    assert left() == [0, 0, 0]
    read_in_background.call(begun.pk)
    with pytest.raises(Stopped):
        read_import(begun.pk)
    begun.refresh_from_db()
    assert begun.state == "cancelled"


def test_one_that_is_cancelled_while_it_is_read_keeps_nothing(editor: User) -> None:
    begun = begin_import(by=editor, data=TEXT, filename="salt.md")
    Import.objects.update(state="reading")
    cancel_import(begun, by=editor)
    with pytest.raises(Stopped):
        keep_found(begun.pk, Reading("markdown", [Piece(Kind.PARAGRAPH, "a")]))
    assert left() == [0, 0, 0]


def test_what_takes_longer_than_a_moment_is_left_to_the_background(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(pk: int, goes_on: object) -> None:
        Import.objects.filter(pk=pk).update(state="reading")
        raise Stopped

    queued: list[int] = []
    monkeypatch.setattr("articles.importing.beginning.read_import", stopped)
    monkeypatch.setattr("articles.importing.beginning.read_in_background", Queue(queued))
    begun = brought(editor)
    assert (begun.state, queued) == ("waiting", [begun.pk])


class Queue:
    """Takes the place of a task, and keeps what it is asked."""

    def __init__(self, queued: list[int]) -> None:
        self.enqueue = queued.append


def test_reading_again_drops_what_was_corrected(editor: User) -> None:
    begun = brought(editor)
    begun.pieces.first().delete()
    Import.objects.filter(pk=begun.pk).update(given={"title": "Other"}, edits=3)
    read_again(begun, by=editor)
    assert (begun.state, begun.given["title"], begun.pieces.count()) == (
        "ready",
        "The salt road",
        2,
    )
    take_import(begun, by=editor, publish=False)
    with pytest.raises(Refused):
        read_again(begun, by=editor)


def test_the_same_text_is_known_by_its_file_its_words_and_its_address(editor: User) -> None:
    article = take_import(brought(editor), by=editor, publish=True)
    assert known_as(brought(editor)) == article
    assert known_as(brought(editor, TEXT + b"\n\n", "other.md")) == article
    assert known_as(brought(editor, b"# Another\n\nIt says other things.\n")) is None
    Article.objects.filter(pk=article.pk).update(source_url="https://salt.example/road")
    other = brought(
        editor, b"---\ntitle: A\nsource: https://salt.example/road\n---\n\nNew words.\n"
    )
    assert known_as(other) == article
    with pytest.raises(Refused, match="here already"):
        take_import(brought(editor), by=editor, publish=True)


def test_a_new_text_of_an_article_becomes_its_draft(editor: User) -> None:
    article = take_import(brought(editor), by=editor, publish=True)
    newer = brought(editor, TEXT.replace(b"nine days", b"ten days"))
    draft = take_as_revision(newer, article, by=editor)
    assert draft == draft_of(article)
    assert "ten days" in draft.source
    assert (newer.state, newer.article) == ("done", article)
    with pytest.raises(Conflict, match="draft already"):
        take_as_revision(brought(editor, TEXT + b"\nMore.\n"), article, by=editor)
    Revision.objects.filter(pk=draft.pk).delete()
    same = brought(editor)
    with pytest.raises(Refused, match="Nothing is changed"):
        take_as_revision(same, article, by=editor)
    same.refresh_from_db()
    assert same.state == "ready"


def illustrated() -> Reading:
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(written, "PNG")
    picture = remade(written.getvalue())
    assert picture is not None
    figure = Piece(Kind.FIGURE, "At the quay", src=f"/pictures/{picture.name}", part=1)
    pieces = [
        Piece(Kind.HEADING, "Departure", "Departure", level=1),
        Piece(Kind.PARAGRAPH, "They left[^1] early."),
        Piece(Kind.HEADING, "Arrival", "Arrival", level=1, part=1),
        Piece(Kind.PARAGRAPH, "They came[^2] late.", part=1),
        figure,
        Piece(Kind.NOTE, "At six.", note="1", part=2),
        Piece(Kind.NOTE, "At nine.", note="2", part=2),
        Piece(Kind.PARAGRAPH, "Left out.", part=2, kept=False),
    ]
    facts = {"title": Fact("The voyage"), "byline": Fact("Ada Aune"), "language": Fact("en")}
    parts = ["Departure", "Arrival", "Notes"]
    return Reading("epub", pieces, facts, parts, pictures={picture.name: picture})


def test_a_book_becomes_a_collection_whose_notes_stand_where_they_are_mentioned(
    editor: User,
) -> None:
    begun = found(editor, illustrated())
    collection = take_as_collection(begun, by=editor, publish=True)
    assert (collection.title, collection.byline) == ("The voyage", "Ada Aune")
    chapters = list(collection.articles.order_by("place"))
    assert [(one.place, one.title, one.byline) for one in chapters] == [
        (1, "Departure", "Ada Aune"),
        (2, "Arrival", "Ada Aune"),
    ]
    assert [[block.text for block in one.standing.blocks.all()] for one in chapters] == [
        ["They left[1] early.", "At six."],
        ["They came[1] late.", "At the quay", "At nine."],
    ]
    assert [one.pictures.count() for one in chapters] == [0, 1]
    assert (begun.state, begun.collection) == ("done", collection)


def test_a_book_may_be_one_article(editor: User) -> None:
    article = take_import(found(editor, illustrated()), by=editor, publish=True)
    said = [block.text for block in article.standing.blocks.all()]
    assert said[:2] == ["Departure", "They left[1] early."]
    assert said[-2:] == ["At six.", "At nine."]
    assert article.pictures.count() == 1
    assert StoredPicture.objects.filter(bringing__isnull=False).count() == 0


def test_without_chapters_there_is_no_collection(editor: User) -> None:
    begun = brought(editor)
    with pytest.raises(Refused, match="no chapters"):
        take_as_collection(begun, by=editor, publish=True)
    assert not Collection.objects.exists()


def test_a_chapter_that_cannot_be_taken_leaves_nothing_of_the_others(editor: User) -> None:
    reading = illustrated()
    reading.pieces[3] = Piece(Kind.PARAGRAPH, "a*" * 3_000, part=1)
    begun = found(editor, reading)
    with pytest.raises(Exception, match="signs"):
        take_as_collection(begun, by=editor, publish=True)
    begun.refresh_from_db()
    assert begun.state == "ready"
    assert not Collection.objects.exists()
    assert not Article.objects.filter(title="Departure").exists()


def test_it_may_be_for_a_group_only(editor: User) -> None:
    circle = factories.group(editor)
    article = take_import(brought(editor), by=editor, publish=True, audience=circle.audience)
    assert article.audience.kind == Audience.Kind.GROUP


def test_what_nobody_finishes_is_forgotten_and_what_was_taken_is_not(editor: User) -> None:
    kept, taken, refused = brought(editor), brought(editor, TEXT + b"\nA.\n"), Import(by=editor)
    take_import(taken, by=editor, publish=False)
    refused.state = "refused"
    refused.save()
    now = timezone.now()
    assert forget_imports(now) == 0
    assert forget_imports(now + timedelta(days=8)) == 1
    assert set(Import.objects.all()) == {kept, taken}
    assert forget_imports(now + timedelta(days=61)) == 1
    assert list(Import.objects.all()) == [taken]


def test_a_row_of_a_file_is_small(editor: User) -> None:
    begin_import(by=editor, data=bytes(1_000_000))
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(length(data)) FROM articles_importchunk")
        assert cursor.fetchone()[0] == ImportChunk.SIZE


def test_what_was_being_read_when_its_worker_was_killed_is_read_again(editor: User) -> None:
    begun = begin_import(by=editor, data=TEXT, filename="salt.md")
    Import.objects.filter(pk=begun.pk).update(state="reading")
    now = timezone.now()
    assert resume_stuck(now) == 0  # it may well be at work
    assert resume_stuck(now + timedelta(hours=1)) == 1
    begun.refresh_from_db()
    assert (begun.state, begun.pieces.count()) == ("ready", 2)


def test_one_reading_stands_beside_the_answers_of_a_worker(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    queued: list[int] = []
    monkeypatch.setattr("articles.importing.beginning.read_in_background", Queue(queued))
    with beginning._at_once:
        begun = brought(editor)
    assert (begun.state, queued) == ("waiting", [begun.pk])
    assert brought(editor, TEXT + b"\nMore.\n").state == "ready"


def test_facts_that_no_database_takes_are_said_without_what_they_cannot_say(editor: User) -> None:
    page = (
        b"<html><head><script type='application/ld+json'>"
        b'{"@type": "Article", "headline": "Salt \\ud800 and \\u0000 roads"}'
        b"</script></head><body><p>It goes from the coast to the market, on foot.</p></body></html>"
    )
    begun = brought(editor, page, "salt.html")
    assert begun.given["title"].split() == ["Salt", "and", "roads"]
    assert begin_import(by=editor, data=TEXT, filename="a\0b\ud800.md").filename == "ab.md"


def test_a_disk_that_is_full_is_no_fault_of_the_file(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("articles.importers.apart.Reader.read", full)
    begun = brought(editor)
    assert begun.state == "refused"
    assert "just now" in begun.refusal["template"]


def test_files_that_a_killed_process_left_are_thrown_away(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    old, new = scratch() / "ncr-import-old", scratch() / "ncr-import-new"
    for folder in (old, new):
        folder.mkdir()
    os.utime(old, (0, 0))
    assert scratch() == tmp_path / "imports"
    assert (old.exists(), new.exists()) == (False, True)
