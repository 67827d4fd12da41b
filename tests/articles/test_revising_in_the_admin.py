"""The pages on which an editor revises a text: told of everything, and nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, moderating
from annotations.models import Placement
from articles.models import Article, Revision
from articles.revising import (
    digest_of,
    look_of,
    publish_revision,
    revise,
    rewrite_draft,
    roll_back,
    withdraw_revision,
    write_revision,
)
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
SECOND, THIRD = "The second text.\n", "The third text.\n"


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(title="The night train")


@pytest.fixture
def editor(db: None) -> Client:
    return client_of(User.objects.create_superuser("boss", password="x"))


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


def at(article: Article, name: str, *more: Any) -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def draft_of(article: Article, source: str = SECOND) -> Revision:
    return write_revision(article, source, by=None)


def send(client: Client, article: Article, source: str, before: str, **more: str) -> Any:
    sent = {"source": source, "before": digest_of(before), **more}
    return client.post(at(article, "text"), sent)


def publish(client: Client, draft: Revision, note: str = "", seen: str | None = None) -> Any:
    seen = look_of(draft) if seen is None else seen
    sent = {"note": note, "revision": draft.pk, "seen": seen}
    return client.post(at(draft.article, "review"), sent)


def page_of(answer: Any) -> str:
    return str(answer.content.decode())


def offers(client: Client, article: Article) -> set[str]:
    """The last parts of the addresses that the article's page leads to."""
    page = page_of(client.get(at(article, "change")))
    base = f"/admin/articles/article/{article.pk}/"
    return {link.split('"')[0] for link in page.split(f'href="{base}')[1:]}


def test_the_page_of_an_article_offers_what_can_be_done(editor: Client, article: Article) -> None:
    assert offers(editor, article) == {"text/", "text/withdraw/"}
    draft = draft_of(article)
    under_way = {"text/", "text/review/", "text/discard/", "text/withdraw/"}
    assert offers(editor, article) == under_way
    publish_revision(draft)
    of_first = {"revisions/1/back/", "revisions/1/withdraw/"}
    assert offers(editor, article) == {"text/", "text/withdraw/", *of_first}
    withdraw_revision(article.revisions.get(number=1), by=draft_owner(), reason="why")
    assert offers(editor, article) == {"text/", "text/withdraw/", "revisions/1/republish/"}


def draft_owner() -> User:
    return User.objects.get(username="boss")


def test_the_list_of_articles_says_how_each_stands(editor: Client, article: Article) -> None:
    address = reverse("admin:articles_article_changelist")
    assert "published, with a draft" not in page_of(editor.get(address))
    draft_of(article)
    assert "published, with a draft" in page_of(editor.get(address))
    withdraw_revision(article.standing, by=draft_owner(), reason="why")
    assert "withdrawn, with a draft" in page_of(editor.get(address))


def test_looking_at_the_text_makes_no_draft(editor: Client, article: Article) -> None:
    page = page_of(editor.get(at(article, "text")))
    assert "The corridor runs through two countries." in page
    assert article.revisions.count() == 1


def test_a_draft_is_kept_or_looked_at(editor: Client, article: Article) -> None:
    kept = send(editor, article, SECOND, article.standing.source, keep="1")
    assert kept["Location"] == at(article, "change")
    seen = send(editor, article, THIRD, SECOND, see="1")
    assert seen["Location"] == at(article, "review")
    assert article.revisions.get(published_at=None).source == THIRD


def test_sending_the_text_as_it_stands_makes_no_draft(editor: Client, article: Article) -> None:
    source = article.standing.source
    answer = send(editor, article, source, source, see="1")
    assert answer.status_code == 422
    assert "Nothing is changed yet" in page_of(answer)
    assert article.revisions.count() == 1


