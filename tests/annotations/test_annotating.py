"""The verbs of those who write."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from annotations import annotating, moderating
from annotations.models import (
    Anchor,
    Annotation,
    AnnotationVersion,
    Counter,
    Event,
    Thread,
    Topic,
    TopicName,
)
from annotations.passages import Passage
from articles.models import Article, Block
from ncr.accounts.models import User
from ncr.refusals import Conflict, NotAllowed, Refused, SignedOut, TooLarge, TooMany
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def test_annotating_keeps_anchor_placement_version_and_event(
    article: Article, author: User
) -> None:
    made = factories.annotation(article, author, "Is it *so*?", kind="question")
    anchor = Anchor.objects.get(annotation=made)
    text = "\n".join(
        Block.objects.filter(revision=article.current_revision)
        .order_by("position")
        .values_list("text", flat=True)
    )
    assert text[anchor.start : anchor.end] == "train stops"
    assert text[anchor.start - len(anchor.prefix) : anchor.start] == anchor.prefix
    assert text[anchor.end : anchor.end + len(anchor.suffix)] == anchor.suffix
    assert (len(anchor.prefix), len(anchor.suffix)) == (32, 32)
    placement = anchor.placements.get()
    assert (placement.start_key, placement.outcome, placement.until_revision) == (
        factories.block(article).key,
        "unchanged",
        None,
    )
    assert AnnotationVersion.objects.get(annotation=made).body == "Is it *so*?"
    assert "<em>so</em>" in made.body_html
    event = Event.objects.get(annotation=made)
    assert (event.kind, event.seq, event.actor) == ("annotated", 1, author)


def test_events_have_no_gap_and_counters_tell_what_can_be_read(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    note = factories.annotation(article, author)
    answer = annotating.reply(by=stranger, to=note, body="No.")
    annotating.edit(note, by=author, body="Another.", version=1)
    moderating.hide(answer, by=moderator, reason="off topic")
    moderating.restore(answer, by=moderator)
    annotating.withdraw(note, by=author)
    counter = Counter.objects.get(article=article)
    assert list(Event.objects.order_by("seq").values_list("seq", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert (counter.events, counter.threads, counter.readable) == (6, 1, 1)
    assert Thread.objects.get().readable_count == 1


def test_the_same_submission_makes_one_annotation(article: Article, author: User) -> None:
    mark = uuid.uuid4()
    first = factories.annotation(article, author, submission=mark)
    again = factories.annotation(article, author, "Other words.", submission=mark)
    answer = annotating.reply(by=author, to=first, body="One.", submission=uuid.UUID(int=7))
    repeated = annotating.reply(by=author, to=first, body="One.", submission=uuid.UUID(int=7))
    assert (again.pk, repeated.pk) == (first.pk, answer.pk)
    assert Annotation.objects.count() == 2


def test_anonymous_and_sample_members_cannot_write(article: Article) -> None:
    sample = factories.person("sample", is_sample=True)
    with pytest.raises(SignedOut):
        factories.annotation(article, sample)
    assert not Annotation.objects.exists()


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ("", Refused),
        ("  \n ", Refused),
        ("a\0b", Refused),
        ("lone \ud83d surrogate", Refused),
        ("x" * 20_001, TooLarge),
        ("> " * 10_000 + "deep", Refused),
    ],
)
def test_bodies_that_cannot_be_kept_are_refused_at_the_field(
    article: Article, author: User, body: str, refusal: type[Refused]
) -> None:
    with pytest.raises(refusal) as refused:
        factories.annotation(article, author, body)
    assert refused.value.field == "body"
    assert not Annotation.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        {"start": 5, "end": 5},
        {"start": 9, "end": 4},
        {"start": 0, "end": 10_000},
        {"start": 3, "end": 4},  # white space only
        {"start": 4, "end": 9, "quote": "other words"},
        {"start_key": "nothere1", "start": 0, "end": 3},
    ],
)
def test_passages_that_are_not_there_are_refused(
    article: Article, author: User, given: dict[str, object]
) -> None:
    key = factories.block(article).key
    passage = Passage(**{"start_key": key, "end_key": given.get("start_key", key), **given})  # type: ignore[arg-type]
    with pytest.raises(Refused) as refused:
        annotating.annotate(by=author, article=article, body="A note.", passage=passage)
    assert refused.value.field == "passage"


def test_a_block_of_another_article_is_not_in_this_one(article: Article, author: User) -> None:
    other = factories.article()
    with pytest.raises(Conflict):
        annotating.annotate(by=author, article=article, body="x", passage=factories.passage(other))


def test_a_passage_across_blocks_is_quoted_with_its_line_feeds(
    article: Article, author: User
) -> None:
    first, last = factories.block(article, "A heading"), factories.block(article, "second train")
    made = annotating.annotate(
        by=author,
        article=article,
        body="All of it.",
        passage=Passage(first.key, 2, last.key, 10),
    )
    quote = Anchor.objects.get(annotation=made).quote
    assert quote == "heading\nThe train stops once, at night, and nobody gets off.\nThe second"


def test_a_note_on_the_whole_article_has_no_anchor(article: Article, author: User) -> None:
    made = factories.annotation(article, author, words="")
    assert not made.anchors.exists()


def test_highlights_need_a_passage_and_no_words(article: Article, author: User) -> None:
    made = factories.annotation(article, author, "", kind="highlight")
    assert made.body == ""
    with pytest.raises(Refused):
        factories.annotation(article, author, "", kind="highlight", words="")


def test_a_topic_mark_needs_a_passage_and_a_topic_and_no_words(
    article: Article, author: User
) -> None:
    made = factories.annotation(article, author, "", kind="topic", topics=["CFE Treaty"])
    assert (made.body, made.kind, made.assignments.get().topic.name) == ("", "topic", "CFE Treaty")
    with pytest.raises(Refused) as nowhere:
        factories.annotation(article, author, "", kind="topic", topics=["CFE"], words="")
    assert nowhere.value.field == "passage"
    with pytest.raises(Refused) as nothing:
        factories.annotation(article, author, "", kind="topic", topics=[" "])
    assert nothing.value.field == "topics"


def test_editing_a_topic_mark_changes_its_topics_and_leaves_it_one(
    article: Article, author: User
) -> None:
    made = factories.annotation(article, author, "", kind="topic", topics=["CFE Treaty"])
    annotating.edit(made, by=author, body="", version=1, topics=["Transit"])
    assert [one.topic.name for one in made.assignments.all()] == ["Transit"]
    annotating.edit(made, by=author, body="In words.", version=1)
    with pytest.raises(Refused, match="needs a topic"):
        annotating.edit(made, by=author, body="", version=2, topics=[])
    assert [one.topic.name for one in made.assignments.all()] == ["Transit"]


def test_what_is_said_of_a_whole_article_cannot_become_a_mark(
    article: Article, author: User
) -> None:
    made = factories.annotation(article, author, words="", topics=["CFE Treaty"])
    for kind in ("topic", "highlight"):
        with pytest.raises(Refused, match="Select a passage"):
            annotating.edit(made, by=author, body="", version=1, kind=kind)


def test_a_topic_mark_is_answered_like_every_note(
    article: Article, author: User, stranger: User
) -> None:
    made = factories.annotation(article, author, "", kind="topic", topics=["CFE Treaty"])
    annotating.reply(by=stranger, to=made, body="Is that so?")
    made.thread.refresh_from_db()
    assert made.thread.readable_count == 2


def test_replies_go_to_any_depth_in_the_audience_of_their_thread(
    article: Article, author: User, stranger: User
) -> None:
    said = factories.annotation(article, author, audience="members")
    for depth in range(60):
        said = annotating.reply(by=(author, stranger)[depth % 2], to=said, body=f"Level {depth}.")
    assert said.thread.audience_kind == "members"
    assert Thread.objects.get().readable_count == 61


def test_what_cannot_be_answered_says_why(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    withdrawn = factories.annotation(article, author)
    annotating.withdraw(withdrawn, by=author)
    hidden = factories.annotation(article, author, words="second train")
    moderating.hide(hidden, by=moderator, reason="because")
    locked = factories.annotation(article, author, words="two countries")
    moderating.lock(locked.thread, by=moderator)
    for note, word in ((withdrawn, "withdrew"), (hidden, "not shown"), (locked, "locked")):
        with pytest.raises(Refused, match=word):
            annotating.reply(by=stranger, to=note, body="But.")


def test_editing_keeps_the_version_before_and_only_the_author_may(
    article: Article, author: User, stranger: User
) -> None:
    note = factories.annotation(article, author, "First.")
    with pytest.raises(NotAllowed):
        annotating.edit(note, by=stranger, body="Mine.", version=1)
    annotating.edit(note, by=author, body="Second.", version=1)
    assert [one.body for one in note.versions.all()] == ["First.", "Second."]
    assert note.edited_at is not None


def test_a_stale_edit_is_told_what_stands_now(article: Article, author: User) -> None:
    note = factories.annotation(article, author, "First.")
    annotating.edit(note, by=author, body="Second.", version=1)
    with pytest.raises(Conflict) as conflict:
        annotating.edit(note, by=author, body="Third.", version=1)
    assert (conflict.value.current, conflict.value.version) == ("Second.", 2)
    annotating.edit(note, by=author, body="Second.", version=1)  # the same again is harmless
    assert note.version == 2


def test_withdrawing_is_the_authors_and_hiding_the_moderators(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    note = factories.annotation(article, author)
    with pytest.raises(NotAllowed):
        annotating.withdraw(note, by=moderator)
    with pytest.raises(NotAllowed):
        moderating.hide(note, by=stranger, reason="")
    moderating.hide(note, by=moderator, reason="why")
    annotating.withdraw(note, by=author)
    annotating.withdraw(note, by=author)
    moderating.restore(note, by=moderator)
    note.refresh_from_db()
    assert (note.moderation, note.is_withdrawn) == ("published", True)
    assert Thread.objects.get(pk=note.thread_id).readable_count == 0
    assert Event.objects.filter(kind="withdrawn").count() == 1


def test_topics_are_one_however_they_are_spelt(article: Article, author: User) -> None:
    factories.annotation(article, author, topics=["CFE Treaty"])
    factories.annotation(article, author, topics=["cfe-treaty", "CFE treaty ", "Ｃfe  Treaty"])
    factories.annotation(article, author, topics=["Kaliningrád transit", "kaliningrad Transit"])
    assert sorted(Topic.objects.values_list("name", flat=True)) == [
        "CFE Treaty",
        "Kaliningrád transit",
    ]
    assert set(TopicName.objects.values_list("key", flat=True)) == {
        "cfe treaty",
        "kaliningrad transit",
    }


@pytest.mark.parametrize("names", [["x" * 81], ["…"], [f"t{n}" for n in range(11)]])
def test_names_that_cannot_be_topics_are_refused(
    article: Article, author: User, names: list[str]
) -> None:
    with pytest.raises(Refused) as refused:
        factories.annotation(article, author, topics=names)
    assert refused.value.field == "topics"


def test_too_much_in_a_minute_is_slowed(article: Article, author: User, settings: object) -> None:
    settings.WRITE_LIMIT = 3  # type: ignore[attr-defined]
    for _time in range(3):
        factories.annotation(article, author)
    with pytest.raises(TooMany) as refused:
        factories.annotation(article, author)
    assert refused.value.retry_after == 60
    Event.objects.update(at=timezone.now() - timedelta(minutes=2))
    factories.annotation(article, author)


def test_resolving_is_by_who_opened_or_moderates(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    note = factories.annotation(article, author)
    with pytest.raises(NotAllowed):
        annotating.resolve(note.thread, by=stranger, reason="done")
    annotating.resolve(note.thread, by=moderator, reason="  settled\n in ¶ 3 ")
    annotating.resolve(note.thread, by=author, reason="again")
    assert note.thread.resolved_reason == "settled in ¶ 3"
    with pytest.raises(NotAllowed):
        annotating.reopen(note.thread, by=stranger)
    for _twice in range(2):
        annotating.reopen(note.thread, by=author)
    assert not Thread.objects.get(pk=note.thread_id).is_resolved
    kinds = Event.objects.filter(thread=note.thread).order_by("seq").values_list("kind", flat=True)
    assert list(kinds) == ["annotated", "resolved", "reopened"]


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_get_numbers_without_gap_or_repetition(author: User) -> None:
    article = factories.article()
    people = [factories.person() for _one in range(6)]

    def write(person: User) -> None:
        try:
            for _time in range(4):
                factories.annotation(article, person)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, people))
    assert sorted(Thread.objects.values_list("number", flat=True)) == list(range(1, 25))
    assert sorted(Event.objects.values_list("seq", flat=True)) == list(range(1, 25))
    assert Counter.objects.get().events == 24
