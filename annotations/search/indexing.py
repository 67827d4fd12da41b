"""The words of everything that can be found, kept in step with the things themselves.

Verbs that change what somebody said call `index_new` or `index_changed` in their transaction: one
statement more for something new. What is saved as a row of its own (articles, topics, people) is
followed by Django's signals (following.py). `reindex` makes the index anew, and `differences` says
where it is not what it should be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import F, Max, QuerySet

from annotations.models import (
    Annotation,
    AnnotationWords,
    ArticleWords,
    BlockWords,
    PersonWords,
    Topic,
    TopicWords,
)
from annotations.models.words import Words
from annotations.search.analysing import plain_text, words_of
from annotations.search.engines import engine
from articles.models import Article, Block, Revision
from ncr.accounts.models import User

BATCH = 2_000


class Kind(NamedTuple):
    """A kind of thing that can be found: where its words are kept, and how they are made."""

    name: str
    words: type[Words]
    rows: Callable[[], QuerySet[Any]]  # the things that have words
    text: Callable[[Any], tuple[str, str]]  # of one of them: its text and language


def _annotations() -> QuerySet[Any, Any]:
    standing = Annotation.objects.filter(withdrawn_at=None).exclude(moderation="removed")
    return standing.exclude(body_html="").values_list(
        "pk", "body_html", "thread__article__language", named=True
    )


def _blocks() -> QuerySet[Any, Any]:
    return Block.objects.filter(revision=F("article__current_revision")).values_list(
        "pk", "text", "article__language", named=True
    )


def _article_text(one: Article) -> tuple[str, str]:
    head = (one.title, one.standfirst, one.byline, one.byline_note)
    return "\n".join(filter(None, head)), one.language


def _topic_text(one: Topic) -> tuple[str, str]:
    # Names have no language of their own: they are read as the site's
    names = [name.name for name in one.names.all()]
    aliases = sorted(name for name in names if name != one.name)
    return "\n".join([one.name, *aliases, one.description]), settings.LANGUAGE_CODE


def _person_text(one: User) -> tuple[str, str]:
    return "\n".join(filter(None, (one.username, one.display_name, one.about))), ""


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "articles",
            ArticleWords,
            lambda: Article.objects.exclude(current_revision=None),
            _article_text,
        ),
        Kind("blocks", BlockWords, _blocks, lambda one: (one.text, one.article__language)),
        Kind(
            "annotations",
            AnnotationWords,
            _annotations,
            lambda one: (plain_text(one.body_html), one.thread__article__language),
        ),
        Kind("topics", TopicWords, lambda: Topic.objects.prefetch_related("names"), _topic_text),
        Kind("people", PersonWords, lambda: User.objects.all(), _person_text),
    )
}


def words_found_by(body_html: str, language: str) -> str:
    """The words by which something said about a text in `language` is found."""
    return words_of(plain_text(body_html), language)


def index_new(annotation: Annotation, words: str) -> None:
    """Keeps the words of what was just said, which `words_found_by` made; one statement."""
    if words:
        engine().add(AnnotationWords, annotation.pk, words)


def index_changed(annotation: Annotation) -> None:
    """Keeps the words that it has now, or forgets them when nobody may read it any more."""
    _index(KINDS["annotations"], {annotation.pk})


class Ready(NamedTuple):
    """The words of a revision's blocks, made before it is published; by text, in one language."""

    language: str
    words: dict[str, str]

    @classmethod
    def of(cls, revision: Revision) -> Ready:
        language = revision.article.language
        texts = Block.objects.filter(revision=revision).values_list("text", flat=True)
        return cls(language, {text: words_of(text, language) for text in texts})

    def words_of(self, text: str, language: str) -> str:
        found = self.words.get(text) if language == self.language else None
        return words_of(text, language) if found is None else found


