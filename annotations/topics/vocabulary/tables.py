"""The vocabulary as CSV (RFC 4180, UTF-8), out and in.

A cell with several values has one a line. A value that a spreadsheet would take for a formula
begins with an apostrophe, which is taken off again on the way in.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from annotations.topics.vocabulary.entries import Term
from ncr.refusals import Refused

COLUMNS = (
    "name",
    "description",
    "other names",
    "languages",
    "words in one sentence",
    "broader",
    "related",
    "elsewhere",
    "page",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST_CELL = 100_000


def written(terms: Iterable[Term]) -> bytes:
    """The vocabulary, with a mark by which spreadsheets know the encoding."""
    return table(COLUMNS, (_row(term) for term in terms))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as spreadsheets open it."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return sheet.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _row(term: Term) -> list[str]:
    return [
        term.name,
        term.description,
        "\n".join(term.aliases),
        "\n".join(f"{language}: {label}" for language, label in term.labels.items()),
        "\n".join(term.cues),
        term.broader,
        "\n".join(term.related),
        term.uri,
        term.address,
    ]


def read(source: str) -> list[Term]:
    """The rows of a table, in their order; raises Refused where it is no such table."""
    lines = io.StringIO(source, newline="")
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = list(csv.reader(lines, delimiter=_delimiter(source), strict=True))
    except csv.Error as error:
        raise Refused(_("This cannot be read as %(form)s: %(why)s") % _told(error)) from error
    if not rows:
        raise Refused(_("This file is empty."))
    head = [cell.strip().casefold() for cell in rows[0]]
    if "name" not in head:
        raise Refused(
            _("The first line must name the columns, one of them “name”. It says: %(line)s")
            % {"line": ", ".join(head)[:200]}
        )
    return [
        _term(dict(zip(head, map(_plain, row), strict=False)), number)
        for number, row in enumerate(rows[1:], start=2)
        if any(cell.strip() for cell in row)
    ]


def _told(error: Exception) -> dict[str, str]:
    return {"form": "CSV", "why": str(error)[:200]}


def _delimiter(source: str) -> str:
    """Whichever of comma, semicolon and tab the first line has most of."""
    first = source.split("\n", 1)[0]
    return max((",", ";", "\t"), key=first.count)


def _plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell


def _term(cells: dict[str, Any], number: int) -> Term:
    def lines(column: str) -> list[str]:
        return [line.strip() for line in cells.get(column, "").splitlines() if line.strip()]

    labels = {}
    for line in lines("languages"):
        code, _mark, name = line.partition(":")
        labels[code.strip()] = name.strip()
    return Term(
        name=cells.get("name", "").strip(),
        address=cells.get("page", "").strip(),
        description=cells.get("description", "").strip(),
        aliases=lines("other names"),
        labels=labels,
        cues=lines("words in one sentence"),
        broader=cells.get("broader", "").strip(),
        related=lines("related"),
        uri=cells.get("elsewhere", "").strip(),
        place=_("line %(number)d") % {"number": number},
    )
