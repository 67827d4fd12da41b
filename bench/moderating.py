"""What the review queue costs: `python bench/moderating.py`.

A hundred thousand annotations of which twenty thousand wait to be judged, each with two reports;
beside it a thousand of which two hundred do. On SQLite, and on PostgreSQL (`--postgres ADDRESS`
names a server on which a database may be made and dropped). Asked are the queue's pages by a
moderator of the site, in one process, best of three rounds. See README.md.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.databases import POSTGRES, in_process, on_postgres
from bench.goals import goal
from bench.library import Seeding, copy, vocabulary
from bench.servers import use

DATABASE = "ncr_bench_moderating"
SHARE = 5  # one of so many annotations waits
ROUNDS = 3
IN_BULK = 500
REASONS = ("spam", "abuse", "off-topic", "other")
QUEUE = "/admin/annotations/reviewitem/"
PAGES = {
    "first page": QUEUE,
    "by reason": f"{QUEUE}?cause=abuse",
    "more than a week old": f"{QUEUE}?age=week",
    "decided": f"{QUEUE}?state=decided",
    "figures": f"{QUEUE}figures/",
}


@dataclass
class Measured:
    """Milliseconds and queries of each page; seconds of hiding in bulk, and how many it hid."""

    pages: dict[str, tuple[float, int]] = field(default_factory=dict)
    bulk: float = 0
    hidden: int = 0


def main() -> None:
    given = arguments()
    met = True
    for where in ("SQLite", "PostgreSQL"):
        if given.only not in (None, where.lower()):
            continue
        measured = [
            measured_on(where, given, count)
            for count in (given.annotations // 100, given.annotations)
        ]
        met &= judge(*measured, where)
    sys.exit(0 if met else 1)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the review queue; about five minutes.")
    parser.add_argument("--postgres", default=POSTGRES, help="where a database may be made")
    parser.add_argument("--annotations", type=int, default=100_000)
    parser.add_argument("--only", choices=["postgresql", "sqlite"])
    return parser.parse_args()


def measured_on(where: str, given: argparse.Namespace, annotations: int) -> Measured:
    """What a site of that size costs; each in a process and a database of its own."""
    import tempfile

    with tempfile.NamedTemporaryFile("r+", suffix=".json") as found:

        def run(folder: Path, database: str = "") -> bool:
            Path(found.name).write_text(json.dumps(asdict(measure(folder, annotations, database))))
            return True

        if where == "SQLite":
            done = in_process(run)
        else:
            with on_postgres(given.postgres, DATABASE) as database:
                done = in_process(lambda folder: run(folder, database))
        if not done:
            raise SystemExit(f"{where}, {annotations:,} annotations: could not be measured")
        return Measured(**json.loads(Path(found.name).read_text()))


def measure(folder: Path, annotations: int, database: str) -> Measured:
    use(folder, **({"DATABASE_URL": database} if database else {}))
    from annotations.samples.seeding import moderator

    seeding = Seeding(vocabulary(Random(0)), annotations)
    seeding.write()
    fill(seeding, annotations)
    measured = Measured()
    client = signed_in(moderator())
    for name, address in PAGES.items():
        measured.pages[name] = min(asked(client, address) for _round in range(ROUNDS))
    measured.bulk, measured.hidden = hidden_in_bulk(client)
    return measured


def fill(seeding: Seeding, annotations: int) -> None:
    """Reports and items for every fifth annotation; some decided before, one in eleven."""
    from django.db import connection

    from annotations.models import Annotation, AnnotationVersion, Counter, Report, ReviewItem

    said = Annotation.objects.filter(
        pk__in=range(1, annotations + 1, SHARE),
        withdrawn_at=None,
        moderation="published",
        thread__audience_kind="everyone",
    )
    rows = list(said.values_list("pk", "author_id", "thread__article_id", "created_at"))
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    reports, items, versions = [], [], []
    for place, (pk, author, article, at) in enumerate(rows):
        opened = begin + timedelta(minutes=place)
        reason, is_decided = REASONS[place % len(REASONS)], place % 11 == 10
        closed = opened + timedelta(hours=3) if is_decided else None
        for other in range(2):
            by = seeding.people[(place + other + 1) % len(seeding.people)].pk
            reports.append(
                Report(
                    annotation_id=pk,
                    by_id=by,
                    reason=reason,
                    version=1,
                    created_at=opened,
                    outcome="upheld" if is_decided else "",
                    decided_at=closed,
                )
            )
        weight = 2 + place % 7
        items.append(
            ReviewItem(
                kind="annotation",
                annotation_id=pk,
                article_id=article,
                author_id=author,
                cause=reason,
                weight=weight,
                rank=weight - place / 1440,
                version=1,
                opened_at=opened,
                closed_at=closed,
                outcome="hidden" if is_decided else "",
            )
        )
        versions.append(
            {
                "id": pk,
                "annotation_id": pk,
                "number": 1,
                "kind": "comment",
                "body": "",
                "digest": "0" * 64,
                "created_at": at,
            }
        )
    for article in seeding.articles:  # what hiding takes off is to be there
        for audience, _share in seeding.audiences:
            Counter.objects.update_or_create(
                article=article, audience=audience, defaults={"readable": annotations}
            )
    copy(AnnotationVersion, versions)
    Report.objects.bulk_create(reports, 500)
    ReviewItem.objects.bulk_create(items, 500)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def signed_in(person: Any) -> Any:
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    client.force_login(person, "ncr.accounts.backends.MemberBackend")
    return client


def asked(client: Any, address: str) -> tuple[float, int]:
    """Milliseconds and queries of one page."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        begin = time.perf_counter()
        answer = client.get(address)
        spent = time.perf_counter() - begin
    assert answer.status_code == 200, answer.status_code
    return 1000 * spent, len(queries)


def hidden_in_bulk(client: Any) -> tuple[float, int]:
    """Seconds of one request that hides five hundred, and how many it hid."""
    from annotations.models import ReviewItem

    ids = list(
        ReviewItem.objects.filter(closed_at=None).order_by("-rank")[:IN_BULK].values_list("pk")
    )
    chosen = [pk for (pk,) in ids]
    begin = time.perf_counter()
    client.post(f"{QUEUE}decide/hide/", {"of": chosen, "reason": "An advertisement."})
    spent = time.perf_counter() - begin
    return spent, ReviewItem.objects.filter(pk__in=chosen, outcome="hidden").count()


def judge(small: Measured, large: Measured, where: str) -> bool:
    print(f"\n{where:<24} {'few, ms':>10} {'many, ms':>10} {'queries':>9}")
    for name, (spent, queries) in large.pages.items():
        print(f"{name:<24} {small.pages[name][0]:>10,.1f} {spent:>10,.1f} {queries:>9}")
    print(f"hiding in one request: {large.hidden} in {large.bulk:,.1f} s\n")
    first, few = large.pages["first page"], small.pages["first page"]
    return all(
        [
            goal(f"{where}, queries of the first page", first[1], 12, most=True),
            goal(f"{where}, first page, many to few", first[0] / few[0], 2, most=True),
            goal(f"{where}, hidden in one request", large.hidden, IN_BULK),
        ]
    )


if __name__ == "__main__":
    main()
