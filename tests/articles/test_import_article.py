"""Bringing texts in by command, and through the verb."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from articles.models import Article, Block
from articles.revising import publish_revision, rename_slug
from ncr.accounts.models import User
from ncr.refusals import Refused
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = """The harbour in winter

  • 3 March 2021
  • |
  • Last updated: 4 Mar. 2021 10:05

Ice closes the harbour for two months of the year, and everything waits for the first ship.

Ice closes the harbour for two months of the year, and everything waits for the first ship.

The pilots keep a book in which the day of the first ship is written, with the name of the ship.

What the book says

In most years the day lies in April. In some it does not, and then people remember it for long.
"""


@pytest.fixture
def editor(db: None) -> Client:
    client = Client()
    boss = User.objects.create_superuser("boss", password="x")
    client.force_login(boss, "ncr.accounts.backends.MemberBackend")
    return client


def test_a_dry_run_prints_what_it_recognised_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    out = StringIO()
    call_command("import_article", "--dry-run", "--json", str(tmp_path / "page.txt"), stdout=out)
    found = json.loads(out.getvalue())
    assert found["title"] == "The harbour in winter"
    assert (found["published"], found["updated"]) == ("2021-03-03", "2021-03-04T10:05")
    assert found["byline"] is None
    assert [block["kind"] for block in found["blocks"]].count("heading") == 1
    assert not Article.objects.exists()


def test_a_dry_run_says_in_a_line_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A title\n\nWords.\n")
    (tmp_path / "b.md").write_text("Words.\n\nMore words.\n")
    out = StringIO()
    files = [str(tmp_path / name) for name in ("a.md", "b.md")]
    call_command("import_article", "--dry-run", *files, stdout=out)
    assert [line.rpartition(": ")[2] for line in out.getvalue().splitlines()] == [
        "A title, 1 block",
        "without a title, 2 blocks",
    ]
    assert not Article.objects.exists()


def test_files_after_a_bad_one_are_imported_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01binary\x00")
    (tmp_path / "good.md").write_text("# A title\n\nSome words to read.\n")
    errors = StringIO()
    files = [str(tmp_path / name) for name in ("bad.txt", "good.md", "good.md")]
    with pytest.raises(CommandError, match="1 of 3"):
        call_command("import_article", "--publish", *files, stderr=errors, stdout=StringIO())
    assert Article.objects.get().title == "A title"


def test_blocks_are_numbered_and_their_offsets_fit_the_text() -> None:
    article = factories.article()
    blocks = list(Block.objects.filter(revision=article.current_revision).order_by("position"))
    text = "\n".join(block.text for block in blocks)
    assert [text[block.start : block.end] for block in blocks] == [block.text for block in blocks]
    assert [block.number for block in blocks] == [1, None, 2, 3, 4]
    assert len({block.key for block in blocks}) == len(blocks)
    assert article.standing.length == len(text)


def test_publishing_twice_changes_nothing_and_a_draft_is_not_read() -> None:
    article = factories.article(publish=False)
    client = Client()
    assert client.get(article.get_absolute_url()).status_code == 404
    revision = article.revisions.get()
    first = publish_revision(revision).published_at
    assert publish_revision(revision).published_at == first
    assert client.get(article.get_absolute_url()).status_code == 200


def test_a_former_slug_leads_to_the_present_one() -> None:
    article = factories.article(title="Über die Straße нет")
    former = article.slug
    assert former == "über-die-straße-нет"
    rename_slug(article, "new")
    client = Client()
    for tail in ("", "discussion/", f"p/{factories.block(article).key}/", "revisions/1/"):
        answer = client.get(f"/articles/{former}/{tail}?order=active")
        assert (answer.status_code, answer["Location"]) == (
            301,
            f"/articles/new/{tail}?order=active",
        )
    other = factories.article()
    with pytest.raises(Refused):
        rename_slug(other, "new")


def test_a_changed_title_and_name_reach_the_stored_page(editor: Client, author: User) -> None:
    article = factories.article(title="Before")
    factories.annotation(article, author)
    before = editor.get(article.get_absolute_url())["ETag"]
    article.title = "After"
    article.save()
    assert editor.get(article.get_absolute_url())["ETag"] != before
    assert (
        editor.get(article.get_absolute_url(), headers={"if-none-match": before}).status_code == 200
    )