def test_two_editors_at_once_the_second_is_told_and_keeps_the_words(
    editor: Client, article: Article
) -> None:
    first = article.standing.source
    send(editor, article, "The train stops twice.\n", first)
    answer = send(editor, article, "The train stops never & nowhere.\n", first, see="1")
    page = page_of(answer)
    assert answer.status_code == 409
    assert "The train stops never &amp; nowhere." in page
    assert "<del>twice</del><ins>never &amp; nowhere</ins>" in page
    assert article.revisions.get(published_at=None).source == "The train stops twice.\n"
    again = send(
        editor, article, "The train stops never & nowhere.\n", "The train stops twice.\n", see="1"
    )
    assert again.status_code == 302
    assert article.revisions.get(published_at=None).source == "The train stops never & nowhere.\n"


def test_a_form_of_an_older_text_is_told(editor: Client, article: Article) -> None:
    first = article.standing.source
    publish_revision(draft_of(article))
    answer = send(editor, article, THIRD, first, see="1")
    assert answer.status_code == 409
    assert article.revisions.count() == 2
    unsaid = editor.post(at(article, "text"), {"source": THIRD})
    assert unsaid.status_code == 409
    assert article.revisions.count() == 2


def test_a_form_of_a_draft_that_was_thrown_away_is_told(editor: Client, article: Article) -> None:
    draft_of(article).delete()
    assert send(editor, article, THIRD, SECOND).status_code == 409


@pytest.mark.parametrize(
    "source", ["", " \n", "[x]: y", "a\0b", ">" * 500 + " deep", "b" * 5_000_001]
)
def test_what_cannot_be_taken_is_given_back_and_nothing_happens(
    editor: Client, article: Article, source: str
) -> None:
    answer = send(editor, article, source, article.standing.source, see="1")
    assert answer.status_code == 422
    assert source.strip()[:100].replace(">", "&gt;") in page_of(answer)
    assert article.revisions.count() == 1


def test_a_text_of_20_mb_is_refused_in_words(editor: Client, article: Article) -> None:
    answer = send(editor, article, "word " * 4_000_000, article.standing.source, see="1")
    assert answer.status_code == 413
    assert article.revisions.count() == 1


def test_a_draft_is_looked_at_and_published_with_its_note(editor: Client, article: Article) -> None:
    draft = revise(article, SECOND, by=None, before=digest_of(article.standing.source), note="Why.")
    page = page_of(editor.get(at(article, "review")))
    assert 'value="Why."' in page
    assert "<ins>" in page
    answer = publish(editor, draft, "Shortened.")
    assert answer["Location"] == at(article, "change")
    draft.refresh_from_db()
    assert draft.published_at is not None
    assert (draft.note, draft.published_by) == ("Shortened.", draft_owner())


def test_a_double_click_publishes_once_and_says_so(editor: Client, article: Article) -> None:
    draft = draft_of(article)
    seen = look_of(draft)
    publish(editor, draft, "Why.", seen)
    published_at = Revision.objects.get(pk=draft.pk).published_at
    answer = editor.post(
        at(article, "review"), {"note": "Why.", "revision": draft.pk, "seen": seen}, follow=True
    )
    assert "It is published already" in page_of(answer)
    assert Revision.objects.get(pk=draft.pk).published_at == published_at
    assert article.revisions.count() == 2


def test_a_second_click_publishes_no_draft_begun_since(editor: Client, article: Article) -> None:
    draft = draft_of(article)
    seen = look_of(draft)
    publish(editor, draft, "Why.", seen)
    later = draft_of(article, THIRD)
    publish(editor, draft, "Why.", seen)
    later.refresh_from_db()
    assert later.published_at is None


def test_another_text_published_meanwhile_is_told_and_the_note_kept(
    editor: Client, article: Article
) -> None:
    first = article.standing
    publish_revision(draft_of(article))
    draft = draft_of(article, THIRD)
    seen = look_of(draft)
    back = roll_back(article, first, by=draft_owner())
    answer = publish(editor, draft, "My note.", seen)
    page = page_of(answer)
    assert answer.status_code == 409
    assert 'value="My note."' in page
    assert "Another text was published since" in page
    draft.refresh_from_db()
    assert (draft.base, draft.published_at) == (back, None)
    assert look_of(draft) in page
    assert publish(editor, draft, "My note.").status_code == 302


