"""Lines to running words: hyphens at line ends, blanks, and how words are set.

A hyphen at a line's end goes when the word without it stands elsewhere in the document, or when the
document divides words and nothing speaks for a compound. It stays in ranges, before capitals, and
where the compound stands elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.importers.pdf.compounds import PREFIXES, SOLID_PREFIXES, SUFFIXES
from articles.importers.pdf.lines import is_wide
from articles.importers.pdf.model import Line, Word
from articles.markdown.inline import Break, Mark, Node, Span, Text
from articles.markdown.writing import inline_markdown
from articles.markdown.writing_inline import escape_words

PLAIN_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
COMPOUND = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)+")
DIVIDED = re.compile(r"([^\W\d_]+)[-‐\xad]$")
BEGINNING = re.compile(r"[^\W\d_]+")
HYPHENS = "-‐\xad"
DIVIDES = 0.015  # of lines end in a divided word where words are divided


@dataclass
class Vocabulary:
    """The words that stand whole in a document."""

    words: set[str] = field(default_factory=set)
    compounds: set[str] = field(default_factory=set)
    divides: bool = True

    def is_one_word(self, first: str, second: str) -> bool:
        """Whether the parts, divided at a line's end, are one word without a hyphen."""
        whole = (first + second).lower()
        if whole in self.words:
            return True
        if f"{first}-{second}".lower() in self.compounds:
            return False
        one, two = first.lower(), second.lower()
        if (one in PREFIXES and one not in SOLID_PREFIXES) or two in SUFFIXES:
            return False
        if self.divides:
            # two whole words of some length make a compound more often than a word
            both = len(one) > 3 and len(two) > 3 and one in self.words and two in self.words
            return not both
        return not (one in self.words and two in self.words)


def vocabulary(lines: Sequence[Line]) -> Vocabulary:
    """The words of the lines, but for those that a line's end may have cut."""
    made = Vocabulary()
    divided = 0
    cut = False
    for line in lines:
        text = line.text
        if cut:
            text = text.partition(" ")[2]
        cut = text[-1:] in tuple(HYPHENS) and text[-2:-1].isalpha()
        if cut:
            divided += 1
            text = text.rpartition(" ")[0]
        lowered = text.lower()
        made.words.update(PLAIN_WORD.findall(lowered))
        made.compounds.update(found.replace("‐", "-") for found in COMPOUND.findall(lowered))
    made.divides = divided >= max(3.0, DIVIDES * len(lines))
    return made


def is_divided(before: str, rest: str) -> bool:
    """Whether a word goes over the line's end."""
    return before[-1:] in tuple(HYPHENS) and before[-2:-1].isalnum() and rest[:1].isalnum()


def junction(before: str, rest: str, known: Vocabulary) -> tuple[str, str]:
    """The end of a line, mended, and what stands between it and the next line."""
    if not before or not rest:
        return before, ""
    last, first = before[-1], rest[0]
    if last == "\xad":
        return before[:-1], ""
    if is_divided(before, rest):
        one, two = DIVIDED.search(before), BEGINNING.match(rest)
        if one and two and first.islower() and known.is_one_word(one[1], two[0]):
            return before[:-1], ""
        return before, ""
    if is_wide(last) and is_wide(first):
        return before, ""
    if last in "–—" and before[-2:-1].strip():
        return before, ""
    if last == "/" and before[-2:-1].isalpha() and first.isalpha():
        return before, ""
    return before, " "


def plain_words(lines: Sequence[Line], known: Vocabulary) -> str:
    """The words of lines as plain text."""
    text = ""
    for line in lines:
        text, blank = junction(text, line.text, known)
        text += blank + line.text
    return " ".join(text.split())


@dataclass
class Run:
    """Words set in one way; `note` is the number of the footnote that it is the mark of."""

    text: str
    style: tuple[bool, bool, int, str]  # bold, italic, raised, link
    note: int = 0
    is_break: bool = False


