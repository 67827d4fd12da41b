"""A document that the project made, with what is to be found in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.importing.samples import Sample

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Made:
    """`truth` are the texts of its blocks; `facts` may stand among them or be left out.

    `kind` is the table in which it is scored. Held back: made after the importers were.
    """

    name: str
    kind: str
    data: bytes
    truth: Sequence[str]
    facts: Sequence[str] = ()
    is_held_back: bool = False

    def write(self, folder: Path) -> None:
        """Writes the document and, beside it, its paragraphs."""
        (folder / self.name).write_bytes(self.data)
        beside = {"paragraphs": list(self.truth), "facts": list(self.facts)}
        path = folder / f"{Path(self.name).stem}.json"
        path.write_text(json.dumps(beside, ensure_ascii=False, indent=1), "utf-8")


def facts_of(sample: Sample, *more: str) -> list[str]:
    """What every page says about a text, in the ways in which the makers write it."""
    day = day_of(sample)
    told = [sample.title, sample.standfirst, sample.byline, day, sample.published]
    told += [f"By {sample.byline}", f"{sample.byline}, {day}", f"By {sample.byline}, {day}"]
    told += [f"By {sample.byline} {day}", f"{sample.byline} {day}", f"{sample.byline} · {day}"]
    told += [f"Published {day}"]
    return [fact for fact in [*told, *more] if fact]


def day_of(sample: Sample) -> str:
    """The day of publication in words: 17 June 2025."""
    year, month, day = (sample.published + "-01-01")[:10].split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
