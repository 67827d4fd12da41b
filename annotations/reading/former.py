"""A revision as it was, with what was said about it as it stood; through the gate of now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotations.models import Thread
from annotations.reading.article_page import text_context
from annotations.reading.cards import cards_html
from annotations.reading.conversations import Conversation, conversations
from annotations.reading.passed import passages_of
from annotations.reading.text import DENSE, PassageRow, blocks_of, passage_rows
from articles.models import Article, Revision

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

CARDS = 60  # on one page


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The standing revisions before and after one, by number; None where there is none."""

    before: int | None
    after: int | None


def revision_page(
    article: Article, revision: Revision, user: User | AnonymousUser, *, after: str = ""
) -> dict[str, Any]:
    """What the page of a revision shows; seven queries, one more where a group is written to.

    `after` is the thread of the last card on the page before.
    """
    threads = Thread.objects.visible_to(user).filter(article=article)
    blocks = blocks_of(revision)
    rows = passage_rows(threads, revision=revision.number)
    ordered = _in_text_order(rows, {block.key: block.position for block in blocks})
    page, following = _window(ordered, after)
    shown = _conversations(threads, page, revision, user)
    lost = {row.thread for row in page if row.is_lost}
    return {
        **text_context(article, revision, blocks, rows, dense=len(rows) > DENSE),
        "cards": cards_html(one for one in shown if str(one.thread.uuid) not in lost),
        "lost": cards_html(one for one in shown if str(one.thread.uuid) in lost),
        "after": following,
        "neighbours": neighbours(article, revision),
        "is_current": revision.pk == article.current_revision_id,
    }


def neighbours(article: Article, revision: Revision) -> Neighbours:
    """Two queries."""
    numbers = article.revisions.standing().values_list("number", flat=True)
    before = numbers.filter(number__lt=revision.number).order_by("-number").first()
    after = numbers.filter(number__gt=revision.number).order_by("number").first()
    return Neighbours(before, after)


def _in_text_order(rows: list[PassageRow], places: dict[str, int]) -> list[PassageRow]:
    """What is lost stands at the end."""
    end = len(places)
    return sorted(rows, key=lambda row: (places.get(row.start_key, end), row.start, row.end))


def _window(rows: list[PassageRow], after: str) -> tuple[list[PassageRow], str]:
    uuids = list(dict.fromkeys(row.thread for row in rows))
    begin = uuids.index(after) + 1 if after in uuids else 0
    chosen = uuids[begin : begin + CARDS]
    more = len(uuids) > begin + CARDS
    wanted = set(chosen)
    page = [row for row in rows if row.thread in wanted]
    return page, chosen[-1] if more else ""


def _conversations(
    threads: Any, page: list[PassageRow], revision: Revision, user: User | AnonymousUser
) -> list[Conversation]:
    uuids = list(dict.fromkeys(row.thread for row in page))
    by_uuid = {str(thread.uuid): thread for thread in threads.filter(uuid__in=uuids)}
    listed = [by_uuid[uuid] for uuid in uuids if uuid in by_uuid]
    passages = passages_of([one.pk for one in listed], revision.number)
    return conversations(listed, user, passages=passages)
