"""Which words of an old text stand where in a new one.

...
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from rapidfuzz.distance import LCSseq

from annotations.anchoring.common import Run, common_runs
from annotations.anchoring.skeleton import Gap, climbing, skeleton
from annotations.anchoring.tokens import Tokens

PAIRS = 4_000
ALIKE = 0.5
VERBATIM = 6
VERBATIM_WEIGHT = 20
MOVED_ALIKE = 0.5


@dataclass(slots=True)
class Side:
    """One text in blocks, with the tokens of those blocks that are not in the skeleton."""

    text: str
    blocks: list[str]
    at: list[int]
    tokens: Tokens = field(default_factory=Tokens)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    weights: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> "Side":
        blocks = text.split("\n")
        return cls(text, blocks, list(accumulate((len(block) + 1 for block in blocks), initial=0)))

    def read(self, indexes: Iterable[int]) -> None:
        for index in indexes:
            first = len(self.tokens.words)
            self.tokens.add(self.blocks[index], self.at[index])
            self.spans[index] = (first, len(self.tokens.words))

    def words(self, block: int) -> list[str]:
        first, until = self.spans[block]
        return self.tokens.words[first:until]


class Alignment:
    def __init__(self, old_text: str, new_text: str) -> None:
        self.old, self.new = Side.of(old_text), Side.of(new_text)
        self.skeleton = skeleton(self.old.blocks, self.new.blocks)
        for ours, theirs in self.skeleton.gaps:
            self.old.read(ours)
            self.new.read(theirs)
        self.old.weights = self.old.tokens.weights()
        self.new.weights = self.new.tokens.weights()
        self.links = [-1] * len(self.old.tokens.words)
        self.taken = bytearray(len(self.new.tokens.words))
        self.paired: dict[int, int] = {}
        for gap in self.skeleton.gaps:
            self._align_gap(gap)
        self._align_moved_blocks()
        self._align_verbatim()
        self.pieces = self._pieces()
        self.piece_ends = [piece[1] for piece in self.pieces]

    # gaps
    def _align_gap(self, gap: Gap) -> None:
        ours, theirs = gap
        if not ours or not theirs:
            return
        whole = (self.old.spans[ours[0]][0], self.old.spans[ours[-1]][1], self.new.spans[theirs[0]][0], self.new.spans[theirs[-1]][1])
        if WHOLE and (len(ours) > 1 or len(theirs) > 1) and (whole[1] - whole[0]) * (whole[3] - whole[2]) < 1 << 22:
            self._align_tokens(*whole, least=REST_LEAST)
            one = self.links[whole[0] : whole[1]]
            gone = self._weight(*whole[:2])
            for k in range(whole[0], whole[1]):
                if self.links[k] >= 0:
                    self.taken[self.links[k]] = 0
                    self.links[k] = -1
        else:
            gone = 0
        for i, j in self._alike_in_order(ours, theirs):
            self.paired[i] = j
            self._align_tokens(*self.old.spans[i], *self.new.spans[j])
        self._align_rest(self.old.spans[ours[0]][0], self.old.spans[ours[-1]][1],
            self.new.spans[theirs[0]][0], self.new.spans[theirs[-1]][1])
        if gone and gone > WHOLE * self._weight(*whole[:2]):
            for k in range(whole[0], whole[1]):
                if self.links[k] >= 0:
                    self.taken[self.links[k]] = 0
                self.links[k] = one[k - whole[0]]
            for k in range(whole[0], whole[1]):
                if self.links[k] >= 0:
                    self.taken[self.links[k]] = 1

    def _weight(self, first, until):
        return sum(len(self.old.tokens.words[k]) for k in range(first, until) if self.links[k] >= 0)

    def _alike_in_order(self, ours: list[int], theirs: list[int]) -> list[tuple[int, int]]:
        if len(ours) == 1 == len(theirs):
            return [(ours[0], theirs[0])]
        pairs = [(i, -j, s) for i, j, s in self._candidates(ours, theirs, ALIKE)]
        pairs.sort()
        chain = climbing([(i, -j, s) for i, j, s in pairs]) if pairs else []
        if NEAR:
            chain = self._beside(chain, ours, theirs)
        return chain

    def _beside(self, chain, ours, theirs):
        at_i = {i: k for k, i in enumerate(ours)}
        at_j = {j: k for k, j in enumerate(theirs)}
        ends = [(-1, -1), *((at_i[i], at_j[j]) for i, j in chain), (len(ours), len(theirs))]
        out = [(at_i[i], at_j[j]) for i, j in chain]
        for (p, q), (i, j) in zip(ends, ends[1:], strict=False):
            lo, hi = p, i
            loj, hij = q, j
            while lo + 1 < hi and loj + 1 < hij and self._like(ours[lo + 1], theirs[loj + 1]) >= NEAR:
                lo, loj = lo + 1, loj + 1
                out.append((lo, loj))
            while hi - 1 > lo and hij - 1 > loj and self._like(ours[hi - 1], theirs[hij - 1]) >= NEAR:
                hi, hij = hi - 1, hij - 1
                out.append((hi, hij))
        return sorted((ours[i], theirs[j]) for i, j in out)

    def _like(self, i, j):
        a, b = set(self.old.words(i)), set(self.new.words(j))
        return 2 * sum(map(len, a & b)) / (sum(map(len, a)) + sum(map(len, b)) or 1)

    def _candidates(self, ours: list[int], theirs: list[int], alike: float) -> list[tuple[int, int, int]]:
        a = [(i, frozenset(self.old.words(i))) for i in ours]
        b = [(j, frozenset(self.new.words(j))) for j in theirs]
        found = []
        bw = [(j, s, sum(map(len, s))) for j, s in b]
        if len(ours) * len(theirs) <= PAIRS:
            rivals = None
        else:
            posts: dict[str, list[int]] = defaultdict(list)
            for index, (j, s) in enumerate(b):
                for word in s:
                    posts[word].append(index)
        for i, s in a:
            weight = sum(map(len, s))
            if len(ours) * len(theirs) <= PAIRS:
                rivals = bw
            else:
                votes: Counter[int] = Counter()
                for word in s:
                    where = posts.get(word, ())
                    if len(where) <= 16:
                        votes.update(where)
                rivals = [bw[index] for index, _ in votes.most_common(8)]
            for j, t, w in rivals:
                if 2 * min(weight, w) < alike * (weight + w):
                    continue
                shared = sum(map(len, s & t))
                if shared and 2 * shared >= alike * (weight + w):
                    found.append((i, j, shared))
        return found

    # tokens
    def _align_tokens(self, a1: int, a2: int, b1: int, b2: int, least: int = 0) -> None:
        runs = common_runs(self.old.tokens.words[a1:a2], self.new.tokens.words[b1:b2])
        runs = [(a1 + i, b1 + j, n) for i, j, n in runs]
        runs = self._slid(runs)
        runs = self._without_chance(runs, (a1, a2, b1, b2), REST_RULE if least else 0)
        if least:
            got = sum(self.old.weights[i + n] - self.old.weights[i] for i, j, n in runs)
            small = min(self.old.weights[a2] - self.old.weights[a1], self.new.weights[b2] - self.new.weights[b1])
            if got < SHARE * small:
                return
        for i, j, n in runs:
            if least and self.old.weights[i + n] - self.old.weights[i] < least:
                continue
            for k in range(n):
                self.links[i + k] = j + k
                self.taken[j + k] = 1

    def _slid(self, runs: list[Run]) -> list[Run]:
        out = runs[:1]
        for run in runs[1:]:
            i, j, n = out[-1]
            p, q, m = run
            if i + n == p:
                k = self._slide(self.new, j + n, q, n, m)
            elif j + n == q:
                k = self._slide(self.old, i + n, p, n, m)
            else:
                k = 0
            out[-1] = (i, j, n + k)
            if n + k == 0:
                out.pop()
            if m - k:
                out.append((p + k, q + k, m - k))
        return out

    def _slide(self, side, first, until, left, right):
        words = side.tokens.words
        low = 0
        while -low < left and words[first + low - 1] == words[until + low - 1]:
            low -= 1
        high = 0
        while high < right and words[first + high] == words[until + high]:
            high += 1
        if low == high:
            return 0
        return max(range(low, high + 1), key=lambda k: (self._break(side, first + k), k * TIE))

    def _break(self, side, k):
        if k == 0:
            return 3
        t = side.tokens
        between = side.text[t.ends[k - 1] : t.starts[k]] if k < len(t.starts) else "\n"
        if "\n" in between:
            return 3
        if between and t.words[k - 1] in ".!?;:":
            return SENT
        if t.words[k - 1] in "。！？":
            return SENT
        return 1 if between else 0

    def _edit(self, a1, a2, b1, b2):
        gone = self.old.weights[a2] - self.old.weights[a1]
        came = self.new.weights[b2] - self.new.weights[b1]
        if DISCOUNT and gone and came and gone < DMAX and came < DMAX:
            same = LCSseq.similarity("".join(self.old.tokens.words[a1:a2]), "".join(self.new.tokens.words[b1:b2]))
            if 2 * same >= DISCOUNT * (gone + came):
                return max(gone, came) - same
        return max(gone, came)

    def _without_chance(self, runs: list[Run], box: tuple[int, int, int, int], rule: int = 0) -> list[Run]:
        """Without the runs that weigh no more than the edits before and those after."""
        a, b = self.old.weights, self.new.weights
        kept: list[Run] = [(box[0], box[2], 0)]
        for run in [*runs, (box[1], box[3], 0)]:
            while len(kept) > 1:
                i, j, n = kept[-1]
                p, q, m = kept[-2]
                weight = a[i + n] - a[i]
                before = self._edit(p + m, i, q + m, j)
                after = self._edit(i + n, run[0], j + n, run[1])
                if STRICT and rule == 0:
                    if weight >= before or weight >= after:
                        break
                elif rule == 0:
                    if FACTOR * weight > before or FACTOR * weight > after:
                        break
                elif rule == 1:
                    if weight > before and weight > after:
                        break
                elif rule == 2:
                    if weight > min(before, after) and 2 * weight > max(before, after):
                        break
                elif rule == 3:
                    if weight > min(before, after) and 4 * weight > max(before, after):
                        break
                kept.pop()
            kept.append(run)
        return kept[1:-1]

    def _align_rest(self, a1: int, a2: int, b1: int, b2: int) -> None:
        i0, j0 = a1, b1
        boxes = []
        for i in range(a1, a2 + 1):
            j = self.links[i] if i < a2 else b2
            if j >= 0:
                if i > i0 and j > j0 :
                    boxes.append((i0, i, j0, j))
                i0, j0 = i + 1, j + 1
        for box in boxes:
            self._align_tokens(*box, least=REST_LEAST)

    # moves
    def _free(self, side: Side, is_free) -> list[int]:
        out = []
        for block, (first, until) in side.spans.items():
            total = side.weights[until] - side.weights[first]
            left = sum(len(side.tokens.words[k]) for k in range(first, until) if is_free(k))
            if total and left > 0.5 * total:
                out.append(block)
        return out

    def _align_moved_blocks(self) -> None:
        ours = self._free(self.old, lambda k: self.links[k] < 0)
        theirs = self._free(self.new, lambda k: not self.taken[k])
        if not ours or not theirs:
            return
        found = self._candidates(ours, theirs, MOVED_ALIKE)
        best_old: dict[int, int] = defaultdict(int)
        best_new: dict[int, int] = defaultdict(int)
        found.sort(key=lambda f: -f[2])
        used_i, used_j = set(), set()
        for i, j, s in found:
            if i in used_i or j in used_j or s < MOVED_WEIGHT:
                continue
            used_i.add(i)
            used_j.add(j)
            self.paired[i] = j
            self._align_free(self.old.spans[i], self.new.spans[j])

    def _align_free(self, ours, theirs) -> None:
        a = [k for k in range(*ours) if self.links[k] < 0]
        b = [k for k in range(*theirs) if not self.taken[k]]
        if len(a) == ours[1] - ours[0] and len(b) == theirs[1] - theirs[0]:
            self._align_tokens(*ours, *theirs)

    def _align_verbatim(self) -> None:
        size = VERBATIM
        ow, nw = self.old.tokens.words, self.new.tokens.words
        old_free = [k for k, j in enumerate(self.links) if j < 0]
        if not old_free:
            return
        def grams(words, is_free, count):
            places: dict[tuple[str, ...], int] = {}
            run = 0
            for k in range(count):
                run = run + 1 if is_free(k) else 0
                if run >= size:
                    gram = tuple(words[k - size + 1 : k + 1])
                    places[gram] = -1 if gram in places else k - size + 1
            return places
        ours = grams(ow, lambda k: self.links[k] < 0, len(ow))
        theirs = grams(nw, lambda k: not self.taken[k], len(nw))
        for gram, i in ours.items():
            j = theirs.get(gram, -1)
            if i < 0 or j < 0 or self.links[i] >= 0 or self.taken[j]:
                continue
            i1, j1 = i, j
            while i1 and j1 and self.links[i1 - 1] < 0 and not self.taken[j1 - 1] and ow[i1 - 1] == nw[j1 - 1]:
                i1, j1 = i1 - 1, j1 - 1
            i2, j2 = i, j
            while i2 < len(ow) and j2 < len(nw) and self.links[i2] < 0 and not self.taken[j2] and ow[i2] == nw[j2]:
                i2, j2 = i2 + 1, j2 + 1
            if self.old.weights[i2] - self.old.weights[i1] >= VERBATIM_WEIGHT:
                for k in range(i2 - i1):
                    self.links[i1 + k] = j1 + k
                    self.taken[j1 + k] = 1
                if EXTEND:
                    self._around(i1, i2, j1, j2)

    def _around(self, i1, i2, j1, j2):
        a1, a2 = self._block_of(self.old, i1)
        b1, b2 = self._block_of(self.new, j1)
        i, j = i1, j1
        while i > a1 and self.links[i - 1] < 0:
            i -= 1
        while j > b1 and not self.taken[j - 1]:
            j -= 1
        if i < i1 and j < j1:
            self._align_tokens(i, i1, j, j1, least=EXTEND)
        a1, a2 = self._block_of(self.old, i2 - 1)
        b1, b2 = self._block_of(self.new, j2 - 1)
        i, j = i2, j2
        while i < a2 and self.links[i] < 0:
            i += 1
        while j < b2 and not self.taken[j]:
            j += 1
        if i2 < i and j2 < j:
            self._align_tokens(i2, i, j2, j, least=EXTEND)

    def _block_of(self, side, k):
        if not hasattr(self, "_firsts"):
            self._firsts = {}
        firsts = self._firsts.get(id(side))
        if firsts is None:
            firsts = self._firsts[id(side)] = sorted(f for f, u in side.spans.values() if u > f) + [len(side.tokens.words)]
        at = bisect_right(firsts, k)
        return firsts[at - 1], firsts[at]

    # pieces
    def _pieces(self) -> list[tuple[int, int, int]]:
        pieces = []
        ends, starts = self.old.tokens.ends, self.old.tokens.starts
        nends, nstarts = self.new.tokens.ends, self.new.tokens.starts
        for index, j in enumerate(self.skeleton.links):
            if j >= 0:
                if self.old.blocks[index]:
                    pieces.append((self.old.at[index], self.old.at[index + 1] - 1, self.new.at[j]))
        first = -1
        for i, j in [*enumerate(self.links), (len(self.links), -1)]:
            if first >= 0:
                if j == self.links[i - 1] + 1:
                    between = self.old.text[ends[i - 1] : starts[i]]
                    if "\n" not in between and between == self.new.text[nends[j - 1] : nstarts[j]]:
                        continue
                pieces.append((starts[first], ends[i - 1], nstarts[self.links[first]]))
            first = i if j >= 0 else -1
        pieces.sort()
        return pieces

    def place(self, s: int, e: int):
        ps = []
        k = bisect_right(self.piece_ends, s)
        while k < len(self.pieces) and self.pieces[k][0] < e:
            a, b, n = self.pieces[k]
            lo, hi = max(a, s), min(b, e)
            ps.append((n + lo - a, n + hi - a, lo))
            k += 1
        if not ps:
            return None, 0.0
        if any(b[0] < a[1] for a, b in zip(ps, ps[1:], strict=False)):
            keep = {x for _, x in climbing([(k, p[0], p[1] - p[0]) for k, p in enumerate(ps)])}
            ps = [p for p in ps if p[0] in keep]
        # the heaviest run of pieces, less what was written between them
        best = (0.0, 0, 0, 0)
        at, score, got = 0, 0.0, 0
        for k, (x, y, o) in enumerate(ps):
            if k:
                px, py, po = ps[k - 1]
                gap = x - py
                gone = o - (po + py - px)
                cost = FAR if gap < 0 or gap - (gone if LESS_GONE else 0) > KLEN * (e - s) + CLEN else 0
                if score - cost <= 0:
                    at, score, got = k, 0.0, 0
                else:
                    score -= cost
            score += y - x
            got += y - x
            if score > best[0]:
                best = (score, at, k, got)
        _, f, l, got = best
        return (ps[f][0], ps[l][1]), self._kept(s, e, got, ps[f : l + 1])

    def _kept(self, s, e, got, ps):
        if KIND == 0 or got >= 0.8 * (e - s) or got < 0.1 * (e - s):
            return got / (e - s)
        t = Tokens()
        t.add(self.old.text[s:e], s)
        spans = [(o, o + y - x) for x, y, o in ps]
        total = kept = 0.0
        k = 0
        for a, b in zip(t.starts, t.ends, strict=True):
            if KIND in (1, 6):
                w = 1
            elif KIND == 2:
                w = (b - a) ** 0.5
            elif KIND == 3:
                w = b - a
            elif KIND == 4:
                w = min(b - a, 8)
            elif KIND == 5:
                w = (b - a) if t.words[t.starts.index(a)].isalnum() else 0.1
            total += w
            while k < len(spans) and spans[k][1] <= a:
                k += 1
            if k < len(spans) and spans[k][0] <= a:
                kept += w
        if KIND == 6:
            return min(kept / total, got / (e - s)) if total else 0
        return kept / total if total else 0


FAR = 1e9
LESS_GONE = True
KLEN = 1.25
CLEN = 50
KIND = 6
TIE = -1
DISCOUNT = 0.6
DMAX = 40
FACTOR = 1.0
NEAR = 0.3
WHOLE = 1
LIMIT = 0.22
SHARE = 0
EXTEND = 0
SENT = 2
STRICT = False
REST_RULE = 0
REST_LEAST = 1
MOVED_WEIGHT = 30


def anchor(old, new, sels):
    al = Alignment(old, new)
    out = []
    for s in sels:
        span, kept = al.place(s["start"], s["end"])
        out.append(span if kept >= LIMIT else None)
    return out
