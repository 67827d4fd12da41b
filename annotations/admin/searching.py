"""Finding annotations in the admin: by whom, in what, by the label of a thread or by identifier.

Searching the words themselves is the site's search; here every way leads over an index.
"""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from annotations.admin.filters import articles_meant, people_meant
from annotations.models import Annotation, Thread
from articles.models import Article
from ncr.accounts.models import PREFIXES, Audience

LABEL = re.compile(r"([mgp]?)([1-9]\d{0,8})")
LONGEST = 200


def found_annotations(queryset: QuerySet[Any], typed: str) -> QuerySet[Any]:
    """Those that a moderator can mean by what they typed; at most two queries beforehand."""
    typed = typed.replace("\0", "").strip()[:LONGEST]
    if (uuid := _uuid(typed)) is not None:
        return queryset.filter(Q(uuid=uuid) | Q(thread_id__in=_of_uuid(uuid)))
    if label := LABEL.fullmatch(typed):
        return queryset.filter(thread_id__in=_labelled(*label.groups()))
    by_person = Annotation.objects.filter(author_id__in=people_meant(typed))
    in_article = Annotation.objects.filter(thread__article_id__in=articles_meant(typed))
    # Each by its own index; together in one condition they would have the table read through
    return queryset.filter(pk__in=by_person.values("pk").union(in_article.values("pk"), all=True))


def found_threads(queryset: QuerySet[Any], typed: str) -> QuerySet[Any]:
    """Those that a moderator or leader can mean; at most one query beforehand."""
    typed = typed.replace("\0", "").strip()[:LONGEST]
    if (uuid := _uuid(typed)) is not None:
        return queryset.filter(uuid=uuid)
    if label := LABEL.fullmatch(typed):
        return queryset.filter(pk__in=_labelled(*label.groups()))
    return queryset.filter(article_id__in=articles_meant(typed))


def _uuid(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _of_uuid(uuid: UUID) -> QuerySet[Thread, Any]:
    return Thread.objects.filter(uuid=uuid).values("pk")


def _labelled(letter: str, number: str) -> QuerySet[Thread, Any]:
    """Threads with this label in any article, found by article, audience and number."""
    kind = next(kind for kind, prefix in PREFIXES.items() if prefix == letter)
    return Thread.objects.filter(
        article_id__in=Article.objects.values("pk"),
        audience_id__in=Audience.objects.filter(kind=kind).values("pk"),
        number=int(number),
    ).values("pk")
