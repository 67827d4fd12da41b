"""Topics in the admin, as far as they may be seen."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from annotations.admin.base import VerbsOnlyAdmin
from annotations.models import Topic


@admin.register(Topic)
class TopicAdmin(VerbsOnlyAdmin):
    """The vocabulary; found by any name or alias."""

    list_display = ["name", "accepted_at"]
    search_fields = ["names__name"]
    fields = ["name", "slug", "description", "broader", "accepted_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        return Topic.objects.visible_to(request.user)
