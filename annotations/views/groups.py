"""Pages of reading groups: which there are, one of them, and who is in it.

A group by invitation is 404 for all who are not in it, so that nobody learns that it is there.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from annotations.audiences import with_people
from annotations.forms import AddMemberForm, GroupForm, InviteForm
from annotations.reading.discussion import group_page
from annotations.views.gated import private
from articles.models import Article
from ncr.accounts import grouping
from ncr.accounts.models import Invitation, Membership, ReadingGroup, is_member, member
from ncr.refusals import Refused

GROUPS_ON_A_PAGE = 500
PEOPLE_ON_A_PAGE = 500
ARTICLES_OF_A_GROUP = 30
INVITATION_LINK = "invitation_link"  # in the session: the address of the invitation just made


@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    """The groups that one is in, and those that are open; three queries."""
    seen = (
        with_people(ReadingGroup.objects.visible_to(request.user))
        .annotate(is_mine=Exists(_membership(request)))
        .order_by("name", "pk")
    )
    context = {
        "own": list(seen.filter(is_mine=True)[:GROUPS_ON_A_PAGE]),
        "open": list(seen.filter(is_mine=False)[:GROUPS_ON_A_PAGE]),
        "may_make": grouping.may_make_groups(request.user),
    }
    return private(TemplateResponse(request, "groups/groups.html", context))


@require_http_methods(["GET", "HEAD", "POST"])
def new_group(request: HttpRequest) -> HttpResponse:
    """A form for a new group, which who sends it leads."""
    if not is_member(request.user):
        return sign_in(request)
    if not grouping.may_make_groups(request.user):
        message = _("On this site its owners make the reading groups.")
        return _refused_page(request, _("A new reading group"), message, reverse("groups"))
    form = GroupForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return redirect(grouping.make_group(member(request), **form.cleaned_data))
        except Refused as refused:
            form.refuse(refused)
    context = {"form": form, "heading": _("A new reading group"), "submit": _("Make the group")}
    return _form_page(request, context)


@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """A group: what it is for, who is in it, its articles and what was said last."""
    return page_of(request, group_for(request, slug))


@require_http_methods(["GET", "HEAD", "POST"])
def edit_group(request: HttpRequest, slug: str) -> HttpResponse:
    """What a group is called and who may join; for its leaders."""
    found = led_by(request, slug)
    if isinstance(found, HttpResponse):
        return found
    is_sent = request.method == "POST"
    form = GroupForm(request.POST if is_sent else None, initial=_says(found))
    if form.is_valid():
        try:
            grouping.change_group(found, by=member(request), **form.cleaned_data)
            return redirect(found)
        except Refused as refused:
            form.refuse(refused)
    context = {
        "form": form,
        "group": found,
        "heading": _("Change the group"),
        "submit": _("Save"),
    }
    return _form_page(request, context)


@require_safe
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is in a group and who is invited, with what its leaders can do about it."""
    found = led_by(request, slug)
    return found if isinstance(found, HttpResponse) else members_page(request, found)


def page_of(
    request: HttpRequest, found: ReadingGroup, problem: str = "", status: int = 200
) -> HttpResponse:
    """The page of a group, with what was refused; a fixed number of queries.

    Who is not in it sees neither its members nor what is said there.
    """
    mine = _membership(request, found).first()
    page = group_page(found, request.user, after=request.GET.get("after", "")) if mine else None
    own = Article.objects.visible_to(request.user).filter(audience__group=found)
    context = {
        "group": found,
        "mine": mine,
        "problem": problem,
        "may_order": grouping.may_order_group(request.user, found),
        "is_closed": grouping.is_closed(found),
        "people": _people(found) if mine else [],
        "listed": page.listed if page else [],
        "after": page.after if page else "",
        "articles": own.order_by("-published", "-pk")[:ARTICLES_OF_A_GROUP] if mine else [],
    }
    return private(TemplateResponse(request, "groups/group.html", context, status=status))


def members_page(
    request: HttpRequest,
    found: ReadingGroup,
    *,
    add: AddMemberForm | None = None,
    invite: InviteForm | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page of a group's leaders, with the forms as they were sent and what was refused."""
    waiting = Invitation.objects.filter(
        group=found, used_at=None, withdrawn_at=None, expires_at__gt=timezone.now()
    )
    context = {
        "group": found,
        "people": _people(found),
        "waiting": waiting.order_by("-pk")[:PEOPLE_ON_A_PAGE],
        "add": add or AddMemberForm(),
        "invite": invite or InviteForm(),
        "link": request.session.pop(INVITATION_LINK, "") if request.method == "GET" else "",
        "is_closed": grouping.is_closed(found),
        "problem": problem,
    }
    return private(TemplateResponse(request, "groups/members.html", context, status=status))


def group_for(request: HttpRequest, slug: str) -> Any:
    """The group with its number of people, or 404 for who may not know of it; one query."""
    found = with_people(ReadingGroup.objects.visible_to(request.user)).filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def led_by(request: HttpRequest, slug: str) -> Any:
    """The group for who may order it; a page that says no to others, 404 to outsiders."""
    found = group_for(request, slug)
    if not is_member(request.user):
        return sign_in(request)
    if not grouping.may_order_group(request.user, found):
        message = _("Only who leads this group can do this.")
        return _refused_page(request, found.name, message, found.get_absolute_url())
    return found


def sign_in(request: HttpRequest, after: str = "") -> HttpResponse:
    query = urlencode({"next": after or request.get_full_path()})
    return redirect(f"{reverse('account_login')}?{query}")


def _membership(request: HttpRequest, found: Any = None) -> QuerySet[Membership]:
    """The reader's own membership in a group."""
    return Membership.objects.filter(group=found or OuterRef("pk"), person_id=request.user.pk)


def _people(found: ReadingGroup) -> list[Membership]:
    """Who is in a group, its leaders first, then as they came."""
    listed = found.memberships.select_related("person").order_by("-is_leader", "joined_at", "pk")
    return list(listed[:PEOPLE_ON_A_PAGE])


def _says(found: ReadingGroup) -> dict[str, Any]:
    return {
        "name": found.name,
        "description": found.description,
        "is_open": "1" if found.is_open else "",
    }


def _form_page(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].is_bound else 200
    return private(TemplateResponse(request, "groups/form.html", context, status=status))


def _refused_page(request: HttpRequest, heading: str, message: str, back: str) -> HttpResponse:
    context = {"heading": heading, "message": message, "back": back}
    return private(TemplateResponse(request, "groups/refused.html", context, status=403))
