"""What is usual in a document: the size of its text, the step from line to line, its paragraphs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from articles.importers.pdf.blocks import ends_sentence, has_marker
from articles.importers.pdf.lines import is_wide
from articles.importers.pdf.model import Line

USUAL_STEP = 1.2  # times the size, where nothing is known
LEAST_STEP = 0.85  # times the size: what is less are cells beside each other
MOST_STEP = 2.6  # times the size: what is more is no step within a paragraph
FREQUENT = 0.12  # of all steps of a size: what is rarer is not the usual one
GAP = 1.22  # times the usual step: what is more stands between paragraphs
INDENT = 0.55  # of the size: what is less is no indent
EXACT = 1.2  # points: how exactly justified lines end at the margin
ENDS = 0.9  # of the size: what a justified line is short of the margin when it is the last
NARROW = 1.2  # of the size: how far indented lines are a part of their own
SLACK = 0.5  # of the size: how much more room than a word takes there must be


@dataclass
class Measures:
    """What is usual."""

    size: float = 10.0
    mono: bool = False
    steps: dict[float, float] = field(default_factory=dict)
    spaced: bool = False  # paragraphs stand apart
    indented: bool = False  # or begin with an indent
    margins: dict[tuple[int, int], tuple[float, float]] = field(default_factory=dict)
    justified: set[tuple[int, int]] = field(default_factory=set)  # columns
    narrow: dict[int, tuple[float, float]] = field(default_factory=dict)  # by a line's identity

    def step(self, line: Line) -> float:
        """The usual distance of baselines for lines like this."""
        own = self.steps.get(round(line.size * 2) / 2)
        return own or self.steps.get(0.0, USUAL_STEP) * line.size

    def is_gap(self, before: Line, line: Line) -> bool:
        usual = max(self.step(before), self.step(line))
        raised = any(word.raised for word in (*before.words, *line.words))
        return line.y - before.y > usual * (1.42 if raised else GAP) + 0.4

    def edges(self, line: Line) -> tuple[float, float]:
        """Where lines of the column begin and end, or those of an indented part of it."""
        if id(line) in self.narrow:
            return self.narrow[id(line)]
        return self.margins.get((line.page, line.region), (line.left, line.right))

    def fits(self, before: Line, line: Line) -> bool:
        """Whether the line's first word had room in the line before: that one ends early."""
        left, right = self.edges(before)
        room = before.x0 - left if before.rtl else right - before.x1
        if (before.page, before.region) in self.justified and room > ENDS * before.size:
            return ends_sentence(before.text) or room > _first_width(line)
        return room > _first_width(line) + (0.25 + SLACK) * before.size


def _first_width(line: Line) -> float:
    """How wide the first word is, with what is glued to it."""
    if is_wide(line.words[0].text[0]):
        return line.size  # a sign may end the line before
    start, end = line.words[0].x0, line.words[0].x1
    for word in line.words[1:]:
        if not word.glued:
            break
        start, end = min(start, word.x0), max(end, word.x1)
    return end - start


def measure(lines: Sequence[Line]) -> Measures:
    """What is usual among the lines of a document, which are in reading order."""
    made = Measures()
    letters: Counter[float] = Counter()
    mono = 0
    for line in lines:
        letters[round(line.size * 2) / 2] += line.letters
        mono += line.letters if line.share("mono") > 0.5 else 0
    if not letters:
        return made
    made.size = letters.most_common(1)[0][0]
    made.mono = mono * 2 > letters.total()
    made.steps = _steps(lines, made.size)
    made.margins = _margins(lines)
    made.justified = _justified(made, lines)
    made.narrow = _narrow(made, lines)
    _paragraphs(made, lines)
    return made


def pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Lines that stand below each other in one column."""
    for before, line in pairwise(lines):
        if before.page == line.page and before.region == line.region and line.y > before.y:
            yield before, line


def _steps(lines: Sequence[Line], body: float) -> dict[float, float]:
    found: dict[float, Counter[float]] = defaultdict(Counter)
    for before, line in pairs(lines):
        size = round(line.size * 2) / 2
        step = line.y - before.y
        same = abs(before.size - line.size) < 0.3
        if same and LEAST_STEP * line.size < step < MOST_STEP * line.size:
            found[size][round(step * 4) / 4] += 1
    steps = {size: _usual(counts) for size, counts in found.items() if counts.total() >= 3}
    steps[0.0] = steps[body] / body if body in steps else USUAL_STEP
    return steps


def _usual(counts: Counter[float]) -> float:
    """The least step that is frequent."""
    least = max(1.0, FREQUENT * counts.total())
    near = {
        step: sum(count for other, count in counts.items() if abs(other - step) <= 0.3)
        for step in counts
    }
    frequent = [step for step, count in near.items() if count >= least]
    return min(frequent or [counts.most_common(1)[0][0]]) + 0.1


def _margins(lines: Sequence[Line]) -> dict[tuple[int, int], tuple[float, float]]:
    regions: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        regions[line.page, line.region].append(line)
    return {key: _edges(members) for key, members in regions.items()}


def _edges(members: Sequence[Line]) -> tuple[float, float]:
    """Where the lines of a column begin and end: those of the size that most of it has."""
    letters: Counter[float] = Counter()
    for line in members:
        letters[round(line.size, 1)] += line.letters
    usual = letters.most_common(1)[0][0]
    same = [line for line in members if abs(line.size - usual) < 0.3]
    chosen = same if len(same) > 2 else members
    return _edge(chosen, -1), _edge(chosen, 1)


def _justified(made: Measures, lines: Sequence[Line]) -> set[tuple[int, int]]:
    """The columns in which most lines end at one place."""
    ends: dict[tuple[int, int], list[bool]] = defaultdict(list)
    for line in lines:
        left, right = made.edges(line)
        at = line.x0 - left if line.rtl else right - line.x1
        ends[line.page, line.region].append(abs(at) < EXACT)
    return {key for key, said in ends.items() if len(said) >= 4 and sum(said) >= 0.5 * len(said)}


def _narrow(made: Measures, lines: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """Edges of lines that stand below each other, are all indented, and end short."""
    found: dict[int, tuple[float, float]] = {}
    runs = list(_runs(made, lines))
    first = set(_first_indents(made, lines))
    for run in runs:
        if any(abs(run[0].x0 - made.edges(run[0])[0] - indent) < 1.5 for indent in first):
            continue
        if any(has_marker(line.text) for line in run):
            continue
        left, right = made.edges(run[0])
        start = min(line.x0 for line in run)
        end = max(line.x1 for line in run)
        if len(run) > 1 and start - left > NARROW * run[0].size and end < right:
            found.update({id(line): (start, end) for line in run})
    return found


def _first_indents(made: Measures, lines: Sequence[Line]) -> Counter[int]:
    """How far lines are indented, in points, after which the next is not."""
    found: Counter[int] = Counter()
    for before, line in pairs(lines):
        left, _right = made.edges(line)
        indent = before.x0 - left
        back = abs(line.x0 - left) < 1.0 and not made.is_gap(before, line)
        if back and INDENT * line.size < indent < 5 * line.size and not has_marker(before.text):
            found[round(indent)] += 1
    return found


def _runs(made: Measures, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that no gap divides, and that begin at one place."""
    run: list[Line] = []
    for line in lines:
        before = run[-1] if run else None
        if before is not None and (
            (before.page, before.region) != (line.page, line.region)
            or line.y <= before.y
            or made.is_gap(before, line)
            or (abs(before.x0 - line.x0) > 1.0 and not line.rtl)
        ):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _edge(lines: Sequence[Line], sign: int) -> float:
    """The outermost place that several lines reach; one that sticks out alone is none."""
    places = sorted((line.x1 if sign > 0 else -line.x0 for line in lines), reverse=True)
    near = 1.5 * lines[0].size
    least = 2 if len(places) < 30 else max(2, len(places) // 20)
    for place in places:
        if sum(1 for other in places if 0 <= place - other <= near) >= least:
            return sign * place
    return sign * places[0]


def _paragraphs(made: Measures, lines: Sequence[Line]) -> None:
    """Whether paragraphs stand apart, or begin with an indent."""
    gaps = ends = 0
    for before, line in pairs(lines):
        if abs(line.size - made.size) > 0.6 or abs(before.size - made.size) > 0.6:
            continue
        if has_marker(line.text) or line.share("bold") > 0.9 or before.share("bold") > 0.9:
            continue
        if made.is_gap(before, line):
            gaps += line.y - before.y < 4 * made.step(line)
        elif made.fits(before, line):
            ends += 1
    indents = _first_indents(made, lines).total()
    made.spaced = gaps > ends and indents < max(2.0, 0.5 * gaps)
    made.indented = not made.spaced and indents >= 2 and indents > 0.4 * ends
