"""The review: what is known, piece by piece, corrected, published, kept or made a revision."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.importers.pieces import Fact, Kind, Piece, Reading, Warning, Why
from articles.importing import correcting
from articles.importing.beginning import begin_import
from articles.importing.reading import keep_found
from articles.importing.showing import ON_A_PAGE
from articles.importing.taking import take_import
from articles.models import Article, Collection, Import
from ncr.accounts.models import Audience, User
from tests import factories
from tests.articles.importing import reviewed
from tests.articles.importing.asking import (
    BACKEND,
    bring,
    pk_of,
    post_to,
    sent_facts,
    signed_in,
    text,
)
from tests.articles.test_import_article import PAGE

pytestmark = pytest.mark.django_db(databases=["default", "work"])
EVERYONE = str(Audience.EVERYONE)


@pytest.fixture
def ed(db: None) -> User:
    return factories.editor("ed")


@pytest.fixture
def client(ed: User) -> Client:
    return signed_in(ed)


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


def test_what_a_browser_sends_is_known_again(client: Client, ed: User) -> None:
    """A browser ends lines with CR LF, and the text is the same text all the same."""
    pasted = "---\r\ntitle: Known\r\nlang: en\r\n---\r\n\r\nFirst words.\r\n\r\nMore words.\r\n"
    first = Import.objects.get(pk=pk_of(bring(client, text=pasted)))
    assert (first.given["title"], first.kind) == ("Known", "markdown")
    take_import(first, by=ed, publish=True)
    assert Article.objects.get().standing.source == "First words.\n\nMore words.\n"
    again = bring(client, text=pasted.replace("Known", "Once more"))
    looked = client.get(again["Location"])
    assert "“Known” says the very same." in text(looked)
    assert "Bring it in as a new revision" not in text(looked)
    given = sent_facts(looked, publish="1")
    refused = client.post(reverse("import_facts", args=[pk_of(again)]), given)
    assert refused.status_code == 422
    assert "is here already, as “Known”" in text(refused)


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
    for wrong in ("", "0", "x", "9" * 5_000):
        assert post_to(client, "import_as_revision", other.pk, article=wrong).status_code == 404


def test_a_draft_leads_editors_of_the_admin_there_and_others_to_what_became_of_it(
    client: Client, ed: User
) -> None:
    bringing = reviewed.ready(ed)
    given = {"title": "Kept", "language": "en", "audience": EVERYONE, "draft": "1"}
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
    given = {
        "title": "The year",
        "language": "en",
        "audience": EVERYONE,
        "shape": "collection",
        "publish": "1",
    }
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
    given = {"title": "Deep", "language": "en", "audience": EVERYONE, "publish": "1"}
    answer = post_to(client, "import_facts", bringing.pk, **given)
    assert answer.status_code == 422
    assert "12 deep" in text(answer)
    assert 'value="Deep"' in text(answer)
    assert not Article.objects.exists()


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


def test_what_is_hardly_known_is_told_and_not_filled_in(client: Client, ed: User) -> None:
    begun = begin_import(by=ed, data=b"x", filename="a.docx")
    facts = {"title": Fact("A", 0.9), "published": Fact("2013-12-23", 0.3, "metadata")}
    heading = Piece(Kind.HEADING, "By looks", level=2, sure=0.9, why=Why.LOOKS)
    keep_found(begun.pk, Reading("docx", [heading, Piece(Kind.PARAGRAPH, "Words.")], facts))
    page = client.get(begun.get_absolute_url())
    assert page.context["form"]["published"].value() in (None, "")
    assert "Perhaps “2013-12-23” (in the file" in text(page)
    doubtful = client.get(f"{begun.get_absolute_url()}?show=doubtful")
    assert [row.piece.words for row in doubtful.context["review"].rows] == ["By looks"]


def test_without_a_title_it_says_so_in_words(client: Client, ed: User) -> None:
    bringing = reviewed.ready(ed)
    looked = client.get(bringing.get_absolute_url())
    given = sent_facts(looked, title="", publish="1")
    answer = post_to(client, "import_facts", bringing.pk, **given)
    assert answer.status_code == 422
    assert answer.context["form"].errors["title"] == ["Give it a title."]
