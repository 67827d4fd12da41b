"""To whom one may write, what is remembered of it, and articles that are for a group alone."""

from __future__ import annotations

import json
import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from annotations import annotating
from annotations.audiences import choices_for, remembered
from annotations.models import Annotation, Thread
from annotations.reading.overlay import overlay
from articles.models import Article
from articles.revising import change_audience
from ncr.accounts import grouping
from ncr.accounts.models import Audience, ReadingGroup, User
from ncr.refusals import NotAllowed, Refused
from tests import factories
from tests.articles.importing.asking import bring, pk_of, post_to, sent_facts

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"


@pytest.fixture
def other(db: None) -> User:
    return factories.person("other")


@pytest.fixture
def group(author: User, other: User) -> ReadingGroup:
    made = grouping.make_group(author, "Tuesday circle", is_open=True)
    grouping.join(made, by=other)
    return made


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def client_of(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, BACKEND)
    return client


def everyone() -> Audience:
    return Audience.objects.get(pk=Audience.EVERYONE)


def members() -> Audience:
    return Audience.objects.get(pk=Audience.MEMBERS)


def values(user: User, article: Article) -> list[str]:
    return [one.value for one in choices_for(user, article)]


def form(client: Client, article: Article) -> str:
    return client.get(reverse("annotate", args=[article.slug])).content.decode()


def chosen(page: str) -> str:
    options = page.split('name="audience"')[1].split("</select>")[0]
    found = re.search(r'<option value="([^"]*)"[^>]* selected', options)
    assert found
    return found[1]


def send(client: Client, article: Article, **given: Any) -> Any:
    body = {"body": "Said.", "submission": str(uuid.uuid4()), **given}
    address = reverse("api:annotate", args=[article.slug])
    return client.post(address, json.dumps(body), content_type="application/json")


# ---- to whom one may write


def test_one_may_write_to_the_groups_that_one_is_in(
    article: Article, group: ReadingGroup, author: User, stranger: User
) -> None:
    grouping.make_group(stranger, "Not theirs")
    assert values(author, article) == ["everyone", "members", "group:tuesday-circle", "me"]
    told = choices_for(author, article)[2].told
    assert told.post == "Post to Tuesday circle (2 people)"


def test_a_note_to_a_group_is_said_to_it(
    article: Article, group: ReadingGroup, author: User
) -> None:
    note = factories.annotation(article, author, audience="group:tuesday-circle")
    assert note.thread.audience == group.audience
    assert note.thread.label == "g1"


@pytest.mark.parametrize(
    "choice",
    ["group:", "group:nowhere", "group:a\0b", "group:a\ud800", "group:" + "x" * 10_000, "groups"],
)
def test_a_group_that_is_not_there_is_refused_at_its_field(
    article: Article, author: User, choice: str
) -> None:
    with pytest.raises(Refused) as refused:
        factories.annotation(article, author, audience=choice)
    assert refused.value.field == "audience"


def test_a_group_that_one_is_not_in_is_refused_like_one_that_is_not_there(
    article: Article, group: ReadingGroup, stranger: User
) -> None:
    sentences = set()
    for choice in ("group:tuesday-circle", "group:nowhere"):
        with pytest.raises(Refused) as refused:
            factories.annotation(article, stranger, audience=choice)
        sentences.add(refused.value.message)
    assert len(sentences) == 1


def test_nobody_outside_a_group_answers_in_it(
    article: Article, group: ReadingGroup, author: User, other: User, moderator: User
) -> None:
    note = factories.annotation(article, author, audience=group.audience)
    annotating.reply(by=other, to=note, body="Inside.")
    with pytest.raises(NotAllowed, match="Only members"):
        annotating.reply(by=moderator, to=note, body="From outside.")
    grouping.leave(group, by=other)
    with pytest.raises(NotAllowed, match="Only members"):
        annotating.reply(by=other, to=note, body="After leaving.")


def test_nothing_new_is_said_to_a_closed_group(
    article: Article, group: ReadingGroup, author: User
) -> None:
    note = factories.annotation(article, author, audience=group.audience)
    grouping.close_group(group, by=author)
    assert values(author, article) == ["everyone", "members", "me"]
    with pytest.raises(Refused, match="closed"):
        factories.annotation(article, author, audience="group:tuesday-circle")
    with pytest.raises(NotAllowed):
        annotating.reply(by=author, to=note, body="Too late.")
    shown = client_of(author).get(note.thread.get_absolute_url()).content.decode()
    assert "A note." in shown


# ---- the form, the endpoint, what is remembered


