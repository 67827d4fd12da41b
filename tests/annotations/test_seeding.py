"""Generated discussions: the same each time, in the stated shares, and as the verbs would write."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client

from annotations import annotating, moderating
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
from annotations.passages import Passage
from annotations.samples.planning import DEEPEST
from annotations.samples.seeding import REASON, seed_discussion
from articles.models import Article, Block
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db

# What differs between two writings of the same
MEANT_TO_DIFFER = {"id", "uuid", "submission", "article"}


def said_in(article: Article) -> list[Annotation]:
    return list(
        Annotation.objects.filter(thread__article=article)
        .select_related("thread__audience", "author", "parent")
        .order_by("pk")
    )


def written_again(seeded: Article) -> Article:
    """The same discussion on the same text, written by the verbs."""
    text = factories.article(seeded.standing.source, title="Again", published=seeded.published)
    keys = keys_by_position(text)
    positions = {key: place for place, key in keys_by_position(seeded).items()}
    made: dict[int, Annotation] = {}
    for one in said_in(seeded):
        if one.parent_id is not None:
            made[one.pk] = annotating.reply(
                by=one.author, to=made[one.parent_id], body=one.body, at=one.created_at
            )
            continue
        place = Placement.objects.get(thread=one.thread)
        key = keys[positions[place.start_key]]
        made[one.pk] = annotating.annotate(
            by=one.author,
            article=text,
            body=one.body,
            passage=Passage(key, place.start_offset, key, place.end_offset),
            kind=one.kind,
            audience=one.thread.audience,
            topics=one.assignments.values_list("topic__name", flat=True),
            at=one.created_at,
        )
    by = User.objects.get(username="seed-moderator")
    for event in Event.objects.filter(article=seeded, kind="moderated").order_by("seq"):
        moderating.hide(made[event.annotation_id], by=by, reason=REASON)
    return text


def keys_by_position(article: Article) -> dict[int, str]:
    blocks = Block.objects.filter(revision_id=article.standing_pk)
    return dict(blocks.values_list("position", "key"))


def ranks(article: Article) -> dict[tuple[str, Any], Any]:
    """For each id or key in an article its place, which is the same in another writing."""
    known: dict[tuple[str, Any], Any] = {}
    for model, path in ((Thread, "article"), (Annotation, "thread__article")):
        for place, row in enumerate(model.objects.filter(**{path: article}).order_by("pk")):
            known[model.__name__, row.pk] = known["uuid", row.uuid] = place
    for place, anchor in enumerate(Anchor.objects.filter(thread__article=article).order_by("pk")):
        known["Anchor", anchor.pk] = place
    known |= {("key", key): place for place, key in keys_by_position(article).items()}
    known["Revision", article.standing_pk] = "the revision"
    return known


def rows_of(model: Any, article: Article, path: str) -> list[dict[str, Any]]:
    """Every field of every row, with ids told as places."""
    known = ranks(article)
    told = []
    for row in model.objects.filter(**{path: article}).order_by("pk"):
        fields = {}
        for field in model._meta.concrete_fields:
            value = getattr(row, field.attname)
            if field.name in MEANT_TO_DIFFER or (field.name == "at" and is_hiding(row)):
                continue
            if field.is_relation:
                value = known.get((field.related_model.__name__, value), value)
            elif field.name in ("start_key", "end_key"):
                value = known["key", value]
            fields[field.name] = value
        told.append(fields)
    return told


def is_hiding(row: Any) -> bool:
    """The verb's own clock tells when something was hidden."""
    return isinstance(row, Event) and row.kind == Event.Kind.MODERATED


def test_rows_are_those_that_the_verbs_write() -> None:
    seeded = seed_discussion("seeded", 120)
    again = written_again(seeded)
    for model, path in (
        (Thread, "article"),
        (Annotation, "thread__article"),
        (AnnotationVersion, "annotation__thread__article"),
        (Anchor, "thread__article"),
        (Placement, "thread__article"),
        (Event, "article"),
        (Assignment, "annotation__thread__article"),
        (Counter, "article"),
    ):
        ours, theirs = rows_of(model, seeded, path), rows_of(model, again, path)
        if model in (Assignment, Counter):
            ours, theirs = sorted(ours, key=str), sorted(theirs, key=str)
        assert ours, model.__name__
        assert ours == theirs, model.__name__


def test_hiding_is_in_the_log_as_the_verb_puts_it() -> None:
    seeded = seed_discussion("seeded", 120)
    again = written_again(seeded)
    assert log_of(seeded) == log_of(again)
    assert len(log_of(seeded)) == 6


