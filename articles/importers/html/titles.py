"""What an article is called: by the head of its page, and by the heading that says the same."""

from __future__ import annotations

import re

from articles.importers.dom.elements import text_of
from articles.importers.html.facts import Told
from articles.importers.html.segments import Outline, key_of, size_of
from articles.importers.pieces import Fact

PARTS_OF_TITLE = re.compile(r"\s+[|·•»–—:\\/-]+\s+|\s*[|»_]\s*|:\s+")
PERMALINKS = " ¶§#\N{LINK SYMBOL}"  # signs behind a heading that lead to it
MAX_TITLE = 300
LEAST_HEADING = 12  # letters of a heading that is looked for in a longer title
WORD = re.compile(r"\w+")
ALIKE = 0.6  # of the words of the shorter of two titles


def titles_of(told: Told, outline: Outline) -> tuple[Fact | None, list[str]]:
    """What the article is called, and all that may be meant for its title on the page."""
    said = [(told.linked.first("headline"), "json-ld"), *told.of("title")]
    heads = [" ".join(text_of(each, 2_000).split()) for each in told.root.iter("title")][:1]
    site = told.metas.get("og:site_name", "")
    known = [(_without_site(words, site), how) for words, how in said if words]
    shorter = [part for head in heads for part in _title_parts(head)]
    headings = [
        (segment.name, segment.words.rstrip(PERMALINKS))
        for segment in outline.segments
        if segment.name in ("h1", "h2", "h3") and len(segment.words) <= MAX_TITLE
    ]
    firsts = [words for name, words in headings if name == "h1"]
    candidates = [*known, *((head, "title") for head in heads)]
    chosen = _not_the_site(heads, [words for _name, words in headings])
    chosen = chosen or _on_page(candidates, [*firsts, *(words for _name, words in headings)])
    if chosen is None and len(firsts) == 1 and any(_alike(firsts[0], w) for w, _how in candidates):
        chosen = Fact(firsts[0], 0.85, "h1")
    if chosen is None and known:
        chosen = Fact(known[0][0], 0.9, known[0][1])
    if chosen is None and len(firsts) == 1:
        chosen = Fact(firsts[0], 0.8, "h1")
    if chosen is None and shorter:
        chosen = Fact(shorter[0], 0.7, "title")
    if chosen is not None and len(chosen.value) > MAX_TITLE:
        chosen = None
    names = [words for words, _how in known] + [words for words, _how in said] + shorter + heads
    return chosen, [*names, *([chosen.value] if chosen else [])]


def _not_the_site(heads: list[str], headings: list[str]) -> Fact | None:
    """Of two headings that both stand in the window's title, the later: the site's stands first."""
    parts = {key_of(part) for head in heads for part in PARTS_OF_TITLE.split(head)}
    both = list(dict.fromkeys(words for words in headings if key_of(words) in parts))
    return Fact(both[-1], 0.9, "heading") if len(both) > 1 else None


def _on_page(candidates: list[tuple[str, str]], headings: list[str]) -> Fact | None:
    """What both the head of the page and a heading on it say; the head may say more around it."""
    for heading in headings:
        key = key_of(heading)
        for words, how in candidates:
            whole = key_of(words)
            if key and key == whole:
                return Fact(words, 0.97, how)
            if size_of(key) >= LEAST_HEADING and len(key) * 4 > len(whole) and key in whole:
                return Fact(heading, 0.95, how)
    return None


def _alike(one: str, other: str) -> bool:
    """Whether two titles have most of their words in common."""
    words, others = set(WORD.findall(one.casefold())), set(WORD.findall(other.casefold()))
    return len(words & others) > ALIKE * max(1, min(len(words), len(others))) and len(words) > 2


def _without_site(words: str, site: str) -> str:
    """A title without the name of the site at its end or beginning."""
    if not site:
        return words
    for pattern in (
        rf"\s*[|·•»–—:-]+\s*{re.escape(site)}\s*$",
        rf"^\s*{re.escape(site)}\s*[|·•»–—:-]+\s*",
    ):
        shorter = re.sub(pattern, "", words, flags=re.I)
        if shorter and shorter != words:
            return shorter
    return words


def _title_parts(head: str) -> list[str]:
    """What a window's title may be meant to say: without its last part or parts, or its first."""
    cuts = [(found.start(), found.end()) for found in PARTS_OF_TITLE.finditer(head)]
    if not cuts:
        return [head] if head else []
    ends = [head[:start] for start, _end in reversed(cuts)]
    starts = [head[end:] for _start, end in cuts]
    longest = max((part for part in (*ends[:1], *starts[:1])), key=len)
    return list(dict.fromkeys(part for part in (longest, *ends, *starts) if part))
