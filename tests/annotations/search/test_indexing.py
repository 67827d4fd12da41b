"""The index says what the things say, whatever verb was at work."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from annotations import annotating, moderating, reporting
from annotations.models import (
    Annotation,
    AnnotationWords,
    ArticleWords,
    BlockWords,
    PersonWords,
    Topic,
    TopicName,
    TopicWords,
)
from annotations.models.topic import topic_key
from annotations.samples.loading import load_samples, remove_samples
from annotations.samples.seeding import seed_discussion
from annotations.search import analysing, indexing
from annotations.search.engines import Postgresql, Sqlite, engine
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db


def kept(kind: Any, pk: int) -> str:
    return engine().kept(kind, pk, pk).get(pk, "")


def everything() -> dict[str, dict[int, str]]:
    return {kind.name: engine().kept(kind.words, 0, 2**62) for kind in indexing.KINDS.values()}


def test_every_verb_leaves_the_index_as_it_would_be_made_anew(
    author: User, stranger: User, moderator: User
) -> None:
    article = factories.article(language="de", title="Häuser am Fluss")
    note = factories.annotation(article, author, "Die Häuser stehen.", topics=["Häuserbau"])
    assert kept(AnnotationWords, note.pk) == "die haus steh"
    answer = annotating.reply(by=stranger, to=note, body="Ein *Ha*us genügt.")
    assert kept(AnnotationWords, answer.pk).split()[:2] == ["ein", "haus"]
    edited = annotating.edit(note, by=author, body="Die Brücken stehen.", version=1)
    assert kept(AnnotationWords, edited.pk).split()[1] == "bruck"
    moderating.hide(answer, by=moderator, reason="Off topic.")
    assert indexing_is_exact()
    moderating.restore(answer, by=moderator)
    moderating.lock(note.thread, by=moderator)
    moderating.unlock(note.thread, by=moderator)
    annotating.resolve(note.thread, by=author, reason="Settled.")
    reporting.report(edited, by=stranger, reason="spam")
    moderating.dismiss(edited, by=moderator)
    annotating.withdraw(answer, by=stranger)
    assert kept(AnnotationWords, answer.pk) == ""
    factories.annotation(article, author, "", kind="highlight")
    factories.annotation(article, author, "Nur für mich.", audience="me")
    assert indexing_is_exact()


def indexing_is_exact() -> bool:
    """By its own check, and by making it anew, which must change nothing."""
    before = everything()
    assert list(indexing.differences()) == []
    indexing.reindex()
    return everything() == before


def test_articles_topics_and_people_are_followed(author: User) -> None:
    article = factories.article(title="Night trains", publish=False)
    assert kept(ArticleWords, article.pk) == ""
    from articles.revising import publish_revision

    publish_revision(article.revisions.get())
    article.refresh_from_db()
    assert kept(ArticleWords, article.pk) == "night train"
    block = factories.block(article)
    assert "stop" in kept(BlockWords, block.pk).split()
    article.title = "Slow bridges"
    article.save()
    assert kept(ArticleWords, article.pk) == "slow bridg"

    note = factories.annotation(article, author, "A note.", topics=["Border crossings"])
    topic = Topic.objects.get(assignments__annotation=note)
    TopicName.objects.create(topic=topic, name="Frontiers", key=topic_key("Frontiers"))
    assert kept(TopicWords, topic.pk) == "border cross frontier"
    topic.names.get(name="Frontiers").delete()
    topic.description = "Where queues are."
    topic.save(update_fields=["description"])
    assert kept(TopicWords, topic.pk).split()[-3:] == ["where", "queue", "are"]

    author.about = "Reads about bridges."
    author.save()
    assert kept(PersonWords, author.pk) == "author ada author reads about bridges"
    assert indexing_is_exact()


def test_the_words_of_a_text_are_made_before_others_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """What publishing does with the database locked makes the words of the head alone."""
    from articles.revising import publish_revision, write_revision
    from articles.signals import revision_preparing

    article = factories.article(title="Night trains")
    draft = write_revision(article, "The trains stop no more.\n\nThey run.\n", by=None)
    made: list[str] = []

    def cut(text: str, language: str) -> list[Any]:
        made.append(text)
        return []

    def watch(**kwargs: Any) -> None:
        monkeypatch.setattr(analysing, "tokens", cut)

    revision_preparing.connect(watch)
    try:
        publish_revision(draft)
    finally:
        revision_preparing.disconnect(watch)
        monkeypatch.undo()
    assert made == ["Night trains"]
    article.refresh_from_db()
    first = factories.block(article, "stop no more")
    assert kept(BlockWords, first.pk) == "the train stop no more"


def test_a_new_language_reads_everything_about_an_article_anew(
    author: User, django_capture_on_commit_callbacks: Any
) -> None:
    article = factories.article(markdown="Die Häuser.\n", language="en")
    note = factories.annotation(article, author, "Häuser.", words="Häuser")
    assert kept(AnnotationWords, note.pk) == "hauser"
    with django_capture_on_commit_callbacks(execute=True):
        article.language = "de"
        article.save()
    assert kept(AnnotationWords, note.pk) == "haus"
    assert kept(BlockWords, factories.block(article, "Häuser").pk) == "die haus"
    assert indexing_is_exact()


def test_samples_and_seeds_are_found_and_what_is_removed_is_not(db: None) -> None:
    load_samples()
    seed_discussion("seeded", 60)
    assert indexing_is_exact()
    assert AnnotationWords.objects.count() > 60
    seeded = AnnotationWords.objects.filter(annotation__thread__article__slug="seeded").count()
    remove_samples()
    assert AnnotationWords.objects.count() == seeded
    assert indexing_is_exact()


def test_signing_in_does_not_touch_the_index(author: User, django_assert_num_queries: Any) -> None:
    author.last_login = timezone.now()
    with django_assert_num_queries(1):
        author.save(update_fields=["last_login"])


def test_something_new_costs_one_statement_more(
    author: User, django_assert_num_queries: Any
) -> None:
    note = factories.annotation(factories.article(), author, "A note.")
    AnnotationWords.objects.filter(pk=note.pk).delete()
    with django_assert_num_queries(1):
        indexing.index_new(note, indexing.words_found_by(note.body_html, "en"))


def test_the_command_checks_and_mends(author: User) -> None:
    article = factories.article()
    wrong = factories.annotation(article, author, "Wrong words.")
    lost = factories.annotation(article, author, "Lost words.")
    stray = factories.annotation(article, author, "Stray words.")
    engine().put(AnnotationWords, [(wrong.pk, "other words")])
    engine().drop(AnnotationWords, [lost.pk])
    Annotation.objects.filter(pk=stray.pk).update(withdrawn_at=timezone.now())
    out = io.StringIO()
    with pytest.raises(CommandError, match="3 differ") as ended:
        call_command("reindex_search", "--check", stdout=out)
    assert ended.value.returncode == 1
    assert out.getvalue().split() == [
        word for one in (wrong, lost, stray) for word in ("annotations", str(one.pk))
    ]
    call_command("reindex_search", stdout=out)
    assert "annotations: " in out.getvalue()
    call_command("reindex_search", "--check", stdout=out)
    assert indexing_is_exact()


def test_an_index_that_was_never_made_is_made_after_migrating(author: User) -> None:
    factories.annotation(factories.article(), author, "Found later.")
    before = everything()
    for kind in indexing.KINDS.values():
        kind.words._default_manager.all().delete()
    call_command("migrate", verbosity=0)
    assert everything() == before


def test_many_places_of_one_word_are_kept_as_far_as_the_engine_goes(author: User) -> None:
    article = factories.article(markdown="again " * 2_000 + "\n")
    assert kept(BlockWords, factories.block(article, "again").pk).startswith("again again")
    assert indexing_is_exact()


def test_the_engine_is_the_databases_own() -> None:
    assert isinstance(engine(), Postgresql if connection.vendor == "postgresql" else Sqlite)


def raw_index() -> bytes:
    """All that the engine itself keeps, as it lies in the database's pages."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT string_agg(words::text, ' ') FROM annotations_annotationwords")
            return (cursor.fetchone()[0] or "").encode()
        found = b""
        for table in ("annotationwords", "personwords"):
            cursor.execute(f"SELECT block FROM annotations_{table}_data")
            found += b"".join(bytes(block) for (block,) in cursor.fetchall())
            cursor.execute(f"SELECT c0 FROM annotations_{table}_content")
            found += " ".join(words for (words,) in cursor.fetchall()).encode()
        return found


@pytest.mark.django_db(transaction=True)
def test_erased_words_are_in_no_copy_of_the_index(author: User, stranger: User) -> None:
    article = factories.article()
    note = factories.annotation(article, author, "Xylographs quietly.")
    factories.annotation(article, stranger, "Something else that stays.")
    assert b"xylograph" in raw_index()
    note.thread.delete()
    indexing.purge()
    assert b"xylograph" not in raw_index()
    assert b"someth" in raw_index()
    assert list(indexing.differences()) == []


@pytest.mark.django_db(transaction=True)
def test_the_name_of_a_deleted_person_is_in_no_copy_of_the_index() -> None:
    person = factories.person("quetzalcoatl")
    assert kept(PersonWords, person.pk) == "quetzalcoatl"
    person.delete()
    assert b"quetzalcoatl" not in raw_index()
