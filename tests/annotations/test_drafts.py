"""Drafts that the site keeps: for their writer alone, found again, never lost by each other."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations import annotating, drafting
from annotations.models import Annotation, Draft, Event
from annotations.views import drafts as views
from articles.models import Article, ArticleSlug
from ncr.accounts.models import Audience, Membership, User
from ncr.refusals import Refused, SignedOut, TooLarge
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])
BACKEND = "ncr.accounts.backends.MemberBackend"
TYPED = "Begun & not <sent>."


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def client_of(person: User) -> Client:
    client = Client()
    client.force_login(person, BACKEND)
    return client


def place_of(article: Article) -> str:
    words = factories.passage(article)
    ends = {name: getattr(words, name) for name in ("start_key", "start", "end_key", "end")}
    return drafting.address_of_note(article.slug, ends)


def save(by: User, article: Article, body: str = TYPED, **more: Any) -> Draft:
    fields = {"body": body, **more.pop("fields", {})}
    return drafting.save(
        by=by, place=more.pop("place", place_of(article)), page="/", fields=fields, **more
    )


def sent(client: Client, name: str = "drafts", **given: Any) -> Any:
    headers = {"accept": "application/json"}
    return client.post(reverse(name), given, content_type="application/json", headers=headers)


def test_a_draft_is_found_in_its_form_and_nowhere_else(author: User, article: Article) -> None:
    place = place_of(article)
    save(author, article, fields={"kind": "question", "topics": "Ferries"})
    page = client_of(author).get(place)
    form = page.context["form"]
    assert [form.initial[name] for name in ("body", "kind", "topics")] == [
        TYPED,
        "question",
        "Ferries",
    ]
    assert "restored" in page.content.decode()
    whole = client_of(author).get(reverse("annotate", args=[article.slug]))
    assert "body" not in whole.context["form"].initial


def test_nobody_else_meets_it_owners_of_the_site_included(
    author: User, stranger: User, moderator: User, article: Article
) -> None:
    place = place_of(article)
    save(author, article, "Hush.")
    boss = User.objects.create_superuser("boss", password="x")
    for other in (stranger, moderator, boss):
        client = client_of(other)
        for address in (place, reverse("drafts"), article.get_absolute_url()):
            assert "Hush." not in client.get(address).content.decode()
        listed = client.get(reverse("drafts"), headers={"accept": "application/json"})
        assert listed.json() == {"drafts": []}
        sent(client, "discard_draft", place=place)
    assert Client().get(reverse("drafts")).status_code == 302
    assert sent(Client(), place=place, fields={"body": "x"}).status_code == 401
    assert Draft not in admin.site._registry
    assert Draft.objects.get().person == author


def test_it_leaves_no_trace_that_others_could_see(author: User, article: Article) -> None:
    events = Event.objects.count()
    etag = Client().get(article.get_absolute_url())["ETag"]
    save(author, article)
    assert Event.objects.count() == events
    assert Client().get(article.get_absolute_url())["ETag"] == etag


def test_what_one_may_not_read_takes_no_draft(author: User, stranger: User) -> None:
    group = factories.group(author)
    inside = factories.article(audience=group.audience)
    own = factories.annotation(factories.article(), author, audience="me")
    theirs = factories.annotation(factories.article(), author)
    refused = [
        drafting.address_of_note(inside.slug, {}),
        reverse("reply", args=[own.uuid]),
        reverse("article", args=[theirs.thread.article.slug]),
        "/nowhere/",
        "https://elsewhere.example/",
    ]
    for place in refused:
        with pytest.raises(Http404):
            drafting.save(by=stranger, place=place, page="/", fields={"body": "x"})
    answer = sent(client_of(stranger), place=refused[0], fields={"body": "x"})
    assert answer.status_code == 404
    edit = reverse("edit", args=[theirs.uuid])
    answer = sent(client_of(stranger), place=edit, fields={"body": "x"})
    assert answer.status_code == 403
    assert not Draft.objects.exists()


def test_who_has_no_account_keeps_none(article: Article) -> None:
    sample = factories.person("sample", is_sample=True)
    with pytest.raises(SignedOut):
        save(sample, article)


def test_the_newer_state_wins_and_the_other_is_told(author: User, article: Article) -> None:
    place, client = place_of(article), client_of(author)
    first = sent(client, place=place, page="/", fields={"body": "One."}, base="").json()
    again = sent(client, place=place, fields={"body": "One, two."}, base=first["saved_at"])
    assert again.status_code == 200
    late = sent(client, place=place, fields={"body": "Three."}, base=first["saved_at"])
    assert late.status_code == 409
    assert late.json()["body"] == "One, two."
    both = {"body": "Three.", "other": late.json()["body"]}
    kept = sent(client, place=place, fields=both, base=late.json()["saved_at"])
    assert kept.status_code == 200
    assert Draft.objects.get().fields == both
    page = client.get(place).content.decode()
    assert "Three." in page
    assert "One, two." in page


def test_the_same_words_are_no_conflict(author: User, article: Article) -> None:
    state = drafting.state_of(save(author, article))
    assert drafting.state_of(save(author, article)) == state


def test_posting_takes_it_away_and_refusing_does_not(author: User, article: Article) -> None:
    place, client = place_of(article), client_of(author)
    save(author, article)
    form = client.get(place).context["form"]
    given = {name: value for name, value in form.initial.items() if not callable(value)}
    refused = client.post(place, {**given, "audience": "me", "kind": "no such"})
    assert refused.status_code == 422
    assert Draft.objects.exists()
    submission = form["submission"].value()
    given |= {"audience": "me", "kind": "comment", "submission": submission}
    answer = client.post(place, given)
    assert answer.status_code == 302
    assert not Draft.objects.exists()


def test_a_reply_and_a_change_have_theirs(author: User, article: Article) -> None:
    own = factories.annotation(article, author, "First words.")
    client = client_of(author)
    for name in ("reply", "edit"):
        place = reverse(name, args=[own.uuid])
        drafting.save(by=author, place=place, page="/", fields={"body": TYPED, "version": "1"})
        assert client.get(place).context["form"].initial["body"] == TYPED
    annotating.edit(own, by=author, body="Second words.", version=1)
    # It was begun with the first version, and saving it must not put that in place of the second
    edited = client.get(reverse("edit", args=[own.uuid])).context["form"].initial
    assert edited["version"] == "1"
    answer = client.post(reverse("edit", args=[own.uuid]), edited)
    assert answer.status_code == 409
    assert "Second words." in answer.content.decode()


def test_a_group_that_one_left_becomes_only_me(author: User, stranger: User) -> None:
    article, group = factories.article(), factories.group(stranger, author)
    place = place_of(article)
    save(author, article, fields={"audience": f"group:{group.slug}"})
    assert client_of(author).get(place).context["form"].initial["audience"] != "me"
    Membership.objects.filter(person=author).delete()
    page = client_of(author).get(place)
    assert page.context["form"].initial["audience"] == "me"
    assert page.context["form"].initial["body"] == TYPED
    assert "“Only me” is set now" in page.content.decode()


def test_words_about_what_one_reads_no_more_are_shown(author: User, stranger: User) -> None:
    group = factories.group(stranger, author)
    article = factories.article(title="Closed matter", audience=group.audience)
    save(author, article, fields={"quote": "words of the text"})
    Membership.objects.filter(person=author).delete()
    page = client_of(author).get(reverse("drafts")).content.decode()
    assert "Begun &amp; not &lt;sent&gt;." in page
    assert "Closed matter" not in page
    assert "words of the text" not in page
    assert f'href="{reverse("annotate", args=[article.slug])}' not in page


def test_the_page_continues_and_discards_without_scripts(author: User, article: Article) -> None:
    client, place = client_of(author), place_of(article)
    given = {"place": place, "page": place, "base": "", "body": TYPED, "audience": "me"}
    assert client.post(reverse("drafts"), given).url == reverse("drafts")
    page = client.get(reverse("drafts")).content.decode()
    assert f'href="{place.replace("&", "&amp;")}"' in page
    # Kept once more from a page that did not know of it: both stay
    client.post(reverse("drafts"), {**given, "body": "Otherwise."})
    assert Draft.objects.get().fields["other"] == TYPED
    client.post(reverse("discard_draft"), {"place": place})
    assert "Nothing is unfinished." in client.get(reverse("drafts")).content.decode()


def test_without_scripts_signed_out_gives_the_words_back(article: Article) -> None:
    answer = Client().post(reverse("drafts"), {"place": place_of(article), "body": TYPED})
    assert answer.status_code == 401
    assert "Begun &amp; not &lt;sent&gt;." in answer.content.decode()


def test_it_is_found_when_its_article_has_another_address(author: User, article: Article) -> None:
    before = place_of(article)
    save(author, article)
    old, article.slug = article.slug, "renamed"
    article.save()
    ArticleSlug.objects.create(article=article, slug=old)
    client = client_of(author)
    moved = client.get(before, follow=True)
    assert moved.context["form"].initial["body"] == TYPED
    draft = Draft.objects.get()
    save(author, article, "Going on.", base=drafting.state_of(draft))
    assert Draft.objects.get().place == place_of(article)


def test_limits(author: User, stranger: User, article: Article, monkeypatch: Any) -> None:
    with pytest.raises(TooLarge):
        save(author, article, "x" * drafting.LONGEST)
    with pytest.raises(Refused):
        save(author, article, "  ")
    with pytest.raises(Refused):
        save(author, article, "NUL \0")
    monkeypatch.setattr(drafting, "MOST", 2)
    save(stranger, article)
    for key in ("a", "b", "c"):
        save(author, article, place=drafting.address_of_note(article.slug, {"block": key}))
    left = Draft.objects.filter(person=author).values_list("place", flat=True)
    assert sorted(place[-1] for place in left) == ["b", "c"]
    assert Draft.objects.filter(person=stranger).exists()


def test_too_many_in_a_minute_wait(
    author: User, article: Article, monkeypatch: Any, one_minute: None
) -> None:
    monkeypatch.setattr(views, "PACE", 2)
    client, place = client_of(author), place_of(article)
    answers = [sent(client, place=place, fields={"body": "x"}).status_code for _ in range(3)]
    assert answers == [200, 200, 429]


def test_odd_requests_are_no_errors_of_the_server(author: User, article: Article) -> None:
    client, headers = client_of(author), {"accept": "application/json"}
    place = place_of(article)
    bodies = ["", "[]", "{", '{"place": 7}', json.dumps({"place": place, "fields": [1]})]
    for body in bodies:
        for name in ("drafts", "discard_draft"):
            answer = client.post(
                reverse(name), body, content_type="application/json", headers=headers
            )
            assert answer.status_code in {204, 404, 422}
    odd = {"body": {"a": 1}, "kind": None, "unknown": "x", "topics": ["y"]}
    assert sent(client, place=place, page="//evil.example", fields=odd).status_code == 200
    draft = Draft.objects.get()
    assert set(draft.fields) == {"body", "topics"}
    assert draft.page == place


def test_listing_asks_no_more_for_more(author: User, article: Article) -> None:
    client = client_of(author)
    counts = []
    for size in (1, 12):
        for number in range(size):
            save(author, article, place=drafting.address_of_note(article.slug, {"block": number}))
            save(author, factories.article(), place=drafting.address_of_note(article.slug, {}))
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("drafts"))
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_a_script_is_told_where_each_belongs(author: User, stranger: User) -> None:
    article, group = factories.article(), factories.group(stranger, author)
    inside = factories.article(audience=group.audience)
    save(author, article)
    save(author, inside)
    Membership.objects.filter(person=author).delete()
    answer = client_of(author).get(reverse("drafts"), headers={"accept": "application/json"})
    told = {one["place"]: (one["article"], one["words"]) for one in answer.json()["drafts"]}
    assert told == {
        place_of(article): (article.get_absolute_url(), TYPED),
        place_of(inside): (None, TYPED),
    }
    assert Annotation.objects.count() == 0
    assert not Audience.objects.filter(person=author).exists()
