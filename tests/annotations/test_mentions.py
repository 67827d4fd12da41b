"""`@name`: a link to the person, who is told once, as long as they can read it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, erasing
from annotations.mentions import render_said
from articles.models import Article
from ncr.accounts.models import Audience, Notice, User
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])
BACKEND = "ncr.accounts.backends.MemberBackend"
LINK = '<a href="/people/stranger/" rel="nofollow ugc noopener">@stranger</a>'


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Ask @stranger.", f"<p>Ask {LINK}.</p>"),
        ("(@stranger)", f"<p>({LINK})</p>"),
        ("*@stranger*, @stranger-", f"<p><em>{LINK}</em>, {LINK}-</p>"),
        ("> @stranger said", f"<blockquote><p>{LINK} said</p></blockquote>"),
        ("`@stranger`", "<p><code>@stranger</code></p>"),
        ("write to x@stranger", "<p>write to x@stranger</p>"),
        ("@strangers", "<p>@strangers</p>"),
        ("@@stranger", "<p>@@stranger</p>"),
        ("@nobody & <b>", "<p>@nobody &amp; &lt;b&gt;</p>"),
    ],
)
def test_a_name_that_somebody_has_is_a_link(stranger: User, markdown: str, html: str) -> None:
    assert render_said(markdown)[0] == html


def test_names_of_other_scripts_and_any_case(stranger: User) -> None:
    factories.person("Лена")
    html, people = render_said("@STRANGER и @лена, а не @strangеr")
    assert [one.username for one in people] == ["stranger", "Лена"]
    assert html.count("<a ") == 2


def told(person: User) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_who_is_mentioned_is_told_once(article: Article, author: User, stranger: User) -> None:
    note = factories.annotation(article, author, "@stranger and @stranger and @author")
    annotating.edit(note, by=author, body="@stranger, again", version=1)
    assert (told(stranger), told(author)) == (["mention"], [])
    annotating.edit(note, by=author, body="Now without.", version=2)
    annotating.edit(note, by=author, body="And @moderator", version=3)
    later = factories.person("later")
    annotating.edit(note, by=author, body="And @later, @stranger", version=4)
    assert (told(stranger), told(later)) == (["mention"], ["mention"])


def test_who_is_answered_is_not_told_twice(article: Article, author: User, stranger: User) -> None:
    note = factories.annotation(article, author, "A note.")
    annotating.reply(by=stranger, to=note, body="Well, @author")
    assert told(author) == ["reply"]


def test_who_cannot_read_it_is_not_told(article: Article, author: User, stranger: User) -> None:
    member = factories.person("inside")
    group = factories.group(author, member)
    body = "@stranger @inside"
    factories.annotation(article, author, body, audience=group.audience)
    factories.annotation(article, author, body, audience="me")
    assert (told(stranger), told(member)) == ([], ["mention"])
    within = factories.article(audience=group.audience)
    factories.annotation(within, author, "@stranger", audience=group.audience)
    assert told(stranger) == []


def test_the_inbox_says_who_mentioned(article: Article, author: User, stranger: User) -> None:
    factories.annotation(article, author, "Look, @stranger, at this.")
    client = Client()
    client.force_login(stranger, BACKEND)
    page = client.get(reverse("notices")).content.decode()
    assert "Ada Author mentioned you" in page
    assert "Look, @stranger, at this." in page


def test_the_link_to_a_closed_account_goes(article: Article, author: User, stranger: User) -> None:
    note = factories.annotation(article, author, "As @stranger says.")
    erasing.erase(stranger, keep=True, by=stranger)
    note.refresh_from_db()
    assert note.body_html == "<p>As @stranger says.</p>"


def names(person: User | None, **query: str) -> list[str]:
    client = Client()
    if person is not None:
        client.force_login(person, BACKEND)
    answer = client.get(reverse("suggest"), query)
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer.status_code == (200 if person else 401)
    return [one["name"] for one in answer.json()["people"]]


def test_suggestions_begin_with_who_spoke_here(
    article: Article, author: User, stranger: User
) -> None:
    factories.person("stella", display_name="Aa Stella")
    factories.person("quiet", display_name="Not that one")
    factories.annotation(article, stranger, "Said here.")
    assert names(author, q="st", article=article.slug) == ["stranger", "stella"]
    assert names(author, q="", article=article.slug) == ["stranger"]
    assert names(author, q="@sven", article=article.slug) == ["stranger"]
    assert names(stranger, q="st", article=article.slug) == ["stella"]
    assert names(None, q="st", article=article.slug) == []


def test_of_a_group_only_its_members_are_suggested(author: User, stranger: User) -> None:
    member = factories.person("strider")
    group = factories.group(author, member)
    open_to_all = factories.article()
    within = factories.article(audience=Audience.objects.get(group=group))
    assert names(author, q="str", article=within.slug) == ["strider"]
    to_group = {"q": "str", "article": open_to_all.slug, "audience": f"group:{group.slug}"}
    assert names(author, **to_group) == ["strider"]
    # Of a group that one is not in, nobody learns the members
    assert names(stranger, **to_group) == []
    client = Client()
    client.force_login(stranger, BACKEND)
    answer = client.get(reverse("suggest"), {"q": "s", "article": within.slug})
    assert answer.status_code == 404
