"""Words with their formats to inline Markdown, for files that mark formats run by run.

Writers of such files bold a blank too much or too little; here blanks take the formats that stand
on both sides of them, so that the signs of Markdown stand at words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.importers.dom.inline import (
    Format,
    Formats,
    Run,
    collapsed,
    markdown_of,
    plain_markdown,
    tree,
)
from articles.importers.dom.page import MAX_ADDRESS, WEB
from articles.markdown.inline import Break, Code, Mark, Text
from articles.markdown.linking import normalise_address
from articles.sanitising import is_allowed_address

MOST_RUNS = 1_500  # in one paragraph
MOST_LETTERS = 45_000  # of one paragraph; all escaped, they are within the dialect's limit

STRONG = Format("strong")
EM = Format("em")
STRUCK = Format("s")
SUB = Format("sub")
SUP = Format("sup")


def link_to(href: str) -> Format | None:
    """A link to an address that a reader can go to from the site; None for all else.

    Files beside the document, places in it and scripts are no such addresses.
    """
    address = normalise_address(href)
    if len(address) > MAX_ADDRESS or not WEB.fullmatch(address):
        return None
    return Format("a", address) if is_allowed_address(address) else None


def smoothed(runs: Sequence[Run]) -> list[Run]:
    """The runs with blanks at their edges apart, in the formats of both neighbours."""
    parts: list[Run] = []
    blanks: list[int] = []
    for run in runs:
        if not isinstance(run.leaf, Text):
            parts.append(run)
            continue
        words = run.leaf.value
        core = words.strip()
        start = words.index(core) if core else 0
        for value, is_blank in (
            (words[:start], True),
            (core, False),
            (words[start + len(core) :], True),
        ):
            if value:
                if is_blank:
                    blanks.append(len(parts))
                parts.append(Run(Text(value), () if is_blank else run.formats))
    _format_blanks(parts, set(blanks))
    return parts


def _format_blanks(parts: list[Run], blanks: set[int]) -> None:
    after: list[Formats] = [()] * len(parts)
    following: Formats = ()
    for place in range(len(parts) - 1, -1, -1):
        after[place] = following
        if place not in blanks:
            following = parts[place].formats
    before: Formats = ()
    for place, part in enumerate(parts):
        if place in blanks:
            part.formats = _shared(before, after[place])
        else:
            before = part.formats


def _shared(one: Formats, other: Formats) -> Formats:
    shared: list[Format] = []
    for mine, theirs in zip(one, other, strict=False):
        if mine is not theirs:
            break
        shared.append(mine)
    return tuple(each for each in shared if each.tag not in ("sub", "sup"))


def without(runs: Sequence[Run], *formats: Format) -> list[Run]:
    """The runs without some formats."""
    return [
        Run(run.leaf, tuple(each for each in run.formats if each not in formats)) for run in runs
    ]


def on_one_line(runs: Sequence[Run]) -> list[Run]:
    """The runs with blanks for breaks, which headings do not have."""
    return [Run(Text(" "), ()) if isinstance(run.leaf, Break) else run for run in runs]


def all_have(runs: Sequence[Run], format: Format) -> bool:
    """Whether all words are in the format."""
    said = [run for run in runs if isinstance(run.leaf, Text | Code) and run.leaf.value.strip()]
    return bool(said) and all(format in run.formats for run in said)


def inline(runs: Sequence[Run]) -> str:
    """The runs as inline Markdown; without form where it changes more often than any text's."""
    settled = collapsed(smoothed(runs))
    nodes = tree(settled)
    return plain_markdown(nodes) if len(settled) > MOST_RUNS else markdown_of(nodes)


def divided(runs: list[Run]) -> list[list[Run]]:
    """The runs, in several parts where they are too long for one paragraph of the dialect."""
    if sum(_length(run) for run in runs) <= MOST_LETTERS:
        return [runs]
    parts: list[list[Run]] = [[]]
    size = 0
    for run in runs:
        for leaf in _cut(run):
            if size + _length(leaf) > MOST_LETTERS:
                parts.append([])
                size = 0
            parts[-1].append(leaf)
            size += _length(leaf)
    return parts


def _length(run: Run) -> int:
    return len(run.leaf.value) if isinstance(run.leaf, Text | Code) else 1


def _cut(run: Run) -> Iterator[Run]:
    """A run of very many words as several, cut at blanks."""
    if not isinstance(run.leaf, Text) or len(run.leaf.value) <= MOST_LETTERS // 2:
        yield run
        return
    words = run.leaf.value
    while words:
        cut = len(words)
        if cut > MOST_LETTERS // 2:
            cut = words.rfind(" ", 0, MOST_LETTERS // 2) + 1 or MOST_LETTERS // 2
        yield Run(Text(words[:cut]), run.formats)
        words = words[cut:]


def plain(runs: Sequence[Run]) -> str:
    """What the runs say, without the marks of notes."""
    return "".join(_said(run) for run in collapsed(runs))


def lines(runs: Sequence[Run]) -> str:
    """What the runs say as lines of code: blanks as they are."""
    said = ("\n" if isinstance(run.leaf, Break) else _said(run) for run in runs)
    return "".join(said)


def _said(run: Run) -> str:
    match run.leaf:
        case Text(value) | Code(value):
            return value
        case Break():
            return " "
        case _:
            return ""


def is_empty(runs: Sequence[Run]) -> bool:
    """Whether nothing is said, not even the mark of a note."""
    return not any(
        isinstance(run.leaf, Mark) or (isinstance(run.leaf, Text | Code) and run.leaf.value.strip())
        for run in runs
    )
