"""Texts are brought in by JSON, by the verbs of `articles.importing`, for who may change articles.

Nobody but who brought it meets an import: for all others it is not there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pydantic
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Router, Status
from ninja.errors import HttpError, ValidationError
from ninja.security import django_auth

from annotations.api.import_schemas import (
    BringIn,
    CorrectIn,
    CorrectionsIn,
    ImportOut,
    ImportReviewOut,
    ImportsOut,
    TakeIn,
    TakenOut,
)
from articles.importers import FACTS
from articles.importing import correcting
from articles.importing.beginning import (
    begin_import,
    begin_import_from_web,
    begin_import_of_file,
    cancel_import,
    check_may_import,
    start_reading,
)
from articles.importing.correcting import correct_facts, digest_of
from articles.importing.reading import piece_of
from articles.importing.saying import said_words
from articles.importing.taking import (
    known_as,
    take_as_collection,
    take_as_revision,
    take_import,
)
from articles.models import Article, Import, ImportPiece
from articles.revising import publish_revision
from ncr.accounts.models import Audience, User, member
from ncr.refusals import Refused

router = Router(auth=django_auth)
LISTED = 50
PIECES = 100
MULTIPART = "multipart/form-data"
BODIES = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": BringIn.model_json_schema()},
            MULTIPART: {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            },
        },
    }
}


@router.post("/imports", response={201: ImportOut}, url_name="imports", openapi_extra=BODIES)
def bring_in(request: HttpRequest) -> Status[dict[str, Any]]:
    """Begins an import of a file, a text or an address; what takes a moment is read at once."""
    by = member(request)
    check_may_import(by)
    begun = (
        _begun_by_file(request, by) if request.content_type == MULTIPART else _begun(request, by)
    )
    start_reading(begun)
    return Status(201, _import(begun))


@router.get("/imports", response=ImportsOut)
def imports(request: HttpRequest, after: int | None = None) -> dict[str, Any]:
    """One's own imports, the newest first."""
    check_may_import(member(request))
    rows = Import.objects.visible_to(request.user).select_related("article", "collection")
    rows = rows.defer("markdown", "warnings", "parts", "facts", "given").order_by("-pk")
    if after is not None:
        rows = rows.filter(pk__lt=after)
    listed = list(rows[: LISTED + 1])
    more = str(listed[LISTED - 1].pk) if len(listed) > LISTED else None
    return {"imports": [_import(one) for one in listed[:LISTED]], "after": more}


@router.get("/imports/{int:pk}", response=ImportReviewOut, url_name="import")
def one_import(request: HttpRequest, pk: int, after: int | None = None) -> dict[str, Any]:
    """An import: how far it is, what was found, and its pieces; `after` is a cursor."""
    return _review(_own(request, pk), after)


@router.patch("/imports/{int:pk}", response=ImportReviewOut)
def correct_import(request: HttpRequest, pk: int, given: CorrectionsIn) -> dict[str, Any]:
    """Corrects what was found: facts, and pieces; 409 where one is another by now."""
    found, by = _own(request, pk), member(request)
    with transaction.atomic():
        if given.facts is not None:
            said = given.facts.model_dump(exclude_unset=True)
            correct_facts(found, {name: value or "" for name, value in said.items()}, by=by)
        for one in given.pieces:
            _correct(found, one, by)
    found.refresh_from_db()
    return _review(found, None)


@router.post("/imports/{int:pk}/publish", response={201: TakenOut}, url_name="publish_import")
def publish_import(request: HttpRequest, pk: int, given: TakeIn) -> Status[dict[str, Any]]:
    """Makes an article, a collection or a new revision of it, as a draft or to be read at once."""
    found, by = _own(request, pk), member(request)
    if given.shape == "revision":
        article = _revised(found, given, by)
        return Status(201, _taken(found, given, article.slug, article.get_absolute_url()))
    take: Callable[..., Any] = take_import if given.shape == "article" else take_as_collection
    made = take(found, by=by, publish=given.publish, audience=_audience(given.audience, by))
    return Status(201, _taken(found, given, made.slug, made.get_absolute_url()))


@router.delete("/imports/{int:pk}", response={204: None})
def throw_away(request: HttpRequest, pk: int) -> Status[None]:
    """Stops an import, and throws away what was found."""
    cancel_import(_own(request, pk), by=member(request))
    return Status(204, None)


def _begun_by_file(request: HttpRequest, by: User) -> Import:
    files = request.FILES.getlist("file")
    if len(files) != 1:
        raise Refused(_("Send one file, as “file”."), "file")
    return begin_import_of_file(by=by, file=files[0])


