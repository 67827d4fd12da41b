"""What elements of HTML are, by their names and attributes."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element


def names(listed: str) -> frozenset[str]:
    """The names in a list divided by blanks."""
    return frozenset(listed.split())


BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main"
    " menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th"
    " thead tr ul xmp"
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset(("ul", "ol", "menu", "dir"))
PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))

# what says nothing to a reader, or is a control
SILENT = names(
    "area audio base canvas command datalist embed frame frameset head iframe input keygen link map"
    " meta meter noembed noframes noscript object param progress rp script select source style svg"
    " template textarea title track video wbr"
)
FORMATS = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("s", "strike", "del"), "s"),
    "sub": "sub",
    "sup": "sup",
}
CODES = frozenset(("code", "kbd", "samp", "tt"))

HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.I)
BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|list-item|table)\b", re.I)
HIDDEN_CLASSES = names(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader screenreader"
    " screen-reader-only show-for-sr assistive-text element-invisible offscreen hidden-text"
    " u-hidden-visually u-visually-hidden sr-text cdk-visually-hidden a11y-hidden noprint-hidden"
    " mw-jump-link katex-html MJX_Assistive_MathML visuallyHidden is-visually-hidden"
)
# fonts whose letters are drawn as pictures
ICONS = re.compile(r"icon|symbol|glyph|\bfa[bdlrs]?\b", re.I)
MAX_AMID_LINE = 200  # elements in what is taken for words amid a line
BREAKS_OF_PAGES = frozenset(("pagebreak", "doc-pagebreak"))


def name_of(element: Element) -> str:
    """The element's name without a namespace, in small letters; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def classes_of(element: Element) -> list[str]:
    return (element.get("class") or "").split()


def types_of(element: Element) -> set[str]:
    """What the element says of itself by `epub:type` and `role`."""
    kind = element.get("{http://www.idpf.org/2007/ops}type") or element.get("epub:type") or ""
    return {*kind.lower().split(), *(element.get("role") or "").lower().split()}


def is_block(element: Element, name: str) -> bool:
    """Whether it stands by itself, above and below other things."""
    return name in BLOCKS or (
        "style" in element.attrib and bool(BLOCK_STYLE.search(element.get("style") or ""))
    )


def is_hidden(element: Element) -> bool:
    """Whether nobody sees it on the page, as far as the element itself says so."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if "amp-access-hide" in attributes:
        return True
    if attributes.get("aria-hidden") == "true" and not _is_seen_amid_line(element):
        return True
    if "style" in attributes and HIDDEN_STYLE.search(attributes["style"]):
        # formulas are hidden where a picture of them is shown instead
        return not any(name_of(child) == "math" for child in element)
    return not HIDDEN_CLASSES.isdisjoint(classes_of(element))


def _is_seen_amid_line(element: Element) -> bool:
    """Whether it has words amid a line, which only those who listen to the page are spared.

    Large first letters are such: what is read aloud in their place is hidden by its class.
    """
    if ICONS.search(element.get("class") or ""):
        return False
    says = False
    events = etree.iterwalk(element, events=("start", "end"))
    for count, (event, each) in enumerate(events):
        name = name_of(each)
        if is_block(each, name) or count > 2 * MAX_AMID_LINE:
            return False
        if event == "start" and name in SILENT:
            events.skip_subtree()
        words = each.text if event == "start" else each.tail
        is_outside = (event == "start" and name in SILENT) or (event == "end" and each is element)
        says = says or (not is_outside and any(map(str.isalnum, words or "")))
    return says


def number(value: str | None) -> int | None:
    """A whole number in an attribute, or None."""
    found = re.match(r"\s*([+-]?\d{1,9})", value or "")
    return int(found[1]) if found else None


def text_of(element: Element, most: int = 0) -> str:
    """All the words inside, as they stand there, those of scripts aside; `most` ends it early."""
    parts: list[str] = []
    size = 0
    for event, each in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        said = None
        if event == "start":
            said = each.text if name_of(each) not in ("script", "style") else None
        elif each is not element:
            said = each.tail
        if said:
            parts.append(said)
            size += len(said)
            if most and size > most:
                break
    return "".join(parts)
