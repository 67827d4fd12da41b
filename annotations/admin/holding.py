"""Rules before publication in the admin: an ordered list that owners write."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from annotations.admin.hold_form import FIELDS, HELP, HoldRuleForm, summary_of
from annotations.holding.ruling import drop_rule, keep_rule, move, switch
from annotations.models import HoldRule
from annotations.roles import is_owner
from ncr.accounts.models import member

LATELY = timedelta(days=30)


@admin.register(HoldRule)
class HoldRuleAdmin(admin.ModelAdmin[HoldRule]):
    """What is held until a moderator has seen it, and in which order that is asked."""

    form = HoldRuleForm
    autocomplete_fields = ["article", "topic", "person"]
    change_form_template = "admin/annotations/hold_rule.html"

    def has_module_permission(self, request: HttpRequest) -> bool:
        return is_owner(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_owner(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return is_owner(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_owner(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_owner(request.user)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.act_view))
        own = [path("<int:pk>/<str:act>/now/", view, name="annotations_holdrule_act")]
        kept = [one for one in super().get_urls() if not str(one.name).endswith("_history")]
        return [*own, *kept]

    def get_fields(self, request: HttpRequest, obj: HoldRule | None = None) -> Any:
        """Only those that mean something for rules of this kind."""
        kind = obj.kind if obj else _kind_in(request)
        return ["kind", *FIELDS.get(kind, ()), "note", "is_on"]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"kind": _kind_in(request)}

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """All rules in their order; two queries."""
        if not is_owner(request.user):
            raise PermissionDenied
        since = timezone.now() - LATELY
        rules = HoldRule.objects.select_related("article", "topic", "person").order_by(
            "position", "pk"
        )
        fired = Count("firings", filter=Q(firings__at__gt=since))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Rules before publication"),
            "rules": [(rule, summary_of(rule)) for rule in rules.annotate(fired=fired)],
        }
        return TemplateResponse(request, "admin/annotations/hold_rules.html", context)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """First the kind, then a form with the fields of that kind."""
        if not is_owner(request.user):
            raise PermissionDenied
        if kind := _kind_in(request):
            more = {"about": HELP[kind], "title": HoldRule.Kind(kind).label}
            return super().add_view(request, form_url, {**(extra_context or {}), **more})
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Add a rule before publication"),
            "kinds": [(one.value, one.label, HELP[one]) for one in HoldRule.Kind],
        }
        return TemplateResponse(request, "admin/annotations/hold_kinds.html", context)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        rule = self.get_object(request, object_id)
        more = {"about": HELP.get(rule.kind, ""), "title": str(rule)} if rule else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **more})

    def save_model(self, request: HttpRequest, obj: HoldRule, form: Any, change: bool) -> None:
        keep_rule(obj, by=member(request), changed=", ".join(form.changed_names))

    def delete_model(self, request: HttpRequest, obj: HoldRule) -> None:
        drop_rule(obj, by=member(request))

    def act_view(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        """One place up or down, on or off."""
        if not is_owner(request.user):
            raise PermissionDenied
        rule = get_object_or_404(HoldRule, pk=pk)
        if act in ("up", "down"):
            move(rule, up=act == "up", by=member(request))
            messages.success(request, _("Moved: %(rule)s") % {"rule": rule})
        elif act in ("on", "off"):
            switch(rule, act == "on", by=member(request))
            told = _("Turned on: %(rule)s") if act == "on" else _("Turned off: %(rule)s")
            messages.success(request, told % {"rule": rule})
        return redirect("admin:annotations_holdrule_changelist")


def _kind_in(request: HttpRequest) -> str:
    """The kind of rule that is being added; empty as long as none is chosen."""
    kind = request.POST.get("kind") or request.GET.get("kind") or ""
    return kind if kind in HoldRule.Kind.values else ""
