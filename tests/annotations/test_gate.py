"""The gate, cell by cell: every state and audience, every visitor, every surface.

A surface is an address at which something said could be read. The table at the end names each
address of the site and how it is asked; an address that is not in it fails the last test.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils import timezone

from annotations import annotating, roles
from annotations.models import Annotation, Thread, Topic
from articles.models import Article
from ncr.accounts.models import Audience, User
from tests import factories

WORDS = "Zephyrous words that stand nowhere else."
MARK = "Zephyrous"
REPLY = "Quixotic answer to it."
VISITORS = [
    "author",
    "group member",
    "other member",
    "moderator",
    "article moderator",
    "topic moderator",
    "moderator elsewhere",
    "superuser",
    "anonymous",
]
STATES = ["published", "pending", "hidden", "removed", "withdrawn"]
AUDIENCES = ["everyone", "members", "group", "person"]

INSIDE = {
    "everyone": {*VISITORS},
    "members": {*VISITORS} - {"anonymous"},
    "group": {"author", "group member"},
    "person": {"author"},
}
MODERATORS = {"moderator", "article moderator", "topic moderator", "superuser"}


def may_read(state: str, audience: str, visitor: str) -> bool:
    """The rule, written a second time and in other words, to hold the first one against."""
    if state in ("withdrawn", "removed"):
        return False
    if visitor not in INSIDE[audience]:
        return False
    if state == "published":
        return True
    return visitor == "author" or (visitor in MODERATORS and audience in ("everyone", "members"))


@dataclass
class Case:
    """An article with one note of the author's in some state and audience, and the cast."""

    article: Article
    note: Annotation
    people: dict[str, User | None]

    def client(self, visitor: str) -> Client:
        client = Client()
        person = self.people[visitor]
        if person is not None:
            client.force_login(person, "ncr.accounts.backends.MemberBackend")
        return client


def build(state: str, audience: str, replied: bool) -> Case:
    author = factories.person("author")
    member = factories.person("groupmember")
    people: dict[str, User | None] = {
        "author": author,
        "group member": member,
        "other member": factories.person("othermember"),
        "moderator": factories.moderator(),
        "article moderator": factories.person("articlemoderator"),
        "topic moderator": factories.person("topicmoderator"),
        "moderator elsewhere": factories.person("elsewhere"),
        "superuser": User.objects.create_superuser("boss", password="x"),
        "anonymous": None,
    }
    group = factories.group(author, member)
    factories.group(people["other member"])  # noise: another group
    article = factories.article()
    factories.annotation(article, member, "Noise that everybody reads.", words="second train")
    said_to = {
        "everyone": lambda: Audience.objects.get(pk=Audience.EVERYONE),
        "members": lambda: Audience.objects.get(pk=Audience.MEMBERS),
        "group": lambda: group.audience,
        "person": lambda: Audience.only(author),
    }[audience]()
    note = factories.annotation(article, author, WORDS, audience=said_to, topics=["Zephyrology"])
    annotating.edit(note, by=author, body=WORDS + " Edited.", version=1, topics=["Zephyrology"])
    if replied:
        annotating.reply(by=author, to=note, body=REPLY)
    give_roles(people, article)
    set_state(note, state)
    return Case(article, note, people)


def give_roles(people: dict[str, User | None], article: Article) -> None:
    boss = people["superuser"]
    topic = Topic.objects.get(slug="zephyrology")
    for visitor, scope in {
        "article moderator": {"article": article},
        "topic moderator": {"topic": topic},
        "moderator elsewhere": {"article": factories.article()},
    }.items():
        roles.grant(people[visitor], "moderator", by=boss, **scope)
        people[visitor] = User.objects.get(pk=people[visitor].pk)


def set_state(note: Annotation, state: str) -> None:
    """Brings a note into a state; pending and removed have no verb yet."""
    if state == "published":
        return
    if state == "withdrawn":
        annotating.withdraw(note, by=note.author)
        return
    Annotation.objects.filter(pk=note.pk).update(moderation=state)
    Thread.objects.filter(pk=note.thread_id).update(
        readable_count=Annotation.objects.filter(thread=note.thread_id).published().count()
    )
    note.refresh_from_db()
    from annotations.models import Counter

    Counter.objects.filter(article=note.thread.article, audience=note.thread.audience).update(
        events=100
    )


