"""The passages of a topic and its narrower ones, in an order that an index keeps.

Of each topic the first few are taken by a walk along its index, the gate asked of each row that is
come to, and what the walks bring is merged: so a page costs the same however much is filed. Beyond
a cursor there are several ranges of an index to walk (rows alike in the first keys and beyond in
the next), each without a row that is passed over. All of it is one statement, in which UNION leaves
an annotation that several topics bring once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection
from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet, Value

from annotations.models import Annotation, Assignment
from annotations.reading.paging import read_cursor, write_cursor
from articles.models import Article

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

DATED = 10  # characters of an article's date that an assignment repeats
STAND_IN = 4_000_000_000_000_000_001  # for a topic: no row has it


class Order(NamedTuple):
    """The columns that rows go by, those of an index, and how that is said in SQL."""

    keys: tuple[str, ...]
    sql: str
    parts: tuple[Q, ...] = (Q(),)  # walked one after the other


NEWEST = Order(
    ("-dated", "-article_id", "place", "annotation_id"),
    "dated DESC, article_id DESC, place, annotation_id",
)
OLDEST = Order(
    ("dated", "article_id", "place", "annotation_id"),
    "dated = '', dated, article_id, place, annotation_id",
    (Q(dated__gt=""), Q(dated="")),  # undated ones last
)
ACTIVE = Order(("-active_at", "-annotation_id"), "active_at DESC, annotation_id DESC")
IN_TEXT = Order(("place", "annotation_id"), "turn, place, annotation_id")
BY_TITLE = "title"
WALKS = {"newest": NEWEST, "oldest": OLDEST, "active": ACTIVE}
ORDERS = (*WALKS, BY_TITLE)


class Walked(NamedTuple):
    """Ids of annotations in their order, each once, and the cursor of the next page."""

    pks: list[int]
    after: str = ""


def walk(
    topics: Sequence[int],
    user: User | AnonymousUser,
    order: str,
    *,
    after: str = "",
    most: int,
    article: Article | None = None,
) -> Walked:
    """A page of what the reader may read under these topics; one statement, two by title.

    `article`, which the reader may see, alone where it is given.
    """
    if order == BY_TITLE:
        return _by_title(topics, user, after, most, [article] if article else None)
    how, salt = WALKS[order], f"topic.{order}"
    rows = _gated(user).filter(topic_id=STAND_IN)
    if article is not None:
        rows = rows.filter(_stands_in(article))
    parts = _beyond(how, read_cursor(after, salt))
    found = _merged(
        for_each(topics, [_first(rows.filter(part), how.keys, most) for part in parts]), how, most
    )
    cursor = write_cursor(list(found[most - 1]), salt) if len(found) > most else ""
    return Walked([row[-1] for row in found[:most]], cursor)


def in_article(
    topics: Sequence[int], user: User | AnonymousUser, article: Article, most: int
) -> Walked:
    """The first of an article in the order of its text; one statement."""
    return _by_title(topics, user, "", most, [article])


def recent(
    topics: Sequence[int], user: User, since: Sequence[datetime | None], most: int
) -> dict[int, int]:
    """How many passages of each topic have something new since a moment of its own, up to `most`.

    New is what others wrote, as far as the reader may read it. None of a topic without a moment.
    One statement.
    """
    said = Annotation.objects.visible_to(user).filter(thread_id=OuterRef("thread_id"))
    walks = []
    for topic, moment in zip(topics, since, strict=True):
        if moment is None:
            continue
        new = said.filter(created_at__gt=moment).exclude(author_id=user.pk)
        rows = _gated(user).filter(Exists(new), topic_id=topic, active_at__gt=moment)
        walks.append(rows.order_by(*ACTIVE.keys).values("topic_id", "annotation_id")[:most])
    counted: dict[int, int] = {}
    for topic, _pk in merged_rows(map(_compiled, walks)):
        counted[topic] = counted.get(topic, 0) + 1
    return counted


def _gated(user: User | AnonymousUser) -> QuerySet[Assignment]:
    """Assignments of what the reader may read; the gate is asked of each row, and not joined."""
    seen = Annotation.objects.visible_to(user).filter(pk=OuterRef("annotation_id"))
    return Assignment.objects.filter(Exists(seen))


def _stands_in(article: Article) -> Q:
    """With its date, so that the index is entered where the article stands."""
    return Q(dated=article.published[:DATED], article_id=article.pk)


def _first(rows: QuerySet[Any], keys: Sequence[str], most: int) -> QuerySet[Any, Any]:
    columns = [key.lstrip("-") for key in keys]
    first: QuerySet[Any, Any] = rows.order_by(*keys).values(*columns)[: most + 1]
    return first


def _beyond(how: Order, cursor: Sequence[Any] | None) -> list[Q]:
    """The ranges of the index that are left; without a cursor all of it."""
    if cursor is None:
        return list(how.parts)
    # What has no date is a part of its own, and beyond any date
    past = how.parts[1:] if cursor[0] else ()
    return [*_ranges(how.keys, cursor), *past]


def _ranges(keys: Sequence[str], cursor: Sequence[Any]) -> list[Q]:
    """Of each key the rows that are alike in the keys before it, and beyond in this one."""
    ranges, alike = [], Q()
    for key, value in zip(keys, cursor, strict=True):
        name, sense = key.lstrip("-"), "lt" if key.startswith("-") else "gt"
        if not (key == "dated" and value == ""):
            ranges.append(alike & Q(**{f"{name}__{sense}": value}))
        alike &= Q(**{name: value})
    return ranges


def _by_title(
    topics: Sequence[int],
    user: User | AnonymousUser,
    after: str,
    most: int,
    articles: Sequence[Article] | None = None,
) -> Walked:
    """By the titles of the articles, and in each in the order of its text."""
    salt = f"topic.{BY_TITLE}"
    cursor = read_cursor(after, salt)
    listed = articles or _articles(topics, user, cursor, most)
    walks: list[QuerySet[Any, Any]] = []
    for turn, one in enumerate(listed):
        rows = _gated(user).filter(_stands_in(one), topic_id__in=list(topics))
        turned = rows.annotate(turn=Value(turn, IntegerField()))
        parts = _ranges(IN_TEXT.keys, cursor[2:]) if cursor and cursor[1] == one.pk else [Q()]
        for part in parts:
            ordered = turned.filter(part).order_by(*IN_TEXT.keys)
            walks.append(ordered.values("turn", *IN_TEXT.keys).distinct()[: most + 1])
    found = _merged(map(_compiled, walks), IN_TEXT, most)
    if len(found) <= most:
        return Walked([row[-1] for row in found])
    turn, *place = found[most - 1]
    last = listed[turn]
    return Walked(
        [row[-1] for row in found[:most]], write_cursor([last.title, last.pk, *place], salt)
    )


def _articles(
    topics: Sequence[int], user: User | AnonymousUser, cursor: Sequence[Any] | None, most: int
) -> list[Article]:
    """The next articles by title in which something is filed, enough for a page; one query."""
    filed = _gated(user).filter(article_id=OuterRef("pk"), topic_id__in=list(topics))
    found = Article.objects.visible_to(user).filter(Exists(filed))
    if cursor is not None:
        title, pk = cursor[:2]
        found = found.filter(Q(title__gt=title) | Q(title=title, pk__gte=pk))
    return list(found.order_by("title", "pk")[: most + 1])


Compiled = tuple[str, list[Any]]


def for_each(topics: Sequence[int], walks: Sequence[QuerySet[Any, Any]]) -> Iterator[Compiled]:
    """The SQL of each walk for each topic; each is compiled once."""
    for sql, given in map(_compiled, walks):
        for topic in topics:
            yield sql, [topic if value == STAND_IN else value for value in given]


def _compiled(rows: QuerySet[Any, Any]) -> Compiled:
    sql, given = rows.query.get_compiler(using=rows.db).as_sql()
    return sql, list(given)


def _merged(walks: Iterable[Compiled], how: Order, most: int) -> list[Any]:
    """The first rows of all walks together, each once, and one more than a page has."""
    return merged_rows(walks, f" ORDER BY {how.sql} LIMIT {most + 1}")


def merged_rows(walks: Iterable[Compiled], ending: str = "") -> list[Any]:
    """What the walks bring together, each row once; no statement where there is no walk."""
    listed = list(walks)
    if not listed:
        return []
    # Our own SQL, compiled by Django; what anybody sent is among its parameters
    union = " UNION ".join(
        f"SELECT * FROM ({sql}) AS walk{place}"  # noqa: S608
        for place, (sql, _given) in enumerate(listed)
    )
    params = [value for _sql, given in listed for value in given]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({union}) AS merged{ending}", params)  # noqa: S608
        return [list(map(_aware, row)) for row in cursor.fetchall()]


def _aware(value: Any) -> Any:
    """A moment with its zone: SQLite keeps moments in UTC, without saying so."""
    is_naive = isinstance(value, datetime) and value.tzinfo is None
    return value.replace(tzinfo=UTC) if is_naive else value
