"""The admin, screen by screen and act by act, tried by each role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, logbook, moderating, queueing, reporting
from annotations.models import (
    Annotation,
    ModerationEntry,
    Report,
    ReviewItem,
    ScopedRole,
    Thread,
    Topic,
)
from annotations.roles import let_into_the_admin
from articles.models import Article, Revision, SiteRule
from articles.revising import digest_of, look_of, publish_revision, write_revision
from ncr.accounts.models import Membership, ReadingGroup, User
from tests import factories

ROLES = [
    "owner",
    "editor",
    "leader",
    "group leader",
    "site moderator",
    "article moderator",
    "topic moderator",
    "member",
    "anonymous",
]
SITE = {"owner": "Owners", "editor": "Editors", "site moderator": "Moderators"}


@dataclass
class House:
    """Two articles with a note each, the first reported and filed under a topic, and the cast.

    `revised` has two published revisions and a draft of a third.
    """

    article: Article
    note: Annotation
    other: Annotation
    grouped: Annotation
    settled: Annotation
    draft: Article
    topic: Topic
    group: ReadingGroup
    people: dict[str, User | None]
    revised: Article
    item: ReviewItem  # about the note
    far: ReviewItem  # about the other

    def client(self, role: str) -> Client:
        client = Client()
        if (person := self.people[role]) is not None:
            client.force_login(person, "ncr.accounts.backends.MemberBackend")
        return client


def build() -> House:
    people: dict[str, User | None] = {
        role: factories.person(role.replace(" ", "-")) for role in ROLES if role != "anonymous"
    }
    people["anonymous"] = None
    author = factories.person("author")
    article, elsewhere = factories.article(title="First text"), factories.article(title="Second")
    note = factories.annotation(article, author, "Zephyrous words.", topics=["Winds"])
    other = factories.annotation(elsewhere, author, "Boreal words.")
    factories.annotation(article, author, "Said to myself.", audience="me")
    reporting.report(note, by=factories.person("reporter"), reason="abuse", text="It is rude.")
    topic = Topic.objects.get()
    group = factories.group(people["group leader"], author)  # type: ignore[arg-type]
    Membership.objects.filter(person=people["group leader"]).update(is_leader=True)
    grouped = factories.annotation(article, author, "In the group.", audience=group.audience)
    for role, name in SITE.items():
        people[role].groups.add(Group.objects.get(name=name))  # type: ignore[union-attr]
    for role, given in {
        "leader": {"role": "leader", "article": article},
        "article moderator": {"role": "moderator", "article": article},
        "topic moderator": {"role": "moderator", "topic": topic},
    }.items():
        ScopedRole.objects.create(person=people[role], **given)
    for person in people.values():
        if person is not None:
            let_into_the_admin(person)
    settled = factories.annotation(article, author, "Austral words.", topics=["Winds"])
    annotating.resolve(settled.thread, by=author, reason="Settled.")
    draft = factories.article(publish=False, title="A draft")
    item = ReviewItem.objects.get(annotation=note)
    far = queueing.bring(other, cause="spam", at=timezone.now())
    return House(
        article, note, other, grouped, settled, draft, topic, group, people, revised(), item, far
    )


def revised() -> Article:
    made = factories.article(title="Revised")
    publish_revision(write_revision(made, "The second.\n", by=None))
    write_revision(made, "The third.\n", by=None)
    return made


MODERATORS = {"owner", "site moderator", "article moderator", "topic moderator"}
ORDERING = MODERATORS | {"leader", "group leader"}
EDITORS = {"owner", "editor"}
OWNERS = {"owner"}
STAFF = {*ROLES} - {"member", "anonymous"}


def page(name: str, *args: str, query: str = "") -> Any:
    """An address of the admin; arguments are attributes of the house, with their ids."""

    def address(house: House) -> str:
        found = [_value(house, one) for one in args]
        return reverse(f"admin:{name}", args=found) + query.format(
            note=house.note.pk, thread=house.note.thread_id, item=house.item.pk
        )

    return address


def _value(house: House, name: str) -> Any:
    thing: Any = house
    for step in name.split("."):
        if not hasattr(thing, step):
            return name
        thing = getattr(thing, step)
    return thing.pk if hasattr(thing, "pk") else thing


# Each screen, with the roles that see it; all others are refused
SCREENS: dict[str, tuple[Any, set[str]]] = {
    "index": (page("index"), STAFF),
    "annotations": (page("annotations_annotation_changelist"), MODERATORS),
    "annotation": (page("annotations_annotation_change", "note"), MODERATORS),
    "hide": (page("annotations_annotation_decide", "hide", query="?of={note}"), MODERATORS),
    "restore": (page("annotations_annotation_decide", "restore", query="?of={note}"), MODERATORS),
    "dismiss": (page("annotations_annotation_decide", "dismiss", query="?of={note}"), MODERATORS),
    "threads": (page("annotations_thread_changelist"), ORDERING),
    "thread": (page("annotations_thread_change", "note.thread"), ORDERING - {"group leader"}),
    "thread of a group": (page("annotations_thread_change", "grouped.thread"), {"group leader"}),
    "lock": (
        page("annotations_thread_decide", "lock", query="?of={thread}"),
        ORDERING - {"group leader"},
    ),
    "resolve": (
        page("annotations_thread_decide", "resolve", query="?of={thread}"),
        ORDERING - {"group leader"},
    ),
    "reopen": (
        page("annotations_thread_decide", "reopen", query="?of={thread}"),
        ORDERING - {"group leader"},
    ),
    "queue": (page("annotations_reviewitem_changelist"), MODERATORS),
    "appeals": (page("annotations_appeal_changelist"), MODERATORS),
    "item": (page("annotations_reviewitem_change", "item"), MODERATORS),
    "another's item": (
        page("annotations_reviewitem_change", "far"),
        {"owner", "site moderator"},
    ),
    "figures": (page("annotations_reviewitem_figures"), MODERATORS),
    **{
        f"{act} in the queue": (
            page("annotations_reviewitem_decide", act, query="?of={item}"),
            MODERATORS,
        )
        for act in ("approve", "hide", "ask", "dismiss", "remove")
    },
    "reports": (page("annotations_report_changelist"), MODERATORS),
    "reports decided": (page("annotations_report_changelist", query="?state=decided"), MODERATORS),
    "log": (page("annotations_moderationentry_changelist"), MODERATORS),
    "another's annotation": (
        page("annotations_annotation_change", "other"),
        {"owner", "site moderator"},
    ),
    "another's thread": (
        page("annotations_thread_change", "other.thread"),
        {"owner", "site moderator"},
    ),
    "annotation of a group": (page("annotations_annotation_change", "grouped"), set()),
    "topics": (
        page("annotations_topic_changelist"),
        MODERATORS - {"article moderator"},
    ),
    "roles": (page("annotations_scopedrole_changelist"), OWNERS),
    "new role": (page("annotations_scopedrole_add"), OWNERS),
    "rules": (page("articles_siterule_changelist"), OWNERS),
    "new rule": (page("articles_siterule_add"), OWNERS),
    "groups": (page("accounts_readinggroup_changelist"), OWNERS),
    "group": (page("accounts_readinggroup_change", "group"), OWNERS),
    "people": (page("accounts_user_changelist"), OWNERS),
    "person": (page("accounts_user_change", "note.author"), OWNERS),
    "new person": (page("accounts_user_add"), OWNERS),
    "trust of a person": (
        page("accounts_user_trust", "note.author"),
        {"owner", "site moderator"},
    ),
    "rules before publication": (page("annotations_holdrule_changelist"), OWNERS),
    "kinds of rules": (page("annotations_holdrule_add"), OWNERS),
    "new rule before publication": (
        page("annotations_holdrule_add", query="?kind=words"),
        OWNERS,
    ),
    "roles of a person": (page("accounts_user_roles", "note.author"), OWNERS),
    "close an account": (page("accounts_user_ask", "note.author", "deactivate"), OWNERS),
    "sign-in link": (page("accounts_user_ask", "note.author", "link"), OWNERS),
    "articles": (page("articles_article_changelist"), EDITORS),
    "article": (page("articles_article_change", "article"), EDITORS),
    "draft": (page("articles_article_text", "draft"), EDITORS),
    "publish": (page("articles_article_ask", "draft", "publish"), EDITORS),
    "withdraw": (page("articles_article_ask", "article", "withdraw"), EDITORS),
    "collections": (page("articles_collection_changelist"), EDITORS),
    "new collection": (page("articles_collection_add"), EDITORS),
    "revise": (page("articles_article_text", "article"), EDITORS),
    "go on": (page("articles_article_text", "revised"), EDITORS),
    "review": (page("articles_article_review", "revised"), EDITORS),
    "discard": (page("articles_article_ask", "revised", "discard"), EDITORS),
    "back": (page("articles_article_ask_of_one", "revised", "1", "back"), EDITORS),
    "withdraw one": (page("articles_article_ask_of_one", "revised", "1", "withdraw"), EDITORS),
    "republish one": (page("articles_article_ask_of_one", "revised", "1", "republish"), EDITORS),
}


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_its_own_screens_and_no_others(role: str) -> None:
    house = build()
    client = house.client(role)
    wrong = []
    for name, (address, allowed) in SCREENS.items():
        answer = client.get(address(house))
        if role == "anonymous":
            refused = answer.status_code == 302 and "/accounts/login/" in answer["Location"]
        else:
            refused = answer.status_code in (403, 404)
        if (answer.status_code == 200) != (role in allowed) or (role not in allowed) != refused:
            wrong.append((name, answer.status_code))
    assert wrong == []


def send(house: House, client: Client, name: str) -> Any:
    """Sends the form of an act, filled in as a person would."""
    rule = SiteRule.objects.get(number=2)
    given: dict[str, dict[str, Any]] = {
        "hide": {"of": house.note.pk, "reason": "why", "rule": rule.number},
        "restore": {"of": house.note.pk, "reason": "why"},
        "dismiss": {"of": house.note.pk, "reason": "why"},
        "lock": {"of": house.note.thread_id, "reason": "why"},
        "resolve": {"of": house.note.thread_id, "reason": "why"},
        "reopen": {"of": house.settled.thread_id},
        "new role": {
            "person": house.note.author_id,
            "role": "leader",
            "article": house.article.pk,
        },
        "new rule": {"title": "Be brief", "text": "", "holds": "on"},
        "roles of a person": {"roles": ["Moderators"]},
        "close an account": {"reason": "why"},
        "sign-in link": {},
        "draft": {"source": "Other words.\n", "before": _digest(house.draft)},
        "publish": {},
        "withdraw": {"reason": "why"},
        "revise": {"source": "Other words.\n", "before": _digest(house.article)},
        "go on": {"source": "Other words.\n", "before": digest_of("The third.\n")},
        "review": {"note": "why", "revision": _draft(house).pk, "seen": look_of(_draft(house))},
        "discard": {"before": digest_of("The third.\n")},
        "back": {"note": "why"},
        "withdraw one": {"reason": "why"},
    }
    address = SCREENS[name][0](house).partition("?")[0]
    return client.post(address, given[name])


def _digest(article: Article) -> str:
    return digest_of(article.revisions.get().source)


def _draft(house: House) -> Revision:
    return house.revised.revisions.get(published_at=None)


# Each act, with what tells that it was done
DONE: dict[str, Any] = {
    "hide": lambda house: _again(house.note).moderation == "hidden",
    "dismiss": lambda house: Report.objects.get().outcome == "dismissed",
    "lock": lambda house: Thread.objects.get(pk=house.note.thread_id).is_locked,
    "resolve": lambda house: Thread.objects.get(pk=house.note.thread_id).is_resolved,
    "reopen": lambda house: not Thread.objects.get(pk=house.settled.thread_id).is_resolved,
    "new role": lambda house: house.note.author.scoped_roles.exists(),
    "new rule": lambda house: SiteRule.objects.filter(title="Be brief", number=7).exists(),
    "roles of a person": lambda house: house.note.author.groups.filter(name="Moderators").exists(),
    "close an account": lambda house: not User.objects.get(username="author").is_active,
    "sign-in link": lambda house: house.note.author.sign_in_links.exists(),
    "draft": lambda house: house.draft.revisions.get().source == "Other words.\n",
    "publish": lambda house: house.draft.revisions.get().published_at is not None,
    "withdraw": lambda house: house.article.revisions.get().withdrawn_at is not None,
    "revise": lambda house: house.article.revisions.count() == 2,
    "go on": lambda house: house.revised.revisions.filter(source="Other words.\n").exists(),
    "review": lambda house: house.revised.revisions.get(number=3).published_at is not None,
    "discard": lambda house: house.revised.revisions.count() == 2,
    "back": lambda house: house.revised.revisions.published().count() == 3,
    "withdraw one": lambda house: house.revised.revisions.get(number=1).withdrawn_at is not None,
}


def _again(note: Annotation) -> Annotation:
    return Annotation.objects.get(pk=note.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", DONE)
def test_each_act_is_done_by_its_roles_and_by_no_others(act: str, role: str) -> None:
    house = build()
    answer = send(house, house.client(role), act)
    allowed = role in SCREENS[act][1]
    assert bool(DONE[act](house)) == allowed, answer.status_code
    if role == "anonymous":
        assert answer.status_code == 401
    elif not allowed:
        assert answer.status_code in (403, 404)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["owner", "site moderator"])
def test_no_form_of_djangos_own_changes_what_verbs_own(role: str) -> None:
    """No address to add, change, delete or look at Django's own history of such rows."""
    house = build()
    superuser = User.objects.create_superuser("boss", password="x")
    clients = [house.client(role), Client()]
    clients[1].force_login(superuser, "ncr.accounts.backends.MemberBackend")
    entry = logbook.log_act("topic 1", "grant", by=superuser) or ModerationEntry.objects.first()
    assert entry is not None
    owned = {
        "annotation": house.note,
        "thread": house.note.thread,
        "report": Report.objects.get(),
        "reviewitem": house.item,
        "moderationentry": entry,
        "scopedrole": ScopedRole.objects.order_by("pk")[0],
    }
    before = rows_of(owned)
    for client in clients:
        for name, one in owned.items():
            base = reverse(f"admin:annotations_{name}_changelist")
            for tail in (f"{one.pk}/change/", f"{one.pk}/delete/", f"{one.pk}/history/", "add/"):
                posted = {"post": "yes", "body": "Changed.", "reason": "changed", "role": "leader"}
                client.post(base + tail, posted)
            client.post(
                base, {"action": "delete_selected", "_selected_action": one.pk, "post": "yes"}
            )
    assert rows_of(owned) == before


