"""The blocks of a draft, with the keys of the blocks that they continue.

A key is made when a block first appears and is never given to another. It stays with the block
through edits and moves; of a block that is split the larger part keeps it; of blocks that are
merged one goes on, and carries the keys of the others. What is written again as it once stood
has its key again.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence

from articles.aligning.keys import Continued, continue_keys
from articles.blocks import BlockContent
from articles.models import Block, Revision

# Crockford's base 32: no letters that are mistaken for digits, none that spell words by chance
KEY_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
KEY_LENGTH = 8


def blocks_of_draft(revision: Revision, contents: Sequence[BlockContent]) -> list[Block]:
    """The blocks of a draft, not yet saved; three queries where it follows another revision."""
    base = list(revision.base.blocks.order_by("position")) if revision.base else []
    earlier = _earlier(revision, {block.key for block in base})
    found = continue_keys(
        [(block.key, block.text) for block in base],
        [content.text for content in contents],
        [(block.key, block.text) for block in earlier],
    )
    known = {block.key: block for block in [*earlier, *base]}
    taken = {*known, *(one.key for one in found if one.key)}
    return list(_numbered(revision, contents, found, known, taken))


def _earlier(revision: Revision, keys: set[str]) -> list[Block]:
    """The blocks that are no longer in the text, each as it last stood, the latest first."""
    if revision.base is None or revision.base.number == 1:
        return []
    gone = Block.objects.filter(
        article_id=revision.article_id, revision__published_at__isnull=False
    ).exclude(key__in=revision.base.blocks.values("key"))
    latest: dict[str, Block] = {}
    for block in gone.order_by("-revision__number", "position"):
        latest.setdefault(block.key, block)
    return [block for key, block in latest.items() if key not in keys]


def _numbered(
    revision: Revision,
    contents: Sequence[BlockContent],
    found: Sequence[Continued],
    known: dict[str, Block],
    taken: set[str],
) -> Iterator[Block]:
    start = number = 0
    for position, (content, one) in enumerate(zip(contents, found, strict=True)):
        is_heading = content.kind == Block.Kind.HEADING
        number += not is_heading
        yield Block(
            revision=revision,
            article_id=revision.article_id,
            key=one.key or _new_key(taken),
            absorbed=_absorbed(one, known),
            position=position,
            number=None if is_heading else number,
            kind=content.kind,
            level=content.level,
            text=content.text,
            html=content.html,
            attrs=content.attrs,
            start=start,
        )
        start += len(content.text) + 1


def _absorbed(one: Continued, known: dict[str, Block]) -> list[str]:
    """The keys that a block carries: those it carried before, and those merged into it now."""
    keys = [one.key, *one.absorbed] if one.key else []
    carried = [key for one_key in keys if one_key in known for key in known[one_key].absorbed]
    return list(dict.fromkeys([*carried, *one.absorbed]))


def _new_key(taken: set[str]) -> str:
    """A key by chance: 40 bits, so that one of a thousand articles' keys repeats about never.

    Keys are looked up within an article, so that a repetition elsewhere would not matter.
    """
    while True:
        key = "".join(secrets.choice(KEY_SIGNS) for _place in range(KEY_LENGTH))
        if key not in taken:
            taken.add(key)
            return key
