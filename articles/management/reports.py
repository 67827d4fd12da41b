"""What became of each of many things, as a file for a spreadsheet or a program."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

KINDS = (".csv", ".json")
# what a spreadsheet takes for a formula (OWASP, CSV injection)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_report(path: Path, rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    """Writes the rows as JSON or CSV, by the name of the file; raises OSError where it cannot."""
    if path.suffix.lower() == ".json":
        path.write_text(json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n", "utf-8")
        return
    # the mark at the beginning tells spreadsheets that it is UTF-8
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([_cell(row[column]) for column in columns] for row in rows)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        value = " ".join(value)
    said = str(value).encode("utf-8", "replace").decode()
    return f"'{said}" if isinstance(value, str) and said.startswith(FORMULA) else said
