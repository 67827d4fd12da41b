"""From what a reader selected to an anchor and its placement in the text as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from annotations.anchoring.describing import (
    CONTEXT,
    Selector,
    SpanOutside,
    describe,
    same_words,
)
from annotations.models import Anchor, Annotation, Placement
from articles.models import Article, Block
from ncr.refusals import Conflict, Refused
from ncr.statements import Compiled, keep

LONGEST = 10_000
KEY = "[0-9a-z]{1,12}"  # of a block
SPACES = str.maketrans("\n\t\u00a0\u202f", "    ")  # what one types as a space


@dataclass(frozen=True)
class Passage:
    """A selection, relative to blocks: offsets are code points in the text of each block.

    With `whole_block` the offsets do not matter. `quote` is what the reader saw selected; where
    it is given, it must be what stands there. A `phrase` was typed instead of selected: it stands
    for the offsets, and must be in its block once.
    """

    start_key: str
    start: int = 0
    end_key: str = ""
    end: int = 0
    quote: str = ""
    whole_block: bool = False
    phrase: str = ""
    revision: int | None = None  # the number of the one that the reader saw; None: the current

    @classmethod
    def given(
        cls,
        key: str,
        start: int | None,
        end_key: str,
        end: int | None,
        quote: str,
        phrase: str,
        revision: int | None = None,
    ) -> Passage:
        """What a form or a client names: a phrase, offsets, or the whole block without either."""
        if phrase.strip():
            return cls(key, phrase=phrase)
        if start is None or end is None:
            return cls(key, whole_block=True)
        return cls(key, start, end_key or key, end, quote, revision=revision)


@dataclass(frozen=True)
class Spot:
    """A passage found in a revision, which is the current one unless the reader saw another."""

    revision: int
    selector: Selector
    start_key: str
    start_offset: int
    end_key: str
    end_offset: int
    whole_block: bool


@dataclass(frozen=True)
class Followed:
    """Where a passage of an earlier revision stands in the current one."""

    revision: int
    place: tuple[str, int, str, int]
    outcome: str
    quote: str  # the words there, where they are others
    certainty: int


def located(article: Article, passage: Passage) -> Spot:
    """Where `passage` stands in the revision that the reader saw; two queries, three for a former.

    Raises Conflict when its blocks or its words are not there (any more), Refused when it is
    empty, reversed, too long, reaches past the end of a block, or is a phrase that is not in its
    block or is there more than once.
    """
    revision = _seen(article, passage.revision)
    first, last = _ends(revision, passage)
    if passage.phrase:
        start, end = _phrase_in(first.text, passage.phrase)
        passage = Passage(first.key, start, first.key, end)
    if passage.whole_block:
        passage = Passage(first.key, 0, first.key, len(first.text), whole_block=True)
    elif first is last and (passage.start, passage.end) == (0, len(first.text)):
        passage = replace(passage, whole_block=True)
    _check_offsets(passage, first, last)
    text, base = _text_between(first, last)
    selector = _described(text, base, first, last, passage)
    if passage.quote and not same_words(passage.quote, selector.quote):
        raise Conflict(
            _(
                "The text at this place is not what you selected. It may have been revised;"
                " select it again."
            ),
            "passage",
        )
    return Spot(
        revision, selector, first.key, passage.start, last.key, passage.end, passage.whole_block
    )


def _seen(article: Article, number: int | None) -> int:
    """The id of the revision of this number, where it was read before the current one."""
    if number is None or number >= article.standing.number:
        return article.standing_pk
    former = article.revisions.standing().filter(number=number)
    return former.values_list("pk", flat=True).first() or article.standing_pk


def _ends(revision: int, passage: Passage) -> tuple[Block, Block]:
    keys = {passage.start_key, passage.end_key or passage.start_key}
    # What can be no key is not even asked for: PostgreSQL refuses some of it
    known = all(re.fullmatch(KEY, key) for key in keys)
    rows = known and _blocks.rows(revision=revision, one=min(keys), other=max(keys))
    found = {block.key: block for block in rows or ()}
    if len(found) < len(keys):
        raise Conflict(
            _("This passage is no longer in the text. It may have been revised; select it again."),
            "passage",
        )
    return found[passage.start_key], found[passage.end_key or passage.start_key]


def _phrase_in(text: str, phrase: str) -> tuple[int, int]:
    """Where a typed phrase stands in a block's text; it must stand there once."""
    wanted = " ".join(phrase.split())
    folded = text.translate(SPACES)
    start = folded.find(wanted)
    if start < 0:
        raise Refused(_("These words are not in the paragraph. Copy them from it."), "phrase")
    if folded.find(wanted, start + 1) >= 0:
        raise Refused(_("These words stand there more than once. Copy a few words more."), "phrase")
    return start, start + len(wanted)


