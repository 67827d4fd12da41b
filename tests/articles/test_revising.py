"""The verbs of revising: one draft an article, nothing overwritten unseen, publishing forwards."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from articles import revising
from articles.models import Article, Block, Revision
from articles.revising import (
    bring_up_to_date,
    digest_of,
    discard_draft,
    look_of,
    publish_revision,
    republish_revision,
    revise,
    rewrite_draft,
    roll_back,
    withdraw_revision,
)
from articles.signals import revision_preparing
from ncr.accounts.models import User
from ncr.refusals import Conflict, Refused
from tests import factories

pytestmark = pytest.mark.django_db
SECOND, THIRD = "The second text.\n", "The third text, which is longer.\n"


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(title="The night train")


def draft_of(article: Article, source: str = SECOND, **more: Any) -> Revision:
    """A draft begun from the text that stands."""
    stands = revising.newest_published(article)
    assert stands is not None
    return revise(article, source, by=None, before=digest_of(stands.source), **more)


def published(article: Article, source: str = SECOND) -> Revision:
    return publish_revision(draft_of(article, source))


def reads(article: Article) -> tuple[int, str]:
    """The number of the revision that is read, and the beginning of its text."""
    article.refresh_from_db()
    return article.standing.number, article.standing.source.split("\n")[0]


def test_revising_makes_a_draft_that_nobody_reads(article: Article, author: User) -> None:
    draft = draft_of(article, note="A word.")
    assert (draft.number, draft.note, draft.published_at) == (2, "A word.", None)
    assert draft.base == article.standing
    assert reads(article)[0] == 1


def test_an_article_has_one_draft_which_is_written_anew(article: Article) -> None:
    draft = draft_of(article, note="Why.")
    again = revise(article, THIRD, by=None, before=digest_of(SECOND))
    assert again.pk == draft.pk
    assert (again.source, again.note) == (THIRD, "Why.")
    assert article.revisions.count() == 2


def test_the_text_as_it_stands_makes_no_draft(article: Article) -> None:
    with pytest.raises(Refused, match="Nothing is changed"):
        draft_of(article, article.standing.source.replace("\n", "\r\n"))
    assert article.revisions.count() == 1


def test_who_began_from_an_older_text_is_told_what_stands(article: Article) -> None:
    first = digest_of(article.standing.source)
    published(article)
    with pytest.raises(Conflict) as conflict:
        revise(article, THIRD, by=None, before=first)
    assert conflict.value.current == SECOND
    assert article.revisions.count() == 2


def test_who_did_not_see_anothers_draft_is_told_what_it_says(article: Article) -> None:
    first = digest_of(article.standing.source)
    draft_of(article)
    with pytest.raises(Conflict) as conflict:
        revise(article, THIRD, by=None, before=first)
    assert conflict.value.current == SECOND
    assert Revision.objects.get(article=article, number=2).source == SECOND


@pytest.mark.parametrize("source", ["", "   \n", "[x]: y", ">" * 500 + " deep", "a" * 5_000_001])
def test_what_cannot_be_taken_leaves_the_draft_as_it_was(article: Article, source: str) -> None:
    draft = draft_of(article)
    keys = list(draft.blocks.values_list("pk", "key"))
    with pytest.raises((Refused, ValueError)):
        revise(article, source, by=None, before=digest_of(SECOND))
    draft.refresh_from_db()
    assert draft.source == SECOND
    assert list(draft.blocks.values_list("pk", "key")) == keys


def test_publishing_twice_publishes_once(article: Article, author: User, stranger: User) -> None:
    draft = draft_of(article)
    publish_revision(draft, by=author, note="Why.")
    at = draft.published_at
    publish_revision(draft, by=stranger, note="Otherwise.")
    draft.refresh_from_db()
    assert (draft.published_at, draft.published_by, draft.note) == (at, author, "Why.")


@pytest.mark.parametrize(
    ("given", "kept"), [(None, "Why."), ("", ""), (" So\n it is ", "So it is")]
)
def test_the_note_is_the_drafts_unless_another_is_given(
    article: Article, given: str | None, kept: str
) -> None:
    draft = draft_of(article, note="Why.")
    assert publish_revision(draft, note=given).note == kept


def test_a_note_that_is_too_long_publishes_nothing(article: Article) -> None:
    draft = draft_of(article)
    with pytest.raises(Refused):
        publish_revision(draft, note="x" * 301)
    assert reads(article)[0] == 1


def test_a_draft_that_changed_since_it_was_looked_at_is_not_published(article: Article) -> None:
    draft = draft_of(article)
    seen = look_of(draft)
    rewrite_draft(draft, THIRD)
    with pytest.raises(Conflict):
        publish_revision(draft, seen=seen)
    assert reads(article)[0] == 1
    publish_revision(draft, seen=look_of(draft))
    assert reads(article) == (2, THIRD.strip())


def test_keeping_a_draft_unchanged_does_not_change_its_look(article: Article) -> None:
    draft = draft_of(article)
    seen = look_of(draft)
    rewrite_draft(draft, SECOND, note="Why.")
    assert look_of(draft) == seen


def test_a_draft_that_changes_while_it_is_prepared_is_not_published(article: Article) -> None:
    """What was prepared speaks of blocks that are others by then."""
    draft = draft_of(article)

    def rewrite(revision: Revision, **kwargs: Any) -> None:
        rewrite_draft(Revision.objects.get(pk=revision.pk), THIRD)

    revision_preparing.connect(rewrite)
    try:
        with pytest.raises(Conflict):
            publish_revision(draft)
    finally:
        revision_preparing.disconnect(rewrite)
    assert reads(article)[0] == 1


def test_a_draft_thrown_away_while_it_is_published_is_said_to_be_gone(article: Article) -> None:
    draft = draft_of(article)
    stale = Revision.objects.get(pk=draft.pk)
    discard_draft(draft)
    with pytest.raises(Conflict, match="threw this draft away"):
        publish_revision(stale)
    assert reads(article)[0] == 1


def test_a_draft_is_thrown_away_once_and_only_as_it_was_seen(article: Article) -> None:
    draft = draft_of(article)
    with pytest.raises(Conflict):
        discard_draft(draft, before=digest_of("something else\n"))
    discard_draft(draft, before=digest_of(SECOND))
    discard_draft(draft)
    assert article.revisions.get().number == 1
    with pytest.raises(Refused):
        discard_draft(article.revisions.get())
    assert draft_of(article, THIRD).number == 2


def test_the_only_text_of_an_article_is_not_thrown_away() -> None:
    draft = factories.article(publish=False).revisions.get()
    with pytest.raises(Refused):
        discard_draft(draft)


def test_a_text_comes_back_as_a_new_revision_under_its_old_keys(
    article: Article, author: User
) -> None:
    first = article.standing
    keys = list(first.blocks.order_by("position").values_list("key", flat=True))
    published(article)
    made = roll_back(article, first, by=author, note="It was better.")
    assert (made.number, made.note, made.published_by) == (3, "It was better.", author)
    assert made.source == first.source
    assert list(made.blocks.order_by("position").values_list("key", flat=True)) == keys
    assert roll_back(article, first, by=author) == made  # pressed twice
    assert article.revisions.count() == 3


def test_a_draft_under_way_stays_the_newest_when_a_text_comes_back(
    article: Article, author: User
) -> None:
    first = article.standing
    published(article)
    draft = draft_of(article, THIRD)
    made = roll_back(article, first, by=author)
    draft.refresh_from_db()
    assert (made.number, draft.number) == (3, 4)
    assert (draft.source, draft.published_at) == (THIRD, None)
    with pytest.raises(Conflict):
        publish_revision(draft)
    bring_up_to_date(draft)
    draft.refresh_from_db()
    assert draft.base == made
    publish_revision(draft)
    assert reads(article) == (4, THIRD.strip())


def test_what_was_withdrawn_does_not_come_back(article: Article, author: User) -> None:
    first = article.standing
    published(article)
    withdraw_revision(first, by=author, reason="why")
    with pytest.raises(Refused):
        roll_back(article, first, by=author)
    with pytest.raises(Refused):
        roll_back(article, factories.article().standing, by=author)
    assert reads(article) == (2, SECOND.strip())
    assert article.revisions.count() == 2


def test_withdrawing_what_is_read_goes_back_to_the_text_before(
    article: Article, author: User
) -> None:
    first = article.standing.source
    second = published(article)
    for _twice in range(2):
        withdraw_revision(second, by=author, reason="why")
    assert reads(article) == (3, first.split("\n")[0])
    assert article.revisions.count() == 3


def test_withdrawing_never_lets_the_same_words_be_read_again(
    article: Article, author: User
) -> None:
    """The third revision has the words of the first, which would be no withdrawal of them."""
    withdraw_revision(published(article), by=author, reason="why")
    assert reads(article)[0] == 3
    withdraw_revision(article.standing, by=author, reason="why")
    article.refresh_from_db()
    assert article.current_revision is None
    assert article.revisions.count() == 3


def test_withdrawing_an_earlier_text_changes_nothing_that_is_read(
    article: Article, author: User
) -> None:
    first = article.standing
    published(article)
    withdraw_revision(first, by=author, reason="why")
    assert reads(article) == (2, SECOND.strip())
    republish_revision(first, by=author)
    assert reads(article) == (2, SECOND.strip())


def test_a_draft_under_way_outlives_a_withdrawal(article: Article, author: User) -> None:
    second = published(article)
    draft = draft_of(article, THIRD)
    withdraw_revision(second, by=author, reason="why")
    draft.refresh_from_db()
    assert (draft.number, draft.source, draft.published_at) == (4, THIRD, None)
    assert reads(article)[0] == 3


@pytest.mark.parametrize("act", ["roll_back", "withdraw"])
def test_no_copy_is_left_behind_where_another_text_was_quicker(
    article: Article, author: User, act: str
) -> None:
    first = article.standing
    second = published(article)

    def overtake(revision: Revision, **kwargs: Any) -> None:
        if revision.source == first.source:
            publish_revision(revising.write_revision(article, THIRD, by=None))

    revision_preparing.connect(overtake)
    try:
        if act == "withdraw":
            withdraw_revision(second, by=author, reason="why")
        else:
            with pytest.raises(Conflict):
                roll_back(article, first, by=author)
    finally:
        revision_preparing.disconnect(overtake)
    assert reads(article)[1] == THIRD.strip()
    assert not article.revisions.filter(published_at=None).exists()
    second.refresh_from_db()
    assert (second.withdrawn_at is not None) == (act == "withdraw")


def test_addresses_stay_whatever_becomes_of_the_text(article: Article, author: User) -> None:
    first, slug = article.standing, article.slug
    published(article)
    roll_back(article, first, by=author)
    withdraw_revision(Revision.objects.get(article=article, number=3), by=author, reason="why")
    discard_draft(draft_of(article, THIRD))
    article.refresh_from_db()
    assert article.slug == slug
    assert not article.old_slugs.exists()
    assert Article.objects.count() == 1


def test_no_key_is_given_twice(article: Article) -> None:
    keys = set(article.standing.blocks.values_list("key", flat=True))
    other = published(article, "Zebras graze.\n\nNothing else is said of them here.\n")
    gone = keys - set(other.blocks.values_list("key", flat=True))
    assert gone
    again = published(article, "Quite another thing is written now.\n")
    assert not set(again.blocks.values_list("key", flat=True)) & keys
    assert (
        Block.objects.filter(article=article, key__in=gone).values("revision").distinct().count()
        == 1
    )


def test_no_garbage_is_looked_for_while_others_wait(article: Article) -> None:
    """After a large text was matched that takes longer than all that is written."""
    draft, seen = draft_of(article), {}

    def hear(**kwargs: Any) -> Any:
        seen["while it is prepared"] = gc.isenabled()
        return lambda: seen.update({"while others wait": gc.isenabled()})

    revision_preparing.connect(hear)
    try:
        publish_revision(draft)
    finally:
        revision_preparing.disconnect(hear)
    assert seen == {"while it is prepared": True, "while others wait": False}
    assert gc.isenabled()


def test_garbage_is_collected_again_when_publishing_is_refused(article: Article) -> None:
    draft = draft_of(article)
    with pytest.raises(Conflict):
        publish_revision(draft, seen="another look")
    assert gc.isenabled()
