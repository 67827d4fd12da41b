"""How good the suggestions of topics are, and how fast they are found; see bench/README.md."""

from __future__ import annotations

import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from annotations.topics.matching import Matcher, Mention, Wording  # noqa: E402
from annotations.topics.sentences import sentences  # noqa: E402
from articles.blocks import blocks_from_markdown  # noqa: E402
from articles.importers.markdown import read_markdown  # noqa: E402
from bench.goals import goal  # noqa: E402

NAMES = ROOT / "annotations" / "samples" / "discussion.toml"
MARKS = ROOT / "bench" / "topic_marks.toml"
ALIASES = 2_000
LENGTH = 1_000_000  # code points


@dataclass
class Tally:
    """Of one kind of suggestions: those that are right, and the others in words."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        count = self.right + len(self.wrong)
        return self.right / count if count else 1.0


@dataclass
class Score:
    """What was suggested in a part of the texts, and how many of the marked passages it met."""

    names: Tally = field(default_factory=Tally)
    cues: Tally = field(default_factory=Tally)
    marked: int = 0
    met: int = 0


def main() -> int:
    topics = tomllib.loads(NAMES.read_text("utf-8"))["topic"]
    matcher = Matcher(wordings(topics))
    names = [topic["name"] for topic in topics]
    met = []
    for is_held_back, part in ((False, "seen"), (True, "held back")):
        score = Score()
        for text in tomllib.loads(MARKS.read_text("utf-8"))["text"]:
            if text["is_held_back"] == is_held_back:
                count(score, text, matcher, names)
        met += told(score, part)
    met.append(
        goal(f"{ALIASES:,} aliases in {LENGTH:,} letters, s of CPU", seconds(), 1, most=True)
    )
    return 0 if all(met) else 1


def wordings(topics: Sequence[dict[str, Any]]) -> Iterator[Wording]:
    for pk, topic in enumerate(topics):
        for name in (topic["name"], *topic["aliases"]):
            yield Wording(pk, name)
        for language, others in topic.get("names", {}).items():
            yield from (Wording(pk, name, language) for name in others)
        yield from (Wording(pk, cue, is_cue=True) for cue in topic["cues"])


def blocks_of(path: str) -> list[str]:
    source = (ROOT / path).read_text("utf-8")
    return [block.text for block in blocks_from_markdown(read_markdown(source).markdown)]


def count(score: Score, text: dict[str, Any], matcher: Matcher, names: Sequence[str]) -> None:
    """Adds what is suggested in one text; one that stands in a marked sentence is right."""
    marks = {(topic, head) for topic, heads in text["marks"].items() for head in heads}
    found: set[tuple[str, str]] = set()
    for block in blocks_of(text["path"]):
        parts = [
            (begin, end, block[begin:end].replace("\n", " ")) for begin, end in sentences(block)
        ]
        for one in matcher.mentions(block, text["language"]):
            sentence = next(words for begin, end, words in parts if begin <= one.start < end)
            topic = names[one.topic]
            hits = {mark for mark in marks if mark[0] == topic and sentence.startswith(mark[1])}
            note(score.cues if one.is_weak else score.names, hits, one, topic, sentence)
            found |= hits
    score.marked += len(marks)
    score.met += len(found)


def note(tally: Tally, hits: set[tuple[str, str]], one: Mention, topic: str, said: str) -> None:
    if hits:
        tally.right += 1
    else:
        tally.wrong.append(f"{topic}: {said[:80]}")


def told(score: Score, part: str) -> list[bool]:
    print(f"\nTexts that are {part}:")
    met = []
    for kind, tally, bound in (("names", score.names, 0.95), ("cues", score.cues, 0.8)):
        for words in tally.wrong:
            print(f"        {kind}, wrong: {words}")
        total = tally.right + len(tally.wrong)
        met.append(goal(f"{part}, {kind}: precision of {total}", tally.precision, bound))
    print(
        f"        {part}: recall of {score.marked} marked passages: {score.met / score.marked:.2f}"
    )
    return met


def seconds() -> float:
    """CPU time of making a matcher and looking through a long text; the best of three."""
    paths = [text["path"] for text in tomllib.loads(MARKS.read_text("utf-8"))["text"]]
    blocks = [block for path in paths for block in blocks_of(path)]
    long = [block for _time in range(1 + LENGTH // sum(map(len, blocks))) for block in blocks]
    random, words = Random(7), sorted({word for block in blocks for word in block.split()})
    aliases = [
        Wording(
            pk,
            " ".join(random.sample(words, random.choice((1, 2, 2, 3, 3, 4)))),
            is_cue=not pk % 10,
        )
        for pk in range(ALIASES)
    ]
    return min(time_of(aliases, long) for _round in range(3))


def time_of(aliases: Sequence[Wording], blocks: Sequence[str]) -> float:
    began = time.process_time()
    matcher, letters = Matcher(aliases), 0
    for block in blocks:
        if letters < LENGTH:
            matcher.mentions(block, "en")
            letters += len(block)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