def rows_of(owned: dict[str, Any]) -> dict[str, Any]:
    return {name: type(one).objects.filter(pk=one.pk).values().get() for name, one in owned.items()}


def test_every_part_of_the_admin_is_in_the_table() -> None:
    known = {
        "annotations": {
            "annotation",
            "thread",
            "report",
            "reviewitem",
            "appeal",
            "moderationentry",
            "topic",
            "scopedrole",
            "holdrule",
        },
        "articles": {"article", "collection", "siterule", "sitepage"},
        "accounts": {"user", "readinggroup", "invitation"},
    }
    for model in admin.site._registry:
        if model._meta.app_label in ("mfa", "django_tasks_database"):
            continue  # seen by superusers only: nobody's role has its permissions
        label, name = model._meta.app_label, model._meta.model_name
        assert name in known.get(label, set()), f"{label}.{name} has no line in SCREENS"


@pytest.mark.django_db
def test_a_note_to_oneself_is_in_no_list_of_the_admin() -> None:
    house = build()
    boss = User.objects.create_superuser("boss", password="x")
    own = factories.annotation(house.article, boss, "Mine alone.", audience="me")
    client = Client()
    client.force_login(boss, "ncr.accounts.backends.MemberBackend")
    for name in ("annotations", "threads", "queue", "reports", "log", "index"):
        text = client.get(SCREENS[name][0](house)).content.decode()
        assert "Mine alone" not in text
        assert "Said to myself" not in text
    address = reverse("admin:annotations_annotation_change", args=[own.pk])
    assert client.get(address).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("role", sorted(MODERATORS))
