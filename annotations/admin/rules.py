"""The rules of the site in the admin: owners write them; a rule that was in force is never gone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.admin.base import NoTraces
from annotations.logbook import log_act
from annotations.roles import is_owner
from articles.models import SiteRule
from ncr.accounts.models import member


class RuleForm(forms.ModelForm):  # type: ignore[type-arg]
    """A rule, and whether it still holds; its number is given once."""

    holds = forms.BooleanField(
        label=gettext_lazy("In force"),
        required=False,
        initial=True,
        help_text=gettext_lazy("A rule that no longer holds stays for the decisions that name it."),
    )

    class Meta:
        model = SiteRule
        fields = ["title", "text"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["holds"].initial = self.instance.retired_at is None


@admin.register(SiteRule)
class SiteRuleAdmin(NoTraces, admin.ModelAdmin[SiteRule]):
    """Numbered rules, which moderators choose from; numbers are never reused."""

    form = RuleForm
    list_display = ["number", "title", "in_force"]
    list_display_links = ["title"]
    fields = ["title", "text", "holds"]
    ordering = ["number"]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return is_owner(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_owner(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return is_owner(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_owner(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("in force"))
    def in_force(self, rule: SiteRule) -> str:
        return _("Yes") if rule.retired_at is None else _("No")

    def save_model(self, request: HttpRequest, obj: SiteRule, form: Any, change: bool) -> None:
        if not change:
            # Two owners who add a rule at once: the unique number refuses the second
            obj.number = (SiteRule.objects.aggregate(most=Max("number"))["most"] or 0) + 1
        holds = form.cleaned_data["holds"]
        if holds != (obj.retired_at is None):
            obj.retired_at = None if holds else timezone.now()
        super().save_model(request, obj, form, change)
        changed = ", ".join(form.changed_data) or _("nothing")
        log_act(f"rule {obj.number}", "rule", by=member(request), reason=changed)
