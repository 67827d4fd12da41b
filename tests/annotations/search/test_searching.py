"""Searching, as pages and JSON answer it; the same on both engines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations import annotating, moderating
from annotations.models import Annotation, Topic
from annotations.search.asking import understood
from annotations.search.engines import Postgresql
from annotations.search.finding import Filters, found
from annotations.search.results import results
from articles.models import Article
from ncr.accounts.models import Audience, User
from tests import factories

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


def bodies(typed: str, user: Any = NOBODY, **how: Any) -> list[str]:
    """What notes say that are found, in their order."""
    filters = how.pop("filters", Filters())
    page = found("notes", user, understood(typed), filters, **how)
    said = dict(Annotation.objects.filter(pk__in=page.pks).values_list("pk", "body"))
    return [said[pk] for pk in page.pks]


def say(author: User, *texts: str, article: Article | None = None, **how: Any) -> list[Annotation]:
    place = article or factories.article()
    return [factories.annotation(place, author, text, **how) for text in texts]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("treaty", {"The treaty holds.", "Old treaties fail.", "Treaty after treaty."}),
        ("TREATIES -old", {"The treaty holds.", "Treaty after treaty."}),
        ("old OR after", {"Old treaties fail.", "Treaty after treaty."}),
        ('"treaty holds"', {"The treaty holds."}),
        ('"holds treaty"', set()),
        ("treaty holds", {"The treaty holds."}),
        ("treaty OR nothing holds", {"The treaty holds."}),
        ('treaty -"old treaties" -after', {"The treaty holds."}),
        ("absent", set()),
        ("noise", {"Noise of e-mail."}),
        ("e-mail", {"Noise of e-mail."}),
        ('"mail e"', set()),
    ],
)
def test_words_quotes_minus_and_or(author: User, typed: str, expected: set[str]) -> None:
    say(
        author,
        "The treaty holds.",
        "Old treaties fail.",
        "Treaty after treaty.",
        "Noise of e-mail.",
    )
    assert set(bodies(typed)) == expected
    assert set(bodies(typed, order="newest")) == expected


@pytest.mark.parametrize(
    ("language", "said", "typed"),
    [
        ("en", "Ratified at last.", "ratify"),
        ("de", "Die Häuser stehen.", "haus"),
        ("de", "Die Straße.", "strassen"),
        ("fr", "Les traités signés.", "traité"),
        ("ru", "Договоры подписаны.", "договором"),
        ("fi", "Talossa on valo.", "TALOSSA"),
        ("zh", "关于中国的条约。", "中国"),
        ("ja", "これはテストです。", "テスト"),
        ("ar", "هذه معاهدة جديدة", "معاهدة"),
        ("he", "האמנה החדשה", "האמנה"),
        ("hi", "हिन्दी की संधि", "संधि"),
        ("th", "นี่คือสนธิสัญญา", "สนธิสัญญา"),
        ("ko", "새로운 조약", "조약"),
        ("es", "La acción común", "accion"),
    ],
)
def test_languages(author: User, language: str, said: str, typed: str) -> None:
    say(author, said, article=factories.article(language=language))
    say(author, "Noise in English.")
    assert bodies(typed) == [said]
    page = results("notes", NOBODY, understood(typed), Filters())
    assert "<mark>" in page.hits[0].snippet


def test_signs_that_stand_apart_are_not_found_side_by_side(author: User) -> None:
    say(author, "国の中", article=factories.article(language="ja"))
    assert bodies("中国") == []


def test_best_match_and_newest_first(author: User) -> None:
    say(
        author,
        "Bridges and bridges, bridges again.",
        "Long before there were any, somebody thought of bridges " + "and of much else " * 30,
        "A bridge.",
    )
    assert [text[:6] for text in bodies("bridge", order="newest")] == ["A brid", "Long b", "Bridge"]
    assert bodies("bridge")[-1].startswith("Long before")
    say(author, "Night and, after many other words, at last a train.", "A night train.")
    assert bodies("night train")[0] == "A night train."


@pytest.mark.parametrize("order", ["best", "newest"])
def test_pages_bring_everything_once(author: User, order: str) -> None:
    say(author, *[f"Bridge number {number} " + "over it " * number for number in range(23)])
    seen: list[int] = []
    after, pages = "", 0
    while pages == 0 or after:
        page = found(
            "notes", NOBODY, understood("bridge"), Filters(), order=order, after=after, most=5
        )
        seen += page.pks
        after, pages = page.after, pages + 1
        if pages == 2:
            say(author, "A bridge that came meanwhile.")
    assert pages == 5
    written = Annotation.objects.exclude(body__contains="meanwhile").values_list("pk", flat=True)
    assert sorted(set(seen) & set(written)) == sorted(written)
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("after", ["x", "-1", "9" * 50, "1.2.3", "٣", "1" * 30 + ".1", "\0"])
@pytest.mark.parametrize("order", ["best", "newest"])
def test_a_page_that_cannot_be_is_the_first(author: User, after: str, order: str) -> None:
    say(author, "A bridge.")
    page = found("notes", NOBODY, understood("bridge"), Filters(), order=order, after=after)
    assert len(page.pks) == 1


def test_filters(author: User, stranger: User) -> None:
    one, other = factories.article(), factories.article()
    first = say(author, "Bridge of one.", article=one, topics=["Crossings"])[0]
    say(author, "Bridge of another.", article=other, at=datetime(2020, 5, 5, 23, tzinfo=UTC))
    annotating.reply(by=stranger, to=first, body="A bridge in answer.")
    topic = Topic.objects.get(name="Crossings")
    asked = [
        (Filters(article=one), {"Bridge of one.", "A bridge in answer."}),
        (Filters(topic=topic), {"Bridge of one.", "A bridge in answer."}),
        (Filters(person=stranger), {"A bridge in answer."}),
        (Filters(until=datetime(2020, 5, 5).date()), {"Bridge of another."}),
        (Filters(until=datetime(2020, 5, 4).date()), set()),
        (Filters(since=datetime(2020, 5, 6).date()), {"Bridge of one.", "A bridge in answer."}),
        (Filters(article=other, person=stranger), set()),
    ]
    for filters, expected in asked:
        for order in ("best", "newest"):
            assert set(bodies("bridge", filters=filters, order=order)) == expected


def test_a_topic_that_only_withheld_words_carry_finds_no_answers_to_them(
    author: User, stranger: User, moderator: User
) -> None:
    note = say(author, "Bridge.", topics=["Secret crossings"])[0]
    annotating.reply(by=stranger, to=note, body="A bridge in answer.")
    moderating.hide(note, by=moderator, reason="Against the rules.")
    topic = Topic.objects.get(name="Secret crossings")
    assert bodies("bridge", filters=Filters(topic=topic)) == []
    assert len(bodies("bridge", moderator, filters=Filters(topic=topic))) == 2


def test_the_window_of_the_newest_and_what_is_older_make_one(
    author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL walks first and looks up the rest: the seam must not show."""
    monkeypatch.setattr(Postgresql, "WINDOW", 4)
    said = say(author, *[f"{'Bridge' if n % 3 else 'Noise'} {n}." for n in range(20)])
    hidden = said[10]
    annotating.withdraw(hidden, by=author)
    expected = [one.body for one in reversed(said) if one.body[0] == "B" and one.pk != hidden.pk]
    assert bodies("bridge", order="newest") == expected
    assert sorted(bodies("bridge")) == sorted(expected)
    first = found("notes", NOBODY, understood("bridge"), Filters(), order="newest", most=3)
    rest = found(
        "notes", NOBODY, understood("bridge"), Filters(), order="newest", after=first.after
    )
    assert len(first.pks + rest.pks) == len(expected)


