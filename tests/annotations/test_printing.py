"""An article on paper: what was chosen of what the reader may read, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from annotations import annotating
from annotations.models import Thread
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db


def printed(slug: str, query: str = "", user: User | None = None) -> str:
    client = Client()
    if user is not None:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    answer = client.get(f"/articles/{slug}/print/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_printed_is_what_was_chosen(author: User, stranger: User) -> None:
    article = factories.article(title="The corridor")
    first = factories.annotation(article, author, "Opening words.", topics=["Ferries"])
    annotating.reply(by=stranger, to=first, body="A reply to it.")
    settled = factories.annotation(article, author, "Settled words.", words="second train")
    Thread.objects.filter(pk=settled.thread_id).update(resolved_at=timezone.now())
    factories.annotation(article, author, "Whole words.", words="")
    factories.annotation(article, author, "Own words.", audience="me")
    said = ("Opening words.", "A reply to it.", "Settled words.", "Whole words.", "Own words.")
    for query, expected in {
        "": said,
        "?notes=none": (),
        "?replies=0": ("Opening words.", "Settled words.", "Whole words.", "Own words."),
        "?to=1": said[:4],
        "?settled=open": ("Opening words.", "A reply to it.", "Whole words.", "Own words."),
        "?settled=resolved": ("Settled words.",),
        "?topic=ferries": said[:2],
        "?notes=odd&to=x&settled=?": said,
    }.items():
        page = printed(article.slug, query, author)
        assert tuple(words for words in said if words in page) == expected, query
    assert "1 reply, not printed" in printed(article.slug, "?replies=0", author)
    assert "Own words." not in printed(article.slug, "?to=1", stranger)
    assert "Own words." not in printed(article.slug)


def test_notes_follow_their_paragraph_or_stand_at_the_end(author: User) -> None:
    article = factories.article("One.\n\n- an item\n- its brother\n\nLast words.\n")
    factories.annotation(article, author, "About the item.", words="an item")
    page = printed(article.slug, "?notes=after")
    assert page.index("its brother") < page.index("About the item.") < page.index("Last words.")
    assert page.count("<ul") - page.count("</ul>") == 0
    page = printed(article.slug)
    assert page.index("Last words.") < page.index("About the item.")


def test_paper_tells_what_it_is_and_where_it_was(settings: Any) -> None:
    article = factories.article(title="The corridor")
    page = printed(article.slug)
    assert "The corridor</cite>, revision 1 of " in page
    assert f"<bdi>{settings.SITE_URL}/articles/{article.slug}/</bdi>" in page
    assert "Printed on " in page


def test_an_article_for_a_group_is_printed_for_its_members_alone(
    author: User, stranger: User
) -> None:
    article = factories.article(audience=factories.group(author).audience)
    assert "The corridor runs" in printed(article.slug, user=author)
    client = Client()
    client.force_login(stranger, "ncr.accounts.backends.MemberBackend")
    for one in (client, Client()):
        assert one.get(f"/articles/{article.slug}/print/").status_code == 404
