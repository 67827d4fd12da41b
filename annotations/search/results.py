"""What was found, with its context, as pages and JSON show it: fetched through the gate again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote as url_quote
from uuid import UUID

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils.safestring import SafeString

from annotations.models import Annotation, Topic
from annotations.reading.passed import Passed, passages_of
from annotations.search.analysing import plain_text
from annotations.search.asking import Question
from annotations.search.finding import ON_A_PAGE, Filters, found, heads
from annotations.search.showing import marked, snippet
from annotations.visibility import Reader, people_visible_to, stand_in
from articles.models import Article, Block
from ncr.accounts.models import PREFIXES
from ncr.statements import Compiled

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User


@dataclass
class Hit:
    """One thing that was found; what it has none of is empty."""

    kind: str  # article, text, note, topic or person
    url: str
    title: str  # of the article, the topic, the person
    title_html: SafeString | str = ""  # with its words marked, where those were looked for
    snippet: SafeString | str = ""
    slug: str = ""  # of the article
    language: str = ""
    direction: str = "auto"
    number: int | None = None  # of its paragraph
    passage_url: str = ""
    label: str = ""  # of its thread
    author: str = ""  # the name shown
    username: str = ""
    at: datetime | None = None
    is_reply: bool = False
    is_kept_back: bool = False  # hidden or pending, and shown to this reader all the same
    audience: str = ""  # its kind, when it is not everyone
    note: str = ""


@dataclass
class Results:
    """A page of one kind of things."""

    hits: list[Hit]
    after: str = ""
    is_capped: bool = False
    heads: list[Hit] = field(default_factory=list)


def results(
    kind: str,
    user: User | AnonymousUser,
    question: Question,
    filters: Filters,
    *,
    order: str = "best",
    after: str = "",
    most: int = ON_A_PAGE,
) -> Results:
    """A page of what answers. On the first page of texts, articles by their titles come before.

    Statements: one to three to find, and three more for notes, one for all else; articles by
    their titles are found and fetched by two to four.
    """
    page = found(kind, user, question, filters, order=order, after=after, most=most)
    hits = _SHOWN[kind](page.pks, user, question)
    above: list[Hit] = []
    if kind == "text" and not after and not filters.article:
        above = _article_hits(heads(user, question), user, question)
    return Results(hits, page.after, page.is_capped, above)


def _note_hits(pks: Sequence[int], user: Any, question: Question) -> list[Hit]:
    reader = Reader.of(user)
    rows = [_Note(*row) for row in _notes.rows(reader.kind, ids=pks, **reader.values)]
    passages = passages_of([row.thread for row in rows])
    keys = {passage.start_key for passage in passages.values() if passage.start_key}
    numbers = _numbers({row.revision for row in rows}, keys)
    return [
        _note_hit(row, passages.get(row.thread), numbers, question) for row in _in_order(rows, pks)
    ]


class _Note(NamedTuple):
    """A note that passed the gate, with what is shown around it."""

    pk: int
    uuid: UUID
    parent: int | None
    html: str
    state: str
    at: datetime
    author: int | None
    username: str | None
    display_name: str | None
    thread: int
    number: int
    audience: str
    revision: int
    slug: str
    title: str
    language: str


def _notes_query(kind: str, *, ids: Sequence[int], **values: Any) -> QuerySet[Annotation, Any]:
    seen: QuerySet[Annotation, Any] = Annotation.objects.visible_to(stand_in(kind, **values))
    return seen.filter(pk__in=ids).values_list(
        "pk",
        "uuid",
        "parent_id",
        "body_html",
        "moderation",
        "created_at",
        "author_id",
        "author__username",
        "author__display_name",
        "thread_id",
        "thread__number",
        "thread__audience_kind",
        "thread__article__current_revision_id",
        "thread__article__slug",
        "thread__article__title",
        "thread__article__language",
    )


_notes: Compiled[Any] = Compiled(_notes_query)


def _numbers(revisions: set[int], keys: set[str]) -> dict[tuple[int, str], int]:
    """¶ numbers by revision and key of the blocks in which these passages begin; one query."""
    blocks = Block.objects.filter(revision__in=revisions, key__in=keys, number__isnull=False)
    return {
        (revision, key): number
        for revision, key, number in blocks.values_list("revision_id", "key", "number")
        if number is not None
    }


def _note_hit(
    row: _Note, passage: Passed | None, numbers: dict[tuple[int, str], int], question: Question
) -> Hit:
    key = passage.start_key if passage else ""
    return Hit(
        kind="note",
        url=f"/annotations/{row.uuid}/",
        title=row.title,
        snippet=snippet(" ".join(plain_text(row.html).split()), row.language, question),
        slug=row.slug,
        language=row.language,
        number=numbers.get((row.revision, key)),
        passage_url=f"/articles/{url_quote(row.slug)}/p/{key}/" if key else "",
        label=f"{PREFIXES[row.audience]}{row.number}",
        author=row.display_name or row.username or "",
        username=row.username or "",
        at=row.at,
        is_reply=row.parent is not None,
        is_kept_back=row.state != Annotation.Moderation.PUBLISHED,
        audience="" if row.audience == "everyone" else row.audience,
    )


def _text_hits(pks: Sequence[int], user: Any, question: Question) -> list[Hit]:
    rows = Block.objects.filter(
        article__in=Article.objects.visible_to(user),
        revision=F("article__current_revision"),
        pk__in=pks,
    ).select_related("article")
    return [
        Hit(
            kind="text",
            url=f"/articles/{url_quote(row.article.slug)}/p/{row.key}/",
            title=row.article.title,
            snippet=snippet(" ".join(row.text.split()), row.article.language, question),
            slug=row.article.slug,
            language=row.article.language,
            direction=row.article.direction,
            number=row.number,
        )
        for row in _in_order(rows, pks)
    ]


def _article_hits(pks: Sequence[int], user: Any, question: Question) -> list[Hit]:
    rows = Article.objects.visible_to(user).filter(pk__in=pks)
    return [
        Hit(
            kind="article",
            url=row.get_absolute_url(),
            title=row.title,
            title_html=marked(row.title, row.language, question),
            snippet=snippet(
                " ".join(filter(None, (row.standfirst, row.byline))), row.language, question
            ),
            slug=row.slug,
            language=row.language,
            direction=row.direction,
        )
        for row in _in_order(rows, pks)
    ]


def _topic_hits(pks: Sequence[int], user: Any, question: Question) -> list[Hit]:
    rows = Topic.objects.visible_to(user).filter(pk__in=pks).prefetch_related("names")
    return [
        Hit(
            kind="topic",
            url=row.get_absolute_url(),
            title=row.name,
            title_html=marked(row.name, settings.LANGUAGE_CODE, question),
            snippet=snippet(" ".join(row.description.split()), settings.LANGUAGE_CODE, question),
            note="; ".join(sorted(one.name for one in row.names.all() if one.name != row.name)),
            is_kept_back=row.accepted_at is None,
        )
        for row in _in_order(rows, pks)
    ]


def _person_hits(pks: Sequence[int], user: Any, question: Question) -> list[Hit]:
    begun = question.begun()
    return [
        Hit(
            kind="person",
            url=row.get_absolute_url(),
            title=str(row),
            title_html=marked(str(row), "", begun),
            snippet=snippet(row.about, "", begun),
            note=f"@{row.username}",
        )
        for row in _in_order(people_visible_to(user).filter(pk__in=pks), pks)
    ]


_SHOWN = {"text": _text_hits, "notes": _note_hits, "topics": _topic_hits, "people": _person_hits}


def _in_order(rows: Any, pks: Sequence[int]) -> list[Any]:
    place = {pk: number for number, pk in enumerate(pks)}
    return sorted(rows, key=lambda row: place[row.pk])
