"""The dossier's walk, views and figures: their order, their cost, and what they never tell."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from annotations import annotating, moderating
from annotations.models import Annotation, Assignment, Topic, TopicFigures, TopicName
from annotations.topics import keeping
from annotations.topics.dossier.walking import ORDERS, walk
from annotations.topics.figures import count_figures
from annotations.topics.filing import propose
from annotations.topics.judging import judge
from annotations.topics.suggesting import suggest_in
from annotations.topics.timeline import timeline
from articles.models import Article
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db
TEXT = """The ferry left at dawn. Night ferries never came back.

Nobody saw a Ferry-boat in {year}. The harbour was closed, and every ferry stayed.
"""


def client_of(user: User | None = None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    return client


def page(query: str = "", user: User | None = None) -> str:
    answer = client_of(user).get(f"/topics/ferries/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def accepted(name: str) -> Topic:
    topic = propose(name, by=None)
    Topic.objects.filter(pk=topic.pk).update(accepted_at=timezone.now())
    return Topic.objects.get(pk=topic.pk)


def written(year: int, **given: Any) -> Article:
    return factories.article(
        TEXT.format(year=year), title=f"Of {year}", published=f"{year}-03-01", **given
    )


@pytest.fixture
def ferries(moderator: User) -> Topic:
    topic = accepted("Ferries")
    keeping.add_alias(topic, "ferry", by=moderator)
    return topic


@pytest.fixture
def night(ferries: Topic, moderator: User) -> Topic:
    topic = accepted("Night ferries")
    return keeping.set_broader(topic, ferries, by=moderator)


def everything(topics: list[int], user: Any, order: str, most: int = 3) -> list[int]:
    found: list[int] = []
    after = ""
    while True:
        walked = walk(topics, user, order, after=after, most=most)
        found += walked.pks
        if not (after := walked.after):
            return found


@pytest.mark.parametrize("order", ORDERS)
def test_a_walk_brings_everything_once_in_the_order_of_the_rows(
    order: str, ferries: Topic, night: Topic, author: User, stranger: User
) -> None:
    names = (["Ferries"], ["Night ferries"], ["Ferries", "Night ferries"])
    for number in range(4):
        article = written(2010 + number // 2) if number else factories.article(published="")
        for place, words in enumerate(("", "ferry", "train stops")[: 2 if number else 1]):
            factories.annotation(article, author, words=words, topics=names[(number + place) % 3])
        note = factories.annotation(article, author, words="", topics=names[number % 3])
        annotating.reply(by=stranger, to=note, body="So it is.")
        factories.annotation(article, author, words="", topics=["Ferries"], audience="me")
    topics = [ferries.pk, night.pk]
    for person, count in ((AnonymousUser(), 11), (User.objects.get(pk=author.pk), 15)):
        rows = Assignment.objects.filter(
            annotation__in=Annotation.objects.visible_to(person), topic__in=topics
        ).select_related("article", "annotation__thread")
        expected = sorted({one.annotation_id: one for one in rows}.values(), key=KEYS[order])
        found = everything(topics, person, order)
        assert found == [one.annotation_id for one in expected]
        assert len(found) == count


def _newest(one: Any) -> Any:
    when = [-ord(sign) for sign in f"{one.dated:~<10}"] if one.dated else [1]
    return when, -one.article_id, one.place, one.annotation_id


KEYS = {
    "newest": _newest,
    "oldest": lambda one: (
        one.dated == "",
        one.dated,
        one.article_id,
        one.place,
        one.annotation_id,
    ),
    "active": lambda one: (-one.active_at.timestamp(), -one.annotation_id),
    "title": lambda one: (one.article.title, one.article_id, one.place, one.annotation_id),
}


def test_the_page_asks_as_much_for_three_passages_as_for_three_hundred(
    ferries: Topic, night: Topic, author: User, stranger: User
) -> None:
    def more(number: int) -> None:
        article = written(2000 + number)
        note = factories.annotation(article, author, words="ferry", topics=["Night ferries"])
        annotating.reply(by=stranger, to=note, body="So it is.")
        rows = [
            Annotation(
                thread=note.thread,
                parent=note,
                author=author,
                renderer=1,
                created_at=timezone.now(),
            )
            for _ in range(9)
        ]
        said = Annotation.objects.bulk_create(rows)
        Assignment.objects.bulk_create(
            Assignment(annotation=one, topic=ferries, by=author, at=timezone.now()) for one in said
        )

    client_of(stranger).post(reverse("visit_topic", args=["ferries"]))
    costs: dict[str, list[int]] = {}
    for number in range(30):
        more(number)
        if number not in (2, 29):
            continue
        for query in ("", "?order=title", "?view=concordance", "?view=sides", "?q=ferry"):
            for who, client in (("nobody", client_of()), ("member", client_of(stranger))):
                with CaptureQueriesContext(connection) as asked:
                    assert client.get(f"/topics/ferries/{query}").status_code == 200
                costs.setdefault(f"{query} {who}", []).append(len(asked))
    assert {name: few for name, (few, _many) in costs.items()} == {
        name: many for name, (_few, many) in costs.items()
    }


def test_narrower_topics_are_listed_along_each_with_its_name(
    ferries: Topic, night: Topic, author: User
) -> None:
    article = written(2010)
    factories.annotation(
        article, author, "Twice.", words="ferry", topics=["Night ferries", "Ferries"]
    )
    factories.annotation(article, author, "Once.", words="harbour", topics=["Night ferries"])
    factories.annotation(article, author, "Zany.", topics=["Own ferries"], words="", audience="me")
    Topic.objects.filter(name="Own ferries").update(broader=ferries)
    html = page()
    assert html.count("passage-entry") == 2
    assert html.count('class="chip" href="/topics/night-ferries/"') == 2
    assert "1 passage<" in html.replace("1 passage, ", "1 passage<")
    assert "2 under narrower topics" in html
    assert "Zany" not in html
    assert "Own ferries" not in html
    assert "Own ferries" in page("", author)


def test_what_others_say_of_a_passage_is_shown(
    ferries: Topic, author: User, stranger: User, moderator: User
) -> None:
    note = factories.annotation(written(2010), author, words="ferry", topics=["Ferries"])
    filed = note.assignments.get()
    judge(filed, by=stranger, kind="disputed", reason="It is a bridge.")
    judge(filed, by=factories.person("vera"), kind="endorsed")
    new = factories.person("nina", trust=User.Trust.NEW, display_name="Nina New")
    judge(filed, by=new, kind="disputed", reason="Buy this.")
    html = page()
    for words in ("endorsed by 1", "Topic disputed", "It is a bridge.", "Sven Stranger"):
        assert words in html
    assert "Buy this." not in html
    assert "Buy this." in page("", moderator)
    assert "Buy this." in page("", new)


def test_a_mark_says_who_marked_and_a_thread_in_which_state_it_is(
    ferries: Topic, author: User, stranger: User
) -> None:
    article = written(2010)
    factories.annotation(article, author, "", words="ferry", topics=["Ferries"], kind="topic")
    settled = factories.annotation(article, author, words="dawn", topics=["Ferries"])
    annotating.reply(by=stranger, to=settled, body="So it is.")
    annotating.resolve(settled.thread, by=author, reason="Done.")
    html = page()
    assert "Marked by" in html
    assert "2 notes, resolved" in html


def test_a_concordance_is_aligned_and_sorted_either_way(ferries: Topic, author: User) -> None:
    article = written(2010)
    for words in ("left at dawn", "harbour"):
        factories.annotation(article, author, words=words, topics=["Ferries"])
    html = page("?view=concordance")
    assert "4 mentions" in html
    rows = html.split("<tbody>")[1].split("</tr>")
    assert [row.split("<b>")[1].split("</b>")[0] for row in rows[:4]] == [
        "ferries", "Ferry", "ferry", "ferry",
    ]  # fmt: skip
    before = page("?view=concordance&sort=before").split("<tbody>")[1]
    assert before.index("Nobody saw a ") < before.index("and every ") < before.index(">The <")
    where = page("?view=concordance&sort=where").split("<tbody>")[1]
    assert where.index(">The <") < where.index("Nobody saw a ")
    assert f"{article.get_absolute_url()}#p-{factories.block(article, 'dawn').key}" in html


def test_two_articles_stand_side_by_side(ferries: Topic, author: User) -> None:
    articles = [written(year) for year in (2010, 2011, 2012)]
    assert "Two articles can be read side by side" in page("?view=sides")
    for number, article in enumerate(articles):
        for words in ("harbour", "ferry", "dawn")[: 3 - number]:
            factories.annotation(
                article, author, f"{words} {number}.", words=words, topics=["Ferries"]
            )
    html = page("?view=sides").split('class="sides"')[1]
    assert html.index("Of 2010") < html.index("ferry 0.") < html.index("dawn 0.")
    assert html.index("dawn 0.") < html.index("harbour 0.") < html.index("Of 2011")
    chosen = page(f"?view=sides&left={articles[2].slug}&right=nowhere").split('class="sides"')[1]
    assert chosen.index("Of 2012") < chosen.index("Of 2010")
    assert "Of 2011" not in chosen


def test_search_within_finds_passages_and_notes_and_keeps_what_was_typed(
    ferries: Topic, night: Topic, author: User
) -> None:
    article = written(2010)
    factories.annotation(article, author, "Quixotic idea.", words="ferry", topics=["Night ferries"])
    factories.annotation(article, author, "Quixotic too.", words="harbour")
    html = page("?q=quixotic")
    assert "Quixotic</mark> idea" in html
    assert "Quixotic too" not in html.replace("</mark>", "")
    assert 'value="quixotic"' in html
    assert "In the paragraphs of its passages" in page("?q=dawn")
    assert "Nothing under this topic answers that" in page("?q=harbour")
    refused = client_of().get("/topics/ferries/?q=%2B")
    assert refused.status_code == 422
    assert 'value="+"' in refused.content.decode()


def test_no_view_tells_of_what_is_private(
    ferries: Topic, night: Topic, author: User, stranger: User, moderator: User
) -> None:
    """Of four visitors only those inside an audience learn of it, in any view."""
    inside = factories.person("inside")
    group = factories.group(inside, author)
    factories.annotation(written(2001), author, "Seen.", words="dawn", topics=["Ferries"])
    for audience, year in (("me", 2010), (group.audience, 2011)):
        factories.annotation(
            written(year),
            author,
            "Zany words.",
            words="ferry",
            topics=["Ferries", "Night ferries", "Own matter"],
            audience=audience,
        )
    hidden = factories.annotation(written(2012), author, "Zany.", words="ferry", topics=["Ferries"])
    moderating.hide(hidden, by=moderator, reason="rude")
    count_figures(timezone.now())
    views = ("", "?order=title", "?view=concordance", "?view=sides", "?q=zany", "?q=2010")
    for query in views:
        for person in (None, stranger):
            html = page(query, person).replace('value="2010"', "").replace("“2010”", "")
            for words in ("Zany words", "Of 2010", "Of 2011", "Of 2012", "Own matter"):
                assert words not in html, (query, person, words)
            if not query.startswith("?q"):
                assert "1 passage" in html or "2 mentions" in html or "Two articles" in html
        html = page(query, inside)
        assert "Of 2011" in html or query == "?q=2010"
        assert "Of 2010" not in html
    assert "Of 2012" in page("", moderator)
    assert "Of 2010" not in page("", moderator)
    assert "Of 2010" in page("", author)


def test_figures_are_of_what_everyone_may_read(
    ferries: Topic, night: Topic, author: User, stranger: User, moderator: User
) -> None:
    article, closed = written(2010), written(2011, audience=None)
    trains = accepted("Trains")
    note = factories.annotation(article, author, topics=["Ferries", "Trains", "Proposed"], words="")
    annotating.reply(by=stranger, to=note, body="So it is.")
    for audience in ("me", "members"):
        factories.annotation(
            closed, author, topics=["Ferries", "Secret"], words="", audience=audience
        )
    low = factories.annotation(article, author, topics=["Night ferries"], words="")
    old = datetime(2024, 5, 6, tzinfo=UTC)
    Annotation.objects.filter(pk=low.pk).update(created_at=old)
    now = timezone.now()
    count_figures(now)
    figures = TopicFigures.objects.get(topic=ferries)
    assert figures.months == [["2024-05", 1], [f"{now:%Y-%m}", 2]]
    assert figures.together == [[trains.pk, 1]]
    html = page()
    assert "When it was said" in html
    assert "Often with" in html
    assert '<a href="/topics/trains/" dir="auto">Trains</a>' in html
    assert "counted on" in html
    assert "Proposed" not in html
    Topic.objects.filter(pk=trains.pk).update(accepted_at=None)
    assert "Often with" not in page()
    moderating.hide(note, by=moderator, reason="rude")
    moderating.hide(low, by=moderator, reason="rude")
    count_figures(now)
    assert not TopicFigures.objects.exists()


FOUR_MONTHS = ["November 2024", "December 2024", "January 2025", "February 2025"]


def test_a_timeline_has_a_bar_for_each_month_or_for_each_year() -> None:
    now = timezone.now()
    assert timeline(None) is None
    months = timeline(TopicFigures(months=[["2024-11", 2], ["2025-02", 4]], made_at=now))
    assert months is not None
    assert [(bar.words, bar.count) for bar in months.bars] == [
        ("November 2024", 2), ("February 2025", 4),
    ]  # fmt: skip
    assert months.bars[1].height == 2 * months.bars[0].height
    assert [label.words for label in months.labels] == FOUR_MONTHS
    years = timeline(
        TopicFigures(months=[["1990-01", 1], ["1990-03", 1], ["2025-02", 4]], made_at=now)
    )
    assert years is not None
    assert years.by_year
    assert [(bar.words, bar.count) for bar in years.bars] == [("1990", 2), ("2025", 4)]
    assert years.total == 6


def test_what_a_text_suggests_is_offered_on_the_topics_page(
    ferries: Topic, author: User, stranger: User, moderator: User
) -> None:
    article = written(2010)
    suggest_in(article)
    nobody, member = page(), page("", stranger)
    assert nobody.count('class="entry is-suggested"') == member.count("is-suggested") == 3
    assert ">Confirm<" not in nobody
    assert ">Confirm<" in member
    assert "is-suggested" not in page("?order=oldest&after=x")
    closed = Article.objects.get(pk=article.pk)
    closed.audience_id = 2
    closed.save()
    assert "is-suggested" not in page()
    assert "is-suggested" in page("", stranger)


def test_two_hundred_aliases_are_folded_up(ferries: Topic) -> None:
    TopicName.objects.bulk_create(
        TopicName(topic=ferries, name=f"Boat {number:03}", key=f"boat {number:03}")
        for number in range(200)
    )
    html = page()
    assert "193 more names" in html
    assert "<bdi>Boat 199</bdi>" in html


def test_of_a_topic_in_very_many_articles_the_newest_are_counted(
    ferries: Topic, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotations.topics.dossier.amount.MOST_ROWS", 2)
    for year in (2010, 2011):
        factories.annotation(written(year), author, topics=["Ferries"], words="")
    factories.annotation(written(2012), author, topics=["Ferries"], words="", audience="me")
    assert "2 passages<" in page()
    assert "more than" not in page()
    factories.annotation(written(2013), author, topics=["Ferries"], words="")
    assert "more than 2 passages" in page()


def test_a_passage_is_named_by_its_heading_alone(ferries: Topic, author: User) -> None:
    article = factories.article(title="Of ferries")
    note = factories.annotation(article, author, "Words of the note.", topics=["Ferries"])
    text = page()
    assert f'aria-labelledby="e-{note.uuid}"' in text
    assert text.count(f'id="e-{note.uuid}"') == 1
    assert f'<h3 class="entry-head" id="e-{note.uuid}">' in text
