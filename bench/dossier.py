"""What a topic's first screen costs: `python bench/dossier.py`.

Ten thousand topics, the first of them narrower ones of the busiest, and five thousand articles,
with ten thousand assignments and with a million; topics as uneven as words are (Zipf). What is
filed is for everyone, for members, a group or one person. Asked is the page of the busiest topic,
of which more is filed the more there is, by nobody in particular and by a member; on SQLite, and on
PostgreSQL (`--postgres ADDRESS` names a server on which databases may be made and dropped). The two
sites are asked in turns, each in a process of its own, so that whatever else the machine does
meanwhile falls on both. See README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from multiprocessing import Pipe
from pathlib import Path
from random import Random
from statistics import median
from typing import Any
from uuid import UUID

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.databases import POSTGRES, on_postgres
from bench.goals import goal
from bench.library import copy
from bench.servers import use

SIZES = (10_000, 1_000_000)
TOPICS, ARTICLES, PEOPLE, NARROWER = 10_000, 5_000, 200, 5
BLOCKS = 4  # in an article
TEXT = "The inspectors left. {words} was what they had counted. Nobody wrote it down at the time."
ROUNDS = 40
BOUND = 1.2
BEGINNING = datetime(2016, 1, 1, tzinfo=UTC)
PAGE = "/topics/topic-0/"
EACH = 2  # topics of an annotation, and annotations of a thread
AT_ONCE = 20_000


def main() -> None:
    given = arguments()
    met = True
    for where in ("SQLite", "PostgreSQL"):
        if given.only in (None, where.lower()):
            met &= measured_on(where, given)
    sys.exit(0 if met else 1)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures a topic's page; about ten minutes.")
    parser.add_argument("--postgres", default=POSTGRES, help="where databases may be made")
    parser.add_argument("--assignments", type=int, default=SIZES[1])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", choices=["postgresql", "sqlite"])
    parser.add_argument("--explain", action="store_true", help="print how the list is found")
    return parser.parse_args()


def measured_on(where: str, given: argparse.Namespace) -> bool:
    sizes = (SIZES[0], given.assignments)
    with ExitStack() as stack:
        sites = []
        for size in sizes:
            address = ""
            if where == "PostgreSQL":
                name = f"ncr_bench_dossier_{size}"
                address = stack.enter_context(on_postgres(given.postgres, name))
            sites.append(stack.enter_context(Site(size, address, given.explain)))
        for site in sites:  # what a first request finds cold is no matter of ours
            site.ask(5)
        spent: list[dict[str, list[float]]] = [{}, {}]
        for _round in range(given.rounds):
            for place, site in enumerate(sites):
                for who, times in site.ask(1)["spent"].items():
                    spent[place].setdefault(who, []).extend(times)
        queries = [site.ask(1)["queries"] for site in sites]
    return judge(where, sizes, spent, queries)


class Site:
    """A site of some size in a process of its own, which is asked for its page in turns."""

    def __init__(self, size: int, database: str, explains: bool) -> None:
        self.size, self.database, self.explains = size, database, explains

    def __enter__(self) -> Site:
        self.line, theirs = Pipe()
        self.child = os.fork()
        if self.child == 0:
            try:
                with tempfile.TemporaryDirectory(prefix="ncr-bench-") as folder:
                    self._serve(Path(folder), theirs)
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stdout.flush()
                os._exit(0)
        theirs.close()
        self.line.recv()  # it is filled
        return self

    def __exit__(self, *problem: object) -> None:
        self.line.send(0)
        os.waitpid(self.child, 0)

    def ask(self, times: int) -> dict[str, Any]:
        self.line.send(times)
        found: dict[str, Any] = json.loads(self.line.recv())
        return found

    def _serve(self, folder: Path, line: Any) -> None:
        use(folder, **({"DATABASE_URL": self.database} if self.database else {}))
        began = time.perf_counter()
        member = Library(self.size).write()
        print(f"{self.size:,} assignments written in {time.perf_counter() - began:,.0f} s")
        if self.explains:
            explain(member)
        sys.stdout.flush()
        line.send("ready")
        while times := line.recv():
            line.send(json.dumps(asked(member, times)))


class Library:
    """Writes rows in bulk; ids are given beforehand."""

    def __init__(self, assignments: int) -> None:
        self.assignments = assignments
        self.annotations = assignments // EACH
        self.chance = Random(assignments)
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(TOPICS)))

    def write(self) -> Any:
        """All of it; the member who asks."""
        from importlib import import_module

        from django.db import connection

        from annotations.models import Anchor, Annotation, Assignment, Placement, Thread, TopicCount

        self.people = self._people()
        self.audiences = self._audiences()
        self._topics()
        self._articles()
        standing = import_module("annotations.migrations.0012_topics_stand_in_order")
        standing.fall(connection)
        indexes = dropped() if connection.vendor == "sqlite" else []
        for first in range(0, self.annotations, AT_ONCE):
            places = range(first, min(first + AT_ONCE, self.annotations))
            openings = places[::EACH]
            copy(Thread, map(self._thread, openings))
            copy(Annotation, map(self._said, places))
            copy(Anchor, map(self._anchor, openings))
            copy(Placement, map(self._placement, openings))
            copy(Assignment, self._filed(places))
        TopicCount.objects.all().delete()
        with connection.cursor() as cursor:
            for statement in indexes:
                cursor.execute(statement)
            cursor.execute(standing.ALL_COUNTS)
            cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
        standing.stand(connection)
        connection.close()  # and with it what held for writing
        return self.people[0]

    def _people(self) -> list[Any]:
        from ncr.accounts.models import User

        made = [
            User(username=f"person-{number}", trust=User.Trust.MEMBER) for number in range(PEOPLE)
        ]
        return User.objects.bulk_create(made)

    def _audiences(self) -> list[Any]:
        """Of a hundred threads, to whom each is said."""
        from ncr.accounts.models import Audience, Membership, ReadingGroup

        group = ReadingGroup.objects.create(name="Tuesday", slug="tuesday")
        Membership.objects.create(group=group, person=self.people[0])
        said_to = Audience.objects.create(kind="group", group=group)
        everyone, members = Audience.objects.filter(pk__in=[1, 2]).order_by("pk")
        own = [Audience.only(person) for person in self.people[:8]]
        return [everyone] * 72 + [members] * 12 + [said_to] * 8 + own

    def _topics(self) -> None:
        from annotations.models import Topic, TopicName
        from annotations.models.topic import topic_key

        made = Topic.objects.bulk_create(
            [
                Topic(slug=f"topic-{number}", name=f"Topic {number}", accepted_at=BEGINNING)
                for number in range(TOPICS)
            ],
            batch_size=1_000,
        )
        for one in made[10 : 10 + NARROWER]:
            one.broader = made[0]
        Topic.objects.bulk_update(made[10 : 10 + NARROWER], ["broader"])
        TopicName.objects.bulk_create(
            [
                TopicName(topic=one, name=one.name, key=topic_key(one.name), is_alias=False)
                for one in made
            ],
            batch_size=1_000,
        )
        self.topics = [one.pk for one in made]

    def _articles(self) -> None:
        from articles.models import Article, Block, Revision

        made = Article.objects.bulk_create(
            [
                Article(
                    slug=f"text-{number}",
                    title=f"Text {number}",
                    published=f"{1990 + number % 35}-{1 + number % 12:02}-{1 + number % 28:02}",
                )
                for number in range(ARTICLES)
            ],
            batch_size=1_000,
        )
        revisions = Revision.objects.bulk_create(
            [
                Revision(
                    article=one, number=1, renderer=1, length=400, words=64, published_at=BEGINNING
                )
                for one in made
            ],
            batch_size=1_000,
        )
        for one, revision in zip(made, revisions, strict=True):
            one.current_revision = revision
        Article.objects.bulk_update(made, ["current_revision"], batch_size=500)
        self.articles, self.revisions = made, [one.pk for one in revisions]
        blocks = [Block(**self._block(number)) for number in range(ARTICLES * BLOCKS)]
        Block.objects.bulk_create(blocks, batch_size=1_000)

    def _block(self, number: int) -> dict[str, Any]:
        article, position = divmod(number, BLOCKS)
        text = TEXT.format(words=f"Topic {number}")
        return {
            "revision_id": self.revisions[article],
            "article_id": self.articles[article].pk,
            "key": f"b{position}",
            "position": position,
            "number": position + 1,
            "kind": "paragraph",
            "text": text,
            "html": text,
            "start": position * 100,
        }

    def _thread(self, place: int) -> dict[str, Any]:
        audience = self._audience(place)
        return {
            "id": place // EACH + 1,
            "uuid": UUID(int=place),
            "article_id": self._article(place).pk,
            "audience_id": audience.pk,
            "audience_kind": audience.kind,
            "number": place // EACH + 1,
            "readable_count": EACH,
            "opened_at": self._at(place),
            "active_at": self._at(place),
            "resolved_reason": "",
        }

    def _audience(self, place: int) -> Any:
        return self.audiences[place // EACH * 37 % len(self.audiences)]

    def _article(self, place: int) -> Any:
        return self.articles[place // EACH * 7 % ARTICLES]

    def _author(self, place: int) -> int:
        audience = self._audience(place)
        if audience.kind == "person":
            return int(audience.person_id)
        return int(self.people[place * 7 % PEOPLE].pk)

    def _said(self, place: int) -> dict[str, Any]:
        opening = place // EACH * EACH
        return {
            "id": place + 1,
            "uuid": UUID(int=place),
            "thread_id": place // EACH + 1,
            "parent_id": None if place == opening else opening + 1,
            "author_id": self._author(place),
            "kind": "comment",
            "body": f"Said at {place}.",
            "body_html": f"<p>Said at {place}.</p>",
            "renderer": 1,
            "version": 1,
            "moderation": self._state(place),
            "submission": UUID(int=place),
            "created_at": self._at(place),
        }

    def _state(self, place: int) -> str:
        return "hidden" if place % 100 == 13 else "published"

    def _anchor(self, place: int) -> dict[str, Any]:
        return {
            "id": place // EACH + 1,
            "annotation_id": place + 1,
            "thread_id": place // EACH + 1,
            "ordinal": 0,
            "role": "target",
            "revision_id": self.revisions[place // EACH * 7 % ARTICLES],
            "is_whole_block": False,
            "quote": "The inspectors",
            "prefix": "",
            "suffix": "",
            "start": self._position(place) * 100,
            "end": self._position(place) * 100 + 14,
        }

    def _placement(self, place: int) -> dict[str, Any]:
        key = f"b{self._position(place)}"
        return {
            "id": place // EACH + 1,
            "anchor_id": place // EACH + 1,
            "thread_id": place // EACH + 1,
            "from_revision_id": self.revisions[place // EACH * 7 % ARTICLES],
            "outcome": "unchanged",
            "review": "none",
            "start_key": key,
            "start_offset": 0,
            "end_key": key,
            "end_offset": 14,
        }

    def _position(self, place: int) -> int:
        return place // EACH // ARTICLES % BLOCKS

    def _filed(self, places: Iterable[int]) -> Iterator[dict[str, Any]]:
        for place in places:
            for topic in self._two_topics():
                yield {
                    "annotation_id": place + 1,
                    "topic_id": topic,
                    "by_id": self._author(place),
                    "at": self._at(place),
                    "article_id": self._article(place).pk,
                    "audience_id": self._audience(place).pk,
                    "thread_id": place // EACH + 1,
                    "dated": self._article(place).published,
                    "place": self._position(place) * 100,
                    "active_at": self._at(place),
                    "is_readable": self._state(place) == "published",
                }

    def _two_topics(self) -> set[int]:
        chosen: set[int] = set()
        while len(chosen) < EACH:
            chosen |= set(self.chance.choices(self.topics, cum_weights=self.weights))
        return chosen

    def _at(self, place: int) -> datetime:
        return BEGINNING + timedelta(days=3650 * place / self.annotations)


def dropped() -> list[str]:
    """Drops the indexes of what is written, for the time of writing; what makes them again."""
    from django.db import connection

    tables = ("thread", "annotation", "anchor", "placement", "assignment")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("PRAGMA cache_size=-400000")
        cursor.execute("SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'index'")
        found = [
            (name, sql)
            for name, sql, table in cursor.fetchall()
            if sql and table.removeprefix("annotations_") in tables
        ]
        for name, _sql in found:
            cursor.execute(f'DROP INDEX "{name}"')
    return [sql for _name, sql in found]


def asked(member: Any, times: int) -> dict[str, Any]:
    """Milliseconds and queries of the page, for nobody in particular and for a member."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    spent: dict[str, list[float]] = {}
    queries: dict[str, int] = {}
    for who in ("anonymous", "member"):
        client = Client(HTTP_HOST="localhost")
        if who == "member":
            client.force_login(member, "ncr.accounts.backends.MemberBackend")
        for _time in range(times):
            begin = time.perf_counter()
            answer = client.get(PAGE)
            spent.setdefault(who, []).append(1000 * (time.perf_counter() - begin))
            assert answer.content.count(b"passage-entry") == 20, answer.status_code
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE)
        queries[who] = len(captured)
    return {"spent": spent, "queries": queries}


