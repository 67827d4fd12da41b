"""A concordance: every mention of a topic's names in its passages' paragraphs, keyword in context.

What a mention is, the matcher says that suggestions are made by. Bounded: the paragraphs of the
newest passages are looked through, by one pass over each whatever the number of names. Lines are
aligned on the keyword; sorted by what stands before it they go from the keyword outwards, from
right to left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from annotations.models import Placement, TopicName
from annotations.topics.dossier.walking import walk
from annotations.topics.matching import Matcher, Wording
from articles.models import Article, Block

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from annotations.topics.dossier.heading import Heading
    from ncr.accounts.models import User

MOST_PASSAGES = 400
MOST_LINES = 1_000
ON_A_PAGE = 50
AROUND = 50  # characters on either side, whole words
SORTS = ("before", "after", "where")


@dataclass(frozen=True, slots=True)
class Line:
    """A mention with the words around it."""

    before: str
    keyword: str
    after: str
    block: Block
    article: Article

    @property
    def words_before(self) -> list[str]:
        """From the keyword outwards."""
        return self.before.casefold().split()[::-1]

    @property
    def words_after(self) -> list[str]:
        return [*self.keyword.casefold().split(), *self.after.casefold().split()]


@dataclass(slots=True)
class Concordance:
    """A page of lines, and how many there are."""

    lines: list[Line]
    total: int
    page: int
    is_capped: bool  # whether older passages, or further mentions, were not looked at

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // ON_A_PAGE))


def concordance(
    heading: Heading,
    user: User | AnonymousUser,
    *,
    sort: str = "after",
    page: int = 1,
    article: Article | None = None,
) -> Concordance:
    """A page of fifty lines; five queries."""
    walked = walk(heading.topics, user, "newest", most=MOST_PASSAGES, article=article)
    mentions = _mentions(_blocks(walked.pks, user), _names(heading))
    lines = list(islice(mentions, MOST_LINES + 1))
    is_capped = bool(walked.after) or len(lines) > MOST_LINES
    lines = lines[:MOST_LINES]
    if sort != "where":
        lines.sort(key=_by_before if sort == "before" else _by_after)
    last = max(1, -(-len(lines) // ON_A_PAGE))
    page = min(max(page, 1), last)
    shown = lines[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    return Concordance(shown, len(lines), page, is_capped)


def _by_before(line: Line) -> tuple[list[str], list[str]]:
    return line.words_before, line.words_after


def _by_after(line: Line) -> tuple[list[str], list[str]]:
    return line.words_after, line.words_before


def _names(heading: Heading) -> Matcher:
    """What finds the names of the topic; one query."""
    names = TopicName.objects.filter(topic=heading.topic)
    rows = names.order_by("pk").values_list("name", "language")
    return Matcher([Wording(heading.topic.pk, name, language) for name, language in rows])


def _blocks(pks: Sequence[int], user: User | AnonymousUser) -> list[tuple[Article, Block]]:
    """The paragraphs in which these passages begin, newest articles first; three queries."""
    placed = Placement.objects.current().of_openings().exclude(start_key="")
    rows = placed.filter(thread__annotations__in=pks)
    places = set(rows.values_list("thread__article_id", "start_key"))
    articles = Article.objects.visible_to(user).in_bulk({pk for pk, _key in places})
    blocks = Block.objects.filter(
        revision_id__in=[one.standing_pk for one in articles.values()],
        key__in={key for _pk, key in places},
    ).defer("html", "attrs")
    found = [
        (articles[one.article_id], one) for one in blocks if (one.article_id, one.key) in places
    ]
    found.sort(key=lambda each: each[1].position)
    return sorted(found, key=lambda each: (each[0].published, each[0].pk), reverse=True)


def _mentions(blocks: Iterable[tuple[Article, Block]], names: Matcher) -> Iterator[Line]:
    for article, block in blocks:
        for found in names.mentions(block.text, article.language):
            before, after = block.text[: found.start], block.text[found.end :]
            keyword = block.text[found.start : found.end]
            yield Line(_ending(before), keyword, _beginning(after), block, article)


def _ending(text: str) -> str:
    """The last whole words of a text."""
    if len(text) <= AROUND:
        return text
    cut = text[-AROUND:]
    return f"…{cut[cut.find(' ') :] if ' ' in cut.strip() else cut}"


def _beginning(text: str) -> str:
    if len(text) <= AROUND:
        return text
    cut = text[:AROUND]
    return f"{cut[: cut.rfind(' ') + 1] if ' ' in cut.strip() else cut}…"
