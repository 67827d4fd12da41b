"""Related topics, names in other languages, cues, an address elsewhere, look-alike names."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from annotations import annotating
from annotations.models import ModerationEntry, Topic, TopicName
from annotations.models.topic import lookalikes, topic_key
from annotations.topics import keeping, relating
from annotations.topics.filing import propose
from annotations.topics.naming import call
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def ferry() -> Topic:
    return propose("Ferry", by=None)


def acts() -> list[str]:
    return [one.act for one in ModerationEntry.objects.order_by("pk")]


def test_related_goes_both_ways_and_is_set_as_a_whole(ferry: Topic, moderator: User) -> None:
    quay, pier = propose("Quay", by=moderator), propose("Pier", by=moderator)
    for one in (ferry, quay, pier):
        keeping.accept(one, by=moderator)
    relating.set_related(ferry, [quay, pier], by=moderator)
    relating.set_related(ferry, [quay, pier], by=moderator)
    assert set(quay.related.all()) == {ferry}
    relating.set_related(ferry, [pier], by=moderator)
    assert (set(quay.related.all()), set(pier.related.all())) == (set(), {ferry})
    assert acts().count("related") == 2


def test_what_cannot_be_related_is_refused(ferry: Topic, moderator: User) -> None:
    above, below = propose("Transport", by=None), propose("Cable ferry", by=None)
    keeping.set_broader(ferry, above, by=moderator)
    with pytest.raises(Refused, match="to itself"):
        relating.set_related(ferry, [ferry], by=moderator)
    with pytest.raises(Refused, match="“Transport” is broader or narrower already"):
        relating.set_related(ferry, [above], by=moderator)
    with pytest.raises(Refused, match="at most 20"):
        relating.set_related(ferry, [propose(f"T{n}", by=None) for n in range(21)], by=moderator)
    relating.set_related(below, [above], by=moderator)
    with pytest.raises(Refused, match="is related to"):
        keeping.set_broader(below, above, by=moderator)


def test_a_related_topic_that_one_does_not_see_stays(
    ferry: Topic, author: User, moderator: User
) -> None:
    factories.annotation(factories.article(), author, topics=["Secret"], audience="me")
    secret = Topic.objects.get(name="Secret")
    ferry.related.add(secret)
    relating.set_related(ferry, [], by=moderator)
    assert set(ferry.related.all()) == {secret}
    assert "related" not in acts()


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        ("javascript:alert(1)", "no address of the web"),
        ("Q42", "no address of the web"),
        ("https://you@example.org/", "names a user"),
        ("https://example.org/" + "x" * 500, "at most 500"),
        ("https://example.org/\0", "cannot be stored"),
    ],
)
def test_addresses_that_are_none(ferry: Topic, moderator: User, uri: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        relating.set_uri(ferry, uri, by=moderator)
    ferry.refresh_from_db()
    assert ferry.uri == ""


def test_an_address_elsewhere(ferry: Topic, moderator: User, stranger: User) -> None:
    address = "https://www.wikidata.org/entity/Q25653"
    relating.set_uri(ferry, f" {address} ", by=moderator)
    relating.set_uri(ferry, address, by=moderator)
    ferry.refresh_from_db()
    assert ferry.uri == address
    assert acts() == ["uri"]
    with pytest.raises(NotAllowed):
        relating.set_uri(ferry, "", by=stranger)


def test_names_in_other_languages(ferry: Topic, moderator: User) -> None:
    relating.set_labels(ferry, {"de": "Fähre", "FR": "bac"}, by=moderator)
    assert relating.labels_of(ferry) == {"de": "Fähre", "fr": "bac"}
    relating.set_labels(ferry, {"de": "Fährschiff", "fr": "bac"}, by=moderator)
    assert relating.labels_of(ferry) == {"de": "Fährschiff", "fr": "bac"}
    assert not TopicName.objects.filter(name="Fähre").exists()
    relating.set_labels(ferry, {}, by=moderator)
    assert relating.labels_of(ferry) == {}


def test_an_alias_becomes_the_name_in_a_language(ferry: Topic, moderator: User) -> None:
    keeping.add_alias(ferry, "Fähre", by=moderator)
    relating.set_labels(ferry, {"de": "Fähre"}, by=moderator)
    name = ferry.names.get(key=topic_key("Fähre"))
    assert (name.is_alias, name.is_label, name.language) == (True, True, "de")
    keeping.rename(ferry, "Fähre", by=moderator)
    name.refresh_from_db()
    assert (name.is_alias, name.is_label, name.language) == (False, False, "")


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        ({"german language": "Fähre"}, "no code of a language"),
        ({"de": ""}, "needs a name"),
        ({"de": "Quay"}, "a name of the topic “Quay” already"),
        ({"de": "ferry"}, "the topic's own name"),
    ],
)
def test_names_that_cannot_be(
    ferry: Topic, moderator: User, labels: dict[str, str], words: str
) -> None:
    keeping.accept(propose("Quay", by=None), by=moderator)
    with pytest.raises(Refused, match=words):
        relating.set_labels(ferry, labels, by=moderator)
    assert ferry.names.count() == 1


def test_words_that_tell_of_a_topic(ferry: Topic, moderator: User) -> None:
    relating.set_cues(ferry, ["boat  crossing", "Crossing boat", "river  rope"], by=moderator)
    assert list(ferry.cues.order_by("key").values_list("key", flat=True)) == [
        "boat crossing",
        "river rope",
    ]
    kept = ferry.cues.get(key="boat crossing").pk
    relating.set_cues(ferry, ["boat crossing"], by=moderator)
    relating.set_cues(ferry, ["crossing boat"], by=moderator)
    assert [one.pk for one in ferry.cues.all()] == [kept]
    assert acts() == ["cues", "cues"]
    with pytest.raises(Refused, match="is one word"):
        relating.set_cues(ferry, ["boat boat"], by=moderator)
    with pytest.raises(Refused, match="at most 160"):
        relating.set_cues(ferry, ["boat " * 40], by=moderator)
    assert ferry.cues.count() == 1


def test_letters_of_another_alphabet_make_no_second_topic(author: User, moderator: User) -> None:
    article = factories.article()
    factories.annotation(article, author, topics=["CFE"])
    with pytest.raises(Refused, match="looks like the topic “CFE”") as refused:
        factories.annotation(article, author, topics=["СFE"])  # with a Cyrillic letter
    assert refused.value.field == "topics"
    assert Topic.objects.count() == 1
    factories.annotation(article, author, topics=["сае"])  # all of it Cyrillic
    with pytest.raises(Refused, match="looks like"):
        factories.annotation(article, author, topics=["cae"])
    topic = Topic.objects.get(name="CFE")
    with pytest.raises(Refused, match="looks like"):
        keeping.add_alias(topic, "cae", by=moderator)


def test_a_look_alike_in_private_tells_nothing(author: User, stranger: User) -> None:
    article = factories.article()
    factories.annotation(article, author, topics=["CFE"], audience="me")
    annotating.annotate(by=stranger, article=article, body="Hm.", topics=["СFE"])
    assert Topic.objects.count() == 2


def test_what_has_no_twin_is_no_look_alike() -> None:
    assert lookalikes(topic_key("ДОВСЕ")) == set()
    assert lookalikes(topic_key("Kaliningrad transit")) == set()
    assert lookalikes("сае") == {"cae"}
    assert "сае" in lookalikes("cae")


def test_readers_are_shown_the_name_in_their_language(
    ferry: Topic, moderator: User, settings: Any
) -> None:
    settings.LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("pt-br", "Português")]
    keeping.accept(ferry, by=moderator)
    quay = keeping.accept(propose("Quay", by=None), by=moderator)
    keeping.set_broader(quay, ferry, by=moderator)
    keeping.add_alias(ferry, "Boat", by=moderator)
    relating.set_labels(ferry, {"de": "Fähre", "pt-BR": "Balsa"}, by=moderator)
    shown = {"en": "Ferry", "de": "Fähre", "pt-br": "Balsa"}
    for language, name in shown.items():
        with override(language):
            others = call([ferry])[ferry.pk]
            assert ferry.shown_name == name
            assert sorted([*others, name]) == ["Balsa", "Boat", "Ferry", "Fähre"]
    client = Client(headers={"accept-language": "de"})
    for page in ("/topics/", "/topics/ferry/", "/topics/quay/"):
        assert "Fähre" in client.get(page).content.decode(), page
