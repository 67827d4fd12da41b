"""What readers meet on the pages, beyond what the gate's table asks."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from annotations.reading.passed import Passed
from ncr.accounts.models import User
from tests import factories


def test_notes_on_the_same_words_stand_in_the_order_they_were_made(
    client: Client, author: User
) -> None:
    article = factories.article()
    for number in range(11):
        factories.annotation(article, author, f"Note {number}.")
    beside = client.get(article.get_absolute_url()).content.decode()
    labels = re.compile(r'<article[^>]* data-label="(\d+)"')
    assert labels.findall(beside) == ["1", "2", "3"]
    ((address, more),) = re.findall(r'<p class="crowd"[^>]*><a [^>]*href="([^"]+)">([^<]+)', beside)
    assert more == "8 more notes on this paragraph"
    listed = client.get(address).content.decode()
    assert labels.findall(listed) == [str(n) for n in range(1, 12)]


@pytest.mark.parametrize(
    ("prefix", "before", "is_after_more"),
    [
        ("The ", "The ", False),
        ("wo states signed a treaty about ", "states signed a treaty about ", True),
        ("x" * 32, "x" * 32, True),
    ],
)
def test_a_passage_is_shown_after_whole_words(
    prefix: str, before: str, is_after_more: bool
) -> None:
    shown = Passed("words", prefix, "", "key", 0, "key", 5, False)
    assert (shown.before, shown.is_after_more) == (before, is_after_more)


@pytest.mark.parametrize(
    ("suffix", "after", "is_before_more"),
    [
        (", it ends.", ", it ends.", False),
        (" about counting. They were the s", " about counting. They were the", True),
        ("x" * 32, "x" * 32, True),
    ],
)
def test_a_passage_is_shown_before_whole_words(
    suffix: str, after: str, is_before_more: bool
) -> None:
    shown = Passed("words", "", suffix, "key", 0, "key", 5, False)
    assert (shown.after, shown.is_before_more) == (after, is_before_more)


def test_the_bar_tells_who_is_signed_in(client: Client, author: User) -> None:
    assert 'href="/accounts/login/?next=/articles/"' in client.get("/articles/").content.decode()
    client.force_login(author)
    page = client.get("/articles/").content.decode()
    assert 'aria-label="Your account: Ada Author"' in page
    assert "signing in may help" not in client.get("/nowhere/").content.decode()


def test_leaving_from_the_account_takes_the_drafts_along(client: Client, author: User) -> None:
    client.force_login(author)
    assert 'data-sign-out="author"' in client.get("/accounts/").content.decode()


@pytest.mark.django_db(databases=["default", "work"])
def test_footnotes_lead_from_their_marks_and_back(client: Client) -> None:
    article = factories.article(
        "Said once[^a].\n\nSaid[^b] and again[^a].\n\n[^a]: The first.\n\n[^b]: The second.\n"
    )
    page = client.get(article.get_absolute_url()).content.decode()
    first, second = (factories.block(article, words).key for words in ("once", "again"))
    notes = [factories.block(article, words).key for words in ("The first", "The second")]
    assert page.count('href="#fn-1"') == 2
    for number, (note, mentioned) in enumerate(zip(notes, (first, second), strict=True), 1):
        own = page[page.index(f'id="p-{note}"') :]
        own = own[: own.index("</li>")]
        assert f'id="fn-{number}"' in own
        assert f'class="note-back" href="#p-{mentioned}"' in own
    assert page.count(">Notes</p>") == 1
