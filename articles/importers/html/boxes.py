"""Words that stand bare between blocks get an element of their own.

A browser makes anonymous boxes of them (CSS 2.2, 9.2.1.1). With elements instead, each paragraph
of a page has one, and can be kept or left out by itself: also those that only two line breaks
divide from the next.
"""

from __future__ import annotations

from lxml import etree

from articles.importers.dom.elements import PREFORMATTED, Element, is_block, name_of, names

# what holds only parts of its own kind, or words as they are
CLOSED = names("table tbody thead tfoot tr ul ol dl menu select svg math head script style") | (
    PREFORMATTED
)


def box_bare_words(root: Element) -> None:
    """Changes the tree so; what it says and shows stays the same."""
    every = list(root.iter("*"))
    blocks = {element for element in every if _stands_alone(element)}
    holders = set(blocks)
    for block in blocks:
        # an inline element around a block stands by itself too
        for around in block.iterancestors():
            if around in holders:
                break
            holders.add(around)
    for element in every:
        if element in holders and name_of(element) not in CLOSED:
            _box_children(element, holders)


def _stands_alone(element: Element) -> bool:
    name = name_of(element)
    return name == "hr" or is_block(element, name)


def _box_children(element: Element, holders: set[Element]) -> None:
    children = list(element)
    cuts = _cuts(children)
    if not cuts and holders.isdisjoint(children):
        return
    first, element.text = element.text, None
    box = etree.Element("div")
    box.text = first
    for child in children:
        if child in holders or child in cuts:
            _close(element, box, child)
            box = etree.Element("div")
            box.text, child.tail = child.tail, None
            if child in cuts:
                element.remove(child)
        else:
            box.append(child)
    _close(element, box, None)


def _close(element: Element, box: Element, before: Element | None) -> None:
    """Puts the box before a child, or last, if there is anything in it."""
    if not len(box) and not (box.text or "").strip():
        return
    if before is None:
        element.append(box)
    else:
        element.insert(element.index(before), box)


def _cuts(children: list[Element]) -> set[Element]:
    """The line breaks that stand two or more together."""
    found: set[Element] = set()
    last: Element | None = None
    for child in children:
        if name_of(child) != "br":
            last = None
            continue
        if last is not None and not (last.tail or "").strip():
            found.update((last, child))
        last = child
    return found
