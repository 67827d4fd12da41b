"""The endpoints. Reading is open to whom the gate lets in; writing needs a session and a token."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum
from django.http import HttpRequest
from ninja import Status
from ninja.security import django_auth

from annotations import annotating, reporting
from annotations.api import importing, placing, reacting, searching
from annotations.api.describing import DescribedAPI
from annotations.api.gathered import gathered
from annotations.api.problems import answer_problems
from annotations.api.schemas import (
    AnnotateIn,
    ArticlesOut,
    ArticleTextOut,
    AudienceOut,
    EditIn,
    LinkIn,
    ReplyIn,
    ReportIn,
    ReportOut,
    ThreadOut,
    ThreadsOut,
    WrittenOut,
)
from annotations.api.written import written
from annotations.audiences import choices_for, remembered
from annotations.pointing import Link
from annotations.reading.addressed import link_at
from annotations.reading.conversations import Conversation, Said, conversation_from, conversations
from annotations.reading.discussion import ORDERS, discussion_page
from annotations.reading.gates import annotation_for, article_for, place_for, thread_for
from annotations.reading.linked import Linked
from annotations.reading.reported import came_of
from annotations.reading.text import blocks_of
from articles.models import Article
from ncr.accounts.models import User, audience_ids, member

api = DescribedAPI(
    title="NCR",
    version="1",
    description=(
        "Annotated reading: articles, threads, annotations, topics. Reading is open to whom the"
        " site lets read; writing takes a session's cookie and its token in X-CSRFToken."
    ),
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api",
)
answer_problems(api)
api.add_router("", gathered)
api.add_router("", searching.router)
api.add_router("", placing.router)
api.add_router("", reacting.router)
api.add_router("", importing.router)

ARTICLES = 50
REPLIES = 100


@api.get("/articles", response=ArticlesOut, url_name="articles")
def articles(request: HttpRequest, after: int | None = None) -> dict[str, Any]:
    """Articles that the reader may read, newest import first."""
    rows = _counted(Article.objects.visible_to(request.user), request).order_by("-pk")
    if after is not None:
        rows = rows.filter(pk__lt=after)
    listed = list(rows[: ARTICLES + 1])
    more = str(listed[ARTICLES - 1].pk) if len(listed) > ARTICLES else None
    return {"articles": [_article(one) for one in listed[:ARTICLES]], "after": more}


@api.get("/articles/{slug}", response=ArticleTextOut, url_name="article")
def article(request: HttpRequest, slug: str) -> dict[str, Any]:
    """An article and its text, block by block; offsets are code points."""
    found = article_for(request.user, slug)
    counted = _counted(Article.objects.filter(pk=found.pk), request).get()
    blocks = [block._asdict() for block in blocks_of(found.standing)]
    return {
        **_article(counted),
        "revision": found.standing.number,
        "blocks": blocks,
    }


@api.get("/articles/{slug}/threads", response=ThreadsOut, url_name="threads")
def threads(
    request: HttpRequest, slug: str, order: str = "text", after: str = ""
) -> dict[str, Any]:
    """The discussion of an article: `order` is text, newest or active; `after` is a cursor."""
    found = article_for(request.user, slug)
    page = discussion_page(
        found, request.user, order=order if order in ORDERS else "text", after=after
    )
    return {
        "threads": [_conversation(one, found.slug) for one in page.listed],
        "after": page.after or None,
    }


@api.post(
    "/articles/{slug}/threads", response={201: WrittenOut}, auth=django_auth, url_name="annotate"
)
def annotate(request: HttpRequest, slug: str, given: AnnotateIn) -> Status[dict[str, Any]]:
    """Opens a thread on a passage, a block, or the article as a whole."""
    found, by = article_for(request.user, slug), member(request)
    made = annotating.annotate(
        by=by,
        article=found,
        body=given.body,
        passage=given.anchor.passage(given.revision) if given.anchor else None,
        kind=given.kind,
        audience=given.audience,
        topics=given.topics,
        link=_link_given(given.link, by),
        submission=given.submission,
    )
    return Status(201, written(request, made))


@api.get(
    "/articles/{slug}/audiences",
    response=list[AudienceOut],
    auth=django_auth,
    url_name="audiences",
)
def audiences(request: HttpRequest, slug: str) -> list[dict[str, Any]]:
    """To whom one may write in an article, the widest first; `remembered` is whom one wrote to."""
    found, by = article_for(request.user, slug), member(request)
    choices = choices_for(by, found)
    last, _is_lost = remembered(by, found, choices)
    return [
        {
            "audience": one.value,
            "kind": one.told.kind,
            "name": one.told.label,
            "remembered": one.value == last,
        }
        for one in choices
    ]


@api.get("/threads/{uuid:uuid}", response=ThreadOut, url_name="thread")
def thread(request: HttpRequest, uuid: UUID, after: UUID | None = None) -> dict[str, Any]:
    """A thread, a hundred replies at a time, in the order of its tree."""
    found = thread_for(request.user, uuid)
    shown = conversation_from(found, request.user, after=after, most=REPLIES)
    answer = _conversation(shown, found.article.slug)
    return {**answer, "after": str(shown.next_after) if shown.next_after else None}


@api.get("/annotations/{uuid:uuid}", response=ThreadOut, url_name="annotation")
def annotation(request: HttpRequest, uuid: UUID) -> dict[str, Any]:
    """One annotation, in the frame of its thread."""
    found = annotation_for(request.user, uuid)
    shown = conversations([found.thread], request.user, None)[0]
    shown.said = [said for said in shown.said if said.pk == found.pk]
    return _conversation(shown, found.thread.article.slug)


@api.post(
    "/annotations/{uuid:uuid}/replies",
    response={201: WrittenOut},
    auth=django_auth,
    url_name="reply",
)
def reply(request: HttpRequest, uuid: UUID, given: ReplyIn) -> Status[dict[str, Any]]:
    """Answers an annotation; the audience is its thread's."""
    made = annotating.reply(
        by=member(request),
        to=place_for(request.user, uuid),
        body=given.body,
        submission=given.submission,
    )
    return Status(201, written(request, made))


