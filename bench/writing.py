"""How quickly annotations are written: `python bench/writing.py`.

Eight clients write through HTTP, as browsers do: signed in, with a token, two openings to three
replies, at most at the pace that one person may write. In turn with them a bare SQLite writes rows
of the same table, one commit each, as durable. At the end every annotation that was acknowledged is
looked up. See README.md.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goals import goal
from bench.load import check_wrk
from bench.servers import site, use

CLIENTS = 8
MOST = 1500  # requests a second that are prepared
SCRIPT = Path(__file__).with_name("write.lua")
SLUG = "written-on"
SAID_BEFORE = 1000
WARM = 2.0  # seconds
TOKEN = "b" * 32  # a browser gets its own with the overlay; any that is sent twice the same will do


@dataclass
class Outcome:
    """What came of some seconds of writing; `times` are the percentiles 1 to 99, and the most."""

    seconds: float = 0
    times: list[float] = field(default_factory=list)  # milliseconds
    made: list[str] = field(default_factory=list)  # ids of acknowledged annotations
    refused: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return len(self.made) / self.seconds


class Text:
    """What is quoted, and what is said."""

    def __init__(self) -> None:
        from annotations.models import Annotation
        from annotations.samples import prose
        from articles.models import Article, Block
        from ncr.accounts.models import Audience

        article = Article.objects.get(slug=SLUG)
        self.blocks = list(
            Block.objects.filter(
                revision_id=article.standing_pk, kind=Block.Kind.PARAGRAPH
            ).values_list("key", "text")
        )
        self.remark = prose.remark
        openings = Annotation.objects.published().filter(
            parent=None, thread__article=article, thread__audience_id=Audience.EVERYONE
        )
        self.openings = [str(one) for one in openings.values_list("uuid", flat=True)]

    def write(self, chance: Random) -> tuple[str, dict[str, Any]]:
        """Two openings to three replies."""
        said = {"body": self.remark(chance), "submission": str(uuid.uuid4())}
        if chance.random() < 0.4:
            return f"/api/articles/{SLUG}/threads", {**said, "anchor": self.anchor(chance)}
        return f"/api/annotations/{chance.choice(self.openings)}/replies", said

    def anchor(self, chance: Random) -> dict[str, Any]:
        key, text = chance.choice(self.blocks)
        start = chance.randrange(len(text) - 60)
        end = start + chance.randint(10, 60)
        quote = text[start:end]
        return {"start_key": key, "start": start, "end_key": key, "end": end, "quote": quote}


def main() -> None:
    given = arguments()
    check_wrk()
    with tempfile.TemporaryDirectory(prefix="ncr-bench-") as folder:
        met = measure(Path(folder), given)
    sys.exit(0 if met else 1)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures writing; about a minute.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=5, help="of writing in each round")
    return parser.parse_args()


def measure(folder: Path, given: argparse.Namespace) -> bool:
    """Prints the figures; whether every goal is met."""
    use(folder)
    cookies, text = prepare()
    bare: list[float] = []
    with site(folder) as address:
        outcomes = [write(address, cookies, text, WARM, folder)]
        for _round in range(given.rounds):
            bare.append(write_bare(folder, given.seconds / 2))
            outcomes.append(write(address, cookies, text, given.seconds, folder))
    return judge(outcomes, bare, lost(outcomes, folder))


def prepare() -> tuple[Iterator[str], Text]:
    """An article with a discussion, and its five hundred members, signed in."""
    from django.db import connections

    from annotations.samples.seeding import members, seed_discussion
    from bench.people import cookie_of

    seed_discussion(SLUG, SAID_BEFORE)
    cookies = cycle([f"{cookie_of(person)}; csrftoken={TOKEN}" for person in members()])
    text = Text()
    connections.close_all()
    return cookies, text


def write(
    address: str, cookies: Iterator[str], text: Text, seconds: float, folder: Path
) -> Outcome:
    """So many seconds of eight clients, which wrk is: it leaves the processors to the site."""
    requests, answers = folder / "requests", folder / "answers"
    chance = Random(seconds)
    with requests.open("w") as prepared:
        for _number in range(round(MOST * seconds)):
            path, said = text.write(chance)
            prepared.write(f"{path}\t{next(cookies)}\t{json.dumps(said)}\n")
    answers.write_text("")
    command = ["wrk", "--threads", "1", "--connections", str(CLIENTS), "--timeout", "30s"]
    command += ["--duration", f"{round(seconds)}s", "--latency", "--script", str(SCRIPT), address]
    said = subprocess.run(
        [*command, "--", str(requests), str(answers), TOKEN], capture_output=True, text=True
    )
    line = next((one for one in said.stdout.splitlines() if one.startswith("RESULT")), "")
    if said.returncode or not line:
        sys.exit(f"wrk failed: {said.stdout}{said.stderr}")
    took, most, *times = (float(word) for word in line.split()[1:])
    lines = answers.read_text().splitlines()
    return Outcome(
        took / 1e6,
        [*(one / 1e3 for one in times), most / 1e3],
        [one for one in lines if not one.startswith("refused")],
        [one for one in lines if one.startswith("refused")],
    )


def write_bare(folder: Path, seconds: float) -> float:
    """Rows a second into a copy of the annotations' table with its indexes and keys."""
    copy = folder / "bare.sqlite3"
    with sqlite3.connect(folder / "ncr.sqlite3") as source, sqlite3.connect(copy) as target:
        source.backup(target)
    connection = sqlite3.connect(copy, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.row_factory = sqlite3.Row
    table = "annotations_annotation"
    row = dict(connection.execute(f"SELECT * FROM {table} WHERE parent_id > 0 LIMIT 1").fetchone())
    del row["id"]
    names, signs = ", ".join(row), ", ".join("?" * len(row))
    begin, count = time.perf_counter(), 0
    while (took := time.perf_counter() - begin) < seconds:
        row["uuid"], row["submission"] = uuid.uuid4().hex, uuid.uuid4().hex
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({signs})", list(row.values()))
        connection.execute("COMMIT")
        count += 1
    connection.close()
    for file in folder.glob("bare.sqlite3*"):
        file.unlink()
    return count / took


def lost(outcomes: list[Outcome], folder: Path) -> int:
    """How many of the acknowledged annotations are not in the database, asked of it directly."""
    with sqlite3.connect(folder / "ncr.sqlite3") as connection:
        there = {pk for (pk,) in connection.execute("SELECT uuid FROM annotations_annotation")}
    made = {uuid.UUID(one).hex for outcome in outcomes for one in outcome.made}
    return len(made - there)


def judge(outcomes: list[Outcome], bare: list[float], missing: int) -> bool:
    measured = outcomes[1:]
    times = [one for outcome in measured for one in outcome.times]
    refused = [one for outcome in outcomes for one in outcome.refused]
    centiles = quantiles(times, n=100)
    share = median(done.rate / rows for done, rows in zip(measured, bare, strict=True))
    print(f"\nBare SQLite, one row a commit   {median(bare):>9,.0f} rows a second")
    print(f"Annotations through HTTP        {median(one.rate for one in measured):>9,.0f} a second")
    print(
        f"Time of one (median, p99, most)"
        f" {centiles[49]:>9,.1f} {centiles[98]:,.1f} {max(times):,.1f} ms"
    )
    print(f"Acknowledged                    {sum(len(one.made) for one in outcomes):>9,}")
    for example in sorted(set(refused))[:5]:
        print(example)
    print()
    return all(
        [
            goal("share of bare SQLite", share, 0.1),
            goal("p99, ms", centiles[98], 100, most=True),
            goal("lost", missing, 0, most=True),
            goal("refused", len(refused), 0, most=True),
        ]
    )


if __name__ == "__main__":
    main()