Surface = Callable[[Case, Client], str]


def text(response: Any) -> str:
    content = response.content
    if response.headers.get("Content-Encoding") == "gzip":
        content = gzip.decompress(content)
    return content.decode()


def get(name: str, *, of: str = "", query: str = "", **extra: Any) -> Surface:
    """A page found by the name of its address and the thing that it is about."""

    def ask(case: Case, client: Client) -> str:
        args = {
            "": [],
            "article": [case.article.slug],
            "block": [case.article.slug, factories.block(case.article).key],
            "revision": [case.article.slug, 1],
            "thread": [case.note.thread.uuid],
            "note": [case.note.uuid],
            "topic": ["zephyrology"],
            "person": ["author"],
        }[of]
        key = factories.block(case.article).key
        response = client.get(
            reverse(name, args=args) + query.format(key=key), follow=True, **extra
        )
        assert response.status_code in (200, 403, 404, 503), response.status_code
        return text(response)

    return ask


# Where the words of a note can be read by those who may
SHOWN: dict[str, Surface] = {
    "discussion": get("discussion", of="article"),
    "discussion newest": get("discussion", of="article", query="?order=newest"),
    "discussion active": get("discussion", of="article", query="?order=active"),
    "block": get("block", of="block"),
    "cards": get("cards", of="article", query="?block={key}"),
    "thread": get("thread", of="thread"),
    "annotation": get("annotation", of="note"),
    "versions": get("versions", of="note"),
    "person": get("person", of="person"),
    "topic": get("topic", of="topic"),
    "api:threads": get("api:threads", of="article"),
    "api:thread": get("api:thread", of="thread"),
    "api:annotation": get("api:annotation", of="note"),
}
# Where they may never be read, because the answer is the same for everyone or about other things
SILENT: dict[str, Surface] = {
    "articles": get("articles"),
    "revision": get("revision", of="revision"),
    "annotate": get("annotate", of="article"),
    "passages": get("passages", of="article", query="?block={key}"),
    "api:articles": get("api:articles"),
    "api:article": get("api:article", of="article"),
    "api:openapi-json": get("api:openapi-json"),
    "health": get("health"),
    "home": get("home"),
}


def article_with_overlay(case: Case, client: Client) -> str:
    page = client.get(reverse("article", args=[case.article.slug]))
    overlay = client.get(reverse("overlay", args=[case.article.slug]))
    return text(page) + overlay.json()["cards"]


def admin_list(case: Case, client: Client) -> str:
    return text(client.get(reverse("admin:annotations_annotation_changelist"), follow=True))


def admin_detail(case: Case, client: Client) -> str:
    address = reverse("admin:annotations_annotation_change", args=[case.note.pk])
    return text(client.get(address, follow=True))


def topics_index(case: Case, client: Client) -> str:
    return text(client.get(reverse("topics")))


