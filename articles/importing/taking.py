"""An import becomes articles, or a draft of one that is here already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from articles.drafting import digest_of, draft_of, newest_published, revise
from articles.importers import FACTS, Document
from articles.importers.composing import compose
from articles.importers.pieces import Piece
from articles.importing.beginning import check_may_import
from articles.importing.chapters import Chapter, chapters_in, make_collection, titles_in
from articles.importing.reading import piece_of, store_pictures
from articles.models import Article, Collection, Import, Revision
from articles.normalising import without_unsayable
from articles.picturing import names_in
from articles.revising import import_article
from ncr.accounts.models import Audience, User
from ncr.refusals import Conflict, Refused


def pieces_of(bringing: Import) -> list[Piece]:
    """The pieces of an import as they are now, in order."""
    return [piece_of(row) for row in bringing.pieces.order_by("position")]


def source_of(bringing: Import) -> str:
    """The Markdown that an import comes to."""
    return bringing.markdown if bringing.markdown is not None else compose(pieces_of(bringing))


def chapters_of(bringing: Import) -> list[Chapter]:
    """What each part of an import comes to, as the article of a collection."""
    return chapters_in(pieces_of(bringing), bringing.parts)


def titles_of(bringing: Import) -> list[str]:
    """The titles of these."""
    return titles_in(pieces_of(bringing), bringing.parts) if len(bringing.parts) > 1 else []


def document_of_import(bringing: Import) -> Document:
    """The text of an import with what is known about it, as corrected."""
    known = {name: value for name in FACTS if (value := bringing.given.get(name))}
    return Document(markdown=source_of(bringing), **known)


def known_as(bringing: Import, source: str | None = None) -> Article | None:
    """The article that this text is already: the same file, the same address, or the same words.

    `source` is the Markdown that the import comes to, for who has it already.
    """
    same_file = Import.objects.filter(digest=bringing.digest, article__isnull=False)
    source = without_unsayable(source_of(bringing) if source is None else source)
    address = bringing.given.get("source_url") or bringing.address
    for found in (
        Article.objects.filter(pk__in=same_file.values("article")),
        Article.objects.filter(source_url=address) if address else Article.objects.none(),
        Article.objects.filter(revisions__source=source),
    ):
        article = found.order_by("pk").first()
        if article is not None:
            return article
    return None


def collection_of(bringing: Import) -> Collection | None:
    """The collection that the same file is already."""
    same_file = Import.objects.filter(digest=bringing.digest, collection__isnull=False)
    return Collection.objects.filter(pk__in=same_file.values("collection")).order_by("pk").first()


def take_import(
    bringing: Import,
    *,
    by: User,
    publish: bool,
    audience: Audience | None = None,
) -> Article:
    """Makes an article of an import, published or kept as a draft.

    Raises PermissionDenied, Refused where it is finished already, where the text is here already
    and where a field is wrong (with its name), and TextRefused for what the Markdown cannot say.
    """
    with _taken(bringing, by) as held:
        document = document_of_import(held)
        article = import_article(document, by=by, publish=publish, audience=audience)
        _give_pictures(held, article, document.markdown)
        _finish(held, article=article)
    return article


def take_as_collection(
    bringing: Import,
    *,
    by: User,
    publish: bool,
    audience: Audience | None = None,
) -> Collection:
    """Makes a collection with an article for each part; raises as `take_import`."""
    with _taken(bringing, by) as held:
        chapters = chapters_of(held)
        collection, articles = make_collection(
            document_of_import(held), chapters, by=by, publish=publish, audience=audience
        )
        for article, chapter in zip(articles, chapters, strict=True):
            _give_pictures(held, article, chapter.source)
        _finish(held, collection=collection)
    return collection


def take_as_revision(bringing: Import, article: Article, *, by: User) -> Revision:
    """Makes an import the draft of an article's next revision.

    Raises Conflict where a draft is under way already, and Refused where nothing would change.
    """
    with _taken(bringing, by) as held:
        if draft_of(article) is not None:
            raise Conflict(
                _("“%(title)s” has a draft already. Publish it or throw it away first.")
                % {"title": article.title}
            )
        standing = newest_published(article)
        before = digest_of(standing.source) if standing is not None else ""
        draft = revise(article, source_of(held), by=by, before=before)
        _give_pictures(held, article, draft.source)
        _finish(held, article=article)
    return draft


@contextmanager
def _taken(bringing: Import, by: User) -> Iterator[Import]:
    """The import, locked in a transaction, if it is ready to be taken."""
    check_may_import(by)
    with transaction.atomic():
        held = Import.objects.select_for_update().filter(pk=bringing.pk, by=by).first()
        if held is None or held.state != Import.State.READY:
            raise Refused(_("This import is finished or was thrown away; nothing was done twice."))
        yield held
    bringing.refresh_from_db()


def _give_pictures(held: Import, article: Article, source: str) -> None:
    """Copies the pictures that a text names to its article."""
    named = held.pictures.filter(name__in=names_in(source))
    # one at a time: each may have megabytes
    for pk in list(named.values_list("pk", flat=True)):
        store_pictures([held.pictures.get(pk=pk)], article=article)


def _finish(
    held: Import, *, article: Article | None = None, collection: Collection | None = None
) -> None:
    """What is left: its digest, by which the same file is known, its title, and where it went."""
    held.state, held.article, held.collection = Import.State.DONE, article, collection
    held.markdown, held.facts, held.warnings, held.parts = None, {}, [], []
    held.given = {"title": held.given.get("title", "")}
    held.save()
    held.pieces.all().delete()
    held.pictures.all().delete()
    held.chunks.all().delete()
