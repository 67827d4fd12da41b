"""A text that is withdrawn: 410 to who could read it, 404 to others, and nothing of it anywhere."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import ModerationEntry
from articles.models import Article, Block, Revision
from articles.revising import (
    digest_of,
    publish_revision,
    republish_revision,
    rewrite_draft,
    withdraw_revision,
)
from articles.signals import revision_published
from ncr.accounts.models import Audience, User
from ncr.refusals import Conflict, Refused
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
PAGES = ["article", "discussion", "overlay", "cards", "passages", "annotate", "revision", "block"]
API = ["api:article", "api:threads"]


def addresses(article: Article) -> dict[str, str]:
    key = Block.objects.filter(article=article)[1].key
    more = {"revision": [1], "block": [key]}
    return {
        name: reverse(name, args=[article.slug, *more.get(name, [])]) for name in [*PAGES, *API]
    }


def client_of(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def withdrawn(author: User, audience: Audience | None = None) -> Article:
    article = factories.article(title="Zephyrous title", audience=audience)
    said_to = {} if audience is None else {"audience": audience}
    factories.annotation(article, author, "Boreal words.", topics=["Winds"], **said_to)
    withdraw_revision(article.revisions.get(), by=author, reason="A mistake in the source.")
    return article


@pytest.mark.parametrize("visitor", ["author", "stranger", "moderator", "anonymous"])
def test_its_addresses_say_410_and_no_word_of_it(
    visitor: str, author: User, stranger: User, moderator: User
) -> None:
    article = withdrawn(author)
    people = {"author": author, "stranger": stranger, "moderator": moderator, "anonymous": None}
    client = client_of(people[visitor])
    for name, address in addresses(article).items():
        answer = client.get(address)
        assert answer.status_code == 410, name
        assert "Zephyrous" not in answer.content.decode(), name


def test_who_could_not_read_it_learns_nothing(author: User, stranger: User) -> None:
    article = withdrawn(author, Audience.objects.get(pk=Audience.MEMBERS))
    for name, address in addresses(article).items():
        assert client_of(None).get(address).status_code == 404, name
        assert client_of(stranger).get(address).status_code == 410, name


def test_a_draft_is_404_and_not_410() -> None:
    article = factories.article(publish=False)
    assert client_of(None).get(reverse("article", args=[article.slug])).status_code == 404


def test_nothing_of_it_stands_elsewhere_until_it_is_published_again(
    author: User, stranger: User
) -> None:
    article = withdrawn(author)
    seen = ["articles", "api:articles", "topics"]
    lists = [reverse(name) for name in seen] + [author.get_absolute_url()]
    client = client_of(stranger)
    for address in lists:
        text = client.get(address).content.decode()
        assert "Zephyrous" not in text
        assert "Boreal" not in text
    republish_revision(article.revisions.get(), by=author)
    page = client.get(reverse("article", args=[article.slug]))
    assert page.status_code == 200
    assert "Boreal words." in client.get(author.get_absolute_url()).content.decode()


def test_both_acts_stand_in_the_log_once(author: User) -> None:
    article = factories.article()
    revision = article.revisions.get()
    for _twice in range(2):
        withdraw_revision(revision, by=author, reason="why")
    for _twice in range(2):
        republish_revision(revision, by=author, reason="because")
    entries = ModerationEntry.objects.order_by("pk")
    assert [(one.act, one.reason, one.subject, one.by) for one in entries] == [
        ("withdraw", "why", f"article {article.pk}", author.pk),
        ("republish", "because", f"article {article.pk}", author.pk),
    ]


def test_publishing_stands_in_the_log_under_who_did_it(author: User) -> None:
    article = factories.article(publish=False)
    publish_revision(article.revisions.get(), by=author)
    assert ModerationEntry.objects.get().act == "publish"
    factories.article()  # by a command: nobody's act
    assert ModerationEntry.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
def test_a_text_is_withdrawn_with_a_reason(author: User, reason: str) -> None:
    revision = factories.article().revisions.get()
    with pytest.raises(Refused):
        withdraw_revision(revision, by=author, reason=reason)
    revision.refresh_from_db()
    assert revision.withdrawn_at is None


def test_a_draft_cannot_be_withdrawn(author: User) -> None:
    with pytest.raises(Refused):
        withdraw_revision(factories.article(publish=False).revisions.get(), by=author, reason="why")


def test_publishing_again_is_told_to_who_listens(
    author: User, django_capture_on_commit_callbacks: object
) -> None:
    article = withdrawn(author)
    heard: list[Revision] = []

    def hear(revision: Revision, **kwargs: object) -> None:
        heard.append(revision)

    revision_published.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            republish_revision(article.revisions.get(), by=author)
    finally:
        revision_published.disconnect(hear)
    assert heard == [article.revisions.get()]


def test_a_draft_is_written_anew_with_its_blocks() -> None:
    revision = factories.article(publish=False).revisions.get()
    rewrite_draft(revision, "# One\n\nTwo words.\n", before=digest_of(revision.source))
    revision.refresh_from_db()
    texts = list(revision.blocks.order_by("position").values_list("text", flat=True))
    assert texts == ["One", "Two words."]
    assert (revision.length, revision.words) == (len("One\nTwo words."), 3)


def test_two_editors_of_a_draft_do_not_overwrite_each_other() -> None:
    revision = factories.article(publish=False).revisions.get()
    before = digest_of(revision.source)
    rewrite_draft(revision, "Of the first.\n", before=before)
    with pytest.raises(Conflict) as conflict:
        rewrite_draft(revision, "Of the second.\n", before=before)
    assert conflict.value.current == "Of the first.\n"


def test_a_published_text_does_not_change() -> None:
    revision = factories.article().revisions.get()
    with pytest.raises(Refused):
        rewrite_draft(revision, "Other words.\n")


@pytest.fixture
def editor(db: None) -> Client:
    return client_of(User.objects.create_superuser("boss", password="x"))


def test_the_form_of_a_draft_keeps_both_texts_in_a_conflict(editor: Client) -> None:
    article = factories.article(publish=False)
    address = reverse("admin:articles_article_text", args=[article.pk])
    before = digest_of(article.revisions.get().source)
    rewrite_draft(article.revisions.get(), "Of the other.\n")
    answer = editor.post(address, {"source": "Mine & new.\n", "before": before})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Of the other." in page
    assert "Mine &amp; new." in page
    again = editor.post(
        address, {"source": "Mine & new.\n", "before": digest_of("Of the other.\n")}
    )
    assert again.status_code == 302
    assert article.revisions.get().source == "Mine & new.\n"


@pytest.mark.parametrize("source", ["", "[x]: y", "a\0b", ">" * 500 + " deep"])
def test_the_form_of_a_draft_keeps_what_cannot_be_taken(editor: Client, source: str) -> None:
    article = factories.article(publish=False)
    address = reverse("admin:articles_article_text", args=[article.pk])
    before = article.revisions.get().source
    answer = editor.post(address, {"source": source, "before": digest_of(before)})
    assert answer.status_code == 422
    assert article.revisions.get().source == before


def test_withdrawing_in_the_admin_asks_for_a_reason_and_keeps_it(editor: Client) -> None:
    article = factories.article()
    address = reverse("admin:articles_article_ask", args=[article.pk, "withdraw"])
    assert editor.post(address, {"reason": ""}).status_code == 422
    long = editor.post(address, {"reason": "y" * 400})
    assert long.status_code == 422
    assert "y" * 400 in long.content.decode()
    assert editor.post(address, {"reason": "why"}).status_code == 302
    article.refresh_from_db()
    assert article.current_revision is None
    page = editor.get(reverse("admin:articles_article_change", args=[article.pk]))
    assert "Publish again" in page.content.decode()
