"""Suggested marks: what is offered, what makes it needless, and what stays decided."""

from __future__ import annotations

import pytest
from django.utils import timezone

from annotations.annotating import withdraw
from annotations.models import Annotation, Suggestion, Topic, TopicCue, TopicMerge, TopicScan
from annotations.topics import keeping, suggesting
from annotations.topics.confirming import confirm
from annotations.topics.filing import propose
from annotations.topics.merging import merge
from annotations.topics.relating import set_cues, set_labels
from annotations.topics.suggesting import look_through_the_rest, suggest_in
from annotations.topics.unmerging import unmerge
from articles.models import Article
from articles.revising import publish_revision, write_revision
from ncr.accounts.models import Audience, User
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = """The CFE Treaty limited tanks. Under the CFE\u00a0Treaty, guns too.

A train crosses Lithuania on its way home, and the transit takes six hours.

Nothing is said here.
"""
State = Suggestion.State


@pytest.fixture
def root(db: None) -> User:
    return User.objects.create_superuser("root", password=None)


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(TEXT)


@pytest.fixture
def treaty(root: User) -> Topic:
    return keeping.accept(propose("CFE Treaty", by=root), by=root)


@pytest.fixture
def transit(root: User) -> Topic:
    topic = keeping.accept(propose("Kaliningrad transit", by=root), by=root)
    TopicCue.objects.create(topic=topic, words="transit Lithuania", key="lithuania transit")
    return topic


def waiting(article: Article) -> list[tuple[str, str, bool]]:
    rows = Suggestion.objects.filter(article=article, state=State.WAITING)
    ordered = rows.order_by("topic__name", "block_key", "start")
    return list(ordered.values_list("topic__name", "quote", "is_weak"))


def revise(article: Article, source: str) -> None:
    publish_revision(write_revision(article, source, by=None), by=None)
    article.refresh_from_db()


def dismissed(article: Article, quote: str = "CFE Treaty") -> Suggestion:
    row = Suggestion.objects.get(article=article, quote=quote)
    row.state, row.decided_at = State.DISMISSED, timezone.now()
    row.save()
    return row


def test_names_and_cues_are_offered_in_every_block(
    article: Article, treaty: Topic, transit: Topic
) -> None:
    assert suggest_in(article) == 3
    sentence = "A train crosses Lithuania on its way home, and the transit takes six hours."
    assert waiting(article) == [
        ("CFE Treaty", "CFE Treaty", False),
        ("CFE Treaty", "CFE\u00a0Treaty", False),
        ("Kaliningrad transit", sentence, True),
    ]
    assert TopicScan.objects.get(article=article).revision_id == article.current_revision_id


def test_looking_again_changes_no_row(article: Article, treaty: Topic) -> None:
    suggest_in(article)
    before = list(Suggestion.objects.order_by("pk").values())
    suggest_in(article)
    assert list(Suggestion.objects.order_by("pk").values()) == before


def test_a_proposed_topic_is_never_offered(article: Article, root: User) -> None:
    propose("CFE Treaty", by=root)
    assert suggest_in(article) == 0


def test_a_draft_is_not_looked_through(treaty: Topic) -> None:
    assert suggest_in(factories.article(TEXT, publish=False)) is None


def test_a_mark_that_everybody_reads_makes_it_needless(article: Article, treaty: Topic) -> None:
    factories.annotation(
        article, factories.person(), words="Treaty limited tanks", topics=["CFE Treaty"]
    )
    suggest_in(article)
    assert [quote for _topic, quote, _weak in waiting(article)] == ["CFE\u00a0Treaty"]


@pytest.mark.parametrize("audience", ["members", "me"])
def test_a_note_that_others_cannot_read_makes_no_difference(
    article: Article, treaty: Topic, audience: str
) -> None:
    factories.annotation(
        article, factories.person(), words="CFE Treaty", topics=["CFE Treaty"], audience=audience
    )
    assert suggest_in(article) == 2


def test_a_hidden_mark_makes_no_difference(article: Article, treaty: Topic) -> None:
    note = factories.annotation(
        article, factories.person(), words="CFE Treaty", topics=["CFE Treaty"]
    )
    note.moderation = "hidden"
    note.save(update_fields=["moderation"])
    assert suggest_in(article) == 2


def test_among_members_a_note_to_members_makes_it_needless(treaty: Topic) -> None:
    members = Audience.objects.get(pk=Audience.MEMBERS)
    article = factories.article(TEXT, audience=members)
    factories.annotation(
        article,
        factories.person(),
        words="CFE Treaty",
        topics=["CFE Treaty"],
        audience="members",
    )
    assert suggest_in(article) == 1


