"""The ledger: what becomes of placements when a text is revised."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.annotating import annotate
from annotations.models import Annotation, Placement
from annotations.passages import Passage
from annotations.placing import Plan
from annotations.reviewing import confirm
from articles.models import Article, Block
from articles.revising import (
    digest_of,
    publish_revision,
    revise,
    roll_back,
    withdraw_revision,
    write_revision,
)
from ncr.accounts.models import User
from ncr.refusals import Conflict
from tests import factories
from tests.annotations.revised import FIRST, revised, where

pytestmark = pytest.mark.django_db

Outcome, Review = Placement.Outcome, Placement.Review


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(FIRST)


def note(article: Article, by: User, words: str) -> Annotation:
    return factories.annotation(article, by, words=words)


def words_at(placement: Placement, article: Article) -> str:
    block = Block.objects.get(revision=article.current_revision, key=placement.start_key)
    assert placement.start_key == placement.end_key
    return block.text[placement.start_offset : placement.end_offset]


def test_what_is_in_blocks_that_did_not_change_keeps_its_row(
    article: Article, author: User
) -> None:
    one = note(article, author, "windows stay shut")
    before = where(one)
    revised(article, "A new beginning stands here.\n\n" + FIRST)
    assert Placement.objects.count() == 1
    assert where(one) == before
    assert words_at(before, article) == "windows stay shut"


def test_words_that_moved_within_their_block_get_a_row(article: Article, author: User) -> None:
    one = note(article, author, "two hours")
    revised(article, FIRST.replace("The train stops", "The slow night train stops"))
    now = where(one)
    assert (now.outcome, now.review, now.quote) == (Outcome.UNCHANGED, Review.NONE, "")
    assert words_at(now, article) == "two hours"
    assert Placement.objects.filter(anchor__annotation=one).count() == 2


def test_words_that_are_gone_are_kept_as_an_orphan_and_come_back(
    article: Article, author: User
) -> None:
    one = note(article, author, "windows stay shut")
    second = FIRST.replace(
        "Nobody on board may leave the carriage, and the windows stay shut.\n\n", ""
    )
    revised(article, second)
    assert (where(one).outcome, where(one).start_key) == (Outcome.ORPHANED, "")
    revised(article, second + "\nOne more paragraph, of which nobody has heard before.\n")
    assert Placement.objects.filter(anchor__annotation=one).count() == 2
    revised(article, FIRST)
    assert words_at(where(one), article) == "windows stay shut"
    assert where(one).outcome == Outcome.UNCHANGED


def test_a_note_on_a_paragraph_stays_with_the_paragraph(article: Article, author: User) -> None:
    block = factories.block(article, "windows stay shut")
    one = annotate(
        by=author, article=article, body="All of it.", passage=Passage(block.key, whole_block=True)
    )
    revised(article, FIRST.replace("and the windows stay shut", "and most windows stay shut"))
    now = where(one)
    assert (now.start_key, now.outcome, now.review) == (block.key, Outcome.EDITED, Review.NONE)
    assert now.quote.endswith("most windows stay shut.")


def test_a_draft_that_another_text_overtook_is_refused(article: Article, author: User) -> None:
    first = article.standing
    draft = revise(article, FIRST + "\nMore.\n", by=author, before=digest_of(first.source))
    withdrawn = write_revision(article, FIRST + "\nOther.\n", by=author)
    publish_revision(withdrawn)
    with pytest.raises(Conflict):
        publish_revision(draft)


def test_rolling_back_brings_keys_and_places_again(article: Article, author: User) -> None:
    one = note(article, author, "windows stay shut")
    keys = list(article.standing.blocks.order_by("position").values_list("key", flat=True))
    first = article.standing
    revised(article, "Something else altogether stands here now.\n")
    assert where(one).outcome == Outcome.ORPHANED
    roll_back(article, first, by=author)
    article.refresh_from_db()
    assert keys == list(article.standing.blocks.order_by("position").values_list("key", flat=True))
    assert words_at(where(one), article) == "windows stay shut"
    assert article.standing.number == 3


def test_withdrawing_what_is_read_goes_back_by_a_new_revision(
    article: Article, author: User
) -> None:
    one = note(article, author, "windows stay shut")
    revised(article, "Something else altogether stands here now.\n")
    withdraw_revision(article.standing, by=author, reason="A mistake.")
    article.refresh_from_db()
    assert article.standing.number == 3
    assert article.standing.source.startswith(FIRST)
    assert words_at(where(one), article) == "windows stay shut"


def test_a_note_on_a_page_that_was_revised_meanwhile_follows(
    article: Article, author: User
) -> None:
    seen = factories.passage(article, "two hours")
    stale = replace(seen, revision=1)
    revised(article, FIRST.replace("The train stops", "The slow night train stops"))
    one = annotate(by=author, article=article, body="Late.", passage=stale)
    assert words_at(where(one), article) == "two hours"
    assert one.anchors.get().revision.number == 1
    revised(article, FIRST.replace("for two hours ", ""))
    with pytest.raises(Conflict):
        annotate(by=author, article=article, body="Too late.", passage=stale)


def test_what_a_person_decides_while_a_revision_is_prepared_stands(
    article: Article, author: User
) -> None:
    """The plan was made when this was being asked about; by the time it is written it is not."""
    one = note(article, author, "windows stay shut")
    Placement.objects.update(review=Review.ASKED)
    draft = write_revision(article, FIRST + "\nMore.\n", by=None)
    plan = Plan(draft, article.standing)
    plan.look(plan.standing())
    confirm(one, by=author, placement=where(one).pk)
    plan.write()
    assert (where(one).review, Placement.objects.count()) == (Review.CONFIRMED, 1)


def test_what_is_said_and_erased_while_a_revision_is_prepared(
    article: Article, author: User
) -> None:
    gone = note(article, author, "windows stay shut")
    draft = write_revision(article, "Goods go by ship instead.\n", by=None)
    plan = Plan(draft, article.standing)
    plan.look(plan.standing())
    gone.thread.delete()
    late = note(article, author, "two hours")
    plan.write()
    assert where(late).outcome == Outcome.ORPHANED
    assert Placement.objects.count() == 2
