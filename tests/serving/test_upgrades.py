"""A site made by each former state comes to the present with all that was in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import psycopg
import pytest

from tests.serving.places import Place, Rows, a_place
from tests.serving.states import STATES, make

# Columns that migrating changes on purpose, and in which rows: what is said here is tested below
CHANGED = {("accounts_user", "is_staff")}
PAGES = """
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from annotations.models import Annotation
from articles.models import Article
from ncr.accounts.models import User

def look(user):
    client = Client(headers={"host": "localhost"})
    if user:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    reader = user or AnonymousUser()
    articles, said = Article.objects.visible_to(reader), Annotation.objects.visible_to(reader)
    pages = ["/articles/", *(one.get_absolute_url() for one in [*articles, *said])]
    return {page: client.get(page, follow=True).status_code for page in pages}

people = [None, *User.objects.filter(is_active=True, is_sample=False)]
print(json.dumps({str(user): look(user) for user in people}))
"""
WRITE = """
from annotations import annotating, moderating
from annotations.models import Annotation, Counter, ModerationEntry
from ncr.accounts.models import User

by = User.objects.get(username=WRITER)
moderator = User.objects.get(username=MODERATOR)
opening = Annotation.objects.visible_to(by).filter(
    parent=None, thread__locked_at=None, thread__audience=1).exclude(author=by).first()
before = Counter.objects.get(article=opening.thread.article, audience=1).events
said = annotating.reply(by=by, to=opening, body="Still here.")
moderating.hide(said, by=moderator, reason="To see that it works.")
after = Counter.objects.get(article=opening.thread.article, audience=1).events
entry = ModerationEntry.objects.latest("pk")
print(json.dumps([after - before, entry.act, entry.by == moderator.pk]))
"""
COUNTERS = """
SELECT counter.id FROM annotations_counter AS counter
LEFT JOIN annotations_event AS event
    ON event.article_id = counter.article_id AND event.audience_id = counter.audience_id
GROUP BY counter.id, counter.events
HAVING counter.events <> count(event.id) OR counter.events <> coalesce(max(event.seq), 0)
"""


class Upgraded(NamedTuple):
    """A former state, and the place that was upgraded from it as `make run` does."""

    state: str
    place: Place
    before: Rows
    after: Rows


@pytest.fixture(scope="module", params=STATES)
def upgraded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Upgraded]:
    with a_place(tmp_path_factory.mktemp("upgrade") / "place") as place:
        make(place, request.param)
        before = place.rows()
        place.python("from ncr.serving import preparing; preparing.migrate()")
        yield Upgraded(request.param, place, before, place.rows())


def test_every_row_is_still_what_it_was(upgraded: Upgraded) -> None:
    assert sum(map(len, upgraded.before.values())) > 300
    for table, rows in upgraded.before.items():
        for key, row in rows.items():
            now = upgraded.after[table][key]
            kept = {name for name in row if name in now and (table, name) not in CHANGED}
            assert {name: now[name] for name in kept} == {name: row[name] for name in kept}


def test_nothing_is_left_to_migrate(upgraded: Upgraded) -> None:
    upgraded.place.do("migrate", "--check")
    assert upgraded.place.ask(COUNTERS) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE annotations_moderationentry SET reason = ''",
        "DELETE FROM annotations_moderationentry",
    ],
)
def test_the_log_still_refuses(upgraded: Upgraded, statement: str) -> None:
    assert upgraded.before["annotations_moderationentry"]
    with pytest.raises(
        (sqlite3.IntegrityError, psycopg.errors.RaiseException), match="append-only"
    ):
        upgraded.place.ask(statement)


def test_pages_answer_everybody(upgraded: Upgraded) -> None:
    answers: dict[str, dict[str, int]] = upgraded.place.python(PAGES)
    assert len(answers) > 5
    for who, pages in answers.items():
        assert set(pages.values()) == {200}, (who, pages)
    assert len(answers["None"]) >= 10


def comparable(rows: Rows) -> Rows:
    """Without what a program writes of itself when it migrates and when it starts."""
    return {name: of for name, of in rows.items() if name not in MADE_AFTER_MIGRATING}


MADE_AFTER_MIGRATING = {"auth_permission", "auth_group_permissions", "django_content_type"}


Check = Callable[[Place], None]


def talking(place: Place) -> None:
    """Names got keys, the older of look-alikes the plain one; who moderates became staff."""
    people = {name: (key, staff) for name, key, staff in place.ask(PEOPLE)}
    assert people["ada"][0] == "ada"
    assert people["АDA"][0] == "ada:3"
    assert people["Ada"][0] == "ada:4"
    staff = {name for name, (_key, is_staff) in people.items() if is_staff}
    assert staff == {"admin", "warden", "keeper"}
    assert place.python(WRITE.replace("WRITER", "'max.o'").replace("MODERATOR", "'keeper'")) == [
        2,
        "hide",
        True,
    ]
    assert place.python(PASSWORD) == [True, False]


PEOPLE = "SELECT username, name_key, is_staff FROM accounts_user"
PASSWORD = """
from ncr.accounts.models import User
ada = User.objects.get(username="ada")
print(json.dumps([ada.check_password(word) for word in ("weir-and-lock-7", "another")]))
"""


def circle(place: Place) -> None:
    """Members of a group still read it, others do not; roles still let write and moderate."""
    assert place.python(GROUP) == {"mara": 2, "li": 2, "otto": 0}
    assert place.python(WRITE.replace("WRITER", "'mara'").replace("MODERATOR", "'otto'")) == [
        2,
        "hide",
        True,
    ]
    assert place.python(PASSWORD.replace('"ada"', '"li"')) == [True, False]


GROUP = """
from annotations.models import Annotation
from ncr.accounts.models import User

