"""Which block of an old revision each block of a new one continues.

A block goes where most of its surviving words went, if those are half of it or half of the block
there: through edits and moves, and of a block that was split to the largest part. Of several that
went to one place, the one that makes up most of it names it; the others were absorbed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from articles.aligning.alignment import Alignment

HALF = 0.5

# Blocks of other words are the same if they are between the same neighbours and this much of their
# letters is equal: a heading of one word, spelt otherwise
CORRECTED = 0.7
SHORT = 200

Keyed = tuple[str, str]  # key, text


@dataclass(frozen=True, slots=True)
class Continued:
    """What a new block continues: `key` is None for a block that is new."""

    key: str | None
    absorbed: tuple[str, ...] = ()  # keys of blocks that were merged into it, in their order


def continue_keys(
    old: Sequence[Keyed], new: Sequence[str], earlier: Iterable[Keyed] = ()
) -> list[Continued]:
    """For each text of `new` the key it continues; no key is given twice.

    `earlier` are blocks of still older revisions, the latest first, whose keys are not among
    those of `old`; a block that continues none of the present ones may restore one of them.
    """
    texts = [text for _, text in old]
    found = _homes(texts, list(new))
    result = [
        Continued(old[ids[0]][0], tuple(old[i][0] for i in sorted(ids[1:]))) if ids else None
        for ids in (found.get(j, []) for j in range(len(new)))
    ]
    vacant = [j for j, continued in enumerate(result) if continued is None]
    restored = _restored({key for key, _ in old}, earlier, {j: new[j] for j in vacant})
    return [continued or Continued(restored.get(j)) for j, continued in enumerate(result)]


def _homes(old: list[str], new: list[str]) -> dict[int, list[int]]:
    """For each new block the old ones that went there, the one that names it first."""
    alignment = Alignment(old, new)
    homes: dict[int, list[tuple[int, int]]] = {}
    for i, (j, weight) in _went(alignment).items():
        homes.setdefault(j, []).append((-weight, i))
    found = {j: [i for _, i in sorted(pairs)] for j, pairs in homes.items()}
    found.update((j, [i]) for i, j in _equal(old, new, found))
    found.update((j, [i]) for i, j in _corrected(alignment, found))
    return found


def _went(alignment: Alignment) -> dict[int, tuple[int, int]]:
    """For each old block that survives, the new block and the weight of what went there."""
    old, new = alignment.old, alignment.new
    went = {i: (j, len(old.blocks[i]) + 1) for i, j in enumerate(alignment.blocks) if j >= 0}
    block_of = {
        token: block for block, (first, until) in new.spans.items() for token in range(first, until)
    }
    for i, (first, until) in old.spans.items():
        shares: dict[int, int] = {}
        for k in range(first, until):
            if old.links[k] >= 0:
                j = block_of[old.links[k]]
                shares[j] = shares.get(j, 0) + old.weight(k, k + 1)
        if shares:
            j, weight = max(shares.items(), key=lambda share: share[1])
            smaller = min(old.weight(first, until), new.weight(*new.spans[j]))
            if weight >= HALF * smaller:
                went[i] = (j, weight)
    return went


def _equal(old: list[str], new: list[str], found: dict[int, list[int]]) -> list[tuple[int, int]]:
    """Of the blocks that are left, those whose text is left once on each side."""
    gone = {i for ids in found.values() for i in ids}
    ours: dict[str, list[int]] = {}
    theirs: dict[str, list[int]] = {}
    for i in (i for i in range(len(old)) if i not in gone):
        ours.setdefault(old[i], []).append(i)
    for j in (j for j in range(len(new)) if j not in found):
        theirs.setdefault(new[j], []).append(j)
    return [
        (ids[0], theirs[text][0])
        for text, ids in ours.items()
        if len(ids) == 1 == len(theirs.get(text, ()))
    ]


def _corrected(alignment: Alignment, found: dict[int, list[int]]) -> list[tuple[int, int]]:
    """Pairs of blocks left alone between the same neighbours, of nearly the same letters."""
    old, new = alignment.old.blocks, alignment.new.blocks
    gone = {i for ids in found.values() for i in ids}
    names = {ids[0]: j for j, ids in found.items()}
    pairs = []
    for i in range(len(old)):
        j = 0 if i == 0 else names.get(i - 1, -2) + 1
        is_lone = i not in gone and 0 <= j < len(new) and j not in found
        if is_lone and _is_corrected(old[i], new[j]):
            pairs.append((i, j))
            names[i] = j
    return pairs


def _is_corrected(old: str, new: str) -> bool:
    is_short = max(len(old), len(new)) <= SHORT
    return is_short and LCSseq.normalized_similarity(old, new) >= CORRECTED


def _restored(
    present: set[str], earlier: Iterable[Keyed], vacant: dict[int, str]
) -> dict[int, str]:
    """The earlier keys that the vacant blocks restore: of equal texts first, then of alike ones."""
    past = [(key, text) for key, text in earlier if key not in present] if vacant else []
    by_text: dict[str, str] = {}
    for key, text in past:
        by_text.setdefault(text, key)
    restored: dict[int, str] = {}
    used: set[str] = set()
    for j, text in vacant.items():
        same = by_text.get(text)
        if same is not None and same not in used:
            restored[j] = same
            used.add(same)
    latest: dict[str, str] = {}
    for key, text in past:
        if key not in used:
            latest.setdefault(key, text)
    left = [j for j in vacant if j not in restored]
    if latest and left:
        keys = list(latest)
        found = _homes(list(latest.values()), [vacant[j] for j in left])
        restored.update((left[at], keys[ids[0]]) for at, ids in found.items())
    return restored
