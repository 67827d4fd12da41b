"""Title, byline and date: of what stands on the first pages, and what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.importers.dates import read_date
from articles.importers.furniture import Role, clues_of
from articles.importers.pdf.blocks import Block
from articles.importers.pdf.joining import folded
from articles.importers.pdf.measures import Measures
from articles.importers.pdf.opening import About
from articles.importers.pieces import Fact, Kind, Why

MOST_TITLE = 250  # letters
LARGER = 1.15  # times the size of the text
MOST_SIGNED = 120  # letters of a line with a name and a date
JOINT = re.compile(r"\s*[,·|–—]\s*|\s+(?=\d)")
NAME = re.compile(r"[^\W\d_a-zа-я][\w'’.-]*(?:,? [\w'’.&-]+){0,12}")
NEAR_TITLE = 4  # blocks after it in which byline and date stand
FILE_NAME = re.compile(
    r"microsoft word|untitled|document\d*|.*\.(?:docx?|pdf|tex|indd|odt|rtf|html?|dvi|qxd|pages)"
    r"|\(anonymous\)|unspecified|.*://.*|print|layout \d.*|about:blank|[\W\d_]*",
    re.I,
)


def find_facts(
    blocks: Sequence[Block], about: About, measures: Measures, language: str | None
) -> dict[str, Fact]:
    """The facts; blocks that say nothing else are marked with Why.FACT."""
    facts: dict[str, Fact] = {}
    titles = _title_blocks(blocks, about, measures)
    if titles:
        words = " ".join(block.text for block in titles)
        facts["title"] = Fact(" ".join(words.split()), 0.8, "first page")
        for block in titles:
            block.why = Why.FACT
        _find_near(blocks, titles[-1], about, facts, day_first=language not in ("en", None))
    elif about.title and not FILE_NAME.fullmatch(about.title):
        facts["title"] = Fact(about.title[:MOST_TITLE], 0.5, "metadata")
    said = about.language.split("-")[0].lower()
    if language or re.fullmatch("[a-z]{2}", said):
        facts["language"] = Fact(language or said, 0.9 if language else 0.6, "words")
    return facts


def _title_blocks(blocks: Sequence[Block], about: About, measures: Measures) -> list[Block]:
    """The blocks that are the title, on the first page with words."""
    first = [block for block in blocks if block.first.page == blocks[0].first.page][:12]
    named = _named(first, about)
    if named:
        return named
    heads = [b for b in first if b.kind is Kind.HEADING and len(b.text) <= MOST_TITLE]
    if not heads:
        return []
    top = next((block for block in heads if block.role in ("H1", "Title")), None)
    if top is not None:
        return [top]
    if heads[0].role and heads[0].level > 2:
        return []
    largest = max(block.size for block in heads)
    if largest < LARGER * measures.size:
        return []
    same = [block for block in heads if block.size > 0.97 * largest]
    titles = same[:1]
    for block in same[1:3]:  # a title in several blocks, one right after the other
        if blocks.index(block) == blocks.index(titles[-1]) + 1 and not block.role:
            titles.append(block)
    return titles


def _named(first: Sequence[Block], about: About) -> list[Block]:
    """The block, or two, that say what the file says its title is."""
    title = folded(about.title)
    if len(title) < 4 or FILE_NAME.fullmatch(about.title):
        return []
    for place, block in enumerate(first):
        said = folded(block.text)
        if said == title:
            return [block]
        if len(said) > 5 and title.startswith(said) and place + 1 < len(first):
            both = said + folded(first[place + 1].text)
            if both == title:
                return list(first[place : place + 2])
    return []


def _find_near(
    blocks: Sequence[Block],
    title: Block,
    about: About,
    facts: dict[str, Fact],
    *,
    day_first: bool,
) -> None:
    place = list(blocks).index(title) + 1
    author = folded(about.author)
    for block in blocks[place : place + NEAR_TITLE]:
        text = " ".join(block.text.split())
        if len(text) > 200 or block.kind is Kind.LIST_ITEM:
            break
        if author and folded(text) == author and len(author) > 4:
            facts.setdefault("byline", Fact(text, 0.9, "metadata"))
            block.why = Why.FACT
            continue
        clues = clues_of(text, day_first=day_first)
        if not clues:
            _find_signed(block, text, facts, day_first=day_first)
            continue
        for clue in clues:
            name = NAMES.get(clue.role)
            if name and clue.value:
                facts.setdefault(name, Fact(clue.value, 0.8, "first page"))
        if all(clue.role in (*NAMES, Role.SIGNS) for clue in clues):
            block.why = Why.FACT


def _find_signed(block: Block, text: str, facts: dict[str, Fact], *, day_first: bool) -> None:
    """A name and a date, and nothing else."""
    if len(text) > MOST_SIGNED or "published" in facts:
        return
    for joint in JOINT.finditer(text):
        found = read_date(text[joint.end() :], day_first=day_first)
        if not found or text[joint.end() + found.end :].strip(" .)"):
            continue
        name = text[: joint.start()].strip(" ,·|–—")
        if NAME.fullmatch(name):
            facts.setdefault("byline", Fact(name, 0.6, "first page"))
            facts["published"] = Fact(found.iso, 0.8, "first page")
            block.why = Why.FACT
        return


NAMES = {
    Role.BYLINE: "byline",
    Role.PUBLISHED: "published",
    Role.DATE: "published",
    Role.UPDATED: "updated",
}
