"""What is refused or told where a text is taken: readers, revisions, collections, lost rows."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from articles.drafting import digest_of, newest_published, revise
from articles.import_views.correcting import ACTS
from articles.models import Article, Collection, Import, ImportPiece
from ncr.accounts.models import User
from tests import factories
from tests.articles.importing import reviewed
from tests.articles.importing.asking import post_to, sent_facts, signed_in, text

pytestmark = pytest.mark.django_db(databases=["default", "work"])


@pytest.fixture
def ed(db: None) -> User:
    return factories.editor("ed")


@pytest.fixture
def client(ed: User) -> Client:
    return signed_in(ed)


def test_nobody_takes_a_text_without_saying_who_may_read_it(client: Client, ed: User) -> None:
    bringing = reviewed.ready(ed)
    for button in ("publish", "draft"):
        given = {"title": "Ours", "language": "en", button: "1"}
        answer = post_to(client, "import_facts", bringing.pk, **given)
        assert answer.status_code == 422
        assert "Choose who may read it." in text(answer)
    assert not Article.objects.exists()


def test_a_group_that_may_not_be_chosen_any_more_does_not_become_everyone(
    client: Client, ed: User
) -> None:
    group = factories.group(factories.person("host"))
    bringing = reviewed.ready(ed)
    Import.objects.update(given={"audience": str(group.audience.pk)})
    looked = client.get(bringing.get_absolute_url())
    assert "cannot be chosen any more" in text(looked)
    assert looked.context["form"]["audience"].value() is None
    assert '<option value="" selected>' in text(looked)
    post_to(client, "import_facts", bringing.pk, **sent_facts(looked, save="1"))
    bringing.refresh_from_db()
    assert bringing.given["audience"] == str(group.audience.pk)


def test_what_was_typed_is_kept_where_a_revision_is_refused(client: Client, ed: User) -> None:
    article = factories.article(title="The ferry")
    bringing = reviewed.ready(ed)
    Import.objects.update(address="https://example.org/ferry")
    Article.objects.update(source_url="https://example.org/ferry")
    looked = client.get(bringing.get_absolute_url())
    assert "Only its text changes" in text(looked)
    assert re.search(r'<button[^>]*form="facts"[^>]*name="article"', text(looked))
    revise(article, "Under way.\n", by=ed, before=digest_of(newest_published(article).source))
    given = sent_facts(looked, title="Typed", article=str(article.pk))
    refused = post_to(client, "import_as_revision", bringing.pk, **given)
    assert refused.status_code == 409
    assert "has a draft already" in text(refused)
    bringing.refresh_from_db()
    assert bringing.given["title"] == "Typed"


def test_a_file_that_is_a_collection_is_known(client: Client, ed: User) -> None:
    made = Collection.objects.create(slug="year", title="The year")
    bringing, again = reviewed.ready(ed), reviewed.ready(ed)
    Import.objects.filter(pk=bringing.pk).update(state="done", collection=made)
    page = text(client.get(again.get_absolute_url()))
    assert "This file is here as the collection “The year”." in page
    assert made.get_absolute_url() in page


def test_a_row_that_another_window_takes_away_leads_to_the_next(
    client: Client, ed: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken_away(found: Import, pk: int, by: User, sent: object) -> ImportPiece:
        row = found.pieces.get(pk=pk)
        found.pieces.filter(pk=pk).delete()
        return row

    monkeypatch.setitem(ACTS, "keep", taken_away)
    bringing = reviewed.ready(ed)
    menu, after = reviewed.row(bringing, "Menu").pk, reviewed.row(bringing, "The ice").pk
    sent = post_to(client, "correct_piece", bringing.pk, menu, "keep", back="")
    assert sent["Location"].endswith(f"#piece-{after}")
