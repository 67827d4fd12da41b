"""One key for one name, however it is spelt, and what happens to names in use."""

from __future__ import annotations

import threading

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from annotations import annotating
from annotations.models import Annotation, Topic, TopicName, TopicSlug
from annotations.models.topic import topic_key
from annotations.topics import keeping
from annotations.topics.filing import clean_names, free_slug, propose
from ncr.accounts.models import User
from ncr.refusals import Refused
from tests import factories

SAME = [
    ["CFE Treaty", "cfe-treaty", "CFE treaty ", "cfe_treaty", "CFE\u00a0Treaty", "CFE – Treaty"],
    ["CFE Treaty", "ＣＦＥ　Ｔｒｅａｔｙ", "CFE\u00adTreaty".replace("\u00ad", " \u00ad")],
    ["Kaliningrad", "KALININGRAD", "Kali\u00adningrad", "\u200bKaliningrad\u200d", "Káliningrad"],
    ["Straße", "STRASSE", "strasse", "Stra\u1e9ee"],
    ["Žemaitija", "zemaitija", "Z\u030cemaitija"],
    ["ДОВСЕ", "довсе"],
    ["Ёлка", "елка", "е\u0308лка"],
    ["İstanbul", "istanbul", "I\u0307stanbul"],
    ["Ἀθῆναι", "αθηναι", "ΑΘΗΝΑΙ"],
    ["ﬁnance", "finance", "FINANCE"],
    ["한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"],
    ["שָׁלוֹם", "שלום"],
]
DIFFERENT = [
    ("ガス", "カス"),  # gas, and dregs
    ("प्रथम", "परथम"),
    ("CFE Treaty", "CFETreaty"),
    ("C++", "C"),
    ("ı", "i"),
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
def test_spellings_of_one_name_share_a_key(spellings: list[str]) -> None:
    assert {topic_key(one) for one in spellings} == {topic_key(spellings[0])}


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert topic_key(one) != topic_key(other)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_the_key_of_a_key_is_the_key(name: str) -> None:
    assert topic_key(topic_key(name)) == topic_key(name)


@pytest.mark.parametrize(
    "names", [["x" * 81], ["﷽" * 80], ["\u0301" * 50], ["---"], ["…"], [f"t{n}" for n in range(11)]]
)
def test_what_cannot_be_a_name_is_refused(names: list[str]) -> None:
    with pytest.raises(Refused):
        clean_names(names)


def test_names_are_tidied_and_counted_once() -> None:
    names = ["  CFE   Treaty\0 ", "cfe-treaty", "", "\n", "Flank\nregime"]
    assert clean_names(names) == ["CFE Treaty", "Flank regime"]


@pytest.mark.django_db
def test_a_topic_named_by_its_alias_files_under_the_topic(author: User, moderator: User) -> None:
    article = factories.article()
    factories.annotation(article, author, topics=["CFE Treaty"])
    topic = Topic.objects.get()
    keeping.add_alias(topic, "KSE-Vertrag", by=moderator)
    second = factories.annotation(article, author, topics=["kse vertrag", "CFE treaty "])
    assert [one.topic for one in second.assignments.all()] == [topic]
    assert Topic.objects.count() == 1


@pytest.mark.django_db
def test_slugs_are_not_given_twice_nor_after_somebody_left_them() -> None:
    first = propose("Harbour", by=None)
    assert propose("Harbour!", by=None).slug == "harbour-2"
    TopicSlug.objects.create(slug="quay", topic=first)
    assert free_slug("Quay") == "quay-2"
    assert free_slug("Quay", first) == "quay"
    assert propose("***a***", by=None).slug == "a"


@pytest.mark.django_db
def test_who_is_slower_gets_the_topic_of_who_was_quicker(author: User, stranger: User) -> None:
    first = propose("Ice roads", by=author)
    assert propose("ice-ROADS", by=stranger) == first
    assert TopicName.objects.count() == 1


@pytest.mark.django_db
def test_a_name_used_in_private_leaves_no_spelling_to_others(author: User, stranger: User) -> None:
    article = factories.article()
    private = factories.annotation(article, author, audience="me", topics=["KGB archive"])
    public = factories.annotation(article, stranger, topics=["Kgb Archive"])
    topic = Topic.objects.get()
    assert (topic.name, topic.slug, topic.proposed_by) == ("Kgb Archive", "kgb-archive", stranger)
    assert topic.names.get().name == "Kgb Archive"
    assert {one.topic for one in private.assignments.all()} == {topic}
    annotating.edit(private, by=author, body="A note.", version=1, topics=["KGB ARCHIVE"])
    assert Topic.objects.get().name == "Kgb Archive"  # by now the author can see it
    assert public.assignments.get().topic == topic


@pytest.mark.django_db(transaction=True)
def test_two_who_propose_the_same_at_once_share_it() -> None:
    article = factories.article()
    people = [factories.person() for _ in range(4)]
    begin, troubles = threading.Barrier(4), []

    def write(person: User) -> None:
        try:
            begin.wait()
            factories.annotation(article, person, topics=["Zeta", "Alpha", "Ice roads"])
        except Exception as error:
            troubles.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert Topic.objects.count() == 3
    assert [one.assignments.count() for one in Annotation.objects.all()] == [3, 3, 3, 3]
