"""What a rule holds: read by its author and moderators, counted by nobody, told when shown."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating
from annotations.models import (
    Annotation,
    Counter,
    Event,
    Firing,
    HoldRule,
    ModerationEntry,
    ReviewItem,
    Thread,
)
from annotations.sanctioning import sanction
from articles.models import Article
from ncr.accounts.models import Notice, User
from ncr.refusals import NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
FIRES = "A casino in the text."
FINE = "Nothing but words."
WAITS = "A moderator looks at this before it is published."


@pytest.fixture
def article() -> Article:
    return factories.article()


@pytest.fixture
def rule(db: None) -> HoldRule:
    return HoldRule.objects.create(kind="words", words="casino")


def client_of(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, BACKEND)
    return client


def state_of(note: Annotation) -> str:
    return str(Annotation.objects.values_list("moderation", flat=True).get(pk=note.pk))


def counts(note: Annotation) -> tuple[int, int]:
    """What everyone may read in the thread, and in the article."""
    thread = Thread.objects.get(pk=note.thread_id)
    counter = Counter.objects.get(article=thread.article, audience=thread.audience)
    return thread.readable_count, counter.readable


def told(person: User) -> list[tuple[str, Any]]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", "about"))


def edit(note: Annotation, by: User, body: str, **given: Any) -> Annotation:
    found = Annotation.objects.select_related("thread__article", "thread__audience").get(pk=note.pk)
    return annotating.edit(found, by=by, body=body, version=found.version, **given)


def test_a_held_note_waits_with_what_held_it_and_comes_before_moderators(
    article: Article, author: User, rule: HoldRule
) -> None:
    fine = factories.annotation(article, author, FINE)
    note = factories.annotation(article, author, FIRES)
    assert (state_of(fine), state_of(note)) == ("published", "pending")
    fired = Firing.objects.get()
    assert (fired.annotation, fired.rule, fired.kind, fired.found, fired.version) == (
        note,
        rule,
        "words",
        "casino",
        1,
    )
    item = ReviewItem.objects.get()
    assert (item.annotation, item.cause, item.version, item.is_open) == (note, "rule", 1, True)
    entry = ModerationEntry.objects.get()
    assert (entry.annotation, entry.act, entry.by, entry.before, entry.after) == (
        note.uuid,
        "held",
        None,
        "",
        "pending",
    )
    assert not any("casino" in str(value) for value in vars(entry).values())
    assert counts(note) == (0, 1)
    assert counts(fine) == (1, 1)


def test_a_held_reply_counts_nowhere_and_nobody_is_told(
    article: Article, author: User, stranger: User, rule: HoldRule
) -> None:
    note = factories.annotation(article, author, FINE)
    active = Thread.objects.get().active_at
    third = factories.person("third")
    made = annotating.reply(by=stranger, to=note, body=FIRES + " What do you say, @third?")
    assert state_of(made) == "pending"
    assert counts(note) == (1, 1)
    assert Thread.objects.get().active_at == active
    assert told(author) == told(third) == []
    assert Event.objects.filter(annotation=made, kind="replied").exists()
    with pytest.raises(Refused):
        annotating.reply(by=author, to=made, body="To what nobody reads.")


def test_approving_tells_the_answered_and_the_mentioned_then_and_once(
    article: Article, author: User, stranger: User, moderator: User, rule: HoldRule
) -> None:
    note = factories.annotation(article, author, FINE)
    third = factories.person("third")
    made = annotating.reply(by=stranger, to=note, body=FIRES + " @third @author")
    moderating.restore(made, by=moderator)
    assert counts(note) == (2, 2)
    assert told(author) == [("reply", made.uuid)]  # and not as mentioned besides
    assert told(third) == [("mention", made.uuid)]
    assert Thread.objects.get().active_at > made.created_at
    # Held again by what its author makes of it, and approved again
    edit(made, stranger, FIRES + " Once more, @third @author")
    assert state_of(made) == "pending"
    assert counts(note) == (1, 1)
    moderating.restore(Annotation.objects.get(pk=made.pk), by=moderator)
    moderating.restore(Annotation.objects.get(pk=made.pk), by=moderator)
    assert told(author) == [("reply", made.uuid)]
    assert told(third) == [("mention", made.uuid)]


def test_what_was_hidden_while_it_waited_tells_when_it_is_shown_after_all(
    article: Article, author: User, stranger: User, moderator: User, rule: HoldRule
) -> None:
    note = factories.annotation(article, author, FINE)
    made = annotating.reply(by=stranger, to=note, body=FIRES)
    moderating.hide(made, by=moderator, reason="Off topic.")
    assert told(author) == []
    moderating.restore(made, by=moderator)
    assert told(author) == [("reply", made.uuid)]


def test_showing_again_what_was_never_held_tells_nobody_a_second_time(
    article: Article, author: User, stranger: User, moderator: User, rule: HoldRule
) -> None:
    note = factories.annotation(article, author, FINE)
    made = annotating.reply(by=stranger, to=note, body=FINE, at=timezone.now())
    moderating.hide(made, by=moderator, reason="Off topic.")
    moderating.restore(made, by=moderator)
    assert told(author) == []


def test_who_left_the_audience_is_not_told_of_what_is_approved(
    article: Article, author: User, stranger: User, moderator: User, rule: HoldRule
) -> None:
    note = factories.annotation(article, author, FINE, audience="members")
    made = annotating.reply(by=stranger, to=note, body=FIRES)
    User.objects.filter(pk=author.pk).update(is_active=False)
    moderating.restore(made, by=moderator)
    assert told(author) == []


def test_an_edit_that_fires_takes_a_published_one_back(
    article: Article, author: User, moderator: User, rule: HoldRule
) -> None:
    note = factories.annotation(article, author, FINE)
    other = factories.annotation(article, author, FINE)
    moderating.hide(note, by=moderator, reason="An old reason.")
    moderating.restore(note, by=moderator, reason="It was right.")
    edit(note, author, FIRES)
    note.refresh_from_db()
    assert (note.moderation, note.moderation_reason, note.version) == ("pending", "", 2)
    assert (counts(note), counts(other)) == ((0, 1), (1, 1))
    assert Firing.objects.get().version == 2
    item = ReviewItem.objects.get(closed_at=None)
    assert (item.annotation, item.cause, item.version) == (note, "rule", 2)
    entry = ModerationEntry.objects.filter(act="held").get()
    assert (entry.before, entry.after, entry.version) == ("published", "pending", 2)


def test_an_edit_that_fires_at_nothing_stays_published(
    article: Article, author: User, rule: HoldRule
) -> None:
    note = factories.annotation(article, author, FINE)
    edit(note, author, "Other words.")
    assert state_of(note) == "published"
    assert counts(note) == (1, 1)
    assert not ReviewItem.objects.exists()


@pytest.mark.parametrize("state", ["pending", "hidden"])
@pytest.mark.parametrize("body", [FINE, FIRES + " Still."], ids=["fine", "fires"])
def test_editing_what_waits_or_is_hidden_leaves_its_state_and_brings_it_back(
    article: Article, author: User, moderator: User, rule: HoldRule, state: str, body: str
) -> None:
    note = factories.annotation(article, author, FIRES)
    if state == "hidden":
        moderating.hide(note, by=moderator, reason="Off topic.")
    edit(note, author, body)
    assert state_of(note) == state
    assert counts(note) == (0, 0)
    item = ReviewItem.objects.get(closed_at=None)
    assert (item.cause, item.version) == ("edited" if state == "hidden" else "rule", 2)
    assert Firing.objects.filter(version=2).count() == (body != FINE)


def test_what_is_saved_as_it_was_is_not_judged_again(
    article: Article, author: User, moderator: User, rule: HoldRule
) -> None:
    note = factories.annotation(article, author, FIRES, topics=["Winds"])
    moderating.restore(note, by=moderator)
    edit(note, author, FIRES)
    edit(note, author, FIRES, topics=["winds"])
    assert state_of(note) == "published"
    assert not ReviewItem.objects.filter(closed_at=None).exists()
    HoldRule.objects.create(kind="article", article=article)
    edit(note, author, FIRES, topics=["Waters"])
    assert state_of(note) == "pending"


def test_who_may_not_edit_learns_so_and_no_rule_is_asked(
    article: Article, author: User, stranger: User, rule: HoldRule
) -> None:
    note = factories.annotation(article, author, FINE)
    with pytest.raises(NotAllowed):
        edit(note, stranger, FIRES)
    assert (state_of(note), Firing.objects.count()) == ("published", 0)


def test_imports_notes_to_oneself_and_groups_are_never_held(
    article: Article, author: User, rule: HoldRule
) -> None:
    group = factories.group(author)
    made = [
        factories.annotation(article, author, FIRES, at=timezone.now()),
        factories.annotation(article, author, FIRES, audience="me"),
        factories.annotation(article, author, FIRES, audience=group.audience),
    ]
    edit(made[1], author, FIRES + " More.")
    edit(made[2], author, FIRES + " More.")
    assert [state_of(one) for one in made] == ["published"] * 3
    assert not ReviewItem.objects.exists()


def test_a_sanction_holds_what_somebody_writes_without_any_rule(
    article: Article, author: User, stranger: User, moderator: User
) -> None:
    group = factories.group(author)
    before = factories.annotation(article, author, FINE)
    sanction(author, kind="hold", reason="Too fast.", by=moderator)
    author = User.objects.get(pk=author.pk)
    note = factories.annotation(article, author, FINE)
    fired = Firing.objects.get()
    assert (fired.annotation, fired.rule, fired.kind, fired.found) == (note, None, "sanction", "")
    edit(before, author, "Other words.")
    assert [state_of(one) for one in (note, before)] == ["pending", "pending"]
    inside = factories.annotation(article, author, FINE, audience=group.audience)
    assert state_of(inside) == "published"  # which nobody could let through
    assert state_of(factories.annotation(article, stranger, FINE)) == "published"


def test_the_same_submission_twice_is_held_once(
    article: Article, author: User, rule: HoldRule
) -> None:
    sent = uuid.uuid4()
    first = factories.annotation(article, author, FIRES, submission=sent)
    assert factories.annotation(article, author, FIRES, submission=sent) == first
    assert Firing.objects.count() == ReviewItem.objects.count() == 1


def test_withdrawing_what_waits_counts_nothing_down(
    article: Article, author: User, rule: HoldRule
) -> None:
    note = factories.annotation(article, author, FIRES)
    annotating.withdraw(note, by=author)
    assert counts(note) == (0, 0)
    assert not ReviewItem.objects.filter(closed_at=None).exists()


Ask = Callable[[Client, Annotation], Any]
PAGES: dict[str, Ask] = {
    "thread": lambda client, note: client.get(note.thread.get_absolute_url()),
    "annotation": lambda client, note: client.get(note.get_absolute_url(), follow=True),
    "card": lambda client, note: client.get(reverse("card", args=[note.thread.uuid])),
    "json": lambda client, note: client.get(reverse("api:thread", args=[note.thread.uuid])),
    "json of it": lambda client, note: client.get(reverse("api:annotation", args=[note.uuid])),
}


@pytest.mark.parametrize("ask", PAGES.values(), ids=PAGES)
def test_its_author_and_moderators_read_it_and_nobody_else_hears_of_it(
    article: Article,
    author: User,
    moderator: User,
    stranger: User,
    rule: HoldRule,
    ask: Ask,
) -> None:
    note = factories.annotation(article, author, FIRES)
    for reader in (author, moderator):
        answer = ask(client_of(reader), note)
        assert answer.status_code == 200
        assert FIRES in answer.content.decode()
        if answer["Content-Type"].startswith("application/json"):
            (said,) = answer.json()["annotations"]
            assert (said["state"], answer.json()["count"]) == ("pending", 0)
        else:
            assert WAITS in answer.content.decode()
    for other in (stranger, None):
        answer = ask(client_of(other), note)
        assert answer.status_code == 404
        assert "casino" not in answer.content.decode()


@pytest.mark.parametrize("who", ["stranger", "anonymous"])
def test_no_figure_tells_others_that_something_waits(
    article: Article, author: User, stranger: User, rule: HoldRule, who: str
) -> None:
    reader = client_of(stranger if who == "stranger" else None)
    factories.annotation(article, author, FINE)

    def figures() -> Any:
        listed = reader.get(reverse("api:articles")).json()["articles"][0]
        threads = reader.get(reverse("api:threads", args=[article.slug])).json()["threads"]
        return listed["notes"], listed["beside"], [(one["label"], one["count"]) for one in threads]

    before = figures()
    held = factories.annotation(article, author, FIRES)
    annotating.reply(by=author, to=Annotation.objects.earliest("pk"), body=FIRES)
    assert figures() == before
    assert str(held.uuid) not in reader.get(article.get_absolute_url()).content.decode()


def test_the_form_leads_to_a_page_that_says_so(
    article: Article, author: User, rule: HoldRule
) -> None:
    given = {
        "body": FIRES,
        "kind": "comment",
        "audience": "everyone",
        "submission": str(uuid.uuid4()),
    }
    address = reverse("annotate", args=[article.slug])
    answer = client_of(author).post(address, given, follow=True)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert WAITS in page
    assert "only its author and moderators see it" in page
    assert FIRES in page


def test_json_tells_the_state_of_what_was_written(
    article: Article, author: User, rule: HoldRule
) -> None:
    client = client_of(author)

    def send(address: str, body: str, **more: Any) -> Any:
        given = {"body": body, "submission": str(uuid.uuid4()), **more}
        return client.post(address, given, content_type="application/json").json()

    opened = send(reverse("api:annotate", args=[article.slug]), FINE)
    answered = send(reverse("api:reply", args=[opened["id"]]), FIRES)
    assert (opened["state"], answered["state"]) == ("published", "pending")
    assert WAITS in answered["card"]
    changed = client.patch(
        reverse("api:edit", args=[opened["id"]]),
        {"body": FIRES, "version": 1},
        content_type="application/json",
    ).json()
    assert changed["state"] == "pending"


def test_what_is_held_is_written_with_a_fixed_number_of_queries(
    article: Article, author: User, rule: HoldRule, django_assert_num_queries: Any
) -> None:
    factories.annotation(article, author, FIRES)
    place = factories.passage(article)
    for more in range(3):
        HoldRule.objects.create(kind="words", words=f"text\nother{more}", position=more)
    with django_assert_num_queries(26):
        annotating.annotate(by=author, article=article, body=FIRES, passage=place)
