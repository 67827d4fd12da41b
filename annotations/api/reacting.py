"""Answers in one word, what is told to an author, and who settled a thread, as JSON."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from ninja.security import django_auth

from annotations import annotating, reacting
from annotations.api.schemas import ReactIn, ReactionsOut, ResolveIn, ToldOut, WrittenOut
from annotations.api.written import written
from annotations.models import Annotation, Thread
from annotations.quality import mark, told_words, unmark
from annotations.reading.gates import annotation_for, thread_for
from annotations.reading.reacted import kinds_of, reacted_to
from ncr.accounts.models import member

router = Router()
REACTIONS = "/annotations/{uuid:uuid}/reactions"


@router.get(REACTIONS, response=ReactionsOut, url_name="reactions")
def reactions(request: HttpRequest, uuid: UUID) -> dict[str, Any]:
    """Who reacted to an annotation, and how; of each kind at most a hundred by name."""
    return _reactions(request, annotation_for(request.user, uuid))


@router.post(REACTIONS, response=ReactionsOut, auth=django_auth, url_name="react")
def react(request: HttpRequest, uuid: UUID, given: ReactIn) -> dict[str, Any]:
    """Says a word to what somebody else said, or with `on` false takes it back."""
    found = annotation_for(request.user, uuid)
    reacting.react(found, by=member(request), kind=given.kind, on=given.on)
    return _reactions(request, found)


@router.post(
    "/threads/{uuid:uuid}/resolve", response=WrittenOut, auth=django_auth, url_name="resolve"
)
def resolve(request: HttpRequest, uuid: UUID, given: ResolveIn) -> dict[str, Any]:
    """Marks a thread as settled; by who opened it, who leads the discussion, or a moderator."""
    found = thread_for(request.user, uuid)
    annotating.resolve(found, by=member(request), reason=given.reason)
    return written(request, _opening(found))


@router.post(
    "/threads/{uuid:uuid}/reopen", response=WrittenOut, auth=django_auth, url_name="reopen"
)
def reopen(request: HttpRequest, uuid: UUID) -> dict[str, Any]:
    """Marks a settled thread as open again; by the same people."""
    found = thread_for(request.user, uuid)
    annotating.reopen(found, by=member(request))
    return written(request, _opening(found))


@router.put(
    "/annotations/{uuid:uuid}/quality/{kind}",
    response={200: ToldOut},
    auth=django_auth,
    url_name="quality",
)
def mark_quality(request: HttpRequest, uuid: UUID, kind: str) -> dict[str, Any]:
    """Tells its author one thing kindly; repeating it tells them nothing new."""
    mark(annotation_for(request.user, uuid), by=member(request), kind=kind)
    return {"message": told_words()}


@router.delete("/annotations/{uuid:uuid}/quality/{kind}", response={204: None}, auth=django_auth)
def unmark_quality(request: HttpRequest, uuid: UUID, kind: str) -> Status[None]:
    """Takes back what one told its author."""
    unmark(annotation_for(request.user, uuid), by=member(request), kind=kind)
    return Status(204, None)


def _opening(thread: Thread) -> Annotation:
    opening: Annotation = thread.annotations.get(parent=None)
    opening.thread = thread
    return opening


def _reactions(request: HttpRequest, found: Annotation) -> dict[str, Any]:
    reacted = reacted_to([found.pk], request.user)[found.pk]
    return {
        "id": found.uuid,
        "reactions": [
            {
                "kind": one.kind,
                "name": one.label,
                "count": one.count,
                "mine": one.is_mine,
                "people": [
                    {"name": username, "display_name": name} for name, username in one.people
                ],
            }
            for one in kinds_of(reacted)
        ],
    }
