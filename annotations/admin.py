"""What is said, in the admin: seen through the same gate as everywhere, changed by verbs only."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations import moderating
from annotations.models import Annotation, ModerationEntry, Report, Topic
from annotations.visibility import scopes_of
from ncr.accounts.models import member
from ncr.refusals import Refused


class ReadOnlyAdmin(admin.ModelAdmin[Any]):
    """Shows; saves and deletes nothing, since verbs own the rows."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return scopes_of(request.user).any

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return scopes_of(request.user).any

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Annotation)
class AnnotationAdmin(ReadOnlyAdmin):
    """Annotations with their passage; a note to oneself is not here, for nobody."""

    list_display = ["words", "author", "state", "passage", "created_at", "page"]
    list_filter = ["moderation", "kind"]
    search_fields = ["body"]
    ordering = ["-id"]
    show_full_result_count = False
    list_per_page = 50
    readonly_fields = (
        "words",
        "author",
        "kind",
        "state",
        "moderation_reason",
        "passage",
        "created_at",
        "edited_at",
        "version",
        "page",
    )
    fields = readonly_fields
    actions = ["hide", "restore"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Annotation]:
        return (
            Annotation.objects.visible_to(request.user)
            .select_related("author", "thread__article")
            .prefetch_related("thread__anchors")
        )

    @admin.display(description=gettext_lazy("what it says"))
    def words(self, annotation: Annotation) -> str:
        return annotation.body[:200] or _("(marked without words)")

    @admin.display(description=gettext_lazy("state"))
    def state(self, annotation: Annotation) -> str:
        return str(Annotation.Moderation(annotation.moderation).label)

    @admin.display(description=gettext_lazy("passage"))
    def passage(self, annotation: Annotation) -> str:
        anchors = list(annotation.thread.anchors.all())
        return anchors[0].quote[:160] if anchors else _("the article as a whole")

    @admin.display(description=gettext_lazy("page"))
    def page(self, annotation: Annotation) -> str:
        return format_html('<a href="{}">{}</a>', annotation.get_absolute_url(), _("open"))

    @admin.action(description=gettext_lazy("Hide the selected annotations"))
    def hide(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> None:
        self._each(request, queryset, moderating.hide, _("hidden in the admin"))

    @admin.action(description=gettext_lazy("Show the selected annotations again"))
    def restore(self, request: HttpRequest, queryset: QuerySet[Annotation]) -> None:
        self._each(request, queryset, moderating.restore, _("restored in the admin"))

    def _each(self, request: HttpRequest, chosen: Any, verb: Any, reason: str) -> None:
        """Calls the verb for each, and says of each that was refused why."""
        by = member(request)
        for annotation in chosen:
            try:
                verb(annotation, by=by, reason=reason)
            except Refused as refused:
                self.message_user(request, f"{annotation}: {refused.message}", messages.WARNING)


@admin.register(Report)
class ReportAdmin(ReadOnlyAdmin):
    """Reports of annotations that the moderator may read."""

    list_display = ["reason", "text", "annotation", "created_at"]
    list_filter = ["reason"]
    fields = ["reason", "text", "annotation", "version", "created_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        seen = Annotation.objects.visible_to(request.user)
        return Report.objects.filter(annotation__in=seen).select_related("annotation__author")


@admin.register(ModerationEntry)
class ModerationEntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "act", "by", "annotation", "reason", "before", "after"]
    list_filter = ["act"]


@admin.register(Topic)
class TopicAdmin(ReadOnlyAdmin):
    list_display = ["name", "accepted_at"]
    search_fields = ["names__name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        return Topic.objects.visible_to(request.user)
