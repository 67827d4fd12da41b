"""Telling how far a long document is read, often enough and not too often."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from articles.importers.document import ImportRefused
from articles.importers.pieces import Progress, silent
from articles.refusing import gettext_noop

EVERY = 200  # paragraphs
MOST_PARAGRAPHS = 200_000  # a long novel has a tenth of it


def ticker_for(progress: Progress, root: etree._Element, *names: str) -> Ticker:
    """A ticker for the paragraphs of these names; raises ImportRefused for too many."""
    count = sum(1 for _ in root.iter(*names))
    if count > MOST_PARAGRAPHS:
        raise ImportRefused(
            gettext_noop("The text has more than %(most)d paragraphs. Bring it in several files."),
            most=MOST_PARAGRAPHS,
        )
    return Ticker(progress, count + 1)


@dataclass
class Ticker:
    """Counts paragraphs, and tells of every two hundredth, and of each picture."""

    progress: Progress = silent
    of: int = 0
    done: int = 0

    def tick(self) -> None:
        """One paragraph more."""
        self.done += 1
        if self.done % EVERY == 0:
            self.again()

    def again(self) -> None:
        """Tells once more how far it is read."""
        self.progress(min(self.done, self.of), self.of)

    def end(self) -> None:
        """All is read."""
        self.progress(self.of, self.of)
