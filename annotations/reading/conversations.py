"""Threads as a reader finds them: who said what, in the order of the tree, through the gate.

A conversation is loaded in two steps: first the shape (ids and parents), then the words of what
the reader may read. So words that are not shown are not even fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet

from annotations.audiences import group_names
from annotations.models import Annotation, Thread
from annotations.reading.linked import Linked, links_of
from annotations.reading.passed import Passed, passages_of
from annotations.reading.reacted import KINDS, Reacted, counted
from annotations.reading.shapes import Shape, in_tree_order, shapes_of
from annotations.reading.text import PassageRow
from annotations.visibility import Reader, stand_in
from articles.sanitising import SanitisedHtml, trusted_from_storage
from ncr.statements import Compiled

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

IN_CARD = 4  # the opening and its first replies; the rest comes when it is asked for
NEXT_NAMED = 3  # of the replies that are not shown, so many tell whose they are


@dataclass(slots=True)
class Said:
    """One annotation as this reader sees it; a gone one has no author and no words."""

    pk: int
    uuid: UUID
    depth: int
    gone: str = ""  # "", withdrawn, hidden, pending or removed
    author: str = ""
    username: str = ""
    kind: str = ""
    html: SanitisedHtml | str = ""
    at: datetime | None = None
    edited_at: datetime | None = None
    version: int = 1
    is_own: bool = False
    kept_back: str = ""  # pending or hidden, told to its author and to moderators
    reason: str = ""
    rule: tuple[int, str] | None = None  # number and title of the rule that a decision names
    answers: str = ""  # whom it answers, where the indent no longer tells
    topics: list[tuple[str, str]] = field(default_factory=list)  # (name, slug)
    reactions: dict[str, int] = field(default_factory=dict)  # how many, by kind
    reacted: dict[str, Reacted] | None = None  # who, where that was asked for
    settled_by: str = ""  # who resolved its thread
    link: Linked | None = None  # the second passage, at which its own points
    is_here: bool = False  # the page is about this one

    @property
    def is_opening(self) -> bool:
        return self.depth == 0


def row_of(thread: Thread, passage: Passed) -> PassageRow:
    """A passage with its thread, as the text's marks have them."""
    return PassageRow(
        thread.label,
        str(thread.uuid),
        passage.start_key,
        passage.start,
        passage.end_key,
        passage.end,
        thread.readable_count,
        passage.is_whole_block,
        thread.key,
    )


@dataclass(slots=True)
class Conversation:
    """A thread with what is shown of it."""

    thread: Thread
    said: list[Said]
    passage: Passed | None = None
    number: int | None = None  # ¶ number of the block in which its passage begins
    more: int = 0  # readable annotations that are not shown here
    more_from: list[str] = field(default_factory=list)  # who says the next of them
    group: str = ""  # the name of the group to which it is said
    next_after: UUID | None = None
    page_after: UUID | None = None  # of a reply: where the page of the thread begins that has it

    def row(self) -> PassageRow | None:
        """Its passage for the marks of the text; None where it stands nowhere in it."""
        passage = self.passage
        return row_of(self.thread, passage) if passage and passage.start_key else None

    @property
    def opening(self) -> Said:
        return self.said[0]

    @property
    def settled_by(self) -> str:
        """Who resolved it; empty where nobody did, or their account is gone."""
        return next((said.settled_by for said in self.said if said.settled_by), "")

    @property
    def replies(self) -> list[Said]:
        return self.said[1:]


def conversations(
    threads: Iterable[Thread],
    user: User | AnonymousUser,
    most: int | None = IN_CARD,
    passages: dict[int, Passed] | None = None,
) -> list[Conversation]:
    """Conversations of `threads`, which passed the gate, in their order; three queries.

    `most` annotations of each are shown, oldest first; None shows all. Two queries where the
    `passages` are known, and one more where something is said to a group.
    """
    listed = list(threads)
    shapes = shapes_of([thread.pk for thread in listed], most and most + NEXT_NAMED)
    words = _words([shape.pk for shape in shapes], user)
    if passages is None:
        passages = passages_of([thread.pk for thread in listed])
    groups = group_names(listed, user)
    by_thread: dict[int, list[Shape]] = {}
    for shape in shapes:
        by_thread.setdefault(shape.thread_id, []).append(shape)
    shown = [
        _conversation(thread, by_thread.get(thread.pk, [])[:most], words, passages)
        for thread in listed
    ]
    for one in shown:
        one.group = groups.get(one.thread.audience_id, "")
        after = by_thread.get(one.thread.pk, [])[most : most + NEXT_NAMED] if most else []
        one.more_from = _names_of([words[shape.pk] for shape in after if shape.pk in words])
    return shown


def conversation_from(
    thread: Thread, user: User | AnonymousUser, *, after: UUID | None, most: int
) -> Conversation:
    """One window of a whole thread, in the order of its tree; four queries.

    The opening always stands first. `after` is the last annotation of the window before; it
    keeps its place as a mark when nothing of it is left to read.
    """
    shapes = shapes_of([thread.pk], None)
    readable = set(
        Annotation.objects.visible_to(user).filter(thread=thread).values_list("pk", flat=True)
    )
    standing = readable | {shape.pk for shape in shapes if shape.uuid == after}
    ordered = in_tree_order(shapes, standing)
    begin = 1 + next(
        (place for place, (shape, _depth) in enumerate(ordered) if shape.uuid == after), 0
    )
    window = [*ordered[:1], *ordered[begin : begin + most]]
    words = _words([shape.pk for shape, _depth in window], user)
    said = _said(window, words)
    left = [shape for shape, _depth in ordered[begin + most :] if shape.pk in readable]
    return Conversation(
        thread=thread,
        said=said,
        passage=passages_of([thread.pk]).get(thread.pk),
        more=len(left),
        next_after=window[-1][0].uuid if left else None,
        group=group_names([thread]).get(thread.audience_id, ""),
    )


