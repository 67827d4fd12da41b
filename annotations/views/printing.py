"""An article for paper: chosen by a form, made by the server, printed by the browser."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from annotations.reading.gates import article_for
from annotations.reading.printing import Chosen, paper
from annotations.views.gated import follows_moves, private

PLACE_NAMES = {
    "end": gettext_lazy("At the end"),
    "after": gettext_lazy("After each paragraph"),
    "none": gettext_lazy("No notes"),
}
SETTLED_NAMES = {
    "all": gettext_lazy("All"),
    "open": gettext_lazy("Without resolved ones"),
    "resolved": gettext_lazy("Only resolved ones"),
}


@require_safe
@follows_moves
def printing(request: HttpRequest, slug: str) -> HttpResponse:
    """The text with the notes that were chosen; nine queries at most for the anonymous."""
    found = article_for(request.user, slug)
    chosen = Chosen.of(request.GET)
    context = {
        "article": found,
        "revision": found.standing,
        "minutes": found.minutes,
        "chosen": chosen,
        "paper": paper(found, request.user, chosen),
        "places": PLACE_NAMES.items(),
        "settled": SETTLED_NAMES.items(),
        "address": f"{settings.SITE_URL}{found.get_absolute_url()}",
        "today": timezone.localdate(),
    }
    return private(TemplateResponse(request, "articles/print.html", context))