said = Annotation.objects.filter(thread__audience_kind="group")
people = User.objects.filter(username__in=["mara", "li", "otto"])
print(json.dumps({one.username: said.visible_to(one).count() for one in people}))
"""


def revised(place: Place) -> None:
    """What people decided stands; the draft is published, without the words of one of them."""
    decided = {"confirmed": 1, "left": 1}
    assert place.python(DECIDED) == [decided | {"re-placed": 1}, decided]
    assert place.python(WRITE.replace("WRITER", "'mara'").replace("MODERATOR", "'otto'")) == [
        2,
        "hide",
        True,
    ]


DECIDED = """
from collections import Counter
from annotations.models import Placement
from articles import revising
from articles.models import Article
from ncr.accounts.models import User

def decided():
    rows = Placement.objects.current().exclude(review__in=["none", "asked"])
    return Counter(rows.values_list("review", flat=True))

before, ferry = decided(), Article.objects.get(slug="the-ferry-2")
draft = revising.draft_of(ferry)
revising.publish_revision(draft, by=User.objects.get(username="mara"), note="With the last line.")
ferry.refresh_from_db()
assert ferry.current_revision_id == draft.pk
print(json.dumps([before, decided()]))
"""


def read(place: Place) -> None:
    """What is new to a reader, what they reacted and what they did not finish is still theirs."""
    assert place.python(READ) == [
        ["agree by otto", "thanks by li"],
        ["Since li was here: @li, look."],
        "Not finished yet.",
        ["Answered by the timetable.", "Answered on the quay.", "The text says it now."],
    ]


READ = """
from annotations.drafting import drafts_of
from annotations.models import Annotation, Reaction, Thread
from annotations.reading.unread import new_in, visits
from articles.models import Article
from ncr.accounts.models import User

li, ferry = User.objects.get(username="li"), Article.objects.get(slug="the-ferry-2")
reacted = Reaction.objects.filter(annotation__in=Annotation.objects.visible_to(li))
new = [one.pk for one in new_in(visits([ferry.pk], li)[ferry.pk], li)]
print(json.dumps([
    sorted(f"{one.kind} by {one.person.username}" for one in reacted),
    list(Annotation.objects.filter(pk__in=new).values_list("body", flat=True)),
    drafts_of(li).get().fields["body"],
    sorted(one.resolved_reason for one in Thread.objects.exclude(resolved_at=None)),
]))
"""


def moderated(place: Place) -> None:
    """Assignments know where they stand and are counted; what was said of topics still is."""
    after_all, summer = 2**31 - 1, "Only in **summer**, see the timetable."
    assert place.python(STANDS) == [
        [
            ["Filed thrice: Fähre.", "the-railway", "2026-02-03", "everyone", 0, True],
            ["For members.", "the-railway", "2026-02-03", "members", after_all, True],
            ["Mine alone.", "the-railway", "2026-02-03", "person", after_all, True],
            [summer, "the-ferry", "2026-02-03", "everyone", 41, True],
            ["Under *two*.", "the-ferry-2", "", "everyone", after_all, True],
        ],
        [
            ["the-ferry", "everyone", 1],
            ["the-ferry-2", "everyone", 1],
            ["the-railway", "everyone", 1],
            ["the-railway", "members", 1],
            ["the-railway", "person", 1],
        ],
        ["disputed: It is about rails.", "disputed: Nowhere near it.", "endorsed: "],
        True,
    ]
    assert place.python(WRITE.replace("WRITER", "'mara'").replace("MODERATOR", "'otto'")) == [
        2,
        "hide",
        True,
    ]


STANDS = """
from annotations.models import Assignment, TopicCount, Verdict

