"""A reply that was moved, as it is read: counts, pages, cards, search, addresses, what is new."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating, moving
from annotations.models import Annotation, Reading
from annotations.reading.conversations import conversations
from annotations.reading.news import news_page
from annotations.reading.unread import visits
from ncr.accounts.models import User, audience_ids
from tests import factories
from tests.annotations.branches import Case, again, build
from tests.annotations.news import unread_in
from tests.annotations.sending import client_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()  # of replies of which one person writes more than a minute allows


@pytest.fixture
def case(author: User, stranger: User) -> Case:
    return build(author, stranger)


def text(response: Any) -> str:
    packed = response.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(response.content) if packed else response.content).decode()


def card_in(page: str, label: str) -> str:
    """The card of a note on a page."""
    return page.split(f'id="n-{label}"', 1)[1].split("</article>", 1)[0]


def test_the_page_of_the_article_shows_it_in_its_new_thread(case: Case, moderator: User) -> None:
    address, client = reverse("article", args=[case.article.slug]), Client()
    before = client.get(address)
    assert case.reply.body in card_in(text(before), "1")
    moving.move(case.reply, to=case.second, by=moderator)
    after = client.get(address, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]
    first, second = (card_in(text(after), label) for label in ("1", "2"))
    assert 'data-count="2"' in first
    assert 'data-count="4"' in second
    for words in (case.reply.body, case.answer.body):
        assert words not in first
        assert words in second


def test_for_members_the_overlay_shows_it_there(
    author: User, stranger: User, moderator: User
) -> None:
    case = build(author, stranger, audience="members")
    public = Client().get(reverse("article", args=[case.article.slug]))["ETag"]
    moving.move(case.reply, to=case.second, by=moderator)
    overlay = client_of(stranger).get(reverse("overlay", args=[case.article.slug])).json()
    assert case.reply.body not in card_in(overlay["cards"], "m1")
    assert case.reply.body in card_in(overlay["cards"], "m2")
    assert Client().get(reverse("article", args=[case.article.slug]))["ETag"] == public


def test_both_pages_of_threads_and_the_discussion(case: Case, moderator: User) -> None:
    moving.move(case.reply, to=case.second, by=moderator)
    client = Client()
    assert case.reply.body not in text(client.get(case.first.thread.get_absolute_url()))
    assert case.reply.body in text(client.get(case.second.thread.get_absolute_url()))
    listed = text(client.get(reverse("discussion", args=[case.article.slug]) + "?order=discussed"))
    assert listed.index('id="n-2"') < listed.index('id="n-1"')


def test_the_addresses_of_what_moved_go_on_working(case: Case, moderator: User) -> None:
    moving.move(case.reply, to=case.second, by=moderator)
    for said in (case.reply, case.answer):
        page = Client().get(said.get_absolute_url())
        assert page.status_code == 200
        assert page.context["thread"] == case.second.thread
        assert said.body in text(page)
        there = Client().get(said.get_absolute_url() + "?in=article")
        assert there["Location"].endswith("#n-2")
    told = Client().get(reverse("api:annotation", args=[case.answer.uuid])).json()
    assert case.answer.body in str(told)


def test_it_is_found_with_the_label_of_its_new_thread(case: Case, moderator: User) -> None:
    address = reverse("api:search") + "?q=zephyrous&kind=notes"
    (before,) = Client().get(address).json()["results"]
    moving.move(case.reply, to=case.second, by=moderator)
    (after,) = Client().get(address).json()["results"]
    assert (before["label"], after["label"]) == ("1", "2")
    assert before["url"] == after["url"]


def test_it_is_answered_and_withdrawn_where_it_is(
    case: Case, moderator: User, stranger: User
) -> None:
    stale = again(case.answer)
    moving.move(case.reply, to=case.second, by=moderator)
    later = annotating.reply(by=stranger, to=stale, body="Said to it on the old page.")
    assert later.thread == case.second.thread
    annotating.withdraw(case.reply, by=stranger)
    case.second.thread.refresh_from_db()
    assert case.second.thread.readable_count == 4


def visited(person: User, case: Case, upto: int) -> None:
    seen = {str(pk): [[1, upto]] for pk in audience_ids(person)}
    Reading.objects.create(person=person, article=case.article, seen=seen, visited_at=NOW)


def test_who_wrote_in_the_new_thread_is_told_and_nobody_else(
    case: Case, moderator: User, author: User, stranger: User
) -> None:
    outsider = factories.person()
    for person in (author, outsider):
        visited(person, case, 100)
    Reading.objects.update(seen={str(case.second.thread.audience_id): [[1, 6]]})
    moving.move(case.reply, to=case.second, by=moderator)
    assert unread_in([case.article], author) == {case.article.pk: 1}
    assert unread_in([case.article], outsider) == {}
    visit = visits([case.article.pk], author)[case.article.pk]
    ((item,),) = news_page(case.article, visit, author).places
    assert (item.word, item.entry.annotation, item.new.thread.label) == (
        "Moved here",
        case.reply,
        "2",
    )


def test_what_was_unread_in_it_is_new_where_it_stands_now(case: Case, moderator: User) -> None:
    reader = factories.person()
    visited(reader, case, 2)  # the opening and the noise after it
    moving.move(case.reply, to=case.second, by=moderator)
    visit = visits([case.article.pk], reader)[case.article.pk]
    page = news_page(case.article, visit, reader)
    found = {item.entry.annotation.pk: item.new.thread.label for one in page.places for item in one}
    assert found[case.reply.pk] == found[case.answer.pk] == "2"
    assert (page.count, set(found.values())) == (4, {"2"})


def test_the_log_of_the_article_says_so_without_names(case: Case) -> None:
    by = factories.moderator("noor")
    moving.move(case.reply, to=case.second, by=by, reason="Quotes a name.")
    page = text(Client().get(reverse("moderation", args=[case.article.slug])))
    assert "A reply was moved to another thread" in page
    assert "Quotes a name." not in page
    assert "noor" not in page


def test_a_decision_after_it_is_undone_where_it_stands(case: Case, moderator: User) -> None:
    moderating.report(case.reply, by=case.first.author, reason="off-topic")
    moving.move(again(case.reply), to=case.second, by=moderator)
    moderating.hide(again(case.reply), by=moderator, reason="On second thoughts.")
    case.second.thread.refresh_from_db()
    assert case.second.thread.readable_count == 3
    moderating.undo(case.reply.review_items.get(), by=moderator)
    case.second.thread.refresh_from_db()
    assert (case.second.thread.readable_count, again(case.reply).moderation) == (4, "published")


def test_below_a_newer_reply_it_is_read_in_its_place(case: Case, moderator: User) -> None:
    """Replies are mostly newer than what they answer: this one is older, with thirty between."""
    for number in range(30):
        annotating.reply(by=case.first.author, to=case.second, body=f"Between {number}.", at=NOW)
    newest = annotating.reply(by=case.first.author, to=case.second, body="The newest.")
    moving.move(again(case.reply), to=newest, by=moderator)
    case.second.thread.refresh_from_db()
    card = conversations([case.second.thread], moderator)[0]
    assert [one.pk for one in card.said] == [
        case.second.pk,
        newest.pk,
        case.reply.pk,
        case.answer.pk,
    ]
    assert [one.depth for one in card.said] == [0, 1, 2, 3]
    assert card.more == 31
    assert card.more_from == [str(case.first.author)]
    whole = conversations([case.second.thread], moderator, None)[0]
    bodies = [str(one.html) for one in whole.said]
    assert len(bodies) == 35
    assert "Noise that was there" in bodies[1]
    assert "Between 29" in bodies[31]
    assert [one.pk for one in whole.said[-3:]] == [newest.pk, case.reply.pk, case.answer.pk]


def test_a_card_is_long_enough_for_the_reply_that_is_sought(case: Case, moderator: User) -> None:
    for number in range(12):
        annotating.reply(by=case.first.author, to=case.second, body=f"Between {number}.", at=NOW)
    newest = annotating.reply(by=case.first.author, to=case.second, body="The newest.")
    moving.move(again(case.reply), to=newest, by=moderator)
    address = reverse("card", args=[case.second.thread.uuid])
    for sought in (newest, case.answer, Annotation.objects.get(body="Between 11.")):
        card = Client().get(f"{address}?reply={sought.uuid}").content.decode()
        assert f'id="a-{sought.uuid}"' in card


def test_a_thread_with_nothing_left_to_read_is_gone(case: Case, moderator: User) -> None:
    annotating.withdraw(case.first, by=case.first.author)
    annotating.withdraw(Annotation.objects.get(body="Noise that stays."), by=case.first.author)
    address = case.first.thread.get_absolute_url()
    assert Client().get(address).status_code == 200
    noise = Annotation.objects.get(body="Noise that was there.")
    moving.move(again(case.reply), to=noise, by=moderator)
    assert Client().get(address).status_code == 404
