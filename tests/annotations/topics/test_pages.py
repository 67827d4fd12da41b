"""The index, the dossier and their JSON: what they show, in which order, at what cost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating
from annotations.models import Annotation, Thread, Topic, TopicName
from annotations.models.topic import topic_key
from annotations.reading.context import in_context
from annotations.topics import keeping
from annotations.topics.filing import propose
from annotations.topics.merging import merge
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
PROSE = """The bridge was closed. Two ferries took its place. They ran until the ice came. Then nobody crossed. Spring was late.

Nobody wrote it down at the time.
"""  # noqa: E501


def client_of(user: User | None = None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    return client


def page(address: str, user: User | None = None, **query: str) -> str:
    answer = client_of(user).get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def in_order(html: str, *words: str) -> bool:
    places = [html.find(word) for word in words]
    return -1 not in places and places == sorted(places)


def accepted(name: str, *aliases: str) -> Topic:
    topic = propose(name, by=None)
    Topic.objects.filter(pk=topic.pk).update(accepted_at=timezone.now())
    for alias in aliases:
        TopicName.objects.create(topic=topic, name=alias, key=topic_key(alias))
    return Topic.objects.get(pk=topic.pk)


def test_the_index_groups_counts_and_marks_what_is_proposed(author: User) -> None:
    article = factories.article()
    accepted("Ice roads", "Zimnik")
    accepted("Élan")
    for _ in range(2):
        factories.annotation(article, author, topics=["Ferries"])
    factories.annotation(article, author, topics=["Ferries", "Own matter"], audience="me")
    html = page("/topics/")
    assert in_order(html, ">Élan<", ">Ferries<", "proposed", ">Ice roads<")
    assert '<span aria-hidden="true">2<' in html
    assert "<bdi>Zimnik</bdi>" in html
    assert "Own matter" not in html
    mine = page("/topics/", author)
    assert '<span aria-hidden="true">3<' in mine
    assert "Own matter" in mine


def test_the_index_is_filtered_by_name_and_alias_without_scripts(author: User) -> None:
    accepted("Ice roads", "Zimnik")
    accepted("Ferries")
    assert in_order(page("/topics/", q="ZÍM"), ">Ice roads<")
    assert ">Ferries<" not in page("/topics/", q="zim")
    assert ">Ice roads<" in page("/topics/", q="roads")
    nothing = page("/topics/", q="<b>nothing")
    assert "No topic has a name like “&lt;b&gt;nothing”" in nothing


@pytest.mark.parametrize("typed", ["%", "_", "\0", "…", "x" * 10_000, "'\"\\", "\ufffd"])
def test_odd_words_find_nothing_and_break_nothing(typed: str) -> None:
    accepted("Ferries")
    client = client_of()
    if typed == "\0":  # refused before anything looks at it
        assert client.get("/topics/", {"q": typed}).status_code == 400
        return
    assert client.get("/topics/", {"q": typed, "from": typed}).status_code == 200
    assert (
        client.get(reverse("api:topics"), {"q": typed[:200], "article": typed}).status_code == 200
    )
    for address in ("/topics/ferries/", reverse("api:topic", args=["ferries"])):
        answer = client.get(address, {"article": typed, "after": typed, "order": typed})
        assert answer.status_code == 200


def test_ten_thousand_topics_come_two_hundred_at_a_time() -> None:
    now = timezone.now()
    topics = Topic.objects.bulk_create(
        Topic(slug=f"t{n}", name=f"Topic {n:05}", accepted_at=now) for n in range(10_000)
    )
    TopicName.objects.bulk_create(
        TopicName(topic=one, name=one.name, key=topic_key(one.name), is_alias=False)
        for one in topics
    )
    accepted("Zebra")
    with CaptureQueriesContext(connection) as asked:
        first = page("/topics/")
    assert len(asked) <= 6
    assert first.count('<li><span class="index-name">') == 200
    assert in_order(first, "Topic 00000", "Topic 00199", "?from=topic%2000200")
    second = page("/topics/", **{"from": "topic 00200"})
    assert in_order(second, "Topic 00200", "Topic 00399")
    last = page("/topics/", **{"from": "z"})
    assert "Zebra" in last
    assert "More topics" not in last


def dossiers(author: User, number: int) -> None:
    for n in range(number):
        article = factories.article(published=f"20{10 + n}-01-01", title=f"Of 20{10 + n}")
        note = factories.annotation(article, author, topics=["Ferries"])
        annotating.reply(by=author, to=note, body="So it is.")


def test_passages_stand_in_the_order_of_their_articles(author: User, stranger: User) -> None:
    dossiers(author, 3)
    undated = factories.article(published="", title="Of no year")
    factories.annotation(undated, author, topics=["Ferries"])
    newest = page("/topics/ferries/").split("passages-h")[-1]
    assert in_order(newest, ">Of 2012<", ">Of 2011<", ">Of 2010<", ">Of no year<")
    oldest = page("/topics/ferries/", order="oldest").split("passages-h")[-1]
    assert in_order(oldest, ">Of 2010<", ">Of 2011<", ">Of 2012<", ">Of no year<")
    note = Annotation.objects.get(parent=None, thread__article__title="Of 2011")
    annotating.reply(by=stranger, to=note, body="The latest word.")
    active = page("/topics/ferries/", order="active").split("passages-h")[-1]
    assert in_order(active, ">Of 2011<", ">Of no year<", ">Of 2012<", ">Of 2010<")


def test_within_an_article_passages_stand_as_in_the_text(author: User) -> None:
    article = factories.article()
    for words in ("second train", "two countries", "at night"):
        factories.annotation(article, author, f"On {words}.", words=words, topics=["Trains"])
    factories.annotation(article, author, "On all of it.", words="", topics=["Trains"])
    for order in ("newest", "oldest"):
        html = page("/topics/trains/", order=order)
        assert in_order(html, "On two countries", "On at night", "On second train", "On all of it")


def test_an_entry_has_its_context_and_what_came_of_it(author: User, stranger: User) -> None:
    article = factories.article(PROSE, title="The ferry and the ice", published="1999-05-01")
    note = factories.annotation(
        article, author, "*Which* ice?", words="until the ice", topics=["Ferries"], kind="question"
    )
    annotating.reply(by=stranger, to=note, body="That of January.")
    html = page("/topics/ferries/")
    assert (
        "Two ferries took its place. They ran <mark>until the ice</mark> came. Then nobody crossed."
        in html
    )
    assert "The bridge was closed" not in html
    assert "Spring was late" not in html
    for words in (
        "1 May 1999",
        "¶ 1",
        "Which ice?",
        "Question",
        "Ada Author",
        "2 notes",
        "open question",
        "Sven Stranger",
    ):
        assert words in html
    assert f'href="{note.thread.get_absolute_url()}"' in html
    key = factories.block(article, "ferries").key
    assert f'href="{article.get_absolute_url()}#p-{key}"' in html


def test_who_filed_is_named_where_another_did(
    author: User, stranger: User, moderator: User
) -> None:
    note = factories.annotation(factories.article(), author, topics=["Ferries"])
    assert "filed by" not in page("/topics/ferries/")
    note.assignments.update(by=stranger)
    assert "Sven Stranger" in page("/topics/ferries/")
    note.assignments.update(by=None)
    assert "filed by" not in page("/topics/ferries/")


@pytest.mark.parametrize(
    ("text", "words", "context"),
    [
        ("One two. Three.", "One", ("", "One", " two. Three.")),
        ("One. Two. Three four. Five. Six.", "four", ("Two. Three ", "four", ". Five.")),
        ("One. Two. Three four. Five. Six.", "Three four.", ("Two. ", "Three four.", " Five.")),
        ("第一。第二。第三。", "第二。", ("第一。", "第二。", "第三。")),
        ("x" * 900, "x", ("", "x", "x" * 280 + " …")),
    ],
)
def test_the_sentence_before_and_after(text: str, words: str, context: tuple[str, ...]) -> None:
    start = text.index(words)
    assert in_context(text, start, text, start + len(words))[:3] == context


def test_long_quotes_lose_their_middle_and_far_beginnings_are_cut() -> None:
    text = "word " * 400
    found = in_context(text, 1000, text, 1990)
    assert found.before.startswith("… word")
    assert len(found.before) <= 283
    assert " … " in found.quote
    assert len(found.quote) < 710
    two = in_context("One. Two three", 9, "Four. Five. Six.", 4, is_one=False)
    assert two[:3] == ("One. Two ", "three … Four", ". Five.")


@pytest.mark.parametrize(
    ("words", "lead", "trail"),
    [
        ("Art. 5", "It began.", "Who came?"),
        ("held.", "It began.", ""),
        ("Art. 5 held. It stood.", "It began.", "Who came?"),
    ],
)
def test_at_the_edge_of_a_block_the_sentence_of_the_next(words: str, lead: str, trail: str) -> None:
    text = "Art. 5 held. It stood." if words != "Art. 5" else "Art. 5 held."
    start = text.index(words)
    found = in_context(
        text,
        start,
        text,
        start + len(words),
        previous="Before. It began.",
        following="Who came? Nobody.",
    )
    assert (found.lead, found.trail) == (lead, trail)


def test_replies_and_counts_pass_the_gate(author: User, stranger: User, moderator: User) -> None:
    article, closed = factories.article(title="Open"), factories.article(title="Of members")
    note = factories.annotation(article, author, topics=["Ferries"])
    hidden = annotating.reply(by=stranger, to=note, body="Rude.")
    moderating.hide(hidden, by=moderator, reason="rude")
    factories.annotation(article, author, topics=["Ferries"], audience="me")
    factories.annotation(closed, author, topics=["Ferries"], audience="members")
    html = page("/topics/ferries/")
    assert "1 passage<" in html
    assert "1 note<" in html
    assert "Of members" not in html
    assert "2 notes<" in page("/topics/ferries/", moderator)
    assert "2 passages<" in page("/topics/ferries/", stranger)
    assert "3 passages<" in page("/topics/ferries/", author)
    assert "Only you" in page("/topics/ferries/", author)


def test_one_article_alone(author: User) -> None:
    dossiers(author, 2)
    slug = Annotation.objects.first().thread.article.slug
    html = page("/topics/ferries/", article=slug).split("passages-h")[-1]
    assert html.count("passage-entry") == 1
    assert "Nothing that you can read in this article" in page(
        "/topics/ferries/", article="nowhere"
    )


def test_broader_and_narrower_show_as_far_as_they_are_seen(author: User, moderator: User) -> None:
    topic, low = accepted("Ferries", "Fähren"), accepted("Night ferries")
    top = accepted("Transport")
    factories.annotation(factories.article(), author, topics=["Secret ferries"], audience="me")
    secret = Topic.objects.get(name="Secret ferries")
    keeping.set_broader(low, topic, by=moderator)
    Topic.objects.filter(pk=secret.pk).update(broader=topic)
    keeping.describe(topic, "What *floats* <script>", by=moderator)
    html = page("/topics/ferries/")
    assert "<em>floats</em> &lt;script&gt;" in html
    assert "<bdi>Fähren</bdi>" in html
    assert "Night ferries" in html
    assert "Secret ferries" not in html
    assert "Secret ferries" in page("/topics/ferries/", author)
    assert "Ferries" in page(low.get_absolute_url())
    keeping.set_broader(low, None, by=moderator)
    Topic.objects.filter(pk=secret.pk).update(broader=None)
    keeping.set_broader(topic, top, by=moderator)
    assert "Transport" in page("/topics/ferries/")


def test_former_addresses_lead_to_the_topic(author: User, moderator: User) -> None:
    factories.annotation(factories.article(), author, topics=["Ferrys", "Ferries"])
    source, into = Topic.objects.get(slug="ferrys"), Topic.objects.get(slug="ferries")
    keeping.add_alias(into, "Fähren", by=moderator)
    merge(source, into, by=moderator)
    client = client_of()
    for former in ("ferrys", "Ferries", "fähren", "FAHREN"):
        answer = client.get(reverse("topic", args=[former]) + "?order=oldest")
        assert (answer.status_code, answer["Location"]) == (301, "/topics/ferries/?order=oldest")
        assert "no-cache" in answer["Cache-Control"]
        api = client.get(reverse("api:topic", args=[former])).json()
        assert api["slug"] == "ferries"
    assert client.get("/topics/nothing/").status_code == 404


def test_a_proposed_topic_and_its_names_are_nowhere_for_others(
    author: User, moderator: User
) -> None:
    article = factories.article()
    factories.annotation(article, author, topics=["Own matter"], audience="me")
    for person in (None, moderator):
        client = client_of(person)
        for address in ("/topics/own-matter/", "/topics/OWN_matter/", "/api/topics/own-matter"):
            assert client.get(address).status_code == 404
        marks = reverse("matching", args=[article.slug])
        shown = client.get(marks, {"topic": "own-matter"}).json()
        assert (shown["keys"], shown["chips"][0]["words"]) == ([], "own-matter")
    assert client_of(author).get("/topics/own-matter/").status_code == 200


def test_a_page_has_twenty_passages_and_a_fixed_number_of_queries(author: User) -> None:
    dossiers(author, 2)
    Thread.objects.update(active_at=timezone.now() - timedelta(1))
    client, costs = client_of(author), []
    client.get("/topics/ferries/")
    for more in (0, 24):
        for n in range(more):
            article = factories.article(published=f"19{10 + n}-01-01", title=f"Of 19{10 + n}")
            note = factories.annotation(article, author, topics=["Ferries"])
            annotating.reply(by=author, to=note, body="So it is.")
        with CaptureQueriesContext(connection) as asked:
            client.get("/topics/ferries/")
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 22
    seen: list[str] = []
    for order in ("newest", "oldest", "active"):
        after, seen = "", []
        while True:
            answer = client.get("/api/topics/ferries", {"order": order, "after": after}).json()
            seen += [one["id"] for one in answer["passages"]]
            if not (after := answer["after"]):
                break
        assert len(seen) == len(set(seen)) == 26
    other = client.get("/api/topics/ferries", {"order": "oldest"}).json()["after"]
    begun_anew = client.get("/api/topics/ferries", {"order": "active", "after": other}).json()
    assert begun_anew["passages"][0]["id"] == seen[0]


def test_the_json_of_a_topic(author: User, stranger: User) -> None:
    article = factories.article(PROSE, published="1999", title="The ferry and the ice")
    note = factories.annotation(article, author, "*Hm.*", words="ferries", topics=["Ferries"])
    answer: dict[str, Any] = client_of().get(reverse("api:topic", args=["ferries"])).json()
    assert (answer["name"], answer["accepted"], answer["count"]) == ("Ferries", False, 1)
    (passage,) = answer["passages"]
    assert passage["id"] == str(note.uuid)
    assert (passage["before"], passage["quote"]) == ("The bridge was closed. Two ", "ferries")
    assert (passage["paragraph"], passage["published"]) == (1, "1999")
    assert passage["body_html"] == "<p><em>Hm.</em></p>"