def _begun(request: HttpRequest, by: User) -> Import:
    try:
        given = BringIn.model_validate_json(request.body)
    except pydantic.ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        if found[0]["type"] == "json_invalid":
            raise HttpError(400, "") from error
        raise ValidationError(
            [{**one, "loc": ("body", "given", *one["loc"])} for one in found]
        ) from error
    if bool(given.text.strip()) == bool(given.address.strip()):
        raise Refused(_("Send a text or an address: one of the two."), "text")
    if given.address.strip():
        return begin_import_from_web(by=by, address=given.address)
    data = given.text.encode("utf-8", "replace")
    return begin_import(by=by, data=data, filename=given.filename or "pasted.txt")


def _own(request: HttpRequest, pk: int) -> Import:
    own = Import.objects.visible_to(request.user).select_related("article", "collection")
    return get_object_or_404(own, pk=pk)


def _correct(found: Import, given: CorrectIn, by: User) -> None:
    more: dict[str, str] = {"seen": given.seen}
    if given.act == "kind":
        more["choice"] = given.choice
    if given.act in ("rewrite", "split"):
        more["words"] = given.words
    VERBS[given.act](found, given.piece, by=by, **more)


VERBS: dict[str, Callable[..., Any]] = {
    "keep": correcting.keep,
    "leave_out": correcting.leave_out,
    "kind": correcting.set_kind,
    "rewrite": correcting.rewrite,
    "join": correcting.join_with_next,
    "split": correcting.split,
    "undo": correcting.undo,
}


def _revised(found: Import, given: TakeIn, by: User) -> Article:
    """The article whose draft the text became; the draft is published where that was asked."""
    article = (
        Article.objects.filter(slug=given.article).first() if given.article else known_as(found)
    )
    if article is None:
        raise Refused(_("Say of which article it is a new revision."), "article")
    with transaction.atomic():
        draft = take_as_revision(found, article, by=by)
        if given.publish:
            publish_revision(draft, by=by)
    return article


def _audience(given: str, by: User) -> Audience:
    """The audience of that name, of those that the editor may choose."""
    kind, _colon, slug = given.partition(":")
    offered = Audience.objects.offered_to(by, None)
    found: Audience | None = None
    if kind == "group":
        found = offered.filter(group__slug=slug).first()
    elif not slug and kind in NAMED:
        found = offered.filter(pk=NAMED[kind]).first()
    if found is None:
        raise Refused(_("Choose everyone, members or a reading group."), "audience")
    return found


NAMED = {"everyone": Audience.EVERYONE, "members": Audience.MEMBERS}


def _taken(found: Import, given: TakeIn, slug: str, url: str) -> dict[str, Any]:
    return {
        "import_id": found.pk,
        "shape": given.shape,
        "slug": slug,
        "url": url,
        "published": given.publish,
    }


def _import(one: Import) -> dict[str, Any]:
    return {
        "id": one.pk,
        "url": one.get_absolute_url(),
        "state": one.state,
        "filename": one.filename,
        "address": one.address,
        "kind": one.kind,
        "encoding": one.encoding,
        "size": one.size,
        "read": one.read,
        "total": one.total,
        "refusal": said_words(one.refusal) or None,
        "created": one.created_at,
        "changed": one.changed_at,
        "article": one.article and one.article.slug,
        "collection": one.collection and one.collection.slug,
    }


def _review(one: Import, after: int | None) -> dict[str, Any]:
    rows = one.pieces.order_by("position")
    if after is not None:
        rows = rows.filter(position__gt=after)
    listed = list(rows[: PIECES + 1])
    more = str(listed[PIECES - 1].position) if len(listed) > PIECES else None
    return {
        **_import(one),
        "facts": _facts(one),
        "parts": one.parts,
        "warnings": [said_words(warning) for warning in one.warnings],
        "known": _known(one) if after is None else None,
        "pieces": [_piece(row) for row in listed[:PIECES]],
        "after": more,
    }


def _facts(one: Import) -> dict[str, Any]:
    facts = {}
    for name in FACTS:
        found = one.facts.get(name, {})
        value = one.given.get(name, "")
        if found or value:
            facts[name] = {
                "value": value,
                "found": found.get("value", ""),
                "sure": found.get("sure", 1.0),
                "origin": found.get("origin", ""),
            }
    return facts


def _known(one: Import) -> dict[str, Any] | None:
    if one.state != Import.State.READY:
        return None
    known = known_as(one)
    if known is None:
        return None
    return {"slug": known.slug, "title": known.title, "url": known.get_absolute_url()}


def _piece(row: ImportPiece) -> dict[str, Any]:
    piece = piece_of(row)
    return {
        "id": row.pk,
        "kind": piece.kind,
        "level": piece.level,
        "words": piece.words,
        "source": piece.source,
        "page": piece.page,
        "part": piece.part,
        "kept": row.kept,
        "sure": piece.sure,
        "why": piece.why,
        "corrected": row.found is not None,
        "seen": digest_of(row),
    }
