"""Which part of a page is the article.

Every segment of the page is voted on: by trafilatura, by readability, by what the page says of
itself in JSON-LD, and by its own looks. The article is the smallest element that holds nearly all
that was voted for. In it everything stays but what looks and is called like furniture
(`articles.importers.html.leaving`); outside of it only what most voted for. So a paragraph that
one of them lost is not lost here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate, islice

from articles.importers.dom.elements import HEADINGS, Element, name_of, names
from articles.importers.html.opinions import Opinion
from articles.importers.html.segments import Outline, Segment
from articles.importers.html.words import Suspicion, suspicion

MOST = 0.9  # of what was voted for stands in the article
LEAST_BODY = 200  # letters of an article in JSON-LD
LEAST_OWN = 40  # letters of a segment that looks like text by itself
LONG = 100
SHORT_WEIGHT = 0.3  # of lines that do not look like text, against those that do
LINKED = 0.4  # of a segment's letters are in links
PLAIN_LINKS = 1  # segments that are links, where there is nothing around the text
PLAIN_LINKED = 0.66
INNER = names(
    "p li ul ol dl dd dt tr tbody thead table blockquote pre figure figcaption button"
    " h1 h2 h3 h4 h5 h6"
)


@dataclass
class Sums:
    """Letters of what stands somewhere: all, linked, voted for by whom."""

    size: float = 0.0
    linked: float = 0.0
    weight: float = 0.0  # letters times votes
    own: float = 0.0
    texts: float = 0.0  # that look like text, whatever they are called
    some: float = 0.0  # that one of the others has at least
    agreed: float = 0.0  # that all the others have


@dataclass
class Article:
    """The page's outline with its votes, and the element which is the article."""

    outline: Outline
    root: Element
    is_plain: bool = False  # there is nothing around the text
    is_asked: bool = False  # others have said what they take for the article
    levels: dict[Element, int] = field(default_factory=dict)
    own: set[Segment] = field(default_factory=set)
    texts: set[Segment] = field(default_factory=set)
    some: set[Segment] = field(default_factory=set)
    agreed: set[Segment] = field(default_factory=set)
    _sums: list[list[float]] = field(default_factory=list)

    def sums(self, element: Element) -> Sums:
        """What stands in an element."""
        start, end = self.outline.inside.get(element, (0, 0))
        return Sums(*(each[end] - each[start] for each in self._sums))

    def add_up(self) -> None:
        """Must be done once, when all have voted."""
        segments = self.outline.segments
        sizes = [float(segment.size) for segment in segments]
        columns = (
            sizes,
            [size * segment.link_share for size, segment in zip(sizes, segments, strict=True)],
            [
                size * segment.votes * (1 if segment in self.own else SHORT_WEIGHT)
                for size, segment in zip(sizes, segments, strict=True)
            ],
            *(
                [size * (segment in chosen) for size, segment in zip(sizes, segments, strict=True)]
                for chosen in (self.own, self.texts, self.some, self.agreed)
            ),
        )
        self._sums = [list(accumulate(column, initial=0.0)) for column in columns]


def article_of(outline: Outline, opinions: list[Opinion], body: str = "") -> Article:
    """The article of the page; `body` are its words as the page says them in JSON-LD."""
    article = Article(outline, outline.root)
    _look(article)
    _vote(article, opinions, body)
    article.add_up()
    article.is_plain = _is_plain(article)
    if not article.is_plain:
        article.root = _smallest(article)
    return article


def _is_plain(article: Article) -> bool:
    """Whether there is nothing around the text: no menus, and nothing that is called so."""
    if any(article.levels.values()):
        return False
    linked = [s for s in article.outline.segments if s.link_share > PLAIN_LINKED]
    # several links side by side are a menu
    menus = any(sum(1 for _ in islice(s.owner.iter("a"), 2)) == 2 for s in linked)
    return len(linked) <= PLAIN_LINKS and not menus


def _look(article: Article) -> None:
    """Finds what suspicions the names of elements raise, and which segments look like text."""
    outline = article.outline
    texts = [segment for segment in outline.segments if _looks_like_text(segment)]
    chosen = set(texts)
    letters = [segment.size * (segment in chosen) for segment in outline.segments]
    before = list(accumulate(letters, initial=0))
    within: dict[Element, int] = {}
    for element in outline.root.iter("*"):
        if element not in outline.inside:
            continue
        start, end = outline.inside[element]
        level = suspicion(element, name_of(element))
        if name_of(element) in ("html", "body"):
            level = Suspicion.NONE
        article.levels[element] = level
        parent = element.getparent()
        while parent is not None and parent not in within:
            parent = parent.getparent()
        # what holds most of a page is called after something else in it
        counts = level if (before[end] - before[start]) * 2 < before[-1] else Suspicion.NONE
        within[element] = max(counts, within[parent] if parent is not None else Suspicion.NONE)
    # where nearly everything is called furniture, the names mean something else
    for limit in (Suspicion.NONE, Suspicion.SOME, Suspicion.COMMENTS, Suspicion.SURE):
        clear = [segment for segment in texts if within[segment.owner] <= limit]
        if sum(s.size for s in clear) * 5 > sum(s.size for s in texts):
            break
    article.own.update(clear)
    article.texts.update(texts)


def _looks_like_text(segment: Segment) -> bool:
    if segment.name in HEADINGS or segment.size < LEAST_OWN or segment.link_share > LINKED:
        return False
    return segment.ends_sentence or segment.size >= LONG


def _vote(article: Article, opinions: list[Opinion], body: str) -> None:
    said = Opinion([body]) if len(body) >= LEAST_BODY else None
    article.is_asked = bool(opinions)
    for segment in article.outline.segments:
        votes = [opinion.has(segment) for opinion in opinions]
        segment.votes = sum(votes) + (segment in article.own)
        if said is not None and said.has(segment):
            segment.votes += 2
            votes.append(True)
        if any(votes):
            article.some.add(segment)
        if votes and all(votes):
            article.agreed.add(segment)


def _smallest(article: Article) -> Element:
    """The smallest element that holds nearly all that was voted for, or the page's own `main`
    where that is elsewhere.
    """
    inside = article.outline.inside
    total = article.sums(article.outline.root).weight
    holding = [e for e in inside if total and article.sums(e).weight >= MOST * total]
    if not holding:
        return _said_main(article) or article.outline.root
    # elements are kept when they end, so the innermost of several is the first
    root = min(holding, key=lambda each: inside[each][1] - inside[each][0])
    while name_of(root) in INNER and root.getparent() is not None:
        root = root.getparent()
    main = _said_main(article)
    if main is not None and _are_apart(inside[main], inside.get(root, (0, 0))):
        return main
    return root


def _said_main(article: Article) -> Element | None:
    """The one element that the page itself calls its main part."""
    inside = article.outline.inside
    found = [
        each
        for each in inside
        if (name_of(each) == "main" or each.get("role") == "main") and article.sums(each).size
    ]
    return found[0] if len(found) == 1 else None


def _are_apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]
