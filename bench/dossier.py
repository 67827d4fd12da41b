"""What a topic's first screen costs: `python bench/dossier.py`.

Ten thousand topics, the first of them narrower ones of the busiest, and five thousand articles,
with ten thousand assignments and with a million; topics as uneven as words are (Zipf). What is
filed is for everyone, for members, a group or one person. Asked is the page of the busiest topic,
of which more is filed the more there is, by nobody in particular and by a member; on SQLite, and on
PostgreSQL (`--postgres ADDRESS` names a server on which databases may be made and dropped). The two
sites are asked in turns, each in a process of its own, so that whatever else the machine does
meanwhile falls on both. See README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
import traceback
from contextlib import ExitStack
from multiprocessing import Pipe
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.databases import POSTGRES, on_postgres
from bench.filed import Library
from bench.goals import goal
from bench.servers import use

SIZES = (10_000, 1_000_000)
ROUNDS = 40
BOUND = 1.2
PAGE = "/topics/topic-0/"


def main() -> None:
    given = arguments()
    met = True
    for where in ("SQLite", "PostgreSQL"):
        if given.only in (None, where.lower()):
            met &= measured_on(where, given)
    sys.exit(0 if met else 1)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures a topic's page; about ten minutes.")
    parser.add_argument("--postgres", default=POSTGRES, help="where databases may be made")
    parser.add_argument("--assignments", type=int, default=SIZES[1])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", choices=["postgresql", "sqlite"])
    parser.add_argument("--explain", action="store_true", help="print how the list is found")
    return parser.parse_args()


def measured_on(where: str, given: argparse.Namespace) -> bool:
    sizes = (SIZES[0], given.assignments)
    with ExitStack() as stack:
        sites = []
        for size in sizes:
            address = ""
            if where == "PostgreSQL":
                name = f"ncr_bench_dossier_{size}"
                address = stack.enter_context(on_postgres(given.postgres, name))
            sites.append(stack.enter_context(Site(size, address, given.explain)))
        for site in sites:  # what a first request finds cold is no matter of ours
            site.ask(5)
        spent: list[dict[str, list[float]]] = [{}, {}]
        for _round in range(given.rounds):
            for place, site in enumerate(sites):
                for who, times in site.ask(1)["spent"].items():
                    spent[place].setdefault(who, []).extend(times)
        queries = [site.ask(1)["queries"] for site in sites]
    return judge(where, sizes, spent, queries)


class Site:
    """A site of some size in a process of its own, which is asked for its page in turns."""

    def __init__(self, size: int, database: str, explains: bool) -> None:
        self.size, self.database, self.explains = size, database, explains

    def __enter__(self) -> Site:
        self.line, theirs = Pipe()
        self.child = os.fork()
        if self.child == 0:
            try:
                with tempfile.TemporaryDirectory(prefix="ncr-bench-") as folder:
                    self._serve(Path(folder), theirs)
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stdout.flush()
                os._exit(0)
        theirs.close()
        self.line.recv()  # it is filled
        return self

    def __exit__(self, *problem: object) -> None:
        self.line.send(0)
        os.waitpid(self.child, 0)

    def ask(self, times: int) -> dict[str, Any]:
        self.line.send(times)
        found: dict[str, Any] = json.loads(self.line.recv())
        return found

    def _serve(self, folder: Path, line: Any) -> None:
        use(folder, **({"DATABASE_URL": self.database} if self.database else {}))
        began = time.perf_counter()
        member = Library(self.size).write()
        print(f"{self.size:,} assignments written in {time.perf_counter() - began:,.0f} s")
        if self.explains:
            explain(member)
        sys.stdout.flush()
        line.send("ready")
        while times := line.recv():
            line.send(json.dumps(asked(member, times)))


def asked(member: Any, times: int) -> dict[str, Any]:
    """Milliseconds and queries of the page, for nobody in particular and for a member."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    spent: dict[str, list[float]] = {}
    queries: dict[str, int] = {}
    for who in ("anonymous", "member"):
        client = Client(HTTP_HOST="localhost")
        if who == "member":
            client.force_login(member, "ncr.accounts.backends.MemberBackend")
        for _time in range(times):
            begin = time.perf_counter()
            answer = client.get(PAGE)
            spent.setdefault(who, []).append(1000 * (time.perf_counter() - begin))
            assert answer.content.count(b"passage-entry") == 20, answer.status_code
        with CaptureQueriesContext(connection) as captured:
            client.get(PAGE)
        queries[who] = len(captured)
    return {"spent": spent, "queries": queries}


def explain(member: Any) -> None:
    """Prints each statement of a member's page, how long it took, and how the slow ones go."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_HOST="localhost")
    client.force_login(member, "ncr.accounts.backends.MemberBackend")
    client.get(PAGE)
    with CaptureQueriesContext(connection) as captured:
        client.get(PAGE)
    how = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN (ANALYZE)"
    for query in captured:
        print(f"\n{query['time']} s: {query['sql'][:300]}")
        if query["sql"].startswith("SELECT") and float(query["time"]) > 0.002:
            with connection.cursor() as cursor:
                cursor.execute(f"{how} {query['sql'].replace('%', '%%')}")
                print(*cursor.fetchall(), sep="\n")


def judge(
    where: str,
    sizes: tuple[int, int],
    spent: list[dict[str, list[float]]],
    queries: list[dict[str, int]],
) -> bool:
    print(f"\n{where:<12} {f'{sizes[0]:,}, ms':>16} {f'{sizes[1]:,}, ms':>16} {'queries':>9}")
    met = []
    for who in spent[0]:
        few, many = median(spent[0][who]), median(spent[1][who])
        print(f"{who:<12} {few:>16,.1f} {many:>16,.1f} {queries[1][who]:>9}")
        met.append(goal(f"{where}, {who}, many to few", many / few, BOUND, most=True))
        more = queries[1][who] - queries[0][who]
        met.append(goal(f"{where}, {who}, queries more", more, 0, most=True))
    return all(met)


if __name__ == "__main__":
    main()