def _check_offsets(passage: Passage, first: Block, last: Block) -> None:
    if not (0 <= passage.start <= len(first.text) and 0 <= passage.end <= len(last.text)):
        raise Refused(_("The selection reaches past the end of its paragraph."), "passage")
    length = last.start + passage.end - first.start - passage.start
    if length <= 0:
        raise Refused(_("The selection is empty or its end comes before its beginning."), "passage")
    if length > LONGEST and not passage.whole_block:
        raise Refused(
            _("That is more text than one annotation can point at. Select a shorter passage."),
            "passage",
        )


def _text_between(first: Block, last: Block, around: int = 2) -> tuple[str, int]:
    """The text from `around` blocks before to as many after, and where it begins.

    Wider when the blocks around are too short for the context that is kept.
    """
    blocks = _stretches.rows(
        revision=first.revision_id, begin=first.position - around, end=last.position + around
    )
    begin, end = blocks[0], blocks[-1]
    is_short_before = begin.position > 0 and first.start - begin.start < CONTEXT
    is_short_after = end.position == last.position + around and end.end - last.end < CONTEXT
    if is_short_before or is_short_after:
        return _text_between(first, last, around * 4)
    return "\n".join(block.text for block in blocks), begin.start


_blocks: Compiled[Block] = Compiled(
    lambda *, revision, one, other: Block.objects.filter(
        revision_id=revision, key__in=[one, other]
    ).defer("html", "attrs")
)
_stretches: Compiled[Block] = Compiled(
    lambda *, revision, begin, end: (
        Block.objects.filter(revision_id=revision, position__range=(begin, end))
        .defer("html", "attrs")
        .order_by("position")
    )
)


def _described(text: str, base: int, first: Block, last: Block, passage: Passage) -> Selector:
    try:
        near = describe(text, first.start + passage.start - base, last.start + passage.end - base)
    except SpanOutside as error:
        raise Refused(_("The selection is not inside the text."), "passage") from error
    if not near.quote.strip():
        raise Refused(_("The selection holds only white space."), "passage")
    return Selector(near.start + base, near.end + base, near.quote, near.prefix, near.suffix)


def place(
    annotation: Annotation,
    spot: Spot,
    *,
    now: Followed | None = None,
    role: Anchor.Role = Anchor.Role.TARGET,
    ordinal: int = 0,
) -> Placement:
    """Keeps an anchor of an opening annotation, and where it stands.

    `now` is where that is in the current revision, when the reader saw an earlier one.
    """
    anchor = Anchor(
        annotation=annotation,
        thread_id=annotation.thread_id,
        ordinal=ordinal,
        role=role,
        revision_id=spot.revision,
        is_whole_block=spot.whole_block,
        quote=spot.selector.quote,
        prefix=spot.selector.prefix,
        suffix=spot.selector.suffix,
        start=spot.selector.start,
        end=spot.selector.end,
    )
    keep(anchor)
    placement = Placement(
        anchor=anchor,
        thread_id=annotation.thread_id,
        from_revision_id=spot.revision,
        until_revision_id=now.revision if now else None,
        start_key=spot.start_key,
        start_offset=spot.start_offset,
        end_key=spot.end_key,
        end_offset=spot.end_offset,
    )
    keep(placement)
    if now is None:
        return placement
    start_key, start, end_key, end = now.place
    followed = Placement(
        anchor=anchor,
        thread_id=annotation.thread_id,
        from_revision_id=now.revision,
        outcome=now.outcome,
        start_key=start_key,
        start_offset=start,
        end_key=end_key,
        end_offset=end,
        quote=now.quote,
        certainty=now.certainty,
    )
    keep(followed)
    return followed