def test_a_note_under_another_topic_makes_no_difference(article: Article, treaty: Topic) -> None:
    factories.annotation(article, factories.person(), words="CFE Treaty", topics=["Tanks"])
    assert suggest_in(article) == 2


def test_a_revision_is_looked_through_anew(article: Article, treaty: Topic) -> None:
    suggest_in(article)
    revise(article, TEXT.replace("Nothing", "The CFE Treaty") + article.slug)
    suggest_in(article)
    assert len(waiting(article)) == 3
    revise(article, "Nothing is said of it.\n")
    assert suggest_in(article) == 0


def test_what_was_dismissed_does_not_come_back(article: Article, treaty: Topic) -> None:
    suggest_in(article)
    row = dismissed(article)
    suggest_in(article)
    revise(article, "A new beginning.\n\n" + TEXT.replace("limited tanks", "limited many tanks"))
    suggest_in(article)
    revise(article, TEXT.replace("The CFE", "So the old CFE"))
    suggest_in(article)
    row.refresh_from_db()
    block = factories.block(article, "So the old CFE")
    assert block.text[row.start : row.end] == row.quote == "CFE Treaty"
    assert (row.block_key, row.state) == (block.key, State.DISMISSED)
    assert row.revision_id == article.current_revision_id
    assert [quote for _topic, quote, _weak in waiting(article)] == ["CFE\u00a0Treaty"]


def test_what_was_dismissed_waits_where_its_words_are_gone(article: Article, treaty: Topic) -> None:
    suggest_in(article)
    row = dismissed(article)
    first = article.current_revision_id
    revise(article, "Something else altogether stands here.\n\nNothing is said here.\n")
    suggest_in(article)
    row.refresh_from_db()
    assert row.revision_id == first
    revise(article, TEXT)
    suggest_in(article)
    row.refresh_from_db()
    assert row.revision_id == article.current_revision_id
    assert [quote for _topic, quote, _weak in waiting(article)] == ["CFE\u00a0Treaty"]


def test_decisions_that_change_places_are_both_kept(article: Article, treaty: Topic) -> None:
    suggest_in(article)
    rows = [dismissed(article), dismissed(article, "CFE\u00a0Treaty")]
    swapped = TEXT.replace(
        "The CFE Treaty limited tanks. Under the CFE\u00a0Treaty, guns too.",
        "Under the CFE\u00a0Treaty, guns too. The CFE Treaty limited tanks.",
    )
    revise(article, swapped)
    suggest_in(article)
    assert waiting(article) == []
    assert {row.pk for row in rows} == set(Suggestion.objects.values_list("pk", flat=True))


def test_words_that_told_nothing_do_not_silence_a_name(
    article: Article, transit: Topic, root: User
) -> None:
    suggest_in(article)
    row = Suggestion.objects.get(article=article)
    row.state = State.DISMISSED
    row.save()
    keeping.add_alias(transit, "Lithuania", by=root)
    suggest_in(article)
    assert waiting(article) == [("Kaliningrad transit", "Lithuania", False)]


@pytest.mark.parametrize("change", ["alias", "unalias", "rename", "cues", "label", "accept"])
def test_a_topic_is_looked_for_when_its_names_change(
    article: Article,
    root: User,
    change: str,
    django_capture_on_commit_callbacks: pytest.FixtureRequest,
) -> None:
    topic = propose("Tanks", by=root)
    if change != "accept":
        topic = keeping.accept(topic, by=root)
        keeping.add_alias(topic, "Guns", by=root)
        suggest_in(article)
    verbs = {
        "alias": lambda: keeping.add_alias(topic, "Train", by=root),
        "unalias": lambda: keeping.remove_alias(topic, "Guns", by=root),
        "rename": lambda: keeping.rename(topic, "Train", by=root),
        "cues": lambda: set_cues(topic, ["six hours"], by=root),
        "label": lambda: set_labels(topic, {"en": "Train"}, by=root),
        "accept": lambda: keeping.accept(topic, by=root),
    }
    before = len(waiting(article))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        verbs[change]()
    expected = {"unalias": -1}.get(change, 1)
    assert len(waiting(article)) == before + expected


def test_merged_topics_share_what_was_decided(article: Article, treaty: Topic, root: User) -> None:
    suggest_in(article)
    dismissed(article)
    into = keeping.accept(propose("Arms control", by=root), by=root)
    merge(treaty, into, by=root)
    suggest_in(article)
    assert waiting(article) == [("Arms control", "CFE\u00a0Treaty", False)]


