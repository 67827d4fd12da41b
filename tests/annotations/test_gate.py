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
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils import timezone

from annotations import annotating, moving, reporting, roles
from annotations.mailing import mail_notice
from annotations.models import Annotation, Placement, Reading, Thread, Topic
from annotations.reading.ledger import figures_of
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import Audience, Notice, ReadingGroup, User, audience_ids
from tests import factories
from tests.annotations.news import unread_in

WORDS = "Zephyrous words that stand nowhere else."
MARK = "Zephyrous"
REPLY = "Quixotic answer to it."
TITLE = "An article that xenial people read"
GROUP_NAME = "Yttrium circle"
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
    group: ReadingGroup

    def client(self, visitor: str) -> Client:
        client = Client()
        person = self.people[visitor]
        if person is not None:
            client.force_login(person, "ncr.accounts.backends.MemberBackend")
        return client


def build(state: str, audience: str, replied: bool, *, for_group: bool = False) -> Case:
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
    group = factories.group(author, member, name=GROUP_NAME)
    factories.group(people["other member"])  # noise: another group
    article = factories.article(title=TITLE, audience=group.audience if for_group else None)
    noise = group.audience if for_group else "everyone"
    factories.annotation(
        article, member, "Noise that its readers read.", words="second train", audience=noise
    )
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
    return Case(article, note, people, group)


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
            "compare": [case.article.slug, 1, 1],
            "thread": [case.note.thread.uuid],
            "note": [case.note.uuid],
            "topic": ["zephyrology"],
            **{form: ["zephyrology", form] for form in ("md", "html", "csv")},
            "vocabulary": ["csv"],
            "person": ["author"],
            "group": [case.group.slug],
        }[of]
        key = factories.block(case.article).key
        response = client.get(
            reverse(name, args=args) + query.format(key=key), follow=True, **extra
        )
        assert response.status_code in (200, 401, 403, 404, 422, 503), response.status_code
        return text(response)

    return ask


def found_topics(case: Case, client: Client) -> str:
    return text(client.get(reverse("api:search") + "?q=zephyrology&kind=topics"))


# Where the words of a note can be read by those who may
SHOWN: dict[str, Surface] = {
    "discussion": get("discussion", of="article"),
    "discussion newest": get("discussion", of="article", query="?order=newest"),
    "discussion active": get("discussion", of="article", query="?order=active"),
    "block": get("block", of="block"),
    "revision": get("revision", of="revision"),
    "cards": get("cards", of="article", query="?block={key}"),
    "cards by key": lambda case, client: text(
        client.get(reverse("cards", args=[case.article.slug]), {"note": case.note.thread.key})
    ),
    "discussion filtered": get("discussion", of="article", query="?kind=comment&person=author"),
    "thread": get("thread", of="thread"),
    "card": get("card", of="thread", query="?replies=24"),
    "annotation": get("annotation", of="note"),
    "versions": get("versions", of="note"),
    "acts": get("acts", of="note"),
    "react": get("react", of="note"),
    "person": get("person", of="person"),
    "topic": get("topic", of="topic"),
    "search": get("search", query="?q=stand+nowhere&kind=notes"),
    "search newest": get("search", query="?q=stand+nowhere&kind=notes&order=newest"),
    "search in topic": get("search", query="?q=stand&kind=notes&topic=zephyrology"),
    "search by person": get("search", query="?q=stand&kind=notes&person=author"),
    "api:search": get("api:search", query="?q=stand+nowhere&kind=notes"),
    "api:threads": get("api:threads", of="article"),
    "api:thread": get("api:thread", of="thread"),
    "api:annotation": get("api:annotation", of="note"),
    "api:topic": get("api:topic", of="topic"),
    "api:person": get("api:person", of="person"),
    "print": get("print", of="article"),
    "print after": get("print", of="article", query="?notes=after&settled=open"),
    "topic oldest": get("topic", of="topic", query="?order=oldest"),
    **{f"topic_file {form}": get("topic_file", of=form) for form in ("md", "html", "csv")},
    "topic active": get("topic", of="topic", query="?order=active"),
    "topic by title": get("topic", of="topic", query="?order=title"),
    "topic found": get("topic", of="topic", query="?q=stand+nowhere"),
}
# Where they may never be read, because the answer is the same for everyone or about other things
SILENT: dict[str, Surface] = {
    "articles": get("articles"),
    "history": get("history", of="article"),
    "changes": get("changes", of="revision"),
    "changes all": get("changes", of="revision", query="?all=1"),
    "changes mine": get("changes", of="revision", query="?mine=1"),
    "compare": get("compare", of="compare"),
    "compare side": get("compare", of="compare", query="?view=side&whole=1"),
    "choose_compared": get("choose_compared", of="article", query="?a=1&b=1"),
    "place": get("place", of="note"),
    "resolve": get("resolve", of="thread"),
    "reopen": get("reopen", of="thread"),
    "api:reactions": get("api:reactions", of="note"),
    "api:place": get("api:place", of="note"),
    "annotate": get("annotate", of="article"),
    "passages": get("passages", of="article", query="?block={key}"),
    "api:articles": get("api:articles"),
    "api:article": get("api:article", of="article"),
    "api:openapi-json": get("api:openapi-json"),
    "health": get("health"),
    "groups": get("groups"),
    "edit_group": get("edit_group", of="group"),
    "group_members": get("group_members", of="group"),
    "api:audiences": get("api:audiences", of="article"),
    "vocabulary": get("vocabulary", of="vocabulary"),
}


