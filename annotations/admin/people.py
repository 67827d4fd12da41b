"""A person's record and roles, beside their account in the admin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotations.admin.profiles import give_profile_view, take_profile_view
from annotations.admin.record import record_of
from annotations.admin.sanctions import lift_view, sanctions_view
from annotations.admin.sweeping import bring_back_view, sweep_view
from annotations.admin.trust import trust_view
from annotations.models import ScopedRole
from annotations.roles import EDITORS, MODERATORS, OWNERS, SITE_ROLES, is_owner, set_site_roles
from ncr.accounts.admin import PersonAdmin
from ncr.accounts.models import Membership, User, member
from ncr.accounts.standing import may_manage
from ncr.refusals import Refused

NAMES = {
    OWNERS: gettext_lazy("Owner: runs the site, gives roles"),
    EDITORS: gettext_lazy("Editor: brings in, publishes and withdraws texts"),
    MODERATORS: gettext_lazy("Moderator: decides about what is said"),
}

admin.site.unregister(User)
# Roles are given by verbs, and what a role may do is said in code
admin.site.unregister(Group)


class RolesForm(forms.Form):
    """The roles that somebody has for the whole site."""

    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles for the whole site"),
        choices=[(name, NAMES[name]) for name in SITE_ROLES],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


@admin.register(User)
class PersonWithRecordAdmin(PersonAdmin):
    """Accounts with what moderators and owners weigh: the record, the roles, the groups."""

    def get_urls(self) -> list[URLPattern]:
        asked = self.admin_site.admin_view
        return [
            path("<int:pk>/roles/", asked(self.roles_view), name="accounts_user_roles"),
            path("<int:pk>/trust/", asked(self.trust_view), name="accounts_user_trust"),
            path("<int:pk>/sanctions/", asked(self.sanctions_view), name="accounts_user_sanctions"),
            path(
                "<int:pk>/sanctions/<uuid:uuid>/lift/",
                asked(self.lift_view),
                name="accounts_user_lift",
            ),
            path("<int:pk>/sweep/", asked(self.sweep_view), name="accounts_user_sweep"),
            path(
                "<int:pk>/sweep/<int:wave>/back/",
                asked(self.bring_back_view),
                name="accounts_user_bring_back",
            ),
            path("<int:pk>/profile/", asked(self.take_profile_view), name="accounts_user_profile"),
            path(
                "<int:pk>/profile/<int:decision>/back/",
                asked(self.give_profile_view),
                name="accounts_user_give_profile",
            ),
            *super().get_urls(),
        ]

    def take_profile_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return take_profile_view(self, request, pk)

    def give_profile_view(self, request: HttpRequest, pk: int, decision: int) -> HttpResponse:
        return give_profile_view(self, request, pk, decision)

    def trust_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return trust_view(self, request, pk)

    def sanctions_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return sanctions_view(self, request, pk)

    def lift_view(self, request: HttpRequest, pk: int, uuid: UUID) -> HttpResponse:
        return lift_view(self, request, pk, uuid)

    def sweep_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return sweep_view(self, request, pk)

    def bring_back_view(self, request: HttpRequest, pk: int, wave: int) -> HttpResponse:
        return bring_back_view(self, request, pk, wave)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        person = self.get_object(request, object_id)
        more: dict[str, Any] = {"show_save_and_add_another": False}
        if person is not None:
            more |= _beside(person)
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **more})

    def roles_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Gives and takes roles for the whole site; those for one article or topic are listed."""
        person = User.objects.filter(pk=pk).first()
        if not is_owner(request.user) or (person and not may_manage(member(request), person)):
            raise PermissionDenied
        if person is None or person.is_sample:
            raise Http404
        has = list(person.groups.filter(name__in=SITE_ROLES).values_list("name", flat=True))
        form = RolesForm(request.POST) if request.method == "POST" else None
        form = form or RolesForm(initial={"roles": has})
        form.label_suffix = ""
        if form.is_bound and form.is_valid():
            try:
                set_site_roles(person, set(form.cleaned_data["roles"]), by=member(request))
                messages.success(request, _("The roles of %(name)s are set.") % {"name": person})
                return redirect(reverse("admin:accounts_user_change", args=[person.pk]))
            except Refused as refused:
                form.add_error("roles", refused.message)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Roles of %(name)s") % {"name": person},
            "person": person,
            "form": form,
            "scoped": _scoped(person),
        }
        status = 422 if form.is_bound else 200
        return TemplateResponse(request, "admin/accounts/roles.html", context, status=status)


def _beside(person: User) -> dict[str, Any]:
    """What stands beside the account; seven queries."""
    groups = Membership.objects.filter(person=person).select_related("group").order_by("pk")
    roles = person.groups.filter(name__in=SITE_ROLES).values_list("name", flat=True)
    return {
        "record": record_of(person),
        "site_roles": [NAMES[name].split(":")[0] for name in roles],
        "scoped": _scoped(person),
        "memberships": list(groups),
    }


def _scoped(person: User) -> list[ScopedRole]:
    given = ScopedRole.objects.filter(person=person).select_related("article", "topic", "person")
    return list(given.order_by("pk"))
