"""A person's page: their own words as far as one may read them, and no more of them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations import annotating, moderating
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db


def client_of(user: User | None = None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    return client


def page(name: str, user: User | None = None, **query: str) -> str:
    answer = client_of(user).get(reverse("person", args=[name]), query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_their_own_words_with_context_and_whom_they_answer(author: User, stranger: User) -> None:
    author.about = "Reads <timetables>."
    author.save()
    article = factories.article(title="The corridor")
    note = factories.annotation(article, stranger, "Not mine.")
    annotating.reply(by=author, to=note, body="It *does* stop.")
    factories.annotation(article, author, "Mine.", words="second train")
    html = page("author")
    assert "Reads &lt;timetables&gt;." in html
    assert f"here since {author.date_joined:%B %Y}" in html
    assert html.index("Mine.") < html.index("It <em>does</em> stop.")
    assert "Not mine." not in html
    assert '<a href="/people/stranger/" dir="auto">Sven Stranger</a>' in html
    assert "1 note, 1 reply" in html
    assert "<mark>second train</mark>" in html


def test_counts_and_whom_they_answer_pass_the_gate(
    author: User, stranger: User, moderator: User
) -> None:
    article = factories.article(title="The corridor")
    note = factories.annotation(article, stranger, "Rude.")
    annotating.reply(by=author, to=note, body="An answer.")
    factories.annotation(article, author, "For members.", audience="members")
    factories.annotation(factories.article(title="Elsewhere"), author, "For me.", audience="me")
    moderating.hide(note, by=moderator, reason="rude")
    html = page("author")
    assert "0 notes, 1 reply" in html
    assert "Sven Stranger" not in html
    assert "Elsewhere" not in html
    assert "1 note, 1 reply" in page("author", moderator)
    assert "Sven Stranger" in page("author", moderator)
    assert "2 notes, 1 reply" in page("author", author)
    assert "Only you" in page("author", author)


def test_one_article_alone_and_page_by_page(author: User) -> None:
    one, other = factories.article(title="One"), factories.article(title="Other")
    for n in range(22):
        factories.annotation(one, author, f"Note {n:02}.")
    factories.annotation(other, author, "Elsewhere.")
    first = page("author", article=one.slug)
    assert "22 notes, 0 replies" in first
    assert "Note 21." in first
    assert "Note 01." not in first
    assert "Elsewhere." not in first
    api = client_of().get(reverse("api:person", args=["author"])).json()
    assert (api["notes"], len(api["annotations"])) == (23, 20)
    second = page("author", after=api["after"])
    assert "Note 01." in second
    assert "Note 03." not in second
    assert "said nothing there" in page("author", article="nowhere")


def test_who_sees_which_ways_on(author: User, stranger: User, moderator: User) -> None:
    assert "Your account</a>" in page("author", author)
    assert "You have not said anything yet" in page("author", author)
    assert "Your account</a>" not in page("author", stranger)
    record = reverse("admin:accounts_user_change", args=[author.pk])
    assert record in page("author", moderator)
    for other in (None, stranger, author):
        assert record not in page("author", other)


def test_a_closed_account_is_there_as_long_as_its_words_are(
    author: User, stranger: User, moderator: User
) -> None:
    author.about = "Buy my pills."
    author.is_active = False
    author.save()
    address, api = reverse("person", args=["author"]), reverse("api:person", args=["author"])
    for visitor in (None, stranger):
        assert client_of(visitor).get(address).status_code == 404
        assert client_of(visitor).get(api).status_code == 404
    assert client_of(moderator).get(address).status_code == 200
    author.is_active = True
    note = factories.annotation(factories.article(), author, "Worth keeping.")
    author.is_active = False
    author.save()
    html = page("author")
    assert "This account is closed" in html
    assert "Worth keeping." in html
    assert "Buy my pills." not in html + str(client_of().get(api).json())
    assert "here since" not in html
    moderating.hide(note, by=moderator, reason="spam")
    assert client_of(stranger).get(address).status_code == 404
    assert "Hidden by a moderator" in page("author", moderator)


@pytest.mark.parametrize("name", ["nobody", "%00", "a%00b", "%ff", "x" * 3000, "..", "AUTHOR"])
def test_names_that_nobody_has_are_not_found(name: str, author: User) -> None:
    assert client_of().get(f"/people/{name}/").status_code == 404
    assert client_of().get(f"/api/people/{name}").status_code == 404


def test_a_page_has_a_fixed_number_of_queries(author: User, stranger: User) -> None:
    client, costs = client_of(stranger), []
    for size in (1, 21):
        for _ in range(size):
            note = factories.annotation(factories.article(), stranger)
            annotating.reply(by=author, to=note, body="So it is.")
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/people/author/").status_code == 200
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 12
