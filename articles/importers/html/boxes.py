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
    boxed: list[Element] = []
    box = etree.Element("div")
    box.text, element.text = element.text, None
    for child in children:
        if child in holders or child in cuts:
            if _says(box):
                boxed.append(box)
            box = etree.Element("div")
            box.text, child.tail = child.tail, None
            if child not in cuts:
                boxed.append(child)
        else:
            box.append(child)
    if _says(box):
        boxed.append(box)
    # all at once: to insert them one by one takes time by the square of their number
    element[:] = boxed


def _says(box: Element) -> bool:
    return len(box) > 0 or bool((box.text or "").strip())


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
