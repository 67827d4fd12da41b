"""What the site says of itself, in the admin: for its owners, who alone have the permission."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from markdownx.widgets import AdminMarkdownxWidget

from articles.house_pages import default_source, refusal_of
from articles.models import SitePage
from ncr.columns import named


class SitePageForm(forms.ModelForm):  # type: ignore[type-arg]
    """A page, whose text is looked at before it is kept."""

    class Meta:
        model = SitePage
        fields = ["name", "source"]
        widgets = {"source": AdminMarkdownxWidget(attrs={"rows": 24, "cols": 90})}

    def clean_source(self) -> str:
        source: str = self.cleaned_data["source"]
        if refusal := refusal_of(source):
            raise forms.ValidationError(refusal)
        return source


@admin.register(SitePage)
class SitePageAdmin(admin.ModelAdmin[SitePage]):
    """A page begins with the text that comes with the program; deleting it brings that back."""

    form = SitePageForm
    list_display = ["name_shown", "changed_at", "whose", "page"]
    list_select_related = ["changed_by"]
    whose = named("changed_by", _("changed by"))
    ordering = ["name"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["name"] if obj else []

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        name = request.GET.get("name", "")
        name = name if name in SitePage.Name.values else SitePage.Name.ABOUT
        return {"name": name, "source": default_source(name)}

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form of a page that is there already is the form to change it."""
        if request.method == "GET":
            found = SitePage.objects.filter(name=request.GET.get("name", "")).first()
            if found is not None:
                return redirect("admin:articles_sitepage_change", found.pk)
        return super().add_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: SitePage, form: Any, change: bool) -> None:
        obj.changed_by_id = request.user.pk
        super().save_model(request, obj, form, change)

    @admin.display(description=_("page"), ordering="name")
    def name_shown(self, page: SitePage) -> str:
        return str(page)

    @admin.display(description=_("address"))
    def page(self, page: SitePage) -> str:
        address = page.get_absolute_url()
        return format_html('<a href="{}">{}</a>', address, address)
