"""What the page of an article shows: made once for all, with each reader's own laid over it."""

from __future__ import annotations

import json
from collections import Counter as Tally
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import QuerySet
from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from annotations.models import Thread
from annotations.reading.cards import cards_beside, cards_html
from annotations.reading.conversations import conversations
from annotations.reading.filed import NOTHING, Filed, filed_in
from annotations.reading.linked import MOST, Pointer, counts_by_block, links_to
from annotations.reading.modules import modules_for
from annotations.reading.stored import place_of
from annotations.reading.text import (
    DENSE,
    PassageRow,
    TextBlock,
    blocks_of,
    figures_by_block,
    marks_by_block,
    passage_rows,
    text_html,
)
from annotations.visibility import ALL_MEMBERS, stand_in
from articles.models import Article, Revision
from articles.pacing import minutes_for
from ncr.accounts.models import Audience

if TYPE_CHECKING:
    from ncr.accounts.models import User

FIRST_CARDS = 40
CARDS_OF_ONE_BLOCK = 20
CROWD = 6  # notes that stand beside one block; of more than these only the first three do
OF_A_CROWD = 3
MOST_TOPICS = 12
TOPICS_OF_A_SECTION = 3
LOST = ""  # in place of a block's key: what stands nowhere in the text

# The last column changes when what all its readers may read of links to the article does: with
# each that comes or goes, and with the articles that they come from
PAGE_SQL = """
SELECT a.id, a.audience_id, a.current_revision_id, COALESCE(c.events, 0), a.changed_at, (
    SELECT COUNT(*) || '.' || COALESCE(SUM(l.id), 0) || '.' || SUM(o.current_revision_id)
        || '.' || MAX(o.changed_at)
    FROM annotations_passagelink l
    JOIN annotations_annotation n ON n.id = l.annotation_id
        AND n.moderation = 'published' AND n.withdrawn_at IS NULL
    JOIN annotations_thread t ON t.id = n.thread_id
    JOIN articles_article o ON o.id = t.article_id AND o.current_revision_id IS NOT NULL
    WHERE l.article_id = a.id AND (
        (t.audience_id = %(everyone)s AND o.audience_id = %(everyone)s)
        OR (a.audience_id <> %(everyone)s
            AND t.audience_id IN (%(everyone)s, %(members)s, a.audience_id)
            AND o.audience_id IN (%(everyone)s, %(members)s, a.audience_id))
    )
)
FROM articles_article a
LEFT JOIN annotations_counter c ON c.article_id = a.id AND c.audience_id = a.audience_id
WHERE a.slug = %(slug)s AND a.current_revision_id IS NOT NULL
"""


class PageHead(NamedTuple):
    """What a stored page is found by: it changes when anything on the page does."""

    article: int
    audience: int
    revision: int
    events: int
    changed_at: object
    links: str | None  # None where there is none

    @property
    def place(self) -> str:
        return place_of(self.article, get_language())

    @property
    def key(self) -> str:
        parts = (self.article, self.audience, self.revision, self.events, self.changed_at)
        return ".".join(str(part) for part in (*parts, self.links, get_language()))


def page_head(slug: str) -> PageHead | None:
    """All that a stored page needs to be found.

    One query, written out because every reading of every page asks it.
    """
    with connection.cursor() as cursor:
        wide = {"everyone": int(Audience.EVERYONE), "members": int(Audience.MEMBERS)}
        cursor.execute(PAGE_SQL, {"slug": slug, **wide})
        row = cursor.fetchone()
    return PageHead(*row) if row else None


def page_html(article_id: int, *, is_pointed_at: bool = True) -> str:
    """The page with what all its readers may read of it; nine queries, whatever its size.

    One more where notes point elsewhere, and three where others point here.
    """
    article = Article.objects.select_related(
        "current_revision", "audience__group", "collection"
    ).get(pk=article_id)
    revision = article.current_revision
    if revision is None:
        raise Http404
    blocks = blocks_of(revision)
    public = public_threads(article)
    rows = passage_rows(public)
    loaded = first_keys(blocks, rows)
    listed = threads_of_blocks(public, [*loaded, LOST], rows)
    lost = {row.thread for row in rows if row.is_lost}
    placed = [thread for thread in listed if str(thread.uuid) not in lost]
    # In one go, so that all three cost the queries of one
    whole = whole_article_threads(public)
    reader = any_reader(article)
    shown = conversations([*listed, *whole], reader)
    pointers = links_to(article, reader) if is_pointed_at else []
    filed = filed_in(article, public)
    context = {
        **text_context(
            article,
            revision,
            blocks,
            rows,
            dense=len(rows) > DENSE,
            pointers=pointers,
            filed=filed,
        ),
        "pointers": pointers[:MOST],
        "cards": cards_beside(
            shown[: len(placed)], crowds(rows), reverse("article", args=[article.slug])
        ),
        "loaded": " ".join(loaded),
        "passages": first_passages(rows, loaded) if len(rows) > DENSE else "",
        "modules": modules_for("main.js", "room.js"),
        "lost": cards_html(shown[len(placed) : len(listed)]),
        "lost_more": len(lost) - (len(listed) - len(placed)),
        "whole": cards_html(shown[len(listed) :]),
        "topics": filed.most_used(MOST_TOPICS),
    }
    # No reader's request makes it, so that what templates know of the site is given by hand
    return render_to_string("articles/article.html", {**context, "site_name": settings.SITE_NAME})


