"""The page of a note's place, and the same as JSON: confirm, place again, leave."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from annotations.models import Annotation, Placement
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import User
from tests import factories
from tests.annotations.revised import FIRST, lost_note, where
from tests.annotations.sending import assert_problem, client_of, send

pytestmark = pytest.mark.django_db

Outcome, Review = Placement.Outcome, Placement.Review


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(FIRST)


@pytest.fixture
def lost(article: Article, author: User) -> Annotation:
    return lost_note(article, author)


@pytest.fixture
def asked(article: Article, author: User) -> Annotation:
    made = factories.annotation(article, author, words="stops at the border for two hours")
    changed = FIRST.replace("two hours", "three hours")
    publish_revision(write_revision(article, changed, by=None))
    article.refresh_from_db()
    Placement.objects.current().filter(anchor__annotation=made).update(review=Review.ASKED)
    return made


def place(one: Annotation) -> str:
    return reverse("place", args=[one.uuid])


def post(one: Annotation, by: User | None, **given: Any) -> Any:
    return client_of(by).post(place(one), {"placement": where(one).pk, **given})


def test_it_shows_the_passage_then_against_the_passage_now(asked: Annotation, author: User) -> None:
    shown = client_of(author).get(place(asked)).content.decode()
    assert "for <del>two</del><ins>three</ins> hours" in shown
    assert "Yes, it stands where it belongs" in shown


def test_who_may_read_it_sees_it_without_forms(asked: Annotation, stranger: User) -> None:
    for visitor in (None, stranger):
        shown = client_of(visitor).get(place(asked)).content.decode()
        assert "for <del>two</del><ins>three</ins> hours" in shown
        assert 'method="post"' not in shown.partition("<main")[2].partition("</main>")[0]
    assert post(asked, stranger, act="confirm").status_code == 403
    assert post(asked, None, act="confirm").status_code == 401
    assert where(asked).review == Review.ASKED


def test_its_author_confirms_it(asked: Annotation, author: User) -> None:
    assert post(asked, author, act="confirm").status_code == 302
    assert where(asked).review == Review.CONFIRMED
    shown = client_of(author).get(place(asked)).content.decode()
    assert "Somebody confirmed that it stands here." in shown
    assert "Yes, it stands" not in shown


def test_a_moderator_leaves_it_without_a_place(asked: Annotation, moderator: User) -> None:
    assert post(asked, moderator, act="leave").status_code == 302
    assert (where(asked).outcome, where(asked).review) == (Outcome.ORPHANED, Review.LEFT)


def test_its_author_chooses_a_paragraph_and_pastes_a_phrase(
    lost: Annotation, article: Article, author: User
) -> None:
    block = factories.block(article, "Goods go")
    shown = client_of(author).get(f"{place(lost)}?block={block.key}").content.decode()
    assert block.text in shown
    answer = post(lost, author, act="place", block=block.key, phrase="takes a day longer")
    assert answer["Location"] == place(lost)
    assert where(lost).quote == "takes a day longer"
    assert where(lost).review == Review.REPLACED


def test_an_empty_phrase_means_the_whole_paragraph(
    lost: Annotation, article: Article, author: User
) -> None:
    block = factories.block(article, "Goods go")
    post(lost, author, act="place", block=block.key, phrase="")
    assert where(lost).quote == block.text


def test_words_that_were_selected_in_the_text_are_shown_and_taken(
    lost: Annotation, article: Article, author: User
) -> None:
    spot = factories.passage(article, "a day longer")
    given = {
        "start_key": spot.start_key,
        "start": spot.start,
        "end_key": spot.end_key,
        "end": spot.end,
        "quote": spot.quote,
        "revision": article.standing.number,
    }
    shown = client_of(author).get(place(lost), given).content.decode()
    assert "You selected:" in shown
    assert ">a day longer</blockquote>" in shown
    post(lost, author, act="place", **given)
    assert where(lost).quote == "a day longer"


def test_what_was_typed_is_kept_when_it_is_refused(
    lost: Annotation, article: Article, author: User
) -> None:
    block = factories.block(article, "Goods go")
    answer = post(lost, author, act="place", block=block.key, phrase="What I typed & keep")
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert 'value="What I typed &amp; keep"' in shown
    assert block.text in shown
    assert "These words are not in the paragraph" in shown
    nothing = post(lost, author, act="place", phrase="")
    assert nothing.status_code == 422
    assert "Choose a paragraph first." in nothing.content.decode()


def test_a_place_that_changed_meanwhile_is_a_conflict_that_keeps_what_was_typed(
    lost: Annotation, article: Article, author: User
) -> None:
    block = factories.block(article, "Goods go")
    given = {"act": "place", "block": block.key, "phrase": "a day longer", "placement": 1}
    Placement.objects.filter(anchor__annotation=lost).order_by("pk").first()
    stale = where(lost).pk + 1
    answer = client_of(author).post(place(lost), {**given, "placement": stale})
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Its place changed since you looked at it" in shown
    assert 'value="a day longer"' in shown
    assert f'name="placement" value="{where(lost).pk}"' in shown


@pytest.mark.parametrize("placement", ["", "x", "-1", "9" * 30])
def test_a_form_that_names_no_place_is_refused(
    lost: Annotation, author: User, placement: str
) -> None:
    answer = client_of(author).post(place(lost), {"act": "leave", "placement": placement})
    assert answer.status_code in (409, 422)
    assert "errorlist" in answer.content.decode()


def test_what_is_about_the_whole_article_has_no_place(article: Article, author: User) -> None:
    one = factories.annotation(article, author, words="")
    assert client_of(author).get(place(one)).status_code == 404


def test_a_program_does_the_same(lost: Annotation, article: Article, author: User) -> None:
    client = client_of(author)
    seen = client.get(reverse("api:place", args=[lost.uuid])).json()
    assert (seen["outcome"], seen["now"], seen["may_decide"]) == ("orphaned", None, True)
    spot = factories.passage(article, "a day longer")
    anchor = {"start_key": spot.start_key, "start": spot.start, "end": spot.end}
    given = {"anchor": anchor, "placement": seen["placement"]}
    placed = send(client, "place", lost.uuid, given).json()
    assert (placed["now"], placed["review"]) == ("a day longer", "re-placed")
    decided = {"placement": placed["placement"]}
    assert send(client, "confirm_place", lost.uuid, decided).json()["review"] == "confirmed"
    left = send(client, "leave_place", lost.uuid, decided).json()
    assert (left["outcome"], left["review"], left["now"]) == ("orphaned", "left", None)


def test_a_program_is_refused_in_words(
    lost: Annotation, article: Article, author: User, stranger: User
) -> None:
    given = {"placement": where(lost).pk}
    assert_problem(send(client_of(stranger), "leave_place", lost.uuid, given), 403)
    assert_problem(send(client_of(None), "leave_place", lost.uuid, given), 401)
    assert_problem(send(client_of(author), "confirm_place", lost.uuid, given), 422)
    stale = {"placement": where(lost).pk + 1}
    assert_problem(send(client_of(author), "leave_place", lost.uuid, stale), 409)
    assert_problem(send(client_of(author), "leave_place", lost.uuid, {}), 422)
    private = factories.annotation(article, author, words="a day longer", audience="me")
    other = {"placement": where(private).pk}
    assert_problem(send(client_of(stranger), "leave_place", private.uuid, other), 404)
