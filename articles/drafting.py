"""Drafts: the text that an article's next revision is to have, until it is published.

An article has at most one, which is its newest revision. It is written anew as often as editors
like; each sends along which text they edited, so that none overwrites another's unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from articles.blocks import blocks_from_markdown
from articles.body import RENDERER
from articles.continuing import blocks_of_draft
from articles.models import Article, Block, Revision
from articles.normalising import without_unsayable
from articles.pacing import words_in
from ncr.accounts.models import User
from ncr.refusals import Conflict, Refused

NOTE_LIMIT = 300


@dataclass
class Prepared:
    """A text and its blocks as those of what follows `base`; made before a transaction begins."""

    source: str
    base: Revision | None
    blocks: list[Block]

    @classmethod
    def of(cls, article: Article, source: str) -> Prepared:
        """Takes as long as parsing and comparing the text; raises as `blocks_from_markdown`."""
        source = without_unsayable(source)
        contents = blocks_from_markdown(source)
        if not contents:
            raise Refused(_("There is nothing to read in this text."), "source")
        base = newest_published(article)
        return cls(source, base, blocks_of_draft(Revision(article=article, base=base), contents))

    def following(self, article: Article) -> Prepared:
        """The same, or made anew where another text was published meanwhile."""
        newest = newest_published(article)
        if (newest and newest.pk) == (self.base and self.base.pk):
            return self
        return Prepared.of(article, self.source)

    def write_to(self, revision: Revision) -> None:
        """Gives a revision this text, saved or not; its blocks are written too."""
        text = "\n".join(block.text for block in self.blocks)
        revision.source, revision.base, revision.renderer = self.source, self.base, RENDERER
        revision.length, revision.words = len(text), words_in(text)
        revision.save()
        for block in self.blocks:
            block.revision = revision
        Block.objects.bulk_create(self.blocks)


def write_revision(article: Article, source: str, *, by: User | None, note: str = "") -> Revision:
    """A draft of the article's next revision with its blocks; not yet readable.

    Its blocks have the keys of those of the newest published revision that they continue.
    """
    return begin(article, Prepared.of(article, source), by=by, note=note)


@transaction.atomic
def begin(article: Article, ready: Prepared, *, by: User | None, note: str) -> Revision:
    """Writes a new draft behind all revisions of an article."""
    latest = newest_of(article)
    number = latest.number + 1 if latest else 1
    revision = Revision(article=article, number=number, note=checked_note(note), created_by=by)
    ready.following(article).write_to(revision)
    return revision


def revise(
    article: Article, source: str, *, by: User | None, before: str, note: str | None = None
) -> Revision:
    """The draft of an article with another text, begun where there is none; see `rewrite_draft`.

    Raises Refused where no draft is under way and the text is the one that stands.
    """
    ready = Prepared.of(article, source)
    with transaction.atomic():
        article = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
        if (draft := draft_of(article)) is not None:
            return _rewrite(draft, ready, before, note)
        standing = newest_published(article)
        if standing is not None and before != digest_of(standing.source):
            raise _changed_meanwhile(standing)
        if standing is not None and ready.source == standing.source:
            raise Refused(_("Nothing is changed yet: this is the text as it stands."), "source")
        return begin(article, ready, by=by, note=note or "")


def rewrite_draft(
    revision: Revision, source: str, *, before: str | None = None, note: str | None = None
) -> Revision:
    """Gives a revision that nobody has read yet another text, with its blocks.

    `before` is the digest of the text that was edited; Conflict when another stands by now.
    """
    ready = Prepared.of(revision.article, source)
    with transaction.atomic():
        return _rewrite(revision, ready, before, note)


def _rewrite(revision: Revision, ready: Prepared, before: str | None, note: str | None) -> Revision:
    hold(revision)
    if revision.published_at is not None:
        raise Refused(_("This revision is published; its text no longer changes."), "source")
    if before is not None and before != digest_of(revision.source):
        raise _changed_meanwhile(revision)
    if note is not None:
        revision.note = checked_note(note)
    _put(revision, ready)
    return revision


def bring_up_to_date(revision: Revision) -> Revision:
    """Bases a draft on what is read now, when another text was published since it was begun.

    Raises Conflict when it was thrown away.
    """
    if _follows_newest(revision):
        return revision
    ready = Prepared.of(revision.article, revision.source)
    with transaction.atomic():
        hold(revision)
        if revision.published_at is None and not _follows_newest(revision):
            is_same = ready.source == revision.source
            _put(revision, ready if is_same else Prepared.of(revision.article, revision.source))
    return revision


def _follows_newest(revision: Revision) -> bool:
    newest = newest_published(revision.article)
    return revision.base_id == (newest and newest.pk)


def discard_draft(revision: Revision, *, before: str | None = None) -> None:
    """Throws a draft away; refused for a text that was published. Repeating it changes nothing.

    `before` is the digest of the text that was seen; Conflict when another stands by now.
    """
    with transaction.atomic():
        Article.objects.select_for_update(no_key=True).get(pk=revision.article_id)
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


def _put(revision: Revision, ready: Prepared) -> None:
    """Writes a draft; its blocks are made anew only where its text or its base is another."""
    ready = ready.following(revision.article)
    was = revision.source, revision.base_id, revision.renderer
    if was == (ready.source, ready.base and ready.base.pk, RENDERER):
        revision.save(update_fields=["note"])
        return
    revision.blocks.all().delete()
    ready.write_to(revision)


def hold(revision: Revision) -> None:
    """Locks a revision and reads it anew; raises Conflict when it was thrown away."""
    try:
        revision.refresh_from_db(from_queryset=Revision.objects.select_for_update(no_key=True))
    except Revision.DoesNotExist as gone:
        raise Conflict(_("Somebody threw this draft away meanwhile.")) from gone


def newest_of(article: Article) -> Revision | None:
    """The revision that editors work on: the newest, published or not."""
    return article.revisions.select_related("created_by").order_by("-number").first()


def draft_of(article: Article) -> Revision | None:
    """The draft that is under way; None where there is none."""
    newest = newest_of(article)
    return newest if newest is not None and newest.is_draft else None


def newest_published(article: Article) -> Revision | None:
    """The revision that a new one follows: the newest that was published, withdrawn or not."""
    return article.revisions.published().order_by("-number").first()


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
