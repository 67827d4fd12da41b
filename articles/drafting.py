"""Drafts: the text that an article's next revision is to have, until it is published.

An article has at most one, which is its newest revision. It is written anew as often as editors
like; each sends along which text they edited, so that none overwrites another's unseen.
"""

from __future__ import annotations

from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from articles.blocks import BlockContent, blocks_from_markdown, revision_text
from articles.body import RENDERER
from articles.continuing import blocks_of_draft
from articles.models import Article, Block, Revision
from articles.normalising import without_unsayable
from ncr.accounts.models import User
from ncr.refusals import Conflict, Refused

NOTE_LIMIT = 300


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
    article: Article, source: str, *, by: User | None, before: str, note: str | None = None
) -> Revision:
    """The draft of an article with another text, begun where there is none; see `rewrite_draft`.

    Raises Refused where no draft is under way and the text is the one that stands.
    """
    source = without_unsayable(source)
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
        newest = article.revisions.order_by("-number").first()
        if newest is not None and newest.published_at is None:
            return rewrite_draft(newest, source, before=before, note=note)
        standing = newest_published(article)
        if standing is not None and before != digest_of(standing.source):
            raise _changed_meanwhile(standing)
        if standing is not None and source == standing.source:
            raise Refused(_("Nothing is changed yet: this is the text as it stands."), "source")
        return write_revision(article, source, by=by, note=note or "")


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


def discard_draft(revision: Revision, *, before: str | None = None) -> None:
    """Throws a draft away; refused for a text that was published. Repeating it changes nothing.

    `before` is the digest of the text that was seen; Conflict when another stands by now.
    """
    with transaction.atomic():
        held = Revision.objects.select_for_update().filter(pk=revision.pk).first()
        if held is None:
            return
        if held.published_at is not None:
            raise Refused(_("This revision is published; it can be withdrawn, not thrown away."))
        if not held.article.revisions.exclude(pk=held.pk).exists():
            raise Refused(_("This is the only text of its article; it cannot be thrown away."))
        if before is not None and before != digest_of(held.source):
            raise Conflict(_("Somebody else went on with this draft meanwhile. Look at it first."))
        held.delete()


def _put(revision: Revision, source: str, contents: list[BlockContent], note: str | None) -> None:
    """Writes a draft's text; its blocks are made anew only where it or its base is another."""
    text, base = revision_text(contents), newest_published(revision.article)
    was = revision.source, revision.base_id, revision.renderer
    revision.source, revision.base, revision.renderer = source, base, RENDERER
    revision.length, revision.words = len(text), len(text.split())
    if note is not None:
        revision.note = checked_note(note)
    revision.save(update_fields=["source", "renderer", "length", "words", "base", "note"])
    if was == (source, revision.base_id, RENDERER):
        return
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


def look_of(revision: Revision) -> str:
    """By which a page knows whether what it showed of a draft still holds: its text, its base."""
    first = revision.blocks.order_by("pk").values_list("pk", flat=True).first()
    return f"{revision.base_id or 0}-{first or 0}"  # other words are other blocks, see `_put`


def checked_note(note: str) -> str:
    note = " ".join(without_unsayable(note).split())
    if len(note) > NOTE_LIMIT:
        raise Refused(
            _("A note on what changed has at most %(most)d characters.") % {"most": NOTE_LIMIT},
            "note",
        )
    return note
