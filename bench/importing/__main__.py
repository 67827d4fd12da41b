"""Scores importers on documents with known paragraphs: `python -m bench.importing`."""

from __future__ import annotations

import argparse
import difflib
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import fmean, median

from articles.blocks import blocks_from_markdown
from articles.importers import READERS, document_of, read_file
from articles.refusing import TextRefused
from bench.goals import goal
from bench.importing.folders import made_in
from bench.importing.made import Made
from bench.importing.making import documents
from bench.importing.others import OTHERS, Importer
from bench.importing.scoring import plain, score

GOALS = {  # tokens, whole
    "html": (0.98, 0.92),
    "mhtml": (0.98, 0.92),
    "docx": (0.99, 0.97),
    "odt": (0.99, 0.97),
    "epub": (0.995, 0.98),
    "pdf": (0.995, 0.85),
    "markdown": (1.0, 1.0),
    "text": (1.0, 1.0),
}
SECONDS = 0.5  # median of a document


@dataclass
class Tally:
    """One importer's scores on the documents of a kind."""

    tokens: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    worst: list[tuple[float, float, str]] = field(default_factory=list)

    def add(self, made: Made, importer: Importer) -> None:
        found, took = timed(importer, made)
        one = score(made.truth, found, made.facts)
        self.tokens.append(one.tokens)
        self.whole.append(one.whole)
        self.seconds.append(took)
        self.worst.append((one.tokens, one.whole, made.name))

    def line(self, name: str) -> str:
        return (
            f"    {name:18} {fmean(self.tokens):.4f}  {fmean(self.whole):.4f}"
            f"  {median(self.seconds):8.3f}  {max(self.seconds):8.3f}"
        )


def ours(name: str, data: bytes) -> list[str]:
    """The texts of the blocks that a file becomes here."""
    document = document_of(read_file(data, name))
    return [block.text for block in blocks_from_markdown(document.markdown)]


def timed(importer: Importer, made: Made) -> tuple[list[str], float]:
    """What is found, and the seconds it took; nothing is found where the importer fails."""
    began = time.perf_counter()
    try:
        found = importer(made.data)
    except TextRefused as refused:
        print(f"        {made.name}: refused: {refused.words(str)}")
        found = []
    except Exception:
        print(f"        {made.name}: {traceback.format_exc(limit=-2)}")
        found = []
    return found, time.perf_counter() - began


def main() -> int:
    options = arguments().parse_args()
    chosen = [made for made in source(options) if fits(made, options)]
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        for made in chosen:
            made.write(options.write)
        print(f"{len(chosen)} documents are in {options.write}")
        return 0
    if options.show:
        for made in chosen:
            show(made)
        return 0
    met = [one for kind in GOALS for one in table(kind, chosen, options.each)]
    return 0 if all(met) else 1


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench-import", description=__doc__)
    parser.add_argument(
        "--folder", type=Path, help="own documents, each with NAME.json: a list of its paragraphs"
    )
    parser.add_argument("--kind", choices=list(GOALS), help="only documents of this kind")
    parser.add_argument("--name", default="", help="only documents with this in their names")
    parser.add_argument("--show", metavar="NAME", help="how the result differs from the truth")
    parser.add_argument("--each", action="store_true", help="a line for each document, worst first")
    parser.add_argument("--write", type=Path, metavar="DIR", help="write the documents there")
    return parser


def source(options: argparse.Namespace) -> Iterable[Made]:
    return made_in(options.folder) if options.folder else documents(options.kind)


def fits(made: Made, options: argparse.Namespace) -> bool:
    return (
        (not options.kind or made.kind == options.kind)
        and options.name in made.name
        and (not options.show or options.show in made.name)
    )


def table(kind: str, chosen: Iterable[Made], each: bool) -> Iterator[bool]:
    """Prints one kind's table; yields whether each goal is met."""
    for is_held_back, part in ((False, kind), (True, f"{kind}, held back")):
        mades = [one for one in chosen if one.kind == kind and one.is_held_back == is_held_back]
        if not mades:
            continue
        print(f"\n{part}: {len(mades)} documents")
        print(f"    {'importer':18} tokens  whole   median s   worst s")
        if kind not in READERS:
            print("    NCR                not yet")
            yield False
        else:
            tally = Tally()
            for made in mades:
                tally.add(made, partial(ours, made.name))
            print(tally.line("NCR"))
        for name, importer in OTHERS.get(kind, {}).items():
            other = Tally()
            for made in mades:
                other.add(made, importer)
            print(other.line(name))
        if kind in READERS:
            yield from judged(part, kind, tally)
            if each:
                for tokens, whole, name in sorted(tally.worst, key=lambda one: one[1]):
                    print(f"        {tokens:.4f}  {whole:.4f}  {name}")


def judged(part: str, kind: str, tally: Tally) -> Iterator[bool]:
    tokens, whole = GOALS[kind]
    yield goal(f"{part}: tokens", fmean(tally.tokens), tokens, digits=4)
    yield goal(f"{part}: whole", fmean(tally.whole), whole, digits=4)
    yield goal(f"{part}: median s", median(tally.seconds), SECONDS, most=True)


def show(made: Made) -> None:
    """Prints how what is found differs from the truth: `-` is missing, `+` is too much."""
    found, _took = timed(partial(ours, made.name), made)
    told = {plain(fact) for fact in made.facts}
    wanted, got = [plain(text) for text in made.truth], [plain(text) for text in found]
    got = [text for text in got if text in wanted or text not in told]
    print(f"{made.name}: {score(made.truth, found, made.facts)}")
    for line in difflib.unified_diff(wanted, got, "truth", "found", lineterm="", n=1):
        print(f"    {line}")


if __name__ == "__main__":
    sys.exit(main())
