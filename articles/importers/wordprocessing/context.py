"""What all parts of one document share while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from articles.importers.pictures import Pictures
from articles.importers.ticking import Ticker
from articles.importers.wordprocessing.names import M, W, value
from articles.importers.wordprocessing.numbering import Numbering
from articles.importers.wordprocessing.package import Package, Part
from articles.importers.wordprocessing.styles import Styles

NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


@dataclass
class Note:
    """A note of the document: its element, in the part that it stands in."""

    element: etree._Element
    part: Part


@dataclass
class Context:
    """The document's styles, lists, notes and pictures."""

    package: Package
    styles: Styles
    numbering: Numbering
    pictures: Pictures = field(default_factory=Pictures)
    notes: dict[tuple[str, str], Note] = field(default_factory=dict)
    marked: dict[tuple[str, str], int] = field(default_factory=dict)  # numbers of notes
    order: list[tuple[str, str]] = field(default_factory=list)  # of the notes, by number from 1
    chunks: int = 0  # files inside that were read
    ticker: Ticker = field(default_factory=Ticker)

    @classmethod
    def of(cls, package: Package, main: Part) -> Context:
        styles = package.beside(main, "styles")
        numbering = package.beside(main, "numbering")
        context = cls(
            package,
            Styles.of(styles.root if styles else None),
            Numbering.of(numbering.root if numbering else None),
        )
        for kind in ("footnote", "endnote"):
            part = package.beside(main, f"{kind}s")
            for each in part.root.iterchildren(W + kind) if part else ():
                note_id = value(each, "id")
                if part and note_id and _says_something(each):
                    context.notes.setdefault((kind, note_id), Note(each, part))
        return context

    def mark(self, reference: etree._Element) -> int | None:
        """The number of the note that is referred to, by first mention; None where is none."""
        key = (NOTES[reference.tag], value(reference, "id") or "")
        if key not in self.notes:
            return None
        if key not in self.marked:
            self.order.append(key)
        return self.marked.setdefault(key, len(self.order))


def _says_something(note: etree._Element) -> bool:
    return any((each.text or "").strip() for each in note.iter(W + "t", M + "t"))