def article_with_overlay(case: Case, client: Client) -> str:
    page = client.get(reverse("article", args=[case.article.slug]))
    overlay = client.get(reverse("overlay", args=[case.article.slug]))
    return text(page) + overlay.json()["cards"]


group_page = get("group", of="group")


def admin_list(case: Case, client: Client) -> str:
    return text(client.get(reverse("admin:annotations_annotation_changelist"), follow=True))


def admin_detail(case: Case, client: Client) -> str:
    address = reverse("admin:annotations_annotation_change", args=[case.note.pk])
    return text(client.get(address, follow=True))


def admin_thread(case: Case, client: Client) -> str:
    address = reverse("admin:annotations_thread_change", args=[case.note.thread_id])
    return text(client.get(address, follow=True))


def admin_threads(case: Case, client: Client) -> str:
    return text(client.get(reverse("admin:annotations_thread_changelist"), follow=True))


def admin_decide(case: Case, client: Client) -> str:
    address = reverse("admin:annotations_annotation_decide", args=["hide"])
    return text(client.get(f"{address}?of={case.note.pk}", follow=True))


ADMIN: dict[str, Surface] = {
    "admin list": admin_list,
    "admin detail": admin_detail,
    "admin threads": admin_threads,
    "admin thread": admin_thread,
    "admin decide": admin_decide,
}


def topics_index(case: Case, client: Client) -> str:
    return text(client.get(reverse("topics")))


def topic_suggestions(case: Case, client: Client) -> str:
    return text(client.get(reverse("api:topics") + "?q=zeph"))


def topics_found(case: Case, client: Client) -> str:
    return text(client.get(reverse("topics") + "?q=zephyrol")).replace('value="zephyrol"', "")


def matching(case: Case, client: Client) -> str:
    address = reverse("matching", args=[case.article.slug])
    return text(client.get(f"{address}?topic=zephyrology")).replace('"zephyrology"', "")


def filter_form(case: Case, client: Client) -> str:
    return text(client.get(reverse("filter", args=[case.article.slug])))


def topics_in_admin(case: Case, client: Client) -> str:
    return text(client.get(reverse("admin:annotations_topic_changelist"), follow=True))


TOPIC_SHOWN: dict[str, Surface] = {
    "topics": topics_index,
    "topics found": topics_found,
    "suggestions": topic_suggestions,
    "matching": matching,
    "filter": filter_form,
    "topic": get("topic", of="topic"),
    "api:topic": get("api:topic", of="topic"),
}


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
        # The page of a group shows what is said to it, and that to its members alone
        if (MARK in group_page(case, client)) != (expected and audience == "group"):
            wrong.append(("group", visitor, "should" if expected else "must not"))
        staff_sees = expected and visitor in MODERATORS
        # The author leads the group, and orders its threads in the admin
        leads = expected and visitor == "author" and audience == "group"
        for name, ask in ADMIN.items():
            sees = staff_sees or (leads and "thread" in name)
            if (MARK in ask(case, client)) != sees:
                wrong.append((name, visitor, "should" if sees else "must not"))
        for name, ask in {**TOPIC_SHOWN, "found": found_topics}.items():
            if ("Zephyrology" in ask(case, client)) != expected:
                wrong.append((name, visitor, "should" if expected else "must not"))
        keeps = staff_sees and visitor != "article moderator"
        if ("Zephyrology" in topics_in_admin(case, client)) != keeps:
            wrong.append(("topics in the admin", visitor, "should" if keeps else "must not"))
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
        assert ("Quixotic" in found_replies(case, client)) == inside
        for name in ("discussion", "thread", "block", "cards", "api:thread", "api:threads"):
            answer = SHOWN[name](case, client)
            if ("Quixotic" in answer) != inside:
                wrong.append((name, visitor, "reply", inside))
            if (MARK in answer) != may_read(state, audience, visitor):
                wrong.append((name, visitor, "opening", not inside))
    assert wrong == []


