"""Tables whose cells are ruled: the lines say which words stand in one cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.importers.pdf.model import Page, Word

TOUCH = 2.5  # points: how far apart lines of one grid may end
MOST_CELLS = 20_000
PLACEHOLDER = "\ufffc"

Rule = tuple[float, float, float, float]


@dataclass
class Grid:
    """Ruled lines that touch, with the words between them, by row and column."""

    across: list[Rule]
    down: list[Rule]
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    cells: dict[tuple[int, int], list[Word]] = field(default_factory=dict)
    place: Word | None = None  # stands for the table among the words of the page

    @property
    def words(self) -> list[Word]:
        return [word for _at, cell in sorted(self.cells.items()) for word in cell]

    def rows(self) -> list[list[list[Word]]]:
        """The words of the cells, row by row; rows and columns without words are left out."""
        numbers = sorted({row for row, _column in self.cells})
        columns = sorted({column for _row, column in self.cells})
        return [[self.cells.get((row, column), []) for column in columns] for row in numbers]


def take_grids(page: Page) -> list[Grid]:
    """Takes the words of ruled tables out of a page, and puts one word in for each table."""
    grids = []
    for rules in _connected(page.rules):
        grid = _grid(rules)
        if grid is None:
            continue
        for word in page.words:
            at = _cell_of(grid, word)
            if at is not None:
                grid.cells.setdefault(at, []).append(word)
        if _is_table(grid):
            taken = {id(word) for word in grid.words}
            first = grid.words[0]
            top = grid.ys[0] + first.size
            grid.place = Word(
                PLACEHOLDER,
                grid.xs[0],
                grid.xs[-1],
                top,
                first.size,
                first.face,
                order=first.order,
            )
            page.words = [word for word in page.words if id(word) not in taken] + [grid.place]
            grids.append(grid)
    return grids


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that touch each other."""
    groups: list[tuple[Rule, list[Rule]]] = []
    for rule in sorted(rules, key=lambda rule: (rule[1], rule[0])):
        home: list[Rule] = [rule]
        box = rule
        apart = []
        for other, members in groups:
            if _touch(box, other) and any(_touch(rule, member) for member in members):
                home = members + home
                box = (
                    min(box[0], other[0]),
                    min(box[1], other[1]),
                    max(box[2], other[2]),
                    max(box[3], other[3]),
                )
            else:
                apart.append((other, members))
        groups = [*apart, (box, home)]
    return [members for _box, members in groups if len(members) >= 5]


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one[0] <= other[2] + TOUCH
        and other[0] <= one[2] + TOUCH
        and one[1] <= other[3] + TOUCH
        and other[1] <= one[3] + TOUCH
    )


def _grid(rules: Sequence[Rule]) -> Grid | None:
    across = [rule for rule in rules if rule[2] - rule[0] >= rule[3] - rule[1]]
    down = [rule for rule in rules if rule[2] - rule[0] < rule[3] - rule[1]]
    grid = Grid(across, down)
    grid.xs = _distinct([(rule[0] + rule[2]) / 2 for rule in down])
    grid.ys = _distinct([(rule[1] + rule[3]) / 2 for rule in across])
    if len(grid.xs) < 3 or len(grid.ys) < 3 or len(grid.xs) * len(grid.ys) > MOST_CELLS:
        return None
    return grid


def _distinct(places: Sequence[float]) -> list[float]:
    made: list[float] = []
    for place in sorted(places):
        if not made or place - made[-1] > TOUCH:
            made.append(place)
    return made


def _cell_of(grid: Grid, word: Word) -> tuple[int, int] | None:
    """Row and column of a word: by the nearest lines that are drawn left of and above it."""
    x, y = (word.x0 + word.x1) / 2, word.y - 0.3 * word.size
    if not (grid.xs[0] < x < grid.xs[-1] and grid.ys[0] < y < grid.ys[-1]):
        return None
    left = [r[0] for r in grid.down if r[1] - TOUCH <= y <= r[3] + TOUCH and r[0] <= x]
    above = [r[1] for r in grid.across if r[0] - TOUCH <= x <= r[2] + TOUCH and r[1] <= y]
    if not left or not above:
        return None
    column = bisect_right(grid.xs, max(left) + TOUCH) - 1
    return bisect_right(grid.ys, max(above) + TOUCH) - 1, column


def _is_table(grid: Grid) -> bool:
    """Whether there are words in two rows and two columns at least, and in most of the cells."""
    rows = {row for row, _column in grid.cells}
    columns = {column for _row, column in grid.cells}
    if len(rows) < 2 or len(columns) < 2:
        return False
    return len(grid.cells) >= 0.4 * len(rows) * len(columns)
