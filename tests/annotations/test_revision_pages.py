"""Pages of an article's revisions: as they were, their history, compared, note by note."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations.models import Annotation
from annotations.reading.ledger import Figures, figures_of
from annotations.reading.noticed import noticed
from annotations.revised import tell_authors
from articles.models import Article, Block
from articles.revising import publish_revision, withdraw_revision, write_revision
from ncr.accounts.models import Notice, User
from tests import factories
from tests.annotations.sending import client_of

pytestmark = pytest.mark.django_db

FIRST = """The train stops at the border for two hours while papers are looked at.

Nobody on board may leave the carriage, and the windows stay shut.

Goods go by ship instead, which takes a day longer and costs less.
"""
GONE = "Nobody on board may leave the carriage, and the windows stay shut.\n\n"
SECOND = FIRST.replace("for two hours", "for three hours").replace(GONE, "")


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(FIRST)


def revised(article: Article, source: str, note: str = "", by: User | None = None) -> Article:
    publish_revision(write_revision(article, source, by=by), by=by, note=note)
    article.refresh_from_db()
    return article


def page(article: Article, name: str, *more: Any, by: User | None = None, query: str = "") -> str:
    answer = client_of(by).get(reverse(name, args=[article.slug, *more]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def notes(article: Article, author: User) -> dict[str, Annotation]:
    words = {"edited": "stops at the border for two hours", "lost": "windows stay shut"}
    made = {name: factories.annotation(article, author, words=it) for name, it in words.items()}
    made["stayed"] = factories.annotation(article, author, words="a day longer")
    made["whole"] = factories.annotation(article, author, words="")
    revised(article, SECOND, note="An hour more.")
    return made


def test_a_revision_shows_its_notes_as_they_stood(
    article: Article, notes: dict[str, Annotation]
) -> None:
    former, now = page(article, "revision", 1), page(article, "revision", 2)
    for one in ("edited", "lost", "stayed"):
        assert f'data-thread="{notes[one].thread.uuid}"' in former
    assert "windows stay shut" in re.sub("<[^>]*>", "", former)
    assert "Notes whose passage is gone" not in former
    assert "Notes whose passage is gone" in now
    assert reverse("compare", args=[article.slug, 1, 2]) in now


def test_more_notes_than_fit_come_by_pages(
    article: Article, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotations.reading.former.CARDS", 2)
    for number in range(5):
        factories.annotation(article, author, f"Note {number}.", words="two hours")
    address, seen = reverse("revision", args=[article.slug, 1]), []
    query = ""
    while True:
        answer = Client().get(address + query).content.decode()
        seen += re.findall(r'<article class="card[^>]*data-label="(\d+)"', answer)
        following = re.search(r'href="(\?after=[^"]+)"', answer)
        if following is None:
            break
        query = following[1]
    assert seen == ["1", "2", "3", "4", "5"]


def test_history_counts_what_happened_to_the_notes(
    article: Article, notes: dict[str, Annotation], author: User
) -> None:
    assert figures_of(article, author) == {1: Figures(), 2: Figures(stayed=1, edited=1, lost=1)}
    revised(article, FIRST, note="Back again.")
    assert figures_of(article, author)[3] == Figures(stayed=1, edited=1, back=1)
    shown = page(article, "history")
    assert "An hour more." in shown
    assert shown.index("Back again.") < shown.index("An hour more.")


def test_what_nobody_but_its_author_reads_is_counted_for_nobody_else(
    article: Article, author: User, stranger: User
) -> None:
    factories.annotation(article, author, words="windows stay shut", audience="me")
    revised(article, SECOND)
    assert figures_of(article, author)[2].lost == 1
    assert figures_of(article, stranger)[2] == Figures()


def test_a_note_on_the_revision_itself_is_nothing_that_it_did(
    article: Article, author: User
) -> None:
    revised(article, SECOND)
    factories.annotation(article, author, words="a day longer")
    assert figures_of(article, author)[2] == Figures()
    assert "This revision left every note as it was" in page(article, "changes", 2)


def test_a_withdrawn_revision_is_named_and_not_linked(article: Article, moderator: User) -> None:
    revised(article, SECOND)
    withdraw_revision(article.standing, by=moderator, reason="A mistake.")
    article.refresh_from_db()
    shown = page(article, "history")
    assert reverse("revision", args=[article.slug, 2]) not in shown
    assert "withdrawn" in shown
    assert reverse("compare", args=[article.slug, 1, 3]) in shown
    for name, more in (("revision", [2]), ("changes", [2]), ("compare", [1, 2])):
        assert Client().get(reverse(name, args=[article.slug, *more])).status_code == 410


def test_changes_tell_of_each_note_word_by_word(
    article: Article, notes: dict[str, Annotation], author: User
) -> None:
    shown = page(article, "changes", 2)
    assert "stops at the border for <del>two</del><ins>three</ins> hours" in shown
    assert shown.index("lost its passage") < shown.index("its passage was edited")
    assert str(notes["stayed"].thread.uuid) not in shown
    assert str(notes["stayed"].thread.uuid) in page(article, "changes", 2, query="?all=1")


def test_ones_own_are_listed_for_who_is_signed_in(
    article: Article, notes: dict[str, Annotation], author: User, stranger: User
) -> None:
    address = reverse("changes", args=[article.slug, 2]) + "?mine=1"
    assert Client().get(address).status_code == 302
    assert str(notes["lost"].thread.uuid) in page(article, "changes", 2, by=author, query="?mine=1")
    theirs = page(article, "changes", 2, by=stranger, query="?mine=1")
    assert "This revision left your notes as they were" in theirs


def test_a_long_list_comes_by_pages(
    article: Article, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotations.reading.ledger.PAGE", 2)
    for _number in range(5):
        factories.annotation(article, author, words="windows stay shut")
    revised(article, SECOND)
    address, seen, query = reverse("changes", args=[article.slug, 2]), 0, ""
    while query is not None:
        answer = Client().get(address + query).content.decode()
        seen += answer.count('<li class="change')
        following = re.search(r'rel="next" href="(\?[^"]+)"', answer)
        query = following[1].replace("&amp;", "&") if following else None  # type: ignore[assignment]
    assert seen == 5


def test_the_notice_leads_to_what_happened_to_ones_own(
    article: Article, notes: dict[str, Annotation], author: User, stranger: User
) -> None:
    tell_authors.call(article.standing.pk)
    notice = Notice.objects.get(person=author)
    (told,) = noticed([notice], author)
    assert told.leads_to == reverse("changes", args=[article.slug, 2]) + "?mine=1"
    (out_of_reach,) = noticed([Notice(person=stranger, kind="revised", about=None)], stranger)
    assert out_of_reach.leads_to == ""


def test_two_revisions_are_compared_inline_and_side_by_side(article: Article) -> None:
    revised(article, SECOND)
    inline = page(article, "compare", 1, 2)
    assert "for <del>two</del><ins>three</ins> hours" in inline
    assert f"<del>{GONE.strip()}</del>" in inline
    side = page(article, "compare", 1, 2, query="?view=side")
    assert "for <del>two</del> hours" in side
    assert "for <ins>three</ins> hours" in side
    back = page(article, "compare", 2, 1)
    assert "for <del>three</del><ins>two</ins> hours" in back


def test_unchanged_blocks_are_folded_and_can_be_shown() -> None:
    text = "".join(f"Paragraph number {number} of this text.\n\n" for number in range(12))
    article = factories.article(text)
    revised(article, article.standing.source.replace("number 6", "number six"))
    folded = page(article, "compare", 1, 2)
    assert "5 blocks unchanged" in folded
    assert "Paragraph number 2 " not in folded
    assert "Paragraph number 2 " in page(article, "compare", 1, 2, query="?whole=1")


def test_a_block_that_moved_is_said_to_have_moved(article: Article) -> None:
    first, *rest = article.standing.source.split("\n\n")
    revised(article, "\n\n".join([*rest, first]))
    assert "moved from ¶ 1" in page(article, "compare", 1, 2)


def test_what_is_chosen_in_the_form_is_compared(article: Article) -> None:
    revised(article, SECOND)
    choose = reverse("choose_compared", args=[article.slug])
    answer = Client().get(choose + "?a=1&b=2")
    assert answer["Location"] == reverse("compare", args=[article.slug, 1, 2])
    for query in ("", "?a=1", "?a=x&b=2", "?a=٣&b=2", "?a=99999999999999999999&b=1"):
        assert Client().get(choose + query)["Location"] == reverse("history", args=[article.slug])


@pytest.mark.parametrize("number", [0, 3, 10**25])
def test_a_revision_that_is_not_there_is_404(article: Article, number: int) -> None:
    revised(article, SECOND)
    write_revision(article, FIRST + "\nA draft.\n", by=None)
    for name, more in (("revision", [number]), ("changes", [number]), ("compare", [1, number])):
        assert Client().get(reverse(name, args=[article.slug, *more])).status_code == 404


def test_a_card_says_that_the_text_changed_under_it(
    article: Article, notes: dict[str, Annotation]
) -> None:
    shown = page(article, "article")
    assert "The text changed under this note" in shown
    assert "for <del>two</del><ins>three</ins> hours" in shown
    thread = client_of(None).get(notes["edited"].thread.get_absolute_url()).content.decode()
    assert "for <del>two</del><ins>three</ins> hours" in thread


def test_notes_whose_passage_is_gone_are_listed_with_it(
    article: Article, notes: dict[str, Annotation], author: User
) -> None:
    shown = page(article, "article")
    section = shown[shown.index("Notes whose passage is gone") :]
    assert "windows stay shut" in section
    assert f'data-thread="{notes["lost"].thread.uuid}"' in section
    assert f'data-thread="{notes["lost"].thread.uuid}"' in page(article, "discussion")
    last = client_of(author).get(reverse("annotation", args=[notes["lost"].uuid]) + "?in=article")
    block = Block.objects.get(revision__number=1, article=article, text__contains="windows")
    assert last["Location"] == reverse("block", args=[article.slug, block.key])
    block_page = client_of(author).get(last["Location"]).content.decode()
    assert "no longer in the text" in block_page
    assert f'data-thread="{notes["lost"].thread.uuid}"' in block_page
    assert f'href="#n-{notes["lost"].thread.key}"' in block_page


def test_ones_own_that_lost_its_passage_is_in_the_overlay(article: Article, author: User) -> None:
    one = factories.annotation(article, author, words="windows stay shut", audience="me")
    revised(article, SECOND)
    overlay = client_of(author).get(reverse("overlay", args=[article.slug])).json()
    assert str(one.thread.uuid) in overlay["cards"]
    assert overlay["passages"] == []


def test_the_address_of_a_merged_block_leads_to_the_one_that_took_it_in(article: Article) -> None:
    kept, merged = Block.objects.filter(article=article).order_by("position")[:2]
    Block.objects.filter(pk=kept.pk).update(absorbed=["0merged0"])
    shown = page(article, "block", "0merged0")
    assert "merged into another" in shown
    assert kept.text in re.sub("<[^>]*>", "", shown)
    assert "merged into another" not in page(article, "block", merged.key)
    whole = page(article, "article")
    own_id = f'id="p-{kept.key}"'
    assert whole.count('id="p-0merged0"') == 1
    assert whole.index(own_id) < whole.index('id="p-0merged0"') < whole.index("data-text")
    assert Client().get(reverse("block", args=[article.slug, "0nothing"])).status_code == 404


def grown(size: int) -> Article:
    """An article with `size` revisions after the first, each of which takes a block with a note."""
    author, other = factories.person(), factories.person()
    text = "".join(f"Paragraph {n} of many, with its words.\n\n" for n in range(3 * size))
    made = factories.article(text)
    for number in range(3 * size):
        factories.annotation(made, (author, other)[number % 2], words=f"Paragraph {number} of many")
        factories.annotation(made, other, words=f"{number} of", audience="members")
    for number in range(size):
        source = made.standing.source.replace(f"Paragraph {number} of many, with its words.", "")
        source = source.replace(
            f"Paragraph {size + number} of", f"Paragraph {size + number} out of"
        )
        publish_revision(write_revision(made, source, by=other), by=other)
        made.refresh_from_db()
    return made


ASKED = {
    "history": (4, 7),
    "changes": (5, 8),
    "changes ?all=1": (5, 8),
    "revision": (11, 14),
    "compare": (6, 9),
    "block": (11, 14),
    "place": (3, 7),
    "api:place": (3, 7),
}

DECIDING = 8  # the page of a place, for who may choose another


def test_no_page_of_revisions_asks_more_for_more() -> None:
    counted = []
    member = factories.person()
    for size in (2, 6):
        made = grown(size)
        gone = Block.objects.get(article=made, revision__number=1, text__startswith="Paragraph 0")
        note = Annotation.objects.filter(thread__article=made).earliest("pk")
        slug = made.slug
        found = {
            "history": [slug],
            "compare": [slug, 1, 3],
            "block": [slug, gone.key],
            "place": [note.uuid],
            "api:place": [note.uuid],
        }
        counted.append(
            {
                name: tuple(asked(name, found.get(name, [slug, 3]), who) for who in (None, member))
                for name in ASKED
            }
        )
        assert asked("place", [note.uuid], note.author) == DECIDING
    assert counted == [ASKED, ASKED]


def asked(name: str, of: list[Any], who: User | None) -> int:
    address, _space, query = name.partition(" ")
    client = client_of(who)
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(reverse(address, args=of) + query)
    assert answer.status_code == 200
    return len(caught)