class Joiner:
    """Makes Markdown of lines."""

    def __init__(self, known: Vocabulary, marks: dict[int, int]) -> None:
        self.known = known
        self.marks = marks  # numbers of notes, by the identity of the word that refers to one

    def markdown(
        self,
        lines: Sequence[Line],
        *,
        breaks: Iterable[int] = (),
        plain: bool = False,
        skipped: int = 0,
        in_cell: bool = False,
    ) -> str:
        """The words as Markdown; `plain` leaves bold and italic out, `skipped` signs go first."""
        runs = _without(self._runs(lines, set(breaks)), skipped)
        if plain:
            runs = [Run(r.text, (False, False, r.style[2], r.style[3]), r.note) for r in runs]
        runs = _levelled(runs)
        if all(run.style == PLAIN and not run.note and not run.is_break for run in runs):
            words = escape_words(" ".join("".join(run.text for run in runs).split()))
            return words.replace("|", "\\|") if in_cell else words
        return inline_markdown(_nodes(_merged(runs)), in_cell=in_cell)

    def _runs(self, lines: Sequence[Line], breaks: set[int]) -> list[Run]:
        runs: list[Run] = []
        for place, line in enumerate(lines):
            if place and place - 1 in breaks:
                runs.append(Run("", PLAIN, is_break=True))
            elif place and runs:
                mended, blank = junction(runs[-1].text, line.text, self.known)
                runs[-1].text = mended + blank
            for word in line.words:
                self._add(runs, word, word is line.words[0])
        return runs

    def _add(self, runs: list[Run], word: Word, first: bool) -> None:
        note = self.marks.get(id(word), 0)
        style = (word.face.bold, word.face.italic, word.raised, word.link)
        blank = "" if first or word.glued else " "
        if note:
            runs.append(Run(blank.strip(), PLAIN, note))
        elif runs and runs[-1].style == style and not runs[-1].note and not runs[-1].is_break:
            runs[-1].text += blank + word.text
        else:
            if runs and blank:
                runs.append(Run(" ", PLAIN))
            runs.append(Run(word.text, style))


PLAIN = (False, False, 0, "")


def _without(runs: list[Run], skipped: int) -> list[Run]:
    """The runs without their first signs: the bullet of an item, blanks not counted."""
    left = skipped
    for run in runs:
        while left and run.text:
            left -= not run.text[0].isspace()
            run.text = run.text[1:]
        if not left:
            break
    return runs


def _levelled(runs: list[Run]) -> list[Run]:
    """Without bold or italic where nearly all is set so: then it distinguishes nothing."""
    letters = max(1, sum(len(run.text) for run in runs))
    for trait in (0, 1):
        if sum(len(run.text) for run in runs if run.style[trait]) > 0.9 * letters:
            for run in runs:
                bold, italic, raised, link = run.style
                run.style = (bold and trait != 0, italic and trait != 1, raised, link)
    return runs


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Blanks between two runs of one style belong to them; edges of runs have none."""
    made: list[Run] = []
    for place, run in enumerate(runs):
        if run.text.isspace() and 0 < place < len(runs) - 1:
            around = runs[place - 1].style, runs[place + 1].style
            if around[0] == around[1] and not runs[place - 1].note and not runs[place + 1].note:
                run = Run(run.text, around[0])
        last = made[-1] if made else None
        if (
            last
            and last.style == run.style
            and not (last.note or run.note or last.is_break or run.is_break)
        ):
            last.text += run.text
        else:
            made.append(Run(run.text, run.style, run.note, run.is_break))
    return made


def _nodes(runs: Sequence[Run]) -> list[Node]:
    nodes: list[Node] = []
    for run in runs:
        if run.is_break:
            nodes.append(Break())
        elif run.note:
            nodes.append(Mark(run.note))
        elif run.text:
            nodes.extend(_styled(run))
    return _stripped(nodes)


def _styled(run: Run) -> list[Node]:
    bold, italic, raised, link = run.style
    words = re.sub(r"\s+", " ", run.text)
    core = words.strip()
    if not core or run.style == PLAIN:
        return [Text(words)]
    made: Node = Text(core)
    if raised and " " not in core:
        made = Span("sup" if raised > 0 else "sub", [made])
    if italic:
        made = Span("em", [made])
    if bold:
        made = Span("strong", [made])
    if link:
        made = Span("a", [made], link)
    before = [Text(" ")] if words[0] == " " else []
    after = [Text(" ")] if words[-1] == " " else []
    return [*before, made, *after]


def _stripped(nodes: list[Node]) -> list[Node]:
    """Without blanks at the ends and beside breaks."""
    for place, node in enumerate(nodes):
        if isinstance(node, Text):
            if place == 0 or isinstance(nodes[place - 1], Break):
                node.value = node.value.lstrip()
            if place == len(nodes) - 1 or isinstance(nodes[place + 1], Break):
                node.value = node.value.rstrip()
    return [node for node in nodes if not isinstance(node, Text) or node.value]


def folded(text: str) -> str:
    """The letters and digits of a text, to compare it with another."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())
