"""Formulas (ECMA-376-1, 22.1) as the words that one would type for them: `a/b`, `√x`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from articles.importers.wordprocessing.names import M, W

Said = Iterator[tuple[str, str]]  # words, and `sub`, `sup` or nothing


def said(formula: etree._Element) -> Said:
    """What a formula says, part by part."""
    for child in formula:
        tag = child.tag
        if tag == M + "r":
            words = "".join(each.text or "" for each in child.iter(M + "t", W + "t"))
            yield words, ""
        elif tag in WAYS:
            yield from WAYS[tag](child)
        elif isinstance(tag, str) and not tag.endswith("Pr"):
            yield from said(child)


def plain(element: etree._Element | None) -> str:
    return "" if element is None else "".join(words for words, _script in said(element))


def _inside(element: etree._Element, name: str) -> Said:
    found = element.find(M + name)
    if found is not None:
        yield from said(found)


def _fraction(element: etree._Element) -> Said:
    yield _grouped(plain(element.find(M + "num"))), ""
    yield "/", ""
    yield _grouped(plain(element.find(M + "den"))), ""


def _grouped(words: str) -> str:
    return words if len(words) < 2 or words.isalnum() else f"({words})"


def _scripts(element: etree._Element) -> Said:
    yield from _inside(element, "e")
    for name in ("sub", "sup"):
        words = plain(element.find(M + name))
        if words:
            yield words, name


def _before(element: etree._Element) -> Said:
    for name in ("sub", "sup"):
        words = plain(element.find(M + name))
        if words:
            yield words, name
    yield from _inside(element, "e")


def _root(element: etree._Element) -> Said:
    degree = plain(element.find(M + "deg"))
    if degree:
        yield degree, "sup"
    yield "√" + _grouped(plain(element.find(M + "e"))), ""


def _n_ary(element: etree._Element) -> Said:
    sign = element.find(f"{M}naryPr/{M}chr")
    yield (sign.get(M + "val") or "∫") if sign is not None else "∫", ""
    yield from _before(element)


def _delimited(element: etree._Element) -> Said:
    def sign(name: str, usual: str) -> str:
        found = element.find(f"{M}dPr/{M}{name}")
        return usual if found is None else found.get(M + "val") or ""

    yield sign("begChr", "("), ""
    for place, inside in enumerate(element.iterchildren(M + "e")):
        if place:
            yield sign("sepChr", "|"), ""
        yield from said(inside)
    yield sign("endChr", ")"), ""


def _matrix(element: etree._Element) -> Said:
    for row, cells in enumerate(element.iterchildren(M + "mr")):
        if row:
            yield "; ", ""
        for place, cell in enumerate(cells.iterchildren(M + "e")):
            if place:
                yield " ", ""
            yield from said(cell)


def _function(element: etree._Element) -> Said:
    yield from _inside(element, "fName")
    yield " ", ""
    yield from _inside(element, "e")


WAYS: dict[str, Callable[[etree._Element], Said]] = {
    M + "f": _fraction,
    M + "sSub": _scripts,
    M + "sSup": _scripts,
    M + "sSubSup": _scripts,
    M + "sPre": _before,
    M + "rad": _root,
    M + "nary": _n_ary,
    M + "d": _delimited,
    M + "m": _matrix,
    M + "func": _function,
}