rows = Assignment.objects.filter(topic__name="Ferries").select_related("annotation", "thread")
counts = TopicCount.objects.filter(topic__name="Ferries")
print(json.dumps([
    sorted([
        one.annotation.body, one.article.slug, one.dated, one.audience.kind, one.place,
        one.is_readable,
    ] for one in rows),
    sorted(counts.values_list("article__slug", "audience__kind", "readable")),
    sorted(f"{one.kind}: {one.reason}" for one in Verdict.objects.all()),
    all(one.active_at == one.thread.active_at for one in rows),
]))
"""


def dossiers(place: Place) -> None:
    """The table of articles is written anew: what counts in topics still does, by its triggers."""
    assert place.python(COUNTS) == [
        [["Ferries", "dismissed"], ["Ferries", "waiting"], ["Ferries", "confirmed"]],
        ["contradicts", "the-railway"],
        1,
        "Ferry boats",
        ["", None, None],
    ]
    assert place.python(WRITE.replace("WRITER", "'mara'").replace("MODERATOR", "'otto'")) == [
        2,
        "hide",
        True,
    ]


COUNTS = """
from annotations import annotating
from annotations.models import PassageLink, Suggestion, Topic, TopicCount, TopicMerge
from annotations.topics.unmerging import unmerge
from articles.models import Article
from ncr.accounts.models import User

hal, ferries = User.objects.get(username="hal"), Topic.objects.get(name="Ferries")
link = PassageLink.objects.select_related("article").get()
article = Article.objects.get(slug="not-yet")
of_railway = TopicCount.objects.get(topic=ferries, article__slug="the-railway", audience=1)
annotating.annotate(by=hal, article=of_railway.article, body="One more.", topics=["Ferries"])
before, after = of_railway.readable, TopicCount.objects.get(pk=of_railway.pk).readable
states = Suggestion.objects.filter(topic=ferries).order_by("state", "pk")
print(json.dumps([
    sorted(([one.topic.name, one.state] for one in states), key=lambda one: "dwc".index(one[1][0])),
    [link.relation, link.article.slug],
    after - before,
    unmerge(TopicMerge.objects.get(), by=hal).name,
    [article.licence, article.collection_id, article.place],
]))
"""
# What migrating makes of one state, beyond keeping what is there
OWN: dict[str, Check] = {
    "2026-11-24-talking": talking,
    "2026-11-24-circle": circle,
    "2026-11-24-revised": revised,
    "2026-11-24-read": read,
    "2026-11-29-moderated": moderated,
    "2026-11-30-dossiers": dossiers,
}


def test_what_is_new_is_filled(upgraded: Upgraded) -> None:
    OWN[upgraded.state](upgraded.place)


def test_a_backup_of_a_former_state_comes_to_the_present(
    upgraded: Upgraded, tmp_path: Path
) -> None:
    """Back up before upgrading, with either version; restore with the newer one."""
    archive = str(tmp_path / "state.zip")
    with a_place(tmp_path / "old") as old, a_place(tmp_path / "new") as new:
        make(old, upgraded.state)
        old.do("backup", archive)
        new.do("migrate", "--verbosity", "0")  # to the present, from which restoring goes back
        new.do("restore", archive)
        new.do("migrate", "--check")
        assert comparable(new.rows()) == comparable(upgraded.after)
        OWN[upgraded.state](new)