def public_threads(article: Article) -> QuerySet[Thread]:
    """What everybody who may read the article may read in it: said to the article's audience.

    The article's own gate was passed before; here stands the audience's.
    """
    common = article.audience_id or Audience.EVERYONE
    return Thread.objects.filter(article=article, audience_id=common, readable_count__gt=0)


def any_reader(article: Article) -> User | AnonymousUser:
    """Somebody before the gate in whose place each reader of an article can stand."""
    common = article.audience_id or Audience.EVERYONE
    if common == Audience.EVERYONE:
        return AnonymousUser()
    # Who is in a group is a member, and reads what everyone does: in this article and in others
    return stand_in("member", audiences=[common, *ALL_MEMBERS])


def text_context(
    article: Article,
    revision: Revision,
    blocks: Sequence[TextBlock],
    rows: Sequence[PassageRow],
    *,
    dense: bool,
    pointers: Sequence[Pointer] = (),
    filed: Filed = NOTHING,
) -> dict[str, Any]:
    """The text, its marks and its outline, for any page that shows all of it."""
    figures = figures_by_block(rows)
    base_url = reverse("article", args=[article.slug])
    marks = {} if dense else marks_by_block(blocks, rows)
    return {
        "article": article,
        "revision": revision,
        "text": text_html(
            blocks,
            base_url=base_url,
            marks=marks,
            figures=figures,
            pointed=counts_by_block(pointers),
        ),
        "outline": outline(blocks, figures, filed),
        "is_dense": dense,
        "paragraphs": sum(1 for block in blocks if block.number),
        "minutes": minutes_for(revision.words, article.language),
        "notes": sum(row.notes for row in rows),
    }


def outline(
    blocks: Sequence[TextBlock], figures: dict[str, Any], filed: Filed = NOTHING
) -> list[dict[str, Any]]:
    """The headings, each with how many notes stand under it, and under which topics."""
    sections: list[dict[str, Any]] = []
    keys: list[list[str]] = []
    for block in blocks:
        if block.kind == "heading":
            sections.append(
                {"key": block.key, "text": block.text, "level": block.level, "notes": 0}
            )
            keys.append([])
        if sections:
            keys[-1].append(block.key)
            sections[-1]["notes"] += figures[block.key].notes if block.key in figures else 0
    for section, inside in zip(sections, keys, strict=True):
        section["topics"] = filed.names_in(inside, TOPICS_OF_A_SECTION)
    return sections


def first_keys(blocks: Sequence[TextBlock], rows: Sequence[PassageRow]) -> list[str]:
    """The keys of the first blocks, whose cards come with the page."""
    waiting = Tally(row.start_key for row in rows if not row.is_lost)
    chosen: list[str] = []
    count = 0
    for block in blocks:
        if count >= FIRST_CARDS:
            break
        chosen.append(block.key)
        count += beside(waiting[block.key])
    return chosen


def first_passages(rows: Sequence[PassageRow], keys: Sequence[str]) -> str:
    """The passages that a dense page does not mark, of the blocks whose cards it brings."""
    inside = set(keys)
    return json.dumps([passage_json(row) for row in rows if row.start_key in inside])


def beside(threads: int) -> int:
    """How many of a block's threads stand beside it; the others open as a list."""
    return threads if threads <= CROWD else OF_A_CROWD


def cards_of_blocks(
    article: Article,
    threads: QuerySet[Thread],
    keys: Sequence[str],
    user: User | AnonymousUser,
    rows: Sequence[PassageRow],
) -> SafeString:
    """The cards of the passages that begin in these blocks, in the order of the text."""
    shown = conversations(threads_of_blocks(threads, keys, rows), user)
    return cards_beside(shown, crowds(rows), reverse("article", args=[article.slug]))


def crowds(rows: Sequence[PassageRow]) -> dict[str, int]:
    """How many threads do not stand beside their block for themselves, by its key."""
    counts = Tally(row.start_key for row in rows if not row.is_lost)
    return {key: count - OF_A_CROWD for key, count in counts.items() if count > CROWD}


def threads_of_blocks(
    threads: QuerySet[Thread], keys: Sequence[str], rows: Sequence[PassageRow]
) -> list[Thread]:
    """The threads whose passages begin in these blocks, in the order of the text; one query."""
    order = {key: place for place, key in enumerate(keys)}
    inside = sorted(
        (row for row in rows if row.start_key in order),
        # the older thread first where passages are the same: the rows come in that order
        key=lambda row: (order[row.start_key], row.start, row.end),
    )
    taken, there = Tally[str](), Tally(row.start_key for row in inside)
    uuids: list[str] = []
    for row in inside:
        taken[row.start_key] += 1
        key = row.start_key
        if taken[key] <= (CARDS_OF_ONE_BLOCK if key == LOST else beside(there[key])):
            uuids.append(row.thread)
    by_uuid = {str(thread.uuid): thread for thread in threads.filter(uuid__in=uuids)}
    return [by_uuid[uuid] for uuid in uuids if uuid in by_uuid]


def whole_article_threads(threads: QuerySet[Thread]) -> list[Thread]:
    """Threads about the article as a whole, newest activity first; as many as a page takes."""
    whole = threads.filter(anchors__isnull=True).order_by("-active_at")
    return list(whole[:CARDS_OF_ONE_BLOCK])


def passage_json(row: PassageRow) -> dict[str, Any]:
    return {
        "label": row.label,
        "key": row.key,
        "thread": row.thread,
        "start_key": row.start_key,
        "start": row.start,
        "end_key": row.end_key,
        "end": row.end,
        "count": row.notes,
        "whole": row.is_whole_block,
    }
