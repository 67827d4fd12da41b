"""How quickly an article is read: `python bench/reading.py`.

Several servers run at once and are asked in turn, round after round, so that whatever else the
machine does falls on all alike; a figure is the median of its rounds' ratios. See README.md.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from statistics import median
from urllib.parse import urlencode
from urllib.request import HTTPErrorProcessor, Request, build_opener

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.goals import goal
from bench.load import check_wrk, load
from bench.servers import PROJECT, WEB_WORKERS, other, settings_of, site, use

SIZES = [0, 100, 1000, 10_000]
JUDGED = 1000  # annotations in the article that the goals speak of
MOST = 10_000  # annotations, of which the page shows a window
WINDOW = 20  # blocks whose cards are asked for at once, as the page's script does
ELSEWHERE = 10  # other articles, of 10,000 annotations each
WARM = 1.0  # seconds


@dataclass(frozen=True)
class Facts:
    """What does not depend on the clock."""

    queries: int
    overlay_queries: int
    page: bytes  # compressed
    overlay: bytes
    not_modified: bool


@dataclass(frozen=True)
class Contender:
    name: str
    address: str
    paths: Sequence[str]
    headers: dict[str, str]


def main() -> None:
    given = arguments()
    check_wrk()
    with tempfile.TemporaryDirectory(prefix="ncr-bench-") as folder:
        met = measure(Path(folder), given)
    sys.exit(0 if met else 1)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures reading; about five minutes.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2, help="of each stretch of load")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--without-others", action="store_true", help="skip the 100,000 elsewhere")
    return parser.parse_args()


def measure(folder: Path, given: argparse.Namespace) -> bool:
    """Prints the tables; whether every goal that was measured is met."""
    alone, crowded = folder / "alone", folder / "crowded"
    use(alone)
    cookies = seed(given.sizes)
    with site(alone, NCR_BENCH="1") as address:
        facts = {size: facts_of(size, address, cookies[size]) for size in given.sizes}
    keep_pages(facts, alone / "constant")
    if not given.without_others:
        crowd(alone, crowded)
    with ExitStack() as stack:
        ours = stack.enter_context(site(alone))
        raw = stack.enter_context(
            other("bench.raw:application", "/none/", {"RAW_DATABASE": str(alone / "ncr.sqlite3")})
        )
        constant = stack.enter_context(
            other(
                "ncr.serving.application:application",
                f"/{given.sizes[0]}",
                {**settings_of(alone), "DJANGO_SETTINGS_MODULE": "bench.settings"},
            )
        )
        rates = {
            size: rounds(contenders(size, ours, raw, constant, cookies[size]), given)
            for size in given.sizes
        }
        report(facts, rates)
        met = judge(facts, rates)
        if MOST in rates:
            met &= judge_windows(ours, given)
        if not given.without_others:
            address = stack.enter_context(site(crowded))
            met &= judge_crowd(ours, address, cookies, given)
    return met


def seed(sizes: Sequence[int]) -> dict[int, str]:
    """Articles of these sizes, and for each the cookie of a member with something of their own."""
    from django.db import connections

    from annotations.models import Annotation
    from annotations.samples.planning import MEMBERS
    from annotations.samples.seeding import members, seed_discussion
    from bench.people import cookie_of

    cookies = {}
    for size in sizes:
        article = seed_discussion(f"text-{size}", size)
        private = Annotation.objects.filter(
            thread__article=article, thread__audience_kind="person"
        ).first()
        cookies[size] = cookie_of((private and private.author) or members()[MEMBERS // 2])
    connections.close_all()
    return cookies


def facts_of(size: int, address: str, cookie: str) -> Facts:
    """Asked of a server that counts its queries."""
    url = f"{address}/articles/text-{size}/"
    for _worker in range(4 * WEB_WORKERS):
        get(url)  # the first makes the page and stores it, others fetch it once
    page = get(url)
    overlay = get(f"{url}overlay/", Cookie=cookie)
    again = get(url, **{"If-None-Match": page.headers["ETag"]})
    return Facts(
        queries=int(page.headers["X-SQL-Count"]),
        overlay_queries=int(overlay.headers["X-SQL-Count"]),
        page=page.body,
        overlay=overlay.body,
        not_modified=again.status == 304 and not again.body,
    )


def keep_pages(facts: dict[int, Facts], folder: Path) -> None:
    """What the constant answers are made of."""
    folder.mkdir()
    for size, fact in facts.items():
        (folder / str(size)).write_bytes(fact.page)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


class _AsItComes(HTTPErrorProcessor):
    """Lets 304 through, which urllib takes for an error."""

    def http_response(self, request, response):
        return response


def get(address: str, **headers: str) -> Answer:
    request = Request(address, headers={"Accept-Encoding": "gzip", **headers})
    with build_opener(_AsItComes).open(request) as response:
        return Answer(response.status, response.headers, response.read())


def crowd(alone: Path, crowded: Path) -> None:
    """A copy of the site with 100,000 annotations more, in other articles."""
    shutil.copytree(alone, crowded, ignore=shutil.ignore_patterns("*.sqlite3*"))
    for name in ("ncr.sqlite3", "work.sqlite3"):
        with sqlite3.connect(alone / name) as source, sqlite3.connect(crowded / name) as target:
            source.backup(target)
    for number in range(ELSEWHERE):
        command = [sys.executable, "manage.py", "seed_discussion", "--annotations", "10000"]
        subprocess.run(
            [*command, "--slug", f"other-{number}"],
            cwd=PROJECT,
            env={**settings_of(crowded), "PATH": ""},
            stdout=subprocess.DEVNULL,
            check=True,
        )


def contenders(size: int, ours: str, raw: str, constant: str, cookie: str) -> list[Contender]:
    page = f"/articles/text-{size}/"
    etag = get(f"{ours}{page}").headers["ETag"]
    return [
        Contender("anonymous", ours, [page], {}),
        Contender("constant", constant, [f"/{size}"], {}),
        Contender("signed in", ours, [page, f"{page}overlay/"], {"Cookie": cookie}),
        Contender("raw", raw, [f"/text-{size}/"], {}),
        Contender("unchanged", ours, [page], {"If-None-Match": etag}),
    ]


def rounds(asked: Sequence[Contender], given: argparse.Namespace) -> dict[str, list[float]]:
    """Readings a second by contender and round; each round begins with another of them."""
    for one in asked:
        load(one.address, one.paths, WARM, one.headers)
    rates: dict[str, list[float]] = {one.name: [] for one in asked}
    for number in range(given.rounds):
        shift = number % len(asked)
        for one in [*asked[shift:], *asked[:shift]]:
            done = load(one.address, one.paths, given.seconds, one.headers)
            rates[one.name].append(done.rate)
    return rates


def ratio(rates: dict[str, list[float]], of: str, to: str) -> float:
    return median(one / other for one, other in zip(rates[of], rates[to], strict=True))


def report(facts: dict[int, Facts], rates: dict[int, dict[str, list[float]]]) -> None:
    print("\nReadings a second (median), and their share in the same round")
    print("annotations  anonymous   constant  share   signed in        raw  share        304")
    for size, by_name in rates.items():
        rate = {name: median(values) for name, values in by_name.items()}
        print(
            f"{size:>11,}  {rate['anonymous']:>9,.0f}  {rate['constant']:>9,.0f}"
            f"  {ratio(by_name, 'anonymous', 'constant'):>5.2f}   {rate['signed in']:>9,.0f}"
            f"  {rate['raw']:>9,.0f}  {ratio(by_name, 'signed in', 'raw'):>5.2f}"
            f"  {rate['unchanged']:>9,.0f}"
        )
    print("\nannotations  queries page  overlay   page gzip, KB  unpacked, KB  overlay, KB   304")
    for size, fact in facts.items():
        print(
            f"{size:>11,}  {fact.queries:>12}  {fact.overlay_queries:>7}"
            f"  {len(fact.page) / 1000:>14,.1f}  {len(gzip.decompress(fact.page)) / 1000:>12,.1f}"
            f"  {len(fact.overlay) / 1000:>11,.1f}  {'yes' if fact.not_modified else 'NO':>4}"
        )


def judge(facts: dict[int, Facts], rates: dict[int, dict[str, list[float]]]) -> bool:
    print()
    met = [
        goal(
            "the same number of queries at every size",
            len({f.queries for f in facts.values()}),
            1,
            most=True,
        ),
        goal(
            "queries of the overlay more with many than with few",
            max(f.overlay_queries for f in facts.values())
            - min((f.overlay_queries for size, f in facts.items() if size), default=0),
            0,
            most=True,
        ),
        goal(
            "queries of page and overlay",
            max(f.queries + f.overlay_queries for f in facts.values()),
            10,
            most=True,
        ),
    ]
    if JUDGED in rates:
        met += [
            goal("anonymous to constant", ratio(rates[JUDGED], "anonymous", "constant"), 0.8),
            goal("signed in to raw", ratio(rates[JUDGED], "signed in", "raw"), 0.5),
        ]
    if MOST in facts:
        size = len(facts[MOST].page) / 1000
        met.append(goal("KB of the first response with 10,000", size, 80, most=True))
    return all(met)


def judge_windows(address: str, given: argparse.Namespace) -> bool:
    """The cards of the first blocks with notes, against those in the middle and at the end."""
    page = f"/articles/text-{MOST}/"
    html = gzip.decompress(get(f"{address}{page}").body).decode()
    keys = re.findall(r'data-key="([0-9a-z]+)"[^>]*data-notes="[1-9]', html)
    middle = len(keys) // 2
    places = {"first": keys[:WINDOW], "middle": keys[middle:][:WINDOW], "last": keys[-WINDOW:]}
    asked = [
        Contender(name, address, [f"{page}cards/?{urlencode({'block': there}, doseq=True)}"], {})
        for name, there in places.items()
    ]
    rates = rounds(asked, given)
    met = True
    for name in ("middle", "last"):
        share = ratio(rates, name, "first")
        met &= goal(f"the {name} window of cards to the first, with 10,000", share, 0.8)
    return met


def judge_crowd(
    alone: str, crowded: str, cookies: dict[int, str], given: argparse.Namespace
) -> bool:
    """The same article, with and without 100,000 annotations on others."""
    page = f"/articles/text-{JUDGED}/"
    both = [page, f"{page}overlay/"]
    cookie = {"Cookie": cookies[JUDGED]}
    asked = [
        Contender("anonymous", alone, [page], {}),
        Contender("anonymous, crowded", crowded, [page], {}),
        Contender("signed in", alone, both, cookie),
        Contender("signed in, crowded", crowded, both, cookie),
    ]
    rates = rounds(asked, given)
    met = True
    for who in ("anonymous", "signed in"):
        share = ratio(rates, f"{who}, crowded", who)
        met &= goal(f"{who}: with 100,000 elsewhere to without", share, 0.8)
    return met


if __name__ == "__main__":
    main()
