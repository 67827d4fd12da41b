"""The pages of suggested marks: who sees what, what a press does, and what it costs."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotations.models import Annotation, HoldRule, Suggestion, Topic, TopicName
from annotations.topics import confirming, keeping
from annotations.topics.filing import propose
from annotations.topics.relating import set_cues
from annotations.topics.suggesting import suggest_in
from annotations.topics.waiting import waiting_for
from articles.models import Article
from ncr.accounts.models import Audience, User
from tests import factories

pytestmark = pytest.mark.django_db
BACKEND = "ncr.accounts.backends.MemberBackend"
TEXT = """The CFE Treaty limited <b>tanks</b>. Under the CFE\u00a0Treaty, guns too.

A train crosses Lithuania on its way home, and the transit takes six hours.

Nothing is said here.
"""
State = Suggestion.State


@pytest.fixture
def root(db: None) -> User:
    return User.objects.create_superuser("root", password=None)


@pytest.fixture
def treaty(root: User) -> Topic:
    return keeping.accept(propose("CFE Treaty", by=root), by=root)


@pytest.fixture
def article(treaty: Topic, root: User) -> Article:
    transit = keeping.accept(propose("Kaliningrad transit", by=root), by=root)
    set_cues(transit, ["transit Lithuania"], by=root)
    made = factories.article(TEXT)
    suggest_in(made)
    return made


@pytest.fixture
def first(article: Article) -> Suggestion:
    return Suggestion.objects.get(article=article, quote="CFE Treaty")


def client_of(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, BACKEND)
    return client


def page(client: Client, article: Article, query: str = "") -> str:
    answer = client.get(reverse("suggested", args=[article.slug]) + query)
    assert answer.status_code == 200
    assert "private" in answer["Cache-Control"]
    return str(answer.content.decode())


def press(client: Client, verb: str, one: Suggestion, **given: str) -> int:
    return client.post(reverse(f"{verb}_suggestion", args=[one.pk]), given).status_code


def test_everybody_reads_what_is_suggested_and_members_decide(article: Article) -> None:
    newcomer = factories.person("newcomer", trust=User.Trust.NEW)
    shown = {
        who: page(client_of(person), article)
        for who, person in {
            "anonymous": None,
            "newcomer": newcomer,
            "member": factories.person("member"),
            "moderator": factories.moderator(),
        }.items()
    }
    for html in shown.values():
        assert html.count('<mark class="suggested-mark">') == 3
        assert "Weaker: by words in one sentence" in html
    assert {who: html.count(">Confirm<") for who, html in shown.items()} == {
        "anonymous": 0,
        "newcomer": 3,
        "member": 3,
        "moderator": 3,
    }
    assert {who: html.count(">Dismiss<") for who, html in shown.items()} == {
        "anonymous": 0,
        "newcomer": 0,
        "member": 3,
        "moderator": 3,
    }


@pytest.mark.parametrize("kind", ["members", "group"])
def test_who_may_not_read_the_article_learns_nothing(treaty: Topic, kind: str) -> None:
    inside, outside = factories.person("inside"), factories.person("outside")
    audience = Audience.objects.get(pk=Audience.MEMBERS)
    if kind == "group":
        audience = Audience.objects.get(group=factories.group(inside))
    article = factories.article(TEXT, audience=audience)
    suggest_in(article)
    one = Suggestion.objects.all()[0]
    strangers = [client_of(None)] if kind == "members" else [client_of(None), client_of(outside)]
    for client in strangers:
        for name in ("suggested", "suggested_places"):
            assert client.get(reverse(name, args=[article.slug])).status_code == 404
        for verb in ("confirm", "dismiss", "bring_back"):
            assert press(client, verb, one) == 404
        address = reverse("decide_suggested", args=[article.slug])
        assert client.post(address, {"topic": treaty.pk, "act": "confirm"}).status_code == 404
    assert Suggestion.objects.exclude(state=State.WAITING).count() == 0
    assert page(client_of(inside), article).count("<mark") == 2
    assert waiting_for([treaty.pk], inside) != []
    assert waiting_for([treaty.pk], outside) == [] or kind == "members"


def test_a_press_marks_and_goes_back(article: Article, first: Suggestion) -> None:
    client = client_of(factories.person("member"))
    address = reverse("confirm_suggestion", args=[first.pk])
    there = reverse("topic", args=["cfe-treaty"])
    answer = client.post(address, {"next": there})
    assert (answer.status_code, answer["Location"]) == (302, there)
    assert Annotation.objects.get().kind == Annotation.Kind.TOPIC
    answer = client.post(address, {"next": "https://elsewhere.example/"})
    assert answer["Location"] == reverse("suggested", args=[article.slug])
    html = page(client, article)
    assert "The passage is marked." in html
    assert html.count("<mark") == 2


def test_who_is_signed_out_is_told_so(article: Article, treaty: Topic, first: Suggestion) -> None:
    assert press(client_of(None), "confirm", first) == 401
    address = reverse("decide_suggested", args=[article.slug])
    assert client_of(None).post(address, {"topic": treaty.pk}).status_code == 401
    assert Client().get(reverse("confirm_suggestion", args=[first.pk])).status_code == 405


def test_what_is_dismissed_is_brought_back(article: Article, first: Suggestion) -> None:
    member, stranger = client_of(factories.person("member")), client_of(factories.person("other"))
    assert press(member, "dismiss", first) == 302
    assert "dismissed, and does not come back" in page(member, article)
    assert page(member, article).count("<mark") == 2
    assert "Dismissed by member on" in page(stranger, article, "?dismissed=1")
    assert ">Bring back<" not in page(stranger, article, "?dismissed=1")
    assert press(stranger, "bring_back", first) == 403
    assert ">Bring back<" in page(member, article, "?dismissed=1")
    assert press(member, "bring_back", first) == 302
    assert page(member, article).count("<mark") == 3


def test_who_comes_second_reads_why(article: Article, first: Suggestion) -> None:
    confirming.dismiss(first, by=factories.person("first"))
    answer = client_of(factories.person("second")).post(
        reverse("confirm_suggestion", args=[first.pk])
    )
    assert answer.status_code == 409
    assert "Somebody dismissed this meanwhile" in answer.content.decode()


def test_a_new_member_does_not_dismiss(article: Article, treaty: Topic, first: Suggestion) -> None:
    client = client_of(factories.person("newcomer", trust=User.Trust.NEW))
    assert press(client, "dismiss", first) == 403
    address = reverse("decide_suggested", args=[article.slug])
    assert client.post(address, {"topic": treaty.pk, "act": "dismiss"}).status_code == 403
    first.refresh_from_db()
    assert first.state == State.WAITING


def test_all_of_a_topic_at_once(article: Article, treaty: Topic) -> None:
    client = client_of(factories.person("member"))
    assert page(client, article).count("Confirm all") == 1  # of the topic with two of them
    address = reverse("decide_suggested", args=[article.slug])
    client.post(address, {"topic": treaty.pk, "act": "confirm"})
    html = page(client, article)
    assert "2 passages are marked." in html
    assert html.count("<mark") == 1
    transit = Topic.objects.get(name="Kaliningrad transit")
    client.post(address, {"topic": transit.pk, "act": "dismiss"})
    assert "1 suggestion is dismissed." in page(client, article)
    for wrong in ("", "x", "9" * 30, "0"):
        assert client.post(address, {"topic": wrong, "act": "confirm"}).status_code == 404


def test_a_mark_that_a_rule_holds_back_leaves_its_passage_suggested(
    article: Article, first: Suggestion, treaty: Topic
) -> None:
    HoldRule.objects.create(kind="article", article=article)
    client = client_of(factories.person())
    assert press(client, "confirm", first) == 302
    assert "Your mark waits for a moderator" in page(client, article)
    given = {"act": "confirm", "topic": str(treaty.pk)}
    client.post(reverse("decide_suggested", args=[article.slug]), given)
    told = page(client, article)
    assert "Your mark waits for a moderator" in told
    assert "marked." not in told
    assert Annotation.objects.filter(moderation="pending").count() == 2
    assert Suggestion.objects.filter(topic=treaty, state=State.WAITING).count() == 2


def test_what_is_marked_by_now_is_not_shown(article: Article, treaty: Topic) -> None:
    member = factories.person("member")
    factories.annotation(article, member, words="The CFE Treaty", topics=["CFE Treaty"])
    assert page(client_of(None), article).count("<mark") == 2
    assert len(waiting_for([treaty.pk], member)) == 1
    factories.annotation(
        article, member, words="guns too", topics=["Kaliningrad transit"], audience="me"
    )
    assert page(client_of(None), article).count("<mark") == 2


def test_a_private_note_changes_nothing_for_others(article: Article, treaty: Topic) -> None:
    before = page(client_of(None), article)
    factories.annotation(
        article,
        factories.person("member"),
        words="The CFE Treaty",
        topics=["CFE Treaty"],
        audience="me",
    )
    assert page(client_of(None), article) == before


def test_what_the_text_says_is_text(article: Article) -> None:
    assert "limited <b>" not in page(client_of(None), article)


def test_a_page_has_fifty(root: User, treaty: Topic) -> None:
    article = factories.article("\n\n".join(f"Line {n} of the CFE Treaty." for n in range(60)))
    suggest_in(article)
    client = client_of(factories.person("member"))
    assert page(client, article).count("<mark") == 50
    assert page(client, article, "?page=2").count("<mark") == 10
    assert page(client, article, "?page=x").count("<mark") == 50
    assert page(client, article, "?page=99").count("<mark") == 10
    last = Suggestion.objects.filter(article=article).latest("pk")
    assert f'id="s-{last.pk}"' in page(client, article, f"?at={last.pk}")


def test_places_are_told_to_the_text(article: Article, first: Suggestion) -> None:
    told = client_of(None).get(reverse("suggested_places", args=[article.slug])).json()
    assert told["words"] == "3 suggested marks"
    assert told["blocks"][first.block_key] == "2 suggested marks"
    assert {
        "key": str(first.pk),
        "start_key": first.block_key,
        "start": first.start,
        "end_key": first.block_key,
        "end": first.end,
    } in told["places"]
    Suggestion.objects.all().delete()
    told = client_of(None).get(reverse("suggested_places", args=[article.slug])).json()
    assert (told["words"], told["places"]) == ("", [])


def test_a_former_address_leads_on(article: Article) -> None:
    article.old_slugs.create(slug="as-it-was")  # type: ignore[attr-defined]
    answer = Client().get("/articles/as-it-was/suggested/?page=1")
    assert (answer.status_code, answer["Location"]) == (
        301,
        f"/articles/{article.slug}/suggested/?page=1",
    )


@pytest.mark.parametrize(
    ("address", "anonymous", "member"),
    [("suggested/", 5, 8), ("suggested/?dismissed=1", 4, 7), ("suggested/places/", 4, 7)],
)
def test_queries_are_as_many_at_every_size(
    article: Article, root: User, address: str, anonymous: int, member: int
) -> None:
    def counts() -> tuple[int, int]:
        found = []
        for client in (Client(), client_of(User.objects.get(username="reader"))):
            with CaptureQueriesContext(connection) as caught:
                assert client.get(article.get_absolute_url() + address).status_code == 200
            found.append(len(caught))
        return found[0], found[1]

    reader = factories.person("reader")
    confirming.dismiss(Suggestion.objects.latest("pk"), by=reader)
    small = counts()
    for name in ("Train", "Home", "Hours", "Guns", "Tanks"):
        keeping.accept(propose(name, by=root), by=root)
    suggest_in(article)
    for one in Suggestion.objects.filter(state=State.WAITING).order_by("-pk")[:3]:
        confirming.dismiss(one, by=reader)
    assert counts() == small == (anonymous, member)


def test_topics_are_headed_by_the_readers_name_for_them(article: Article, treaty: Topic) -> None:
    TopicName.objects.create(
        topic=treaty, name="Conventional forces", key="conv", language="en", is_label=True
    )
    page = Client().get(article.get_absolute_url() + "suggested/").content.decode()
    assert f'href="{treaty.get_absolute_url()}" dir="auto">Conventional forces</a>' in page


def test_what_waits_under_topics_costs_three_queries(article: Article, treaty: Topic) -> None:
    more = factories.article(TEXT, published="2027-01-01")
    suggest_in(more)
    member = factories.person("member")
    with CaptureQueriesContext(connection) as caught:
        found = waiting_for([treaty.pk], member, limit=3)
    assert len(caught) <= 4  # and one for the audiences of a member
    assert [one.article for one in found] == [more, more, article]
    assert [one.mention for one in found] == ["CFE Treaty", "CFE\u00a0Treaty", "CFE Treaty"]
    assert (found[0].before, found[0].after) == ("The ", " limited <b>tanks</b>.")
