"""Where anchors of an old text stand in a new one, how sure that is, and who should look at it.

The words of the quotation that survive (`articles.aligning`) tell where it stands (`following`).
When too few do, it is an orphan, unless the place where it stood is plain from what stands before
and after it, and what stands there now is nearly the same (`correcting`): a typing error put right.
Where the old text is not the one that was quoted, the quotation has to do alone (`quoting`).
"""

from collections.abc import Iterable, Sequence

from annotations.anchoring.describing import Selector, same_words
from annotations.anchoring.following import ORPHANED, Follower, Outcome, Placement
from annotations.anchoring.quoting import place_quote
from articles.aligning.alignment import Alignment


def place(anchors: Iterable[Selector], old_text: str, new_text: str) -> list[Placement]:
    """The placements of anchors of `old_text` in `new_text`, in the order of `anchors`.

    An anchor whose quote is not what stands at its position is placed by its quote alone, and a
    person is asked; so is one whose position is no span of the old text. Raises nothing.
    """
    return place_in_blocks(anchors, old_text.split("\n"), new_text.split("\n"))


def place_in_blocks(
    anchors: Iterable[Selector], old: Sequence[str], new: Sequence[str]
) -> list[Placement]:
    """The same for texts given in blocks, which are joined by one line feed."""
    follower = Follower(Alignment(old, new))
    return [_placed(follower, anchor) for anchor in anchors]


def _placed(follower: Follower, anchor: Selector) -> Placement:
    start, end = anchor.start, anchor.end
    is_span = 0 <= start < end <= len(follower.old)
    if is_span and same_words(follower.old[start:end], anchor.quote):
        return follower.follow(start, end)
    return _placed_by_quote(follower.new, anchor)


def _placed_by_quote(text: str, anchor: Selector) -> Placement:
    found = place_quote(text, anchor.quote, anchor.prefix, anchor.suffix)
    if found is None:
        return ORPHANED
    is_same = text[found.start : found.end] == anchor.quote
    outcome = Outcome.UNCHANGED if is_same else Outcome.EDITED
    return Placement(outcome, found.confidence, found.start, found.end, is_asked=True)
