"""How words look in a word processor's file, and what that is in the dialect."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from articles.importers import runs
from articles.importers.dom.inline import Format, Run
from articles.markdown.inline import Code, Text


@dataclass(frozen=True)
class Look:
    """How words look; None is "not said here"."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    script: str | None = None  # sub, sup, or "" for neither
    hidden: bool | None = None
    size: int | None = None  # half-points
    font: str | None = None
    code: bool | None = None

    def over(self, other: Look) -> Look:
        """This look where it says something, the other where it does not."""
        said = {name: each for name, each in vars(self).items() if each is not None}
        return replace(other, **said) if said else other


PLAIN_LOOK = Look()


def run_of(words: str, look: Look, link: Format | None) -> Run:
    """The words in their formats, outermost first: scripts are innermost in the dialect."""
    formats = [link] if link else []
    if look.bold:
        formats.append(runs.STRONG)
    if look.italic:
        formats.append(runs.EM)
    if look.struck:
        formats.append(runs.STRUCK)
    if look.script and not look.code:
        formats.append(runs.SUP if look.script == "sup" else runs.SUB)
    return Run(Code(words) if look.code else Text(words), tuple(formats))


@dataclass
class Measured:
    """How large and bold the words of a paragraph are."""

    sizes: Counter[int] = field(default_factory=Counter)  # characters by their size
    bold: int = 0  # characters
    letters: int = 0

    def measure(self, words: str, seen: Look, usual: int) -> None:
        """Counts words; `usual` is their size where nothing is said of it."""
        letters = len(words.strip())
        self.letters += letters
        self.bold += letters if seen.bold else 0
        self.sizes[seen.size or usual] += letters

    @property
    def size(self) -> int:
        """The size of most characters, in half-points; 0 where there are none."""
        return self.sizes.most_common(1)[0][0] if self.sizes else 0

    @property
    def is_bold(self) -> bool:
        """Whether all words are."""
        return self.letters > 0 and self.bold >= self.letters
