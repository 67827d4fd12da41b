"""Which elements in an article are none of its text: marks for the walk through the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from articles.importers.dom.elements import HEADINGS, Element, name_of
from articles.importers.html.article import Article, Sums
from articles.importers.html.segments import Segment
from articles.importers.html.words import Suspicion, suspicion
from articles.importers.pieces import Why

MAX_LINES = 5_000  # of a page whose every line is looked at for known phrases
MAJORITY = 0.3  # of the article: what holds so much is no furniture, whatever its name
AGREED = 0.5  # of the letters in an element
SURELY = 0.9
MOSTLY_LINKED = 0.66
ONLY_LINKED = 0.9
FEW = 0.15  # of the article's letters
VOTES_OUTSIDE = 2
SOLID = frozenset(("pre", "figure", "figcaption", "blockquote", "table", *HEADINGS))

PARTS = frozenset(("li", "td", "th", "tr", "dd", "dt"))  # judged with the whole they belong to
TELLING = frozenset(("p", "ul", "ol", "dl"))  # may be full of links and be text
ITEMS = frozenset(("li", "dd"))  # a paragraph in one is judged with it
CLOSE = 3  # elements up, within which two paragraphs stand side by side
LOST_BY_OTHERS = SOLID - HEADINGS.keys()


@dataclass
class Leaver:
    """Marks what is left out of one article."""

    article: Article
    marks: dict[Element, Why] = field(default_factory=dict)
    left: set[Segment] = field(default_factory=set)

    def leave(self) -> None:
        """Marks the elements that are left out."""
        article = self.article
        self.marks[article.outline.root] = Why.FURNITURE
        self.marks[article.root] = Why.PLAIN
        inside = article.outline.within(article.root)
        stays = set(inside)
        self._keep_outside(stays)
        self.left.update(s for s in article.outline.segments if s.owner not in self.marks)
        self.left.difference_update(stays)
        if article.is_plain:
            return
        before = dict(self.marks), set(self.left)
        self._leave_elements(Suspicion.SOME)
        if self._is_too_much():
            # the names of this page mean something else than those of others
            self.marks, self.left = before
            self._leave_elements(Suspicion.SURE)

    def _is_too_much(self) -> bool:
        """Whether half of what all take for the text was left."""
        agreed = self.article.agreed & self.article.own
        lost = sum(segment.size for segment in agreed & self.left)
        return lost * 2 > sum(segment.size for segment in agreed)

    def kept(self) -> list[Segment]:
        """The segments that are still text, in order."""
        return [segment for segment in self.article.outline.segments if segment not in self.left]

    def _keep_outside(self, inside: set[Segment]) -> None:
        """Keeps what stands elsewhere on the page, where most voted for it: what looks like text,
        and short lines between such.
        """
        article = self.article
        segments = article.outline.segments
        wanted = [
            segment in inside
            or (
                segment.votes >= VOTES_OUTSIDE
                and segment.link_share <= AGREED
                and self.is_alone(segment)
                and not self._is_called_furniture(segment.owner)
            )
            for segment in segments
        ]
        likely = article.own & (inside | article.agreed)
        texts = [
            place for place, segment in enumerate(segments) if wanted[place] and segment in likely
        ]
        for place in range(texts[0], texts[-1] + 1) if texts else ():
            if wanted[place] and segments[place] not in inside:
                self.marks[segments[place].owner] = Why.PLAIN

    def is_alone(self, segment: Segment) -> bool:
        start, end = self.article.outline.inside[segment.owner]
        return end - start == 1

    def _is_called_furniture(self, element: Element) -> bool:
        levels = self.article.levels
        around = (element, *element.iterancestors())
        return any(levels.get(each, Suspicion.NONE) >= Suspicion.COMMENTS for each in around)

    def mark(self, element: Element, why: Why) -> None:
        self.marks[element] = why
        self.left.update(self.article.outline.within(element))

    def _leave_elements(self, least: int) -> None:
        """Leaves elements that look like furniture, or are called so at least that surely."""
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
            if self._is_furniture(element, whole, least):
                self.mark(element, Why.FURNITURE)

    def _is_furniture(self, element: Element, whole: float, least: int) -> bool:
        sums = self.article.sums(element)
        if not sums.size or not self.is_little(element):
            return False
        name = name_of(element)
        level = self.article.levels[element]
        match level if level >= least else Suspicion.NONE:
            case Suspicion.SURE:
                surely = min(sums.agreed, sums.texts) >= SURELY * sums.size
                amid = sums.texts >= SURELY * sums.size and self._is_amid(element)
                return not (self._is_one(element) and (surely or amid))
            case Suspicion.COMMENTS:
                return sums.agreed < AGREED * sums.size
            case Suspicion.SOME:
                return self._is_unwanted(sums, AGREED)
        if name == "td" and self._is_beside(element):
            return True
        if name in SOLID or name in PARTS or name_of(element.getparent()) in ITEMS:
            return False
        if sums.linked >= MOSTLY_LINKED * sums.size:
            unwanted = sums.agreed < AGREED * sums.size and self._is_unwanted(sums, 0.8)
            only_links = sums.linked >= ONLY_LINKED * sums.size
            told = name in TELLING and not only_links and self._is_amid(element)
            return unwanted and not told
        if self._has_solid(element):
            return False
        unwanted = self.article.is_asked and not sums.some and not sums.own
        return unwanted and sums.size < FEW * whole and not self._is_amid(element)

    def is_little(self, element: Element) -> bool:
        """Whether it holds so little of what others, or we, take for text that it may be left."""
        here, whole = self.article.sums(element), self.article.sums(self.article.root)
        if whole.agreed:
            return here.agreed < MAJORITY * whole.agreed
        if whole.own:
            return here.own < MAJORITY * whole.own
        return here.size < MAJORITY * whole.size

    def _is_one(self, element: Element) -> bool:
        return len(self.article.outline.within(element)) == 1

    def _has_solid(self, element: Element) -> bool:
        """Whether pictures with captions, tables or code stand inside, which others often lose."""
        return any(name_of(each) in LOST_BY_OTHERS for each in element.iter("*"))

    def _is_beside(self, cell: Element) -> bool:
        """Whether a cell without text stands beside one that has the article's."""
        if self.article.sums(cell).own:
            return False
        beside = [self.article.sums(each) for each in cell.itersiblings("td")]
        beside += [self.article.sums(each) for each in cell.itersiblings("td", preceding=True)]
        whole = self.article.sums(self.article.root).own
        return any(each.own > whole / 2 for each in beside)

    def _is_amid(self, element: Element) -> bool:
        """Whether it stands between paragraphs or items of the text, as one of them."""
        inside, segments = self.article.outline.inside, self.article.outline.segments
        start, end = inside[element]
        while inside.get(element.getparent()) == (start, end):
            element = element.getparent()
        parent = element.getparent()
        near = [segments[start - 1]] if start else []
        near += segments[end : end + 1]
        beside = [
            segment
            for segment in near
            if parent in islice(segment.owner.iterancestors(), CLOSE)
            and (segment in self.article.some or segment in self.article.own)
            and segment not in self.left
        ]
        if len(beside) == 2:
            return True
        # the first or last of several alike
        only = segments[start]
        alike = any(
            segment.owner.getparent() is only.owner.getparent()
            and (segment.name, segment.owner.get("class")) == (only.name, only.owner.get("class"))
            for segment in beside
        )
        return alike and end - start == 1 and only.ends_sentence and not only.linked

    def _is_unwanted(self, sums: Sums, share: float) -> bool:
        if not self.article.is_asked:
            return sums.own < AGREED * sums.size
        return sums.agreed < share * sums.size

    def leave_headings(self) -> None:
        """A heading whose text was left out goes with it."""
        inside = self.article.outline.within(self.article.root)
        for place in range(len(inside) - 1, -1, -1):
            segment = inside[place]
            if segment.name not in HEADINGS or segment in self.left:
                continue
            after = inside[place + 1] if place + 1 < len(inside) else None
            goes = after is None or after in self.left
            if goes and segment not in self.article.agreed:
                self.mark(segment.owner, Why.FURNITURE)