@api.patch("/annotations/{uuid:uuid}", response=WrittenOut, auth=django_auth, url_name="edit")
def edit(request: HttpRequest, uuid: UUID, given: EditIn) -> dict[str, Any]:
    """A new version of what one said; 409 with the text that stands when another was first."""
    changed = annotating.edit(
        annotation_for(request.user, uuid),
        by=member(request),
        body=given.body,
        version=given.version,
        kind=given.kind,
        topics=given.topics,
    )
    return written(request, changed)


@api.post("/annotations/{uuid:uuid}/withdraw", auth=django_auth, url_name="withdraw")
def withdraw(request: HttpRequest, uuid: UUID) -> dict[str, Any]:
    """Takes back what one said."""
    gone = annotating.withdraw(
        place_for(request.user, uuid),
        by=member(request),
    )
    return {"id": str(gone.uuid), "withdrawn": True}


@api.post(
    "/annotations/{uuid:uuid}/report",
    response={200: ReportOut, 201: ReportOut},
    auth=django_auth,
    url_name="report",
)
def report(request: HttpRequest, uuid: UUID, given: ReportIn) -> Status[dict[str, Any]]:
    """Tells moderators of something; 200 with the first report when one reported it before."""
    found, by = annotation_for(request.user, uuid), member(request)
    before = reporting.reported_by(by, found)
    made = before or reporting.report(found, by=by, reason=given.reason, text=given.text)
    answer = {
        "id": found.uuid,
        "reason": made.reason,
        "reported": made.created_at,
        "outcome": made.outcome,
        "decided": made.decided_at,
        "message": came_of(made),
    }
    return Status(200 if before else 201, answer)


@api.delete(
    "/annotations/{uuid:uuid}/report",
    response={204: None},
    auth=django_auth,
)
def take_back(request: HttpRequest, uuid: UUID) -> Status[None]:
    """Takes one's report back; 409 when it was decided meanwhile."""
    reporting.take_back(annotation_for(request.user, uuid), by=member(request))
    return Status(204, None)


def _link_given(given: LinkIn | None, by: User) -> Link | None:
    return link_at(given.relation, given.address, given.phrase, by) if given else None


def _counted(articles: QuerySet[Article], request: HttpRequest) -> QuerySet[Any]:
    """With `notes`, which all readers of an article may read, and `seen`, which this one may."""
    ids = audience_ids(request.user)
    return articles.annotate(
        notes=Sum("counters__readable", filter=Q(counters__audience_id=F("audience_id"))),
        seen=Sum("counters__readable", filter=Q(counters__audience_id__in=ids)),
    )


def _article(one: Any) -> dict[str, Any]:
    return {
        "slug": one.slug,
        "title": one.title,
        "standfirst": one.standfirst,
        "byline": one.byline,
        "published": one.published,
        "language": one.language,
        "url": one.get_absolute_url(),
        "notes": one.notes or 0,
        "beside": (one.seen or 0) - (one.notes or 0),
    }


def _conversation(one: Conversation, slug: str) -> dict[str, Any]:
    passage = one.passage
    return {
        "id": one.thread.uuid,
        "label": one.thread.label,
        "article": slug,
        "audience": one.thread.audience_kind,
        "group": one.group,
        "url": one.thread.get_absolute_url(),
        "locked": one.thread.is_locked,
        "resolved": one.thread.is_resolved,
        "count": one.thread.readable_count,
        "passage": passage
        and {
            "quote": passage.quote,
            "prefix": passage.prefix,
            "suffix": passage.suffix,
            "start_key": passage.start_key,
            "start": passage.start,
            "end_key": passage.end_key,
            "end": passage.end,
            "outcome": passage.outcome,
            "review": passage.review,
            "now": None if passage.is_lost else passage.words,
        },
        "annotations": [_said(said) for said in one.said],
        "more": one.more,
    }


def _linked(one: Linked) -> dict[str, Any]:
    passage = one.passage
    return {
        "relation": one.relation,
        "article": one.article.slug,
        "article_title": one.article.title,
        "url": one.url,
        "paragraph": one.number,
        "quote": passage.quote,
        "now": None if passage.is_lost else passage.words,
        "start_key": passage.start_key,
        "start": passage.start,
        "end_key": passage.end_key,
        "end": passage.end,
    }


def _said(said: Said) -> dict[str, Any]:
    here = not said.gone
    return {
        "id": said.uuid,
        "parent_depth": said.depth,
        "gone": said.gone or None,
        "author": said.username if here else None,
        "author_name": said.author if here else None,
        "kind": said.kind if here else None,
        "body_html": str(said.html) if here else None,
        "created": said.at,
        "edited": said.edited_at,
        "version": said.version if here else None,
        "state": (said.kept_back or "published") if here else None,
        "topics": [name for name, _slug in said.topics],
        "link": said.link and _linked(said.link),
        "reactions": said.reactions,
    }
