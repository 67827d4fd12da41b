"""Who says what where in a generated discussion, decided before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import NamedTuple

from annotations.samples import prose
from articles.models import Block

MEMBERS = 500
DEEPEST = 8
GROUP = 8  # openings that share a stretch of the text
BEGINNING = datetime(2025, 1, 6, 8, tzinfo=UTC)
PACE = timedelta(minutes=3)
TOPICS = [
    "Border crossings",
    "Railway bridges",
    "Harvest talks",
    "Winter quarters",
    "Garrison towns",
    "Coastal trade",
    "Archive rules",
    "Market days",
    "Airfield lights",
    "Pipeline repairs",
    "Night trains",
    "Village councils",
]


@dataclass(slots=True)
class Act:
    """Something said: an opening, or a reply to the act at `parent`."""

    place: int
    author: int  # place in the list of members
    thread: int  # place among the openings
    parent: int | None = None
    depth: int = 0
    is_private: bool = False
    is_hidden: bool = False
    topics: list[str] = field(default_factory=list)

    @property
    def at(self) -> datetime:
        return BEGINNING + self.place * PACE


class Quoted(NamedTuple):
    """A passage: offsets within one block."""

    block: Block
    start: int
    end: int


def plan(annotations: int, chance: Random) -> list[Act]:
    """Who says what, in order of time."""
    acts: list[Act] = []
    open_to_all: list[list[int]] = []  # by public thread, the places of what is said in it
    openings = 0
    for place in range(annotations):
        author = chance.randrange(MEMBERS)
        if place % 5 in (0, 2):
            act = Act(place, author, openings, is_private=openings % GROUP == GROUP - 1)
            if openings % 4 == 1:
                act.topics = chance.sample(TOPICS, chance.randint(1, 2))
            if not act.is_private:
                open_to_all.append([place])
            openings += 1
        else:
            # Squared, so that a few threads are long and many short
            said = open_to_all[int(len(open_to_all) * chance.random() ** 2)]
            parent = acts[_answered(said, acts, chance)]
            act = Act(place, author, parent.thread, parent.place, parent.depth + 1)
            said.append(place)
        act.is_hidden = place % 40 in (13, 30)
        acts.append(act)
    return acts


def _answered(said: Sequence[int], acts: Sequence[Act], chance: Random) -> int:
    """Half of the time the latest, else any; never one at the greatest depth."""
    picked = said[-1] if chance.random() < 0.5 else chance.choice(said)
    return picked if acts[picked].depth < DEEPEST else said[0]


def quoted(blocks: Sequence[Block], openings: int) -> Iterator[Quoted]:
    """A passage for each opening, group by group through the whole text.

    A group has a paragraph to itself while there is room, and otherwise a sentence.
    """
    paragraphs = [block for block in blocks if block.kind == Block.Kind.PARAGRAPH]
    groups = -(-openings // GROUP)
    most = len(paragraphs) * prose.SENTENCES_IN_PARAGRAPH
    for opening in range(openings):
        group, member = divmod(opening, GROUP)
        if groups <= len(paragraphs):
            block = paragraphs[group * len(paragraphs) // groups]
            first, count = _in_paragraph(member)
        else:
            place = group * most // groups if groups <= most else group % most
            paragraph, sentence = divmod(place, prose.SENTENCES_IN_PARAGRAPH)
            block = paragraphs[paragraph]
            first, count = _in_sentence(member)
            first += sentence * prose.WORDS_IN_SENTENCE
        yield _words_of(block, first, count)


def _in_paragraph(member: int) -> tuple[int, int]:
    """First word and number of words: four sentences with a quote each, one with four."""
    if member < 4:
        return member * prose.WORDS_IN_SENTENCE + member, 5 + member
    return 4 * prose.WORDS_IN_SENTENCE + 2 * (member - 4), 6


def _in_sentence(member: int) -> tuple[int, int]:
    """Four pairs of words with a quote each, and four words with four."""
    return (2 * member, 2) if member < 4 else (8 + (member - 4) % 2, 2 + (member - 4) // 2)


def _words_of(block: Block, first: int, count: int) -> Quoted:
    words = block.text.split(" ")
    start = len(" ".join(words[:first])) + (1 if first else 0)
    quote = " ".join(words[first : first + count]).removesuffix(".")
    return Quoted(block, start, start + len(quote))
