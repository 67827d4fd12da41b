"""A library's worth of annotations, written in bulk, with words as uneven as those of a language.

Imported where Django is not yet set up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate, count
from random import Random
from typing import Any
from uuid import UUID

WORDS = 50_000
ARTICLES = 40
PEOPLE = 500
LENGTH = (8, 70)  # words of an annotation
IN_THREAD = 5
AT_ONCE = 20_000
BEGINNING = datetime(2016, 1, 1, tzinfo=UTC)


def vocabulary(chance: Random) -> list[str]:
    """Invented words, the most frequent first."""
    syllables = [first + second for first in "bdfgklmnprstvz" for second in "aeiou"]
    made: dict[str, None] = {}
    while len(made) < WORDS:
        made[
            "".join(chance.choices(syllables, k=chance.randint(1, 4))) + chance.choice("nrslt")
        ] = None
    return sorted(made, key=lambda word: (len(word), word))


INDEX = "annotations_annotationwords_words"
FASTER = ["SET session_replication_role = replica", f"DROP INDEX {INDEX}"]
AS_BEFORE = [
    f"CREATE INDEX {INDEX} ON annotations_annotationwords USING gin (words)"
    " WITH (fastupdate = off)",
    "SET session_replication_role = origin",
    "VACUUM ANALYZE",
]


class Seeding:
    """Writes rows in bulk; ids are given beforehand and grow with time."""

    def __init__(self, words: Sequence[str], annotations: int) -> None:
        from annotations.samples.seeding import members, seed_discussion
        from annotations.search.analysing import words_of

        self.chance = Random(annotations)
        self.words = words
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
        self.stems = {word: words_of(word, "en") for word in words}
        self.annotations = annotations
        self.articles = [seed_discussion(f"text-{number}", 0) for number in range(ARTICLES)]
        self.people = members()[:PEOPLE]
        self.audiences = self.made_audiences()
        self.topics = self.made_topics()

    def made_audiences(self) -> list[tuple[Any, int]]:
        """Audiences, with how many of a hundred threads are said to them."""
        from ncr.accounts.models import Audience, Membership, ReadingGroup

        group = ReadingGroup.objects.create(name="Tuesday", slug="tuesday")
        for person in self.people[:50]:
            Membership.objects.create(group=group, person=person)
        said_to = Audience.objects.create(kind="group", group=group)
        everyone, members = Audience.objects.filter(pk__in=[1, 2]).order_by("pk")
        own = [(Audience.only(person), 1) for person in self.people[:4]]
        return [(everyone, 76), (members, 12), (said_to, 8), *own]

    def made_topics(self) -> list[Any]:
        from annotations.topics.filing import propose

        return [propose(f"Topic {number}", by=None) for number in range(50)]

    def write(self) -> None:
        from django.db import connection

        from annotations.models import (
            Anchor,
            Annotation,
            AnnotationWords,
            Assignment,
            Placement,
            Thread,
        )

        self.said_words: list[tuple[Any, ...]] = []
        is_postgres = connection.vendor == "postgresql"
        with connection.cursor() as cursor:
            for statement in FASTER if is_postgres else ():
                cursor.execute(statement)
        begin = count(0)
        while (first := next(begin) * AT_ONCE) < self.annotations:
            places = range(first, min(first + AT_ONCE, self.annotations))
            openings = [place for place in places if place % IN_THREAD == 0]
            copy(Thread, map(self.thread, openings))
            copy(Annotation, map(self.said, places))
            copy(AnnotationWords, self.said_words)
            self.said_words = []
            copy(Anchor, map(self.anchor, openings))
            copy(Placement, map(self.placement, openings))
            copy(Assignment, map(self.filed, openings[::20]))
        with connection.cursor() as cursor:
            for statement in AS_BEFORE if is_postgres else ["ANALYZE"]:
                cursor.execute(statement)

    def thread(self, place: int) -> dict[str, Any]:
        number = place // IN_THREAD
        audience = self.audience(number)
        at = self.at(place)
        return {
            "id": number + 1,
            "uuid": self.uuid(),
            "article_id": self.articles[number % ARTICLES].pk,
            "audience_id": audience.pk,
            "audience_kind": audience.kind,
            "number": number + 1,
            "readable_count": IN_THREAD,
            "opened_at": at,
            "active_at": at,
            "resolved_reason": "",
        }

    def audience(self, number: int) -> Any:
        rest = number * 37 % 100
        for audience, share in self.audiences:
            rest -= share
            if rest < 0:
                return audience
        raise AssertionError("the shares are less than a hundred")

    def said(self, place: int) -> dict[str, Any]:
        words = self.chance.choices(
            self.words, cum_weights=self.weights, k=self.chance.randint(*LENGTH)
        )
        body = " ".join(words)
        state = "hidden" if place % 100 == 13 else "published"
        withdrawn = self.at(place) if place % 200 == 44 else None
        if withdrawn is None:
            kept = " ".join(map(self.stems.__getitem__, words))
            self.said_words.append((place + 1, kept))
        return {
            "id": place + 1,
            "uuid": self.uuid(),
            "thread_id": place // IN_THREAD + 1,
            "parent_id": None if place % IN_THREAD == 0 else place // IN_THREAD * IN_THREAD + 1,
            "author_id": self.author(place),
            "kind": "comment",
            "body": body,
            "body_html": f"<p>{body}</p>",
            "renderer": 1,
            "version": 1,
            "moderation": state,
            "moderation_reason": "",
            "submission": self.uuid(),
            "withdrawn_at": withdrawn,
            "created_at": self.at(place),
        }

    def author(self, place: int) -> int:
        audience = self.audience(place // IN_THREAD)
        if audience.kind == "person":
            return int(audience.person_id)
        return int(self.people[place * 7 % (50 if audience.kind == "group" else PEOPLE)].pk)

    def anchor(self, place: int) -> dict[str, Any]:
        block = self.block(place)
        return {
            "id": place // IN_THREAD + 1,
            "annotation_id": place + 1,
            "thread_id": place // IN_THREAD + 1,
            "ordinal": 0,
            "role": "target",
            "revision_id": block.revision_id,
            "is_whole_block": False,
            "quote": block.text[:40],
            "prefix": "",
            "suffix": "",
            "start": block.start,
            "end": block.start + 40,
        }

    def placement(self, place: int) -> dict[str, Any]:
        block = self.block(place)
        return {
            "id": place // IN_THREAD + 1,
            "anchor_id": place // IN_THREAD + 1,
            "thread_id": place // IN_THREAD + 1,
            "from_revision_id": block.revision_id,
            "outcome": "unchanged",
            "review": "none",
            "start_key": block.key,
            "start_offset": 0,
            "end_key": block.key,
            "end_offset": 40,
        }

    def block(self, place: int) -> Any:
        if not hasattr(self, "blocks"):
            from articles.models import Block

            self.blocks = [
                list(Block.objects.filter(revision=article.standing, kind="paragraph"))
                for article in self.articles
            ]
        blocks = self.blocks[place // IN_THREAD % ARTICLES]
        return blocks[place % len(blocks)]

    def filed(self, place: int) -> dict[str, Any]:
        return {
            "id": place // IN_THREAD + 1,
            "annotation_id": place + 1,
            "topic_id": self.topics[place // 100 % len(self.topics)].pk,
            "by_id": self.author(place),
            "at": self.at(place),
        }

    def at(self, place: int) -> datetime:
        return BEGINNING + timedelta(days=3650 * place / self.annotations)

    def uuid(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128), version=4)


def _usual(model: Any, row: dict[str, Any]) -> dict[str, Any]:
    """What a row leaves out and its table wants: the defaults are Django's, not the database's."""
    return {
        field.attname: field.get_default()
        for field in model._meta.concrete_fields
        if not (field.primary_key or field.null or field.attname in row)
    }


def copy(model: Any, rows: Iterable[Any]) -> None:
    """Rows into a table: by COPY on PostgreSQL, by one prepared INSERT on SQLite."""
    from django.db import connection

    from annotations.search.engines import tsvector

    listed = list(rows)
    if not listed:
        return
    if isinstance(listed[0], dict):
        usual = _usual(model, listed[0])
        listed = [{**row, **usual} for row in listed]
        fields = [model._meta.get_field(name.removesuffix("_id")) for name in listed[0]]
        columns = [field.column for field in fields]
        if connection.vendor == "sqlite":
            values = [
                [
                    field.get_db_prep_save(value, connection)
                    for field, value in zip(fields, row.values(), strict=True)
                ]
                for row in listed
            ]
        else:
            values = [list(row.values()) for row in listed]
    else:
        columns = ["rowid", "words"]
        keep: Callable[[str], str] = tsvector if connection.vendor == "postgresql" else str
        values = [[pk, keep(words)] for pk, words in listed]
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {model._meta.db_table} ({names}) FROM STDIN") as target:
                for row in values:
                    target.write_row(row)
        else:
            signs = ", ".join(["%s"] * len(columns))
            cursor.executemany(
                f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({signs})", values
            )