def test_scoped_moderators_see_reports_and_log_of_their_scope_only(role: str) -> None:
    house = build()
    reporting.report(house.other, by=factories.person(), reason="spam", text="It sells things.")
    boss = User.objects.create_superuser("boss", password="x")
    moderating.lock(house.note.thread, by=boss, reason="too warm")
    moderating.lock(house.other.thread, by=boss, reason="too cold")
    client = house.client(role)
    everywhere = role in ("owner", "site moderator")
    reports = client.get(SCREENS["reports"][0](house)).content.decode()
    assert "It is rude." in reports
    assert ("It sells things." in reports) == everywhere
    log = client.get(SCREENS["log"][0](house)).content.decode()
    assert "too warm" in log
    assert ("too cold" in log) == everywhere


@pytest.mark.django_db
def test_a_leader_sees_threads_without_what_was_hidden() -> None:
    house = build()
    reply = annotating.reply(by=house.note.author, to=house.note, body="A calm answer.")
    boss = User.objects.create_superuser("boss", password="x")
    moderating.hide(house.note, by=boss, reason="rude")
    leader = house.client("leader")
    text = leader.get(SCREENS["thread"][0](house)).content.decode()
    assert "A calm answer." in text
    assert "Zephyrous" not in text
    assert "Zephyrous" not in leader.get(SCREENS["threads"][0](house)).content.decode()
    assert reply.thread_id == house.note.thread_id
