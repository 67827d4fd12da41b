"""From blocks with styles to a Reading: what a title, a byline, a heading by its looks is.

What a word processor's file says by a style is believed. What is only large or bold is taken for a
heading where the file has no other, and is shown as less sure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from articles.importers.dates import read_date
from articles.importers.languages import detect_language
from articles.importers.pieces import Fact, Kind, Picture, Piece, Reading, Warning, Why

HEAD_ROLES = {"title": " ", "standfirst": " ", "byline": ", ", "published": " "}
LONGEST_LOOKS = 100  # characters of a heading that only looks like one
LARGER = 1.2  # times the size of most words, from which a line stands out
MUCH_LARGER = 1.35
SENTENCE_END = re.compile(r"[.,;:!…]['\"”’)]*$")
COMMON_SHARE = 0.3  # of all paragraphs: what is that common sets nothing apart
FEW_BLOCKS = 4
ENOUGH_LETTERS = 20_000  # to tell a language
NAMELESS_TITLE = re.compile(
    r"(?:microsoft word\b.*|word document|untitled.*|unbenannt.*|sans nom.*|document ?\d*"
    r"|dokument ?\d*|title|titel|.*\.(?:docx?|odt|rtf|pdf|tex|html?))",
    re.I,
)
NAMELESS_PERSON = re.compile(
    r"(?:python-docx|microsoft(?: office)? user|(?:windows|office|ms|word) ?-?user|user ?\d*"
    r"|admin(?:istrator)?|unknown|author|owner|root|guest|hp|dell|pc|apache poi|.*\\.*|pandoc)",
    re.I,
)


@dataclass(frozen=True)
class Block:
    """A piece, with how it looks: what titles and headings can be told by."""

    piece: Piece
    role: str = ""
    size: int = 0  # half-points
    bold: bool = False
    centred: bool = False


@dataclass
class Properties:
    """What a file says of itself apart from its text."""

    title: str = ""
    creators: str = ""
    created: str = ""  # ISO 8601
    language: str = ""
    rights: str = ""
    origin: str = ""


@dataclass
class Styled:
    """All that was read of a styled document."""

    kind: str
    blocks: list[Block]
    notes: list[Piece] = field(default_factory=list)
    properties: Properties = field(default_factory=Properties)
    language: str = ""  # of its styles
    pictures: dict[str, Picture] = field(default_factory=dict)
    warnings: list[Warning] = field(default_factory=list)


def reading_of(styled: Styled) -> Reading:
    """The document with its facts; what is a fact and nothing else leaves the text."""
    blocks = _without_common_quotations(styled.blocks)
    facts = _styled_facts(blocks)
    _find_title(blocks, facts, styled.properties)
    _find_headings(blocks)
    pieces = [*(block.piece for block in blocks), *styled.notes]
    _add_properties(facts, styled.properties)
    language = detect_language(_said(pieces))
    declared = styled.properties.language or styled.language
    if language:
        facts["language"] = Fact(language, 0.8, "words")
    elif re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", declared):
        facts["language"] = Fact(declared, 0.6, styled.kind)
    return Reading(styled.kind, pieces, facts, pictures=styled.pictures, warnings=styled.warnings)


def _said(pieces: Sequence[Piece]) -> str:
    parts: list[str] = []
    letters = 0
    for piece in pieces:
        if piece.kept:
            parts.append(piece.source)
            letters += len(piece.source)
        if letters > ENOUGH_LETTERS:
            break
    return "\n".join(parts)


def _without_common_quotations(blocks: Sequence[Block]) -> list[Block]:
    """Indented paragraphs are no quotations where the text is indented as a rule."""
    plain = sum(block.piece.kind is Kind.PARAGRAPH and block.piece.kept for block in blocks)
    guessed = [place for place, block in enumerate(blocks) if _is_guessed_quotation(block.piece)]
    changed = list(blocks)
    if len(guessed) > COMMON_SHARE * (plain + len(guessed)):
        for place in guessed:
            piece = replace(
                changed[place].piece, kind=Kind.PARAGRAPH, quoted=0, sure=1.0, why=Why.PLAIN
            )
            changed[place] = replace(changed[place], piece=piece)
    return changed


def _is_guessed_quotation(piece: Piece) -> bool:
    return piece.kind is Kind.QUOTATION and piece.why is Why.LOOKS


def _styled_facts(blocks: list[Block]) -> dict[str, Fact]:
    """What the first paragraphs are by their styles; those leave the text."""
    found: dict[str, list[str]] = {}
    for place, block in enumerate(blocks):
        piece = block.piece
        if not piece.kept or piece.kind is Kind.FIGURE or block.role == "abstract":
            continue
        if block.role not in HEAD_ROLES or piece.kind is Kind.LIST_ITEM:
            break
        said = piece.source
        if block.role == "published":
            date = read_date(said)
            if date is None:
                continue
            said = date.iso
        found.setdefault(block.role, []).append(said)
        blocks[place] = replace(block, piece=as_fact(piece))
    return {
        name: Fact(HEAD_ROLES[name].join(said)[:1000], 1.0, "style") for name, said in found.items()
    }


def as_fact(piece: Piece) -> Piece:
    """The piece as one that says what is said elsewhere on the page, and not in the text."""
    return replace(piece, kept=False, why=Why.FACT)


def _find_title(blocks: list[Block], facts: dict[str, Fact], properties: Properties) -> None:
    """The title, where no style says it: what the text begins with, or what the file is called."""
    if "title" in facts:
        _drop_repeated(blocks, facts["title"].value)
        return
    named = "" if NAMELESS_TITLE.fullmatch(properties.title) else properties.title
    kept = [place for place, block in enumerate(blocks) if block.piece.kept]
    begins = next((place for place in kept if blocks[place].piece.kind is not Kind.FIGURE), None)
    if begins is not None:
        first = blocks[begins]
        sure = _title_sure(first, blocks, named)
        if sure:
            facts["title"] = Fact(first.piece.source, sure, "text")
            # of a few lines, all are wanted
            if len(kept) >= FEW_BLOCKS:
                blocks[begins] = replace(first, piece=as_fact(replace(first.piece, sure=sure)))
            return
    if named:
        facts["title"] = Fact(named, 0.6, properties.origin)


def _drop_repeated(blocks: list[Block], title: str) -> None:
    """Leaves out the heading that says the title once more, right at the beginning."""
    first = next((place for place, block in enumerate(blocks) if block.piece.kept), None)
    if first is None or blocks[first].piece.kind is not Kind.HEADING:
        return
    piece = blocks[first].piece
    if piece.source.casefold().split() == title.casefold().split():
        blocks[first] = replace(blocks[first], piece=replace(piece, kept=False, why=Why.REPEATED))


def _title_sure(first: Block, blocks: Sequence[Block], named: str) -> float:
    """How sure it is that the first block is the title; 0 where it is doubtful."""
    piece = first.piece
    if piece.kind not in (Kind.HEADING, Kind.PARAGRAPH) or len(piece.source) > 2 * LONGEST_LOOKS:
        return 0.0
    if named and piece.source.split() == named.split():
        return 0.95
    levels = [
        block.piece.level
        for block in blocks
        if block.piece.kept and block.piece.kind is Kind.HEADING
    ]
    if piece.kind is Kind.HEADING:
        return 0.9 if piece.level == 1 and levels.count(1) == 1 else 0.0
    usual = _usual_size(blocks)
    stands_out = first.size >= MUCH_LARGER * usual or (
        first.bold and first.centred and first.size > usual
    )
    return 0.6 if usual and stands_out and not SENTENCE_END.search(piece.source) else 0.0


def _usual_size(blocks: Sequence[Block]) -> int:
    sizes: Counter[int] = Counter()
    for block in blocks:
        if block.piece.kept and block.size:
            sizes[block.size] += len(block.piece.source)
    return sizes.most_common(1)[0][0] if sizes else 0


def _find_headings(blocks: list[Block]) -> None:
    """Short lines that stand out before other words are headings, where no style makes any."""
    if any(block.piece.kept and block.piece.kind is Kind.HEADING for block in blocks):
        return
    usual = _usual_size(blocks)
    places = [place for place, block in enumerate(blocks) if block.piece.kept]
    found = [
        place
        for place, after in pairwise(places)
        if _looks_like_heading(blocks[place], usual) and _is_text(blocks[after], usual)
    ]
    if len(found) > COMMON_SHARE * len(places):
        return
    sizes = sorted({blocks[place].size for place in found}, reverse=True)
    for place in found:
        block = blocks[place]
        piece = replace(
            block.piece,
            kind=Kind.HEADING,
            words=_without_strong(block.piece.words),
            level=min(2 + sizes.index(block.size), 4),
            sure=0.6,
            why=Why.LOOKS,
        )
        blocks[place] = replace(block, piece=piece)


def _looks_like_heading(block: Block, usual: int) -> bool:
    piece = block.piece
    return (
        piece.kind is Kind.PARAGRAPH
        and not piece.depth
        and 2 < len(piece.source) <= LONGEST_LOOKS
        and (block.bold or block.size >= LARGER * usual)
        and block.size >= usual
        and not SENTENCE_END.search(piece.source)
        and any(letter.isalpha() for letter in piece.source)
        and "\\\n" not in piece.words
    )


def _is_text(block: Block, usual: int) -> bool:
    kinds = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTATION)
    return block.piece.kind in kinds and not _looks_like_heading(block, usual)


def _without_strong(words: str) -> str:
    inner = words[2:-2]
    is_whole = words.startswith("**") and words.endswith("**") and "**" not in inner
    return inner if is_whole and inner.strip() else words


def _add_properties(facts: dict[str, Fact], properties: Properties) -> None:
    """What the file says of itself, where the text does not say it."""
    said = {
        "byline": "" if NAMELESS_PERSON.fullmatch(properties.creators) else properties.creators,
        "published": properties.created,
        "licence": properties.rights,
    }
    for name, value in said.items():
        # when a file was made is not when a text was published, but may well be
        sure = 0.3 if name == "published" else 0.6
        if value:
            facts.setdefault(name, Fact(value, sure, properties.origin))
