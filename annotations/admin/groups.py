"""Reading groups in the admin: owners read who is in them, and can close their doors."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import VerbsOnlyAdmin
from annotations.logbook import log_act
from annotations.roles import is_owner
from ncr.accounts.models import Membership, ReadingGroup, member
from ncr.columns import yes_or_no

MOST_MEMBERS = 200


class ReadingGroupAdmin(VerbsOnlyAdmin):
    """What a group is called and who reads in it; never what is said there."""

    list_display = ["name", "open_to_all", "count", "created_at"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug", "description", "open_to_all", "members_listed", "created_at"]
    ordering = ["name"]
    actions = ["close"]
    open_to_all = yes_or_no(ReadingGroup, "is_open")

    def may_see(self, user: Any) -> bool:
        return is_owner(user)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return ReadingGroup.objects.annotate(how_many=Count("memberships"))

    @admin.display(description=_("members"))
    def count(self, group: Any) -> int:
        return int(group.how_many)

    @admin.display(description=_("members"))
    def members_listed(self, group: ReadingGroup) -> str:
        rows = Membership.objects.filter(group=group).select_related("person").order_by("pk")
        return format_html_join(
            ", ",
            "{}{}",
            (
                (one.person, " " + str(_("(leads)")) if one.is_leader else "")
                for one in rows[:MOST_MEMBERS]
            ),
        )

    @admin.action(description=_("Close to new members"))
    def close(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """From now on by invitation only; repeating it changes nothing."""
        by = member(request)
        for group in ReadingGroup.objects.filter(pk__in=queryset.values("pk"), is_open=True):
            with transaction.atomic():
                group.is_open = False
                group.save(update_fields=["is_open"])
                log_act(f"group {group.pk}", "close", by=by)
        self.message_user(request, _("These groups take new members by invitation only."))


if not admin.site.is_registered(ReadingGroup):
    admin.site.register(ReadingGroup, ReadingGroupAdmin)