def log_of(article: Article) -> list[dict[str, Any]]:
    known = ranks(article)
    uuids = [one.uuid for one in said_in(article)]
    plain = ("by", "act", "reason", "before", "after", "version", "digest")
    return [
        {
            **{name: getattr(entry, name) for name in plain},
            "annotation": known["uuid", entry.annotation],
            "thread": known["uuid", entry.thread],
        }
        for entry in ModerationEntry.objects.filter(annotation__in=uuids).order_by("pk")
    ]


def test_events_have_no_gaps_and_counters_agree_with_them() -> None:
    article = seed_discussion("seeded", 400)
    for counter in Counter.objects.filter(article=article):
        mine = {"article": article, "audience": counter.audience_id}
        seqs = list(Event.objects.filter(**mine).order_by("pk").values_list("seq", flat=True))
        assert seqs == list(range(1, counter.events + 1))
        threads = Thread.objects.filter(**mine).order_by("pk")
        assert [one.number for one in threads] == list(range(1, counter.threads + 1))
        readable = Annotation.objects.published().filter(thread__in=threads)
        assert readable.count() == counter.readable == sum(one.readable_count for one in threads)


def test_shares_are_those_that_were_asked_for() -> None:
    article = seed_discussion("seeded", 1000)
    said = said_in(article)
    assert len(said) == 1000
    assert sum(one.is_opening for one in said) == 400
    assert sum(one.thread.audience_kind == "person" for one in said) == 50
    assert sum(one.moderation == "hidden" for one in said) == 50
    assert sum(one.assignments.exists() for one in said) == 100
    assert {one.thread.audience_kind for one in said} == {"everyone", "person"}
    assert all(one.parent is None for one in said if one.thread.audience_kind == "person")
    assert 6000 <= article.standing.words <= 6100


def test_replies_go_to_depth_eight_and_no_further() -> None:
    depths: dict[int, int] = {}
    for one in said_in(seed_discussion("seeded", 1000)):
        depths[one.pk] = depths[one.parent_id] + 1 if one.parent_id else 0
    assert max(depths.values()) == DEEPEST == 8


@pytest.mark.parametrize("annotations", [100, 1000, 3000])
def test_half_of_the_quotes_overlap_another(annotations: int) -> None:
    """At 3,000 each group has a sentence, at fewer a paragraph."""
    article = seed_discussion("seeded", annotations)
    spans = sorted(Anchor.objects.filter(thread__article=article).values_list("start", "end"))
    overlapping = [
        (start, end)
        for place, (start, end) in enumerate(spans)
        if any(
            start < other_end and other_start < end
            for other_start, other_end in spans[:place] + spans[place + 1 :]
        )
    ]
    assert len(overlapping) == len(spans) // 2


def test_a_second_seeding_is_the_same() -> None:
    def seeded() -> tuple[list[Any], list[Any]]:
        article = seed_discussion("seeded", 60)
        blocks = Block.objects.filter(revision_id=article.standing_pk)
        told = [(one.uuid, one.body, one.author.username) for one in said_in(article)]
        return told, list(blocks.values_list("key", "text"))

    with transaction.atomic():
        first = seeded()
        transaction.set_rollback(True)
    assert seeded() == first


def test_another_discussion_beside_it_has_the_same_members() -> None:
    seed_discussion("one", 20)
    seed_discussion("other", 20)
    assert User.objects.filter(username__startswith="reader-").count() == 500
    people = User.objects.filter(username__in=["reader-001", "seed-moderator"])
    assert [person.has_usable_password() for person in people] == [False, False]


def test_verbs_go_on_where_it_ended(author: User) -> None:
    article = seed_discussion("seeded", 50)
    counter = Counter.objects.get(article=article, audience_id=1)
    note = annotating.annotate(by=author, article=article, body="And this.")
    assert note.thread.number == counter.threads + 1
    assert Event.objects.get(annotation=note).seq == counter.events + 1


def test_the_page_of_an_article_without_annotations_can_be_read(client: Client) -> None:
    seed_discussion("empty", 0)
    assert client.get("/articles/empty/").status_code == 200
    assert not Annotation.objects.exists()


def test_the_command_says_what_it_made(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("seed_discussion", annotations=10, slug="seeded")
    assert "/articles/seeded/: 10 annotations" in capsys.readouterr().out
    assert Annotation.objects.count() == 10


@pytest.mark.parametrize("slug", ["taken", "not an address"])
def test_the_command_refuses_an_address_in_words(slug: str) -> None:
    seed_discussion("taken", 0)
    with pytest.raises(CommandError, match="--slug"):
        call_command("seed_discussion", annotations=10, slug=slug)
    assert Article.objects.count() == 1


@pytest.mark.parametrize("annotations", [-1, 1_000_001])
def test_the_command_refuses_numbers_out_of_range(annotations: int) -> None:
    with pytest.raises(CommandError, match="--annotations"):
        call_command("seed_discussion", annotations=annotations, slug="seeded")
