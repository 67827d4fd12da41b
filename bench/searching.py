"""How quickly something is found: `python bench/searching.py`.

A million annotations on PostgreSQL (`--postgres ADDRESS` names a server on which a database may be
made and dropped), a hundred thousand on SQLite. Their words are invented and as unevenly common as
those of a language (Zipf); some are for everyone, some for members, groups or one person; some are
hidden or withdrawn. Asked are rare, middling and very frequent words, alone and together, by nobody
in particular and by a member. Each time is of all that a page of results takes but its template:
finding, ranking, fetching what is shown, marking words. Each question is asked three times in a row
and its best time counts: what else the machine does meanwhile is no matter of ours.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.databases import POSTGRES, in_process, on_postgres
from bench.goals import goal
from bench.library import WORDS, Seeding, vocabulary
from bench.servers import use

DATABASE = "ncr_bench_search"
TRIES = 3
# By place in the order of frequency: how words are told apart
ASKED = {"rare": 30_000, "middling": 1_500, "frequent": 60, "very frequent": 0}


def main() -> None:
    given = arguments()
    met = True
    if given.only != "sqlite":
        with on_postgres(given.postgres, DATABASE, keep=given.keep) as database:
            met &= in_process(lambda folder: measure(folder, given, given.annotations, database))
    if given.only != "postgres":
        met &= in_process(lambda folder: measure(folder, given, given.on_sqlite, ""))
    sys.exit(0 if met else 1)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures searching; about eight minutes.")
    parser.add_argument("--postgres", default=POSTGRES, help="where a database may be made")
    parser.add_argument("--annotations", type=int, default=1_000_000)
    parser.add_argument("--on-sqlite", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--only", choices=["postgres", "sqlite"])
    parser.add_argument("--keep", action="store_true", help="keep the database, and use a kept one")
    return parser.parse_args()


def measure(folder: Path, given: argparse.Namespace, annotations: int, database: str) -> bool:
    use(folder, **({"DATABASE_URL": database} if database else {}))
    from annotations.models import Annotation
    from annotations.search.indexing import differences

    words = vocabulary(Random(WORDS))
    if not Annotation.objects.exists():
        began = time.perf_counter()
        Seeding(words, annotations).write()
        print(f"\n{annotations:,} annotations written in {time.perf_counter() - began:,.0f} s")
        if annotations <= 200_000:
            assert not list(differences()), "what was written is not what the verbs would index"
    return judge(times(words, given.rounds), bool(database))


Times = dict[tuple[str, str, str], list[float]]


def questions(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is asked, and what it is called; each round asks for other words of its kind."""
    for name, place in ASKED.items():
        for shift in range(5):
            yield name, words[place + shift]
    for shift in range(5):
        yield "two frequent", f"{words[60 + shift]} {words[90 + shift]}"
        yield "frequent and rare", f"{words[shift]} {words[20_000 + shift]}"


def times(words: Sequence[str], rounds: int) -> Times:
    """Milliseconds by words, order and reader."""
    from django.contrib.auth.models import AnonymousUser

    from annotations.samples.seeding import members
    from ncr.accounts.models import User

    person = members()[10].pk

    def member() -> Any:
        return User.objects.get(pk=person)  # each request knows nothing of the one before

    asked = list(questions(words))
    taken: Times = {}
    for place in range(rounds + 1):
        for (reader, who), order, (name, typed) in product(
            {"anonymous": AnonymousUser, "member": member}.items(),
            ("newest", "best"),
            asked[place % 5 :: 5] if place else asked,
        ):
            search = partial(found_by, who, typed, order)
            took = min(timed(search) for _try in range(TRIES))
            if place:  # the first warms what is asked again
                taken.setdefault((name, order, reader), []).append(took)
    return taken


def found_by(who: Callable[[], Any], typed: str, order: str) -> None:
    from annotations.search.asking import understood
    from annotations.search.finding import Filters
    from annotations.search.results import results

    results("notes", who(), understood(typed), Filters(), order=order)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


def judge(taken: Times, is_postgres: bool) -> bool:
    print(f"\n{'words':<18} {'reader':<10} {'order':<7} {'p50, ms':>9} {'p99, ms':>9}")
    for (name, order, reader), values in sorted(taken.items(), key=lambda one: one[0][1]):
        middle, late = centiles(values)
        print(f"{name:<18} {reader:<10} {order:<7} {middle:>9.1f} {late:>9.1f}")
    newest = [one for key, values in taken.items() if key[1] == "newest" for one in values]
    best = [one for key, values in taken.items() if key[1] == "best" for one in values]
    where = "PostgreSQL" if is_postgres else "SQLite"
    print()
    return all(
        [
            goal(f"{where}, newest first: p99, ms", centiles(newest)[1], 30, most=True),
            goal(f"{where}, ranked: p50, ms", centiles(best)[0], 100, most=True),
        ]
    )


def centiles(values: Sequence[float]) -> tuple[float, float]:
    cuts = quantiles(values, n=100)
    return cuts[49], cuts[98]


if __name__ == "__main__":
    main()