def topic_suggestions(case: Case, client: Client) -> str:
    return text(client.get(reverse("api:topics") + "?q=zeph"))


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("state", STATES)
def test_words_are_read_by_those_who_may_and_by_nobody_else(state: str, audience: str) -> None:
    case = build(state, audience, replied=False)
    wrong = []
    for visitor in VISITORS:
        client = case.client(visitor)
        expected = may_read(state, audience, visitor)
        for name, ask in {**SHOWN, "article": article_with_overlay}.items():
            if (MARK in ask(case, client)) != expected:
                wrong.append((name, visitor, "should" if expected else "must not"))
        for name, ask in SILENT.items():
            if MARK in ask(case, client):
                wrong.append((name, visitor, "must not"))
        staff_sees = expected and visitor in MODERATORS
        for name, ask in {"admin list": admin_list, "admin detail": admin_detail}.items():
            if (MARK in ask(case, client)) != staff_sees:
                wrong.append((name, visitor, "should" if staff_sees else "must not"))
        for name, ask in {"topics": topics_index, "suggestions": topic_suggestions}.items():
            if ("Zephyrology" in ask(case, client)) != expected:
                wrong.append((name, visitor, "should" if expected else "must not"))
    assert wrong == []


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("state", STATES)
def test_a_reply_keeps_the_thread_and_its_audience(state: str, audience: str) -> None:
    """Under an opening that is gone the reply stands, for the thread's audience alone."""
    case = build(state, audience, replied=True)
    wrong = []
    for visitor in VISITORS:
        client = case.client(visitor)
        inside = visitor in INSIDE[audience]
        for name in ("discussion", "thread", "block", "cards", "api:thread", "api:threads"):
            answer = SHOWN[name](case, client)
            if ("Quixotic" in answer) != inside:
                wrong.append((name, visitor, "reply", inside))
            if (MARK in answer) != may_read(state, audience, visitor):
                wrong.append((name, visitor, "opening", not inside))
    assert wrong == []


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("audience", ["group", "person"])
def test_what_is_private_moves_no_counter_that_others_see(audience: str) -> None:
    case = build("published", audience, replied=True)
    client = case.client("anonymous")
    address = reverse("article", args=[case.article.slug])
    before = client.get(address)["ETag"]
    listed = text(client.get(reverse("articles")))
    annotating.reply(by=case.people["author"], to=case.note, body="Said in private.")
    assert client.get(address)["ETag"] == before
    assert text(client.get(reverse("articles"))) == listed
    public = factories.annotation(case.article, case.people["author"], "Said to all.")
    assert public.thread.label == "2"  # the private thread left no gap
    assert client.get(address)["ETag"] != before


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize("verb", ["reply", "edit", "withdraw"])
def test_forms_answer_404_for_what_one_may_not_see(verb: str, visitor: str) -> None:
    case = build("published", "person", replied=False)
    client = case.client(visitor)
    answer = client.get(reverse(verb, args=[case.note.uuid]))
    assert answer.status_code == (200 if visitor == "author" else 404)


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize("verb", ["edit", "withdraw"])
def test_forms_answer_403_for_what_one_may_see_and_not_do(verb: str, visitor: str) -> None:
    case = build("published", "everyone", replied=False)
    answer = case.client(visitor).post(
        reverse(verb, args=[case.note.uuid]), {"body": "Mine now.", "version": 2, "kind": "comment"}
    )
    expected = {"author": 302, "anonymous": 401}.get(visitor, 403)
    assert answer.status_code == expected


# Every address, with the part of this file that asks it; a new one must be added here
ASKED = {
    *SHOWN,
    *SILENT,
    "article",
    "overlay",
    "topics",
    "api:topics",
    "reply",
    "edit",
    "withdraw",
    # answers to what was sent, tested in test_api.py and test_writing.py
    "api:annotate",
    "api:reply",
    "api:edit",
    "api:withdraw",
    "preview",
    "api:api-root",
    # one's own account, which shows nothing that anybody said
    "account",
    "sign_in_link",
}
NOTHING_SAID_THERE = ("account_", "admin:")
ADMIN_SHOWS_WHAT_WAS_SAID = ("annotation", "report", "topic")


def all_names(patterns: Any, namespace: str = "") -> list[str]:
    names = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            names += all_names(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            names.append(f"{namespace}{pattern.name}")
    return names


def test_every_surface_stands_in_the_table() -> None:
    names = set(all_names(get_resolver().url_patterns))
    asked = {name.split(" ")[0] for name in ASKED}
    unknown = {name for name in names - asked if not name.startswith(NOTHING_SAID_THERE)}
    assert unknown == set()


def test_every_part_of_the_admin_that_shows_what_was_said_is_known() -> None:
    from django.contrib import admin

    models = {
        model._meta.model_name
        for model in admin.site._registry
        if model._meta.app_label == "annotations"
    }
    assert models == {*ADMIN_SHOWS_WHAT_WAS_SAID, "moderationentry"}


@pytest.mark.django_db(databases=["default", "work"])
def test_reports_in_the_admin_pass_the_gate(moderator: User, stranger: User) -> None:
    from annotations import moderating

    author = factories.person("author")
    article = factories.article()
    seen = factories.annotation(article, author, "Seen.")
    unseen = factories.annotation(article, author, "Unseen.", audience="me")
    moderating.keep_report(seen, by=stranger, reason="spam", text="of seen", at=timezone.now())
    moderating.keep_report(unseen, by=author, reason="spam", text="of unseen", at=timezone.now())
    client = Client()
    client.force_login(moderator, "ncr.accounts.backends.MemberBackend")
    answer = text(client.get(reverse("admin:annotations_report_changelist")))
    assert "of seen" in answer
    assert "of unseen" not in answer