def may_be_told(kind: str, state: str, audience: str, visitor: str) -> bool:
    """Words of a reply as everyone in its audience reads them; of a decision, the author's own."""
    if visitor == "anonymous":
        return False
    if kind in ("reply", "mention"):
        return state == "published" and visitor in INSIDE[audience]
    return kind == "moderated" and visitor == "author" and may_read(state, audience, visitor)


def found_replies(case: Case, client: Client) -> str:
    return text(client.get(reverse("api:search") + "?q=answer+to+it&kind=notes"))


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("state", STATES)
def test_notices_and_mail_pass_the_gate(state: str, audience: str, mailoutbox: Any) -> None:
    """Even who was told of a note by mistake, or too early, learns from it what the gate shows."""
    case = build(state, audience, replied=False)
    wrong = []
    for visitor in VISITORS:
        person, client = case.people[visitor], case.client(visitor)
        if person is None:
            for name in ("notices", "notice_choices"):
                assert client.get(reverse(name))["Location"].startswith("/accounts/login/")
            continue
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@example.org")
        for kind in ("reply", "mention", "moderated", "reported"):
            notice = Notice.objects.create(
                person=person, kind=kind, about=case.note.uuid, created_at=timezone.now()
            )
            mail_notice.call(notice.pk)
            mailed = "".join(f"{one.body}{one.alternatives}" for one in mailoutbox)
            mailoutbox.clear()
            told = {
                "inbox": text(client.get(reverse("notices"))),
                "mail": mailed,
                "choices": text(client.get(reverse("notice_choices"))),
                "followed": client.get(reverse("notice", args=[notice.pk]))["Location"],
            }
            expected = may_be_told(kind, state, audience, visitor)
            for name in ("inbox", "mail"):
                if (MARK in told[name]) != expected:
                    wrong.append((name, kind, visitor, "should" if expected else "must not"))
                # Its article and passage: where the thread is in sight, and nowhere else
                if "train stops" in told[name] and not stands(state, audience, visitor):
                    wrong.append((name, kind, visitor, "place must not"))
            if MARK in told["choices"]:
                wrong.append(("choices", kind, visitor, "must not"))
            if (str(case.note.uuid) in told["followed"]) != stands(state, audience, visitor):
                wrong.append(("followed", kind, visitor, stands(state, audience, visitor)))
            notice.delete()
    assert wrong == []