def branch_of(reply: Annotation, user: User | AnonymousUser, *, most: int) -> Conversation:
    """A reply with all that it answers, up to the opening, and the first answers to it.

    Five queries. `more` counts what else the reader may read in the thread, whose pages have
    `most` replies each.
    """
    thread = reply.thread
    shapes = shapes_of([thread.pk], None)
    readable = set(
        Annotation.objects.visible_to(user).filter(thread=thread).values_list("pk", flat=True)
    )
    parents = {shape.pk: shape.parent_id for shape in shapes}
    above, at = {reply.pk}, parents.get(reply.pk)
    while at is not None:
        above.add(at)
        at = parents[at]
    below = {reply.pk}
    for pk, parent in parents.items():  # parents come before their replies
        if parent in below:
            below.add(pk)
    ordered = in_tree_order(shapes, readable | {reply.pk})
    window = [each for each in ordered if each[0].pk in above or each[0].pk in below]
    window = window[: len(above) + most]
    words = _words([shape.pk for shape, _depth in window], user)
    said = _said(window, words)
    for one in said:
        one.is_here = one.pk == reply.pk
    place = next(at for at, (shape, _depth) in enumerate(ordered) if shape.pk == reply.pk)
    page = (place - 1) // most * most
    return Conversation(
        thread=thread,
        said=said,
        passage=passages_of([thread.pk]).get(thread.pk),
        more=len(readable - {one.pk for one in said}),
        page_after=ordered[page][0].uuid if page > 0 else None,
        group=group_names([thread]).get(thread.audience_id, ""),
    )


def _words(pks: Sequence[int], user: User | AnonymousUser) -> dict[int, Said]:
    """What the reader may read of these; one query, and one more where any points elsewhere."""
    me = user.pk if user.is_authenticated else None
    reader = Reader.of(user)
    words: dict[int, Said] = {}
    pointing: set[int] = set()
    for pk, *rest, topic, slug, link in _readable.rows(reader.kind, ids=pks, **reader.values):
        if pk not in words:
            words[pk] = _said_in(me, pk, *rest)
        if topic is not None:
            words[pk].topics.append((topic, slug))
        if link is not None:
            pointing.add(pk)
    for pk, linked in (links_of(sorted(pointing), user) if pointing else {}).items():
        words[pk].link = linked
    return words


def _words_query(kind: str, *, ids: Sequence[int], **values: Any) -> QuerySet[Annotation, Any]:
    """A row for each topic, and one for an annotation without."""
    found: QuerySet[Annotation, Any] = (
        Annotation.objects.visible_to(stand_in(kind, **values))
        .filter(pk__in=ids)
        .order_by("pk", "assignments__topic__name")
        .annotate(**{f"reacted_{name}": counted(name) for name in KINDS})
        .values_list(
            "pk",
            "uuid",
            "author_id",
            "author__display_name",
            "author__username",
            "kind",
            "body_html",
            "created_at",
            "edited_at",
            "version",
            "moderation",
            "moderation_reason",
            "moderation_rule__number",
            "moderation_rule__title",
            "thread__resolved_by__display_name",
            "thread__resolved_by__username",
            *(f"reacted_{name}" for name in KINDS),
            "assignments__topic__name",
            "assignments__topic__slug",
            "link__pk",
        )
    )
    return found


_readable: Compiled[Any] = Compiled(_words_query)


def _said_in(
    me: int | None,
    pk: int,
    uuid: UUID,
    author_id: int | None,
    name: str | None,
    username: str | None,
    kind: str,
    html: str,
    at: datetime,
    edited: datetime | None,
    version: int,
    state: str,
    why: str,
    rule: int | None,
    rule_title: str | None,
    settled_by: str | None,
    settled_by_username: str | None,
    *reactions: int | None,
) -> Said:
    held = state != Annotation.Moderation.PUBLISHED
    return Said(
        pk=pk,
        uuid=uuid,
        depth=0,
        author=name or username or "",
        username=username or "",
        kind=kind,
        html=trusted_from_storage(html),
        at=at,
        edited_at=edited,
        version=version,
        is_own=me is not None and author_id == me,
        kept_back=state if held else "",
        reason=why if held else "",
        rule=(rule, rule_title or "") if held and rule is not None else None,
        settled_by=settled_by or settled_by_username or "",
        reactions={name: count for name, count in zip(KINDS, reactions, strict=True) if count},
    )


def _conversation(
    thread: Thread, shapes: list[Shape], words: dict[int, Said], passages: dict[int, Passed]
) -> Conversation:
    said = _said(in_tree_order(shapes, set(words)), words)
    shown = sum(1 for one in said if not one.gone and not one.kept_back)
    return Conversation(
        thread=thread,
        said=said,
        passage=passages.get(thread.pk),
        more=max(0, thread.readable_count - shown),
    )


def _said(ordered: list[tuple[Shape, int]], words: dict[int, Said]) -> list[Said]:
    listed: list[Said] = []
    for shape, depth in ordered:
        one = words.get(shape.pk) or Said(shape.pk, shape.uuid, depth, gone=_why_gone(shape))
        one.depth = depth
        parent = words.get(shape.parent_id) if shape.parent_id else None
        one.answers = parent.author if parent else ""
        listed.append(one)
    return listed


def _names_of(listed: Iterable[Said]) -> list[str]:
    return list(dict.fromkeys(said.author for said in listed if said.author and not said.kept_back))


def _why_gone(shape: Shape) -> str:
    return "withdrawn" if shape.is_withdrawn else shape.moderation
