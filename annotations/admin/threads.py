"""Threads in the admin: for moderators, and for those who lead a discussion."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.admin.access import moderates_something, orders_something
from annotations.admin.acts import THREAD_ACTS
from annotations.admin.base import VerbsOnlyAdmin
from annotations.admin.case import thread_case_of
from annotations.admin.deciding import MOST
from annotations.admin.desk import Desk, decide
from annotations.admin.filters import ThreadAudienceFilter, ThreadStateFilter, TypedThreadFilter
from annotations.admin.searching import found_threads
from annotations.models import Annotation, Thread


@admin.register(Thread)
class ThreadAdmin(VerbsOnlyAdmin):
    """Threads that one moderates or leads; what they say passes the gate like everywhere."""

    list_display = ["name", "words", "text", "entries", "state", "active"]
    list_display_links = ["name", "words"]
    list_filter = [ThreadStateFilter, ThreadAudienceFilter, TypedThreadFilter]
    search_fields = ["uuid"]  # any, so that there is a field; what is found is in searching.py
    search_help_text = gettext_lazy("The label of a thread (12, m3), an article’s title.")
    actions = ["lock", "unlock", "resolve", "reopen"]
    sortable_by = ()

    def may_see(self, user: Any) -> bool:
        return orders_something(user)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        opening = Annotation.objects.visible_to(request.user).filter(
            thread_id=OuterRef("pk"), parent=None
        )
        found: QuerySet[Any] = (
            Thread.objects.ordered_by(request.user)
            .annotate(opening_words=Subquery(opening.values("body")[:1]))
            .prefetch_related("article", "audience")
        )
        return found

    def get_ordering(self, request: HttpRequest) -> Any:
        return ["-id"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return (found_threads(queryset, search_term) if search_term else queryset), False

    @admin.display(description=gettext_lazy("thread"))
    def name(self, thread: Thread) -> str:
        return thread.label

    @admin.display(description=gettext_lazy("entries"))
    def entries(self, thread: Thread) -> int:
        return thread.readable_count

    @admin.display(description=gettext_lazy("it begins"))
    def words(self, thread: Any) -> str:
        if thread.opening_words is None:
            return _("(its opening is not shown)")
        return Truncator(thread.opening_words).chars(120) or _("(marked without words)")

    @admin.display(description=gettext_lazy("article"))
    def text(self, thread: Thread) -> str:
        return format_html('<a href="{}">{}</a>', thread.get_absolute_url(), thread.article)

    @admin.display(description=gettext_lazy("state"))
    def state(self, thread: Thread) -> str:
        states = [
            *([_("Locked")] if thread.is_locked else []),
            *([_("Resolved")] if thread.is_resolved else []),
        ]
        return ", ".join(states) or _("Open")

    @admin.display(description=gettext_lazy("last activity"))
    def active(self, thread: Thread) -> str:
        return date_format(timezone.localtime(thread.active_at), "SHORT_DATETIME_FORMAT")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.decide_view)
        own = [path("decide/<str:act>/", view, name="annotations_thread_decide")]
        return [*own, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """A thread, a hundred replies at a time, with what was decided about it."""
        self.check_may_see(request)
        found = self.get_object(request, object_id)
        if found is None:
            raise Http404
        after = _uuid(request.GET.get("after", ""))
        context = {
            **self.admin_site.each_context(request),
            **thread_case_of(found, request.user, after),
            "opts": self.opts,
            "title": _("Thread %(label)s") % {"label": found.label},
            "moderates": moderates_something(request.user),
        }
        return TemplateResponse(request, "admin/annotations/thread.html", context)

    def decide_view(self, request: HttpRequest, act: str) -> HttpResponse:
        self.check_may_see(request)
        context = {**self.admin_site.each_context(request), "opts": self.opts}
        return decide(self.desk, request, act, context)

    @property
    def desk(self) -> Desk:
        return Desk("thread", THREAD_ACTS, self.get_queryset, ("article", "audience"))

    @admin.action(description=gettext_lazy("Lock"))
    def lock(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        return self._ask("lock", queryset)

    @admin.action(description=gettext_lazy("Unlock"))
    def unlock(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        return self._ask("unlock", queryset)

    @admin.action(description=gettext_lazy("Resolve"))
    def resolve(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        return self._ask("resolve", queryset)

    @admin.action(description=gettext_lazy("Reopen"))
    def reopen(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        return self._ask("reopen", queryset)

    def _ask(self, act: str, queryset: QuerySet[Any]) -> HttpResponse:
        return redirect(self.desk.url(act, list(queryset.values_list("pk", flat=True)[:MOST])))


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value) if value else None
    except ValueError:
        return None
