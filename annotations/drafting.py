"""Drafts: what a person began to write in a form and has not sent, kept by the site for them alone.

No gate opens them to anybody else, owners of the site included: each question here begins at the
person. A draft is found by the address of its form. Erasing the account erases them; signing out
does not, so that another device has them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations.models import Draft
from annotations.reading.gates import Moved, annotation_for, article_for, place_for
from annotations.rules import check_member
from articles.models import Article
from ncr.accounts.models import User
from ncr.refusals import Conflict, NotAllowed, Refused, TooLarge, check_storable

MOST = 50  # of one person; when there are more, the oldest go
LONGEST = 60_000  # characters of a draft's fields together: thrice what a note may have
ADDRESS = 500
# What is typed and chosen, what it is about, and which note it will count as
FIELDS = (
    "body",
    "kind",
    "audience",
    "topics",
    "relation",
    "link",
    "link_phrase",
    "phrase",
    "quote",
    "prefix",
    "suffix",
    "revision",
    "version",
    "submission",
    "other",  # what another window or device had in the same form, until one is chosen
)


class Diverged(Conflict):
    """The draft was changed elsewhere since it was last seen; `draft` is how it stands."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(_("This draft was changed in another window or on another device."))
        self.draft = draft


def address_of_note(slug: str, given: Mapping[str, Any]) -> str:
    """The address of the form for a new note, the same however the form was reached.

    `given` has the fields of a form or of an address: words by their ends, or a block.
    """
    names = ("start_key", "start", "end_key", "end")
    key = given.get("start_key") or given.get("block")
    query: dict[str, Any] = {}
    if key and given.get("end"):
        query = {name: given.get(name, "") for name in names}
    elif key:
        query = {"block": key}
    address = reverse("annotate", args=[slug])
    return f"{address}?{urlencode(query)}" if query else address


def save(
    *,
    by: User,
    place: str,
    page: str,
    fields: Mapping[str, Any],
    base: str = "",
) -> Draft:
    """Keeps what stands in the form at `place`; refuses a form in which nothing was typed.

    `base` names the state that this goes on from (see `state_of`): where another stands, with
    other words, Diverged carries it. Raises Http404 for what is no form that the person may open.
    """
    check_member(by)
    kept = _checked(fields)
    address, article = form_at(by, place)
    is_ours = page.startswith("/") and not page.startswith("//") and len(page) <= ADDRESS
    begun_on = page if is_ours else address
    now = timezone.now()
    with transaction.atomic():
        found = _at(by, address, article).select_for_update().first()
        if found is None:
            draft, is_new = Draft.objects.get_or_create(
                person=by,
                place=address,
                defaults={"article": article, "page": begun_on, "fields": kept, "saved_at": now},
            )
            if is_new:
                _let_oldest_go(by)
                return draft
            found = draft
        if found.fields == kept:
            return found
        if state_of(found) != base:
            raise Diverged(found)
        found.place, found.fields, found.saved_at = address, kept, now
        found.save(update_fields=["place", "fields", "saved_at"])
    return found


def discard(*, by: User, place: str) -> None:
    """Throws the draft of a form away; harmless where there is none."""
    check_member(by)
    _at(by, place).delete()


def draft_at(person: User, address: str, article: Article | None = None) -> Draft | None:
    """The draft of the form at this address; one query."""
    return _at(person, address, article).first()


def drafts_of(person: User) -> QuerySet[Draft]:
    """All of a person's drafts, the latest first."""
    return (
        Draft.objects.filter(person=person).select_related("article").order_by("-saved_at", "-pk")
    )


def state_of(draft: Draft | None) -> str:
    """What names this state of a draft: empty for none."""
    return draft.saved_at.isoformat() if draft else ""


def form_at(user: User, place: str) -> tuple[str, Article]:
    """A form's address as drafts know it, and the article that it writes about.

    Raises Http404 for any other address, and for a form that `user` may not open.
    """
    parts = urlsplit(place)
    match = resolve(parts.path)
    if len(place) > ADDRESS or match.url_name not in {"annotate", "reply", "edit"}:
        raise Http404
    if match.url_name == "annotate":
        article = _article(user, match.kwargs["slug"])
        return address_of_note(article.slug, dict(parse_qsl(parts.query))), article
    find = place_for if match.url_name == "reply" else annotation_for
    found = find(user, match.kwargs["uuid"])
    if match.url_name == "edit" and found.author_id != user.pk:
        raise NotAllowed(_("Only its author can edit this."))
    return reverse(match.url_name, args=[found.uuid]), found.thread.article


def _article(user: User, slug: str) -> Article:
    try:
        return article_for(user, slug)
    except Moved as moved:
        return article_for(user, moved.slug)


def _at(person: User, address: str, article: Article | None = None) -> QuerySet[Draft]:
    """The draft of a form, also from before its article got another address."""
    here = Q(place=address)
    _path, found, end = address.partition("/annotate/")
    if article is not None and found:
        here |= Q(article=article, place__endswith=found + end)
    return Draft.objects.filter(here, person=person).order_by("-saved_at")


def _checked(fields: Mapping[str, Any]) -> dict[str, str]:
    kept = {name: str(fields[name]) for name in FIELDS if fields.get(name)}
    if len(json.dumps(kept, ensure_ascii=False)) > LONGEST:
        raise TooLarge(_("This is more than the site keeps as a draft."))
    for name, value in kept.items():
        check_storable(value, name)
    if not any(kept.get(name, "").strip() for name in ("body", "other")):
        raise Refused(_("There is nothing in it to keep."), "body")
    return kept


def _let_oldest_go(person: User) -> None:
    newest = drafts_of(person).values_list("pk", flat=True)[:MOST]
    Draft.objects.filter(person=person).exclude(pk__in=list(newest)).delete()
