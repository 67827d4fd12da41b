"""Where a note stands, as JSON: to look at, to confirm, to move, to leave."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Router
from ninja.security import django_auth

from annotations import reviewing
from annotations.api.schemas import DecideIn, PlaceIn, PlaceOut
from annotations.models import Annotation
from annotations.reading.gates import annotation_for
from annotations.reading.place import place_of
from ncr.accounts.models import is_member, member

router = Router()
ADDRESS = "/annotations/{uuid:uuid}/place"


@router.get(ADDRESS, response=PlaceOut, url_name="place")
def place(request: HttpRequest, uuid: UUID) -> dict[str, Any]:
    """Where a note stands, and whether the reader may decide that."""
    return _place(request, annotation_for(request.user, uuid))


@router.post(ADDRESS, response=PlaceOut, auth=django_auth, url_name="place")
def place_again(request: HttpRequest, uuid: UUID, given: PlaceIn) -> dict[str, Any]:
    """Places a note on other words of the text as it is now; 409 when its place changed since."""
    found, passage = annotation_for(request.user, uuid), given.anchor.passage(given.revision)
    reviewing.place_again(found, by=member(request), passage=passage, placement=given.placement)
    return _place(request, found)


@router.post(f"{ADDRESS}/confirm", response=PlaceOut, auth=django_auth, url_name="confirm_place")
def confirm_place(request: HttpRequest, uuid: UUID, given: DecideIn) -> dict[str, Any]:
    """Says that a note stands where it was found; 409 when its place changed since."""
    found = annotation_for(request.user, uuid)
    reviewing.confirm(found, by=member(request), placement=given.placement)
    return _place(request, found)


@router.post(f"{ADDRESS}/leave", response=PlaceOut, auth=django_auth, url_name="leave_place")
def leave_place(request: HttpRequest, uuid: UUID, given: DecideIn) -> dict[str, Any]:
    """Says that the text of a note is gone; 409 when its place changed since."""
    found = annotation_for(request.user, uuid)
    reviewing.leave(found, by=member(request), placement=given.placement)
    return _place(request, found)


def _place(request: HttpRequest, found: Annotation) -> dict[str, Any]:
    standing = place_of(found)
    if standing is None:
        raise Http404
    passage, placement = standing.passage, standing.placement
    by_reader = is_member(request.user) and reviewing.may_review(member(request), found)
    return {
        "id": found.uuid,
        "placement": placement.pk,
        "revision": found.thread.article.standing.number,
        "outcome": placement.outcome,
        "review": placement.review,
        "certainty": placement.certainty,
        "may_decide": by_reader,
        "quote": passage.quote,
        "now": None if passage.is_lost else passage.words,
        "start_key": passage.start_key or None,
        "start": passage.start,
        "end_key": passage.end_key or None,
        "end": passage.end,
    }
