"""Threads on their pages and in their cards: windows, branches, one reply, neighbours."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, moderating
from annotations.models import Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


@pytest.fixture
def note(article: Article, author: User) -> Annotation:
    return factories.annotation(article, author, "The opening.")


def page(address: str, person: User | None = None) -> str:
    client = Client()
    if person is not None:
        client.force_login(person, BACKEND)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def chain(note: Annotation, people: list[User], count: int) -> list[Annotation]:
    said = [note]
    for number in range(count):
        by = people[number % len(people)]
        said.append(annotating.reply(by=by, to=said[-1], body=f"Answer {number}."))
    return said


def test_a_card_names_who_says_the_next_and_brings_them(
    note: Annotation, author: User, stranger: User, moderator: User
) -> None:
    li = factories.person("li", display_name="Li <Later>")
    said = chain(note, [stranger, author, stranger, li, author], 7)
    moderating.hide(said[5], by=moderator, reason="noise")
    thread = note.thread.get_absolute_url()
    first = page(f"{thread}card/")
    assert first.count('class="reply') == 3
    words = "3 more replies, from Li &lt;Later&gt;, Sven Stranger …"
    assert f'data-rest="24" dir="auto">{words}</a>' in first
    more = page(f"{thread}card/?replies=24")
    assert "Answer 6." in more
    assert "Answer 4." not in more
    assert "data-rest" not in more
    assert page(f"{thread}card/?replies=many").count('class="reply') == 3


def test_a_card_brings_as_many_replies_as_it_takes_to_one(
    note: Annotation, author: User, stranger: User, moderator: User
) -> None:
    said = chain(note, [stranger, author], 9)
    elsewhere = factories.annotation(note.thread.article, author)
    card = f"{note.thread.get_absolute_url()}card/?reply="
    assert 'id="a-' + str(said[6].uuid) in page(f"{card}{said[6].uuid}")
    assert page(f"{card}{said[6].uuid}").count('class="reply') == 6
    for none in (said[1].uuid, elsewhere.uuid, "many"):
        assert page(f"{card}{none}").count('class="reply') == 3
    moderating.hide(said[8], by=moderator, reason="noise")
    assert page(f"{card}{said[8].uuid}", stranger).count('class="reply') == 3
    assert page(f"{card}{said[8].uuid}", moderator).count('class="reply') == 8


def test_several_replies_to_a_reply_can_be_folded_away(
    note: Annotation, author: User, stranger: User
) -> None:
    reply = annotating.reply(by=stranger, to=note, body="One.")
    annotating.reply(by=author, to=reply, body="Two.")
    thread = note.thread.get_absolute_url()
    assert "<details" not in page(thread)
    third = annotating.reply(by=author, to=reply, body="Three.")
    assert '<details class="branch" open><summary>2 replies</summary>' in page(thread)
    annotating.withdraw(third, by=author)
    assert "<details" not in page(thread)


def test_a_reply_on_its_own_page_stands_under_what_it_answers(
    note: Annotation, author: User, stranger: User
) -> None:
    aside = annotating.reply(by=stranger, to=note, body="An aside.")
    said = chain(note, [stranger, author], 5)
    shown = page(said[3].get_absolute_url())
    for words in ("The opening.", "Answer 0.", "Answer 2.", "Answer 4."):
        assert words in shown
    assert "An aside." not in shown
    (here,) = re.findall(r'id="a-([-0-9a-f]+)" aria-current="true"', shown)
    assert here == str(said[3].uuid)
    assert "The whole thread, with 1 more" in shown
    assert "Answer" not in page(aside.get_absolute_url())


def test_what_is_answered_passes_the_gate(
    note: Annotation, author: User, stranger: User, moderator: User
) -> None:
    said = chain(note, [stranger, author], 2)
    moderating.hide(said[1], by=moderator, reason="noise")
    for visitor, sees in ((None, False), (author, False), (stranger, True), (moderator, True)):
        shown = page(said[2].get_absolute_url(), visitor)
        assert ("Answer 0." in shown) == sees
        assert "Answer 1." in shown
    own = factories.annotation(note.thread.article, author, "For me.", audience="me")
    answer = annotating.reply(by=author, to=own, body="And me.")
    assert Client().get(answer.get_absolute_url()).status_code == 404


def test_a_late_reply_leads_to_its_page_of_the_thread(
    note: Annotation, author: User, stranger: User
) -> None:
    replies = [annotating.reply(by=stranger, to=note, body=f"Reply {n}.") for n in range(55)]
    replies += [annotating.reply(by=author, to=note, body=f"Reply {n}.") for n in range(55, 105)]
    shown = page(replies[101].get_absolute_url())
    (address,) = re.findall(r'href="(/threads/[^"]+\?after=[^"#]+)#a-', shown)
    assert "Reply 101." in page(address)
    assert "?after=" not in page(replies[99].get_absolute_url())


def neighbours(note: Annotation, person: User | None = None) -> dict[str, str]:
    shown = page(note.thread.get_absolute_url(), person)
    found = re.findall(r'href="/threads/[^"]+" rel="(prev|next)">(.*?)</a>', shown)
    return {rel: re.sub(r"<.*?>", "", words).removeprefix("Note ") for rel, words in found}


def test_threads_lead_to_their_neighbours_in_the_text(
    article: Article, author: User, stranger: User
) -> None:
    last = factories.annotation(article, author, words="stop at all")
    first = factories.annotation(article, author, words="two countries")
    middle = factories.annotation(article, author, words="at night")
    earlier = factories.annotation(article, author, words="train stops once")
    factories.annotation(article, author, "For me.", words="gets off", audience="me")
    whole = factories.annotation(article, author, words="")
    assert neighbours(first) == {"next": "4"}
    assert neighbours(earlier) == {"prev": "2", "next": "3"}
    assert neighbours(middle) == {"prev": "4", "next": "1"}
    assert neighbours(middle, author) == {"prev": "4", "next": "p1"}
    assert neighbours(last) == {"prev": "3"}
    assert neighbours(whole) == {}
    annotating.withdraw(middle, by=author)
    assert neighbours(earlier, stranger) == {"prev": "2", "next": "1"}


def test_a_settled_card_says_who_settled_it_and_why(note: Annotation, author: User) -> None:
    annotating.resolve(note.thread, by=author, reason="It stands in ¶ 3.")
    card = page(f"{note.thread.get_absolute_url()}card/")
    line = re.sub(r"<.*?>", "", card[card.index("<summary>") : card.index("</summary>")])
    assert line == "Resolved by Ada Author It stands in ¶ 3."
    assert "Resolved by Ada Author" in page(note.thread.get_absolute_url())
    User.objects.filter(pk=author.pk).update(display_name="Ada Renamed")
    assert "Resolved by Ada Renamed" in page(f"{note.thread.get_absolute_url()}card/")


def test_quoting_puts_the_words_above_the_answer(note: Annotation, stranger: User) -> None:
    said = factories.annotation(note.thread.article, note.author, "First *line*.\n\nSecond.")
    form = page(reverse("reply", args=[said.uuid]) + "?quote=1", stranger)
    assert "&gt; First *line*.\n&gt;\n&gt; Second.\n\n</textarea>" in form
    assert "&gt; First" not in page(reverse("reply", args=[said.uuid]), stranger)
