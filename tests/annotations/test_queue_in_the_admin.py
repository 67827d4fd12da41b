"""The review queue in the admin: what is listed, what is decided, where one is led."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating, queueing, reporting
from annotations.admin import deciding
from annotations.models import (
    Annotation,
    Appeal,
    Decision,
    Firing,
    HoldRule,
    ModerationEntry,
    Report,
    ReviewItem,
)
from articles.models import Article
from ncr.accounts.models import Sanction, User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
LIST = reverse("admin:annotations_reviewitem_changelist")
REASON = "Say it of the text & not of the person."
SHOWN = "Say it of the text &amp; not of the person."


@pytest.fixture
def article(db: None) -> Article:
    return factories.article(title="The ferry")


@pytest.fixture
def client(moderator: User) -> Client:
    return of(moderator)


def of(person: User) -> Client:
    client = Client()
    client.force_login(person, BACKEND)
    return client


def at(name: str, item: ReviewItem, query: str = "") -> str:
    return reverse(f"admin:annotations_reviewitem_{name}", args=[item.pk]) + query


def reported(note: Annotation, *, reason: str = "abuse", by: User | None = None) -> ReviewItem:
    reporting.report(note, by=by or factories.person(), reason=reason)
    return ReviewItem.objects.get(annotation=note, closed_at=None)


def items(article: Article, author: User, count: int) -> list[ReviewItem]:
    """As many items, the first the most pressing."""
    made = []
    for number in range(count):
        item = reported(factories.annotation(article, author, f"Note {number}."))
        ReviewItem.objects.filter(pk=item.pk).update(rank=1000 - number)
        made.append(ReviewItem.objects.get(pk=item.pk))
    return made


def judged(client: Client, item: ReviewItem, act: str, query: str = "", **given: Any) -> Any:
    sent = {"act": act, "seen": item.turn, "reason": "", "rule": "", **given}
    return client.post(at("judge", item, query), sent)


def again(thing: Any) -> Any:
    return type(thing).objects.get(pk=thing.pk)


def listed(client: Client, query: str = "") -> list[str]:
    return [row.words for row in client.get(f"{LIST}?{query}").context["rows"]]


def test_the_most_pressing_stands_first(client: Client, article: Article, author: User) -> None:
    reported(factories.annotation(article, author, "Off topic."), reason="off-topic")
    reported(factories.annotation(article, author, "Unlawful."), reason="illegal")
    reported(factories.annotation(article, author, "Spam."), reason="spam")
    assert listed(client) == ["Unlawful.", "Spam.", "Off topic."]


def test_a_row_says_what_brought_it_where_it_stands_and_whose_it_is(
    client: Client, article: Article, author: User
) -> None:
    User.objects.filter(pk=author.pk).update(trust="new")
    note = factories.annotation(article, author, "Zephyrous words.")
    reported(note)
    reported(note, reason="spam")
    page = client.get(LIST).content.decode()
    assert f"The ferry, ¶ 2, thread {note.thread.label}" in page
    assert "Zephyrous words." in page
    assert "2 reports" in page
    assert "a new member" in page
    assert page.count("Abuse") >= 1


def test_a_page_has_twenty_five(client: Client, article: Article, author: User) -> None:
    note = factories.annotation(article, author)
    annotations = [factories.annotation(article, author, f"{number}.") for number in range(30)]
    now = timezone.now()
    for number, one in enumerate([note, *annotations]):
        item = queueing.bring(one, cause="rule", at=now - timedelta(minutes=number))
        ReviewItem.objects.filter(pk=item.pk).update(rank=number)
    first, second = listed(client), listed(client, "p=2")
    assert (len(first), len(second)) == (25, 6)
    assert not set(first) & set(second)
    assert first[0] == "29."


@pytest.fixture
def mixed(article: Article, author: User, stranger: User, moderator: User) -> dict[str, ReviewItem]:
    """Items that differ in all that one can filter by."""
    other = factories.article(title="The train")
    User.objects.filter(pk=stranger.pk).update(trust="trusted")
    User.objects.filter(pk=author.pk).update(trust="new")
    ferry = factories.annotation(article, author, "Of the ferry.", topics=["Winds"])
    train = factories.annotation(other, stranger, "Of the train.")
    decided = factories.annotation(article, author, "Decided.")
    found = {
        "ferry": reported(ferry),
        "train": reported(train, reason="spam"),
        "decided": reported(decided),
    }
    moderating.hide(decided, by=moderator, reason="why")
    ReviewItem.objects.filter(pk=found["train"].pk).update(
        opened_at=timezone.now() - timedelta(days=9)
    )
    queueing.claim(found["train"], by=moderator)
    return found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Of the ferry.", "Of the train."}),
        ("state=waiting", {"Of the ferry.", "Of the train."}),
        ("state=mine", {"Of the train."}),
        ("state=decided", {"Decided."}),
        ("cause=spam", {"Of the train."}),
        ("cause=abuse", {"Of the ferry."}),
        ("cause=abuse&state=decided", {"Decided."}),
        ("trust=new", {"Of the ferry."}),
        ("trust=trusted", {"Of the train."}),
        ("age=today", {"Of the ferry."}),
        ("age=day", set()),
        ("age=week", {"Of the train."}),
        ("article=train", {"Of the train."}),
        ("author=stranger", {"Of the train."}),
        ("topic=wind", {"Of the ferry."}),
        ("topic=wind&author=stranger", set()),
        ("article=nowhere", set()),
        # what means nothing narrows nothing
        ("cause=x&trust=y&age=z&state=q", {"Of the ferry.", "Of the train."}),
        ("article=+&p=abc", {"Of the ferry.", "Of the train."}),
        ("p=99999999999999", {"Of the ferry.", "Of the train."}),
        ("p=3", set()),
    ],
)
def test_filters_find_what_they_say(
    client: Client, mixed: dict[str, ReviewItem], query: str, found: set[str]
) -> None:
    assert set(listed(client, query)) == found


def test_what_is_chosen_is_shown_and_can_be_cleared(
    client: Client, mixed: dict[str, ReviewItem]
) -> None:
    page = client.get(f"{LIST}?cause=spam&author=stranger").content.decode()
    assert "<b>Spam</b>" in page
    assert "<b>stranger</b>" in page
    assert 'href="?cause=spam"' in page  # without the author
    assert 'href="?author=stranger"' in page  # without the reason
    address = reverse("admin:annotations_reviewitem_change", args=[mixed["train"].pk])
    assert f'href="{address}?cause=spam&amp;author=stranger"' in page


def test_what_was_taken_back_shows_no_word_in_the_list(
    client: Client, article: Article, author: User, moderator: User
) -> None:
    sealed = factories.annotation(article, author, "Zephyrous words.")
    reported(sealed)
    moderating.remove(sealed, by=moderator, reason="why")
    page = client.get(f"{LIST}?state=decided").content.decode()
    assert "Zephyrous" not in page
    assert "Its words are not shown any more." in page


def test_the_case_lays_everything_before_who_decides(
    client: Client, article: Article, author: User, moderator: User, stranger: User
) -> None:
    right = factories.annotation(article, author, "Before this.")
    reporting.report(right, by=stranger, reason="spam")
    moderating.hide(right, by=moderator, reason="why")
    note = factories.annotation(article, author, "Zephyrous words.")
    annotating.reply(by=stranger, to=note, body="An answer to it.")
    annotating.edit(note, by=author, body="Zephyrous words, and more.", version=1)
    reporting.report(note, by=stranger, reason="other", text="It is about me.")
    rule = HoldRule.objects.create(kind="words", note="Names of shops.")
    Firing.objects.create(
        annotation=note, rule=rule, kind="words", found="shop", version=2, at=timezone.now()
    )
    Sanction.objects.create(
        person=author, kind="warning", reason="x", by=moderator, at=timezone.now()
    )
    decision = Decision.objects.create(
        person=author, annotation=note, act="hide", by=moderator, at=timezone.now()
    )
    Appeal.objects.create(decision=decision, text="I meant the text.", at=timezone.now())
    page = client.get(at("change", ReviewItem.objects.get(annotation=note))).content.decode()
    for words in (
        "<mark>train stops</mark>",
        "An answer to it.",
        "It is about me.",
        "right in 1 of 1",
        "Names of shops.",
        "I meant the text.",
        "1 published, 1 hidden, 0 removed",
        "1, of these in force 1",
        "Version 1",
        "the one in question",
        "Move to another passage",
        "Lock thread",
        "A moderator hid what you wrote in “The ferry”.",
    ):
        assert words in page, words


def test_looking_writes_nothing(client: Client, article: Article, author: User) -> None:
    item = items(article, author, 1)[0]
    before = ReviewItem.objects.values().get(pk=item.pk)
    for name in ("change", "judge", "claim", "give_back", "undo"):
        assert client.get(at(name, item)).status_code in (200, 302)
    client.get(reverse("admin:annotations_reviewitem_figures"))
    client.get(reverse("admin:annotations_reviewitem_decide", args=["hide"]), {"of": item.pk})
    assert ReviewItem.objects.values().get(pk=item.pk) == before


@pytest.mark.parametrize(
    ("act", "given", "outcome", "state"),
    [
        ("dismiss", {}, "dismissed", "published"),
        ("hide", {"reason": REASON}, "hidden", "hidden"),
        ("hide", {"rule": "2"}, "hidden", "hidden"),
        ("ask", {"reason": REASON}, "asked", "published"),
        ("remove", {"reason": REASON}, "removed", "removed"),
    ],
)
def test_each_decision_closes_the_item_and_shows_the_next(
    client: Client,
    article: Article,
    author: User,
    act: str,
    given: dict[str, str],
    outcome: str,
    state: str,
) -> None:
    first, second, third = items(article, author, 3)
    answer = judged(client, second, act, "?author=author", **given)
    assert answer["Location"] == at("change", third, "?author=author")
    closed = again(second)
    assert (closed.outcome, closed.annotation.moderation) == (outcome, state)
    page = client.get(answer["Location"]).content.decode()
    assert "Note 2." in page
    assert f'action="{at("undo", second, "?author=author")}"' in page
    # the last one leads to the first, and with nothing left to the list
    last = judged(client, third, "dismiss", "?author=author")
    assert last["Location"] == at("change", first, "?author=author")
    end = judged(client, first, "dismiss", "?author=author")
    assert end["Location"] == f"{LIST}?author=author"


def test_what_was_held_is_approved(client: Client, article: Article, author: User) -> None:
    note = factories.annotation(article, author)
    Annotation.objects.filter(pk=note.pk).update(moderation="pending")
    item = queueing.bring(again(note), cause="rule", at=timezone.now())
    page = client.get(at("change", item)).content.decode()
    assert 'value="approve"' in page
    assert 'value="dismiss"' not in page
    judged(client, item, "approve")
    assert (again(note).moderation, again(item).outcome) == ("published", "approved")


@pytest.mark.parametrize(
    ("act", "given", "says"),
    [
        ("hide", {}, "Choose a rule or write a reason"),
        ("ask", {"rule": "2"}, "This field is required"),
        ("hide", {"reason": REASON + "x" * 300}, "at most 300"),
        ("hide", {"reason": REASON + "x" * 100_000}, "at most 300"),
        ("hide", {"reason": REASON, "rule": "99"}, "valid choice"),
        ("dismiss", {"reason": REASON + "\0"}, "Null characters"),
    ],
    ids=["nothing", "rule alone", "too long", "far too long", "no such rule", "NUL"],
)
def test_a_refused_decision_keeps_what_was_typed(
    client: Client, article: Article, author: User, act: str, given: dict[str, str], says: str
) -> None:
    item = items(article, author, 1)[0]
    answer = judged(client, item, act, **given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert "reason" not in given or SHOWN in page
    assert again(item).is_open
    assert not ModerationEntry.objects.exists()


def test_a_stale_decision_is_refused_and_says_who_did_what(
    client: Client, article: Article, author: User
) -> None:
    item = items(article, author, 1)[0]
    other = factories.moderator("noor")
    moderating.dismiss(item.annotation, by=other, seen=item.turn)
    answer = judged(client, item, "hide", reason=REASON)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "noor has decided this already: Nothing is wrong with it." in page
    assert again(item.annotation).moderation == "published"


def test_a_new_version_meanwhile_is_shown_before_it_is_decided(
    client: Client, article: Article, author: User
) -> None:
    item = items(article, author, 1)[0]
    annotating.edit(item.annotation, by=author, body="Milder words.", version=1)
    answer = judged(client, item, "hide", reason=REASON)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "It was changed since you looked at it." in page
    assert SHOWN in page
    assert "Milder words." in page
    # the page that came back names the turn that stands now
    assert f'name="seen" value="{again(item).turn}"' in page
    assert judged(client, again(item), "hide", reason=REASON).status_code == 302


def test_an_expired_session_loses_no_word(article: Article, author: User) -> None:
    item = items(article, author, 1)[0]
    answer = judged(Client(), item, "hide", reason=REASON)
    assert answer.status_code == 401
    assert SHOWN in answer.content.decode()


def test_what_the_author_will_read_is_shown_without_deciding(
    client: Client, article: Article, author: User
) -> None:
    item = items(article, author, 1)[0]
    answer = client.post(at("judge", item), {"look": "1", "rule": "2", "reason": REASON})
    page = answer.content.decode()
    assert "Rule 2, No attacks on people." in page
    assert page.count(SHOWN) == 2  # in the field, and as it will be read
    assert again(item).is_open


def test_removing_asks_once_more_with_what_was_typed_and_leads_on(
    client: Client, article: Article, author: User
) -> None:
    first, second = items(article, author, 2)
    desk = reverse("admin:annotations_reviewitem_decide", args=["remove"])
    given = {"of": first.pk, "seen": first.turn, "back": "", "rule": "2", "reason": REASON}
    asked = client.post(desk, {**given, "look": "1"})
    page = asked.content.decode()
    assert "Remove this annotation?" in page
    assert SHOWN in page
    assert again(first).is_open
    seen = asked.context["seen"]
    done = client.post(desk, {**given, "seen": seen})
    assert done["Location"] == at("change", second)
    assert again(first.annotation).moderation == "removed"


def test_undone_within_fifteen_seconds_it_waits_again(
    client: Client, article: Article, author: User
) -> None:
    item = items(article, author, 1)[0]
    judged(client, item, "hide", reason=REASON)
    assert "for 15 seconds" in client.get(LIST).content.decode()
    answer = client.post(at("undo", item), follow=True)
    assert "Taken back; it waits again." in answer.content.decode()
    assert again(item).is_open
    assert again(item.annotation).moderation == "published"


def test_after_the_time_undoing_is_refused_and_says_how_to_reverse(
    client: Client, article: Article, author: User
) -> None:
    item = items(article, author, 1)[0]
    judged(client, item, "hide", reason=REASON)
    late = timezone.now() + queueing.UNDO + timedelta(seconds=1)
    with patch("django.utils.timezone.now", return_value=late):
        assert "Undo" not in client.get(LIST).content.decode().split('id="strings"')[0]
        page = client.post(at("undo", item), follow=True).content.decode()
    assert "too late to undo this" in page
    assert "Decide the opposite instead." in page
    reverse_at = reverse("admin:annotations_annotation_change", args=[item.annotation_id])
    assert f'href="{reverse_at}"' in page
    assert again(item.annotation).moderation == "hidden"


def test_what_one_press_decided_is_undone_by_one(
    client: Client, article: Article, author: User
) -> None:
    four = items(article, author, 4)
    judged(client, four[3], "dismiss")
    desk = reverse("admin:annotations_reviewitem_decide", args=["hide"])
    client.post(desk, {"of": [one.pk for one in four[:3]], "reason": REASON})
    page = client.get(LIST)
    assert "Hidden: 3 things." in page.content.decode()
    offered = [one.pk for one in page.context["undoable"].items]
    assert sorted(offered) == [one.pk for one in four[:3]]
    late = timezone.now() + queueing.UNDO
    ReviewItem.objects.filter(pk=four[0].pk).update(closed_at=late - 3 * queueing.UNDO)
    stale = [*offered, four[3].pk, 99999999]
    undo_at = reverse("admin:annotations_reviewitem_undo_together")
    answer = client.post(undo_at, {"of": stale}, follow=True).content.decode()
    assert "3 wait again." in answer
    assert "1: It is too late to undo this." in answer
    assert [again(one).is_open for one in four] == [False, True, True, True]
    assert again(four[1].annotation).moderation == "published"
    assert client.get(undo_at)["Location"] == LIST


def test_the_next_single_decision_is_undone_alone(
    client: Client, article: Article, author: User
) -> None:
    three = items(article, author, 3)
    desk = reverse("admin:annotations_reviewitem_decide", args=["hide"])
    client.post(desk, {"of": [one.pk for one in three[:2]], "reason": REASON})
    judged(client, three[2], "dismiss")
    page = client.get(LIST)
    assert [one.pk for one in page.context["undoable"].items] == [three[2].pk]


def test_only_ones_own_decision_is_offered_to_be_undone(
    client: Client, article: Article, author: User
) -> None:
    item = items(article, author, 1)[0]
    other = factories.moderator("noor")
    judged(of(other), item, "hide", reason=REASON)
    assert client.get(LIST).context["undoable"] is None
    page = client.post(at("undo", item), follow=True).content.decode()
    assert "not yours to undo" in page
    assert again(item.annotation).moderation == "hidden"


def test_what_somebody_took_others_see_until_it_runs_out(
    client: Client, article: Article, author: User, moderator: User
) -> None:
    item = items(article, author, 1)[0]
    noor = of(factories.moderator("noor"))
    assert "Yours for 30 minutes." in client.post(at("claim", item), follow=True).content.decode()
    assert "moderator is looking at this" in noor.get(LIST).content.decode()
    refused: Any = noor.post(at("claim", item), follow=True)
    assert [str(one) for one in refused.context["messages"]] == ["moderator is looking at this."]
    assert "moderator is looking at this, for 30 more minutes." in refused.content.decode()
    assert again(item).claimed_by == moderator
    with patch(
        "django.utils.timezone.now",
        return_value=timezone.now() + queueing.CLAIM + timedelta(seconds=1),
    ):
        assert "is looking at this" not in noor.get(LIST).content.decode()


def test_what_was_given_back_is_free(client: Client, article: Article, author: User) -> None:
    item = items(article, author, 1)[0]
    client.post(at("claim", item))
    of(factories.moderator("noor")).post(at("give_back", item))
    assert again(item).claimed_by is not None  # only who took it gives it back
    client.post(at("give_back", item))
    assert again(item).claimed_by is None
    assert "Take it" in client.get(at("change", item)).content.decode()


def test_many_are_decided_at_once_and_each_is_accounted_for(
    client: Client, article: Article, author: User
) -> None:
    first, decided, changed, gone = items(article, author, 4)
    desk = reverse("admin:annotations_reviewitem_decide", args=["hide"])
    ids = [one.pk for one in (first, decided, changed, gone)]
    seen = client.get(desk, {"of": ids, "back": "cause=abuse"}).context["seen"]
    moderating.dismiss(decided.annotation, by=factories.moderator("noor"))
    annotating.edit(changed.annotation, by=author, body="Milder words.", version=1)
    annotating.withdraw(gone.annotation, by=author)
    given = {"of": ids, "reason": REASON, "back": "cause=abuse", "seen": seen}
    answer = client.post(desk, given)
    assert answer["Location"] == f"{LIST}?cause=abuse"
    said = [str(one) for one in client.get(answer["Location"]).context["messages"]]
    assert said[0] == "1 annotation is hidden."
    assert "1 was decided already." in said
    assert "1 is not there any more, or not yours to decide." in said
    assert any("It was changed since you looked at it." in one for one in said)
    assert again(changed.annotation).moderation == "published"


def test_all_that_match_are_taken_to_the_desk(
    client: Client, article: Article, author: User, stranger: User
) -> None:
    theirs = items(article, author, 3)
    reported(factories.annotation(article, stranger, "Not meant."))
    desk = reverse("admin:annotations_reviewitem_decide", args=["dismiss"])
    answer = client.get(desk, {"all": "1", "author": "author"})
    page = client.get(answer["Location"])
    assert page.context["ids"] == [one.pk for one in theirs]
    assert page.context["back"] == "author=author"


def test_where_time_runs_out_the_rest_is_offered(
    client: Client, article: Article, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    three = items(article, author, 3)
    clock = iter([0.0, 1.0, deciding.TIME + 1])
    monkeypatch.setattr(deciding, "monotonic", lambda: next(clock))
    desk = reverse("admin:annotations_reviewitem_decide", args=["hide"])
    seen = " ".join(f"{one.pk}-{one.turn}" for one in three)
    given = {"of": [one.pk for one in three], "reason": REASON, "back": "cause=abuse", "seen": seen}
    answer = client.post(desk, given)
    page = answer.content.decode()
    assert "There was no time for 2" in page
    assert SHOWN in page
    assert answer.context["ids"] == [three[1].pk, three[2].pk]
    assert (answer.context["back"], answer.context["seen"]) == ("cause=abuse", seen)


def test_a_person_is_handled_elsewhere(client: Client, author: User) -> None:
    item = queueing.bring(author, cause="appeal", at=timezone.now())
    assert "Person" in client.get(LIST).content.decode()
    page = client.get(at("change", item)).content.decode()
    assert "To the page of Ada Author" in page
    assert judged(client, item, "handled")["Location"] == LIST
    assert again(item).outcome == "handled"
    refused = judged(client, item, "hide", reason=REASON)
    assert refused.status_code == 422
    assert "only be done to annotations" in refused.content.decode()


@pytest.mark.parametrize("pk", ["0", "99999999", "9" * 30, "x", "-1"])
def test_what_is_no_item_is_not_found(client: Client, pk: str) -> None:
    assert client.get(f"{LIST}{pk}/change/").status_code == 404


def test_an_unheard_of_act_is_not_found(client: Client, article: Article, author: User) -> None:
    item = items(article, author, 1)[0]
    assert judged(client, item, "burn").status_code == 404
    assert again(item).is_open


def test_the_figures_tell_how_much_waits_and_how_soon_it_is_decided(
    client: Client, article: Article, author: User, moderator: User
) -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    noor = factories.moderator("noor")
    rows = [
        # decided so many days ago, after so many hours, by whom, why
        (1, 1, moderator, "spam"),
        (2, 3, moderator, "spam"),
        (3, 50, noor, "abuse"),
        (10, 5, noor, "abuse"),
        (30, 500, noor, "abuse"),
    ]
    for days, hours, who, cause in rows:
        item = queueing.bring(factories.annotation(article, author), cause=cause, at=now)
        closed = now - timedelta(days=days)
        ReviewItem.objects.filter(pk=item.pk).update(
            opened_at=closed - timedelta(hours=hours),
            closed_at=closed,
            decided_by=who,
            outcome="hidden",
        )
    for days in (0, 2, 9):
        note = factories.annotation(article, author)
        queueing.bring(note, cause="rule", at=now - timedelta(days=days, hours=1))
    with patch("django.utils.timezone.now", return_value=now):
        page = client.get(reverse("admin:annotations_reviewitem_figures"))
    assert page.context["waiting"] == 3
    assert page.context["median"] == "3 h"
    assert page.context["median_before"] == "5 h"
    assert (page.context["decided"], page.context["decided_before"]) == (3, 1)
    assert [(bar.label, bar.count) for bar in page.context["by_age"]] == [
        ("Less than a day", 1),
        ("A day to a week", 1),
        ("More than a week", 1),
    ]
    people = [(bar.label, bar.count, bar.share, bar.note) for bar in page.context["by_moderator"]]
    assert people == [("moderator", 2, 100, "2 h"), ("noor", 1, 50, "2 days 2 h")]
    assert [(one.label, one.count) for one in page.context["cause_decided"]] == [
        ("Spam", 2),
        ("Abuse", 1),
    ]
    assert Report.objects.count() == 0


def test_the_first_page_of_the_admin_counts_what_waits(
    client: Client, article: Article, author: User
) -> None:
    items(article, author, 2)
    page = client.get(reverse("admin:index")).content.decode()
    assert f'<a href="{LIST}"><b>2</b> things wait in the review queue</a>' in page
