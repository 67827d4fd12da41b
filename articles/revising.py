"""The verbs of texts: import_article, revise, publish_revision, roll_back, withdraw_, republish_.

Every importer ends here: a Document's Markdown becomes a revision, and one function derives its
blocks. An article has at most one draft, which is its newest revision; publishing goes forward
only: what comes back from an earlier revision comes as a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.blocks import BlockContent, blocks_from_markdown, revision_text
from articles.body import RENDERER
from articles.continuing import blocks_of_draft
from articles.importers import Document
from articles.models import Article, ArticleSlug, Block, Revision
from articles.normalising import without_unsayable
from articles.signals import (
    audience_changing,
    revision_decided,
    revision_preparing,
    revision_published,
)
from ncr.accounts.models import Audience, User
from ncr.refusals import Conflict, Refused

REASON_LIMIT = 300
NOTE_LIMIT = 300


@transaction.atomic
def import_article(
    document: Document,
    *,
    by: User | None,
    publish: bool = False,
    slug: str = "",
    audience: Audience | None = None,
    is_sample: bool = False,
) -> Article:
    """A new article with its first revision, published when asked.

    Raises Refused when the text is there already, has no title or nothing to read, and
    MarkdownRefused when its Markdown cannot be taken.
    """
    source = without_unsayable(document.markdown)  # a browser's line ends make no other text
    known = Article.objects.filter(revisions__source=source).first()
    if known is not None:
        raise Refused(_("This text is here already, as “%(title)s”.") % {"title": known.title})
    article = Article(
        slug=free_slug(slug or document.title or ""),
        title=document.title or "",
        standfirst=document.standfirst or "",
        byline=document.byline or "",
        byline_note=document.byline_note or "",
        published=document.published or "",
        updated=document.updated or "",
        language=document.language or "en",
        source_url=document.source_url or "",
        audience=audience or Audience.objects.get(pk=Audience.EVERYONE),
        is_sample=is_sample,
        created_by=by,
    )
    _check(article)
    article.save()
    revision = write_revision(article, source, by=by)
    if publish:
        publish_revision(revision, by=by)
        article.refresh_from_db(fields=["current_revision"])
    return article


def write_revision(article: Article, source: str, *, by: User | None, note: str = "") -> Revision:
    """A draft of the article's next revision with its blocks; not yet readable.

    Its blocks have the keys of those of the newest published revision that they continue.
    """
    source = without_unsayable(source)
    contents = _contents(source)
    text = revision_text(contents)
    latest = article.revisions.order_by("-number").first()
    revision = Revision.objects.create(
        article=article,
        number=latest.number + 1 if latest else 1,
        base=newest_published(article),
        source=source,
        note=note,
        renderer=RENDERER,
        length=len(text),
        words=len(text.split()),
        created_by=by,
    )
    Block.objects.bulk_create(blocks_of_draft(revision, contents))
    return revision


def revise(
    article: Article, source: str, *, by: User | None, before: str, note: str = ""
) -> Revision:
    """The draft of an article with another text, begun where there is none; see `rewrite_draft`."""
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
        newest = article.revisions.order_by("-number").first()
        if newest is not None and newest.published_at is None:
            return rewrite_draft(newest, source, before=before, note=note)
        standing = newest_published(article)
        if standing is not None and before != digest_of(standing.source):
            raise _changed_meanwhile(standing)
        return write_revision(article, source, by=by, note=note)


def rewrite_draft(
    revision: Revision, source: str, *, before: str | None = None, note: str | None = None
) -> Revision:
    """Gives a revision that nobody has read yet another text, with its blocks.

    `before` is the digest of the text that was edited; Conflict when another stands by now.
    """
    source = without_unsayable(source)
    contents = _contents(source)
    with transaction.atomic():
        revision = Revision.objects.select_for_update(no_key=True).get(pk=revision.pk)
        if revision.published_at is not None:
            raise Refused(_("This revision is published; its text no longer changes."), "source")
        if before is not None and before != digest_of(revision.source):
            raise _changed_meanwhile(revision)
        _put(revision, source, contents, note)
    return revision


def bring_up_to_date(revision: Revision) -> Revision:
    """Bases a draft on what is read now, when another text was published since it was begun."""
    with transaction.atomic():
        revision = Revision.objects.select_for_update(no_key=True).get(pk=revision.pk)
        newest = newest_published(revision.article)
        if revision.published_at is None and revision.base_id != (newest and newest.pk):
            _put(revision, revision.source, _contents(revision.source), None)
    return revision


def discard_draft(revision: Revision) -> None:
    """Throws a draft away; refused for a text that was published."""
    with transaction.atomic():
        revision = Revision.objects.select_for_update().get(pk=revision.pk)
        if revision.published_at is not None:
            raise Refused(_("This revision is published; it can be withdrawn, not thrown away."))
        if revision.number == 1:
            raise Refused(_("An article has at least one text; delete the article instead."))
        revision.delete()


def _put(revision: Revision, source: str, contents: list[BlockContent], note: str | None) -> None:
    text = revision_text(contents)
    revision.source, revision.renderer = source, RENDERER
    revision.length, revision.words = len(text), len(text.split())
    revision.base = newest_published(revision.article)
    if note is not None:
        revision.note = note
    revision.save(update_fields=["source", "renderer", "length", "words", "base", "note"])
    revision.blocks.all().delete()
    Block.objects.bulk_create(blocks_of_draft(revision, contents))


def newest_published(article: Article) -> Revision | None:
    """The revision that a new one follows: the newest that was published, withdrawn or not."""
    return article.revisions.published().order_by("-number").first()


def _contents(source: str) -> list[BlockContent]:
    contents = blocks_from_markdown(source)
    if not contents:
        raise Refused(_("There is nothing to read in this text."), "source")
    return contents


def _changed_meanwhile(standing: Revision) -> Conflict:
    return Conflict(
        _("Somebody else changed this text meanwhile. Both are shown; send again to keep yours."),
        "source",
        current=standing.source,
    )


def digest_of(source: str) -> str:
    """By which a form knows whether the text that it edits still stands."""
    return sha256(source.encode()).hexdigest()


def publish_revision(revision: Revision, *, by: User | None = None, note: str = "") -> Revision:
    """Makes a revision the one that is read; repeating it changes nothing.

    What was said about the revision before follows (`revision_preparing`). Raises Conflict when
    another was published since this one was begun: it has to be looked at again.
    """
    note = _checked_note(note)
    steps = _steps(revision)
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=revision.article_id)
        revision.refresh_from_db()
        if revision.published_at is not None:
            return revision
        revision.note = note or revision.note
        _publish(article, revision, steps, by)
        _tell_decided(revision, "publish", by, revision.note)
    return revision


def _steps(revision: Revision) -> list[Callable[[], None]]:
    """What the listeners to `revision_preparing` do in the transaction that publishes."""
    base = revision.base
    if revision.published_at is not None or base is None:
        return []
    answers: list[Any] = revision_preparing.send(sender=Revision, revision=revision, base=base)
    return [step for _listener, step in answers if step is not None]


def _publish(
    article: Article, revision: Revision, steps: Iterable[Callable[[], None]], by: User | None
) -> None:
    """Publishes a draft of an article that is locked."""
    newest = newest_published(article)
    if revision.base_id != (newest and newest.pk):
        raise Conflict(
            _(
                "Another text was published since this draft was begun."
                " Look at what changes, then publish it."
            )
        )
    for step in steps:
        step()
    revision.published_at, revision.published_by = timezone.now(), by
    revision.save(update_fields=["published_at", "published_by", "note"])
    _let_read(article, revision)


def withdraw_revision(revision: Revision, *, by: User, reason: str) -> Revision:
    """Takes a revision back: its address answers 410, and the text before it is read again.

    That text becomes a new revision, so that what was said meanwhile follows back to it. Where
    there is none before it, the article has nothing to read and its addresses answer 410 too, to
    those who could read it. What was said about it waits until it is published again.
    """
    reason = _checked_reason(reason)
    is_read = Article.objects.filter(current_revision=revision).exists()
    again = _standing_before(revision) if is_read and revision.withdrawn_at is None else None
    draft = _copied(again, by=by, because_of=revision) if again else None
    steps = _steps(draft) if draft else []
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=revision.article_id)
        revision.refresh_from_db()
        if revision.published_at is None:
            raise Refused(_("This revision was never published; there is nothing to withdraw."))
        if revision.withdrawn_at is not None:
            return revision
        if draft is not None:
            _publish(article, draft, steps, by)
        elif article.current_revision_id == revision.pk:
            _let_read(article, None)
        revision.withdrawn_at = timezone.now()
        revision.save(update_fields=["withdrawn_at"])
        _tell_decided(revision, "withdraw", by, reason)
    return revision


def roll_back(article: Article, to: Revision, *, by: User, note: str = "") -> Revision:
    """Publishes the text of an earlier revision again, as a new revision."""
    if to.article_id != article.pk or to.published_at is None or to.withdrawn_at is not None:
        raise Refused(_("This revision cannot be read, so it cannot come back."))
    current = newest_published(article)
    if current is not None and current.source == to.source:
        return current  # pressed twice, or nothing to undo
    draft = _copied(to, by=by, note=note)
    return publish_revision(draft, by=by)


def _standing_before(revision: Revision) -> Revision | None:
    earlier = revision.article.revisions.standing().filter(number__lt=revision.number)
    return earlier.order_by("-number").first()


def _copied(
    of: Revision, *, by: User | None, note: str = "", because_of: Revision | None = None
) -> Revision:
    """A draft with the text of an earlier revision; a draft that is under way goes behind it."""
    if because_of is not None:
        note = _("Back to revision %(number)d; revision %(other)d was withdrawn.") % {
            "number": of.number,
            "other": because_of.number,
        }
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=of.article_id)
        newest = article.revisions.order_by("-number").first()
        under_way = newest if newest is not None and newest.published_at is None else None
        made = write_revision(
            article,
            of.source,
            by=by,
            note=note or _("Back to revision %(number)d.") % {"number": of.number},
        )
        if under_way is not None:
            _swap_numbers(under_way, made)
    return made


def _swap_numbers(one: Revision, other: Revision) -> None:
    """Lets two drafts change places; no two revisions have one number at any moment."""
    first, second = one.number, other.number
    Revision.objects.filter(pk=other.pk).update(number=second + 1)
    Revision.objects.filter(pk=one.pk).update(number=second)
    Revision.objects.filter(pk=other.pk).update(number=first)
    one.number, other.number = second, first


def republish_revision(revision: Revision, *, by: User, reason: str = "") -> Revision:
    """Undoes a withdrawal; it is read again, unless a later revision is."""
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=revision.article_id)
        revision.refresh_from_db()
        if revision.withdrawn_at is None:
            return revision
        revision.withdrawn_at = None
        revision.save(update_fields=["withdrawn_at"])
        newest = newest_published(article)
        if newest is not None and newest.pk == revision.pk:
            _let_read(article, revision)
        _tell_decided(revision, "republish", by, _checked_length(reason))
    return revision


def _let_read(article: Article, revision: Revision | None) -> None:
    """Makes a revision the one that is read, or none."""
    is_other = revision is not None and article.current_revision_id != revision.pk
    article.current_revision = revision
    article.save(update_fields=["current_revision", "changed_at"])
    if is_other:
        transaction.on_commit(lambda: revision_published.send(sender=Revision, revision=revision))


def _tell_decided(revision: Revision, act: str, by: User | None, reason: str) -> None:
    revision_decided.send(sender=Revision, revision=revision, act=act, by=by, reason=reason)


def _checked_note(note: str) -> str:
    note = " ".join(without_unsayable(note).split())
    if len(note) > NOTE_LIMIT:
        raise Refused(
            _("A note on what changed has at most %(most)d characters.") % {"most": NOTE_LIMIT},
            "note",
        )
    return note


def _checked_reason(reason: str) -> str:
    if not reason.strip():
        raise Refused(_("Say why; it is kept in the log."), "reason")
    return _checked_length(reason)


def _checked_length(reason: str) -> str:
    if len(reason) > REASON_LIMIT:
        raise Refused(
            _("A reason has at most %(most)d characters.") % {"most": REASON_LIMIT}, "reason"
        )
    return reason.strip()


def rename_slug(article: Article, slug: str) -> Article:
    """Gives an article another address; the former one leads to it."""
    if slug == article.slug:
        return article
    with transaction.atomic():
        if Article.objects.filter(slug=slug).exists():
            raise Refused(_("Another article has this address."), "slug")
        ArticleSlug.objects.filter(slug=slug).delete()
        ArticleSlug.objects.create(slug=article.slug, article=article)
        article.slug = slug
        article.save(update_fields=["slug", "changed_at"])  # its page is full of its address
    return article


def change_audience(article: Article, audience: Audience) -> Article:
    """Gives an article to other readers; refused where its discussion is open to more people.

    Locks the article, as who opens the first thread of an audience does.
    """
    with transaction.atomic():
        held = Article.objects.select_for_update(of=("self",), no_key=True).get(pk=article.pk)
        if held.audience_id != audience.pk:
            check_audience(held, audience)
            held.audience = audience
            held.save(update_fields=["audience", "changed_at"])
    article.audience = audience
    return article


def check_audience(article: Article, audience: Audience) -> None:
    """Refuses what `change_audience` would refuse, and changes nothing."""
    if audience.kind == Audience.Kind.PERSON:
        raise Refused(_("Choose everyone, members or a reading group."), "audience")
    if audience.pk != article.audience_id:
        audience_changing.send(sender=Article, article=article, audience=audience)


def free_slug(wanted: str) -> str:
    """A slug that no article has or had."""
    base = slugify(wanted, allow_unicode=True)[:100].strip("-_") or "article"
    slug, count = base, 1
    while (
        Article.objects.filter(slug=slug).exists() or ArticleSlug.objects.filter(slug=slug).exists()
    ):
        count += 1
        slug = f"{base}-{count}"
    return slug


def _check(article: Article) -> None:
    try:
        article.clean_fields(exclude=["audience", "created_by", "current_revision"])
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        label = Article._meta.get_field(field).verbose_name  # type: ignore[union-attr]
        raise Refused(f"{label}: {messages[0]}", field) from error
