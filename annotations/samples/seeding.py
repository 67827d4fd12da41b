"""A discussion of any size, the same each time, for benchmarks and for trying things out.

It is written in bulk and not by the verbs, which would take an hour for 100,000 annotations;
`tests/annotations/test_seeding.py` holds its rows against those that the verbs write.

Of 1,000 annotations 400 open a thread and 600 answer, down to depth 8; 50 are notes to oneself;
50 were hidden by a moderator after everything was said; 100, openings all, carry topics. Of eight
openings four quote words that no other quotes, and four overlap each other, for as long as the
text has room (10,000 annotations in 6,000 words).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Permission
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import Max

from annotations.anchoring.describing import describe
from annotations.models import (
    Anchor,
    Annotation,
    AnnotationVersion,
    Assignment,
    Counter,
    Event,
    ModerationEntry,
    Placement,
    Thread,
)
from annotations.samples import prose
from annotations.samples.planning import (
    BEGINNING,
    MEMBERS,
    PACE,
    TOPICS,
    Act,
    Quoted,
    plan,
    quoted,
)
from annotations.search.indexing import index_annotations, index_people
from annotations.topics.filing import named
from articles.body import RENDERER, render_body
from articles.continuing import KEY_LENGTH, KEY_SIGNS
from articles.importers import Document
from articles.models import Article, Block
from articles.revising import free_slug, import_article
from ncr.accounts.models import Audience, User
from ncr.refusals import Refused

PARAGRAPHS = 100  # of sixty words each
REMARKS = 2000  # different ones; rendering each costs a millisecond
BATCH = 5000  # annotations written at once
REASON = "Against the rules of this reading."
MODERATOR = "seed-moderator"
KINDS = (
    Annotation.Kind.COMMENT,
    Annotation.Kind.QUESTION,
    Annotation.Kind.DEFINITION,
    Annotation.Kind.SOURCE,
    Annotation.Kind.OBJECTION,
)


class Remark(NamedTuple):
    """Words with what they render to."""

    markdown: str
    html: str
    digest: str


@transaction.atomic
def seed_discussion(slug: str, annotations: int, paragraphs: int = PARAGRAPHS) -> Article:
    """A new article with so many annotations; 100,000 take less than a minute.

    Nobody else may write meanwhile. Raises Refused when the address is taken.
    """
    if free_slug(slug) != slug:
        raise Refused(f"{slug!r} is taken, or cannot be an address.", "slug")
    chance = Random(f"{slug}/{annotations}")  # noqa: S311 (not a secret)
    article = _article(slug, paragraphs, chance)
    if annotations:
        _Seeding(article, plan(annotations, chance), chance).write()
    return article


class _Seeding:
    """Writes a plan, batch by batch; ids are given beforehand, so that replies know their parents.

    Ids grow with time, as those that the verbs give.
    """

    def __init__(self, article: Article, acts: list[Act], chance: Random) -> None:
        self.article = article
        self.acts = acts
        self.chance = chance
        self.members = members()
        self.remarks = [_remark(chance) for _place in range(min(REMARKS, len(acts)))]
        self.opened = [act for act in acts if act.parent is None]
        self.audiences = self._audiences()
        self.topics = dict(self._topics())
        self.counters: dict[int, Counter] = {}
        self.first_thread = _next_pk(Thread)
        self.first_annotation = _next_pk(Annotation)
        self.uuids = [_uuid(chance) for _act in acts]
        self.digests: list[str] = []

    def write(self) -> None:
        self._write_threads()
        blocks = list(Block.objects.filter(revision_id=self.article.standing_pk))
        quotes = quoted(blocks, len(self.opened))
        around = {block.position: block for block in blocks}
        for begin in range(0, len(self.acts), BATCH):
            batch = self.acts[begin : begin + BATCH]
            self._write_said(batch)
            self._write_anchors([act for act in batch if act.parent is None], quotes, around)
            # Which look for the anchor when they begin
            filed = [self._assignment(act, name) for act in batch for name in act.topics]
            _create(Assignment, filed)
            _create(Event, [self._event(act, _kind(act), act.at) for act in batch])
        self._write_hidings()
        index_annotations(Annotation.objects.filter(thread__article=self.article))
        Counter.objects.bulk_create(self.counters.values())
        _go_on_counting(Thread, Annotation)

    def _audiences(self) -> dict[int, Audience]:
        """By place of the opening."""
        everyone = Audience.objects.get(pk=Audience.EVERYONE)
        own: dict[int, Audience] = {}
        said_to: dict[int, Audience] = {}
        for act in self.opened:
            if act.is_private and act.author not in own:
                own[act.author] = Audience.only(self.members[act.author])
            said_to[act.thread] = own[act.author] if act.is_private else everyone
        return said_to

    def _topics(self) -> Iterator[tuple[str, int]]:
        if any(act.topics for act in self.acts):
            for name in TOPICS:
                yield name, min(named([name], by=self.members[0]))

    def _counter(self, act: Act) -> Counter:
        audience = self.audiences[act.thread]
        if audience.pk not in self.counters:
            self.counters[audience.pk] = Counter(article=self.article, audience=audience)
        return self.counters[audience.pk]

    def _write_threads(self) -> None:
        readable = [0] * len(self.opened)
        active = [act.at for act in self.opened]
        for act in self.acts:
            readable[act.thread] += not act.is_hidden
            active[act.thread] = act.at
        _create(Thread, [self._thread(act, readable, active) for act in self.opened])

    def _thread(self, act: Act, readable: list[int], active: list[datetime]) -> Thread:
        counter, audience = self._counter(act), self.audiences[act.thread]
        counter.threads += 1
        return Thread(
            pk=self.first_thread + act.thread,
            uuid=_uuid(self.chance),
            article=self.article,
            audience=audience,
            audience_kind=audience.kind,
            number=counter.threads,
            readable_count=readable[act.thread],
            opened_at=act.at,
            active_at=active[act.thread],
        )

    def _write_said(self, batch: Iterable[Act]) -> None:
        said, versions = [], []
        for act in batch:
            remark = self.chance.choice(self.remarks)
            self.digests.append(remark.digest)
            said.append(self._annotation(act, remark))
            versions.append(
                AnnotationVersion(
                    annotation_id=said[-1].pk,
                    number=1,
                    kind=said[-1].kind,
                    body=remark.markdown,
                    digest=remark.digest,
                    created_at=act.at,
                )
            )
        _create(Annotation, said)
        _create(AnnotationVersion, versions)

    def _annotation(self, act: Act, remark: Remark) -> Annotation:
        is_opening = act.parent is None
        return Annotation(
            pk=self.first_annotation + act.place,
            uuid=self.uuids[act.place],
            thread_id=self.first_thread + act.thread,
            parent_id=None if act.parent is None else self.first_annotation + act.parent,
            author=self.members[act.author],
            kind=KINDS[act.thread % len(KINDS)] if is_opening else Annotation.Kind.COMMENT,
            body=remark.markdown,
            body_html=remark.html,
            renderer=RENDERER,
            moderation=_state(act),
            moderation_reason=REASON if act.is_hidden else "",
            submission=_uuid(self.chance),
            created_at=act.at,
        )

    def _assignment(self, act: Act, name: str) -> Assignment:
        return Assignment(
            annotation_id=self.first_annotation + act.place,
            topic_id=self.topics[name],
            by=self.members[act.author],
            at=act.at,
        )

    def _write_anchors(
        self, opened: Sequence[Act], quotes: Iterator[Quoted], around: dict[int, Block]
    ) -> None:
        places = [(act, next(quotes)) for act in opened]
        anchors = [self._anchor(act, quote, around) for act, quote in places]
        _create(Anchor, anchors)
        _create(
            Placement,
            [
                Placement(
                    anchor=anchor,
                    thread_id=anchor.thread_id,
                    from_revision_id=anchor.revision_id,
                    start_key=quote.block.key,
                    start_offset=quote.start,
                    end_key=quote.block.key,
                    end_offset=quote.end,
                )
                for anchor, (_act, quote) in zip(anchors, places, strict=True)
            ],
        )

    def _anchor(self, act: Act, quote: Quoted, around: dict[int, Block]) -> Anchor:
        block = quote.block
        near = [around[at] for at in range(block.position - 2, block.position + 3) if at in around]
        base = near[0].start
        found = describe(
            "\n".join(one.text for one in near),
            block.start + quote.start - base,
            block.start + quote.end - base,
        )
        return Anchor(
            annotation_id=self.first_annotation + act.place,
            thread_id=self.first_thread + act.thread,
            revision_id=block.revision_id,
            quote=found.quote,
            prefix=found.prefix,
            suffix=found.suffix,
            start=found.start + base,
            end=found.end + base,
        )

    def _event(self, act: Act, kind: Event.Kind, at: datetime, by: User | None = None) -> Event:
        counter = self._counter(act)
        counter.events += 1
        if by is None:
            counter.readable += not act.is_hidden
        return Event(
            article=self.article,
            audience=self.audiences[act.thread],
            seq=counter.events,
            kind=kind,
            actor=by or self.members[act.author],
            thread_id=self.first_thread + act.thread,
            annotation_id=self.first_annotation + act.place,
            at=at,
        )

    def _write_hidings(self) -> None:
        """One after another, when everything was said."""
        hidden = [act for act in self.acts if act.is_hidden]
        if not hidden:
            return
        by, evening = moderator(), BEGINNING + len(self.acts) * PACE
        times = [evening + place * PACE for place in range(len(hidden))]
        threads = dict(
            Thread.objects.filter(article=self.article).values_list("pk", "uuid").iterator()
        )
        _create(
            Event,
            [
                self._event(act, Event.Kind.MODERATED, at, by)
                for act, at in zip(hidden, times, strict=True)
            ],
        )
        _create(
            ModerationEntry,
            [
                ModerationEntry(
                    thread=threads[self.first_thread + act.thread],
                    annotation=self.uuids[act.place],
                    by=by.pk,
                    act="hide",
                    reason=REASON,
                    before=Annotation.Moderation.PUBLISHED,
                    after=Annotation.Moderation.HIDDEN,
                    version=1,
                    digest=self.digests[act.place],
                    at=at,
                )
                for act, at in zip(hidden, times, strict=True)
            ],
        )


def members() -> list[User]:
    """The five hundred; nobody can sign in as one of them by a password."""
    wanted = [f"reader-{number:03}" for number in range(1, MEMBERS + 1)]
    known = User.objects.in_bulk(wanted, field_name="username")
    User.objects.bulk_create(
        [
            User(
                username=name,
                trust=User.Trust.MEMBER,
                display_name=prose.name(place),
                password=make_password(None),
            )
            for place, name in enumerate(wanted)
            if name not in known
        ]
    )
    people = list(User.objects.filter(username__in=wanted).order_by("username"))
    if len(known) < len(wanted):
        index_people(one.pk for one in people)
    return people


def moderator() -> User:
    """Who hides; as little able to sign in."""
    person, is_new = User.objects.get_or_create(
        username=MODERATOR,
        defaults={
            "password": make_password(None),
            "display_name": "Moderator",
            "is_staff": True,
        },
    )
    if is_new:
        person.user_permissions.add(Permission.objects.get(codename="moderate"))
    return person


def _article(slug: str, paragraphs: int, chance: Random) -> Article:
    """Its blocks' keys are drawn here, where chance repeats itself."""
    article = import_article(
        Document(
            title=f"Generated text {slug}",
            standfirst="Made by rule and chance, to see how pages do with many notes.",
            byline=None,
            byline_note=None,
            published="2025-01-06",
            updated=None,
            language="en",
            source_url=None,
            markdown=prose.text(chance, paragraphs),
        ),
        by=None,
        publish=True,
        slug=slug,
    )
    blocks = list(Block.objects.filter(revision_id=article.standing_pk))
    for block in blocks:
        block.key = "".join(chance.choices(KEY_SIGNS, k=KEY_LENGTH))
    Block.objects.bulk_update(blocks, ["key"])
    return article


def _remark(chance: Random) -> Remark:
    markdown = prose.remark(chance)
    return Remark(markdown, render_body(markdown), sha256(markdown.encode()).hexdigest())


def _kind(act: Act) -> Event.Kind:
    return Event.Kind.ANNOTATED if act.parent is None else Event.Kind.REPLIED


def _state(act: Act) -> str:
    return Annotation.Moderation.HIDDEN if act.is_hidden else Annotation.Moderation.PUBLISHED


def _uuid(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def _next_pk(model: type[models.Model]) -> int:
    last: int | None = model._default_manager.aggregate(last=Max("pk"))["last"]
    return (last or 0) + 1


def _create(model: type[models.Model], rows: Sequence[Any]) -> None:
    model._default_manager.bulk_create(rows, batch_size=BATCH)


def _go_on_counting(*tables: type[models.Model]) -> None:
    """Tells PostgreSQL of the ids that were given here; SQLite sees them itself."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)