def test_the_form_offers_the_groups_with_what_the_button_says(
    article: Article, group: ReadingGroup, author: User
) -> None:
    page = form(client_of(author), article)
    assert chosen(page) == "everyone"
    assert 'data-button="Post to Tuesday circle (2 people)"' in page
    assert 'data-button="Keep for me alone"' in page


def test_the_endpoint_tells_and_takes_the_groups(
    article: Article, group: ReadingGroup, author: User, stranger: User
) -> None:
    client = client_of(author)
    address = reverse("api:audiences", args=[article.slug])
    assert [one["audience"] for one in client.get(address).json()][2] == "group:tuesday-circle"
    assert send(client, article, audience="group:tuesday-circle").status_code == 201
    assert [one["remembered"] for one in client.get(address).json()] == [False, False, True, False]
    assert client_of(None).get(address).status_code == 401
    assert "uesday" not in client_of(stranger).get(address).content.decode()
    outside = send(client_of(stranger), article, audience="group:tuesday-circle")
    assert (outside.status_code, outside.json()["errors"][0]["field"]) == (422, "audience")
    assert send(client, article, audience="x" * 10_000).status_code == 422


def test_the_last_choice_is_remembered_for_each_article_and_person(
    article: Article, group: ReadingGroup, author: User, other: User
) -> None:
    elsewhere = factories.article()
    for audience in ("me", "group:tuesday-circle"):
        factories.annotation(article, author, audience=audience)
    factories.annotation(elsewhere, author, audience="members")
    assert chosen(form(client_of(author), article)) == "group:tuesday-circle"
    assert chosen(form(client_of(author), elsewhere)) == "members"
    assert chosen(form(client_of(other), article)) == "everyone"


def test_what_can_be_chosen_no_more_becomes_only_me_and_is_said(
    article: Article, group: ReadingGroup, author: User, other: User
) -> None:
    factories.annotation(article, other, audience="group:tuesday-circle")
    grouping.leave(group, by=other)
    page = form(client_of(other), article)
    assert chosen(page) == "me"
    assert "that you are no longer in" in page
    assert remembered(other, article, choices_for(other, article)) == ("me", True)


