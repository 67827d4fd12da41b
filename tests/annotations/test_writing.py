"""The forms without JavaScript: nothing typed is lost, whatever goes wrong."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from annotations import annotating, moderating
from annotations.models import Anchor, Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
TYPED = "What I typed, at length & with <care>."
SHOWN = "What I typed, at length &amp; with &lt;care&gt;."


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


@pytest.fixture
def client(author: User) -> Client:
    client = Client()
    client.force_login(author, BACKEND)
    return client


def note(article: Article, **more: Any) -> dict[str, Any]:
    return {
        "body": TYPED,
        "kind": "comment",
        "audience": "everyone",
        "topics": "",
        "submission": str(uuid.uuid4()),
        "start_key": factories.block(article).key,
        **more,
    }


def address(article: Article) -> str:
    return reverse("annotate", args=[article.slug])


def test_a_typed_phrase_is_found_in_its_paragraph(client: Client, article: Article) -> None:
    answer = client.post(address(article), note(article, phrase="  stops   once "))
    assert answer.status_code == 302
    assert Anchor.objects.get().quote == "stops once"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"phrase": "not in it"}, "not in the paragraph"),
        ({"phrase": "t"}, "more than once"),
        ({"audience": "nobody"}, "You cannot write to those you had chosen"),
        ({"kind": "shout"}, "valid choice"),
        ({"topics": ",".join(f"t{n}" for n in range(11))}, "at most 10"),
        ({"start": "9", "end": "2"}, "end comes before"),
        ({"start": "0", "end": "99999"}, "past the end"),
        ({"start_key": "gone1234"}, "no longer in the text"),
    ],
)
def test_a_refused_form_says_why_and_keeps_what_was_typed(
    client: Client, article: Article, change: dict[str, str], words: str
) -> None:
    answer = client.post(address(article), note(article, **change))
    assert 400 <= answer.status_code < 500
    assert SHOWN in answer.content.decode()
    assert words in answer.content.decode()
    assert not Annotation.objects.exists()


def test_an_empty_note_is_refused_at_the_field(client: Client, article: Article) -> None:
    answer = client.post(address(article), note(article, body=" "))
    assert answer.status_code == 422
    assert "Write something" in answer.content.decode()


def test_too_long_a_note_comes_back_whole(client: Client, article: Article) -> None:
    answer = client.post(address(article), note(article, body="long " * 5000))
    assert answer.status_code == 422
    assert answer.content.decode().count("long ") >= 5000


def test_more_than_is_read_at_all_is_413_in_words(client: Client, article: Article) -> None:
    answer = client.post(address(article), note(article, body="x" * 20_000_000))
    assert answer.status_code == 413
    assert "more than this site takes" in answer.content.decode()


def test_after_the_session_ended_the_words_come_back(article: Article) -> None:
    answer = Client().post(address(article), note(article))
    assert answer.status_code == 401
    assert SHOWN in answer.content.decode()
    assert "Sign in" in answer.content.decode()


def test_after_the_token_expired_the_words_come_back_and_can_be_sent(
    article: Article, author: User
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(author, BACKEND)
    refused = strict.post(address(article), note(article))
    assert refused.status_code == 403
    page = refused.content.decode()
    assert SHOWN in page
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page))
    assert not Annotation.objects.exists()
    sent = strict.post(address(article), {**fields, "body": TYPED})
    assert sent.status_code == 302
    assert Annotation.objects.get().body == TYPED


def test_who_lost_every_cookie_is_told_of_being_signed_out(article: Article, author: User) -> None:
    note_by = factories.annotation(article, author)
    for where in (address(article), *(reverse(n, args=[note_by.uuid]) for n in ("reply", "edit"))):
        answer = Client(enforce_csrf_checks=True).post(where, note(article))
        page = answer.content.decode()
        assert answer.status_code == 401
        assert "You were signed out" in page
        assert "open too long" not in page
        assert SHOWN in page
        assert f'href="/accounts/login/?next={where}"' in page
    # whoever signs in was not signed out
    signing_in = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "x"})
    assert signing_in.status_code == 403
    assert "open too long" in signing_in.content.decode()


def test_only_our_own_fields_are_given_back(article: Article) -> None:
    answer = Client().post(address(article), note(article, evil="<script>x</script>"))
    assert "evil" not in answer.content.decode()


@pytest.mark.parametrize("why", ["withdrawn", "hidden", "locked"])
def test_a_reply_that_comes_too_late_says_why(
    client: Client, article: Article, stranger: User, moderator: User, why: str
) -> None:
    opening = factories.annotation(article, stranger)
    answer_before = annotating.reply(by=moderator, to=opening, body="Keeps the thread.")
    {
        "withdrawn": lambda: annotating.withdraw(opening, by=stranger),
        "hidden": lambda: moderating.hide(opening, by=moderator, reason="x"),
        "locked": lambda: moderating.lock(opening.thread, by=moderator),
    }[why]()
    form = {"body": TYPED, "submission": str(uuid.uuid4())}
    answer = client.post(reverse("reply", args=[opening.uuid]), form)
    assert answer.status_code == 422
    assert SHOWN in answer.content.decode()
    assert answer_before.replies.count() == 0


def test_a_reply_to_what_is_gone_altogether_is_given_back(
    client: Client, article: Article, stranger: User
) -> None:
    opening = factories.annotation(article, stranger)
    annotating.withdraw(opening, by=stranger)
    form = {"body": TYPED, "submission": str(uuid.uuid4())}
    answer = client.post(reverse("reply", args=[opening.uuid]), form)
    assert answer.status_code == 404
    assert SHOWN in answer.content.decode()


def test_a_stale_edit_shows_both_and_the_second_press_takes_yours(
    client: Client, article: Article, author: User
) -> None:
    own = factories.annotation(article, author, "First.")
    annotating.edit(own, by=author, body="Second.", version=1)
    form = {"body": "Third.", "version": "1", "kind": "comment", "topics": ""}
    answer = client.post(reverse("edit", args=[own.uuid]), form)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Second." in page
    assert "Third." in page
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version is not None
    client.post(reverse("edit", args=[own.uuid]), {**form, "version": version.group(1)})
    own.refresh_from_db()
    assert own.body == "Third."


def test_withdrawing_asks_first(client: Client, article: Article, author: User) -> None:
    own = factories.annotation(article, author)
    where = reverse("withdraw", args=[own.uuid])
    assert client.get(where).status_code == 200
    own.refresh_from_db()
    assert not own.is_withdrawn
    assert client.post(where, follow=True).status_code == 200
    own.refresh_from_db()
    assert own.is_withdrawn


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![x](https://evil.example/a.png)",
        "<img src=x onerror=alert(1)>",
        "[x](data:text/html,<b>)",
        "<svg/onload=alert(1)>",
    ],
)
def test_markdown_never_becomes_script_or_loads_from_elsewhere(
    client: Client, article: Article, body: str
) -> None:
    client.post(address(article), note(article, body=body))
    html = Annotation.objects.get().body_html
    for danger in ("<script", "<img", "<svg", "javascript:", "data:"):
        assert not re.search(rf"<[^>]*{re.escape(danger.strip('<'))}", html)


def test_the_preview_is_for_members_and_shows_what_will_stand(
    client: Client, article: Article
) -> None:
    where = reverse("preview")
    assert "<em>so</em>" in client.post(where, {"content": "*so*"}).content.decode()
    assert Client().post(where, {"content": "x"}).status_code == 401
    assert "error" in client.post(where, {"content": "> " * 9000}).content.decode()
    assert client.get(where).status_code == 405


@pytest.mark.usefixtures("one_minute")
def test_previews_are_slowed(client: Client, settings: Any) -> None:
    settings.PREVIEW_LIMIT = 2
    said = [client.post(reverse("preview"), {"content": "x"}).content.decode() for _ in range(3)]
    assert ["One moment" in one for one in said] == [False, False, True]


def test_a_phrase_is_marked_with_a_topic_without_words(
    client: Client, article: Article, author: User
) -> None:
    block = factories.block(article)
    asked = {"block": block.key, "kind": "topic", "topic": "CFE Treaty"}
    page = client.get(address(article), asked).content.decode()
    assert 'value="CFE Treaty"' in page
    assert '<option value="topic" selected>' in page
    sent = note(article, body="", kind="topic", topics="CFE Treaty", phrase="stops once")
    assert client.post(address(article), sent).status_code == 302
    made = Annotation.objects.get()
    assert (made.kind, made.body, made.anchors.get().quote) == ("topic", "", "stops once")
    nameless = client.post(
        address(article), {**sent, "submission": str(uuid.uuid4()), "topics": ""}
    )
    assert nameless.status_code == 422
    assert "A topic mark needs a topic" in nameless.content.decode()


def test_a_mark_without_words_shows_its_topic_and_no_empty_box(
    client: Client, article: Article, author: User
) -> None:
    made = factories.annotation(article, author, "", kind="topic", topics=["CFE Treaty"])
    for place in (
        article.get_absolute_url(),
        made.thread.get_absolute_url(),
        reverse("discussion", args=[article.slug]),
        reverse("print", args=[article.slug]),
    ):
        page = client.get(place).content.decode()
        assert "Topic mark" in page, place
        assert "CFE Treaty" in page, place
        assert not re.search(r'<div class="said[^>]*>\s*</div>', page), place
    page = client.get(reverse("withdraw", args=[made.uuid])).content.decode()
    assert "(marked without words)" in page


def pointed(article: Article, other: Article, **more: Any) -> dict[str, Any]:
    """A note that points at a paragraph of another article by its address."""
    block = factories.block(other, "second train")
    address = f"http://testserver{reverse('block', args=[other.slug, block.key])}"
    return note(article, relation="answers", link=address, link_phrase="second train", **more)


def test_a_note_points_at_another_passage_by_its_address(client: Client, article: Article) -> None:
    other = factories.article()
    assert client.post(address(article), pointed(article, other)).status_code == 302
    made = Annotation.objects.get()
    assert (made.link.relation, made.link.anchor.quote) == ("answers", "second train")
    assert made.link.article == other


def test_the_address_of_a_note_or_thread_means_its_passage(
    client: Client, article: Article, stranger: User
) -> None:
    other = factories.article()
    said = factories.annotation(other, stranger)
    for place in (said.get_absolute_url(), said.thread.get_absolute_url()):
        sent = {**pointed(article, other), "link": place, "link_phrase": ""}
        assert client.post(address(article), sent).status_code == 302
        made = Annotation.objects.order_by("-pk").first()
        assert made is not None
        assert made.link.anchor.quote == "train stops"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"link": "https://example.org/articles/x/p/abc/"}, "No passage that you can read"),
        ({"link": "nonsense"}, "No passage that you can read"),
        ({"link": ""}, "No passage that you can read"),
        ({"link": "/articles/nowhere/p/abc/"}, "No passage that you can read"),
        ({"link": "http://[oops/"}, "No passage that you can read"),
        ({"link_phrase": "no such words"}, "not in the paragraph"),
        ({"relation": ""}, "what the one passage is to the other"),
    ],
    ids=["elsewhere", "no address", "nothing", "no such article", "broken", "phrase", "relation"],
)
def test_a_refused_link_says_why_and_keeps_what_was_typed(
    client: Client, article: Article, change: dict[str, str], says: str
) -> None:
    other = factories.article()
    answer = client.post(address(article), {**pointed(article, other), **change})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert says in shown
    assert SHOWN in shown
    assert '<details class="pointing" open>' in shown
    assert not Annotation.objects.exists()


def test_after_the_session_ended_the_link_comes_back_too(article: Article) -> None:
    shown = Client().post(address(article), pointed(article, factories.article())).content.decode()
    assert "second train" in shown
    assert "/p/" in shown
