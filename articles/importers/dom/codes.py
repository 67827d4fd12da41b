"""Preformatted text: its lines, and the language of code."""

from __future__ import annotations

import re

from lxml import etree

from articles.importers.dom.elements import Element, classes_of, name_of, names
from articles.normalising import normalise

LANGUAGE = re.compile(
    r"(?:language|lang|highlight-source|highlight|sourceCode|brush|code)[-:]\s*([A-Za-z0-9+#.\-]{1,30})"
)
NO_LANGUAGES = frozenset(("none", "plain", "plaintext", "text", "default", "nohighlight", "block"))
# numbers of lines, and buttons
BESIDE = names(
    "gutter linenos lineno line-numbers line-number linenumber linenodiv hljs-ln-numbers lnt"
    " line-numbers-rows rouge-gutter code-copy copy-button copybtn"
)
LINES = frozenset(("div", "p", "li", "tr"))


def code_text(element: Element) -> str:
    """The lines as they stand, without numbers beside them and without blank lines around."""
    parts: list[str] = []
    events = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, each in events:
        name = name_of(each)
        if event == "start":
            if name == "br" or (each is not element and name in LINES and _amid_line(parts)):
                parts.append("\n")
            if name in ("script", "style", "button") or not BESIDE.isdisjoint(classes_of(each)):
                events.skip_subtree()
            else:
                parts.append(each.text or "")
            continue
        if each is element:
            continue
        if name in LINES and _amid_line(parts) and (each.tail or "").strip(" ")[:1] != "\n":
            parts.append("\n")
        parts.append(each.tail or "")
    lines = normalise("".join(parts)).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _amid_line(parts: list[str]) -> bool:
    last = next((part for part in reversed(parts) if part), "\n")
    return not last.endswith("\n")


def code_language(element: Element) -> str:
    """The language that the classes of the element, or of what is right around or in it, name."""
    inner = next((child for child in element if name_of(child) == "code"), None)
    around = [element, inner, element.getparent()]
    for each in around:
        if each is None:
            continue
        found = LANGUAGE.search(each.get("class") or "")
        named = found[1] if found else each.get("data-lang") or each.get("data-language") or ""
        if named and named.lower() not in NO_LANGUAGES:
            return named.lower() if re.fullmatch(r"[A-Za-z0-9_+#.\-]{1,30}", named) else ""
    return ""
