"""What in an article is none of its text: marks for the walk through the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.importers.dom.elements import HEADINGS, Element, name_of
from articles.importers.furniture import Role, clues_of
from articles.importers.html.article import Article, Sums
from articles.importers.html.segments import Segment, key_of
from articles.importers.html.words import FACTS, Suspicion, names_on, suspicion
from articles.importers.pieces import Why

MAJORITY = 0.3  # of the article's letters: what holds so much is no furniture, whatever its name
AGREED = 0.5  # of the letters in an element
SURELY = 0.9
MOSTLY_LINKED = 0.66
FEW = 0.15  # of the article's letters
MAX_FACT = 200  # letters of a line that says who wrote it or when
MAX_PHRASE = 160
VOTES_OUTSIDE = 2
SOLID = frozenset(("pre", "figure", "figcaption", "blockquote", "table", *HEADINGS))

IS_FACT = (Role.DATE, Role.PUBLISHED, Role.UPDATED, Role.BYLINE)
IS_FURNITURE = (
    Role.ACTION,
    Role.COUNT,
    Role.READING_TIME,
    Role.NAVIGATION,
    Role.RELATED,
    Role.TAGS,
    Role.COOKIES,
    Role.COPYRIGHT,
)


@dataclass
class Leaver:
    """Marks what is left out of one article."""

    article: Article
    titles: frozenset[str] = frozenset()  # keys of what the page is called
    byline: str = ""  # key of who wrote it
    marks: dict[Element, Why] = field(default_factory=dict)
    left: set[Segment] = field(default_factory=set)

    def leave(self) -> dict[Element, Why]:
        article = self.article
        whole = article.outline.root
        self.marks[whole] = Why.FURNITURE
        self.marks[article.root] = Why.PLAIN
        inside = article.outline.within(article.root)
        self._keep_outside(set(inside))
        self._take_title()
        if not article.is_plain:
            self._leave_elements()
        self._take_facts(inside)
        if not article.is_plain:
            self._leave_phrases(inside)
            self._leave_headings(inside)
        return self.marks

    def _keep_outside(self, inside: set[Segment]) -> None:
        """Keeps what stands elsewhere on the page, where most voted for it."""
        for segment in self.article.outline.segments:
            if segment in inside or segment.votes < VOTES_OUTSIDE or segment.link_share > AGREED:
                continue
            if self._is_alone(segment) and not self._is_called_furniture(segment.owner):
                self.marks[segment.owner] = Why.PLAIN

    def _is_alone(self, segment: Segment) -> bool:
        start, end = self.article.outline.inside[segment.owner]
        return end - start == 1

    def _is_called_furniture(self, element: Element) -> bool:
        levels = self.article.levels
        around = (element, *element.iterancestors())
        return any(levels.get(each, Suspicion.NONE) >= Suspicion.COMMENTS for each in around)

    def _take_title(self) -> None:
        """The first heading that says what the page is called is no part of the text; nor is a
        line before the text that does, with or without who wrote it.
        """
        both = {title + self.byline for title in self.titles if self.byline}
        before = True
        for segment in self.article.outline.segments:
            before = before and segment not in self.article.own
            is_heading = segment.name in HEADINGS
            is_title = segment.key in self.titles or (not is_heading and segment.key in both)
            if is_title and (before or is_heading) and self._is_alone(segment):
                self._mark(segment.owner, Why.FACT)
                if is_heading:
                    return

    def _mark(self, element: Element, why: Why) -> None:
        self.marks[element] = why
        self.left.update(self.article.outline.within(element))

    def _leave_elements(self) -> None:
        root = self.article.root
        whole = self.article.sums(root).size
        for element in root.iter("*"):
            stands = self.article.outline.within(element)
            if element is root or element in self.marks:
                continue
            if not stands:
                # among words: the sign to edit a section, a counter
                if suspicion(element, name_of(element)) == Suspicion.SURE:
                    self.marks[element] = Why.FURNITURE
                continue
            if stands[0] in self.left and stands[-1] in self.left:
                continue
            if self._is_furniture(element, whole):
                self._mark(element, Why.FURNITURE)

    def _is_furniture(self, element: Element, whole: float) -> bool:
        sums = self.article.sums(element)
        if not sums.size or sums.size >= MAJORITY * whole:
            return False
        name = name_of(element)
        match self.article.levels[element]:
            case Suspicion.SURE:
                return min(sums.agreed, sums.texts) < SURELY * sums.size
            case Suspicion.COMMENTS:
                return sums.agreed < AGREED * sums.size
            case Suspicion.SOME:
                return self._is_unwanted(sums, AGREED)
        if name in SOLID:
            return False
        if sums.linked >= MOSTLY_LINKED * sums.size:
            return sums.agreed < AGREED * sums.size and self._is_unwanted(sums, 0.8)
        unwanted = self.article.is_asked and not sums.some and not sums.own
        return unwanted and sums.size < FEW * whole and not self._is_amid(element)

    def _is_amid(self, element: Element) -> bool:
        """Whether it stands between paragraphs or items of the text, as one of them."""
        start, end = self.article.outline.inside[element]
        segments, parent = self.article.outline.segments, element.getparent()
        near = [segments[start - 1]] if start else []
        near += segments[end : end + 1]
        beside = [
            segment
            for segment in near
            if segment.owner.getparent() is parent
            and (segment in self.article.some or segment in self.article.own)
            and segment not in self.left
        ]
        return len(beside) == 2 or (name_of(element) == "li" and bool(beside))

    def _is_unwanted(self, sums: Sums, share: float) -> bool:
        if not self.article.is_asked:
            return sums.own < AGREED * sums.size
        return sums.agreed < share * sums.size

    def _take_facts(self, inside: list[Segment]) -> None:
        """Who wrote it and when, in the lines before the text."""
        for segment in inside:
            if segment in self.left:
                continue
            if segment in self.article.own and not self._is_fact(segment):
                return
            if self._is_alone(segment) and self._is_fact(segment):
                self._mark(segment.owner, Why.FACT)

    def _is_fact(self, segment: Segment) -> bool:
        if len(segment.words) > MAX_FACT or segment.name in HEADINGS:
            return False
        clues = clues_of(segment.words)
        if clues and all(clue.role in (*IS_FACT, *IS_FURNITURE, Role.SIGNS) for clue in clues):
            return True
        around = [segment.owner]
        for each in segment.owner.iterancestors():
            if each is self.article.root or len(around) > 2:
                break
            around.append(each)
        around += list(segment.owner)[:4]
        named = any(not FACTS.isdisjoint(names_on(each)) for each in around)
        return named and not segment.ends_sentence

    def _leave_phrases(self, inside: list[Segment]) -> None:
        for segment in inside:
            short = len(segment.words) <= MAX_PHRASE
            if segment in self.left or not short or segment.name in HEADINGS:
                continue
            clues = clues_of(segment.words)
            said = clues and all(clue.role in IS_FURNITURE for clue in clues)
            if said and self._is_alone(segment):
                self._mark(segment.owner, Why.FURNITURE)

    def _leave_headings(self, inside: list[Segment]) -> None:
        """A heading whose text was left out goes with it, and so does one of related things."""
        for place in range(len(inside) - 1, -1, -1):
            segment = inside[place]
            if segment.name not in HEADINGS or segment in self.left or not self._is_alone(segment):
                continue
            after = inside[place + 1] if place + 1 < len(inside) else None
            goes = after is None or after in self.left
            if goes and segment not in self.article.agreed:
                self._mark(segment.owner, Why.FURNITURE)


def marks_of(article: Article, titles: list[str], byline: str = "") -> dict[Element, Why]:
    """Of the page's elements, why they are left out; `Why.PLAIN` where they are kept after all."""
    return Leaver(
        article, frozenset(key_of(title) for title in titles if title), key_of(byline)
    ).leave()
