"""What publishing a revision costs: `python bench/publishing.py`.

An article of 6,000 words with 10,000 annotations is revised fifty times, each time in another
twentieth of its blocks; meanwhile two others write replies, one to that article, one to another.
On SQLite, and on PostgreSQL (`--postgres ADDRESS` names a server on which a database may be made
and dropped). See README.md.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty
from random import Random
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.databases import POSTGRES, in_process, on_postgres
from bench.goals import goal
from bench.servers import use

DATABASE = "ncr_bench_publishing"
SLUG, ELSEWHERE = "revised", "not-revised"
SHARE = 0.05  # of the blocks, changed in each revision
PAUSE = 0.02  # seconds between one writer's writes
BETWEEN = 0.3  # seconds between what the editor does
STILL = 3.0  # seconds of writing before anything is published, to compare with

Interval = tuple[float, float]  # by the clock that all processes share
Written = tuple[float, float, float]  # the same, and how many seconds of it were waiting


@dataclass
class Published:
    """One revision: what was written, how many anchors stood in its changed blocks, how long."""

    rows: int
    touched: int
    draft: Interval
    foreseen: float  # seconds of the page before publishing
    matching: Interval
    transaction: Interval
    worked: float  # seconds of the transaction that this process had a processor


@dataclass
class Measured:
    """Fifty revisions, and when the others wrote meanwhile."""

    revisions: list[Published] = field(default_factory=list)
    writes: list[Written] = field(default_factory=list)
    began: float = 0  # of the first revision
    placements: float = 0  # of an anchor, on average


def main() -> None:
    given = arguments()
    met = True
    if given.only != "postgres":
        met &= in_process(lambda folder: measure(folder, given, ""))
    if given.only != "sqlite":
        with on_postgres(given.postgres, DATABASE) as database:
            met &= in_process(lambda folder: measure(folder, given, database))
    sys.exit(0 if met else 1)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures publishing; about four minutes.")
    parser.add_argument("--postgres", default=POSTGRES, help="where a database may be made")
    parser.add_argument("--annotations", type=int, default=10_000)
    parser.add_argument("--revisions", type=int, default=50)
    parser.add_argument("--only", choices=["postgres", "sqlite"])
    return parser.parse_args()


def measure(folder: Path, given: argparse.Namespace, database: str) -> bool:
    use(folder, **({"DATABASE_URL": database} if database else {}))
    from annotations.models import Anchor, Placement
    from annotations.samples.seeding import seed_discussion

    article = seed_discussion(SLUG, given.annotations)
    seed_discussion(ELSEWHERE, 100)
    chance, measured = Random(SLUG), Measured()
    with writers(measured.writes):
        time.sleep(STILL)
        measured.began = time.monotonic()
        for number in range(given.revisions):
            measured.revisions.append(revision(article, chance, number))
    anchors = Anchor.objects.filter(thread__article=article).count()
    rows = Placement.objects.filter(thread__article=article).count()
    measured.placements = rows / anchors
    return judge(measured, anchors, "PostgreSQL" if database else "SQLite")


def revision(article: Any, chance: Random, number: int) -> Published:
    """Revises, looks at what would become of everything, publishes."""
    from annotations.foreseeing import foreseen
    from annotations.models import Placement
    from articles.models import Block
    from articles.revising import digest_of, publish_revision, revise

    article.refresh_from_db()
    base = article.standing
    before = time.monotonic()
    draft = revise(
        article, rewritten(base.source, chance, number), by=None, before=digest_of(base.source)
    )
    kept = time.monotonic()
    foreseen(draft, article.created_by or _nobody())
    seen = time.monotonic()
    time.sleep(BETWEEN)
    texts = dict(Block.objects.filter(revision=base).values_list("key", "text"))
    now = dict(Block.objects.filter(revision=draft).values_list("key", "text"))
    changed = [key for key, text in texts.items() if now.get(key) != text]
    standing = Placement.objects.current().filter(thread__article=article)
    touched = standing.filter(start_key__in=changed).count()
    matching, transaction, worked = published(lambda: publish_revision(draft))
    time.sleep(BETWEEN)
    rows = Placement.objects.filter(from_revision=draft).count()
    rows += Placement.objects.filter(until_revision=draft).count()
    return Published(rows, touched, (before, kept), seen - kept, matching, transaction, worked)


def _nobody() -> Any:
    from django.contrib.auth.models import AnonymousUser

    return AnonymousUser()


def published(publish: Any) -> tuple[Interval, Interval, float]:
    """Calls `publish`; says how long the matching took, how long the transaction and its work."""
    from articles.signals import revision_preparing

    matched: list[float] = []

    def hear(**kwargs: Any) -> None:
        # Connected last, so that the others are through
        matched.extend([time.monotonic(), time.process_time()])

    revision_preparing.connect(hear)
    begin = time.monotonic()
    try:
        publish()
    finally:
        revision_preparing.disconnect(hear)
    end, worked = time.monotonic(), time.process_time() - matched[1]
    return (begin, matched[0]), (matched[0], end), worked


def rewritten(source: str, chance: Random, number: int) -> str:
    """Another twentieth of the paragraphs changed: a word, a sentence more, a sentence less."""
    from annotations.samples import prose

    blocks = source.rstrip("\n").split("\n\n")
    paragraphs = [place for place, block in enumerate(blocks) if not block.startswith("#")]
    for place in chance.sample(paragraphs, max(1, round(SHARE * len(blocks)))):
        sentences = blocks[place].split(". ")
        at = chance.randrange(len(sentences))
        match chance.randrange(4):
            case 0:
                sentences.insert(at, prose.sentence(chance).rstrip("."))
            case 1 if len(sentences) > 2:
                del sentences[at]
            case _:
                words = sentences[at].split(" ")
                words[chance.randrange(1, len(words) - 1)] = f"word{number}"
                sentences[at] = " ".join(words)
        blocks[place] = ". ".join(sentences).rstrip(".") + "."
    return "\n\n".join(blocks) + "\n"


@contextmanager
def writers(writes: list[Written]) -> Iterator[None]:
    """Two people who write replies as long as this lasts, each in a process of their own."""
    from django.db import connections

    connections.close_all()
    context = multiprocessing.get_context("fork")
    over, told = context.Event(), context.Queue()
    people = [context.Process(target=write, args=(slug, over, told)) for slug in (SLUG, ELSEWHERE)]
    for person in people:
        person.start()
    try:
        yield
    finally:
        over.set()
        for _person in people:
            try:
                writes += told.get(timeout=60)
            except Empty:
                sys.exit("A writer did not come to its end.")
        for person in people:
            person.join(60)


def write(slug: str, over: Any, told: Any) -> None:
    from django.utils import timezone

    from annotations.annotating import reply
    from annotations.models import Annotation
    from annotations.samples import prose
    from annotations.samples.seeding import members
    from ncr.accounts.models import Audience

    chance = Random(slug)
    openings = list(
        Annotation.objects.published().filter(
            parent=None, thread__article__slug=slug, thread__audience_id=Audience.EVERYONE
        )[:200]
    )
    people, waits = members(), waiting()
    writes = []
    while not over.is_set():
        begin = time.monotonic()
        reply(
            by=chance.choice(people),
            to=chance.choice(openings),
            body=prose.remark(chance),
            at=timezone.now(),
        )
        writes.append((begin, time.monotonic(), waits.pop()))
        time.sleep(PAUSE)
    told.put(writes)


def waiting() -> list[float]:
    """Gets the seconds that a write waits: for its turn (SQLite), for its counter (PostgreSQL)."""
    from django.db import connection

    from annotations import annotating

    waits: list[float] = []
    began = [0.0]
    begin, lock = connection.set_autocommit, annotating.locked_counter

    def begun(autocommit: bool, *given: Any, **more: Any) -> None:
        if not autocommit:
            began[0] = time.monotonic()
        begin(autocommit, *given, **more)

    def locked(*given: Any) -> Any:
        found = lock(*given)
        waits.append(time.monotonic() - began[0])
        return found

    connection.set_autocommit = begun  # type: ignore[method-assign]
    annotating.locked_counter = locked
    return waits


def longest(writes: Sequence[Written], during: Sequence[Interval]) -> float:
    """Milliseconds of the longest wait of a write that overlaps one of these times."""
    met = [
        wait
        for begin, end, wait in writes
        if any(begin < until and end > since for since, until in during)
    ]
    return 1000 * max(met, default=0)


def judge(measured: Measured, anchors: int, where: str) -> bool:
    revisions, writes = measured.revisions, measured.writes
    rows, touched = sum(one.rows for one in revisions), sum(one.touched for one in revisions)
    still = [(0.0, measured.began)]
    publishing = [(one.matching[0], one.transaction[1]) for one in revisions]
    print(f"\n{where}: {anchors:,} anchors, {len(revisions)} revisions")
    print(f"{'':<46} {'median':>9} {'most':>9}")
    line("rows written", [one.rows for one in revisions])
    line("anchors in changed blocks", [one.touched for one in revisions])
    line("keeping the draft, ms", [1000 * spent(one.draft) for one in revisions])
    line("the page before publishing, its figures, ms", [1000 * one.foreseen for one in revisions])
    line("matching, before the transaction, ms", [1000 * spent(one.matching) for one in revisions])
    line("the transaction, ms", [1000 * spent(one.transaction) for one in revisions])
    line("of it with a processor, ms", [1000 * one.worked for one in revisions])
    line("others' writes, ms", [1000 * (end - begin) for begin, end, _wait in writes])
    for name, during in {
        "before anything is revised": still,
        "while drafts are kept": [one.draft for one in revisions],
        "while revisions are published": publishing,
    }.items():
        print(f"others' longest wait {name:<35} {longest(writes, during):>9,.1f} ms")
    print()
    return all(
        [
            goal(
                f"{where}, rows to anchors in changed blocks", rows / max(1, touched), 2, most=True
            ),
            goal(f"{where}, others' longest wait, ms", longest(writes, publishing), 100, most=True),
            goal(f"{where}, placements of an anchor", measured.placements, 3, most=True),
        ]
    )


def line(name: str, values: Sequence[float]) -> None:
    print(f"{name:<46} {median(values):>9,.1f} {max(values):>9,.1f}")


def spent(interval: Interval) -> float:
    return interval[1] - interval[0]


if __name__ == "__main__":
    main()