def test_a_form_for_a_group_that_was_left_comes_back_set_to_only_me(
    article: Article, group: ReadingGroup, other: User
) -> None:
    grouping.leave(group, by=other)
    given = {"body": "Kept.", "kind": "comment", "submission": str(uuid.uuid4())}
    answer = client_of(other).post(
        reverse("annotate", args=[article.slug]), {**given, "audience": "group:tuesday-circle"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert (chosen(page), "Kept." in page) == ("me", True)
    assert "“Only me” is set now" in page
    assert not Annotation.objects.exists()


@pytest.mark.parametrize(
    ("audience", "button"),
    [
        ("everyone", "Post reply to everyone"),
        ("group:tuesday-circle", "Post reply to Tuesday circle (2"),
        ("me", "Keep for me alone"),
    ],
)
def test_a_reply_says_to_whom_it_goes(
    article: Article, group: ReadingGroup, author: User, audience: str, button: str
) -> None:
    note = factories.annotation(article, author, audience=audience)
    page = client_of(author).get(reverse("reply", args=[note.uuid])).content.decode()
    assert "<h1>Reply to yourself</h1>" in page
    assert button in page


def test_a_reply_says_whom_it_answers(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    note = factories.annotation(article, author)
    annotating.reply(by=moderator, to=note, body="Keeps the thread.")
    client, address = client_of(stranger), reverse("reply", args=[note.uuid])
    assert f"<h1>Reply to {author}</h1>" in client.get(address).content.decode()
    annotating.withdraw(note, by=author)
    assert "<h1>Reply</h1>" in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("audience", "words"),
    [("members", "Members"), ("group:tuesday-circle", "Tuesday circle"), ("me", "Only you")],
)
def test_cards_name_every_audience_but_everyone(
    article: Article, group: ReadingGroup, author: User, audience: str, words: str
) -> None:
    factories.annotation(article, author, audience=audience)
    page = client_of(author).get(reverse("discussion", args=[article.slug])).content.decode()
    tag = page.split('<span class="tag audience')[1].split("</article>")[0]
    assert words in tag


def test_two_groups_of_one_reader_have_notes_of_their_own_on_a_page(
    article: Article, group: ReadingGroup, author: User
) -> None:
    second = grouping.make_group(author, "Second")
    for one in (group, second):
        factories.annotation(article, author, f"To {one}.", audience=one.audience)
    shown = overlay(article, author)
    assert [one["label"] for one in shown["passages"]] == ["g1", "g1"]
    assert len({one["key"] for one in shown["passages"]}) == 2
    ids = re.findall(r'id="(n-[^"]+)"', shown["cards"])
    assert len(set(ids)) == len(ids) == 2


def test_what_is_not_for_everyone_is_counted_apart(
    article: Article, group: ReadingGroup, author: User, other: User, stranger: User
) -> None:
    factories.annotation(article, author, "To all.")
    for audience in ("group:tuesday-circle", "group:tuesday-circle", "me"):
        factories.annotation(article, author, audience=audience)
    beside = overlay(article, author)["beside"]
    assert {one["name"]: one["notes"] for one in beside} == {"Tuesday circle": 2, "Only me": 1}
    assert overlay(article, stranger)["beside"] == []
    for reader, count in ((author, 3), (other, 2), (stranger, 0), (None, 0)):
        listed = client_of(reader).get(reverse("api:articles")).json()["articles"][0]
        assert (listed["notes"], listed["beside"]) == (1, count)
        page = client_of(reader).get(reverse("articles")).content.decode()
        assert (f"{count} not for everyone" in page) == bool(count)
        assert "1 note<" in page


# ---- articles for a group alone


def test_within_a_groups_article_one_writes_to_the_group_or_to_oneself(
    group: ReadingGroup, author: User
) -> None:
    grouping.make_group(author, "Another of theirs")
    own = factories.article(audience=group.audience)
    assert values(author, own) == ["group:tuesday-circle", "me"]
    for audience in ("everyone", "members", Audience.objects.exclude(group=group.pk).last()):
        with pytest.raises(Refused, match="Tuesday circle"):
            factories.annotation(own, author, audience=audience)
    assert not Thread.objects.exists()
    assert send(client_of(author), own).status_code == 422  # the endpoint's own default
    for audience in ("group:tuesday-circle", "me"):
        factories.annotation(own, author, audience=audience)


def test_within_an_article_for_members_nothing_is_said_to_everyone(
    group: ReadingGroup, author: User
) -> None:
    own = factories.article(audience=members())
    assert values(author, own) == ["members", "group:tuesday-circle", "me"]
    with pytest.raises(Refused, match="members"):
        factories.annotation(own, author, audience="everyone")
    assert factories.annotation(own, author, audience="members").thread.label == "m1"


def test_the_page_of_a_groups_article_shows_what_the_group_says(
    group: ReadingGroup, author: User, other: User, stranger: User
) -> None:
    own = factories.article(audience=group.audience)
    note = factories.annotation(own, author, "In the stored page.", audience=group.audience)
    for reader in (author, other):
        page = client_of(reader).get(own.get_absolute_url())
        assert "In the stored page." in page.content.decode()
        assert f'id="n-{note.thread.key}"' in page.content.decode()
        assert page["Cache-Control"] == "private, no-cache"
        assert overlay(own, reader)["cards"] == ""
    for reader in (stranger, None):
        assert client_of(reader).get(own.get_absolute_url()).status_code == 404
    before = client_of(other).get(own.get_absolute_url())["ETag"]
    annotating.reply(by=other, to=note, body="And an answer.")
    after = client_of(other).get(own.get_absolute_url())
    assert after["ETag"] != before
    assert "And an answer." in after.content.decode()


def test_renaming_a_group_makes_its_pages_anew(
    group: ReadingGroup, author: User, django_capture_on_commit_callbacks: Any
) -> None:
    own = factories.article(audience=group.audience)
    client = client_of(author)
    assert "Tuesday circle" in client.get(own.get_absolute_url()).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        grouping.change_group(group, by=author, name="Friday", description="", is_open=True)
    page = client.get(own.get_absolute_url()).content.decode()
    assert "Friday" in page
    assert "Tuesday circle" not in page


def test_an_article_is_not_narrowed_below_what_was_said_in_it(
    article: Article, group: ReadingGroup, author: User
) -> None:
    factories.annotation(article, author, audience="me")
    change_audience(article, group.audience)
    factories.annotation(article, author, audience="group:tuesday-circle")
    change_audience(article, members())
    note = factories.annotation(article, author, audience="members")
    annotating.withdraw(note, by=author)  # its place in the thread is said to members all the same
    with pytest.raises(Refused, match="stays open") as refused:
        change_audience(article, group.audience)
    assert refused.value.field == "audience"
    change_audience(article, everyone())
    article.refresh_from_db()
    assert article.audience_id == Audience.EVERYONE


def test_an_article_is_never_for_one_person(article: Article, author: User) -> None:
    with pytest.raises(Refused, match="reading group"):
        change_audience(article, Audience.only(author))


def test_the_first_thread_of_an_audience_looks_at_the_article_as_it_is_now(
    article: Article, group: ReadingGroup, author: User
) -> None:
    """A form that was open while the article was given to a group says nothing to everyone."""
    held = Article.objects.get(pk=article.pk)
    change_audience(article, group.audience)
    with pytest.raises(Refused, match="Tuesday circle"):
        factories.annotation(held, author, audience="everyone")
    assert not Thread.objects.exists()


# ---- how editors choose


def test_a_text_is_imported_for_a_group_by_command(tmp_path: Path, group: ReadingGroup) -> None:
    text = tmp_path / "text.md"
    text.write_text("# A text\n\nFor a group alone, and for nobody else.\n")
    with pytest.raises(CommandError, match="'nowhere'"):
        call_command("import_article", "--group", "nowhere", str(text), stdout=StringIO())
    call_command("import_article", "--publish", "--group", group.slug, str(text), stdout=StringIO())
    assert Article.objects.get().audience == group.audience


@pytest.fixture
def editor(db: None) -> Client:
    from django.contrib.auth.models import Group

    from annotations.roles import EDITORS, let_into_the_admin

    person = factories.person("editor")
    person.groups.add(Group.objects.get(name=EDITORS))
    let_into_the_admin(person)
    return client_of(person)


def published(editor: Client, audience: str) -> Any:
    """The answer to publishing a text that the editor brings in."""
    sent = bring(editor, text="A text\n\nSome words to read, and more of them after these.\n")
    looked = editor.get(sent["Location"])
    facts = sent_facts(looked, title="A text", language="en", audience=audience, publish="1")
    return post_to(editor, "import_facts", pk_of(sent), **facts)


def test_an_editor_imports_for_a_group_and_is_told_so(editor: Client, group: ReadingGroup) -> None:
    sent = bring(editor, text="Words.")
    assert "Tuesday circle" in editor.get(sent["Location"]).content.decode()
    answer = published(editor, str(group.audience.pk))
    found = Article.objects.get()
    assert found.audience == group.audience
    # the editor is not in the group and has no page of it to be sent to
    done = editor.get(answer["Location"]).content.decode()
    assert "It is here, for those who may read it." in done
    assert found.get_absolute_url() not in done


def test_an_editor_is_offered_no_group_that_is_hidden_from_them(
    editor: Client, stranger: User
) -> None:
    hidden = grouping.make_group(stranger, "Hidden circle")
    sent = bring(editor, text="Words.")
    assert "Hidden circle" not in editor.get(sent["Location"]).content.decode()
    answer = published(editor, str(hidden.audience.pk))
    assert answer.status_code == 422
    assert not Article.objects.exists()


def test_an_editor_gives_an_article_to_a_group_and_is_refused_in_the_form(
    editor: Client, article: Article, group: ReadingGroup, author: User
) -> None:
    address = reverse("admin:articles_article_change", args=[article.pk])
    given = {"title": "Retyped", "slug": article.slug, "language": "en"}
    answer = editor.post(address, {**given, "audience": group.audience.pk})
    assert answer.status_code == 302
    article.refresh_from_db()
    assert (article.audience, article.title) == (group.audience, "Retyped")
    editor.post(address, {**given, "audience": Audience.EVERYONE})
    factories.annotation(Article.objects.get(), author, "To everyone.")
    refused = editor.post(address, {**given, "title": "Kept", "audience": group.audience.pk})
    assert refused.status_code == 200
    assert "stays open to all" in refused.content.decode()
    assert 'value="Kept"' in refused.content.decode()
    article.refresh_from_db()
    assert (article.audience_id, article.title) == (Audience.EVERYONE, "Retyped")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("order", [0, 1])
def test_narrowing_and_the_first_note_to_everyone_do_not_pass_each_other(order: int) -> None:
    """Whichever comes first stands, and the other is refused."""
    ada = factories.person("ada")
    circle = grouping.make_group(ada, "Circle")
    for _round in range(4):
        article = factories.article()
        acts = [
            lambda article=article: factories.annotation(article, ada, audience="everyone"),
            lambda article=article: change_audience(article, circle.audience),
        ]

        def done(act: Any) -> bool:
            try:
                act()
                return True
            except Refused:
                return False
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            outcome = list(pool.map(done, acts[::-1] if order else acts))
        assert sorted(outcome) == [False, True]
        article.refresh_from_db()
        is_open = article.audience_id == Audience.EVERYONE
        assert Thread.objects.filter(article=article).exists() == is_open
