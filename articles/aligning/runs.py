"""What two stretches of tokens have in common, without what they have in common by chance.

Two unrelated sentences share "the", "of" and the full stop. An equal run that is lighter than the
edits before it and lighter than those after it is taken for chance: whoever wrote those edits wrote
the run between them anew. (The rule is that of diff-match-patch's semantic clean-up, for words.)
Where all three weigh the same that cannot be told, and the run stays. So does a phrase of several
words, which nobody writes twice by chance in one place; and a run that one of the texts has right
between its neighbours has more weight than one that stands apart from them in both.
"""

from difflib import SequenceMatcher

from rapidfuzz.distance import LCSseq

from articles.aligning.common import Box, Run, common_runs
from articles.aligning.sides import Side

# Replaced stretches up to this weight are compared by their letters: "Abs." for "Absatz" is less
# of an edit than one word for another
SHORT = 40
ALIKE = 0.6

# Cells up to which difflib is tried as well: its time grows with the square of the tokens
FEW = 10_000

# A run of this many tokens that weighs this much is a phrase; a row of dashes is none, nor are a
# few ideographs
PHRASE = 5
PHRASE_WEIGHT = 12

# What a number in the place of another weighs: more than the one sign between two parts of a date,
# which would else survive on its own
NUMBER = 2

# By how much heavier a run counts that one of the texts has right between its neighbours: there
# words were only taken out around it, or only put in, and the run itself was not written anew
UNPARTED = 1.25

FAR = 200  # tokens that an edit is slid at most

SENTENCE_ENDS = frozenset(".!?…;:。！？；：।॥؟")


def surviving_runs(old: Side, new: Side, box: Box) -> list[Run]:
    """The runs of the box's tokens that survive: of several ways to see it the heaviest."""
    ways = [_without_chance(old, new, _slid(old, new, runs), box) for runs in _ways(old, new, box)]
    return max(ways, key=lambda runs: sum(old.weight(i, i + n) for i, _, n in runs))


def _ways(old: Side, new: Side, box: Box) -> list[list[Run]]:
    """The longest common subsequence from the front, from the back, and difflib's longest runs."""
    i, until_i, j, until_j = box
    a, b = old.tokens.words[i:until_i], new.tokens.words[j:until_j]
    forwards = common_runs(a, b)
    backwards = reversed(common_runs(a[::-1], b[::-1]))
    ways = [
        [(i + p, j + q, n) for p, q, n in forwards],
        [(until_i - p - n, until_j - q - n, n) for p, q, n in backwards],
    ]
    if forwards and len(a) * len(b) <= FEW:
        blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        ways.append([(i + p, j + q, n) for p, q, n in blocks if n])
    return ways


def _slid(old: Side, new: Side, runs: list[Run]) -> list[Run]:
    """The runs with what was inserted or taken out between two of them slid to a better place.

    Of "A. B. A. C." it cannot be told by equality alone whether "A. B." or "B. A." was inserted.
    """
    slid: list[Run] = []
    for i, j, n in runs:
        shift = 0
        if slid:
            p, q, m = slid.pop()
            if p + m == i:
                shift = _best_shift(new, q + m, j, m, n)
            elif q + m == j:
                shift = _best_shift(old, p + m, i, m, n)
            if m + shift:
                slid.append((p, q, m + shift))
        if n - shift:
            slid.append((i + shift, j + shift, n - shift))
    return slid


def _best_shift(side: Side, first: int, until: int, before: int, after: int) -> int:
    """How far to slide tokens first..until: to a block's start, a sentence's, a word's.

    Of equal places the last is taken: what is inserted follows what it repeats.
    """
    words = side.tokens.words
    low = high = 0
    before, after = min(before, FAR), min(after, FAR)
    while -low < before and words[first + low - 1] == words[until + low - 1]:
        low -= 1
    while high < after and words[first + high] == words[until + high]:
        high += 1
    if low == high:
        return 0
    return max(range(low, high + 1), key=lambda shift: (_break_before(side, first + shift), shift))


def _break_before(side: Side, token: int) -> int:
    if side.is_new_block(token):
        return 3
    if side.tokens.ends[token - 1] == side.tokens.starts[token]:
        return 2 if side.tokens.words[token - 1] in "。！？；：" else 0
    return 2 if _is_sentence_end(side, token - 1) else 1


def _is_sentence_end(side: Side, token: int) -> bool:
    """Whether a sentence may end with the token; a stop in "Art. 5" or "e.g. this" ends none."""
    word = side.tokens.words[token]
    if word != ".":
        return word in SENTENCE_ENDS
    following = side.text[side.tokens.starts[token + 1]]
    return not (following.isdigit() or following.islower())


def _without_chance(old: Side, new: Side, runs: list[Run], box: Box) -> list[Run]:
    kept: list[Run] = [(box[0], box[2], 0)]
    for run in [*runs, (box[1], box[3], 0)]:
        while len(kept) > 1 and _is_chance(old, new, kept[-2], kept[-1], run):
            kept.pop()
        kept.append(run)
    return kept[1:-1]


def _is_chance(old: Side, new: Side, before: Run, run: Run, after: Run) -> bool:
    weight = old.weight(run[0], run[0] + run[2])
    if run[2] >= PHRASE and weight >= PHRASE_WEIGHT:
        return False
    edits = _edit(old, new, before, run), _edit(old, new, run, after)
    counted = UNPARTED * weight if _is_unparted(before, run, after) else weight
    return counted <= min(edits) and counted < max(edits)


def _is_unparted(before: Run, run: Run, after: Run) -> bool:
    """Whether the three runs follow each other without a gap in one of the texts."""
    return any(
        before[side] + before[2] == run[side] and run[side] + run[2] == after[side]
        for side in (0, 1)
    )


def _edit(old: Side, new: Side, one: Run, other: Run) -> int:
    """The weight of what was taken out or put in between two runs, whichever is more.

    A number in the place of another one is a light edit: dates and references are kept up to date
    in sentences that stay.
    """
    a1, a2, b1, b2 = one[0] + one[2], other[0], one[1] + one[2], other[1]
    if a2 - a1 == b2 - b1 and _are_numbers(old, a1, a2) and _are_numbers(new, b1, b2):
        return NUMBER * (a2 - a1)
    gone, come = old.weight(a1, a2), new.weight(b1, b2)
    if 0 < gone < SHORT and 0 < come < SHORT:
        same = LCSseq.similarity("".join(old.tokens.words[a1:a2]), "".join(new.tokens.words[b1:b2]))
        if 2 * same >= ALIKE * (gone + come):
            return max(0, max(gone, come) - same)
    return max(gone, come)


def _are_numbers(side: Side, first: int, until: int) -> bool:
    return all(word.isdigit() for word in side.tokens.words[first:until])
