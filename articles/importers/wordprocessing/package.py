"""The parts of a file in the Open Packaging Conventions (ECMA-376-2), found by their relations."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from articles.importers.archives import Archive
from articles.importers.document import ImportRefused, damaged
from articles.importers.wordprocessing.names import transitional
from articles.importers.xml import parsed

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MAX_RELATIONS = 100_000


@dataclass(frozen=True)
class Relation:
    """What a part refers to: another part by its name, or an address outside."""

    kind: str  # the last word of the relation's type
    target: str
    outside: bool


@dataclass
class Part:
    """A part with its XML and its relations by their ids."""

    name: str
    root: etree._Element
    relations: dict[str, Relation] = field(default_factory=dict)


class Package:
    """An archive whose parts refer to each other."""

    def __init__(self, data: bytes) -> None:
        """Raises ImportRefused for what is no such archive."""
        self.archive = Archive(data)
        self.relations = self._relations("")

    def main(self) -> Part:
        """The document itself, wherever it stands."""
        for relation in self.relations.values():
            if relation.kind == "officeDocument" and not relation.outside:
                found = self.part(relation.target)
                if found is not None:
                    return found
        found = self.part("word/document.xml")
        if found is None:
            raise damaged()
        return found

    def beside(self, part: Part, kind: str) -> Part | None:
        """The part of a kind (`styles`, `footnotes`) that another refers to.

        None also where it is broken: the text can be read without.
        """
        return self._related(part.relations, kind)

    def properties(self) -> Part | None:
        """What the file says of itself; None also where that is broken."""
        return self._related(self.relations, "core-properties")

    def _related(self, relations: dict[str, Relation], kind: str) -> Part | None:
        for relation in relations.values():
            if relation.kind == kind and not relation.outside:
                try:
                    return self.part(relation.target)
                except ImportRefused as error:
                    if isinstance(error.__cause__, etree.XMLSyntaxError):
                        return None
                    raise
        return None

    def part(self, name: str) -> Part | None:
        """The part of a name, or None."""
        known = self.archive.named(name)
        if known is None:
            return None
        root = parsed(transitional(self.archive.read(known)))
        return Part(known, root, self._relations(known))

    def bytes_of(self, relation: Relation, most: int) -> bytes | None:
        """What the relation refers to, if it is in the file and not too large."""
        known = None if relation.outside else self.archive.named(relation.target)
        if known is None or self.archive.size(known) > most:
            return None
        return self.archive.read(known, most)

    def _relations(self, name: str) -> dict[str, Relation]:
        folder, _, base = name.rpartition("/")
        known = self.archive.named(posixpath.join(folder, "_rels", f"{base}.rels"))
        if known is None:
            return {}
        found: dict[str, Relation] = {}
        for each in parsed(self.archive.read(known)).iter(RELATION):
            target, kind = each.get("Target", ""), each.get("Type", "").rpartition("/")[2]
            outside = each.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target)))[1:]
            found[each.get("Id", "")] = Relation(kind, target, outside)
            if len(found) > MAX_RELATIONS:
                break
        return found
