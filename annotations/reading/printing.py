"""An article on paper: its text with as much of what is said about it as was asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from annotations.models import Annotation, Thread
from annotations.reading.conversations import Conversation, conversations
from annotations.reading.discussion import in_text_order
from annotations.reading.text import TextBlock, blocks_of, marks_by_block, text_html
from articles.models import Article

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.http import QueryDict

    from ncr.accounts.models import User

MOST_THREADS = 2000
PLACES = ("end", "after", "none")
SETTLED = ("all", "open", "resolved")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes on paper; what an address does not know of it is as by default."""

    notes: str = "end"  # where they stand: one of PLACES
    replies: bool = True
    to: str = ""  # the id of an audience; empty for all of the reader's
    settled: str = "all"  # one of SETTLED
    topic: str = ""

    @classmethod
    def of(cls, given: QueryDict) -> Chosen:
        notes, settled, to = (given.get(name, "") for name in ("notes", "settled", "to"))
        return cls(
            notes=notes if notes in PLACES else "end",
            replies=given.get("replies") != "0",
            to=to if to.isascii() and to.isdigit() and len(to) < 18 else "",
            settled=settled if settled in SETTLED else "all",
            topic=given.get("topic", ""),
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text, and the conversations that follow it."""

    html: SafeString
    notes: Sequence[Conversation]


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed, and what one may choose."""

    parts: Sequence[Part]
    notes: Sequence[Conversation]  # those that stand at the end
    count: int
    left_out: int  # threads beyond what one printing takes
    paragraphs: int
    audiences: Sequence[tuple[str, str]]  # id and name, where there are several
    topics: Sequence[tuple[str, str]]  # slug and name


def paper(article: Article, user: User | AnonymousUser, chosen: Chosen) -> Paper:
    """An article that passed the gate, as `user` may read it; at most eight queries."""
    blocks = blocks_of(article.standing_pk)
    seen = Thread.objects.visible_to(user).filter(article=article)
    asked = seen.none() if chosen.notes == "none" else _narrowed(seen, user, chosen)
    ordered: QuerySet[Any] = in_text_order(asked, article)
    threads = list(ordered.order_by("place", "offset", "pk")[: MOST_THREADS + 1])
    shown = conversations(threads[:MOST_THREADS], user, None if chosen.replies else 1)
    _number(shown, blocks)
    parts, rest = _parts(article, blocks, shown, beside=chosen.notes == "after")
    return Paper(
        parts=parts,
        notes=rest,
        count=len(shown),
        left_out=asked.count() - MOST_THREADS if len(threads) > MOST_THREADS else 0,
        paragraphs=sum(1 for block in blocks if block.number),
        audiences=_audiences(seen),
        topics=_topics(article, user),
    )


def _narrowed(seen: QuerySet[Any], user: User | AnonymousUser, chosen: Chosen) -> QuerySet[Any]:
    if chosen.to:
        seen = seen.filter(audience_id=int(chosen.to))
    if chosen.settled != "all":
        seen = seen.filter(resolved_at__isnull=chosen.settled == "open")
    if chosen.topic:
        # A topic tells of its thread only through an annotation that the reader may read
        filed = Annotation.objects.visible_to(user).filter(
            thread=OuterRef("pk"), assignments__topic__slug=chosen.topic
        )
        seen = seen.filter(Exists(filed))
    return seen


def _number(shown: Sequence[Conversation], blocks: Sequence[TextBlock]) -> None:
    numbers = {block.key: block.number for block in blocks}
    for one in shown:
        one.number = numbers.get(one.passage.start_key) if one.passage else None


def _parts(
    article: Article, blocks: Sequence[TextBlock], shown: Sequence[Conversation], *, beside: bool
) -> tuple[list[Part], list[Conversation]]:
    """The text in pieces with what follows each, and what stands at the end."""
    rows = [row for one in shown if (row := one.row())]
    marks = marks_by_block(blocks, rows)
    base_url = reverse("article", args=[article.slug])

    def html(some: Sequence[TextBlock]) -> SafeString:
        return text_html(some, base_url=base_url, marks=marks, figures={})

    if not beside:
        return [Part(html(blocks), [])], list(shown)
    here: dict[str, list[Conversation]] = defaultdict(list)
    for one in shown:
        here[one.passage.start_key if one.passage else ""].append(one)
    parts: list[Part] = []
    waiting: list[TextBlock] = []
    for unit in _units(blocks):
        waiting += unit
        if notes := [one for block in unit for one in here.pop(block.key, [])]:
            parts.append(Part(html(waiting), notes))
            waiting = []
    if waiting:
        parts.append(Part(html(waiting), []))
    return parts, [one for left in here.values() for one in left]


def _units(blocks: Sequence[TextBlock]) -> Iterator[list[TextBlock]]:
    """Blocks one by one, but lists whole: nothing stands between their items."""
    unit: list[TextBlock] = []
    for block in blocks:
        if unit and not (block.kind == "list_item" and unit[-1].kind == "list_item"):
            yield unit
            unit = []
        unit.append(block)
    if unit:
        yield unit


def _audiences(seen: QuerySet[Any]) -> list[tuple[str, str]]:
    """To whom the threads are said that the reader sees; one query."""
    names = {"everyone": _("Everyone"), "members": _("Members"), "person": _("Only me")}
    rows = (
        seen.order_by("audience_id")
        .values_list("audience_id", "audience_kind", "audience__group__name")
        .distinct()
    )
    return [(str(pk), group or names.get(kind, "")) for pk, kind, group in rows]


def _topics(article: Article, user: User | AnonymousUser) -> list[tuple[str, str]]:
    """Topics of what the reader may read here; one query."""
    return list(
        Annotation.objects.visible_to(user)
        .filter(thread__article=article, assignments__isnull=False)
        .order_by("assignments__topic__name")
        .values_list("assignments__topic__slug", "assignments__topic__name")
        .distinct()
    )