def stands(state: str, audience: str, visitor: str) -> bool:
    """Whether the thread of a single note is there for a visitor: as long as they may read it."""
    return may_read(state, audience, visitor)


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("audience", ["group", "person"])
@pytest.mark.parametrize("state", STATES)
def test_of_a_groups_article_outsiders_see_no_trace(state: str, audience: str) -> None:
    """Neither its title, its text, what is said there, its topics, nor the group itself."""
    case = build(state, audience, replied=True, for_group=True)
    wrong = []
    for visitor in VISITORS:
        client = case.client(visitor)
        inside = visitor in INSIDE["group"]
        reads = may_read(state, audience, visitor)
        expected = dict.fromkeys(SHOWN, reads) | {"group": reads and audience == "group"}
        for name, ask in {**SHOWN, **SILENT, "group": group_page}.items():
            answer = ask(case, client)
            if (MARK in answer) != expected.get(name, False):
                wrong.append((name, visitor, "words"))
            # But for the address that they asked for themselves, to which signing in leads back
            answer = answer.replace(case.article.slug, "")
            traces = [trace for trace in ("xenial", "train", "Yttrium") if trace in answer]
            if not inside and traces:
                wrong.append((name, visitor, *traces))
        if not inside:
            address = reverse("article", args=[case.article.slug])
            statuses = {
                client.get(one).status_code
                for one in (address, f"{address}overlay/", f"{address}discussion/")
            }
            wrong += [(visitor, status) for status in statuses - {404}]
        elif "xenial" not in text(client.get(reverse("articles"))):
            wrong.append((visitor, "should"))
    assert wrong == []


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("for_group", [False, True])
def test_what_a_group_reports_reaches_moderators_and_only_that(for_group: bool) -> None:

    case = build("published", "group", replied=True, for_group=for_group)
    reporting.keep_report(
        case.note, by=case.people["group member"], reason="rude", text="Look.", at=timezone.now()
    )
    for visitor in VISITORS:
        client = case.client(visitor)
        thread = SHOWN["thread"](case, client)
        assert (MARK in thread) == (visitor in {*INSIDE["group"], *MODERATORS})
        assert ("Quixotic" in thread) == (visitor in INSIDE["group"])
        assert (MARK in admin_list(case, client)) == (visitor in MODERATORS)
        assert ("Noise" in SHOWN["discussion"](case, client)) == (
            not for_group or visitor in INSIDE["group"]
        )


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("state", STATES)
def test_a_search_for_what_is_withheld_is_answered_like_one_for_nothing(
    state: str, audience: str
) -> None:
    """Word for word, but for the word: whatever the kind, the order and the filter."""
    case = build(state, audience, replied=False)
    wrong = []
    for visitor in VISITORS:
        client = case.client(visitor)
        if may_read(state, audience, visitor):
            continue
        for query in ("notes", "notes&order=newest", "notes&person=author", "text", "topics"):
            there, not_there = (
                text(client.get(reverse("search") + f"?q={word}&kind={query}"))
                for word in ("zephyrous", "xylophone")
            )
            if there.replace("zephyrous", "") != not_there.replace("xylophone", ""):
                wrong.append((visitor, query))
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
@pytest.mark.parametrize("verb", ["reply", "edit", "withdraw", "report", "react"])
def test_forms_answer_404_for_what_one_may_not_see(verb: str, visitor: str) -> None:
    case = build("published", "person", replied=False)
    client = case.client(visitor)
    answer = client.get(reverse(verb, args=[case.note.uuid]))
    own = 403 if verb == "report" else 200
    assert answer.status_code == (own if visitor == "author" else 404)


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


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("state", STATES)
def test_the_ledger_passes_the_gate(state: str, audience: str) -> None:
    """Nobody learns from figures, lists or places of a note that the gate does not show them."""
    case = build(state, audience, replied=False)
    source = case.article.standing.source
    gone = source.replace("The train stops once, at night, and nobody gets off.", "")
    publish_revision(write_revision(case.article, gone, by=None))
    case.article.refresh_from_db()
    wrong = []
    for visitor in VISITORS:
        person, client = case.people[visitor], case.client(visitor)
        expected = stands(state, audience, visitor)
        figures = figures_of(case.article, person or AnonymousUser())[2]
        if (figures.lost, figures.stayed) != (int(expected), 1):
            wrong.append(("figures", visitor, figures))
        address = reverse("changes", args=[case.article.slug, 2])
        for query in ("", "?all=1", "?mine=1"):
            shown = expected and (query != "?mine=1" or visitor == "author")
            answer = text(client.get(address + query))
            if (str(case.note.thread.uuid) in answer) != shown:
                wrong.append((query, visitor, "should" if shown else "must not"))
        for name in ("place", "api:place"):
            status = client.get(reverse(name, args=[case.note.uuid])).status_code
            if status != (200 if expected else 404):
                wrong.append((name, visitor, status))
        lost = text(client.get(reverse("article", args=[case.article.slug])))
        if (str(case.note.thread.uuid) in lost) != (
            expected and state == "published" and audience == "everyone"
        ):
            wrong.append(("lost", visitor))
    assert wrong == []


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("audience", ["everyone", "person"])
@pytest.mark.parametrize("visitor", VISITORS)
def test_who_may_decide_where_a_note_stands(visitor: str, audience: str) -> None:
    case = build("published", audience, replied=False)
    placement = Placement.objects.get(anchor__annotation=case.note)
    given = {"act": "leave", "placement": placement.pk}
    answer = case.client(visitor).post(reverse("place", args=[case.note.uuid]), given)
    deciding = 302 if visitor in {"author", *MODERATORS} else 401 if visitor == "anonymous" else 403
    expected = deciding if may_read("published", audience, visitor) else 404
    assert answer.status_code == expected
    assert Placement.objects.filter(outcome="orphaned").exists() == (expected == 302)


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("state", STATES)
def test_what_is_new_passes_the_gate(state: str, audience: str) -> None:
    """To who has seen nothing of an article yet, but for its first visit."""
    case = build(state, audience, replied=False)
    wrong = []
    for visitor in VISITORS:
        person, client = case.people[visitor], case.client(visitor)
        if person is not None:
            seen: dict[str, list[Any]] = {str(pk): [] for pk in audience_ids(person)}
            Reading.objects.create(
                person=person, article=case.article, seen=seen, visited_at=timezone.now()
            )
        expected = may_read(state, audience, visitor) and visitor not in ("author", "anonymous")
        page = text(client.get(reverse("news", args=[case.article.slug])))
        overlay = client.get(reverse("overlay", args=[case.article.slug])).json()
        told = [one["id"] for one in overlay.get("new", {}).get("entries", [])]
        count = unread_in([case.article], person or AnonymousUser()).get(case.article.pk, 0)
        noise = 0 if visitor in ("group member", "anonymous") else 1
        answers = ((MARK in page), (str(case.note.uuid) in told), count == noise + 1)
        if answers != (expected,) * 3:
            wrong.append((visitor, expected, answers))
        again = client.post(reverse("unread", args=[case.note.thread.uuid]))
        stands_there = may_read(state, audience, visitor)
        allowed = {True: {302, 401, 409}, False: {404}}[stands_there]
        if again.status_code not in allowed:
            wrong.append((visitor, "unread", again.status_code))
    assert wrong == []


