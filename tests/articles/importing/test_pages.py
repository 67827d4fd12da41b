"""The pages of bringing a text in: sent, looked at, corrected, published; each for one alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.importers.pieces import Fact, Kind, Piece, Warning
from articles.importing import correcting
from articles.importing.beginning import begin_import
from articles.importing.reading import rows_of
from articles.importing.showing import ON_A_PAGE
from articles.importing.taking import take_import
from articles.models import Article, Collection, Import, ImportPiece
from ncr.accounts.models import User
from ncr.refusals import Refused
from tests import factories
from tests.articles.importing import reviewed

pytestmark = pytest.mark.django_db(databases=["default", "work"])
BACKEND = "ncr.accounts.backends.MemberBackend"
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


def signed_in(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def text(answer: Any) -> str:
    said: str = answer.content.decode()
    return said


@pytest.fixture
def ed(db: None) -> User:
    return factories.editor("ed")


@pytest.fixture
def client(ed: User) -> Client:
    return signed_in(ed)


def bring(client: Client, **given: Any) -> Any:
    return client.post(reverse("imports"), given)


def sent_facts(looked: Any, **changed: str) -> dict[str, str]:
    """The form of facts as a page has it, with some fields typed over."""
    form = looked.context["form"]
    given = {name: str(form[name].value() or "") for name in form.fields}
    return {**given, "seen": looked.context["seen"], **changed}


def post_to(client: Client, name: str, *args: Any, **given: str) -> Any:
    return client.post(reverse(name, args=args), given)


def test_what_is_recognised_is_shown_before_it_is_published(client: Client) -> None:
    sent = bring(client, text=PAGE)
    bringing = Import.objects.get()
    assert sent["Location"] == bringing.get_absolute_url()
    looked = client.get(sent["Location"])
    page = text(looked)
    assert 'value="The harbour in winter"' in page
    assert 'value="2021-03-03"' in page
    assert "What the book says" in page
    assert not Article.objects.exists()
    given = sent_facts(looked)
    address = reverse("import_facts", args=[bringing.pk])
    kept = client.post(address, {**given, "title": "", "byline": "Ada", "publish": "1"})
    assert kept.status_code == 422
    assert 'value="Ada"' in text(kept)
    assert 'data-field="title"' in text(kept)
    assert re.search(r'data-field="title".{0,600}errorlist', text(kept), re.S)
    assert not Article.objects.exists()
    fresh = sent_facts(client.get(sent["Location"]), title="Ice", publish="1")
    done = client.post(address, fresh)
    assert done["Location"] == "/articles/ice/"
    assert (Article.objects.get().published, Article.objects.get().byline) == ("2021-03-03", "Ada")


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


def test_what_a_browser_sends_is_known_again(client: Client, ed: User) -> None:
    """A browser ends lines with CR LF, and the text is the same text all the same."""
    pasted = "---\r\ntitle: Known\r\nlang: en\r\n---\r\n\r\nFirst words.\r\n\r\nMore words.\r\n"
    first = Import.objects.get(pk=_pk(bring(client, text=pasted)))
    assert (first.given["title"], first.kind) == ("Known", "markdown")
    take_import(first, by=ed, publish=True)
    assert Article.objects.get().standing.source == "First words.\n\nMore words.\n"
    again = bring(client, text=pasted.replace("Known", "Once more"))
    looked = client.get(again["Location"])
    assert "“Known” says the very same." in text(looked)
    assert "Bring it in as a new revision" not in text(looked)
    given = sent_facts(looked, publish="1")
    refused = client.post(reverse("import_facts", args=[_pk(again)]), given)
    assert refused.status_code == 422
    assert "is here already, as “Known”" in text(refused)


def _pk(answer: Any) -> int:
    return int(answer["Location"].rstrip("/").rpartition("/")[2])


def test_a_text_that_came_again_with_other_words_can_become_a_revision(
    client: Client, ed: User
) -> None:
    article = factories.article(title="The ferry")
    article.source_url = "https://example.org/ferry"
    article.save()
    bringing = reviewed.ready(ed, facts={"source_url": Fact(article.source_url)})
    looked = client.get(bringing.get_absolute_url())
    assert "“The ferry” seems to be the same text." in text(looked)
    answer = post_to(client, "import_as_revision", bringing.pk, article=str(article.pk))
    assert answer["Location"] == bringing.get_absolute_url()
    draft = article.revisions.get(published_at=None)
    assert "In spring they came back." in draft.source
    assert "nobody reads the draft yet" in text(client.get(answer["Location"]))
    other = reviewed.ready(ed, data=b"Another")
    refused = post_to(client, "import_as_revision", other.pk, article=str(article.pk))
    assert refused.status_code == 409
    assert "has a draft already" in text(refused)
    for wrong in ("", "0", "x"):
        assert post_to(client, "import_as_revision", other.pk, article=wrong).status_code == 404


def test_a_draft_leads_editors_of_the_admin_there_and_others_to_what_became_of_it(
    client: Client, ed: User
) -> None:
    bringing = reviewed.ready(ed)
    given = {"title": "Kept", "language": "en", "draft": "1"}
    sent = post_to(client, "import_facts", bringing.pk, **given)
    assert sent["Location"] == bringing.get_absolute_url()
    assert "It is kept as a draft; nobody reads it yet." in text(client.get(sent["Location"]))
    boss = User.objects.create_superuser("boss", password="x")
    own = reviewed.ready(boss, Piece(Kind.PARAGRAPH, "Others."))
    sent = post_to(signed_in(boss), "import_facts", own.pk, **given)
    article = Article.objects.latest("pk")
    assert sent["Location"] == reverse("admin:articles_article_change", args=[article.pk])


def test_chapters_become_a_collection_where_one_says_so(client: Client, ed: User) -> None:
    parts = ("Ice", "Spring")
    pieces = [Piece(Kind.PARAGRAPH, f"About {name}.", part=n) for n, name in enumerate(parts)]
    bringing = reviewed.ready(ed, *pieces, parts=list(parts))
    page = text(client.get(bringing.get_absolute_url()))
    assert "a collection of 2 articles" in page
    assert page.index("Ice") < page.index("Spring")
    given = {"title": "The year", "language": "en", "shape": "collection", "publish": "1"}
    sent = post_to(client, "import_facts", bringing.pk, **given)
    collection = Collection.objects.get()
    assert sent["Location"] == collection.get_absolute_url()
    assert [one.title for one in collection.articles.order_by("place")] == ["Ice", "Spring"]
    assert collection.get_absolute_url() in text(client.get(bringing.get_absolute_url()))


def test_who_may_read_it_is_kept_and_holds(client: Client, ed: User) -> None:
    group = factories.group(ed)
    bringing = reviewed.ready(ed)
    audience = str(group.audience.pk)
    given = {"title": "Ours", "language": "en", "audience": audience}
    post_to(client, "import_facts", bringing.pk, save="1", **given)
    looked = client.get(bringing.get_absolute_url())
    assert f'<option value="{audience}" selected>' in text(looked)
    client.post(reverse("import_facts", args=[bringing.pk]), sent_facts(looked, publish="1"))
    assert Article.objects.get().audience == group.audience


def test_facts_say_how_sure_and_where_they_were_found(client: Client, ed: User) -> None:
    facts = {
        "title": Fact("<b>Ferry</b>", 0.6, "h1"),
        "byline": Fact("Ada", 0.95, "json-ld"),
        "language": Fact("en", 0.8, "words"),
    }
    warnings = [Warning("%(count)d pictures too many were left out.", {"count": 3})]
    bringing = reviewed.ready(ed, facts=facts, warnings=warnings, encoding="KOI8-R")
    page = text(client.get(bringing.get_absolute_url()))
    assert "Found in the first heading, not sure." in page
    assert "Found in the file&#x27;s metadata." in page
    assert "Found by the words of the text, fairly sure." in page
    for shown in ("3 pictures too many were left out.", "KOI8-R", "PDF", "ferry.pdf"):
        assert shown in page
    correcting.correct_facts(bringing, {"title": "The ferry"}, by=ed)
    page = text(client.get(bringing.get_absolute_url()))
    assert "found was “&lt;b&gt;Ferry&lt;/b&gt;”" in page
    assert "<b>Ferry" not in page


def test_pieces_say_what_they_were_recognised_as(client: Client, ed: User) -> None:
    bringing = reviewed.ready(ed)
    page = text(client.get(bringing.get_absolute_url()))
    assert re.search(r"<b>Heading 2</b>, by its looks, not sure", page)
    assert re.search(r"<b>Left out</b>: page number", page)
    assert "Page 2" in page
    assert "<em>came</em>" in page


def test_a_part_of_the_pieces_is_looked_at(client: Client, ed: User) -> None:
    bringing = reviewed.ready(ed)
    base = bringing.get_absolute_url()
    assert _rows(client.get(f"{base}?show=left-out")) == ["Menu", "17", "18"]
    assert _rows(client.get(f"{base}?show=doubtful")) == ["The ice"]
    assert len(_rows(client.get(f"{base}?show=nothing&page=x"))) == 8
    empty = reviewed.ready(ed, Piece(Kind.PARAGRAPH, "Sure."))
    assert "Nothing is doubtful." in text(client.get(f"{empty.get_absolute_url()}?show=doubtful"))


def _rows(answer: Any) -> list[str]:
    return [row.piece.words for row in answer.context["review"].rows]


def test_long_texts_are_paged_and_headings_lead_to_their_pages(client: Client, ed: User) -> None:
    pieces = [Piece(Kind.PARAGRAPH, f"Words {n}.") for n in range(2 * ON_A_PAGE)]
    bringing = reviewed.ready(ed, *pieces, Piece(Kind.HEADING, "The end", level=2))
    base, last = bringing.get_absolute_url(), reviewed.rows(bringing)[-1]
    first = text(client.get(base))
    assert f'href="?page=3#piece-{last.pk}"' in first
    assert "Words 49." in first
    assert "Words 50." not in first
    assert _rows(client.get(f"{base}?page=3")) == ["The end"]
    assert _rows(client.get(f"{base}?page=99")) == ["The end"]


def test_a_correction_leads_back_to_its_row(client: Client, ed: User) -> None:
    bringing = reviewed.ready(ed)
    pk = reviewed.row(bringing, "un-").pk
    sent = post_to(client, "correct_piece", bringing.pk, pk, "join", back="")
    assert sent["Location"] == f"{bringing.get_absolute_url()}#piece-{pk}"
    assert f'id="piece-{pk}"' in text(client.get(sent["Location"]))
    words = {"words": "The ferries ran.\r\n\r\nThen came the ice."}
    post_to(client, "correct_piece", bringing.pk, pk, "words", **words)
    post_to(client, "correct_piece", bringing.pk, pk, "kind", choice="heading-3")
    said = reviewed.says(bringing)
    assert said[2:4] == [
        (True, "heading", "The ferries ran."),
        (True, "paragraph", "Then came the ice."),
    ]
    # in a list of what is left out, what is kept goes, and the next one is reached
    menu, number = reviewed.row(bringing, "Menu").pk, reviewed.row(bringing, "17").pk
    sent = post_to(client, "correct_piece", bringing.pk, menu, "keep", back="?show=left-out")
    assert sent["Location"] == f"{bringing.get_absolute_url()}?show=left-out#piece-{number}"
    for act in ("leave-out", "undo"):
        assert post_to(client, "correct_piece", bringing.pk, menu, act).status_code == 302
    assert not reviewed.row(bringing, "Menu").kept
    assert post_to(client, "correct_piece", bringing.pk, menu, "nothing").status_code == 404


def test_all_of_one_reason_are_kept_at_once(client: Client, ed: User) -> None:
    bringing = reviewed.ready(ed)
    page = text(client.get(bringing.get_absolute_url()))
    assert "page number: 2 left out" in page
    sent = post_to(client, "import_left_out", bringing.pk, why="page_number", keep="1")
    assert "2 pieces are kept." in text(client.get(sent["Location"]))
    post_to(client, "import_left_out", bringing.pk, why="page_number")
    assert not reviewed.row(bringing, "17").kept
    wrong = post_to(client, "import_left_out", bringing.pk, why="nothing", keep="1")
    assert "Choose what it is about." in text(client.get(wrong["Location"]))


def test_a_correction_that_cannot_be_is_said_with_what_was_typed(client: Client, ed: User) -> None:
    bringing = reviewed.ready(ed)
    pk = reviewed.row(bringing, "In spring").pk
    answer = post_to(client, "correct_piece", bringing.pk, pk, "words", words=">" * 13 + " deep")
    assert answer.status_code == 422
    assert "&gt;" * 13 + " deep" in text(answer)
    assert "12 deep" in text(answer)
    assert post_to(client, "correct_piece", bringing.pk, pk, "join").status_code == 422


def test_an_old_form_is_a_conflict_and_loses_nothing(client: Client, ed: User) -> None:
    bringing = reviewed.ready(ed)
    row = reviewed.row(bringing, "In spring")
    seen = correcting.digest_of(row)
    correcting.rewrite(bringing, row.pk, by=ed, words="In May.")
    old = {"seen": seen, "words": "In June."}
    answer = post_to(client, "correct_piece", bringing.pk, row.pk, "words", **old)
    assert answer.status_code == 409
    assert "In May." in text(answer)
    assert "In June." in text(answer)
    fresh = answer.context["row"].seen
    post_to(client, "correct_piece", bringing.pk, row.pk, "words", words="In June.", seen=fresh)
    assert reviewed.row(bringing, "In June.").pk == row.pk
    correcting.join_with_next(bringing, reviewed.row(bringing, "un-").pk, by=ed)
    gone = post_to(client, "correct_piece", bringing.pk, row.pk + 1000, "words", words="Lost?")
    assert gone.status_code == 409
    assert "Lost?" in text(gone)
    looked = client.get(bringing.get_absolute_url())
    given = sent_facts(looked, title="Mine")
    correcting.correct_facts(bringing, {"title": "Theirs"}, by=ed)
    answer = client.post(reverse("import_facts", args=[bringing.pk]), given)
    assert answer.status_code == 409
    assert 'value="Mine"' in text(answer)


def test_a_piece_spoiled_while_it_is_looked_at_is_said(client: Client, ed: User) -> None:
    """What only the whole text is too much for is said where it is published."""
    bringing = reviewed.ready(ed, Piece(Kind.PARAGRAPH, ">" * 20 + " deep"))
    given = {"title": "Deep", "language": "en", "publish": "1"}
    answer = post_to(client, "import_facts", bringing.pk, **given)
    assert answer.status_code == 422
    assert "12 deep" in text(answer)
    assert 'value="Deep"' in text(answer)
    assert not Article.objects.exists()


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
    bringing = Import.objects.get(pk=_pk(sent))
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


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


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


def test_a_form_that_was_open_too_long_loses_no_word(ed: User) -> None:
    bringing = reviewed.ready(ed)
    client = Client(enforce_csrf_checks=True)
    client.force_login(ed, BACKEND)
    pk = reviewed.row(bringing, "In spring").pk
    sent = {"words": "Typed for a long time.\n\nAnd more.", "seen": "x"}
    answer = client.post(reverse("correct_piece", args=[bringing.pk, pk, "words"]), sent)
    assert answer.status_code == 403
    assert "Typed for a long time." in text(answer)
    facts = {"title": "A title", "standfirst": "Said\nin two lines"}
    answer = client.post(reverse("import_facts", args=[bringing.pk]), facts)
    assert 'value="A title"' in text(answer)
    assert "in two lines" in text(answer)
