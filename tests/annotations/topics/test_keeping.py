"""Keeping the vocabulary: who may, what each verb does and refuses, and what it writes down."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotations.models import Assignment, ModerationEntry, ScopedRole, Topic, TopicSlug
from annotations.roles import OWNERS, grant, set_site_roles
from annotations.topics import keeping
from annotations.topics.filing import propose
from annotations.topics.merging import merge
from annotations.visibility import scopes_of
from articles.models import Article
from ncr.accounts.models import User
from ncr.refusals import Conflict, NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(db: None) -> User:
    root = User.objects.create_superuser("root", password=None)
    person = factories.person("owner")
    set_site_roles(person, {OWNERS}, by=root)
    return User.objects.get(pk=person.pk)


@pytest.fixture
def article(db: None) -> Article:
    return factories.article()


def filed(article: Article, by: User, name: str, **given: object) -> Topic:
    """A topic proposed by annotating."""
    note = factories.annotation(article, by, topics=[name], **given)
    return note.assignments.get().topic


def stamp(article: Article) -> object:
    return Article.objects.get(pk=article.pk).changed_at


def acts() -> list[tuple[str, str]]:
    return list(ModerationEntry.objects.order_by("id").values_list("subject", "act"))


def names(topic: Topic) -> list[tuple[str, bool]]:
    return list(topic.names.order_by("is_alias", "name").values_list("name", "is_alias"))


VERBS: dict[str, Callable[[Topic, Topic, User], object]] = {
    "accept": lambda topic, _other, by: keeping.accept(topic, by=by),
    "reject": lambda topic, _other, by: keeping.reject(topic, by=by, reason="a joke"),
    "rename": lambda topic, _other, by: keeping.rename(topic, "Quays", by=by),
    "describe": lambda topic, _other, by: keeping.describe(topic, "What *floats*.", by=by),
    "alias": lambda topic, _other, by: keeping.add_alias(topic, "Port", by=by),
    "unalias": lambda topic, _other, by: keeping.remove_alias(topic, "Haven", by=by),
    "broader": lambda topic, other, by: keeping.set_broader(topic, other, by=by),
    "merge": lambda topic, other, by: merge(topic, other, by=by),
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("moderator", True),
        ("owner", True),
        ("of the topic", True),
        ("of the article", False),
        ("author", False),
        ("stranger", False),
    ],
)
def test_moderators_and_owners_and_nobody_else(
    verb: str,
    who: str,
    may: bool,
    author: User,
    stranger: User,
    moderator: User,
    owner: User,
    article: Article,
) -> None:
    topic, other = filed(article, author, "Harbour"), filed(article, author, "Water")
    keeping.add_alias(topic, "Haven", by=moderator)
    if who == "of the topic":
        grant(stranger, "moderator", by=owner, topic=topic)
        grant(stranger, "moderator", by=owner, topic=other)
    if who == "of the article":
        grant(stranger, "moderator", by=owner, article=article)
    people = {"moderator": moderator, "owner": owner, "author": author}
    by = User.objects.get(pk=people.get(who, stranger).pk)
    before = len(acts())
    if may:
        VERBS[verb](topic, other, by)
        assert acts()[before:] == [(f"topic {topic.pk}", verb)]
        assert ModerationEntry.objects.first().by == by.pk
    else:
        with pytest.raises(NotAllowed):
            VERBS[verb](topic, other, by)
        assert len(acts()) == before


def test_a_moderator_of_a_topic_merges_it_into_no_foreign_one(
    author: User, stranger: User, owner: User, article: Article
) -> None:
    topic, other = filed(article, author, "Harbour"), filed(article, author, "Water")
    grant(stranger, "moderator", by=owner, topic=topic)
    by = User.objects.get(pk=stranger.pk)
    with pytest.raises(NotAllowed, match="“Water”"):
        merge(topic, other, by=by)
    with pytest.raises(NotAllowed, match="“Water”"):
        merge(other, topic, by=by)
    assert Topic.objects.count() == 2


def test_accepting_twice_is_one_act(author: User, moderator: User, article: Article) -> None:
    topic = filed(article, author, "Harbour")
    before = stamp(article)
    keeping.accept(topic, by=moderator)
    once = stamp(article)
    keeping.accept(topic, by=moderator)
    topic.refresh_from_db()
    assert topic.accepted_by == moderator
    assert acts() == [(f"topic {topic.pk}", "accept")]
    assert before != once == stamp(article)


def test_what_is_rejected_may_be_proposed_again(
    author: User, moderator: User, article: Article
) -> None:
    topic = filed(article, author, "Harbour")
    with pytest.raises(Refused) as refused:
        keeping.reject(topic, by=moderator, reason="  ")
    assert refused.value.field == "reason"
    before = stamp(article)
    keeping.reject(topic, by=moderator, reason="a joke")
    assert not Topic.objects.exists()
    assert not Assignment.objects.exists()
    assert stamp(article) != before
    assert ModerationEntry.objects.get().reason == "a joke"
    with pytest.raises(Conflict, match="gone"):
        keeping.reject(topic, by=moderator, reason="a joke")
    assert filed(article, author, "harbour").name == "harbour"


def test_a_rejected_topic_stays_in_private_notes(
    author: User, stranger: User, moderator: User, article: Article
) -> None:
    private = factories.annotation(article, author, topics=["Harbour"], audience="me")
    topic = filed(article, stranger, "Harbour")
    keeping.reject(topic, by=moderator, reason="a joke")
    assert not Topic.objects.visible_to(moderator).exists()
    assert not Topic.objects.visible_to(stranger).exists()
    assert private.assignments.get().topic == topic
    assert Topic.objects.visible_to(author).get() == topic


def test_what_several_use_or_was_accepted_is_not_rejected(
    author: User, stranger: User, moderator: User, article: Article
) -> None:
    used = filed(article, author, "Harbour")
    filed(article, stranger, "Harbour")
    with pytest.raises(Refused, match="Several people"):
        keeping.reject(used, by=moderator, reason="a joke")
    accepted = keeping.accept(filed(article, author, "Water"), by=moderator)
    with pytest.raises(Refused, match="accepted"):
        keeping.reject(accepted, by=moderator, reason="a joke")
    assert Assignment.objects.count() == 3


def test_a_renamed_topic_keeps_its_name_as_alias_and_its_address(
    author: User, moderator: User, article: Article
) -> None:
    topic = filed(article, author, "Harbour")
    before = stamp(article)
    topic = keeping.rename(topic, "Quays", by=moderator)
    assert (topic.slug, names(topic)) == ("quays", [("Quays", False), ("Harbour", True)])
    assert TopicSlug.objects.get().slug == "harbour"
    assert stamp(article) != before
    back = keeping.rename(topic, "Harbour", by=moderator)
    assert (back.slug, names(back)) == ("harbour", [("Harbour", False), ("Quays", True)])
    assert TopicSlug.objects.get().slug == "quays"
    spelt = keeping.rename(back, "HARBOUR", by=moderator)
    assert (spelt.slug, names(spelt)) == ("harbour", [("HARBOUR", False), ("Quays", True)])


@pytest.mark.parametrize("name", ["", "   ", "…", "x" * 81, "\0"])
def test_no_name_is_no_name(name: str, author: User, moderator: User, article: Article) -> None:
    topic = filed(article, author, "Harbour")
    with pytest.raises(Refused) as refused:
        keeping.rename(topic, name, by=moderator)
    assert refused.value.field == "name"
    with pytest.raises(Refused) as refused:
        keeping.add_alias(topic, name, by=moderator)
    assert refused.value.field == "aliases"


def test_a_name_that_is_taken_says_by_whom(author: User, moderator: User, article: Article) -> None:
    topic, other = filed(article, author, "Harbour"), filed(article, author, "Water")
    keeping.add_alias(other, "The Sea", by=moderator)
    for verb in (keeping.rename, keeping.add_alias):
        with pytest.raises(Refused, match="“THE-SEA” is a name of the topic “Water”"):
            verb(topic, "THE-SEA", by=moderator)
    keeping.add_alias(topic, "harbour", by=moderator)  # its own name is no alias
    assert names(topic) == [("Harbour", False)]


def test_a_name_used_in_private_alone_is_taken_in_without_a_word(
    author: User, moderator: User, article: Article
) -> None:
    topic = filed(article, author, "Harbour")
    private = factories.annotation(article, author, topics=["quay 7"], audience="me")
    hidden = private.assignments.get().topic
    before = stamp(article)
    keeping.add_alias(topic, "Quay 7", by=moderator)
    assert private.assignments.get().topic == topic
    assert not Topic.objects.filter(pk=hidden.pk).exists()
    assert names(topic) == [("Harbour", False), ("Quay 7", True)]
    assert not TopicSlug.objects.exists()
    assert stamp(article) == before
    assert acts() == [(f"topic {topic.pk}", "alias")]


def test_aliases_are_taken_away_but_not_the_name(
    author: User, moderator: User, article: Article
) -> None:
    topic = filed(article, author, "Harbour")
    keeping.add_alias(topic, "Haven", by=moderator)
    keeping.add_alias(topic, "HAVEN", by=moderator)
    assert names(topic) == [("Harbour", False), ("HAVEN", True)]
    keeping.remove_alias(topic, "haven", by=moderator)
    keeping.remove_alias(topic, "haven", by=moderator)
    assert names(topic) == [("Harbour", False)]
    with pytest.raises(Refused, match="own name"):
        keeping.remove_alias(topic, "harbour", by=moderator)
    assert [act for _topic, act in acts()] == ["alias", "unalias"]


def test_a_topic_has_a_limit_of_aliases(moderator: User) -> None:
    topic = propose("Harbour", by=None)
    for number in range(keeping.MOST_ALIASES):
        keeping.add_alias(topic, f"Haven {number}", by=moderator)
    with pytest.raises(Refused, match="at most 50"):
        keeping.add_alias(topic, "One more", by=moderator)


def test_a_description_has_its_limits(author: User, moderator: User, article: Article) -> None:
    topic = filed(article, author, "Harbour")
    before = stamp(article)
    assert keeping.describe(topic, " What *floats*.\0 ", by=moderator).description == (
        "What *floats*."
    )
    assert stamp(article) == before  # it stands on no article's page
    for words in ("x" * 5001, ">" * 200 + " deep"):
        with pytest.raises(Refused) as refused:
            keeping.describe(topic, words, by=moderator)
        assert refused.value.field == "description"


def test_there_are_two_levels_and_no_circles(moderator: User) -> None:
    top, middle, low = (propose(name, by=None) for name in ("Top", "Middle", "Low"))
    keeping.set_broader(middle, top, by=moderator)
    keeping.set_broader(middle, top, by=moderator)
    for topic, broader, words in [
        (low, middle, "two levels"),
        (top, low, "two levels"),
        (top, middle, "already"),
        (top, top, "than itself"),
    ]:
        with pytest.raises(Refused, match=words):
            keeping.set_broader(topic, broader, by=moderator)
    middle = keeping.set_broader(middle, None, by=moderator)
    assert middle.broader is None
    keeping.set_broader(top, middle, by=moderator)
    assert [act for _topic, act in acts()] == ["broader"] * 3


def test_who_moderated_what_is_gone_leaves_the_admin(
    author: User, stranger: User, owner: User, moderator: User, article: Article
) -> None:
    topic, other = filed(article, author, "Harbour"), filed(article, author, "Water")
    grant(stranger, "moderator", by=owner, topic=topic)
    merge(topic, other, by=moderator)
    person = User.objects.get(pk=stranger.pk)
    assert not person.is_staff
    assert not scopes_of(person).any
    assert not ScopedRole.objects.exists()
