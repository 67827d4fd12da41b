"""Title, standfirst, byline and dates before a text, what follows it, and phrases amid it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from articles.importers import phrases
from articles.importers.dom.elements import HEADINGS, Element, name_of
from articles.importers.furniture import Role
from articles.importers.html.leaving import MAX_LINES, Leaver
from articles.importers.html.said import (
    ADDRESS,
    EDITOR,
    HALF_LINKED,
    IS_FACT,
    IS_FURNITURE,
    invites,
    is_about_author,
    leads_elsewhere,
    roles_of,
    roles_of_parts,
)
from articles.importers.html.segments import Segment, key_of
from articles.importers.html.words import FACTS, LEADS, Suspicion, names_on
from articles.importers.pieces import Why

MAX_FACT = 200  # letters of a line that says who wrote it or when
MAX_BESIDE = 60  # letters of a line beside such a line: a name, a place
MAX_LEAD = 600
MAX_ABOUT = 400
LEAST_TEXTS = 3  # long lines that a text has before one about its author
MAX_BEFORE = 20  # lines
LEAST_TITLE = 5
MOSTLY_LINKED = 0.66
MAX_PHRASE = 160
NEAR = 3  # elements around a line whose names tell what it is


@dataclass
class Edges:
    """Looks at the edges of the text that `leaver` has left."""

    leaver: Leaver
    titles: frozenset[str]
    leads: frozenset[str] = frozenset()
    title: str = ""  # key of what it is called
    byline: str = ""
    standfirst: str = ""
    about: str = ""  # the author
    facts: list[Element] = field(default_factory=list)
    before: list[Element] = field(default_factory=list)  # lines between the title and the text

    def read(self) -> None:
        kept = self.leaver.kept()
        title = self._take_title(kept)
        start = self._start(kept)
        head = kept[:start]
        self._take_head(head, title)
        self._take_lead(kept, start, title)
        self.before += [element for element in self.facts if element not in self.before]
        if not self.leaver.article.is_plain:
            self._leave_phrases(kept[start:])
            self._leave_tail(kept[start:])

    def _take(self, segment: Segment, why: Why = Why.FACT) -> None:
        self.leaver.mark(segment.owner, why)
        if why is Why.FACT:
            self.facts.append(segment.owner)

    def _take_title(self, kept: Sequence[Segment]) -> Segment | None:
        """The first heading that says what the page is called is no part of the text; nor is a
        line before the text that does, with or without who wrote it.
        """
        own = self.leaver.article.own
        found: Segment | None = None
        before = True
        headings = {s.key for s in self.leaver.article.outline.segments if s.name in HEADINGS}
        # parts of the window's title count only where no heading says the title itself
        titles = frozenset((self.title,)) if self.title in headings else self.titles
        for segment in kept:
            before = before and segment not in own
            is_heading = segment.name in HEADINGS
            known = titles if is_heading else self.titles
            is_title = segment.key in known or (not is_heading and self._has_both(segment))
            if is_title and (before or is_heading):
                self._take(segment)
                found = found or segment
                if is_heading:
                    return found
        return found

    def _has_both(self, segment: Segment) -> bool:
        """Whether a line says the title, and then who wrote it."""
        for title in self.titles:
            if len(title) >= LEAST_TITLE and segment.key.startswith(title):
                rest = segment.key[len(title) :]
                words = segment.words.split()
                tails = (" ".join(words[place:]) for place in range(1, len(words)))
                tail = next((each for each in tails if key_of(each) == rest), "")
                if rest == self.byline or phrases.FULL_NAME.fullmatch(tail):
                    return True
                if roles_of(tail) and roles_of(tail) <= {*IS_FACT}:
                    return True
        return False

    def _start(self, kept: Sequence[Segment]) -> int:
        """Where the text begins: at its first long line that is no fact."""
        own = self.leaver.article.own
        for place, segment in enumerate(kept):
            if segment in own and segment not in self.leaver.left and not self._is_fact(segment):
                return place
        return 0

    def _take_head(self, head: Sequence[Segment], title: Segment | None) -> None:
        after = title is None
        for segment in head:
            after = after or segment is title
            if segment in self.leaver.left:
                continue
            if not after and not self.leaver.article.is_plain and _is_line(segment):
                self._take(segment, Why.FURNITURE)
            elif self._is_fact(segment):
                self._take(segment)
        if not self.leaver.article.is_plain:
            # a name or a place beside a date
            self._take_beside(head)
            self._take_beside(head[::-1])

    def _take_beside(self, head: Sequence[Segment]) -> None:
        for before, segment in pairwise(head):
            if segment in self.leaver.left or before.owner not in self.facts:
                continue
            if before.name in HEADINGS or before.key in self.titles:
                continue
            short = len(segment.words) <= MAX_BESIDE and _is_line(segment)
            if short and segment.name not in ("li", "figcaption") and not self._is_lead(segment):
                self._take(segment)

    def _take_lead(self, kept: Sequence[Segment], start: int, title: Segment | None) -> None:
        """A standfirst that stands apart from the text is a fact, and not in the text."""
        if not kept:
            return
        segments = self.leaver.article.outline.segments
        ends = segments.index(kept[start])
        titled = title or next((s for s in segments[:ends] if s.key in self.titles), None)
        if titled is not None and titled.name in HEADINGS and titled in self.leaver.left:
            self.leaver.marks[titled.owner] = Why.FACT
        place = segments.index(titled) + 1 if titled is not None else segments.index(kept[0])
        self.before = [segment.owner for segment in segments[place:ends][:MAX_BEFORE]]
        for segment, after in pairwise(segments[place:]):
            if self._is_lead(segment):
                together = segment.owner.getparent() is after.owner.getparent()
                in_text = segment not in self.leaver.left
                if not in_text or not (together or segment in self.leaver.article.agreed):
                    self.standfirst = segment.words
                    self._take(segment)
                return
            if segment is kept[start]:
                return

    def _is_lead(self, segment: Segment) -> bool:
        if len(segment.words) > MAX_LEAD:
            return False
        around = self._around(segment)
        if segment.key in self.leads or any(not LEADS.isdisjoint(names_on(e)) for e in around[:2]):
            return True
        in_header = any(name_of(each) in ("header", "hgroup") for each in around[1:])
        return in_header and segment in self.leaver.article.texts and segment.ends_sentence

    def _is_fact(self, segment: Segment) -> bool:
        if len(segment.words) > MAX_FACT or segment.name in HEADINGS:
            return False
        roles = roles_of(segment.words) or roles_of_parts(segment)
        if roles and roles <= {*IS_FACT, *IS_FURNITURE, Role.SIGNS}:
            return True
        around = [*self._around(segment), *list(segment.owner)[:4]]
        named = any(not FACTS.isdisjoint(names_on(each)) for each in around)
        return named and not segment.ends_sentence and not self._is_lead(segment)

    def _around(self, segment: Segment) -> list[Element]:
        around = [segment.owner]
        for each in segment.owner.iterancestors():
            if each is self.leaver.article.root or len(around) >= NEAR:
                break
            around.append(each)
        return around

    def _leave_phrases(self, kept: Sequence[Segment]) -> None:
        for segment in kept if len(kept) <= MAX_LINES else ():
            short = len(segment.words) <= MAX_PHRASE
            if segment in self.leaver.left or not short or segment.name in HEADINGS:
                continue
            roles = roles_of(segment.words)
            if not roles and segment.link_share >= HALF_LINKED:
                roles = roles_of_parts(segment)
            said = (roles and roles <= {*IS_FURNITURE}) or EDITOR.fullmatch(segment.words)
            if said or invites(segment.words) or leads_elsewhere(segment):
                self._take(segment, Why.FURNITURE)

    def _leave_tail(self, kept: Sequence[Segment]) -> None:
        """After the last long line of the text go dates, short lines that are called so, and what
        is said about who wrote it.
        """
        article = self.leaver.article
        self._take_about(kept)
        for segment in reversed(kept):
            if segment in self.leaver.left:
                continue
            if segment in article.own or not _is_line(segment):
                return
            roles = roles_of(segment.words)
            told = ADDRESS.fullmatch(segment.words) or (
                roles and roles <= {*IS_FACT, *IS_FURNITURE, Role.CONTACT, Role.SIGNS}
            )
            named = any(
                article.levels.get(each, Suspicion.NONE) != Suspicion.NONE
                for each in self._around(segment)
            )
            linked = segment.link_share > MOSTLY_LINKED and segment.name != "li"
            if told or named or linked:
                self._take(segment, Why.FACT if roles & {*IS_FACT} else Why.FURNITURE)

    def _take_about(self, kept: Sequence[Segment]) -> None:
        stays = [segment for segment in kept if segment not in self.leaver.left]
        texts = [segment for segment in stays if segment in self.leaver.article.own]
        if len(texts) < LEAST_TEXTS or texts[-1] is not stays[-1]:
            return
        last, before = texts[-1], texts[-2]
        apart = last.owner.getparent() is not before.owner.getparent()
        if apart and len(last.words) <= MAX_ABOUT and is_about_author(last.words, self.byline):
            self.about = last.words
            self._take(last)


def _is_line(segment: Segment) -> bool:
    """Whether it is short and no sentence."""
    return len(segment.words) <= MAX_FACT and not segment.ends_sentence