def test_a_draft_changed_since_it_was_looked_at_is_shown_again(
    editor: Client, article: Article
) -> None:
    draft = draft_of(article)
    seen = look_of(draft)
    rewrite_draft(draft, THIRD)
    answer = publish(editor, draft, "My note.", seen)
    assert answer.status_code == 409
    assert 'value="My note."' in page_of(answer)
    assert "third text" in page_of(answer)
    draft.refresh_from_db()
    assert draft.published_at is None
    assert publish(editor, draft, seen="").status_code == 409


def test_a_note_that_is_too_long_is_given_back(editor: Client, article: Article) -> None:
    draft = draft_of(article)
    answer = publish(editor, draft, "y" * 301)
    assert answer.status_code == 422
    assert "y" * 301 in page_of(answer)
    draft.refresh_from_db()
    assert draft.published_at is None


def test_a_draft_that_says_what_is_read_is_not_published(editor: Client, article: Article) -> None:
    draft = draft_of(article)
    rewrite_draft(draft, article.standing.source)
    assert "Nothing is changed yet" in page_of(editor.get(at(article, "review")))
    assert publish(editor, draft).status_code == 422
    draft.refresh_from_db()
    assert draft.published_at is None


def test_pages_without_a_draft_lead_back(editor: Client, article: Article) -> None:
    for name, more in (("review", []), ("ask", ["discard"]), ("ask", ["republish"])):
        for ask in (editor.get, editor.post):
            assert ask(at(article, name, *more))["Location"] == at(article, "change"), (name, more)
    assert editor.get(at(article, "ask", "burn")).status_code == 404
    assert editor.get(at(article, "ask_of_one", 1, "burn")).status_code == 404
    assert editor.get(at(article, "ask_of_one", 7, "back")).status_code == 404


def test_a_draft_of_a_revision_is_not_published_unseen(editor: Client, article: Article) -> None:
    draft = draft_of(article)
    answer = editor.post(at(article, "ask", "publish"))
    assert answer["Location"] == at(article, "review")
    action = {"action": "publish", "_selected_action": [article.pk]}
    listed = editor.post(reverse("admin:articles_article_changelist"), action, follow=True)
    assert "look at it on" in page_of(listed)
    draft.refresh_from_db()
    assert draft.published_at is None


def test_throwing_a_draft_away_asks_and_spares_what_was_not_seen(
    editor: Client, article: Article
) -> None:
    draft = draft_of(article)
    address = at(article, "ask", "discard")
    assert digest_of(SECOND) in page_of(editor.get(address))
    rewrite_draft(draft, THIRD)
    stale = editor.post(address, {"before": digest_of(SECOND)})
    assert stale.status_code == 409
    assert digest_of(THIRD) in page_of(stale)
    assert article.revisions.count() == 2
    assert editor.post(address, {"before": digest_of(THIRD)}).status_code == 302
    assert article.revisions.get().number == 1


def test_a_text_is_brought_back_with_a_note(editor: Client, article: Article) -> None:
    first = article.standing
    publish_revision(draft_of(article))
    address = at(article, "ask_of_one", 1, "back")
    assert editor.get(address).status_code == 200
    assert editor.post(address, {"note": "z" * 301}).status_code == 422
    for _twice in range(2):
        assert editor.post(address, {"note": "It was better."}).status_code == 302
    article.refresh_from_db()
    assert (article.standing.number, article.standing.note) == (3, "It was better.")
    assert article.standing.source == first.source
    withdraw_revision(first, by=draft_owner(), reason="why")
    assert editor.post(address, {"note": ""}).status_code == 422