@pytest.mark.django_db(databases=["default", "work"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("state", STATES)
def test_moving_a_reply_passes_the_gate(state: str, audience: str) -> None:
    """What is moved, and what stands near, by who moderates it and may read it; nobody else."""
    case = build("published", audience, replied=True)
    reply = Annotation.objects.get(body=REPLY)
    near = factories.annotation(
        case.article,
        case.people["author"],
        "Near and zany.",
        words="corridor",
        audience=case.note.thread.audience,
        topics=["Zephyrology"],
    )
    set_state(reply, state)
    address = reverse("admin:annotations_annotation_move", args=[reply.pk])
    wrong = []
    for visitor in VISITORS:
        client = case.client(visitor)
        may = may_read(state, audience, visitor) and visitor in MODERATORS
        page = text(client.get(address, follow=True))
        wrong += [(visitor, words) for words in ("Quixotic", "zany") if (words in page) != may]
        given = {"where": str(near.uuid), "answered": case.note.pk}
        answer = client.post(address, given)
        reply = Annotation.objects.get(pk=reply.pk)
        if (reply.thread_id == near.thread_id) != may or (may and answer.status_code != 302):
            wrong.append((visitor, answer.status_code))
        if may:
            moving.move(reply, to=case.note, by=case.people["superuser"])
    assert wrong == []


# Every address, with the part of this file that asks it; a new one must be added here
ASKED = {
    *SHOWN,
    *SILENT,
    *TOPIC_SHOWN,
    "article",
    "overlay",
    "topics",
    "api:topics",
    "reply",
    "edit",
    "withdraw",
    "report",
    "report_person",
    "report_topic",
    # what the text says and names of topics, and nothing that anybody said;
    # who reads it, and what is pressed there: topics/test_suggestion_pages.py
    "suggested",
    "suggested_places",
    "decide_suggested",
    "confirm_suggestion",
    "dismiss_suggestion",
    "bring_back_suggestion",
    # following and visiting show nothing; who may: topics/test_following.py
    "follow_topic",
    "unfollow_topic",
    "visit_topic",
    "filed",
    # answers to what was sent, tested in test_api.py and test_writing.py
    "api:annotate",
    "api:reply",
    "api:edit",
    "api:withdraw",
    "api:report",
    # one's own report, and nothing is answered; in test_reporting.py
    "api:take_back",
    # in test_reacting.py and test_settling.py
    "api:react",
    # what is told to an author without a name; in test_quality.py
    "quality",
    "api:quality",
    "api:unmark_quality",
    "api:resolve",
    "api:reopen",
    # names of people, and nothing that they said; in test_mentions.py
    "suggest",
    # in test_place_page.py
    "api:confirm_place",
    "api:leave_place",
    # what is new is told above; marking it: test_catching_up.py
    "news",
    "seen",
    "unread",
    "preview",
    "api:api-root",
    # one's own account, which shows nothing that anybody said
    "account",
    "sign_in_link",
    # what was decided about one's own account, and none of anybody's words; test_sanctions.py
    "sanctions",
    "acknowledge",
    "suspended",
    # for who is concerned and those who moderate it, through the gate; in test_appealing.py
    "decision",
    # told above with "notices" and "notice"; marking and choosing: test_inbox.py, test_muting.py
    "notices",
    "notice",
    "notice_choices",
    "notice_read",
    "notice_unread",
    "notices_read",
    "notices_off",
    "group",
    # nothing is shown there but one's own form, and what was pressed is done; in test_groups.py
    "new_group",
    "join_group",
    "leave_group",
    "step_down",
    "close_group",
    "add_member",
    "invite_member",
    "remove_member",
    "make_leader",
    "withdraw_invitation",
    "invitation",
    "delete_account",
    "erase_person",
    # one's own words and nobody else's, tested in test_takeout.py
    "takeout",
    # what one began to write oneself, in test_drafts.py
    "drafts",
    "discard_draft",
    # in test_home.py
    "home",
    # acts and figures without words and names; in test_accountable.py
    "moderation",
    "transparency",
    # what moves and what stands near, above; what is typed there: test_moving_in_the_admin.py
    "admin:annotations_annotation_move",
    # what the site says of itself
    "site_page",
    "rules",
    # titles of texts, and their pictures: through the articles' gate; in test_collections.py and
    # in test_pictures.py
    "collection",
    "next_in_collection",
    "previous_in_collection",
    "picture",
    # files that one brings in oneself, and nothing that anybody said; who meets them:
    # tests/articles/importing/test_pages.py
    "imports",
    "import",
    "cancel_import",
    "import_facts",
    "import_as_revision",
    "import_left_out",
    "import_piece",
    "correct_piece",
    "ask_import",
    # the same by JSON; in test_import_api.py
    "api:imports",
    "api:import",
    "api:correct_import",
    "api:publish_import",
    "api:throw_away",
    # choosing the language of the pages, in which nothing is said
    "language",
}
NOTHING_SAID_THERE = ("account_", "mfa_", "usersessions_", "admin:")
ADMIN_SHOWS_WHAT_WAS_SAID = ("annotation", "thread", "report", "topic", "reviewitem")


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
    silent = {"appeal", "holdrule", "moderationentry", "scopedrole"}
    assert models == {*ADMIN_SHOWS_WHAT_WAS_SAID, *silent}


@pytest.mark.django_db(databases=["default", "work"])
def test_reports_in_the_admin_pass_the_gate(moderator: User, stranger: User) -> None:

    author = factories.person("author")
    article = factories.article()
    seen = factories.annotation(article, author, "Seen.")
    unseen = factories.annotation(article, author, "Unseen.", audience="me")
    reporting.keep_report(seen, by=stranger, reason="spam", text="of seen", at=timezone.now())
    reporting.keep_report(unseen, by=author, reason="spam", text="of unseen", at=timezone.now())
    client = Client()
    client.force_login(moderator, "ncr.accounts.backends.MemberBackend")
    answer = text(client.get(reverse("admin:annotations_report_changelist")))
    assert "of seen" in answer
    assert "of unseen" not in answer


@pytest.mark.django_db(databases=["default", "work"])
def test_the_review_queue_in_the_admin_passes_the_gate(moderator: User) -> None:
    """Not even an item that was brought by mistake shows a note to oneself, in any page of it."""
    from annotations import queueing

    author = factories.person("author")
    article = factories.article()
    seen = factories.annotation(article, author, "Seen.")
    unseen = factories.annotation(article, author, "Unseen.", audience="me")
    client = Client()
    client.force_login(moderator, "ncr.accounts.backends.MemberBackend")
    listed = reverse("admin:annotations_reviewitem_changelist")
    shown = queueing.bring(seen, cause="rule", at=timezone.now())
    hidden = queueing.bring(unseen, cause="illegal", at=timezone.now())
    answer = text(client.get(listed))
    assert "Seen." in answer
    assert "Unseen." not in answer
    assert client.get(f"{listed}{shown.pk}/change/").status_code == 200
    assert client.get(f"{listed}{hidden.pk}/change/").status_code == 404
    assert client.get(f"{listed}decide/hide/?of={hidden.pk}").status_code == 404
    figures = client.get(reverse("admin:annotations_reviewitem_figures"))
    assert figures.context["waiting"] == 1
