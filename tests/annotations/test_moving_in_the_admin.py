"""The page on which moderators move a reply: how it is reached, what is typed, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating, moving
from annotations.models import Annotation, ModerationEntry, ReviewItem
from ncr.accounts.models import User
from tests import factories
from tests.annotations.branches import Case, again, build
from tests.annotations.sending import SHOWN, TYPED, client_of

pytestmark = pytest.mark.django_db
LINK = "Move to another thread"
NOW = timezone.now()


@pytest.fixture
def case(author: User, stranger: User) -> Case:
    return build(author, stranger)


@pytest.fixture
def client(moderator: User) -> Client:
    return client_of(moderator)


def at(annotation: Annotation, query: str = "") -> str:
    return reverse("admin:annotations_annotation_move", args=[annotation.pk]) + query


def sent(case: Case, **given: Any) -> dict[str, Any]:
    return {"where": "", "reason": "", "answered": case.first.pk, **given}


def reported(case: Case) -> ReviewItem:
    moderating.report(again(case.reply), by=case.first.author, reason="off-topic")
    return ReviewItem.objects.get(closed_at=None)


def page_of(client: Client, name: str, pk: int) -> str:
    answer = client.get(reverse(f"admin:annotations_{name}_change", args=[pk]))
    return str(answer.content.decode())


def test_the_way_there_stands_at_replies_alone(client: Client, case: Case) -> None:
    item = reported(case)
    assert f"{at(case.reply)}?item={item.pk}" in page_of(client, "reviewitem", item.pk)
    assert at(case.reply) in page_of(client, "annotation", case.reply.pk)
    assert LINK not in page_of(client, "annotation", case.first.pk)
    thread = page_of(client, "thread", case.first.thread_id)
    assert at(case.reply) in thread
    assert at(case.answer) in thread
    assert at(case.first) not in thread
    moderating.remove(again(case.reply), by=factories.moderator("other"), reason="why")
    assert LINK not in page_of(client, "reviewitem", item.pk)


def test_who_leads_a_discussion_is_not_led_there(case: Case) -> None:
    group = factories.group(case.first.author)
    ours = factories.annotation(case.article, case.first.author, "Ours.", audience=group.audience)
    reply = annotating.reply(by=case.first.author, to=ours, body="Answer.")
    leader = client_of(case.first.author)
    assert at(reply) not in page_of(leader, "thread", ours.thread_id)
    assert leader.get(at(reply)).status_code == 403


def test_it_shows_what_moves_and_what_stands_near(client: Client, case: Case) -> None:
    author = case.first.author
    annotating.reply(by=author, to=case.answer, body="Deeper.")
    moderating.hide(case.answer, by=factories.moderator("other"), reason="why")
    far = factories.annotation(case.article, author, "At the beginning.", words="corridor")
    hidden = factories.annotation(case.article, author, "Not shown.", words="gets off")
    moderating.hide(hidden, by=factories.moderator("third"), reason="why")
    members = factories.annotation(case.article, author, "To members.", audience="members")
    moderating.lock(case.second.thread, by=factories.moderator("fourth"))
    answer = client.get(at(case.reply))
    page = answer.content.decode()
    assert case.reply.body in page
    assert "2 answers to it go along." in page
    assert [value for value, _words in answer.context["form"].fields["near"].widget.choices] == [
        str(far.uuid),
        str(case.second.uuid),
    ]
    assert "(locked)" in page
    assert "second train" in page
    assert "About the second." in page
    for absent in ("Not shown.", "To members.", str(members.uuid)):
        assert absent not in page


def test_of_many_threads_the_nearest_are_offered_in_the_order_of_the_text(
    client: Client, case: Case
) -> None:
    words = ["The corridor", "runs through", "two countries", "The train stops once", "at night"]
    made = [factories.annotation(case.article, case.first.author, one, words=one) for one in words]
    factories.annotation(case.article, case.first.author, "On the whole.", words="")
    choices = client.get(at(case.reply)).context["form"].fields["near"].widget.choices
    # "train stops" stands between the last two of these
    nearest = [made[1], made[2], made[3], made[4], case.second]
    assert [value for value, _words in choices][:5] == [str(one.uuid) for one in nearest]
    assert len(choices) == 6


def address(case: Case) -> str:
    return f"https://reading.example/annotations/{case.second.uuid}/?in=article"


def of_thread(case: Case) -> str:
    return f"/threads/{case.second.thread.uuid}/"


def of_card(case: Case) -> str:
    return f"https://reading.example/articles/{case.article.slug}/#n-2"


def of_reply(case: Case) -> str:
    """As the page of a thread names a reply: the last identifier is meant."""
    noise = Annotation.objects.get(body="Noise that was there.")
    return f"/threads/{case.first.thread.uuid}/#a-{str(noise.uuid).upper()}"


@pytest.mark.parametrize(
    "typed",
    [
        address,
        of_thread,
        of_card,
        lambda case: str(case.second.uuid),
        lambda case: "2",
        lambda case: "  note 2 ",
        lambda case: "Notiz 2",
    ],
)
def test_what_is_typed_is_understood(
    typed: Callable[[Case], str], client: Client, case: Case
) -> None:
    answer = client.post(at(case.reply), sent(case, where=typed(case), reason=TYPED))
    assert answer["Location"] == reverse(
        "admin:annotations_annotation_change", args=[case.reply.pk]
    )
    assert again(case.reply).parent_id == case.second.pk
    assert ModerationEntry.objects.get().reason == TYPED
    assert "It stands in thread 2 now." in client.get(answer["Location"]).content.decode()


def test_a_reply_is_answered_where_its_address_is_given(client: Client, case: Case) -> None:
    client.post(at(case.reply), sent(case, where=of_reply(case)))
    noise = Annotation.objects.get(body="Noise that was there.")
    assert again(case.reply).parent_id == noise.pk


def test_what_is_chosen_holds_where_nothing_is_typed(client: Client, case: Case) -> None:
    noise = Annotation.objects.get(body="Noise that was there.")
    given = sent(case, near=str(case.second.uuid))
    client.post(at(case.reply), {**given, "where": str(noise.uuid)})
    assert again(case.reply).parent_id == noise.pk
    moving.move(again(case.reply), to=case.first, by=factories.moderator("other"))
    client.post(at(case.reply), given)
    assert again(case.reply).parent_id == case.second.pk


@pytest.mark.parametrize(
    "typed",
    ["3", "m2", "02", "2 or 3", "https://reading.example/2/", "second", "/articles/other/#n-2"],
)
def test_what_means_nothing_here_is_refused_and_kept(
    typed: str, client: Client, case: Case
) -> None:
    answer = client.post(at(case.reply), sent(case, where=typed, reason=TYPED))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert moving.no_such_target().message in page
    assert f'value="{typed}"' in page
    assert SHOWN in page
    assert again(case.reply).parent_id == case.first.pk


def test_what_is_not_theirs_to_see_is_refused_in_the_same_words(client: Client, case: Case) -> None:
    group = factories.group(case.first.author)
    said_to = group.audience
    unseen = factories.annotation(case.article, case.first.author, "Ours.", audience=said_to)
    elsewhere = factories.annotation(factories.article(), case.first.author, "Elsewhere.")

    def answer(typed: str) -> str:
        page = client.post(at(case.reply), sent(case, where=typed)).content.decode()
        return str(page).replace(typed, "")

    nothing = answer("00000000-0000-4000-8000-000000000000")
    for one in (unseen, elsewhere):
        for typed in (str(one.uuid), str(one.thread.uuid)):
            # But for the token, which is another in each answer
            assert strip_token(answer(typed)) == strip_token(nothing)


def strip_token(page: str) -> str:
    before, _name, after = page.partition('name="csrfmiddlewaretoken" value="')
    rest = after.partition('"')[2]
    return before + (strip_token(rest) if "csrfmiddlewaretoken" in rest else rest)


def test_a_label_means_the_thread_of_the_same_audience(author: User, stranger: User) -> None:
    case = build(author, stranger, audience="members")
    factories.annotation(case.article, author, "Of everyone.")
    factories.annotation(case.article, author, "Of everyone.")
    client = client_of(factories.moderator())
    assert client.post(at(case.reply), sent(case, where="2")).status_code == 422
    assert client.post(at(case.reply), sent(case, where="note m2")).status_code == 302
    assert again(case.reply).parent_id == case.second.pk


def test_nothing_typed_and_nothing_chosen_is_refused(client: Client, case: Case) -> None:
    answer = client.post(at(case.reply), sent(case, reason=TYPED))
    assert answer.status_code == 422
    assert "Say where it belongs." in answer.content.decode()
    assert SHOWN in answer.content.decode()


def test_too_long_a_reason_is_refused_and_kept(client: Client, case: Case) -> None:
    answer = client.post(at(case.reply), sent(case, where="2", reason="x" * 301))
    assert answer.status_code == 422
    assert "x" * 301 in answer.content.decode()
    assert again(case.reply).parent_id == case.first.pk


def test_what_opens_a_thread_is_led_back_with_a_word(client: Client, case: Case) -> None:
    for ask in (client.get, client.post):
        answer = ask(at(case.first), follow=True)
        assert "This opens a thread; move it to another passage instead." in (
            answer.content.decode()
        )


def test_from_the_queue_it_leads_back_there(client: Client, case: Case) -> None:
    item = reported(case)
    query = f"?item={item.pk}&cause=off-topic"
    assert f'name="seen" value="{item.turn}"' in client.get(at(case.reply, query)).content.decode()
    given = sent(case, where="2", seen=item.turn)
    answer = client.post(at(case.reply, query), given)
    address = reverse("admin:annotations_reviewitem_change", args=[item.pk])
    assert answer["Location"] == f"{address}?cause=off-topic"
    item.refresh_from_db()
    assert item.is_open
    page = client.get(answer["Location"]).content.decode()
    assert "moved (thread 1 to 2)" in page
    assert f'name="seen" value="{item.turn}"' in page


def test_an_item_about_something_else_leads_nowhere(client: Client, case: Case) -> None:
    moderating.report(case.second, by=case.reply.author, reason="spam")
    other = ReviewItem.objects.get()
    for asked in (other.pk, "x", 10**18):
        page = client.get(at(case.reply, f"?item={asked}")).content.decode()
        assert 'name="seen"' not in page
        assert reverse("admin:annotations_annotation_change", args=[case.reply.pk]) in page


def test_a_stale_turn_is_refused_and_then_taken(client: Client, case: Case) -> None:
    item = reported(case)
    annotating.edit(again(case.reply), by=case.reply.author, body="Changed.", version=1)
    query, given = f"?item={item.pk}", sent(case, where="2", reason=TYPED, seen=item.turn)
    answer = client.post(at(case.reply, query), given)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "It was changed since you looked at it." in page
    assert SHOWN in page
    assert "Changed." in page
    assert again(case.reply).parent_id == case.first.pk
    item.refresh_from_db()
    assert f'name="seen" value="{item.turn}"' in page
    assert client.post(at(case.reply, query), {**given, "seen": item.turn}).status_code == 302


def test_what_somebody_moved_meanwhile_is_looked_at_again(client: Client, case: Case) -> None:
    third = factories.annotation(case.article, case.first.author, "Third.", words="corridor")
    moving.move(again(case.reply), to=case.second, by=factories.moderator("other"))
    given = sent(case, where=third.thread.label, reason=TYPED)
    answer = client.post(at(case.reply), given)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Somebody moved it meanwhile." in page
    assert SHOWN in page
    assert f'name="answered" value="{case.second.pk}"' in page
    assert client.post(at(case.reply), {**given, "answered": case.second.pk}).status_code == 302
    assert again(case.reply).parent_id == third.pk


def test_looking_writes_nothing(client: Client, case: Case) -> None:
    before = list(Annotation.objects.order_by("pk").values())
    client.get(at(case.reply))
    assert list(Annotation.objects.order_by("pk").values()) == before
    assert not ModerationEntry.objects.exists()


def test_its_queries_do_not_grow(client: Client, case: Case) -> None:
    client.get(at(case.reply))  # compiles what is compiled once
    counts = []
    for number in range(2):
        with CaptureQueriesContext(connection) as asked:
            client.get(at(case.reply))
        counts.append(len(asked))
        for more in range(3):
            body = f"More {number}.{more}"
            annotating.reply(by=case.reply.author, to=case.answer, body=body, at=NOW)
            factories.annotation(case.article, case.first.author, body, words="corridor", at=NOW)
    assert counts[0] == counts[1] <= 25


def test_who_reads_the_log_sees_between_which_threads(client: Client, case: Case) -> None:
    moving.move(case.reply, to=case.second, by=factories.moderator("noor"))
    page = client.get(reverse("admin:annotations_moderationentry_changelist") + "?act=move")
    assert "moved (thread 1 to 2)" in page.content.decode()
