"""How quickly annotations are written: `python bench/writing.py`.

Eight clients write through HTTP, as browsers do: signed in, with a token, at most at the pace
that one person may write. In turn with them a bare SQLite writes rows of the same table, one
commit each, as durable. At the end every annotation that was acknowledged is looked up.
See README.md.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goals import goal
from bench.servers import site, use

CLIENTS = 8
SLUG = "written-on"
SAID_BEFORE = 1000
WARM = 2.0  # seconds
TOKEN = "b" * 32  # a browser gets its own with the overlay; any that is sent twice the same will do


@dataclass
class Member:
    cookie: str


@dataclass
class Outcome:
    """What came of some seconds of writing."""

    rate: float = 0
    times: list[float] = field(default_factory=list)  # milliseconds
    made: list[str] = field(default_factory=list)  # ids of acknowledged annotations
    refused: list[str] = field(default_factory=list)


class Client(threading.Thread):
    """Writes one annotation after another over one connection: two openings to three replies."""

    def __init__(self, address: str, people: Iterator[Member], text: Text, number: int) -> None:
        super().__init__()
        self.connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
        self.people, self.text = people, text
        self.chance = Random(number)
        self.last = ""
        self.count = 0
        self.until = 0.0
        self.outcome = Outcome()

    def run(self) -> None:
        while time.perf_counter() < self.until:
            self.write(next(self.people))
        self.connection.close()

    def write(self, member: Member) -> None:
        path, said = self.next()
        begin = time.perf_counter()
        self.connection.request("POST", path, json.dumps(said), headers_of(member))
        response = self.connection.getresponse()
        body = response.read()
        self.outcome.times.append((time.perf_counter() - begin) * 1000)
        if response.status == 201:
            self.last = json.loads(body)["id"]
            self.outcome.made.append(self.last)
        else:
            self.outcome.refused.append(f"{response.status} {body[:300].decode()}")

    def next(self) -> tuple[str, dict[str, Any]]:
        self.count += 1
        said = {"body": self.text.remark(self.chance), "submission": str(uuid.uuid4())}
        if self.count % 5 in (1, 3) or not self.last:
            said["anchor"] = self.text.anchor(self.chance)
            return f"/api/articles/{SLUG}/threads", said
        return f"/api/annotations/{self.last}/replies", said


class Text:
    """What is quoted, and what is said."""

    def __init__(self) -> None:
        from annotations.samples import prose
        from articles.models import Article, Block

        article = Article.objects.get(slug=SLUG)
        self.blocks = list(
            Block.objects.filter(
                revision_id=article.standing_pk, kind=Block.Kind.PARAGRAPH
            ).values_list("key", "text")
        )
        self.remark = prose.remark

    def anchor(self, chance: Random) -> dict[str, Any]:
        key, text = chance.choice(self.blocks)
        start = chance.randrange(len(text) - 60)
        end = start + chance.randint(10, 60)
        quote = text[start:end]
        return {"start_key": key, "start": start, "end_key": key, "end": end, "quote": quote}


def main() -> None:
    given = arguments()
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
    people, text = prepare()
    bare: list[float] = []
    with site(folder) as address:
        outcomes = [write(address, people, text, WARM)]
        for _round in range(given.rounds):
            bare.append(write_bare(folder, given.seconds / 2))
            outcomes.append(write(address, people, text, given.seconds))
    return judge(outcomes, bare, lost(outcomes, folder))


def prepare() -> tuple[Iterator[Member], Text]:
    """An article with a discussion, and its five hundred members, signed in."""
    from django.db import connections

    from annotations.samples.seeding import members, seed_discussion
    from bench.people import cookie_of

    seed_discussion(SLUG, SAID_BEFORE)
    people = [Member(cookie_of(person)) for person in members()]
    text = Text()
    connections.close_all()
    return cycle(people), text  # next() on it is safe among threads


def headers_of(member: Member) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "Cookie": f"{member.cookie}; csrftoken={TOKEN}",
        "X-CSRFToken": TOKEN,
    }


def write(address: str, people: Iterator[Member], text: Text, seconds: float) -> Outcome:
    """So many seconds of eight clients."""
    clients = [Client(address, people, text, number) for number in range(CLIENTS)]
    begin = time.perf_counter()
    for client in clients:
        client.until = begin + seconds
        client.start()
    for client in clients:
        client.join()
    took = time.perf_counter() - begin
    outcome = Outcome()
    for client in clients:
        outcome.times += client.outcome.times
        outcome.made += client.outcome.made
        outcome.refused += client.outcome.refused
    outcome.rate = len(outcome.made) / took
    return outcome


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
        print(f"refused: {example}")
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
