"""Formulas in MathML as words."""

from __future__ import annotations

from lxml import etree

from articles.importers.dom.elements import Element, name_of

NOT_SHOWN = frozenset(("annotation", "annotation-xml"))


def formula_words(math: Element) -> str:
    """The signs of the formula in order, or its alternative text where it has none."""
    parts: list[str] = []
    events = etree.iterwalk(math, events=("start", "end"))
    for event, each in events:
        if event == "start" and name_of(each) in NOT_SHOWN:
            events.skip_subtree()
        elif event == "start":
            parts.append("".join((each.text or "").split()))
        elif each is not math and name_of(each) not in NOT_SHOWN:
            parts.append("".join((each.tail or "").split()))
    return "".join(parts) or math.get("alttext") or ""
