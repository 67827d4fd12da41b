"""Telling authors what a new revision did to what they said: one notice a revision and person."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from annotations.models import Anchor, Annotation, Placement
from articles.models import Revision
from ncr.accounts.models import Notice, User
from ncr.accounts.noticing import tell

Outcome, Review = Placement.Outcome, Placement.Review
# What became of a passage, the gravest first; words that only moved are nothing to tell
ASKED, LOST, CHANGED, BACK = "asked", "lost", "changed", "back"
GRAVEST = (ASKED, LOST, CHANGED, BACK)


def tell_later(revision: Revision, **kwargs: Any) -> None:
    """Queues the notices; what listens to `revision_published`."""
    if revision.base_id is not None:
        tell_authors.enqueue(revision.pk)


@task()  # type: ignore[untyped-decorator]
def tell_authors(pk: int) -> int:
    """Tells each author once of all their passages that this revision changed; says how many."""
    revision = Revision.objects.select_related("article", "published_by").filter(pk=pk).first()
    if revision is None:
        return 0
    told = 0
    for author, changes in _by_author(revision).items():
        person = User.objects.filter(pk=author).first()
        told += _tell(revision, person, changes)
    return told


def _tell(revision: Revision, person: User | None, changes: dict[str, list[Any]]) -> bool:
    if person is None or _is_told(person, revision):
        return False
    first = next(changes[what][0] for what in GRAVEST if changes.get(what))
    facts: dict[str, Any] = {what: len(found) for what, found in changes.items()}
    with transaction.atomic():
        notice = tell(
            person,
            Notice.Kind.REVISED,
            at=timezone.now(),
            by=revision.published_by,
            about=first,
            revision=revision.number,
            **facts,
        )
    return notice is not None


def _is_told(person: User, revision: Revision) -> bool:
    """Whether a run of the task before this one told them: it tells once."""
    said_here = Annotation.objects.filter(thread__article_id=revision.article_id, author=person)
    return Notice.objects.filter(
        person=person,
        kind=Notice.Kind.REVISED,
        created_at__gte=revision.published_at,
        facts__revision=revision.number,
        about__in=said_here.values("uuid"),
    ).exists()


def _by_author(revision: Revision) -> dict[int, dict[str, list[Any]]]:
    """By author, the annotations whose passage changed, by what became of it."""
    rows = (
        Placement.objects.filter(
            from_revision=revision,
            anchor__role=Anchor.Role.TARGET,
            anchor__annotation__withdrawn_at=None,
            anchor__annotation__author__isnull=False,
        )
        .exclude(anchor__annotation__moderation=Annotation.Moderation.REMOVED)
        .order_by("pk")
        .values_list("anchor__annotation__author", "anchor__annotation__uuid", "outcome", "review")
    )
    found: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    lost = _lost_before(revision)
    for author, uuid, outcome, review in rows:
        if what := what_became(outcome, review, uuid in lost):
            found[author][what].append(uuid)
    return found


def _lost_before(revision: Revision) -> set[Any]:
    """Annotations that had lost their text until this revision."""
    rows = Placement.objects.filter(
        until_revision=revision, outcome=Outcome.ORPHANED, anchor__role=Anchor.Role.TARGET
    )
    return set(rows.values_list("anchor__annotation__uuid", flat=True))


def what_became(outcome: str, review: str, was_lost: bool) -> str:
    """What there is to tell of a placement that changed; nothing where its words only moved."""
    if review == Review.ASKED:
        return ASKED
    if outcome == Outcome.ORPHANED:
        return LOST
    if was_lost:
        return BACK
    return CHANGED if outcome in (Outcome.EDITED, Outcome.SPLIT) else ""
