"""Links between passages: written once, right at both ends, and seen by who may read both."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from annotations import annotating, moderating
from annotations.foreseeing import foreseen
from annotations.models import Anchor, Annotation, PassageLink, Placement
from annotations.passages import Passage
from annotations.pointing import Link
from annotations.reading.linked import links_of, links_to
from annotations.reading.passed import passages_of
from annotations.samples.loading import remove_samples
from annotations.takeout import annotations_of
from annotations.takeout_text import annotation_text
from articles.models import Article
from articles.revising import change_audience, publish_revision, withdraw_revision, write_revision
from ncr.accounts.models import Audience, Notice, User
from ncr.refusals import Conflict, Refused
from tests import factories
from tests.annotations.revised import revised

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
NOBODY = AnonymousUser()


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(title="The corridor")


@pytest.fixture
def other(db: None) -> Article:
    return factories.article(title="The ferry")


def link(to: Article, words: str = "second train", relation: str = "contradicts") -> Link:
    return Link(relation, to, factories.passage(to, words))


def linking(of: Article, by: User, to: Article, **given: Any) -> Annotation:
    relation = given.pop("relation", "contradicts")
    return factories.annotation(
        of,
        by,
        "See there.",
        link=link(to, given.pop("at_words", "second train"), relation),
        **given,
    )


def page(article: Article, user: User | None = None) -> str:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client.get(article.get_absolute_url()).content.decode()


def changed(article: Article, words: str, instead: str) -> None:
    """Publishes the text with other words in place of these."""
    article.refresh_from_db()
    source = article.standing.source
    assert words in source
    revised(article, source.replace(words, instead))


def now(note: Annotation) -> Placement:
    return Placement.objects.current().get(anchor=note.link.anchor)


def test_a_link_has_two_ends_and_one_discussion(
    article: Article, other: Article, author: User, stranger: User
) -> None:
    note = linking(article, author, other)
    first, second = note.anchors.order_by("ordinal")
    assert (first.role, first.revision_id) == ("target", article.current_revision_id)
    assert (second.role, second.revision_id) == ("link", other.current_revision_id)
    assert (second.quote, note.link.relation) == ("second train", "contradicts")
    assert passages_of([note.thread_id])[note.thread_id].quote == "train stops"
    annotating.reply(by=stranger, to=note, body="Does it?")
    assert links_of([note.pk], NOBODY)[note.pk].words == "second train"
    [pointer] = links_to(other, NOBODY)
    assert (pointer.words, pointer.here.inverse) == ("train stops", "Contradicted by")


@pytest.mark.parametrize("relation", PassageLink.Relation.values)
def test_every_relation_reads_from_both_ends(
    article: Article, other: Article, author: User, relation: str
) -> None:
    linking(article, author, other, relation=relation)
    here, there = page(article), page(other)
    assert str(PassageLink.Relation(relation).label) in here
    assert links_to(other, NOBODY)[0].here.inverse in there


def test_within_one_article_both_ends_are_on_its_page(article: Article, author: User) -> None:
    linking(article, author, article)
    shown = page(article)
    assert "Linked from elsewhere" in shown
    assert 'class="linked is-contradicts"' in shown


def test_a_second_passage_is_no_note_on_the_other_article(
    article: Article, other: Article, author: User
) -> None:
    linking(article, author, other)
    shown = page(other)
    assert 'class="card' not in shown
    assert 'data-notes="1"' not in shown


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"relation": "resembles"}, "relation"),
        ({"words": ""}, "passage"),
        ({"at_words": "train stops", "to_itself": True}, "link"),
    ],
    ids=["unknown relation", "from nowhere", "at itself"],
)
def test_what_is_no_link_is_refused_and_nothing_written(
    article: Article, other: Article, author: User, given: dict[str, Any], field: str
) -> None:
    to = article if given.pop("to_itself", False) else other
    with pytest.raises(Refused) as refused:
        linking(article, author, to, **given)
    assert refused.value.field == field
    assert not Annotation.objects.exists()


def test_who_may_not_read_the_other_article_cannot_point_at_it(
    article: Article, author: User
) -> None:
    closed = factories.article(audience=factories.group(factories.person()).audience)
    with pytest.raises(Refused, match="not there") as refused:
        linking(article, author, closed)
    assert refused.value.field == "link"


def test_the_link_shows_to_those_alone_who_may_read_both_articles(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    group = factories.group(author)
    author = User.objects.get(pk=author.pk)
    closed = factories.article(audience=group.audience, title="Closed text")
    note = linking(article, author, closed)
    assert links_of([note.pk], author)[note.pk].article.title == "Closed text"
    for reader in (NOBODY, stranger, moderator):
        assert links_of([note.pk], reader) == {}
    for user in (None, stranger, moderator):
        shown = page(article, user)
        assert "See there." in shown
        assert "Closed text" not in shown
        assert "is-contradicts" not in shown


@pytest.mark.parametrize("audience", ["me", "members", "group"])
def test_the_other_end_shows_no_note_that_the_reader_may_not_read(
    article: Article, other: Article, author: User, stranger: User, audience: str
) -> None:
    group = factories.group(author)
    author, said_to = User.objects.get(pk=author.pk), audience
    if audience == "group":
        said_to = f"group:{group.slug}"
    before = Client().get(other.get_absolute_url())["ETag"]
    linking(article, author, other, audience=said_to)
    assert Client().get(other.get_absolute_url())["ETag"] == before
    assert links_to(other, NOBODY) == []
    assert len(links_to(other, User.objects.get(pk=author.pk))) == 1
    assert len(links_to(other, stranger)) == (audience == "members")


def test_the_other_page_is_made_anew_with_each_change_that_all_may_see(
    article: Article, other: Article, author: User, moderator: User
) -> None:
    assert "Linked from elsewhere" not in page(other)
    note = linking(article, author, other)
    assert "Linked from elsewhere" in page(other)
    moderating.hide(note, by=moderator, reason="noise")
    assert "Linked from elsewhere" not in page(other)
    moderating.restore(note, by=moderator, reason="after all")
    assert "Linked from elsewhere" in page(other)
    annotating.withdraw(note, by=author)
    assert "Linked from elsewhere" not in page(other)


def test_closing_an_article_takes_its_links_from_the_pages_of_others(
    article: Article, other: Article, author: User, django_capture_on_commit_callbacks: Any
) -> None:
    members = Audience.objects.get(pk=Audience.MEMBERS)
    linking(article, author, other)
    third = factories.article(title="The third")
    linking(third, author, other)
    assert "is-contradicts" in page(third)
    assert "The third" in page(other)
    withdraw_revision(third.current_revision, by=author, reason="a mistake")
    assert "The third" not in page(other)
    with django_capture_on_commit_callbacks(execute=True):
        change_audience(other, members)
    assert "The ferry" not in page(article)


def test_both_ends_follow_the_revisions_of_either_text(
    article: Article, other: Article, author: User
) -> None:
    note = linking(article, author, other)
    first = Placement.objects.of_openings().get(thread=note.thread)
    changed(other, "The second train does not stop", "A second train never stops")
    standing = now(note)
    assert standing.from_revision.article_id == other.pk
    assert standing.quote in ("", "second train")
    assert links_of([note.pk], NOBODY)[note.pk].words == "second train"
    changed(article, "The train stops once", "The train stops twice")
    first.refresh_from_db()
    assert first.thread.article_id == article.pk
    assert Placement.objects.filter(anchor=note.link.anchor).count() == 2
    held = set(
        Placement.objects.filter(anchor=note.link.anchor).values_list(
            "from_revision__article_id", flat=True
        )
    )
    assert held == {other.pk}


def test_a_second_passage_that_is_gone_is_said_and_comes_back(
    article: Article, other: Article, author: User, django_capture_on_commit_callbacks: Any
) -> None:
    note = linking(article, author, other)
    with django_capture_on_commit_callbacks(execute=True):
        changed(other, "The second train does not stop at all.\n", "")
    assert now(note).outcome == Placement.Outcome.ORPHANED
    assert "This passage is no longer in the text." in page(article)
    assert links_to(other, NOBODY) == []
    changed(
        other,
        "and nobody gets off.\n",
        "and nobody gets off.\n\nThe second train does not stop at all.\n",
    )
    assert links_to(other, NOBODY)[0].here.words == "second train"
    assert not Notice.objects.filter(kind=Notice.Kind.REVISED).exists()


def test_a_link_from_a_stale_page_is_placed_in_the_text_of_now(
    article: Article, other: Article, author: User
) -> None:
    seen = factories.passage(other, "second train")
    stale = Passage(seen.start_key, seen.start, seen.end_key, seen.end, seen.quote, revision=1)
    changed(other, "The second train", "However, the second train")
    note = factories.annotation(article, author, link=Link("cites", other, stale))
    assert now(note).start_offset == seen.start + len("However, ")
    changed(other, "However, the second train does not stop at all.\n", "")
    with pytest.raises(Conflict) as conflict:
        factories.annotation(article, author, link=Link("cites", other, stale))
    assert conflict.value.field == "link"


def test_what_points_here_is_not_counted_among_the_notes_on_a_draft(
    article: Article, other: Article, author: User
) -> None:
    linking(article, author, other)
    other.refresh_from_db()
    source = other.current_revision.source.replace("two countries", "three countries")
    draft = write_revision(other, source, by=None)
    told = foreseen(draft, author)
    assert told is not None
    assert told.total == 0
    publish_revision(draft, by=None)


def test_sample_articles_go_though_notes_elsewhere_point_at_them(
    article: Article, author: User
) -> None:
    sample = factories.article(is_sample=True)
    note = linking(article, author, sample)
    back = linking(sample, author, article)
    assert remove_samples() == 1
    note = Annotation.objects.get(pk=note.pk)
    assert [one.role for one in note.anchors.all()] == [Anchor.Role.TARGET]
    assert not PassageLink.objects.exists()
    assert not Annotation.objects.filter(pk=back.pk).exists()


def test_a_note_that_waits_for_a_moderator_points_at_nothing_yet(
    article: Article, other: Article, author: User
) -> None:
    note = linking(article, author, other)
    Annotation.objects.filter(pk=note.pk).update(moderation="pending")
    assert links_to(other, NOBODY) == []
    assert links_to(other, author) == []


def test_the_page_of_a_block_has_all_links_that_its_reader_may_see(
    article: Article, other: Article, author: User, stranger: User
) -> None:
    linking(article, author, other, audience="members")
    linking(article, author, other)
    address = f"{other.get_absolute_url()}p/{factories.block(other, 'second train').key}/"
    client = Client()
    assert client.get(address).content.decode().count('class="is-contradicts"') == 1
    client.force_login(stranger, BACKEND)
    shown = client.get(address).content.decode()
    assert shown.count('class="is-contradicts"') == 2
    assert "note m1" in shown
    assert page(other, stranger).count('class="is-contradicts"') == 1


def test_the_takeout_says_at_what_one_pointed(
    article: Article, other: Article, author: User
) -> None:
    linking(article, author, other)
    [facts] = annotations_of(author)
    assert facts["link"]["passage"] == "second train"
    assert "- Contradicts: The ferry\n\n> second train" in annotation_text(facts)
    change_audience(other, factories.group(factories.person()).audience)
    [facts] = annotations_of(User.objects.get(pk=author.pk))
    assert (facts["link"]["article"], facts["link"]["passage"]) == (None, None)
