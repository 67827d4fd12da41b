"""Reports, gathered by what they are about: what waits first, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Count, Min, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import VerbsOnlyAdmin, page_of
from annotations.admin.record import Reported, reporters_of
from annotations.models import Annotation, Report

ORDERS = {"oldest": ("first", "pk"), "most": ("-count", "first", "pk"), "newest": ("-pk",)}
PAGE = 25


@dataclass(frozen=True)
class Row:
    """An annotation with its reports."""

    annotation: Annotation
    reports: list[Reported]
    count: int
    first: datetime


@admin.register(Report)
class ReportAdmin(VerbsOnlyAdmin):
    """One row for each annotation that was reported and that one moderates."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        seen = Annotation.objects.moderated_by(request.user)
        return Report.objects.filter(annotation__in=seen)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Eleven queries at most, whatever waits."""
        self.check_may_see(request)
        state = "decided" if request.GET.get("state") == "decided" else "waiting"
        order = request.GET.get("order", "")
        order = order if order in ORDERS else ("newest" if state == "decided" else "oldest")
        page = page_of(reported(request.user, state).order_by(*ORDERS[order]), request, PAGE)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Reports"),
            "rows": _rows(list(page.object_list)),
            "page": page,
            "state": state,
            "order": order,
        }
        return TemplateResponse(request, "admin/annotations/reports.html", context)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> Any:
        """A report is read where it is decided: at the annotation that it is about."""
        self.check_may_see(request)
        found = self.get_object(request, object_id)
        if found is None:
            raise Http404
        return redirect("admin:annotations_annotation_change", found.annotation_id)


def reported(user: Any, state: str) -> QuerySet[Any]:
    """Annotations that were reported and that `user` moderates, with how often and since when.

    Begins at the reports, of which few wait, and not at the annotations.
    """
    meant = Report.objects.filter(decided_at__isnull=state == "waiting")
    counted = (
        meant.filter(annotation_id=OuterRef("pk"))
        .order_by()
        .values("annotation_id")
        .annotate(count=Count("pk"), first=Min("created_at"))
    )
    found: QuerySet[Any] = (
        Annotation.objects.moderated_by(user)
        .filter(pk__in=meant.values("annotation_id"))
        .annotate(count=Subquery(counted.values("count")), first=Subquery(counted.values("first")))
        .defer("body_html")
        .prefetch_related("author", "thread__article", "thread__anchors")
    )
    return found


def _rows(annotations: list[Any]) -> list[Row]:
    reports = Report.objects.filter(annotation__in=annotations).select_related("by").order_by("pk")
    by_annotation: dict[int, list[Reported]] = {}
    for one in reporters_of(list(reports)):
        by_annotation.setdefault(one.report.annotation_id or 0, []).append(one)
    return [Row(one, by_annotation.get(one.pk, []), one.count, one.first) for one in annotations]
