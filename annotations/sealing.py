"""What moderators removed lies sealed for a time, so that it can come back; then it is emptied."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import Q

from annotations.models import Annotation, AnnotationVersion, Decision, Firing, Report
from annotations.search.indexing import index_annotations

SEALED = timedelta(days=180)
AT_ONCE = 200
NO_WORDS = sha256(b"").hexdigest()


def empty_sealed(now: datetime) -> int:
    """Empties the words of what was removed longer ago than the seal lasts; answers how many.

    What somebody appeals against stays until that is answered. The hashes of versions stay for the
    log, which names what was judged.
    """
    past = Annotation.objects.filter(
        moderation=Annotation.Moderation.REMOVED, removed_at__lt=now - SEALED
    ).exclude(body="", body_html="")
    past = past.exclude(
        decisions__appeal__isnull=False, decisions__appeal__answered_at__isnull=True
    )
    emptied = 0
    while ids := list(past.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            Annotation.objects.filter(pk__in=ids).update(body="", body_html="")
            AnnotationVersion.objects.filter(annotation_id__in=ids).update(body="")
            Firing.objects.filter(annotation_id__in=ids).update(found="")
            index_annotations(Annotation.objects.filter(pk__in=ids))
        emptied += len(ids)
    return emptied


def empty_sealed_profiles(now: datetime) -> int:
    """Empties what was taken from profiles longer ago than the seal lasts; answers how many.

    And what reports of people and topics that were decided so long ago say stood there.
    """
    Report.objects.filter(decided_at__lt=now - SEALED).exclude(shown="").update(shown="")
    past = Decision.objects.filter(at__lt=now - SEALED, profile__isnull=False)
    waits = Q(appeal__isnull=False, appeal__answered_at=None)
    ids = list(past.exclude(waits).values_list("pk", flat=True))
    return Decision.objects.filter(pk__in=ids).update(profile=None)


def is_emptied(annotation: Annotation) -> bool:
    """Whether its words are gone for good; what never had any has lost none."""
    if annotation.body:
        return False
    newest = AnnotationVersion.objects.get(annotation=annotation, number=annotation.version)
    return newest.digest != NO_WORDS