def test_texts_by_block_and_articles_by_their_head() -> None:
    article = factories.article(title="Corridors of ice")
    members = factories.article(
        title="Ice for members", audience=Audience.objects.get(pk=Audience.MEMBERS)
    )
    draft = factories.article("A draft of ice.\n", publish=False, title="Draft ice")
    page = results("text", NOBODY, understood("trains stop once"), Filters())
    assert [hit.slug for hit in page.hits] == [article.slug]
    assert page.hits[0].url.endswith(f"/p/{factories.block(article).key}/")
    assert page.hits[0].number == 2
    assert "<mark>train</mark> <mark>stops</mark> <mark>once</mark>" in page.hits[0].snippet
    by_head = results("text", NOBODY, understood("ice"), Filters())
    assert [hit.slug for hit in by_head.heads] == [article.slug]
    assert by_head.heads[0].title_html == "Corridors of <mark>ice</mark>"
    assert by_head.hits == []
    person = factories.person()
    seen = results("text", person, understood("ice"), Filters())
    assert {hit.slug for hit in seen.heads} == {article.slug, members.slug}
    assert draft.slug not in {hit.slug for hit in seen.heads}


def test_topics_and_people(author: User, stranger: User) -> None:
    say(author, "A note.", topics=["Border crossings"])
    topic = results("topics", NOBODY, understood("crossing"), Filters()).hits[0]
    assert (topic.title, topic.url) == ("Border crossings", "/topics/border-crossings/")
    found_by = results("people", stranger, understood("str"), Filters())
    assert [hit.title for hit in found_by.hits] == ["Sven Stranger"]
    assert found_by.hits[0].title_html == "Sven <mark>Stranger</mark>"
    # nobody in particular finds those who said something
    assert [hit.title for hit in results("people", NOBODY, understood("ad"), Filters()).hits] == [
        "Ada Author"
    ]
    assert results("people", NOBODY, understood("sven"), Filters()).hits == []
    stranger.is_active = False
    stranger.save()
    assert results("people", author, understood("sven"), Filters()).hits == []


