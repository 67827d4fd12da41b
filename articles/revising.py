"""The verbs of texts: import_article, revise, publish_revision, roll_back, withdraw_, republish_.

Every importer ends here: a Document's Markdown becomes a revision, and one function derives its
blocks. Drafts are written in `articles.drafting`. Publishing goes forward only: what comes back
from an earlier revision comes as a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.drafting import (
    NOTE_LIMIT,
    Prepared,
    begin,
    bring_up_to_date,
    checked_note,
    digest_of,
    discard_draft,
    draft_of,
    hold,
    look_of,
    newest_of,
    newest_published,
    revise,
    rewrite_draft,
    write_revision,
)
from articles.importers import Document
from articles.models import Article, ArticleSlug, Collection, Revision
from articles.normalising import without_unsayable
from articles.signals import (
    audience_changing,
    revision_decided,
    revision_preparing,
    revision_published,
)
from ncr.accounts.models import Audience, User
from ncr.collecting import collected_later
from ncr.refusals import Conflict, Refused

__all__ = [
    "NOTE_LIMIT",
    "REASON_LIMIT",
    "AlreadyHere",
    "bring_up_to_date",
    "change_audience",
    "check_audience",
    "digest_of",
    "discard_draft",
    "draft_of",
    "free_slug",
    "import_article",
    "look_of",
    "newest_of",
    "newest_published",
    "publish_revision",
    "rename_slug",
    "republish_revision",
    "revise",
    "rewrite_draft",
    "roll_back",
    "withdraw_revision",
    "write_revision",
]
REASON_LIMIT = 300


class AlreadyHere(Refused):
    """The same text is an article or a collection already, which is `known`."""

    def __init__(self, known: Article | Collection) -> None:
        super().__init__(_("This text is here already, as “%(title)s”.") % {"title": known.title})
        self.known = known


@transaction.atomic
def import_article(
    document: Document,
    *,
    by: User | None,
    publish: bool = False,
    slug: str = "",
    audience: Audience | None = None,
    is_sample: bool = False,
    collection: Collection | None = None,
    place: int | None = None,
) -> Article:
    """A new article with its first revision, published when asked.

    Raises AlreadyHere when the text is, Refused when it has no title or nothing to read, and
    MarkdownRefused when its Markdown cannot be taken. In a collection a text may stand again, as
    the chapters of a book do that say the same.
    """
    source = without_unsayable(document.markdown)  # a browser's line ends make no other text
    known = Article.objects.filter(revisions__source=source).first() if collection is None else None
    if known is not None:
        raise AlreadyHere(known)
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
        licence=document.licence or "",
        collection=collection,
        place=place,
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


def publish_revision(
    revision: Revision, *, by: User | None = None, note: str | None = None, seen: str = ""
) -> Revision:
    """Makes a revision the one that is read; repeating it changes nothing.

    What was said about the revision before follows (`revision_preparing`). `seen` is the look
    (`look_of`) that the editor decided on. Raises Conflict when the draft has another one by now,
    or when another text was published since it was begun: it has to be looked at again.
    """
    note = None if note is None else checked_note(note)
    look = seen or look_of(revision)
    steps = _steps(revision)
    with collected_later(), transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=revision.article_id)
        hold(revision)
        if revision.published_at is not None:
            return revision
        _check_base(article, revision)
        if look != look_of(revision):
            raise Conflict(
                _("This draft was changed meanwhile. Look at what changes, then publish it.")
            )
        revision.note = revision.note if note is None else note
        _publish(article, revision, steps, by)
        _tell_decided(revision, "publish", by, revision.note)
    return revision


def _check_base(article: Article, revision: Revision) -> None:
    newest = newest_published(article)
    if revision.base_id != (newest and newest.pk):
        raise Conflict(
            _(
                "Another text was published since this draft was begun."
                " Look at what changes, then publish it."
            )
        )


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
    """Publishes a draft of an article that is locked.

    The steps come last: they lock what other people write to, until the transaction ends.
    """
    revision.published_at, revision.published_by = timezone.now(), by
    revision.save(update_fields=["published_at", "published_by", "note"])
    _let_read(article, revision)
    for step in steps:
        step()


def withdraw_revision(revision: Revision, *, by: User, reason: str) -> Revision:
    """Takes a revision back: its address answers 410, and the text before it is read again.

    That text becomes a new revision, so that what was said meanwhile follows back to it. Where
    there is none before it, the article has nothing to read and its addresses answer 410 too, to
    those who could read it. What was said about it waits until it is published again.
    """
    reason = _checked_reason(reason)
    is_read = Article.objects.filter(current_revision=revision).exists()
    again = _standing_before(revision) if is_read and revision.withdrawn_at is None else None
    if again is None:
        return _withdraw(revision, None, by=by, reason=reason)
    with _copied(again, by=by, because_of=revision) as draft:
        return _withdraw(revision, draft, by=by, reason=reason)


def _withdraw(revision: Revision, draft: Revision | None, *, by: User, reason: str) -> Revision:
    """Withdraws a revision; `draft` is to be read in its place, if it is the one that is read."""
    steps = _steps(draft) if draft else []
    with collected_later(), transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=revision.article_id)
        hold(revision)
        if revision.published_at is None:
            raise Refused(_("This revision was never published; there is nothing to withdraw."))
        if revision.withdrawn_at is not None:
            return revision
        if article.current_revision_id == revision.pk:
            if draft is not None:
                _check_base(article, draft)
                _publish(article, draft, steps, by)
            else:
                _let_read(article, None)
        revision.withdrawn_at = timezone.now()
        revision.save(update_fields=["withdrawn_at"])
        _tell_decided(revision, "withdraw", by, reason)
    return revision


def roll_back(article: Article, to: Revision, *, by: User, note: str = "") -> Revision:
    """Publishes the text of an earlier revision again, as a new revision.

    Answers the revision that is read where it says the same: pressed twice, or nothing to undo.
    """
    note = checked_note(note)
    to.refresh_from_db(fields=["published_at", "withdrawn_at"])
    if to.article_id != article.pk or to.published_at is None or to.withdrawn_at is not None:
        raise Refused(_("This revision cannot be read, so it cannot come back."))
    if (same := _read_already(article, to)) is not None:
        return same
    with _copied(to, by=by, note=note) as draft:
        try:
            return publish_revision(draft, by=by)
        except Conflict:
            if (same := _read_already(article, to)) is not None:
                return same
            raise Conflict(
                _("Another text was published at the same moment. Look at it, then try again.")
            ) from None


def _read_already(article: Article, to: Revision) -> Revision | None:
    return (
        article.revisions.standing()
        .filter(
            pk__in=Article.objects.filter(pk=article.pk).values("current_revision"),
            source=to.source,
        )
        .first()
    )


def _standing_before(revision: Revision) -> Revision | None:
    """The newest earlier text that can be read; the same words once more would undo nothing."""
    earlier = revision.article.revisions.standing().filter(number__lt=revision.number)
    return earlier.exclude(source=revision.source).order_by("-number").first()


@contextmanager
def _copied(of: Revision, **how: Any) -> Iterator[Revision]:
    """A draft with the text of an earlier revision, which is gone afterwards unless published."""
    draft = _copy(of, **how)
    try:
        yield draft
    finally:
        Revision.objects.filter(pk=draft.pk, published_at=None).delete()


def _copy(
    of: Revision, *, by: User | None, note: str = "", because_of: Revision | None = None
) -> Revision:
    """Writes that draft; one that is under way goes behind it and stays the newest."""
    if because_of is not None:
        note = _("Back to revision %(number)d; revision %(other)d was withdrawn.") % {
            "number": of.number,
            "other": because_of.number,
        }
    note = note or _("Back to revision %(number)d.") % {"number": of.number}
    ready = Prepared.of(of.article, of.source)
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=of.article_id)
        under_way = draft_of(article)
        made = begin(article, ready, by=by, note=note)
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
        hold(revision)
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
    return numbered_slug(
        wanted,
        lambda slug: (
            Article.objects.filter(slug=slug).exists()
            or ArticleSlug.objects.filter(slug=slug).exists()
        ),
    )


def numbered_slug(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """A slug of these words that is not taken, with a number behind it where it must have one."""
    base = slugify(wanted, allow_unicode=True)[:100].strip("-_") or "article"
    slug, count = base, 1
    while is_taken(slug):
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
