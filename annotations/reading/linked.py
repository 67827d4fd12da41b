"""Links between passages as readers find them, at either end.

Both ends pass the gate: who may not read the article that is pointed at finds the note without the
link, and who may not read the note finds nothing at the other end.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from django.db.models import FilteredRelation, OuterRef, Q, QuerySet, Subquery
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy

from annotations.models import Annotation, PassageLink, Thread
from annotations.reading.context import shortened
from annotations.reading.passed import PASSED, Passed, passages_of
from articles.models import Article, Block
from ncr.labels import label_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.utils.functional import Promise

    from ncr.accounts.models import User

Relation = PassageLink.Relation
MOST = 40  # links to one article that are listed below its text; the pages of its blocks have all
# The same from the other end
INVERSE: dict[str, Promise] = {
    Relation.CONTRADICTS: gettext_lazy("Contradicted by"),
    Relation.SUPPORTS: gettext_lazy("Supported by"),
    Relation.REPEATS: gettext_lazy("Repeated by"),
    Relation.ANSWERS: gettext_lazy("Answered by"),
    Relation.UPDATES: gettext_lazy("Updated by"),
    Relation.CITES: gettext_lazy("Cited by"),
}


@dataclass(frozen=True, slots=True)
class Linked:
    """The passage that a note points at, where it stands now, and what the note's is to it."""

    relation: str
    article: Article  # its address, title, language and date
    passage: Passed
    number: int | None  # of the paragraph in which it begins

    @property
    def label(self) -> str:
        return label_of(Relation, self.relation)

    @property
    def inverse(self) -> str:
        return str(INVERSE.get(self.relation, self.label))

    @property
    def url(self) -> str:
        """Its place in the text, or the article where it stands nowhere."""
        page = self.article.get_absolute_url()
        return page if self.passage.is_lost else f"{page}#p-{self.passage.start_key}"

    @property
    def words(self) -> str:
        return shortened(self.passage.words)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link to a passage of the article at hand, with the note that makes it."""

    here: Linked
    thread: Thread
    passage: Passed | None  # from which it points

    @property
    def article(self) -> Article:
        found: Article = self.thread.article
        return found

    @property
    def words(self) -> str:
        return shortened(self.passage.words) if self.passage else ""

    @property
    def url(self) -> str:
        """The note in its text."""
        return f"{self.article.get_absolute_url()}#n-{self.thread.key}"


def links_of(annotations: Sequence[int], user: User | AnonymousUser) -> dict[int, Linked]:
    """What these annotations point at, by their ids, in articles that `user` may read; one query.

    The annotations passed the gate.
    """
    seen = PassageLink.objects.filter(
        annotation_id__in=annotations, article__in=Article.objects.visible_to(user)
    )
    return {pk: linked for pk, linked, _thread in _placed(seen)}


def links_to(article: Article, user: User | AnonymousUser, *, key: str = "") -> list[Pointer]:
    """What points at an article that `user` reads, or at one of its blocks; in the text's order.

    What stands in the text; one query, and two more where there is any.
    """
    notes = Annotation.objects.visible_to(user).published()
    seen = PassageLink.objects.filter(article=article, annotation__in=notes)
    if key:
        seen = seen.filter(
            anchor__placements__until_revision=None, anchor__placements__start_key=key
        )
    found = [
        (linked, thread) for _pk, linked, thread in _placed(seen) if not linked.passage.is_lost
    ]
    if not found:
        return []
    threads = Thread.objects.select_related("article").in_bulk([thread for _one, thread in found])
    passages = passages_of(list(threads))
    pointers = [Pointer(one, threads[pk], passages.get(pk)) for one, pk in found]
    pointers.sort(key=lambda one: (one.here.number or 0, one.here.passage.start, one.thread.pk))
    return pointers


def counts_by_block(pointers: Iterable[Pointer]) -> dict[str, int]:
    """How many links point at each block, by its key."""
    return dict(Tally(one.here.passage.start_key for one in pointers))


def _placed(links: QuerySet[PassageLink]) -> list[tuple[int, Linked, int]]:
    """With where the second passages stand now; each with its annotation's and thread's ids."""
    number = Block.objects.filter(
        revision_id=OuterRef("article__current_revision_id"), key=OuterRef("here__start_key")
    )
    current = Q(anchor__placements__until_revision=None)
    names = [name if name.startswith("anchor__") else f"here__{name}" for name in PASSED]
    rows: Any = (
        links.annotate(here=FilteredRelation("anchor__placements", condition=current))
        .annotate(number=Subquery(number.values("number")[:1]))
        .values_list(
            "annotation_id",
            "annotation__thread_id",
            "relation",
            "article__slug",
            "article__title",
            "article__language",
            "article__published",
            "number",
            *names,
        )
    )
    return [
        (
            pk,
            Linked(
                relation,
                Article(slug=slug, title=title, language=language, published=published),
                Passed(*place),
                number,
            ),
            thread,
        )
        for pk, thread, relation, slug, title, language, published, number, *place in rows
    ]


def linked_html(one: Linked | None) -> SafeString:
    """The second passage of a note, quoted below what the note says."""
    if one is None:
        return SafeString("")
    article = one.article
    place = f", ¶ {one.number}" if one.number and not one.passage.is_lost else ""
    told = gettext("This passage is no longer in the text.") if one.passage.is_lost else ""
    if one.passage.is_asked:
        told = gettext("The text was revised; these may be other words.")
    quiet = f'<p class="quiet">{escape(told)}</p>' if told else ""
    return mark_safe(  # noqa: S308
        f'<div class="linked is-{escape(one.relation)}"><p class="linked-head">'
        f'<span class="tag">{escape(one.label)}</span> <a href="{escape(one.url)}"'
        f' lang="{escape(article.language)}" dir="auto">{escape(article.title)}{place}</a></p>'
        f'<blockquote class="passage" lang="{escape(article.language)}"'
        f' dir="{escape(article.direction)}">{escape(one.words)}</blockquote>{quiet}</div>'
    )
