"""Marks in the text: which passages cover which letters of a block.

Pure: from a block's sanitised HTML and the spans on it to HTML in which each stretch between
two ends is one element. It carries how much is said there (d1, d2, d3) and a line for each of at
most two overlapping passages (lanes a and b). A passage begins with a corner (`open`) and ends
with its sign, an empty link whose label CSS writes, so that the text content stays the text.

Offsets are code points of the block's text. Tags and the insides of formulas are left whole.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

PIECES = re.compile(r"<[^>]*>|&[#\w]+;|[^<&]+|.", re.DOTALL)
LANES = "ab"
SIGNS_AT_ONE_END = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage's part in one block; `ends` where the passage itself ends here."""

    label: str
    start: int
    end: int
    count: int  # annotations that may be read in its thread
    begins: bool = True
    ends: bool = True
    sign_label: str = ""  # the accessible name of its sign
    is_whole_block: bool = False
    key: str = ""  # by which a page tells it apart, where its label does not

    @property
    def name(self) -> str:
        return self.key or self.label


def weight(count: int) -> int:
    """1, 2 or 3: said once, a few times, often."""
    return 1 if count <= 1 else 2 if count <= 4 else 3


@dataclass(frozen=True, slots=True)
class More:
    """Where the passages lead whose signs would crowd one end, and that link's accessible name."""

    url: str
    label: Callable[[int], str]  # for how many


def marked(html: str, length: int, marks: Sequence[Mark], more: More | None = None) -> str:
    """`html` with `marks` in it; the text content is the same as before.

    Without `more` every passage has its sign, however many end together.
    """
    if not marks:
        return html
    painted = [mark for mark in marks if not mark.is_whole_block and mark.start < mark.end]
    writer = _Writer(painted, _signs(marks, length), more)
    for piece in PIECES.findall(html):
        if piece.startswith("<") and piece.endswith(">") and len(piece) > 2:
            writer.tag(piece)
        elif piece.startswith("&") and piece.endswith(";"):
            writer.text(piece, 1)
        else:
            writer.text(piece, len(piece))
    writer.finish()
    return "".join(writer.out)


def lanes(marks: Sequence[Mark]) -> dict[str, str]:
    """For each passage the lane of its line; none for a third that overlaps two others."""
    free_from = dict.fromkeys(LANES, -1)
    given: dict[str, str] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        lane = next((lane for lane in LANES if free_from[lane] <= mark.start), "")
        given[mark.name] = lane
        if lane:
            free_from[lane] = mark.end
    return given


def _signs(marks: Sequence[Mark], length: int) -> dict[int, list[Mark]]:
    """The passages whose sign stands at each offset."""
    signs: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.ends:
            at = length if mark.is_whole_block else mark.end
            signs.setdefault(at, []).append(mark)
    return signs


class _Writer:
    """Walks once through the HTML, cutting its text at every beginning and end."""

    def __init__(
        self, marks: Sequence[Mark], signs: dict[int, list[Mark]], more: More | None
    ) -> None:
        self.out: list[str] = []
        self._at = 0
        self._signs = signs
        self._more = more
        self._lanes = lanes(marks)
        self._waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
        self._live: list[Mark] = []
        self._cuts: list[int] = []
        for mark in marks:
            for cut in (mark.start, mark.end):
                insort(self._cuts, cut)
        for cut in signs:
            insort(self._cuts, cut)
        self._next_cut = 0
        self._inside: list[str] = []
        self._held: list[str] = []  # signs that wait for the end of a link or a formula
        self._opened: set[str] = set()
        self._sign_here(0)

    def tag(self, tag: str) -> None:
        name = re.match(r"</?([a-zA-Z0-9]+)", tag)
        bare = name.group(1).lower() if name else ""
        if bare in ("a", "math", "table", "tr", "thead", "tbody", "td", "th"):
            if tag.startswith("</"):
                if bare in self._inside:
                    while self._inside.pop() != bare:
                        pass
            elif not tag.endswith("/>"):
                self._inside.append(bare)
        self.out.append(tag)
        if self._held and not self._is_closed():
            self.out += self._held
            self._held.clear()

    def text(self, text: str, length: int) -> None:
        """Writes text of `length` code points; an entity is one and cannot be cut."""
        while text:
            step = self._until_cut(length)
            part = text if step >= length else text[:step]
            text, length = text[len(part) :], length - min(step, length)
            self._write(part)
            self._at += min(step, len(part)) if not part.startswith("&") else 1
            self._sign_here(self._at)

    def finish(self) -> None:
        self._sign_here(self._at)
        self.out += self._held
        self._held.clear()

    def _until_cut(self, length: int) -> int:
        while self._next_cut < len(self._cuts) and self._cuts[self._next_cut] <= self._at:
            self._next_cut += 1
        if self._next_cut == len(self._cuts):
            return length
        return min(length, self._cuts[self._next_cut] - self._at)

    def _write(self, part: str) -> None:
        live = self._covering()
        between_cells = self._inside and self._inside[-1] in ("table", "tr", "thead", "tbody")
        if not live or "math" in self._inside or between_cells:
            self.out.append(part)
            return
        self.out += _stretch(part, live, self._lanes, self._opened)

    def _covering(self) -> list[Mark]:
        while self._waiting and self._waiting[-1].start <= self._at:
            self._live.append(self._waiting.pop())
        self._live = [mark for mark in self._live if mark.end > self._at]
        return self._live

    def _sign_here(self, at: int) -> None:
        marks = self._signs.pop(at, None)
        if marks is None:
            return
        signs = list(_sign_links(marks, self._more))
        if self._is_closed():
            self._held += signs
        else:
            self.out += signs

    def _is_closed(self) -> bool:
        """Whether no link may be written here: a link in a link is none, a formula takes none."""
        inside = self._inside
        in_cell = "td" in inside or "th" in inside
        return "a" in inside or "math" in inside or ("table" in inside and not in_cell)


def _stretch(
    part: str, live: Sequence[Mark], given: dict[str, str], opened: set[str]
) -> Iterator[str]:
    said = weight(sum(mark.count for mark in live))
    corner = any(mark.begins and mark.name not in opened for mark in live)
    opened.update(mark.name for mark in live)
    by_lane = {given[mark.name]: mark for mark in live if given.get(mark.name)}
    lines = [f"{lane}{weight(mark.count)}" for lane, mark in sorted(by_lane.items())]
    classes = ["hl", f"d{said}", *lines[:1], *(["open"] if corner else [])]
    names = " ".join(mark.name for mark in live)
    yield f'<span class="{" ".join(classes)}" data-threads="{escape(names)}">'
    yield f'<span class="{lines[1]}">{part}</span>' if len(lines) > 1 else part
    yield "</span>"


def _sign_links(marks: Sequence[Mark], more: More | None) -> Iterator[str]:
    is_crowd = more is not None and len(marks) > SIGNS_AT_ONE_END
    for mark in marks[: SIGNS_AT_ONE_END - 1] if is_crowd else marks:
        key, label, named = escape(mark.name), escape(mark.label), escape(mark.sign_label)
        yield (
            f'<a class="siglum" id="s-{key}" href="#n-{key}" data-label="{label}"'
            f' aria-label="{named}"></a>'
        )
    if more is not None and is_crowd:
        rest = len(marks) - SIGNS_AT_ONE_END + 1
        yield (
            f'<a class="siglum more" href="{escape(more.url)}" data-label="+{rest}"'
            f' aria-label="{escape(more.label(rest))}"></a>'
        )