def index_article(article: Article, ready: Ready | None = None) -> None:
    """Keeps the words of an article: its head, and the blocks of its current revision.

    `ready` are words that need not be made again while others wait. What is said about the
    article follows in the background when its language changed.
    """
    _index(KINDS["articles"], {article.pk})
    blocks, made = KINDS["blocks"], ready.words_of if ready else words_of
    stale = BlockWords.objects.filter(block__article=article).values_list("pk", flat=True)
    should = _should(blocks, blocks.rows().filter(article=article), made)
    _keep(blocks.words, {**dict.fromkeys(stale, ""), **should})


def index_annotations(rows: QuerySet[Annotation]) -> None:
    """Keeps the words of many that were written in bulk, a batch at a time."""
    pks = list(rows.order_by("pk").values_list("pk", flat=True))
    for begin in range(0, len(pks), BATCH):
        _index(KINDS["annotations"], set(pks[begin : begin + BATCH]))


def index_topics(pks: Iterable[int]) -> None:
    _index(KINDS["topics"], set(pks))


def index_people(pks: Iterable[int]) -> None:
    _index(KINDS["people"], set(pks))


def purge() -> None:
    """Takes words that were dropped out of the index's own pages; call it after erasing.

    On SQLite it merges all lists of the index, in time that grows with it.
    """
    engine().purge()


def reindex(told: Callable[[str, int, int], None] = lambda *_: None) -> None:
    """Makes the whole index anew, a batch and a transaction at a time; the site may run meanwhile.

    `told` hears of each batch: the kind, up to which id, and the last id.
    """
    for kind in KINDS.values():
        for first, last, end in _ranges(kind):
            with transaction.atomic():
                _keep(kind.words, _of_range(kind, first, last))
            told(kind.name, last, end)
    purge()


def differences() -> Iterator[str]:
    """What in the index is not as it should be: a line for each thing."""
    for kind in KINDS.values():
        for first, last, _end in _ranges(kind):
            yield from (f"{kind.name} {pk}" for pk in _wrong(kind, first, last))


def is_filled() -> bool:
    """Whether no kind of thing is there without any words at all."""
    return all(
        kind.words._default_manager.exists() or not kind.rows().exists() for kind in KINDS.values()
    )


def _ranges(kind: Kind) -> Iterator[tuple[int, int, int]]:
    """Ranges of ids, first and last, up to the greatest that either side has."""
    ends = [
        rows.aggregate(last=Max("pk"))["last"] or 0
        for rows in (kind.rows().model._default_manager, kind.words._default_manager)
    ]
    for first in range(1, max(ends) + 1, BATCH):
        yield first, first + BATCH - 1, max(ends)


def _wrong(kind: Kind, first: int, last: int) -> list[int]:
    """The ids of a range of which other words are kept than should be."""
    kept = engine().kept(kind.words, first, last)
    should = _of_range(kind, first, last)
    return [
        pk for pk, words in sorted(should.items()) if kept.get(pk, "") != engine().as_kept(words)
    ]


def _of_range(kind: Kind, first: int, last: int) -> dict[int, str]:
    """The words that should be kept of a range of ids; none of those that have words in vain."""
    stray = kind.words._default_manager.filter(pk__gte=first, pk__lte=last)
    should = _should(kind, kind.rows().filter(pk__range=(first, last)))
    return {**dict.fromkeys(stray.values_list("pk", flat=True), ""), **should}


def _should(
    kind: Kind, rows: QuerySet[Any], made: Callable[[str, str], str] = words_of
) -> dict[int, str]:
    return {one.pk: made(*kind.text(one)) for one in rows}


def _index(kind: Kind, pks: set[int]) -> None:
    should = _should(kind, kind.rows().filter(pk__in=pks))
    _keep(kind.words, {pk: should.get(pk, "") for pk in pks})


def _keep(words: type[Words], of: dict[int, str]) -> None:
    """Keeps what has words, and forgets what has none."""
    engine().put(words, [(pk, one) for pk, one in of.items() if one])
    if empty := [pk for pk, one in of.items() if not one]:
        engine().drop(words, empty)