def test_a_deleted_authors_words_are_found_without_a_name(author: User, stranger: User) -> None:
    note = say(author, "A bridge.")[0]
    Annotation.objects.filter(pk=note.pk).update(author=None)
    page = Client().get(reverse("search"), {"q": "bridge", "kind": "notes"})
    assert "Somebody who left" in page.content.decode()


# The page and JSON


def ask(path: str = "search", user: User | None = None, **given: Any) -> Any:
    client = Client()
    if user is not None:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    return client.get(reverse(path), {name.strip("_"): value for name, value in given.items()})


def test_a_note_is_shown_with_its_context(author: User) -> None:
    article = factories.article(title="The <corridor>")
    note = say(author, 'A <b>bridge</b> & "more".', article=article)[0]
    answer = ask(q="bridge", kind="notes")
    text = answer.content.decode()
    key = factories.block(article).key
    assert answer.headers["Cache-Control"] == "private, no-cache"
    for expected in (
        "The &lt;corridor&gt;",
        f'href="/annotations/{note.uuid}/"',
        f'href="/articles/{article.slug}/p/{key}/"',
        "At ¶ 2 of the text",
        "Ada Author",
        "<mark>bridge</mark>",
        "&amp; &quot;more&quot;",
    ):
        assert expected in text, expected
    found_json = ask("api:search", q="bridge", kind="notes").json()["results"][0]
    assert found_json["url"] == f"/annotations/{note.uuid}/"
    assert (found_json["paragraph"], found_json["label"]) == (2, "1")
    assert found_json["author_name"] == "Ada Author"
    assert "<mark>bridge</mark>" in found_json["snippet_html"]


def test_nothing_found_says_where_there_is_something(author: User) -> None:
    article = factories.article()
    say(author, "Zephyrs blow.", article=article)
    text = ask(q="zephyr").content.decode()
    assert "Nothing that you can read answers this." in text
    assert 'href="?q=zephyr&amp;kind=notes"' in text
    assert "kind=people" not in text.split("What was found")[1]
    narrowed = ask(q="zephyr", kind="notes", to="2001-01-01").content.decode()
    assert "Search without narrowing it down" in narrowed
    assert "Try fewer words" in ask(q="absent").content.decode()


def test_without_a_question_there_is_the_form() -> None:
    answer = ask()
    assert answer.status_code == 200
    assert "Look for words in texts" in answer.content.decode()


@pytest.mark.parametrize(
    ("given", "status", "says"),
    [
        ({"q": "a"}, 422, "One letter is too little"),
        ({"q": "😀"}, 422, "There is no word in that"),
        ({"q": "-bridge"}, 422, "Say also what to look for"),
        ({"q": "x" * 10_000}, 422, "at most 200 characters"),
        ({"q": "bridge", "kind": "notes", "article": "nowhere"}, 422, "There is no article"),
        ({"q": "bridge", "kind": "notes", "topic": "nothing"}, 422, "There is no topic"),
        ({"q": "bridge", "kind": "notes", "person": "x" * 999}, 422, "Nobody of that user name"),
        ({"q": "bridge", "kind": "notes", "from": "yesterday"}, 422, "Write a day like"),
        ({"q": "bridge", "kind": "notes", "to": "9999-12-31"}, 422, "Write a day like"),
        ({"q": "bridge", "kind": "notes", "from": "0001-01-01"}, 422, "Write a day like"),
        ({"q": "bridge", "kind": "nothing", "order": "x", "after": "?"}, 200, "Best match"),
    ],
)
def test_what_cannot_be_asked_is_answered_in_words(
    given: dict[str, str], status: int, says: str
) -> None:
    for path in ("search", "api:search"):
        answer = ask(path, **given)
        assert answer.status_code == status
        if status == 422 or path == "search":
            assert says in answer.content.decode()
    typed = ask(**given).content.decode()
    assert f'value="{given["q"]}"' in typed  # what was typed stands there still


HOSTILE = [
    '"', '""', "'", "a OR", "(", "bridge)", "NEAR(a b)", "words:bridge", "^bridge", "bridge*",
    "*", "-", "--", "{bridge}", "bridge\\", "\\", "%", "_", "&", "a & !b", "'; DROP TABLE x; --",
    "bridge\0", "\0", "\ud800", "<script>", "😀", "אבג -דה", "\u202ebridge", "\u0301", "½", "ﷺ",
    "bridge:*", "a<->b", "!bridge", "|", "中" * 150, "a" * 200, "- - -", "OR OR OR", "\u0345",
]  # fmt: skip


