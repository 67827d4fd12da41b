"""Cells to the rows of a Markdown table."""

from __future__ import annotations

from collections.abc import Sequence

from articles.markdown.limits import MAX_COLUMNS


def written_rows(rows: Sequence[Sequence[str]]) -> str:
    """The rows, the first of them as the head; short ones are filled up, empty edges cut off.

    Empty where no cell says anything, and where there are more columns than a table may have.
    """
    said = [list(row) for row in rows if any(cell.strip() for cell in row)]
    columns = max((_last_said(row) for row in said), default=0)
    if not 0 < columns <= MAX_COLUMNS:
        return ""
    filled = [(row + [""] * columns)[:columns] for row in said]
    written = ["| " + " | ".join(row) + " |" for row in filled]
    written.insert(1, "|" + "---|" * columns)
    return "\n".join(written)


def _last_said(row: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)
