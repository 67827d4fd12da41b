"""Tables: which are tables and which only lay out a page, and their rows as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from articles.importers.dom.elements import Element, name_of, names, number, text_of
from articles.importers.dom.inline import markdown_of
from articles.markdown.inline import Node, plain_text

MAX_COLUMNS = 100  # as many as the dialect takes
MAX_CELLS = 50_000
MAX_CELL = 20_000  # characters
LONG_CELL = 600  # characters: cells of a layout are long, of a table short
BLOCKS_IN_LAYOUT = names("table h1 h2 h3 h4 form pre blockquote article section iframe hr")
PARTS = frozenset(("thead", "tbody", "tfoot"))


def is_table(table: Element) -> bool:
    """Whether rows and columns mean something, or only lay out the page."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    inside = [name_of(each) for each in table.iter("*")][1:]
    if "table" in inside or len(inside) > MAX_CELLS * 4:
        return False
    rows = _rows(table)
    widths = [len(row) for row in rows]
    if (len(rows) < 2 and "th" not in inside) or max(widths, default=0) < 2:
        return False
    if (table.get("role") or "").lower() in ("table", "grid"):
        return True
    says_so = not {"th", "caption", "thead"}.isdisjoint(inside)
    if not BLOCKS_IN_LAYOUT.isdisjoint(inside):
        return False
    sizes = [len(text_of(cell, MAX_CELL).strip()) for row in rows for cell in row]
    if max(sizes, default=0) >= MAX_CELL:
        return False
    if says_so:
        return True
    filled = sum(1 for size in sizes if size)
    return max(sizes, default=0) <= LONG_CELL and filled * 2 >= len(sizes)


def rows_of(table: Element) -> list[list[Element | None]] | None:
    """The cells by rows, spans filled up with None; None where there are too many."""
    grid: list[list[Element | None]] = []
    hanging: dict[int, int] = {}  # by column, how many rows a cell above still reaches down
    cells = 0
    for row in _rows(table):
        line: list[Element | None] = []
        for cell in row:
            _fill(line, hanging)
            across = min(max(number(cell.get("colspan")) or 1, 1), MAX_COLUMNS)
            down = min(max(number(cell.get("rowspan")) or 1, 1), 1_000)
            if down > 1:
                hanging.update({len(line) + place: down for place in range(across)})
            line += [cell, *[None] * (across - 1)]
        _fill(line, hanging)
        hanging = {column: rows - 1 for column, rows in hanging.items() if rows > 1}
        grid.append(line)
        cells += len(line)
        if len(line) > MAX_COLUMNS or cells > MAX_CELLS:
            return None
    width = max((len(line) for line in grid), default=0)
    if width * len(grid) > MAX_CELLS:
        return None
    return [line + [None] * (width - len(line)) for line in grid]


def _fill(line: list[Element | None], hanging: dict[int, int]) -> None:
    while hanging.get(len(line), 0) > 0 and len(line) <= MAX_COLUMNS:
        line.append(None)


def _rows(table: Element) -> list[list[Element]]:
    head: list[Element] = []
    body: list[Element] = []
    foot: list[Element] = []
    for part in table:
        name = name_of(part)
        if name == "tr":
            body.append(part)
        elif name in PARTS:
            rows = {"thead": head, "tfoot": foot}.get(name, body)
            rows.extend(child for child in part if name_of(child) == "tr")
    return [
        [cell for cell in row if name_of(cell) in ("td", "th")] for row in (*head, *body, *foot)
    ]


def table_markdown(cells: Sequence[Sequence[list[Node]]]) -> tuple[str, str]:
    """The rows as Markdown and as plain words, without rows and columns that say nothing.

    The first row is the head: the dialect has no table without one.
    """
    rows = [row for row in cells if any(plain_text(cell).strip() for cell in row)]
    width = len(rows[0]) if rows else 0
    filled = [i for i in range(width) if any(plain_text(row[i]).strip() for row in rows)]
    if not filled:
        return "", ""
    lines = [
        "| " + " | ".join(markdown_of(row[i], in_cell=True) for i in filled) + " |" for row in rows
    ]
    lines.insert(1, "|" + "---|" * len(filled))
    source = "\n".join("\t".join(plain_text(row[i]) for i in filled) for row in rows)
    return "\n".join(lines), source