@pytest.mark.parametrize("kind", ["text", "notes", "topics", "people"])
def test_anything_may_be_typed(author: User, kind: str) -> None:
    say(author, "A bridge.")
    for typed in HOSTILE:
        query = quote(typed, errors="surrogatepass")
        for order in ("best", "newest"):
            cache.clear()
            for path in ("search", "api:search"):
                answer = Client().get(f"{reverse(path)}?q={query}&kind={kind}&order={order}")
                # A NUL in an address is refused before anything looks at it
                expected = (400,) if "\0" in typed else (200, 422)
                assert answer.status_code in expected, (typed, answer.content)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_is_answered(author: User, typed: str) -> None:
    for kind in ("text", "notes", "people"):
        answer = ask(user=author, q=typed, kind=kind)
        assert answer.status_code in ((400,) if "\0" in typed else (200, 422))


@pytest.mark.usefixtures("one_minute")
@pytest.mark.parametrize("path", ["search", "api:search"])
def test_who_is_not_signed_in_searches_at_a_pace(author: User, path: str, settings: Any) -> None:
    settings.SEARCH_LIMIT = 3
    client = Client(REMOTE_ADDR="203.0.113.7")
    for _time in range(3):
        assert client.get(reverse(path), {"q": "bridge"}).status_code == 200
    refused = client.get(reverse(path), {"q": "bridge"})
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "60"
    assert "Wait a little" in refused.content.decode()
    assert ask(path, q="bridge").status_code == 200  # another address
    client.force_login(author, "ncr.accounts.backends.MemberBackend")
    assert client.get(reverse(path), {"q": "bridge"}).status_code == 200


@pytest.mark.usefixtures("one_minute")
@pytest.mark.parametrize("address", ["127.0.0.1", "::1", ""])
def test_where_one_address_stands_for_everybody_there_is_more_room(
    address: str, settings: Any
) -> None:
    settings.SEARCH_LIMIT = 1
    client = Client(REMOTE_ADDR=address)
    statuses = [client.get(reverse("search"), {"q": "bridge"}).status_code for _time in range(11)]
    assert statuses == [200] * 10 + [429]


def queries(user: User | None, **given: Any) -> int:
    client = Client()
    if user is not None:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    with CaptureQueriesContext(connection) as captured:
        assert client.get(reverse("search"), given).status_code == 200
    return len(captured)


BRIDGES = "The train stops under a bridge.\n"
# Beside the session, the person and their audiences: the list of articles to choose from; finding
# (on PostgreSQL the greatest id, the window, and what is older where that is needed); the rows
FIXED = {
    ("notes", "best"): {"sqlite": 5, "postgresql": 6},
    ("notes", "newest"): {"sqlite": 5, "postgresql": 6},
    ("text", "best"): {"sqlite": 5, "postgresql": 7},
    ("topics", "best"): {"sqlite": 3, "postgresql": 4},
    ("people", "best"): {"sqlite": 2, "postgresql": 3},
}


@pytest.mark.parametrize(("kind", "order"), FIXED)
def test_a_page_has_a_fixed_number_of_queries(author: User, kind: str, order: str) -> None:
    def write(count: int) -> None:
        for number in range(count):
            article = factories.article(BRIDGES, title=f"Bridges {number}")
            said = factories.person(f"bridge{Annotation.objects.count()}")
            say(said, f"Bridge {number}", article=article, topics=[f"Bridge {number} {count}"])

    write(2)
    few = {user: queries(user, q="bridge", kind=kind, order=order) for user in (None, author)}
    write(12)
    assert few == {
        user: queries(user, q="bridge", kind=kind, order=order) for user in (None, author)
    }
    assert few[None] == FIXED[kind, order][connection.vendor]
    assert few[author] == few[None] + 3


def test_snippets_show_the_richest_stretch() -> None:
    from annotations.search.showing import snippet

    question = understood("bridge train")
    text = "A bridge. " + "Filling words stand here. " * 30 + "A bridge & a train. " + "More. " * 80
    made = snippet(text, "en", question)
    assert made[0] == made[-1] == "…"
    assert "<mark>bridge</mark> &amp; a <mark>train</mark>" in made
    assert len(made) < 400
    assert snippet("", "en", question) == ""
    assert snippet("<b>", "en", question) == "&lt;b&gt;"
    long = "bridge" * 100
    assert "…" in snippet(long, "en", question)


def test_nothing_is_marked_but_what_was_asked() -> None:
    from annotations.search.showing import snippet

    made: Sequence[str] = snippet("Abridged bridges bridge it.", "en", understood("bridge"))
    assert made == "Abridged <mark>bridges</mark> <mark>bridge</mark> it."
