"""How a piece becomes another by a person's hand: of another kind, joined, split, kept.

No database here: pieces in, pieces out, and Refused in words for what makes no sense.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from django.utils.translation import gettext as _

from articles.blocks import BlockContent, MarkdownRefused, blocks_from_markdown
from articles.importers.composing import written
from articles.importers.pieces import Kind, Piece, Why
from articles.markdown.writing_inline import escape_words
from articles.normalising import without_unsayable
from ncr.refusals import Refused

SAID = {Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTATION, Kind.NOTE}
"""The kinds whose words are what stands inside, so that they can be joined and split."""

CHOICES = {
    "paragraph": (Kind.PARAGRAPH, 0),
    **{f"heading-{level}": (Kind.HEADING, level) for level in (1, 2, 3, 4)},
    "list_item": (Kind.LIST_ITEM, 0),
    "quotation": (Kind.QUOTATION, 0),
    "code": (Kind.CODE, 0),
}
"""What a piece can be made, by the name in a form."""

BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
OWN_BLOCK = {Kind.NOTE: {"paragraph"}, Kind.PARAGRAPH: {"paragraph", "quotation", "figure"}}
"""The kinds of the block that a piece comes to by itself, where it is not its name alone."""

DIVIDED = re.compile(r"(?P<start>\w+)(?P<hyphen>[-\u2010\u00ad])(?P<marks>[*_~]*)$")
GOES_ON = re.compile(r"(?P<marks>[*_~]*)(?P<end>\w+)")


def choice_of(piece: Piece) -> str:
    """The name in CHOICES of what a piece is; empty for what is none of them."""
    level = min(piece.level, 4) if piece.kind is Kind.HEADING else 0
    return next((name for name, one in CHOICES.items() if one == (piece.kind, level)), "")


def blocks_of(piece: Piece) -> list[BlockContent]:
    """A piece by itself as blocks; Refused for what the Markdown cannot say."""
    kind = Kind.PARAGRAPH if piece.kind is Kind.NOTE else piece.kind
    alone = replace(piece, kind=kind, note="", kept=True, depth=min(piece.depth, 1), rule=False)
    try:
        return blocks_from_markdown(written([alone]))
    except MarkdownRefused as refused:
        raise Refused(refused.words(_), "words") from refused


def as_kind(piece: Piece, choice: str) -> Piece:
    """The piece as another kind; sure, since a person says so."""
    if choice not in CHOICES:
        raise Refused(_("Choose what this is."), "choice")
    if piece.kind is Kind.FIGURE:
        raise Refused(_("A picture stays one; leave it out, or edit its caption."), "choice")
    kind, level = CHOICES[choice]
    was_item, was_quoted = piece.kind is Kind.LIST_ITEM, piece.kind is Kind.QUOTATION
    depth = 0 if was_item or kind is Kind.HEADING else piece.depth
    quoted = 0 if was_quoted else piece.quoted
    return replace(
        piece,
        kind=kind,
        level=level,
        words=_words_as(piece, kind),
        depth=max(1, piece.depth) if kind is Kind.LIST_ITEM else depth,
        quoted=max(1, piece.quoted) if kind is Kind.QUOTATION else quoted,
        number=piece.number if kind is Kind.LIST_ITEM else None,
        note="" if piece.kind is Kind.NOTE else piece.note,
        language=piece.language if kind is Kind.CODE else "",
        sure=1.0,
        why=Why.PLAIN,
    )


def _words_as(piece: Piece, kind: Kind) -> str:
    if kind is piece.kind or {kind, piece.kind} <= SAID:
        return piece.words
    if piece.kind is Kind.CODE:
        return escape_words(" ".join(piece.words.split()))
    lines = [block.text for block in blocks_of(piece)]
    if kind is Kind.CODE:
        return "\n".join(lines)
    return escape_words(" ".join(" ".join(lines).split()))


def joined(one: Piece, other: Piece, stands: Callable[[str], bool]) -> Piece:
    """Two pieces as one of the first's kind; a word divided at the end of the first becomes whole.

    Where a hyphen stands between a letter and small letters, nobody can tell whether the word has
    it: it goes where the word `stands` without it elsewhere in the text.
    """
    both = {one.kind, other.kind}
    if not (both <= SAID or both == {Kind.CODE}):
        raise Refused(_("Only words can be joined with words, and code with code."))
    if one.kind is Kind.CODE:
        words, source = f"{one.words}\n{other.words}", f"{one.source}\n{other.source}"
    else:
        words = _end_to_end(one.words.rstrip(), other.words.lstrip(), stands)
        source = f"{one.source} {other.source}".strip()
    return checked(replace(one, words=words, source=source, sure=1.0, why=Why.PLAIN))


def _end_to_end(one: str, other: str, stands: Callable[[str], bool]) -> str:
    """The words of both; emphasis that ends with the first half of a word goes on in the second."""
    first, second = DIVIDED.search(one), GOES_ON.match(other)
    if not first or not second or not second["end"][0].islower():
        return f"{one} {other}".strip()
    if first["marks"] != second["marks"]:
        return f"{one} {other}"
    is_hidden = first["hyphen"] == "\u00ad"  # it only says where the word may be divided
    is_whole = is_hidden or stands(first["start"] + second["end"])
    hyphen = "" if is_whole else first["hyphen"]
    return one[: first.end("start")] + hyphen + other[second.start("end") :]


def parts_of(piece: Piece, words: str) -> list[Piece]:
    """The piece in the parts between which `words` has blank lines."""
    if piece.kind not in SAID:
        raise Refused(_("Code, tables and pictures cannot be split."), "words")
    parts = [part for part in BLANK.split(cleaned(words)) if part.strip()]
    if len(parts) < 2:
        raise Refused(_("Leave a blank line where it shall be split."), "words")
    further = Kind.PARAGRAPH if piece.kind is Kind.NOTE else piece.kind
    sources = _sources(piece.source, parts)
    return [
        checked(
            replace(
                piece,
                kind=piece.kind if place == 0 else further,
                words=part.strip("\n"),
                source=sources[place],
                number=None if piece.number is None else piece.number + place,
                begins=piece.begins and place == 0,
                rule=piece.rule and place == 0,
                sure=1.0,
                why=Why.PLAIN,
            )
        )
        for place, part in enumerate(parts)
    ]


def _sources(source: str, parts: Sequence[str]) -> list[str]:
    """What the file says in each part, where that can be told; or else all of it in the first."""
    letters = [len(_letters(part)) for part in parts]
    places = [place for place, sign in enumerate(source) if sign.isalnum()]
    if sum(letters) != len(places):
        return [source, *[""] * (len(parts) - 1)]
    ends = [0, *(places[sum(letters[:count])] for count in range(1, len(parts))), len(source)]
    return [source[start:end].strip() for start, end in pairwise(ends)]


def _letters(words: str) -> str:
    return "".join(sign for sign in words if sign.isalnum())


def reworded(piece: Piece, words: str) -> Piece:
    """The piece with other words."""
    return checked(replace(piece, words=cleaned(words), sure=1.0, why=Why.PLAIN))


def restored(piece: Piece) -> Piece:
    """A piece that is kept after all: of a picture that is not here, what it says."""
    if piece.kind is Kind.FIGURE and not piece.src:
        words = piece.words or escape_words(piece.alt)
        piece = replace(piece, kind=Kind.PARAGRAPH, words=words, alt="")
    _blocks_that_say(piece)
    return piece


def checked(piece: Piece) -> Piece:
    """The piece; Refused unless it comes to one block of its kind, as the review shows it."""
    found = [block.kind for block in _blocks_that_say(piece)]
    own = OWN_BLOCK.get(piece.kind, {piece.kind.value})
    if piece.kind is not Kind.MARKDOWN and (len(found) != 1 or not own.issuperset(found)):
        raise Refused(
            _(
                "Written like this, it would not stay one piece of its kind. Put a backslash before"
                " a sign that makes it something else, or set what it is."
            ),
            "words",
        )
    return piece


def _blocks_that_say(piece: Piece) -> list[BlockContent]:
    """The blocks that a piece comes to; Refused where it says nothing, or what cannot be said."""
    shows = piece.kind is Kind.FIGURE and piece.src
    found = blocks_of(piece) if piece.words.strip() or shows else []
    # a block of Markdown may only define what others lead to
    if not found and not (piece.kind is Kind.MARKDOWN and piece.words.strip()):
        raise Refused(_("Nothing is left to read in it. Leave it out instead."), "words")
    return found


def cleaned(words: str) -> str:
    """What came from a form, with one kind of line ends and without what cannot be stored."""
    return without_unsayable(words).strip("\n")