def explain(member: Any) -> None:
    """Prints each statement of a member's page, how long it took, and how the slow ones go."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_HOST="localhost")
    client.force_login(member, "ncr.accounts.backends.MemberBackend")
    client.get(PAGE)
    with CaptureQueriesContext(connection) as captured:
        client.get(PAGE)
    how = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN (ANALYZE)"
    for query in captured:
        print(f"\n{query['time']} s: {query['sql'][:300]}")
        if query["sql"].startswith("SELECT") and float(query["time"]) > 0.002:
            with connection.cursor() as cursor:
                cursor.execute(f"{how} {query['sql'].replace('%', '%%')}")
                print(*cursor.fetchall(), sep="\n")


def judge(
    where: str,
    sizes: tuple[int, int],
    spent: list[dict[str, list[float]]],
    queries: list[dict[str, int]],
) -> bool:
    print(f"\n{where:<12} {f'{sizes[0]:,}, ms':>16} {f'{sizes[1]:,}, ms':>16} {'queries':>9}")
    met = []
    for who in spent[0]:
        few, many = median(spent[0][who]), median(spent[1][who])
        print(f"{who:<12} {few:>16,.1f} {many:>16,.1f} {queries[1][who]:>9}")
        met.append(goal(f"{where}, {who}, many to few", many / few, BOUND, most=True))
        more = queries[1][who] - queries[0][who]
        met.append(goal(f"{where}, {who}, queries more", more, 0, most=True))
    return all(met)


if __name__ == "__main__":
    main()
