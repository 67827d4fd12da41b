"""What the lists of the admin share: they show, page within bounds, and save nothing themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.functional import cached_property
from django.utils.text import capfirst

from annotations.admin.access import moderates_something

PAGES = 20  # further back one gets by the filters
NOT_OURS = ("_delete", "_history")


class NearPaginator(Paginator[Any]):
    """Counts no further than to the page after the one that is shown, and at most twenty pages.

    Counting 100,000 rows through the gate takes a second; a page and the next, some milliseconds.
    """

    near = 1

    @cached_property
    def count(self) -> int:
        most = min(self.near + 1, PAGES) * self.per_page
        rows: Any = self.object_list
        return len(rows.values_list("pk")[:most])


def page_in(request: HttpRequest) -> int:
    """The number of the page that is asked for, from 1."""
    asked = request.GET.get(PAGE_VAR, "1")
    return max(1, min(int(asked), PAGES)) if asked.isdecimal() and len(asked) < 4 else 1


def page_of(found: Any, request: HttpRequest, size: int) -> Page[Any]:
    """The page that is asked for, of a list that the admin does not make itself."""
    paginator = NearPaginator(found, size)
    paginator.near = page_in(request)
    return paginator.get_page(paginator.near)


@dataclass(frozen=True)
class Stretch:
    """A page of a list with the one after it known by a single row: one query, not two."""

    object_list: list[Any]
    number: int
    has_next: bool

    @classmethod
    def of(cls, found: Any, request: HttpRequest, size: int) -> Stretch:
        number = page_in(request)
        begin = (number - 1) * size
        rows = list(found[begin : begin + size + 1])
        return cls(rows[:size], number, len(rows) > size and number < PAGES)

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def has_other_pages(self) -> bool:
        return self.has_previous or self.has_next

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1


class NoTraces:
    """Leaves out the admin's own pages for deleting and for its own history.

    Nothing is deleted here, and what was decided is in the moderation log.
    """

    def get_urls(self) -> list[URLPattern]:
        return [one for one in super().get_urls() if not str(one.name).endswith(NOT_OURS)]  # type: ignore[misc]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)  # type: ignore[misc]
        actions.pop("delete_selected", None)
        return actions


class VerbsOnlyAdmin(NoTraces, admin.ModelAdmin[Any]):
    """Shows to moderators; saves and deletes nothing, since verbs own the rows."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # each would count every row
    list_per_page = 50
    # None: else each foreign key in a list joins all tables, and plans begin at the wrong end
    list_select_related = ()
    list_max_show_all = 0
    change_list_template = "admin/annotations/list.html"

    def may_see(self, user: Any) -> bool:
        return moderates_something(user)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.may_see(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_see(request.user)

    def check_may_see(self, request: HttpRequest) -> None:
        if not self.may_see(request.user):
            raise PermissionDenied

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        return [one for one in super().get_urls() if not str(one.name).endswith("_add")]

    def get_paginator(self, request: HttpRequest, queryset: Any, per_page: int, *_more: Any) -> Any:
        paginator = NearPaginator(queryset, per_page)
        paginator.near = page_in(request)
        return paginator

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        more = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, {**more, **(extra_context or {})})
