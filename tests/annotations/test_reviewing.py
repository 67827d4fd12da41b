"""Who decides where an annotation stands after its text was revised, and what authors are told."""

from __future__ import annotations

import pytest

from annotations.models import Annotation, Event, Placement
from annotations.reading.noticed import noticed
from annotations.reviewing import confirm, leave, place_again
from annotations.revised import tell_authors
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import Notice, User
from ncr.refusals import Conflict, NotAllowed, Refused
from tests import factories
from tests.annotations.revised import FIRST, lost_note, revised, where

pytestmark = pytest.mark.django_db

Outcome, Review = Placement.Outcome, Placement.Review


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(FIRST)


@pytest.fixture
def lost(article: Article, author: User) -> Annotation:
    """An annotation whose text was taken out."""
    return lost_note(article, author)


def test_its_author_places_it_on_other_words(
    lost: Annotation, article: Article, author: User
) -> None:
    passage = factories.passage(article, "a day longer")
    for _twice in range(2):
        standing = where(lost)
        place_again(lost, by=author, passage=passage, placement=standing.pk)
    now = where(lost)
    assert (now.review, now.outcome, now.quote) == (Review.REPLACED, Outcome.EDITED, "a day longer")
    assert (now.reviewed_by, now.reviewed_at is not None) == (author, True)
    assert Placement.objects.filter(anchor__annotation=lost).count() == 2
    assert Event.objects.filter(annotation=lost, kind=Event.Kind.PLACED).exists()


def test_what_a_person_decided_is_where_it_goes_on_from(
    lost: Annotation, article: Article, author: User
) -> None:
    passage = factories.passage(article, "a day longer")
    place_again(lost, by=author, passage=passage, placement=where(lost).pk)
    publish_revision(write_revision(article, FIRST.replace("Goods go", "Many goods go"), by=None))
    now = where(lost)
    assert (now.quote, now.outcome) == ("a day longer", Outcome.UNCHANGED)


def test_only_author_leader_and_moderator_decide(
    lost: Annotation, stranger: User, moderator: User
) -> None:
    with pytest.raises(NotAllowed):
        leave(lost, by=stranger, placement=where(lost).pk)
    leave(lost, by=moderator, placement=where(lost).pk)
    assert (where(lost).review, where(lost).reviewed_by) == (Review.LEFT, moderator)


def test_a_decision_is_written_into_the_revision_that_is_read_now(
    article: Article, author: User
) -> None:
    one = factories.annotation(article, author, words="two hours")
    loaded_before = Annotation.objects.select_related("thread__article").get(pk=one.pk)
    assert loaded_before.thread.article.standing.number == 1
    revised(article, f"{FIRST}\nMore, further down.\n")
    leave(loaded_before, by=author, placement=where(one).pk)
    rows = Placement.objects.filter(anchor__annotation=one).order_by("from_revision__number")
    assert [(row.from_revision.number, row.outcome) for row in rows] == [
        (1, Outcome.UNCHANGED),
        (2, Outcome.ORPHANED),
    ]


def test_nobody_decides_about_a_place_that_they_did_not_see(lost: Annotation, author: User) -> None:
    with pytest.raises(Conflict):
        leave(lost, by=author, placement=where(lost).pk + 1)
    with pytest.raises(Refused):
        confirm(lost, by=author, placement=where(lost).pk)


def test_a_place_can_be_confirmed(article: Article, author: User) -> None:
    one = factories.annotation(article, author, words="two hours")
    Placement.objects.filter(anchor__annotation=one).update(review=Review.ASKED)
    confirm(one, by=author, placement=where(one).pk)
    assert (where(one).review, where(one).reviewed_by) == (Review.CONFIRMED, author)


def test_its_author_is_told_once_a_revision(lost: Annotation, author: User) -> None:
    revision = lost.thread.article.standing
    assert (tell_authors.call(revision.pk), tell_authors.call(revision.pk)) == (1, 0)
    notice = Notice.objects.get(person=author)
    assert (notice.kind, notice.facts) == (Notice.Kind.REVISED, {"revision": 2, "lost": 1})
    (shown,) = noticed([notice], author)
    title = lost.thread.article.title
    assert shown.sentence == f"“{title}” was revised; of your notes 1 lost its passage"
    assert shown.leads_to
