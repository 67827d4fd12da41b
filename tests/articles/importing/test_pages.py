"""Pages of bringing texts in: sent, listed, watched, thrown away; each for one alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.importers.pieces import Kind, Piece
from articles.importing import correcting
from articles.importing.beginning import begin_import
from articles.importing.reading import rows_of
from articles.models import Article, Import, ImportPiece
from ncr.accounts.models import User
from ncr.refusals import Refused
from tests import factories
from tests.articles.importing import reviewed
from tests.articles.importing.asking import (
    bring,
    pk_of,
    post_to,
    queries,
    signed_in,
    text,
)

pytestmark = pytest.mark.django_db(databases=["default", "work"])


@pytest.fixture
def ed(db: None) -> User:
    return factories.editor("ed")


@pytest.fixture
def client(ed: User) -> Client:
    return signed_in(ed)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"text": "x", "file": SimpleUploadedFile("a.txt", b"x")},
        {"file": SimpleUploadedFile("a.txt", b"")},
        {"text": " \n "},
        {"text": "a" * 100_001},
        {"text": "# A title\n\n" + ">" * 10_000 + " a"},
    ],
)
def test_what_cannot_be_brought_in_is_said_in_words_and_given_back(
    client: Client, given: dict[str, Any]
) -> None:
    answer = bring(client, **given)
    assert answer.status_code == 422
    assert "errorlist" in text(answer)
    if words := given.get("text", "").strip():
        assert words.replace(">", "&gt;") in text(answer)
    assert not Article.objects.exists()
    assert not Import.objects.exists()


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 50, b"\x89PNG\r\n", b"x" * 5_000_001])
def test_a_file_that_cannot_be_read_says_why_on_its_page(client: Client, content: bytes) -> None:
    sent = bring(client, file=SimpleUploadedFile("a.txt", content))
    bringing = Import.objects.get()
    assert bringing.state == Import.State.REFUSED
    page = text(client.get(sent["Location"]))
    assert "message error" in page
    assert reverse("imports") in page


def test_a_file_too_large_for_any_kind_is_not_read_at_all(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.importing.beginning.MAX_OTHER", 10)
    answer = bring(client, file=SimpleUploadedFile("large.txt", b"x" * 11))
    assert "large.txt: The file is too large" in text(answer)
    assert not Import.objects.exists()


def test_of_several_files_each_becomes_an_import(client: Client) -> None:
    files = [SimpleUploadedFile(f"{name}.txt", b"Some words to read.\n") for name in "abc"]
    sent = bring(client, file=files)
    assert sent["Location"] == reverse("imports")
    page = text(client.get(sent["Location"]))
    assert "3 files are taken." in page
    assert page.index("c.txt") < page.index("b.txt") < page.index("a.txt")
    assert {one.state for one in Import.objects.all()} == {Import.State.READY}
    again = bring(client, file=[SimpleUploadedFile("d.txt", b""), files[0]])
    assert again.status_code == 422
    assert "d.txt: The file is empty" in text(again)


def test_an_address_is_asked_for_where_the_owner_lets_texts_be_fetched(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.IMPORT_FROM_WEB = False
    assert 'name="address"' not in text(client.get(reverse("imports")))
    settings.IMPORT_FROM_WEB = True
    assert 'name="address"' in text(client.get(reverse("imports")))

    def refuse(*, by: User, address: str) -> Import:
        raise Refused(f"Nobody answers at {address}")

    monkeypatch.setattr("articles.import_views.bringing.begin_import_from_web", refuse)
    answer = bring(client, address="https://example.org/x")
    assert "Nobody answers at https://example.org/x" in text(answer)
    assert 'value="https://example.org/x"' in text(answer)


def test_progress_is_shown_and_reading_is_cancelled(client: Client, ed: User) -> None:
    begun = begin_import(by=ed, data=b"Words", filename="long.pdf")
    Import.objects.update(state=Import.State.READING, read=120, total=600)
    page = text(client.get(begun.get_absolute_url()))
    assert "Page 120 of 600" in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert re.search(r'<progress[^>]*max="600" value="120"', page)
    assert "(120/600)" in text(client.get(reverse("imports")))
    assert post_to(client, "cancel_import", begun.pk)["Location"] == reverse("imports")
    assert "Nothing of it is kept." in text(client.get(begun.get_absolute_url()))


def test_it_is_asked_once_more_before_corrections_go(client: Client, ed: User) -> None:
    sent = bring(client, file=SimpleUploadedFile("a.txt", b"Some words.\n\nOther words.\n"))
    bringing = Import.objects.get(pk=pk_of(sent))
    correcting.leave_out(bringing, reviewed.row(bringing, "Other").pk, by=ed)
    again = reverse("ask_import", args=[bringing.pk, "again"])
    assert "All that you corrected goes" in text(client.get(again))
    assert not reviewed.row(bringing, "Other").kept
    assert client.post(again)["Location"] == bringing.get_absolute_url()
    assert reviewed.row(bringing, "Other").kept
    away = reverse("ask_import", args=[bringing.pk, "throw-away"])
    assert "Throw this import away?" in text(client.get(away))
    assert client.post(away)["Location"] == reverse("imports")
    bringing.refresh_from_db()
    assert bringing.state == Import.State.CANCELLED
    assert client.get(away)["Location"] == bringing.get_absolute_url()
    assert client.get(reverse("ask_import", args=[bringing.pk, "nothing"])).status_code == 404


def test_what_is_done_is_done_once(client: Client, ed: User) -> None:
    bringing = reviewed.ready(ed)
    row = reviewed.rows(bringing)[0]
    given = {"title": "Once", "language": "en", "publish": "1"}
    first = post_to(client, "import_facts", bringing.pk, **given)
    assert first["Location"] == "/articles/once/"
    for name, args in _acts(bringing, row.pk):
        assert client.post(reverse(name, args=args), given)["Location"].startswith("/imports/")
    assert Article.objects.count() == 1
    assert "/articles/once/" in text(client.get(bringing.get_absolute_url()))


def _acts(bringing: Import, pk: int) -> list[tuple[str, list[Any]]]:
    own = bringing.pk
    acts = ("kind", "join", "words", "leave-out", "keep", "undo")
    return [
        ("cancel_import", [own]),
        ("import_facts", [own]),
        ("import_as_revision", [own]),
        ("import_left_out", [own]),
        ("ask_import", [own, "throw-away"]),
        ("ask_import", [own, "again"]),
        *(("correct_piece", [own, pk, act]) for act in acts),
    ]


def test_an_import_is_met_by_nobody_but_who_brought_it(
    ed: User, stranger: User, moderator: User
) -> None:
    """Another editor, a moderator, a member and the owner find nothing; others may sign in."""
    bringing = reviewed.ready(ed)
    row, before = reviewed.rows(bringing)[0], reviewed.says(bringing)
    others = [stranger, moderator, factories.editor("other")]
    others.append(User.objects.create_superuser("boss", password="x"))
    shown = [("import", [bringing.pk]), ("import_piece", [bringing.pk, row.pk])]
    shown += [("ask_import", [bringing.pk, act]) for act in ("throw-away", "again")]
    for other in others:
        client = signed_in(other)
        for name, args in shown:
            assert client.get(reverse(name, args=args)).status_code == 404
        for name, args in _acts(bringing, row.pk):
            assert client.post(reverse(name, args=args), {"title": "Mine"}).status_code == 404
    nobody = Client()
    for name, args in shown:
        assert nobody.get(reverse(name, args=args))["Location"].startswith("/accounts/login/")
    for name, args in _acts(bringing, row.pk):
        answer = nobody.post(reverse(name, args=args), {"words": "Typed for long."})
        assert answer.status_code == 401
        assert "Typed for long." in text(answer)
    assert reviewed.says(bringing) == before
    for name, args in shown:
        assert signed_in(ed).get(reverse(name, args=args)).status_code == 200


def test_bringing_in_is_for_those_with_the_permission(
    ed: User, stranger: User, moderator: User
) -> None:
    reviewed.ready(ed)
    for other in (stranger, moderator):
        for answer in (signed_in(other).get("/imports/"), bring(signed_in(other), text="Words.")):
            assert answer.status_code == 403
    assert Client().get("/imports/")["Location"].startswith("/accounts/login/")
    kept = bring(Client(), text="Typed for long, and signed out.")
    assert kept.status_code == 401
    assert "Typed for long, and signed out." in text(kept)
    another = text(signed_in(factories.editor("other")).get("/imports/"))
    assert "ferry.pdf" not in another
    assert "ferry.pdf" in text(signed_in(ed).get("/imports/"))
    assert Import.objects.count() == 1


def test_ways_lead_there_for_who_may(ed: User, stranger: User) -> None:
    factories.article()
    for page in ("/", "/articles/"):
        assert 'href="/imports/"' in text(signed_in(ed).get(page))
        for other in (stranger, None):
            assert "/imports/" not in text(signed_in(other).get(page))
    admin = reverse("admin:articles_article_import")
    boss = User.objects.create_superuser("boss", password="x")
    assert signed_in(boss).get(admin)["Location"] == "/imports/"
    assert signed_in(stranger).get(admin).status_code == 403
    assert Client().get(admin)["Location"].startswith("/accounts/login/")


def test_no_page_asks_more_when_there_is_more(client: Client, ed: User) -> None:
    """Four are the session, the person and their permissions; one says how many notices wait."""
    bringing = reviewed.ready(ed)
    begun = begin_import(by=ed, data=b"Words", filename="long.pdf")
    base = bringing.get_absolute_url()
    piece = reverse("import_piece", args=[bringing.pk, reviewed.rows(bringing)[1].pk])
    addresses = (reverse("imports"), base, f"{base}?show=left-out", piece, begun.get_absolute_url())
    stated = (7, 11, 11, 8, 6)
    assert tuple(queries(client, address) for address in addresses) == stated
    for number in range(20):
        reviewed.ready(ed, data=f"File {number}".encode())
    more = [Piece(Kind.PARAGRAPH, f"Words {n}.", kept=n % 2 == 0) for n in range(200)]
    ImportPiece.objects.bulk_create(rows_of(bringing, more, 100))
    factories.article()
    assert tuple(queries(client, address) for address in addresses) == stated
