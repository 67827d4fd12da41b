"""What is done to a reading group by pressing a button; each answers with the page it came from.

Where a verb says no, that page comes with its sentence, and with what was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from annotations.forms import AddMemberForm, InviteForm
from annotations.views.groups import (
    INVITATION_LINK,
    group_for,
    led_by,
    members_page,
    page_of,
    sign_in,
)
from ncr.accounts import grouping
from ncr.accounts.inviting import address_of, withdraw_invitation
from ncr.accounts.inviting import invite as make_invitation
from ncr.accounts.models import ReadingGroup, User, is_member, member
from ncr.refusals import Refused

Act = Callable[..., str]


def own_act(act: Act) -> Callable[..., HttpResponse]:
    """A view of what a member does for themselves; `act` answers what to say afterwards."""

    @require_POST
    @wraps(act)
    def view(request: HttpRequest, slug: str) -> HttpResponse:
        found = group_for(request, slug)
        if not is_member(request.user):
            return sign_in(request, found.get_absolute_url())
        try:
            messages.success(request, act(found, member(request)))
        except Refused as refused:
            return page_of(request, found, refused.message, refused.status)
        still_there = ReadingGroup.objects.visible_to(request.user).filter(pk=found.pk).exists()
        return redirect(found) if still_there else redirect("groups")

    return view


def leaders_act(act: Act) -> Callable[..., HttpResponse]:
    """A view of what a leader does; `act` answers what to say afterwards."""

    @require_POST
    @wraps(act)
    def view(request: HttpRequest, slug: str, **what: Any) -> HttpResponse:
        found = led_by(request, slug)
        if isinstance(found, HttpResponse):
            return found
        try:
            messages.success(request, act(found, member(request), **what))
        except Refused as refused:
            return members_page(request, found, problem=refused.message, status=refused.status)
        return redirect("group_members", slug=found.slug)

    return view


@own_act
def join(group: ReadingGroup, by: User) -> str:
    grouping.join(group, by=by)
    return _("You are in this group now. What you write to it, its members read.")


@own_act
def leave(group: ReadingGroup, by: User) -> str:
    grouping.leave(group, by=by)
    return _("You left “%(name)s”.") % {"name": group.name}


@own_act
def step_down(group: ReadingGroup, by: User) -> str:
    grouping.step_down(group, by=by)
    return _("You do not lead this group any more.")


@own_act
def close(group: ReadingGroup, by: User) -> str:
    grouping.close_group(group, by=by)
    return _("The group is closed. Its members go on reading what was said.")


@leaders_act
def remove(group: ReadingGroup, by: User, name: str) -> str:
    person = _person(name)
    grouping.remove_member(group, person, by=by)
    return _("%(name)s is not in the group any more.") % {"name": person}


@leaders_act
def lead(group: ReadingGroup, by: User, name: str) -> str:
    person = _person(name)
    grouping.make_leader(group, person, by=by)
    return _("%(name)s leads the group now.") % {"name": person}


@leaders_act
def take_back(group: ReadingGroup, by: User, pk: int) -> str:
    invitation = group.invitations.filter(pk=pk).first()
    if invitation is None:
        raise Http404
    withdraw_invitation(invitation, by=by)
    return _("The invitation is void.")


@require_POST
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes a member of the site in, by their user name."""
    found = led_by(request, slug)
    if isinstance(found, HttpResponse):
        return found
    form = AddMemberForm(request.POST)
    if form.is_valid():
        person = User.objects.filter(username=form.cleaned_data["name"]).first()
        try:
            if person is None:
                raise Refused(_("There is nobody with this user name."), "name")
            grouping.add_member(found, person, by=member(request))
            messages.success(request, _("%(name)s is in the group now.") % {"name": person})
            return redirect("group_members", slug=found.slug)
        except Refused as refused:
            form.refuse(refused)
    return members_page(request, found, add=form, status=422)


@require_POST
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Mails an invitation, or makes one whose address is shown once, on the page that follows."""
    found = led_by(request, slug)
    if isinstance(found, HttpResponse):
        return found
    form = InviteForm(request.POST)
    if form.is_valid():
        try:
            grouping.check_may_invite(found, by=member(request))
            email = form.cleaned_data["email"]
            token = make_invitation(by=member(request), email=email, group=found)
            if email:
                messages.success(request, _("The invitation goes to %(email)s.") % {"email": email})
            else:
                request.session[INVITATION_LINK] = address_of(token)
            return redirect("group_members", slug=found.slug)
        except Refused as refused:
            form.refuse(refused)
    return members_page(request, found, invite=form, status=422)


def _person(name: str) -> User:
    found = User.objects.filter(username=name).first() if "\0" not in name else None
    if found is None:
        raise Http404
    return found
