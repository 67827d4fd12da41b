"""A topic's dossier to take along: Markdown, HTML, CSV, CSL-JSON and BibTeX, with citations.

Every passage that the reader may read, in the order of the articles' dates and of their texts:
quoted, and cited by article, date, paragraph, revision and address. Files are passed on: each
passage that is not for all who read its article says for whom it is, or what became of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Min, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotations.models import Anchor, Annotation, Assignment, Topic
from annotations.reading.entries import Entry, entries_of
from annotations.topics.naming import call
from annotations.topics.vocabulary.tables import table
from articles.body import render_body
from articles.models import Article
from articles.sanitising import SanitisedHtml
from ncr.accounts.models import Audience

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from ncr.accounts.models import User

AT_ONCE = 200
MOST = 2_000  # passages of one file
TEX = re.compile(r"[\\{}$&%#_~^]")
TEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
COLUMNS = (
    "article",
    "by",
    "published",
    "paragraph",
    "revision",
    "passage",
    "topics",
    "note",
    "written by",
    "written",
    "replies",
    "audience",
    "state",
    "page",
    "passage page",
)


@dataclass(frozen=True, slots=True)
class Cited:
    """One passage as it is cited."""

    entry: Entry
    topics: list[str]
    revision: int  # in which the words stand, or stood last that its author saw

    @property
    def article(self) -> Article:
        return self.entry.article

    @property
    def quote(self) -> str:
        """The words as they stand now; those that its author saw where they stand nowhere."""
        passage = self.entry.passage
        if passage is None:
            return ""
        return passage.quote if passage.is_lost else passage.words

    @property
    def place(self) -> str:
        """Paragraph and revision, in words."""
        parts = [f"¶ {self.entry.number}"] if self.entry.number else []
        return ", ".join([*parts, _("revision %(number)d") % {"number": self.revision}])

    @property
    def audience(self) -> str:
        """For whom it is, in words."""
        audience: Audience = self.entry.annotation.thread.audience
        if audience.group:
            return audience.group.name
        return str(Audience.Kind(audience.kind).label)

    @property
    def state(self) -> str:
        """Why others do not see it; empty where they do."""
        if self.entry.kept_back == Annotation.Moderation.HIDDEN:
            return _("Hidden by a moderator")
        return _("Waits for a moderator") if self.entry.kept_back else ""

    @property
    def marks(self) -> list[str]:
        """What to say before it is passed on: for whom it is unless for everyone, its state."""
        is_open = self.entry.annotation.thread.audience_id == Audience.EVERYONE
        said_to = "" if is_open else _("audience: %(audience)s") % {"audience": self.audience}
        return [mark for mark in (said_to, self.state) if mark]

    @property
    def is_for_all(self) -> bool:
        """Whether all who may read the article may read it."""
        note = self.entry.annotation
        return note.is_readable and note.thread.audience_id == self.article.audience_id

    @property
    def author(self) -> str:
        who = self.entry.annotation.author
        return str(who) if who else _("Somebody who left")

    @property
    def url(self) -> str:
        return f"{settings.SITE_URL}{self.entry.annotation.get_absolute_url()}"

    @property
    def passage_url(self) -> str:
        """Where the passage itself stands, in the text as it is now."""
        passage, article = self.entry.passage, self.article
        if not passage or not passage.start_key:
            return url_of(article)
        return f"{settings.SITE_URL}{reverse('block', args=[article.slug, passage.start_key])}"


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a file holds: the topic and its passages, by article."""

    topic: Topic
    description: SanitisedHtml
    articles: list[tuple[Article, list[Cited]]]
    left_out: int  # passages beyond the most that one file holds

    @property
    def cited(self) -> Iterator[Cited]:
        for _article, passages in self.articles:
            yield from passages

    @property
    def url(self) -> str:
        return f"{settings.SITE_URL}{self.topic.get_absolute_url()}"


def gathered(topic: Topic, user: User | AnonymousUser) -> Dossier:
    """What the reader may read under a topic and the narrower ones that they see.

    Four queries and seven for every two hundred passages.
    """
    within = [topic, *Topic.objects.visible_to(user).filter(broader=topic)]
    call(within)
    names = {one.pk: one.shown_name for one in within}
    rows = _filed(list(names), user)
    notes: list[Annotation] = list(rows[: MOST + 1])
    left_out = rows.count() - MOST if len(notes) > MOST else 0
    cited: list[Cited] = []
    for begin in range(0, min(len(notes), MOST), AT_ONCE):
        cited += _cited(notes[begin : min(begin + AT_ONCE, MOST)], names, user)
    by_article = groupby(cited, lambda one: one.article)
    return Dossier(
        topic,
        render_body(topic.description),
        [(article, list(passages)) for article, passages in by_article],
        left_out,
    )


def _filed(topics: list[int], user: User | AnonymousUser) -> QuerySet[Any]:
    rows: QuerySet[Any] = Annotation.objects.visible_to(user).filter(assignments__topic__in=topics)
    ordered: QuerySet[Any] = (
        rows.annotate(placed=Min("assignments__place"))
        .select_related("thread__article__current_revision", "thread__audience__group", "author")
        .order_by("thread__article__published", "thread__article", "placed", "pk")
    )
    return ordered


def _cited(
    notes: list[Annotation], names: dict[int, str], user: User | AnonymousUser
) -> list[Cited]:
    filed: dict[int, list[str]] = {}
    rows = Assignment.objects.filter(topic_id__in=names, annotation__in=notes)
    for note, topic in rows.order_by("topic__name").values_list("annotation_id", "topic_id"):
        filed.setdefault(note, []).append(names[topic])
    made_in = _made_in(notes)
    return [
        Cited(entry, filed.get(entry.annotation.pk, []), _revision(entry, made_in))
        for entry in entries_of(notes, user)
    ]


