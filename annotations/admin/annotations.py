"""Annotations in the admin: the list, each in its context, what moderators decide about them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
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

from annotations.admin.acts import ANNOTATION_ACTS, THREAD_ACTS
from annotations.admin.base import VerbsOnlyAdmin
from annotations.admin.case import case_of
from annotations.admin.deciding import MOST
from annotations.admin.desk import Desk, decide
from annotations.admin.filters import (
    AudienceFilter,
    ReportedFilter,
    StateFilter,
    TypedAnnotationFilter,
)
from annotations.admin.moving import move_page
from annotations.admin.searching import found_annotations
from annotations.models import Annotation
from ncr.columns import named
from ncr.labels import label_of


@admin.register(Annotation)
class AnnotationAdmin(VerbsOnlyAdmin):
    """Annotations with their passage; a note to oneself is not here, for nobody."""

    list_display = ["words", "who", "state", "kind_name", "passage", "place", "written"]
    list_filter = [StateFilter, ReportedFilter, AudienceFilter, TypedAnnotationFilter]
    search_fields = ["uuid"]  # any, so that there is a field; what is found is in searching.py
    search_help_text = gettext_lazy(
        "A person’s name, an article’s title, the label of a thread (12, m3) or an identifier."
    )
    actions = ["hide", "restore", "dismiss", "lock", "unlock"]
    sortable_by = ()
    who = named("author", gettext_lazy("author"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Annotation]:
        return (
            Annotation.objects.moderated_by(request.user)
            .defer("body_html")
            .prefetch_related("author", "thread__article", "thread__anchors", "reports")
        )

    def get_ordering(self, request: HttpRequest) -> Any:
        by_date = request.GET.get("since") or request.GET.get("until")
        return ["-created_at", "-id"] if by_date else ["-id"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return (found_annotations(queryset, search_term) if search_term else queryset), False

    @admin.display(description=gettext_lazy("what it says"))
    def words(self, annotation: Annotation) -> str:
        return Truncator(annotation.body).chars(160) or _("(marked without words)")

    @admin.display(description=gettext_lazy("state"))
    def state(self, annotation: Annotation) -> str:
        label = Annotation.Moderation(annotation.moderation).label
        waiting = sum(report.decided_at is None for report in annotation.reports.all())
        more = _(", reported: %(count)d") % {"count": waiting} if waiting else ""
        return format_html('<span class="state {}">{}{}</span>', annotation.moderation, label, more)

    @admin.display(description=gettext_lazy("kind"))
    def kind_name(self, annotation: Annotation) -> str:
        if not annotation.is_opening:
            return _("Reply")
        return label_of(Annotation.Kind, annotation.kind)

    @admin.display(description=gettext_lazy("passage"))
    def passage(self, annotation: Annotation) -> str:
        first = next((one for one in annotation.thread.anchors.all() if not one.ordinal), None)
        quote = Truncator(first.quote).chars(100) if first else _("the article as a whole")
        return format_html('<span class="passage">{}</span>', quote)

    @admin.display(description=gettext_lazy("article"))
    def place(self, annotation: Annotation) -> str:
        thread = annotation.thread
        return format_html(
            '<a href="{}">{}</a>, {}', annotation.get_absolute_url(), thread.article, thread.label
        )

    @admin.display(description=gettext_lazy("written"))
    def written(self, annotation: Annotation) -> str:
        return date_format(timezone.localtime(annotation.created_at), "SHORT_DATETIME_FORMAT")

    def get_urls(self) -> list[URLPattern]:
        decide_view = self.admin_site.admin_view(self.decide_view)
        move_view = self.admin_site.admin_view(self.move_view)
        own = [
            path("decide/<str:act>/", decide_view, name="annotations_annotation_decide"),
            path("<int:pk>/move/", move_view, name="annotations_annotation_move"),
        ]
        return [*own, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The case: an annotation with all that is needed to decide about it."""
        self.check_may_see(request)
        found = self.get_object(request, object_id)
        if found is None:
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            **case_of(found, request.user),
            "opts": self.opts,
            "title": _("Annotation in %(label)s") % {"label": found.thread.label},
        }
        return TemplateResponse(request, "admin/annotations/case.html", context)

    def decide_view(self, request: HttpRequest, act: str) -> HttpResponse:
        self.check_may_see(request)
        context = {**self.admin_site.each_context(request), "opts": self.opts}
        return decide(self.desk, request, act, context)

    def move_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Where a reply is moved to another thread."""
        self.check_may_see(request)
        return move_page(request, pk, {**self.admin_site.each_context(request), "opts": self.opts})

    @property
    def desk(self) -> Desk:
        related = ("author", "thread__article", "thread__audience")
        return Desk("annotation", ANNOTATION_ACTS, self.get_queryset, related)

    @admin.action(description=gettext_lazy("Hide"))
    def hide(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        return self._ask("hide", queryset)

    @admin.action(description=gettext_lazy("Restore"))
    def restore(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        return self._ask("restore", queryset)

    @admin.action(description=gettext_lazy("Dismiss reports"))
    def dismiss(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        return self._ask("dismiss", queryset)

    @admin.action(description=gettext_lazy("Lock their threads"))
    def lock(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        return self._ask_of_threads("lock", queryset)

    @admin.action(description=gettext_lazy("Unlock their threads"))
    def unlock(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse:
        return self._ask_of_threads("unlock", queryset)

    def _ask(self, act: str, queryset: QuerySet[Any]) -> HttpResponse:
        return redirect(self.desk.url(act, list(queryset.values_list("pk", flat=True)[:MOST])))

    def _ask_of_threads(self, act: str, queryset: QuerySet[Any]) -> HttpResponse:
        threads = dict.fromkeys(queryset.values_list("thread_id", flat=True)[:MOST])
        desk = Desk("thread", THREAD_ACTS, self.get_queryset)
        return redirect(desk.url(act, list(threads)))
