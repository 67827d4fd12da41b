"""Roles for articles and topics in the admin: given and taken by the verbs, by owners."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.admin.base import NoTraces
from annotations.models import ScopedRole
from annotations.roles import grant, is_owner, revoke
from ncr.accounts.models import member
from ncr.refusals import Refused

MOST_DIGITS = 18


class GrantForm(forms.ModelForm):  # type: ignore[type-arg]
    """Who gets which role, and for what: an article or a topic."""

    class Meta:
        model = ScopedRole
        fields = ["person", "role", "article", "topic"]

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        # The field that completes names looks its value up when it is drawn, and takes only ids
        if data is not None:
            data = data.copy()
            for name in ("person", "article", "topic"):
                if not data.get(name, "").isdecimal() or len(data[name]) > MOST_DIGITS:
                    data[name] = ""
        super().__init__(data, *args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """The verb's own checks, so that its refusals stand at the fields."""
        given: dict[str, Any] = super().clean() or {}
        article, topic = given.get("article"), given.get("topic")
        if not self.errors and (article is None) == (topic is None):
            self.add_error("article", _("Choose an article or a topic, and not both."))
        elif topic is not None and given.get("role") != ScopedRole.Role.MODERATOR:
            self.add_error("role", _("A topic has moderators and no leaders."))
        return given

    def _post_clean(self) -> None:
        """The row is the verb's to make, and giving a role twice is no error."""


@admin.register(ScopedRole)
class ScopedRoleAdmin(NoTraces, admin.ModelAdmin[ScopedRole]):
    """Leaders and moderators of single articles and topics."""

    form = GrantForm
    list_display = ["person", "role", "article", "topic", "at"]
    list_filter = ["role"]
    list_select_related = ["person", "article", "topic"]
    autocomplete_fields = ["person", "article", "topic"]
    fields = ["person", "role", "article", "topic"]
    ordering = ["-pk"]
    show_full_result_count = False
    actions = ["revoke"]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return is_owner(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_owner(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return is_owner(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.revoke_view)
        own = [path("<int:pk>/revoke/", view, name="annotations_scopedrole_revoke")]
        return [*own, *super().get_urls()]

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        return form.instance

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        given = form.cleaned_data
        made = grant(
            given["person"],
            given["role"],
            by=member(request),
            article=given["article"],
            topic=given["topic"],
        )
        obj.__dict__.update(made.__dict__)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """There is nothing beside the row."""

    @admin.action(description=gettext_lazy("Take these roles away"))
    def revoke(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for given in queryset:
            try:
                revoke(given, by=member(request))
            except Refused as refused:
                messages.warning(request, f"{given}: {refused.message}")
            else:
                messages.success(request, _("Taken away: %(role)s") % {"role": given})

    def revoke_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks once more, then takes a role away."""
        if not is_owner(request.user):
            raise PermissionDenied
        given = self.get_queryset(request).filter(pk=pk).first()
        if given is None:
            raise Http404
        back = reverse("admin:accounts_user_change", args=[given.person_id])
        if request.method == "POST":
            words = str(given)
            revoke(given, by=member(request))
            messages.success(request, _("Taken away: %(role)s") % {"role": words})
            return redirect(back)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Take this role away?"),
            "given": given,
            "back_url": back,
        }
        return TemplateResponse(request, "admin/annotations/revoke.html", context)