def _made_in(notes: list[Annotation]) -> dict[int, int]:
    """The revision in which the passage of each thread was selected; one query."""
    firsts = Anchor.objects.filter(ordinal=0, role=Anchor.Role.TARGET)
    threads = {note.thread_id for note in notes}
    return dict(firsts.filter(thread__in=threads).values_list("thread_id", "revision__number"))


def _revision(entry: Entry, made_in: dict[int, int]) -> int:
    standing = entry.article.standing.number
    if entry.passage and entry.passage.is_lost:
        return made_in.get(entry.annotation.thread_id, standing)
    return standing


def url_of(article: Article) -> str:
    return f"{settings.SITE_URL}{article.get_absolute_url()}"


def as_markdown(dossier: Dossier) -> bytes:
    return _rendered("dossier.md", dossier)


def as_html(dossier: Dossier) -> bytes:
    return _rendered("dossier.html", dossier)


def _rendered(name: str, dossier: Dossier) -> bytes:
    told = {
        "dossier": dossier,
        "made": timezone.now(),
        "site_name": settings.SITE_NAME,
        "left_out": left_out_words(dossier),
    }
    return render_to_string(f"annotations/export/{name}", told).encode()


def left_out_words(dossier: Dossier) -> str:
    """What a file says of passages that it has no room for; empty where there are none."""
    count = dossier.left_out
    if not count:
        return ""
    return ngettext(
        "%(count)d more passage is on the topic's page.",
        "%(count)d more passages are on the topic's page.",
        count,
    ) % {"count": count}


def as_csv(dossier: Dossier) -> bytes:
    return table(COLUMNS, map(_row, dossier.cited))


def _row(one: Cited) -> list[str]:
    article, note = one.article, one.entry.annotation
    return [
        article.title,
        article.byline or "",
        article.published,
        str(one.entry.number or ""),
        str(one.revision),
        one.quote,
        "\n".join(one.topics),
        note.body,
        one.author,
        note.created_at.date().isoformat(),
        str(one.entry.replies),
        one.audience,
        one.state,
        one.url,
        one.passage_url,
    ]


def as_csl(dossier: Dossier) -> bytes:
    """The articles as items of CSL-JSON (Citation Style Language 1.0.2), the passages as notes."""
    items = [_item(article, passages) for article, passages in _for_all(dossier)]
    return json.dumps(items, ensure_ascii=False, indent=1).encode()


def _for_all(dossier: Dossier) -> Iterator[tuple[Article, list[Cited]]]:
    """The articles with what all may cite who read them: libraries of sources carry no marks."""
    for article, passages in dossier.articles:
        if citable := [one for one in passages if one.is_for_all]:
            yield article, citable


def _item(article: Article, passages: list[Cited]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": article.slug,
        "type": "article",
        "title": article.title,
        "URL": url_of(article),
        "container-title": settings.SITE_NAME,
        "language": article.language,
        "accessed": {"date-parts": [_date_parts(timezone.now().date().isoformat())]},
        "note": _places(passages),
    }
    if article.byline:
        item["author"] = [{"literal": article.byline}]
    if issued := _date_parts(article.published):
        item["issued"] = {"date-parts": [issued]}
    return item


def _date_parts(date: str) -> list[int]:
    """Year, month and day as far as they are known; empty for what is no date."""
    try:
        return [int(part) for part in date[:10].split("-")]
    except ValueError:
        return []


def _places(passages: list[Cited]) -> str:
    return "; ".join(
        f"{one.place}: “{_shortened(one.quote)}” {one.passage_url}" for one in passages
    )


def _shortened(quote: str, most: int = 200) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def as_bibtex(dossier: Dossier) -> bytes:
    """The articles as entries of BibTeX, the passages as notes."""
    entries = [_bib(article, passages) for article, passages in _for_all(dossier)]
    return "\n\n".join([*entries, ""]).encode()


def _bib(article: Article, passages: list[Cited]) -> str:
    date = article.published if _date_parts(article.published) else ""
    fields = {
        "title": f"{{{_tex(article.title)}}}",
        "author": f"{{{_tex(article.byline)}}}" if article.byline else "",
        "year": date[:4],
        "month": date[5:7],
        "url": url_of(article),
        "urldate": timezone.now().date().isoformat(),
        "howpublished": _tex(settings.SITE_NAME),
        "note": _tex(_places(passages)),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "@misc{" + _bib_key(article) + ",\n" + ",\n".join(lines) + "\n}"


def _bib_key(article: Article) -> str:
    """The slug, where BibTeX has its letters; else what is left of it, and a number."""
    key = re.sub(r"[^A-Za-z0-9-]", "", article.slug)
    return key if key == article.slug else f"{key.strip('-') or 'article'}:{article.pk}"


def _tex(words: str) -> str:
    """Words as TeX sets them."""
    return TEX.sub(lambda sign: TEX_SIGNS.get(sign[0], f"\\{sign[0]}"), " ".join(words.split()))


Writer = Callable[[Dossier], bytes]
# By the end of a file's name: how it is written and what kind of file it is
FORMATS: dict[str, tuple[Writer, str]] = {
    "md": (as_markdown, "text/markdown"),
    "html": (as_html, "text/html"),
    "csv": (as_csv, "text/csv"),
    "json": (as_csl, "application/vnd.citationstyles.csl+json"),
    "bib": (as_bibtex, "application/x-bibtex"),
}
