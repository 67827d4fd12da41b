"""Parts of an article's element that are none of its text by what they hold: related things under
their heading, cards that lead to other texts, letters to subscribe to, quotations said before.
"""

from __future__ import annotations

from articles.importers.dom.elements import HEADINGS, Element, name_of
from articles.importers.furniture import Role, clues_of
from articles.importers.html.leaving import MAJORITY, MAX_LINES, Leaver
from articles.importers.html.segments import Segment
from articles.importers.html.words import names_on
from articles.importers.pieces import Why

MAX_HEADING = 80  # letters of a heading that says what is under it
FULLY_LINKED = 0.9
LEAST_CARDS = 2
MAX_CARD = 600  # letters
MAX_FORM = 500
LEAST_QUOTED = 25  # letters
MAX_PULLED = 300
FIELDS = ("form", "input")
NO_FIELDS = ("hidden", "search", "checkbox", "radio")
PULLED = frozenset(("pullquote", "pull", "pullquotes", "pullout", "quote"))


def leave_sections(leaver: Leaver) -> None:
    """Marks them; what holds much of the article is never one."""
    root = leaver.article.root
    inside = leaver.article.outline.within(root)
    few = len(inside) <= MAX_LINES
    for place, segment in enumerate(inside):
        looked_at = segment not in leaver.left and (few or segment.name in HEADINGS)
        if looked_at and _tells_of_others(segment):
            _leave_under(leaver, inside[place:])
    for element in root.iter("*"):
        if element is root or element not in leaver.article.outline.inside:
            continue
        if leaver.is_little(element) and (_has_cards(leaver, element) or _asks(leaver, element)):
            leaver.mark(element, Why.FURNITURE)
    _leave_repeated(leaver, inside)


def _tells_of_others(segment: Segment) -> bool:
    """Whether a heading, or a line like one, says that other texts or comments follow."""
    if len(segment.words) > MAX_HEADING or segment.ends_sentence:
        return False
    clues = clues_of(segment.words)
    titled = any(clue.role is Role.RELATED and clue.value for clue in clues)
    return (
        bool(clues)
        and not titled
        and {clue.role for clue in clues}
        <= {
            Role.RELATED,
            Role.COUNT,
        }
    )


def _leave_under(leaver: Leaver, segments: list[Segment]) -> None:
    """Leaves the heading with what it stands above: the element that it begins, or what follows
    up to the next heading as high; if that is little, and others do not take it for text.
    """
    heading, following = segments[0], segments[1:]
    around = heading.owner
    while leaver.article.outline.within(around) in ([heading], []):
        parent = around.getparent()
        if parent is None or around is leaver.article.root:
            break
        around = parent
    stands = leaver.article.outline.within(around)
    if around is not leaver.article.root and stands[0] is heading and leaver.is_little(around):
        leaver.mark(around, Why.FURNITURE)
    elif heading.name in HEADINGS:
        ends = next((i for i, s in enumerate(following) if _is_as_high(s, heading)), None)
        under = following[:ends]
        size = sum(segment.size for segment in under)
        agreed = sum(segment.size for segment in under if segment in leaver.article.agreed)
        if agreed < MAJORITY * size:
            for segment in (heading, *under):
                leaver.mark(segment.owner, Why.FURNITURE)


def _is_as_high(segment: Segment, heading: Segment) -> bool:
    return segment.name in HEADINGS and HEADINGS[segment.name] <= HEADINGS[heading.name]


def _has_cards(leaver: Leaver, element: Element) -> bool:
    """Whether it is a row of cards: each a linked heading, with a few words or none."""
    children = [child for child in element if leaver.article.outline.within(child)]
    if len(children) < LEAST_CARDS:
        return False
    cards = sum(1 for child in children if _is_card(leaver, child))
    return cards >= LEAST_CARDS and cards >= len(children) - 1


def _is_card(leaver: Leaver, element: Element) -> bool:
    segments = leaver.article.outline.within(element)
    if len(segments) > 10 or sum(segment.size for segment in segments) > MAX_CARD:
        return False
    headings = [segment for segment in segments if segment.name in HEADINGS]
    return len(headings) == 1 and headings[0].link_share >= FULLY_LINKED


def _asks(leaver: Leaver, element: Element) -> bool:
    """Whether it is a few words around a field to be filled in."""
    if not 0 < leaver.article.sums(element).size <= MAX_FORM:
        return False
    return any(
        name_of(each) == "form" or (each.get("type") or "text").lower() not in NO_FIELDS
        for each in element.iter(*FIELDS)
    )


def _leave_repeated(leaver: Leaver, inside: list[Segment]) -> None:
    """A quotation pulled out of the text says what the text says."""
    pulled = [s for s in inside if len(s.key) >= LEAST_QUOTED and _is_pulled(s)][:MAX_PULLED]
    whole = "\n".join(s.key for s in inside if s in leaver.article.own and s not in leaver.left)
    for segment in pulled:
        if segment not in leaver.left and whole.count(segment.key) > (
            segment in leaver.article.own
        ):
            leaver.mark(segment.owner, Why.REPEATED)


def _is_pulled(segment: Segment) -> bool:
    around = [segment.owner, *list(segment.owner.iterancestors())[:1]]
    called = any(not PULLED.isdisjoint(names_on(each)) for each in around)
    return called or any(name_of(each) in ("aside", "blockquote") for each in around)
