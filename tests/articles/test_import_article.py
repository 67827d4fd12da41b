"""Bringing texts in by command, in the admin, and through the verb."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from articles.models import Article, Block
from articles.revising import publish_revision, rename_slug
from ncr.accounts.models import User
from ncr.refusals import Refused
from tests import factories

pytestmark = pytest.mark.django_db
IMPORT = "admin:articles_article_import"
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


def test_the_admin_shows_what_was_recognised_before_it_publishes(editor: Client) -> None:
    looked = editor.post(reverse(IMPORT), {"text": PAGE})
    page = looked.content.decode()
    assert 'value="The harbour in winter"' in page
    assert 'value="2021-03-03"' in page
    assert not Article.objects.exists()
    form = looked.context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    kept = editor.post(reverse(IMPORT), {**given, "title": "", "publish": "1"})
    assert kept.status_code == 422
    assert "What the book says" in kept.content.decode()
    done = editor.post(reverse(IMPORT), {**given, "title": "Ice", "publish": "1"})
    assert done["Location"] == "/articles/ice/"
    assert Article.objects.get().published == "2021-03-03"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"text": "x", "file": SimpleUploadedFile("a.txt", b"x")},
        {"file": SimpleUploadedFile("a.txt", b"\x00\x01\x02" * 50)},
        {"file": SimpleUploadedFile("a.txt", b"x" * (5 * 1024 * 1024 + 1))},
        {"text": " \n "},
        {"text": "a" * 100_001},
        {"text": "# A title\n\n" + ">" * 10_000 + " a"},
        {"text": "a\0b"},
    ],
)
def test_what_cannot_be_imported_is_said_in_words(editor: Client, given: dict[str, Any]) -> None:
    answer = editor.post(reverse(IMPORT), given)
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert not Article.objects.exists()


def test_a_second_import_of_the_same_text_says_so(editor: Client) -> None:
    article = factories.article()
    given = {"title": "Again", "language": "en", "source": article.standing.source, "publish": "1"}
    answer = editor.post(reverse(IMPORT), given)
    assert answer.status_code == 422
    assert "is here already" in answer.content.decode()


def test_what_a_browser_sends_is_known_again(editor: Client) -> None:
    """A browser ends lines with CR LF, and the text is the same text all the same."""
    pasted = "---\r\ntitle: Known\r\nlang: en\r\n---\r\n\r\nFirst words.\r\n\r\nMore words.\r\n"
    looked = editor.post(reverse(IMPORT), {"text": pasted})
    form = looked.context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    assert (given["title"], given["source"]) == ("Known", "First words.\n\nMore words.\n")
    given["source"] = given["source"].replace("\n", "\r\n")
    editor.post(reverse(IMPORT), {**given, "publish": "1"})
    assert Article.objects.get().standing.source == "First words.\n\nMore words.\n"
    again = editor.post(reverse(IMPORT), {**given, "publish": "1"})
    assert "is here already" in again.content.decode()


def test_a_text_spoiled_while_it_is_looked_at_is_kept_and_refused(editor: Client) -> None:
    given = {"title": "Deep", "language": "en", "source": ">" * 10_000 + " a", "publish": "1"}
    answer = editor.post(reverse(IMPORT), given)
    assert answer.status_code == 422
    assert "12 deep" in answer.content.decode()
    assert "&gt;" * 10_000 in answer.content.decode()
    assert not Article.objects.exists()


def test_importing_is_for_editors(author: User) -> None:
    client = Client()
    sent_to = client.get(reverse(IMPORT), follow=True).redirect_chain[-1][0]
    assert sent_to.startswith("/accounts/login/")
    client.force_login(author, "ncr.accounts.backends.MemberBackend")
    assert client.get(reverse(IMPORT), follow=True).status_code == 403


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