def test_a_merge_drops_what_waits_where_the_other_was_decided(
    article: Article, treaty: Topic, root: User
) -> None:
    into = keeping.accept(propose("CFE Treaties", by=root), by=root)
    suggest_in(article)
    row = Suggestion.objects.get(article=article, topic=treaty, quote="CFE Treaty")
    row.state = State.DISMISSED
    row.save()
    merge(treaty, into, by=root)
    suggest_in(article)
    assert waiting(article) == [("CFE Treaties", "CFE\u00a0Treaty", False)]


def test_a_topic_is_looked_for_in_all_texts(treaty: Topic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesting, "TEXTS_AT_ONCE", 2)
    articles = [factories.article(TEXT) for _count in range(3)]
    factories.article("Of nothing.\n")
    assert suggesting.look_for.call([treaty.pk]) == 2
    assert [len(waiting(one)) for one in articles] == [2, 2, 2]


class Queue:
    """Stands for a task: what it is queued with is kept, and nothing done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str = "look_for") -> None:
        self.given: list[tuple[object, ...]] = []
        self.call = getattr(suggesting, name).call
        monkeypatch.setattr(suggesting, name, self)

    def enqueue(self, *given: object) -> None:
        self.given.append(given)


def test_a_text_that_fails_ends_no_series(
    treaty: Topic, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    articles = [factories.article(TEXT) for _count in range(3)]
    broken = articles[0]
    for one in articles:
        suggest_in(one)
    Suggestion.objects.all().delete()
    works = suggesting.suggest_in

    def failing(article: Article, *args: object) -> int | None:
        if article == broken:
            raise ValueError("broken")
        return works(article, *args)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(suggesting, "TEXTS_AT_ONCE", 2)
        patched.setattr(suggesting, "suggest_in", failing)
        assert suggesting.look_for.call([treaty.pk]) == 1
    assert [len(waiting(one)) for one in articles] == [0, 2, 2]
    assert f"article {broken.pk}" in caplog.text
    assert look_through_the_rest() == 1
    assert len(waiting(broken)) == 2


def test_the_next_texts_are_queued_first(treaty: Topic, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesting, "TEXTS_AT_ONCE", 1)
    article = factories.article(TEXT)
    queue = Queue(monkeypatch)
    monkeypatch.setattr(suggesting, "Matcher", None)  # as if all came to an end here
    with pytest.raises(TypeError):
        queue.call([treaty.pk])
    assert queue.given == [([treaty.pk], article.pk)]


def test_the_topics_of_one_transaction_are_looked_for_together(
    root: User,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: pytest.FixtureRequest,
) -> None:
    queue = Queue(monkeypatch)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        topics = [
            keeping.accept(propose(name, by=root), by=root) for name in ("Tanks", "Guns", "Steel")
        ]
        keeping.add_alias(topics[0], "Armour", by=root)
        set_labels(topics[0], {"de": "Panzer"}, by=root)
        set_cues(topics[1], ["heavy fire"], by=root)
    assert queue.given == [(sorted(one.pk for one in topics),)]


def test_names_that_stay_as_they_are_queue_nothing(
    treaty: Topic,
    root: User,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: pytest.FixtureRequest,
) -> None:
    keeping.add_alias(treaty, "Paris treaty", by=root)
    set_labels(treaty, {"de": "KSE-Vertrag"}, by=root)
    queue = Queue(monkeypatch)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        keeping.add_alias(treaty, "Paris treaty", by=root)
        keeping.add_alias(treaty, "CFE Treaty", by=root)
        set_labels(treaty, {"de": "KSE-Vertrag"}, by=root)
        keeping.rename(treaty, "CFE Treaty", by=root)
    assert queue.given == []
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        set_labels(treaty, {"de": "KSE-Vertrag", "fr": "Paris treaty"}, by=root)
    assert queue.given == [([treaty.pk],)]


def test_a_merge_that_is_taken_back_gives_decisions_back(
    article: Article, treaty: Topic, root: User
) -> None:
    suggest_in(article)
    row = dismissed(article)
    into = keeping.accept(propose("Arms control", by=root), by=root)
    merge(treaty, into, by=root)
    suggest_in(article)
    row.refresh_from_db()
    assert row.topic == into
    unmerge(TopicMerge.objects.get(), by=root)
    row.refresh_from_db()
    assert (row.topic_id, row.state) == (treaty.pk, State.DISMISSED)
    suggest_in(article)
    assert waiting(article) == [("CFE Treaty", "CFE\u00a0Treaty", False)]


def test_texts_that_were_missed_are_looked_through(article: Article, treaty: Topic) -> None:
    assert look_through_the_rest() == 1
    assert len(waiting(article)) == 2
    assert look_through_the_rest() == 0


def test_a_text_that_is_revised_meanwhile_is_left_to_the_next(
    article: Article, treaty: Topic
) -> None:
    stale = Article.objects.get(pk=article.pk)
    revise(article, "Nothing is said of it.\n")
    assert suggest_in(stale) is None
    assert Suggestion.objects.count() == 0


def test_a_name_that_is_a_word_is_offered_a_limited_number_of_times(
    root: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggesting, "MOST_OF_TOPIC", 5)
    keeping.accept(propose("Tank", by=root), by=root)
    assert suggest_in(factories.article("tank and " * 20)) == 5


def test_a_mark_that_is_taken_back_is_suggested_again(article: Article, treaty: Topic) -> None:
    suggest_in(article)
    member = factories.person()
    mark = confirm(Suggestion.objects.get(quote="CFE Treaty"), by=member)
    assert mark is not None
    suggest_in(article)
    assert len(waiting(article)) == 1
    withdraw(mark, by=member)
    suggest_in(article)
    assert len(waiting(article)) == 2


@pytest.mark.parametrize("moderation", ["pending", "hidden", "removed"])
def test_a_mark_that_a_moderator_takes_away_is_suggested_again(
    article: Article, treaty: Topic, moderation: str
) -> None:
    suggest_in(article)
    mark = confirm(Suggestion.objects.get(quote="CFE Treaty"), by=factories.person())
    assert mark is not None
    Annotation.objects.filter(pk=mark.pk).update(moderation=moderation)
    mark.assignments.update(is_readable=False)
    assert look_through_the_rest() == 1
    assert len(waiting(article)) == 2
    assert look_through_the_rest() == 0
    again = confirm(Suggestion.objects.get(quote="CFE Treaty"), by=factories.person())
    assert again not in (None, mark)


def test_a_decision_whose_words_are_gone_silences_no_other_mention(
    article: Article, treaty: Topic
) -> None:
    suggest_in(article)
    row = dismissed(article)
    revise(article, TEXT.replace("The CFE Treaty limited tanks. Under", "Under"))
    suggest_in(article)
    # As if the other stood across its place by now
    other = Suggestion.objects.get(quote="CFE\u00a0Treaty")
    Suggestion.objects.filter(pk=row.pk).update(
        block_key=other.block_key, start=other.start + 1, end=other.end + 1
    )
    row.refresh_from_db()
    assert row.revision_id != article.current_revision_id
    suggest_in(article)
    assert [quote for _topic, quote, _weak in waiting(article)] == ["CFE\u00a0Treaty"]


@pytest.mark.parametrize("state", [State.WAITING, State.DISMISSED])
def test_a_decision_whose_words_are_gone_makes_room(
    article: Article, treaty: Topic, state: str
) -> None:
    suggest_in(article)
    row = dismissed(article)
    revise(article, TEXT.replace("The CFE Treaty limited tanks. Under", "Under"))
    suggest_in(article)
    other = Suggestion.objects.get(quote="CFE\u00a0Treaty")
    Suggestion.objects.filter(pk=other.pk).update(state=state)
    revise(article, TEXT.replace("The CFE Treaty limited tanks. Under", "Now under"))
    block = factories.block(article, "Now under")
    start = block.text.index("CFE")
    Suggestion.objects.filter(pk=row.pk).update(
        block_key=block.key, start=start, end=start + len("CFE Treaty")
    )
    suggest_in(article)
    left = Suggestion.objects.get()
    assert (left.quote, left.state) == ("CFE\u00a0Treaty", state)
    assert left.revision_id == article.current_revision_id


def test_a_text_in_another_language_is_looked_through_again(
    root: User, django_capture_on_commit_callbacks: pytest.FixtureRequest
) -> None:
    topic = keeping.accept(propose("Steel", by=root), by=root)
    set_labels(topic, {"de": "Stahl"}, by=root)
    article = factories.article("Stahl auf dem Weg.\n")
    assert suggest_in(article) == 0
    article.language = "de"
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        article.save(update_fields=["language"])
    assert waiting(article) == [("Steel", "Stahl", False)]
