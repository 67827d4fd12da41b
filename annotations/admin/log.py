"""The log of moderation in the admin: read by those whom it concerns, changed by nobody."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import VerbsOnlyAdmin, page_of
from annotations.admin.filters import day_meant, people_meant
from annotations.admin.trail import ACTS, named
from annotations.models import ModerationEntry, Report, Thread
from annotations.roles import is_owner
from annotations.visibility import of_scopes, scopes_of
from articles.models import SiteRule
from ncr.accounts.models import audience_ids

PAGE = 50
OF_MODERATORS = "topic "  # subjects that moderators of the site read besides annotations


@admin.register(ModerationEntry)
class ModerationEntryAdmin(VerbsOnlyAdmin):
    """The log, newest first; owners read all of it, moderators what concerns their work."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[ModerationEntry]:
        return entries_for(request.user)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        self.check_may_see(request)
        asked = {name: _clean(request.GET.get(name, "")) for name in FILTERS}
        found = self.get_queryset(request)
        for name, value in asked.items():
            if value:
                found = found.filter(FILTERS[name](value))
        page = page_of(found.order_by("-pk"), request, PAGE)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Moderation log"),
            "entries": named(page.object_list),
            "page": page,
            "asked": asked,
            "query": urlencode({name: value for name, value in asked.items() if value}),
            "acts": sorted(ACTS.items(), key=lambda pair: str(pair[1])),
            "rules": SiteRule.objects.all(),
        }
        return TemplateResponse(request, "admin/annotations/log.html", context)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> Any:
        """An entry has no page of its own: to the list, with what else concerns the same thing."""
        self.check_may_see(request)
        found = self.get_object(request, object_id)
        if found is None:
            raise Http404
        about = found.annotation or found.thread or found.subject
        address = reverse("admin:annotations_moderationentry_changelist")
        return redirect(f"{address}?{urlencode({'of': str(about)})}")


def entries_for(user: Any) -> QuerySet[ModerationEntry]:
    """The entries that `user` may read.

    What was decided inside a reading group or about a note to oneself is read by those outside
    only where something of the thread was reported: that it happened would tell what is there.
    """
    everything: QuerySet[ModerationEntry] = ModerationEntry.objects.all()
    scopes = scopes_of(user)
    closed = (
        Thread.objects.filter(audience_kind__in=["group", "person"])
        .exclude(audience_id__in=audience_ids(user))
        .exclude(Exists(Report.objects.filter(annotation__thread_id=OuterRef("pk"))))
    )
    open_to = everything.exclude(thread__in=closed.values("uuid"), thread__isnull=False)
    if is_owner(user):
        return open_to
    if scopes.site:
        return open_to.filter(Q(thread__isnull=False) | Q(subject__startswith=OF_MODERATORS))
    if not scopes.any:
        return everything.none()
    theirs = Thread.objects.filter(of_scopes(scopes)).values("uuid")
    return open_to.filter(thread__in=theirs)


def _of(value: str) -> Q:
    try:
        uuid = UUID(value)
    except ValueError:
        return Q(subject=value)
    return Q(annotation=uuid) | Q(thread=uuid)


def _by(value: str) -> Q:
    return Q(by__in=people_meant(value))


def _rule(value: str) -> Q:
    return Q(rule=int(value)) if value.isdecimal() and len(value) < 5 else Q(pk__in=[])


FILTERS: dict[str, Any] = {
    "act": lambda value: Q(act=value),
    "rule": _rule,
    "by": _by,
    "since": lambda value: day_meant("at", "since", value),
    "until": lambda value: day_meant("at", "until", value),
    "of": _of,
}


def _clean(value: str) -> str:
    return value.replace("\0", "").strip()[:200]
