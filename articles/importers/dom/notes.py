"""Footnotes: which links are their marks, where each note stands, and which links lead back.

A mark is a link to another place of the text that looks or says it is one; the note is what stands
around that place. Both are found before the text is walked, in all files of a book together, so
that numbers go by first mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import unquote, urldefrag, urljoin

from articles.importers.dom.elements import (
    Element,
    classes_of,
    is_block,
    name_of,
    text_of,
    types_of,
)

MARK_TYPES = {"noteref", "doc-noteref", "biblioref", "doc-biblioref"}
NOTE_TYPES = {
    "footnote", "doc-footnote", "endnote", "doc-endnote", "rearnote", "note",
    "biblioentry", "doc-biblioentry",
}  # fmt: skip
BACK_TYPES = {"backlink", "doc-backlink", "referrer"}
MARK_CLASSES = {
    "footnote-ref", "footnoteref", "noteref", "fnref", "footnote-reference", "footnote-link",
    "note-ref", "footnote-anchor", "sdfootnoteanc", "sdendnoteanc", "fn-ref", "footnote_ref",
}  # fmt: skip
BACK_CLASSES = {
    "footnote-backref", "footnote-back", "footnote-backlink", "reversefootnote", "fn-backref",
    "mw-cite-backlink", "sdfootnotesym", "sdendnotesym", "footnote-return", "backref", "fnback",
}  # fmt: skip
NOTE_ADDRESS = re.compile(
    r"_?(?:(?:cite|foot|end|sdfoot|sdend|r?f|user-content-f)?[-_]?note(?:text)?|anm|anmerkung"
    r"|fussnote|przypis|nota)[-_:.]?[\w.-]{0,60}"
    r"|_?(?:user-content-)?(?:ftn|edn|fn|en|n|sdfootnote|sdendnote)[-_:.]?\d[\w.-]{0,40}"
    r"|_?(?:user-content-)?fn[-_:][\w.-]{1,60}",
    re.I,
)
BACK_ADDRESS = re.compile(
    r"_?(?:ftnref|ednref|fnref|enref|cite_ref|footnote-?ref|noteref|ref|r?fnref|fn-?ref|back"
    r"|user-content-fnref)\b|.*(?:ref|anc|back)[-_:.]?\w{0,8}$",
    re.I,
)
# what the words of a mark look like: 12, [12], (a), *, †
MARK_WORDS = re.compile(
    r"[\[(（【]?\s*(?:(?:note|nb|n|anm\.?)\s*)?(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,7}|[*†‡§¶#]{1,5})"
    r"\s*[\])）】.]?",
    re.I,
)
BACK_WORDS = re.compile(
    r"[\s↩↑⤴⏎^←⇑⇧▲\ufe0e\ufe0f\[\]().↵]*(?:back|zurück|retour|return)?\s*", re.I
)
PAGES = ("body", "html", "section", "main", "article")  # what is larger than a note is by itself
MAX_NOTES = 5_000
MAX_NOTE = 20_000  # characters


@dataclass
class Notes:
    """The footnotes of one text, or of all the files of a book.

    Every file is given to `gather`, in order, and then `settle` is called once.
    """

    numbers: dict[Element, int] = field(default_factory=dict)  # by the link which is the mark
    bodies: dict[Element, int] = field(default_factory=dict)  # by the element which is the note
    backs: set[Element] = field(default_factory=set)
    labels: dict[int, str] = field(default_factory=dict)  # what the first mark says, by number
    settled: bool = False
    _places: dict[str, Element] = field(default_factory=dict)
    _links: list[tuple[Element, str]] = field(default_factory=list)

    def gather(self, root: Element, path: str = "") -> None:
        """Finds the places and links of a file, which others may name by its path."""
        for element in root.iter("*"):
            place = element.get("id")
            if place:
                self._places.setdefault(f"{path}#{place}", element)
            if name_of(element) != "a":
                continue
            anchor = element.get("name")
            if anchor:
                self._places.setdefault(f"{path}#{anchor}", element)
            target = _target(element, path)
            if target:
                self._links.append((element, target))

    def settle(self) -> None:
        """Finds which links are marks of which notes."""
        found: list[tuple[Element, Element]] = []
        places: dict[Element, set[str]] = {}
        for link, target in self._links:
            place = self._places.get(target)
            if place is None or not _is_mark(link, target):
                continue
            body = _body(place, link)
            if body is not None and (body in places or self._is_note(body, link, target)):
                found.append((link, body))
                places.setdefault(body, set()).add(target)
        for link, body in found:
            # where several notes stand in one paragraph, it is text
            if len(places[body]) == 1 and len(self.numbers) < MAX_NOTES:
                number = self.bodies.setdefault(body, len(self.bodies) + 1)
                self.numbers[link] = number
                self.labels.setdefault(number, "".join(text_of(link, 20).split()).strip("[]()."))
        self._find_backs()
        self.settled = True

    def _is_note(self, body: Element, link: Element, target: str) -> bool:
        words = text_of(body, MAX_NOTE + 1).strip()
        if not words or len(words) > MAX_NOTE or MARK_WORDS.fullmatch(words):
            return False
        says_so = not NOTE_TYPES.isdisjoint(types_of(body)) or _says_mark(link)
        named = NOTE_ADDRESS.fullmatch(target.rpartition("#")[2]) is not None
        return says_so or named

    def _find_backs(self) -> None:
        for link, target in self._links:
            body = next((each for each in _upwards(link) if each in self.bodies), None)
            if body is not None and link not in self.numbers and self._leads_back(link, target):
                self.backs.add(link)

    def _leads_back(self, link: Element, target: str) -> bool:
        says = text_of(link, 20).strip()
        if len(says) > 12:
            return False
        place = self._places.get(target)
        if place is not None:
            near = (place, *islice(place.iter("{*}a"), 3), *_upwards(place, 2))
            if any(each in self.numbers for each in near):
                return True
        shown = BACK_WORDS.fullmatch(says) or MARK_WORDS.fullmatch(says)
        return shown is not None and BACK_ADDRESS.match(target.rpartition("#")[2]) is not None

    def is_back(self, element: Element) -> bool:
        """Whether the element only leads back from a note to its mark."""
        if element in self.backs or not BACK_TYPES.isdisjoint(types_of(element)):
            return True
        return bool(element.attrib) and not BACK_CLASSES.isdisjoint(classes_of(element))


def _target(link: Element, path: str) -> str:
    """Which place of which file the link leads to; empty where it leads out of the text."""
    href = (link.get("href") or "").strip()
    if "#" not in href:
        return ""
    if not path:
        # a saved page may name itself in full
        return "#" + unquote(urldefrag(href).fragment)
    try:
        where, place = urldefrag(urljoin(path, href))
    except ValueError:
        return ""
    return f"{unquote(where)}#{unquote(place)}"


def _says_mark(link: Element) -> bool:
    around = [link, *_upwards(link, 1)]
    if any(not MARK_TYPES.isdisjoint(types_of(each)) for each in around):
        return True
    return any(not MARK_CLASSES.isdisjoint(classes_of(each)) for each in around)


def _is_mark(link: Element, target: str) -> bool:
    if not BACK_TYPES.isdisjoint(types_of(link)):
        return False
    if not BACK_CLASSES.isdisjoint(classes_of(link)):
        return False
    if _says_mark(link):
        return True
    place = target.rpartition("#")[2]
    words = text_of(link, 20).strip()
    if not words or len(words) > 12 or not MARK_WORDS.fullmatch(words):
        return False
    raised = any(
        name_of(each) == "sup" for each in (*_upwards(link, 2), *islice(link.iter("*"), 5))
    )
    if NOTE_ADDRESS.fullmatch(place) and not BACK_ADDRESS.match(place):
        return True
    return raised and not BACK_ADDRESS.match(place)


def _body(place: Element, link: Element) -> Element | None:
    """The element which is the note that the place is in; None where the mark is inside it too."""
    around = [place, *_upwards(place)]
    typed = next((e for e in around[:4] if not NOTE_TYPES.isdisjoint(types_of(e))), None)
    found = typed if typed is not None else next((e for e in around[:4] if _holds(e)), None)
    if found is None or any(each is found for each in _upwards(link)):
        return None
    pages = ("body", "html", "main", "article") if typed is not None else PAGES
    return found if name_of(found) not in pages else None


def _holds(element: Element) -> bool:
    name = name_of(element)
    return is_block(element, name) and name != "td" and len(text_of(element, 100).strip()) > 2


def _upwards(element: Element, most: int = 40) -> list[Element]:
    found: list[Element] = []
    for each in element.iterancestors():
        found.append(each)
        if len(found) >= most:
            break
    return found
