"""Topics as files: the vocabulary, and a topic's dossier."""

from __future__ import annotations

from gzip import compress, decompress
from hashlib import sha256

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from annotations.pace import check_address, check_often
from annotations.topics import exporting
from annotations.topics.dossier import topic_for
from annotations.topics.vocabulary import skos, tables
from annotations.topics.vocabulary.entries import Term, vocabulary_for
from annotations.views.gated import private
from ncr.accounts.limits import too_many
from ncr.refusals import TooMany

MOST_A_MINUTE = 10  # files that one reader fetches; each is as long as all that it holds
DAY = 24 * 3600  # seconds
KINDS = {"csv": "text/csv", "ttl": "text/turtle", "jsonld": "application/ld+json"}


@require_safe
def vocabulary(request: HttpRequest, form: str) -> HttpResponse:
    """The accepted topics as CSV or as SKOS in Turtle or JSON-LD; four queries."""
    if form not in KINDS:
        raise Http404
    if (slower := _too_often(request)) is not None:
        return slower
    terms = vocabulary_for(request.user)
    content = tables.written(terms) if form == "csv" else _skos(terms, form)
    return _file(content, KINDS[form], f"topics.{form}")


def _skos(terms: list[Term], form: str) -> bytes:
    """As it was made for the same topics before: a thousand of them take most of a second."""
    key = f"vocabulary:{form}:{sha256(repr(terms).encode()).hexdigest()}"
    packed: bytes | None = cache.get(key)
    if packed is not None:
        return decompress(packed)
    content = skos.written(terms, form)
    cache.set(key, compress(content), DAY)
    return content


@require_safe
def dossier(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """What the reader may read under a topic, as a file of this form."""
    topic = topic_for(request.user, slug) if form in exporting.FORMATS else None
    if topic is None:
        raise Http404
    if topic.slug != slug:
        return private(redirect("topic_file", topic.slug, form, permanent=True))
    if (slower := _too_often(request)) is not None:
        return slower
    write, kind = exporting.FORMATS[form]
    return _file(write(exporting.gathered(topic, request.user)), kind, f"{slug}.{form}")


def _too_often(request: HttpRequest) -> HttpResponse | None:
    """The answer to whoever fetches files faster than the site makes them."""
    try:
        if request.user.is_authenticated:
            check_often("files", str(request.user.pk), MOST_A_MINUTE)
        else:
            check_address(request, "files", MOST_A_MINUTE)
    except TooMany as refused:
        return too_many(request, wait=refused.retry_after)
    return None


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=f"{kind}; charset=utf-8")
    # Not shown in place: an HTML file of ours has its own style, which the site's rules forbid
    response["Content-Disposition"] = str(content_disposition_header(True, name))
    return private(response)