def test_withdrawing_takes_what_is_read_and_not_the_draft(editor: Client, article: Article) -> None:
    publish_revision(draft_of(article))
    draft = draft_of(article, THIRD)
    assert editor.post(at(article, "ask", "withdraw"), {"reason": "why"}).status_code == 302
    assert article.revisions.get(number=2).withdrawn_at is not None
    article.refresh_from_db()
    assert article.standing.number == 3
    draft.refresh_from_db()
    assert (draft.number, draft.published_at) == (4, None)


def test_the_preview_of_a_long_text_is_that_of_a_text(editor: Client) -> None:
    long = "## Heading\n\n" + "Some words stand here. " * 2_000
    page = page_of(editor.post(reverse("preview"), {"content": long}))
    assert "Heading</h2>" in page
    assert page.count("Some words stand here.") == 2_000


# What becomes of annotations

TEXT = """The train stops at the border for two hours while papers are looked at.

Nobody on board may leave the carriage, and the windows stay shut.

Goods go by ship instead, which takes a day longer and costs less.
"""
WITHOUT = TEXT.replace("Nobody on board may leave the carriage, and the windows stay shut.\n\n", "")


def figures_of(page: str) -> dict[str, int]:
    part = page.split('<dl class="record effects">')[1].split("</dl>")[0]
    pairs = [row.split("</dt><dd>") for row in part.split("<dt>")[1:]]
    return {label: int(rest.split("<")[0]) for label, rest in pairs}


def test_the_page_says_what_becomes_of_everything_and_quotes_only_the_public(
    editor: Client, author: User, stranger: User
) -> None:
    article = factories.article(TEXT)
    group = factories.group(author)
    factories.annotation(article, author, words="two hours")
    factories.annotation(article, author, words="windows stay shut")
    factories.annotation(article, author, words="leave the carriage", audience="me")
    factories.annotation(article, author, words="Nobody on board", audience=group.audience)
    boss = draft_owner()
    factories.annotation(article, boss, words="may leave", audience="me")
    hidden = factories.annotation(article, stranger, words="the carriage")
    moderating.hide(hidden, by=boss, reason="why")
    gone = factories.annotation(article, stranger, words="the windows")
    annotating.withdraw(gone, by=stranger)
    draft_of(article, WITHOUT.replace("The train", "The slow train"))
    before = list(Placement.objects.values())
    page = page_of(editor.get(at(article, "review")))
    figures = figures_of(page)
    assert figures["Move with their words"] == 1
    assert figures["Lose their text"] == 5
    assert sum(figures.values()) == 6
    effects = page.split('id="foreseen-head"')[1].split("</section>")[0]
    assert "“windows stay shut”" in effects
    for unsaid in ("leave the carriage", "Nobody on board", "may leave", "“the carriage”"):
        assert unsaid not in effects
    assert effects.count("Ada Author") == 1
    assert list(Placement.objects.values()) == before


def test_what_comes_back_and_what_was_lost_before_is_counted(editor: Client, author: User) -> None:
    article = factories.article(TEXT)
    factories.annotation(article, author, words="windows stay shut")
    factories.annotation(article, author, words="Goods go by ship")
    publish_revision(draft_of(article, WITHOUT))
    draft = draft_of(article, WITHOUT + "\nMore is said.\n")
    figures = figures_of(page_of(editor.get(at(article, "review"))))
    assert (figures["Have lost their text before"], figures["Stay as they are"]) == (1, 1)
    rewrite_draft(draft, TEXT)
    figures = figures_of(page_of(editor.get(at(article, "review"))))
    assert (figures["Come back"], figures["Stay as they are"]) == (1, 1)


def test_at_most_a_hundred_are_listed(editor: Client, author: User) -> None:
    article = factories.article(TEXT)
    for number in range(102):
        factories.annotation(
            article, author if number % 2 else draft_owner(), words="windows stay shut"
        )
    draft_of(article, WITHOUT)
    page = page_of(editor.get(at(article, "review")))
    assert figures_of(page)["Lose their text"] == 102
    assert page.count("“windows stay shut”") == 100
    assert "2 more are not listed." in page
