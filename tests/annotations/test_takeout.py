"""The take-out: all of one's own, in two forms, and nobody else's words."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from annotations import (
    annotating,
    catching_up,
    drafting,
    moderating,
    quality,
    reacting,
    reporting,
    takeout,
)
from annotations.decisions import decided
from annotations.models import (
    Annotation,
    AnnotationVersion,
    Appeal,
    Suggestion,
    Topic,
    TopicReading,
)
from annotations.takeout import annotations_of, archive
from articles.models import Import, SiteRule
from ncr.accounts.inviting import accept, find_invitation, invite
from ncr.accounts.models import Sanction, User
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])


@pytest.fixture
def scene(author: User, stranger: User, moderator: User) -> dict[str, Any]:
    article = factories.article(title="On trains")
    said = factories.annotation(article, author, "First words.", topics=["Rail"])
    annotating.edit(said, by=author, body="Second **words**.", version=1)
    answer = annotating.reply(by=stranger, to=said, body="Strange words of another.")
    reacting.react(answer, by=author, kind="thanks")
    mine = annotating.reply(by=author, to=answer, body="An answer of mine.")
    factories.annotation(article, author, "Only for me.", audience="me")
    rule = SiteRule.objects.get(number=3)
    moderating.hide(said, by=moderator, reason="It sells something.", rule=rule)
    noise = factories.annotation(article, stranger, "More strange words.", words="second train")
    reporting.report(noise, by=author, reason="other", text="My report.")
    moderating.dismiss(noise, by=moderator, reason="It is fine.")
    for one, words in ((author, "Begun and not sent."), (stranger, "Strange draft.")):
        place = drafting.address_of_note(article.slug, {})
        drafting.save(by=one, place=place, page="/", fields={"body": words})
    for one, title in ((author, "The salt road"), (stranger, "Strange road")):
        Import.objects.create(by=one, filename="salt.md", given={"title": title})
    EmailAddress.objects.create(user=author, email="ada@example.org", verified=True)
    boss = User.objects.create_superuser("boss", password="x")
    invitation = find_invitation(invite(by=boss, group=factories.group(boss, name="Tuesday")))
    assert invitation is not None
    accept(invitation, by=author)
    catching_up.visit(article, by=author, block_key="k1")
    now = timezone.now()
    rail = Topic.objects.get(name="Rail")
    for one in (author, stranger):
        TopicReading.objects.create(person=one, topic=rail, follows_since=now)
        Suggestion.objects.create(
            topic=rail,
            article=article,
            revision=article.standing,
            block_key="k1",
            start=4,
            end=9 if one == author else 15,
            quote="train" if one == author else "train stops",
            state="dismissed",
            decided_by=one,
            decided_at=now,
            found_at=now,
        )
    quality.mark(answer, by=author, kind="unclear")
    quality.mark(mine, by=stranger, kind="duplicate")
    for one, words in ((author, "I object."), (stranger, "Strange objection.")):
        decision = decided(one, "hide", by=moderator, reason="why", at=now)
        Appeal.objects.create(decision=decision, text=words, at=now)
        Sanction.objects.create(person=one, kind="warning", reason="Mind your tone.", at=now)
    return {"article": article, "said": said, "mine": mine, "answer": answer}


def taken(person: User) -> dict[str, str]:
    content = b"".join(archive(person))
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        assert zipped.testzip() is None
        return {name: zipped.read(name).decode() for name in zipped.namelist()}


def test_what_one_decided_in_a_text_that_one_may_no_longer_read_is_without_its_words(
    scene: dict[str, Any], author: User, stranger: User
) -> None:
    """The text may have been revised since: a suggestion has the words as they stand now."""
    private = factories.group(stranger, name="Wednesday").audience
    mine = Suggestion.objects.get(decided_by=author)
    mine.article.title = "A title of later"
    mine.article.audience = private
    mine.article.save()
    Suggestion.objects.update(quote="words of later")
    files = taken(author)
    (row,) = json.loads(files["takeout.json"])["suggestions_decided"]
    assert (row["topic"], row["state"]) == ("Rail", "dismissed")
    assert (row["article"], row["quote"]) == (None, None)
    assert "words of later" not in files["takeout.json"] + files["takeout.md"]
    reader = User.objects.get(pk=stranger.pk)  # who is in the group by now
    (row,) = json.loads(taken(reader)["takeout.json"])["suggestions_decided"]
    assert (row["article"], row["quote"]) == ("A title of later", "words of later")
    assert "is_seen" not in row


def test_everything_of_ones_own_is_in_it(scene: dict[str, Any], author: User) -> None:
    facts = json.loads(taken(author)["takeout.json"])
    assert (facts["format"], facts["version"]) == ("ncr-takeout", 1)
    assert facts["profile"]["username"] == "author"
    assert [one["email"] for one in facts["mail_addresses"]] == ["ada@example.org"]
    assert [one["group"] for one in facts["memberships"]] == ["Tuesday"]
    assert [one["group"] for one in facts["invitations_accepted"]] == ["Tuesday"]
    assert [one["text"] for one in facts["reports"]] == ["My report."]
    assert [one["text"] for one in facts["appeals"]] == ["I object."]
    assert [one["reason"] for one in facts["sanctions"]] == ["Mind your tone."]
    assert [one["kind"] for one in facts["quality_marks"]] == ["unclear"]
    kinds = {one["kind"] for one in facts["notices"]}
    assert kinds == {"reply", "moderated", "reported", "marked"}
    assert [(one["annotation__uuid"], one["kind"]) for one in facts["reactions"]] == [
        (str(scene["answer"].uuid), "thanks")
    ]
    assert [one["name"] for one in facts["topics_proposed"]] == ["Rail"]
    assert [one["body"] for one in facts["drafts"]] == ["Begun and not sent."]
    assert [(one["filename"], one["given"]) for one in facts["imports"]] == [
        ("salt.md", {"title": "The salt road"})
    ]
    (followed,) = facts["topic_readings"]
    assert (followed["topic"], bool(followed["follows_since"])) == ("Rail", True)
    (decided,) = facts["suggestions_decided"]
    assert (decided["quote"], decided["state"]) == ("train", "dismissed")
    (reading,) = facts["readings"]
    assert (reading["article"], reading["revision"], reading["block_key"]) == ("On trains", 1, "k1")
    assert reading["seen"]["1"] == [[1, 7]]
    first, second, third = facts["annotations"]
    assert first["body"] == "Second **words**."
    assert [one["body"] for one in first["versions"]] == ["First words.", "Second **words**."]
    assert first["passages"] == ["train stops"]
    assert first["topics"] == ["Rail"]
    assert first["article"] == "On trains"
    assert (first["state"], first["audience"]) == ("hidden", "everyone")
    assert [(one["act"], one["rule"], one["reason"]) for one in first["decisions"]] == [
        ("hide", 3, "It sells something.")
    ]
    assert second["in_reply_to"] == str(scene["answer"].uuid)
    assert (third["body"], third["audience"]) == ("Only for me.", "person")


def test_it_can_be_read_by_people(scene: dict[str, Any], author: User) -> None:
    text = taken(author)["takeout.md"]
    assert text.startswith("# Ada Author\n")
    for words in (
        "ada@example.org",
        "### On trains, 1",
        "> train stops",
        "Second **words**.",
        "First words.",
        "An answer of mine.",
        "Only for me.",
        "It sells something.",
        "My report.",
        "Tuesday",
    ):
        assert words in text


@pytest.mark.parametrize("name", ["takeout.json", "takeout.md"])
def test_no_other_persons_words_are_in_it(scene: dict[str, Any], author: User, name: str) -> None:
    content = taken(author)[name]
    for words in ("Strange words", "strange words", "stranger", "Sven", "moderator@", "boss"):
        assert words not in content


def test_what_moderators_removed_is_listed_without_words(
    scene: dict[str, Any], author: User
) -> None:
    Annotation.objects.filter(pk=scene["mine"].pk).update(moderation="removed")
    facts = json.loads(taken(author)["takeout.json"])
    sealed = next(one for one in facts["annotations"] if one["state"] == "removed")
    assert (sealed["body"], sealed["versions"]) == ("", [])
    assert "An answer of mine." not in taken(author)["takeout.md"]


def test_what_one_withdrew_is_in_it(scene: dict[str, Any], author: User) -> None:
    annotating.withdraw(scene["mine"], by=author)
    assert "An answer of mine." in taken(author)["takeout.json"]


def test_it_comes_as_a_file(scene: dict[str, Any], author: User) -> None:
    client = Client()
    client.force_login(author, "ncr.accounts.backends.MemberBackend")
    assert "zip archive" in client.get("/accounts/takeout/").content.decode()
    answer = client.post("/accounts/takeout/")
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].startswith('attachment; filename="ncr-author-')
    assert "no-store" in answer["Cache-Control"]
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as zipped:
        assert zipped.namelist() == ["takeout.json", "takeout.md"]


@pytest.mark.usefixtures("one_minute")
def test_a_few_an_hour_are_enough(author: User) -> None:
    client = Client()
    client.force_login(author, "ncr.accounts.backends.MemberBackend")
    statuses = [client.post("/accounts/takeout/").status_code for _ in range(7)]
    assert statuses == [200] * 6 + [429]


@pytest.mark.parametrize("visitor", ["stranger", "moderator"])
def test_everybody_gets_their_own(scene: dict[str, Any], visitor: str, request: Any) -> None:
    person = request.getfixturevalue(visitor)
    both = "".join(taken(person).values())
    assert "Second **words**." not in both
    assert "Only for me." not in both
    assert "My report." not in both
    assert "ada@example.org" not in both


def test_the_anonymous_are_sent_to_sign_in() -> None:
    for answer in (Client().get("/accounts/takeout/"), Client().post("/accounts/takeout/")):
        assert answer["Location"] == "/accounts/login/?next=%2Faccounts%2Ftakeout%2F"


def test_who_wrote_nothing_gets_a_file_too(author: User) -> None:
    facts = json.loads(taken(author)["takeout.json"])
    assert facts["annotations"] == []


def many(author: User, count: int) -> None:
    """Annotations by one verb and the rest as rows, which is all that the take-out reads."""
    pattern = factories.annotation(factories.article(), author, "Words. " * 20)
    rows = [
        Annotation(
            thread=pattern.thread,
            parent=pattern,
            author=author,
            body=pattern.body,
            renderer=pattern.renderer,
            created_at=pattern.created_at,
        )
        for _ in range(count - 1)
    ]
    made = Annotation.objects.bulk_create(rows)
    AnnotationVersion.objects.bulk_create(
        AnnotationVersion(
            annotation=one,
            number=1,
            kind="comment",
            body=one.body,
            digest="",
            created_at=one.created_at,
        )
        for one in made
    )


def test_queries_count_by_pieces_and_not_by_annotations(
    author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(author, 40)
    costs = []
    for size in (100, 20, 10):
        monkeypatch.setattr(takeout, "AT_ONCE", size)
        with CaptureQueriesContext(connection) as captured:
            assert len(list(annotations_of(author))) == 40
        costs.append(len(captured))
    # the rules, six for each piece, and one that finds no further piece; once what they may read
    assert costs == [1 + 6 + 1 + 1, 1 + 2 * 6 + 1, 1 + 4 * 6 + 1]


def test_memory_is_that_of_a_piece(author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(takeout, "AT_ONCE", 20)
    many(author, 600)
    list(archive(author))  # what is imported and compiled once
    tracemalloc.start()
    try:
        size = sum(len(part) for part in archive(author))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert size > 20_000
    assert most < 2 * 1024 * 1024
