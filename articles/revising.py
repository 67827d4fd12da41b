"""The verbs of texts: import_article, rewrite_draft, publish_, withdraw_, republish_revision.

Every importer ends here: a Document's Markdown becomes a revision, and one function derives its
blocks. A block's key is made when the block first appears and is never given to another.
"""

from __future__ import annotations

import secrets
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.blocks import BlockContent, blocks_from_markdown, revision_text
from articles.body import RENDERER
from articles.importers import Document
from articles.models import Article, ArticleSlug, Block, Revision
from articles.normalising import without_unsayable
from articles.signals import audience_changing, revision_decided, revision_published
from ncr.accounts.models import Audience, User
from ncr.refusals import Conflict, Refused

# Crockford's base 32: no letters that are mistaken for digits, none that spell words by chance
KEY_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
KEY_LENGTH = 8
REASON_LIMIT = 300


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
    """A draft of the article's next revision with its blocks; not yet readable."""
    source = without_unsayable(source)
    contents = blocks_from_markdown(source)
    if not contents:
        raise Refused(_("There is nothing to read in this text."), "source")
    text = revision_text(contents)
    latest = article.revisions.order_by("-number").first()
    revision = Revision.objects.create(
        article=article,
        number=latest.number + 1 if latest else 1,
        source=source,
        note=note,
        renderer=RENDERER,
        length=len(text),
        words=len(text.split()),
        created_by=by,
    )
    Block.objects.bulk_create(_blocks(revision, contents))
    return revision


def rewrite_draft(revision: Revision, source: str, *, before: str | None = None) -> Revision:
    """Gives a revision that nobody has read yet another text, with its blocks.

    `before` is the digest of the text that was edited; Conflict when another stands by now.
    """
    contents = blocks_from_markdown(source)
    if not contents:
        raise Refused(_("There is nothing to read in this text."), "source")
    text = revision_text(contents)
    with transaction.atomic():
        revision = Revision.objects.select_for_update(no_key=True).get(pk=revision.pk)
        if revision.published_at is not None:
            raise Refused(_("This revision is published; its text no longer changes."), "source")
        if before is not None and before != digest_of(revision.source):
            raise Conflict(
                _(
                    "Somebody else changed this text meanwhile. Both are shown;"
                    " send again to keep yours."
                ),
                "source",
                current=revision.source,
            )
        revision.source, revision.renderer = source, RENDERER
        revision.length, revision.words = len(text), len(text.split())
        revision.save(update_fields=["source", "renderer", "length", "words"])
        revision.blocks.all().delete()
        Block.objects.bulk_create(_blocks(revision, contents))
    return revision


def digest_of(source: str) -> str:
    """By which a form knows whether the text that it edits still stands."""
    return sha256(source.encode()).hexdigest()


def publish_revision(revision: Revision, *, by: User | None = None) -> Revision:
    """Makes a revision the one that is read; repeating it changes nothing."""
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=revision.article_id)
        revision.refresh_from_db()
        if revision.published_at is not None:
            return revision
        if article.revisions.published().exists():
            raise Refused(
                _("This article is published; its text can be revised from version 0.2 on.")
            )
        revision.published_at = timezone.now()
        revision.save(update_fields=["published_at"])
        _let_read(article, revision)
        _tell_decided(revision, "publish", by, "")
    return revision


def withdraw_revision(revision: Revision, *, by: User, reason: str) -> Revision:
    """Takes a revision back: its address answers 410, and the one before it is read again.

    Where there is none before it, the article has nothing to read and its addresses answer 410
    too, to those who could read it. What was said about it waits until it is published again.
    """
    reason = _checked_reason(reason)
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=revision.article_id)
        revision.refresh_from_db()
        if revision.published_at is None:
            raise Refused(_("This revision was never published; there is nothing to withdraw."))
        if revision.withdrawn_at is not None:
            return revision
        revision.withdrawn_at = timezone.now()
        revision.save(update_fields=["withdrawn_at"])
        if article.current_revision_id == revision.pk:
            _let_read(article, article.revisions.standing().order_by("-number").first())
        _tell_decided(revision, "withdraw", by, reason)
    return revision


def republish_revision(revision: Revision, *, by: User, reason: str = "") -> Revision:
    """Undoes a withdrawal; it is read again, unless a later revision is."""
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=revision.article_id)
        revision.refresh_from_db()
        if revision.withdrawn_at is None:
            return revision
        revision.withdrawn_at = None
        revision.save(update_fields=["withdrawn_at"])
        _let_read(article, article.revisions.standing().order_by("-number").first())
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


def _blocks(revision: Revision, contents: list[BlockContent]) -> list[Block]:
    made: list[Block] = []
    keys: set[str] = set()
    start = number = 0
    for position, content in enumerate(contents):
        is_heading = content.kind == Block.Kind.HEADING
        number += not is_heading
        made.append(
            Block(
                revision=revision,
                article_id=revision.article_id,
                key=_new_key(keys),
                position=position,
                number=None if is_heading else number,
                kind=content.kind,
                level=content.level,
                text=content.text,
                html=content.html,
                attrs=content.attrs,
                start=start,
            )
        )
        start += len(content.text) + 1
    return made


def _new_key(taken: set[str]) -> str:
    """A key by chance: 40 bits, so that one of a thousand articles' keys repeats about never.

    Keys are looked up within an article, so that a repetition elsewhere would not matter.
    """
    while True:
        key = "".join(secrets.choice(KEY_SIGNS) for _place in range(KEY_LENGTH))
        if key not in taken:
            taken.add(key)
            return key
