"""Rules before publication, kind by kind: what each finds, and whose words are asked at all."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django.utils import timezone

from annotations import annotating
from annotations.holding.contributing import Contribution
from annotations.holding.evaluating import FOUND_LIMIT, fired_at
from annotations.holding.kinds import listed, site_of
from annotations.models import Annotation, Event, HoldRule, ScopedRole, Topic
from annotations.roles import let_into_the_admin
from annotations.rules import check_may_write, checked_words
from articles.models import Article
from ncr.accounts.models import Audience, User
from tests import factories

pytestmark = pytest.mark.django_db
EVERYONE = Audience(pk=Audience.EVERYONE, kind="everyone")
MEMBERS = Audience(pk=Audience.MEMBERS, kind="members")


@pytest.fixture
def article() -> Article:
    return factories.article(title="Corridors")


def rule(kind: str, **given: Any) -> HoldRule:
    return HoldRule.objects.create(kind=kind, position=HoldRule.objects.count(), **given)


def said(article: Article, by: User, body: str = "Some words.", **given: Any) -> Contribution:
    words = checked_words(body, "comment")
    return Contribution(
        by, article, given.pop("audience", EVERYONE), words, "comment", timezone.now(), **given
    )


def found(article: Article, by: User, body: str = "Some words.", **given: Any) -> list[str]:
    return [one.found for one in fired_at(said(article, by, body, **given))]


WORDS = "casino\nviagra*\n*pill\n*spam*\nbuy now\nc++\nStraße\nКлуб"


@pytest.mark.parametrize(
    ("body", "finds"),
    [
        ("A casino.", "casino"),
        ("CASINO!", "casino"),
        ("Casinos are others.", ""),
        ("The occasion.", ""),
        ("ca\u00adsi\u200bno", "casino"),
        ("c**as**ino", "casino"),
        ("\uff43\uff41\uff53\uff49\uff4e\uff4f", "casino"),  # full-width letters
        ("one\n\n- cas\n- ino", ""),
        ("Viagras", "viagras"),
        ("aviagra", ""),
        ("superpill", "superpill"),
        ("pills", ""),
        ("antispammers", "antispammers"),
        ("Buy\nNOW", "buy now"),
        ("Buy nowhere", ""),
        ("I like C++.", "c++"),
        ("c", ""),
        ("STRASSE", "strasse"),
        ("клуб", "клуб"),
        ("клубы", ""),
        ("casino, and a pill, casino", "casino, pill"),
        ("[here](https://casino.example/)", ""),  # sites are for rules about links
        ("`casino`", "casino"),
    ],
)
def test_words_are_found_whole_however_they_are_spelt(
    article: Article, author: User, body: str, finds: str
) -> None:
    rule("words", words=WORDS)
    assert found(article, author, body) == ([finds] if finds else [])


def test_a_long_list_is_looked_through_at_once() -> None:
    words = listed("\n".join(f"word{number}\nstart{number}*" for number in range(5000)))
    text = " ".join(f"w{number}" for number in range(4000))
    assert words.found_in(text) == []
    assert words.found_in(f"{text} word4999 start4999th") == ["word4999", "start4999th"]


SITES = "spam.example\nhttps://bad.example/path\n*.wild.example\nmünchen.example"


@pytest.mark.parametrize(
    ("body", "finds"),
    [
        ("<https://spam.example>", "spam.example"),
        (
            "[a](http://www.SPAM.example/x?y) [b](https://spam.example./)",
            "www.spam.example, spam.example",
        ),
        ("<https://notspam.example>", ""),
        ("<https://spam.example.org>", ""),
        ("[x](https://spam.example@good.example/)", ""),
        ("[x](https://good.example@bad.example:8080/)", "bad.example"),
        ("<https://a.wild.example>", "a.wild.example"),
        ("[x](http://MÜNCHEN.example)", "xn--mnchen-3ya.example"),
        ("![x](https://spam.example/x.png)", "spam.example"),
        ("spam.example in words", ""),
        ("[x](mailto:a@spam.example)", ""),
    ],
)
def test_links_to_listed_sites_and_what_is_under_them(
    article: Article, author: User, body: str, finds: str
) -> None:
    rule("links", words=SITES)
    assert found(article, author, body) == ([finds] if finds else [])


def test_a_line_of_a_list_of_sites_names_a_host() -> None:
    assert [site_of(line) for line in ("a.b", " HTTP://A.b:80/c", "*.a.b", "", "//")] == [
        "a.b",
        "a.b",
        "a.b",
        "",
        "",
    ]


def test_too_many_links_leave_this_site_and_mentions_out(
    article: Article, author: User, stranger: User, settings: Any
) -> None:
    settings.SITE_HOST = "ours.example"
    rule("many-links", number=2)
    two = "<https://a.example> [b](https://b.example) "
    assert found(article, author, two + "@stranger [o](https://ours.example/articles/)") == []
    assert found(article, author, two + "![c](https://c.example/c.png)") == ["3"]


def test_no_link_at_all_is_a_number_too(article: Article, author: User) -> None:
    rule("many-links", number=0)
    assert found(article, author) == []
    assert found(article, author, "<https://a.example>") == ["1"]


def test_the_first_contributions_of_who_is_new(article: Article, author: User) -> None:
    rule("first", number=2)
    new = factories.person(trust="new")
    assert found(article, author) == []
    assert found(article, new) == ["1/2"]
    now = timezone.now()
    mine = [factories.annotation(article, new, f"Note {n}.", at=now) for n in range(3)]
    factories.annotation(article, new, "To myself.", audience="me", at=now)
    Annotation.objects.filter(pk__in=[one.pk for one in mine]).update(moderation="pending")
    # What waits was not published, and what is private never is
    assert found(article, new) == ["1/2"]
    Annotation.objects.filter(pk__in=[one.pk for one in mine[:2]]).update(moderation="published")
    assert found(article, new) == []
    # Of an edit, the others count
    assert found(article, new, thread=mine[0].thread, edited=mine[0]) == ["2/2"]


def test_the_same_text_again_by_the_same_person(
    article: Article, author: User, stranger: User
) -> None:
    rule("repeated", number=3, minutes=10)
    now = timezone.now()
    factories.annotation(article, stranger, "Same words.")
    first = factories.annotation(article, author, "Same words.")
    long_ago = factories.annotation(article, author, "Same words.")
    long_ago.versions.update(created_at=now - timedelta(minutes=11))
    Event.objects.filter(annotation=long_ago).update(at=now - timedelta(minutes=11))
    assert found(article, author, "Same words.") == []
    factories.annotation(article, author, "Same words. ")  # normalised, the same
    assert found(article, author, "Same words.") == ["3"]
    assert found(article, author, "Other words.") == []
    assert found(article, author, "Same words.", thread=first.thread, edited=first) == []


def test_many_in_a_short_time(article: Article, author: User, stranger: User) -> None:
    rule("rate", number=2, minutes=5)
    factories.annotation(article, stranger)
    factories.annotation(article, author, "To myself.", audience="me")
    one = factories.annotation(article, author)
    assert found(article, author) == []
    annotating.reply(by=author, to=one, body="More.")
    assert found(article, author) == ["3"]
    assert found(article, author, thread=one.thread, edited=one) == []
    Event.objects.update(at=timezone.now() - timedelta(minutes=6))
    assert found(article, author) == []


def test_everything_in_an_article_or_from_a_person(
    article: Article, author: User, stranger: User
) -> None:
    rule("article", article=article)
    rule("person", person=author)
    elsewhere = factories.article()
    assert found(article, author) == ["Corridors", "author"]
    assert found(article, stranger) == ["Corridors"]
    assert found(elsewhere, author) == ["author"]
    assert found(elsewhere, stranger) == []


def test_everything_under_a_topic_by_any_spelling_and_in_its_threads(
    article: Article, author: User, stranger: User
) -> None:
    filed = factories.annotation(article, author, topics=["Winds"])
    other = factories.annotation(article, author, topics=["Waters"])
    rule("topic", topic=Topic.objects.get(name="Winds"))
    assert found(article, stranger, topics=["WINDS"]) == ["Winds"]
    assert found(article, stranger, topics=["Waters", "unheard"]) == []
    assert found(article, stranger, thread=filed.thread) == ["Winds"]
    assert found(article, stranger, thread=other.thread) == []
    # Taking the topic off one's own note leaves nothing to hold
    assert found(article, author, thread=filed.thread, edited=filed, topics=[]) == []
    assert found(article, author, thread=filed.thread, edited=filed) == ["Winds"]


def test_rules_are_asked_in_order_and_all_of_them_and_not_when_off(
    article: Article, author: User
) -> None:
    rule("words", words="words")
    rule("words", words="some", is_on=False)
    rule("article", article=article)
    rule("unheard-of")
    last = rule("words", words="some")
    HoldRule.objects.exclude(pk=last.pk).update(position=F("position") + 1)
    HoldRule.objects.filter(pk=last.pk).update(position=0)
    assert found(article, author) == ["some", "words", "Corridors"]


def test_what_is_found_is_told_in_few_signs(article: Article, author: User) -> None:
    rule("words", words="wor*")
    (told,) = found(article, author, " ".join(f"wor{number}" for number in range(500)))
    assert len(told) == FOUND_LIMIT


def test_trusted_people_are_held_only_by_rules_that_name_something(article: Article) -> None:
    trusted = factories.person("trusted", trust="trusted")
    rule("words", words="some")
    rule("many-links", number=0)
    assert found(article, trusted, "Some <https://a.example>") == []
    rule("person", person=trusted)
    assert found(article, trusted, "Some <https://a.example>") == ["trusted"]


def test_nothing_is_held_that_moderators_cannot_read_or_wrote(
    article: Article, author: User, moderator: User
) -> None:
    rule("article", article=article)
    rule("words", words="some")
    group = factories.group(author)
    assert len(found(article, author, audience=MEMBERS)) == 2
    assert found(article, author, audience=Audience.only(author)) == []
    assert found(article, author, audience=group.audience) == []
    assert found(article, moderator) == []


def test_who_moderates_one_article_or_topic_is_held_elsewhere(article: Article) -> None:
    elsewhere = factories.article()
    filed = factories.annotation(article, factories.person(), topics=["Winds"])
    of_article, of_topic = factories.person(), factories.person()
    ScopedRole.objects.create(person=of_article, role="moderator", article=article)
    ScopedRole.objects.create(person=of_topic, role="moderator", topic=Topic.objects.get())
    leader = factories.person()
    ScopedRole.objects.create(person=leader, role="leader", article=article)
    for one in (of_article, of_topic, leader):
        let_into_the_admin(one)
    rule("words", words="some")
    assert found(article, of_article) == []
    assert found(elsewhere, of_article) == ["some"]
    assert found(article, of_topic) == ["some"]
    assert found(article, of_topic, topics=["winds"]) == []
    assert found(article, of_topic, thread=filed.thread) == []
    assert found(article, leader) == ["some"]


def test_without_rules_one_query_is_asked(
    article: Article, author: User, django_assert_num_queries: Any
) -> None:
    rule("words", words="some", is_on=False)
    one = said(article, author)
    check_may_write(author, one.at)  # asks for sanctions on the way
    fired_at(one)
    with django_assert_num_queries(1):
        assert fired_at(one) == []
