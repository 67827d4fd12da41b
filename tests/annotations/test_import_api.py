"""Texts are brought in by JSON: by who may, for nobody else to meet, by the verbs of the review."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.importers.kinds import MAX_OTHER
from articles.importing.arriving import Fetched
from articles.models import Article, Collection, Import, ImportPiece
from ncr.accounts.models import User
from tests import factories
from tests.annotations.test_api import client_of, send
from tests.articles.importing.made import MADE, SECOND, as_epub, words

pytestmark = pytest.mark.django_db
IMPORTS = "/api/imports"


def an_editor(name: str) -> User:
    person = factories.person(name)
    person.user_permissions.add(Permission.objects.get(codename="change_article"))
    return User.objects.get(pk=person.pk)


@pytest.fixture
def editor(db: None) -> User:
    return an_editor("editor")


@pytest.fixture
def client(editor: User) -> Client:
    return client_of(editor)


def brought(client: Client, text: bytes | None = None, **given: str) -> dict[str, Any]:
    """An import of a text, as the answer tells of it."""
    answer = send(client, IMPORTS, {"text": (text or MADE[".txt"](1)).decode(), **given})
    assert answer.status_code == 201, answer.content
    found: dict[str, Any] = answer.json()
    return found


def review(client: Client, found: dict[str, Any], query: str = "") -> dict[str, Any]:
    answer = client.get(f"{IMPORTS}/{found['id']}{query}")
    assert answer.status_code == 200, answer.content
    told: dict[str, Any] = answer.json()
    return told


def correct(client: Client, found: dict[str, Any], **given: Any) -> Any:
    return send(client, f"{IMPORTS}/{found['id']}", given, "patch")


def publish(client: Client, found: dict[str, Any], **given: Any) -> Any:
    return send(client, f"{IMPORTS}/{found['id']}/publish", given)


def test_a_text_is_brought_in_looked_at_corrected_and_published(client: Client) -> None:
    found = brought(client)
    assert (found["state"], found["kind"], found["refusal"]) == ("ready", "text", None)
    told = review(client, found)
    assert told["facts"]["title"]["value"] == told["facts"]["title"]["found"] == "Harbour 1"
    second = next(piece for piece in told["pieces"] if piece["words"] == SECOND)
    assert second["kept"]
    answer = correct(
        client,
        found,
        facts={"title": "The ice"},
        pieces=[
            {
                "piece": second["id"],
                "act": "rewrite",
                "words": "The *pilots*.",
                "seen": second["seen"],
            },
            {"piece": second["id"], "act": "kind", "choice": "heading-2"},
        ],
    )
    assert answer.status_code == 200, answer.content
    corrected = next(one for one in answer.json()["pieces"] if one["id"] == second["id"])
    assert (corrected["kind"], corrected["words"], corrected["corrected"]) == (
        "heading",
        "The *pilots*.",
        True,
    )
    done = publish(client, found, publish=True)
    assert done.status_code == 201, done.content
    assert done.json()["url"] == "/articles/the-ice/"
    assert client.get("/articles/the-ice/").status_code == 200
    article = Article.objects.get()
    assert (article.title, article.audience.kind) == ("The ice", "everyone")
    assert [block.text for block in article.standing.blocks.order_by("position")] == [
        words(1),
        "The pilots.",
    ]
    after = review(client, found)
    assert (after["state"], after["article"], after["pieces"]) == ("done", "the-ice", [])


@pytest.mark.parametrize("suffix", list(MADE))
def test_a_file_of_each_kind_is_brought_in(suffix: str, client: Client) -> None:
    file = SimpleUploadedFile(f"harbour{suffix}", MADE[suffix](2))
    answer = client.post(IMPORTS, {"file": file})
    assert answer.status_code == 201, answer.content
    found = answer.json()
    assert (found["state"], found["filename"]) == ("ready", f"harbour{suffix}")
    assert any(words(2) in piece["words"] for piece in review(client, found)["pieces"])
    assert publish(client, found).json()["published"] is False
    assert not Article.objects.visible_to(factories.person()).exists()


def test_a_page_is_brought_in_by_its_address(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "articles.importing.beginning.fetch",
        lambda address: Fetched(MADE[".html"](3), "a.html", "https://harbour.example/3"),
    )
    answer = send(client, IMPORTS, {"address": "https://harbour.example/old"})
    told = review(client, answer.json())
    assert told["address"] == "https://harbour.example/3"
    assert told["facts"]["source_url"]["value"] == "https://harbour.example/3"


def test_pages_are_not_fetched_unless_the_owner_switched_it_on(client: Client) -> None:
    answer = send(client, IMPORTS, {"address": "https://harbour.example/"})
    assert answer.status_code == 403
    assert "does not fetch" in answer.json()["detail"]


def test_a_refused_file_is_said_in_words_and_nothing_of_it_stays(client: Client) -> None:
    file = SimpleUploadedFile("bad.pdf", b"%PDF-1.7 and no more")
    found = client.post(IMPORTS, {"file": file}).json()
    assert found["state"] == "refused"
    assert found["refusal"].endswith(".")
    assert not ImportPiece.objects.exists()
    assert publish(client, found).status_code == 422
    assert correct(client, found, facts={"title": "x"}).status_code == 409


@pytest.mark.parametrize(
    ("given", "status", "field"),
    [
        ({}, 422, "text"),
        ({"text": " \n"}, 422, "text"),
        ({"text": "a", "address": "https://a.example/"}, 422, "text"),
        ({"text": 5}, 422, "text"),
        ({"text": "a", "state": "done"}, 422, "state"),
        ({"text": "a", "filename": "x" * 300}, 422, "filename"),
        ("[]", 422, "given"),
    ],
)
def test_what_cannot_be_taken_is_named(given: Any, status: int, field: str, client: Client) -> None:
    answer = send(client, IMPORTS, given)
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert field in [one["field"] for one in answer.json()["errors"]]
    assert not Import.objects.exists()


@pytest.mark.parametrize("given", ["{", b"\xff", b'{"text": "\\ud800"}', "[" * 100_000])
def test_what_is_no_json_is_said_so(given: Any, client: Client) -> None:
    answer = send(client, IMPORTS, given)
    assert answer.status_code in (400, 422)
    assert answer["Content-Type"] == "application/problem+json"
    assert not Import.objects.exists()


def test_one_file_is_sent_and_not_an_empty_one(client: Client) -> None:
    two = [SimpleUploadedFile("a.txt", b"a"), SimpleUploadedFile("b.txt", b"b")]
    for given in ({}, {"file": two}, {"file": SimpleUploadedFile("a.txt", b"")}):
        assert client.post(IMPORTS, given).status_code == 422
    assert not Import.objects.exists()


def test_more_than_is_taken_is_refused_before_it_is_read(client: Client) -> None:
    answer = client.post(
        IMPORTS, {"file": SimpleUploadedFile("a.txt", b"a")}, CONTENT_LENGTH=str(MAX_OTHER * 2)
    )
    assert answer.status_code == 413
    assert answer["Content-Type"] == "application/problem+json"


def test_files_are_taken_nowhere_else(client: Client) -> None:
    article = factories.article()
    file = SimpleUploadedFile("a.txt", b"a")
    for address in (reverse("api:annotate", args=[article.slug]), f"{IMPORTS}/1/publish"):
        assert client.post(address, {"file": file}).status_code == 415


def test_sending_a_file_needs_the_session_s_token(editor: User) -> None:
    strict = client_of(editor, enforce_csrf_checks=True)
    answer = strict.post(IMPORTS, {"file": SimpleUploadedFile("a.txt", b"a")})
    assert answer.status_code == 403
    assert not Import.objects.exists()


def test_corrections_are_made_all_or_none(client: Client) -> None:
    found = brought(client)
    first, second = (one for one in review(client, found)["pieces"] if one["kept"])
    answer = correct(
        client,
        found,
        facts={"title": "Other"},
        pieces=[
            {"piece": first["id"], "act": "leave_out"},
            {"piece": second["id"], "act": "leave_out", "seen": "stale"},
        ],
    )
    assert answer.status_code == 409
    told = review(client, found)
    assert told["facts"]["title"]["value"] == "Harbour 1"
    assert all(one["kept"] for one in told["pieces"] if one["id"] in (first["id"], second["id"]))


@pytest.mark.parametrize(
    ("act", "more", "kept"),
    [
        ("leave_out", {}, 1),
        ("join", {}, 1),
        ("split", {"words": "Ice closes.\n\nEverything waits."}, 3),
    ],
)
def test_each_correction_can_be_undone(
    act: str, more: dict[str, str], kept: int, client: Client
) -> None:
    found = brought(client)

    def kept_now() -> list[dict[str, Any]]:
        return [one for one in review(client, found)["pieces"] if one["kept"]]

    first, _second = kept_now()
    assert (
        correct(client, found, pieces=[{"piece": first["id"], "act": act, **more}]).status_code
        == 200
    )
    assert len(kept_now()) == kept
    assert correct(client, found, pieces=[{"piece": first["id"], "act": "undo"}]).status_code == 200
    assert [one["words"] for one in kept_now()] == [words(1), SECOND]


@pytest.mark.parametrize(
    "given",
    [
        {"facts": {"audience": "everyone"}},
        {"facts": {"title": "x" * 400}},
        {"pieces": [{"piece": 1, "act": "burn"}]},
        {"pieces": [{"piece": 0, "act": "keep"}]},
        {"pieces": [{"piece": 1, "act": "keep"}] * 101},
        {"state": "done"},
    ],
)
def test_corrections_that_are_none_are_refused(given: dict[str, Any], client: Client) -> None:
    found = brought(client)
    assert correct(client, found, **given).status_code == 422


def test_a_piece_of_another_import_is_not_corrected(client: Client) -> None:
    one, other = brought(client), brought(client, MADE[".txt"](2))
    foreign = review(client, other)["pieces"][0]
    answer = correct(client, one, pieces=[{"piece": foreign["id"], "act": "leave_out"}])
    assert answer.status_code == 409
    assert review(client, other)["pieces"][0] == foreign


def test_pieces_come_in_pages(client: Client) -> None:
    text = "\n\n".join(f"Ice closes harbour number {n}, for two months." for n in range(230))
    found = brought(client, f"The harbours\n\n{text}\n".encode())
    said, query = [], ""
    sizes = []
    while True:
        page = review(client, found, query)
        sizes.append(len(page["pieces"]))
        said += [piece["words"] for piece in page["pieces"] if piece["kept"]]
        if page["after"] is None:
            break
        query = f"?after={page['after']}"
    assert sizes[:2] == [100, 100]
    assert len(said) == len(set(said)) == 230


def test_imports_are_listed_newest_first(client: Client) -> None:
    ids = [brought(client, MADE[".txt"](number))["id"] for number in range(3)]
    listed = client.get(IMPORTS).json()
    assert [one["id"] for one in listed["imports"]] == ids[::-1]
    assert client.get(f"{IMPORTS}?after={ids[1]}").json()["imports"][0]["id"] == ids[0]


def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: Any
) -> None:
    for number in range(2):
        brought(client, MADE[".txt"](number))
    with django_assert_num_queries(5):
        client.get(IMPORTS)
    for number in range(2, 6):
        brought(client, MADE[".txt"](number))
    with django_assert_num_queries(5):
        client.get(IMPORTS)


def test_the_same_text_again_is_told_and_becomes_a_revision(client: Client) -> None:
    assert publish(client, brought(client), publish=True).status_code == 201
    again = review(client, brought(client))
    assert again["known"]["slug"] == "harbour-1"
    assert publish(client, again, publish=True).status_code == 422
    last = [piece for piece in again["pieces"] if piece["kept"]][-1]
    correct(client, again, pieces=[{"piece": last["id"], "act": "rewrite", "words": "The end."}])
    done = publish(client, again, shape="revision", publish=True)
    assert done.status_code == 201, done.content
    article = Article.objects.get()
    assert (done.json()["slug"], article.standing.number) == (article.slug, 2)
    assert "The end." in article.standing.source


def test_a_revision_is_of_some_article(client: Client) -> None:
    found = brought(client)
    for given in ({}, {"article": "nothing"}):
        answer = publish(client, found, shape="revision", **given)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == "article"


def test_a_revision_that_cannot_be_published_leaves_the_import(client: Client) -> None:
    article = factories.article()
    found = brought(client, article.standing.source.encode(), filename="a.md")
    answer = publish(client, found, shape="revision", article=article.slug, publish=True)
    assert answer.status_code == 422
    assert review(client, found)["state"] == "ready"


def test_a_book_becomes_a_collection(client: Client) -> None:
    file = SimpleUploadedFile("book.epub", as_epub(4))
    found = client.post(IMPORTS, {"file": file}).json()
    assert review(client, found)["parts"] == ["Winter", "Spring"]
    done = publish(client, found, shape="collection", publish=True)
    book = Collection.objects.get()
    assert done.json()["url"] == book.get_absolute_url()
    assert [one.title for one in book.articles.order_by("place")] == ["Winter", "Spring"]
    assert publish(client, brought(client), shape="collection").status_code == 422


def test_a_text_is_for_whom_the_editor_says(client: Client, editor: User) -> None:
    own, other = factories.group(editor), factories.group(factories.person())
    for audience in (f"group:{other.slug}", "group:", "me", "everyone:x", "nobody"):
        answer = publish(client, brought(client), audience=audience)
        assert answer.status_code == 422, audience
        assert answer.json()["errors"][0]["field"] == "audience"
    assert publish(client, brought(client), audience=f"group:{own.slug}").status_code == 201
    assert Article.objects.get().audience.group == own


def test_an_import_is_thrown_away(client: Client) -> None:
    found = brought(client)
    assert client.delete(f"{IMPORTS}/{found['id']}").status_code == 204
    assert review(client, found)["state"] == "cancelled"
    assert not ImportPiece.objects.exists()
    assert publish(client, found).status_code == 422


def test_the_four_visitors(client: Client, editor: User, stranger: User) -> None:
    """Nobody but who brought it meets an import, superusers included."""
    found = brought(client)
    boss = factories.person("boss", is_superuser=True, is_staff=True)
    place = f"{IMPORTS}/{found['id']}"
    asks = [
        ("get", place, None),
        ("patch", place, {"facts": {"title": "Mine"}}),
        ("post", f"{place}/publish", {}),
        ("delete", place, None),
    ]

    def statuses(visitor: Client) -> list[int]:
        answers = [
            visitor.get(address) if method == "get" else send(visitor, address, body or {}, method)
            for method, address, body in asks
        ]
        assert all(answer["Content-Type"] == "application/problem+json" for answer in answers)
        assert all("Harbour" not in answer.content.decode() for answer in answers)
        return [answer.status_code for answer in answers]

    assert statuses(client_of()) == [401] * 4
    assert statuses(client_of(stranger)) == [404] * 4
    assert statuses(client_of(an_editor("other"))) == [404] * 4
    assert statuses(client_of(boss)) == [404] * 4
    assert review(client, found)["state"] == "ready"

    for visitor, status in ((client_of(), 401), (client_of(stranger), 403)):
        assert visitor.get(IMPORTS).status_code == status
        assert send(visitor, IMPORTS, {"text": "Ice."}).status_code == status
    assert client_of(boss).get(IMPORTS).json()["imports"] == []
    assert Import.objects.count() == 1


def test_who_may_not_change_articles_any_more_meets_no_import(client: Client, editor: User) -> None:
    found = brought(client)
    editor.user_permissions.clear()
    assert client.get(f"{IMPORTS}/{found['id']}").status_code == 404
    assert client.get(IMPORTS).status_code == 403


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_site_answers_others_while_a_file_holds_up_its_reader(live_server: Any) -> None:
    """A file that takes all the time that there is holds up nobody but who sent it."""
    import urllib.request

    client = client_of(an_editor("busy"))
    cookie = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())
    token = "a" * 32
    answers: list[dict[str, Any]] = []

    def bring() -> None:
        asked = urllib.request.Request(
            f"{live_server.url}{IMPORTS}",
            json.dumps({"text": "i" * 900_000}).encode(),
            {
                "Content-Type": "application/json",
                "Cookie": f"{cookie}; csrftoken={token}",
                "X-CSRFToken": token,
            },
        )
        with urllib.request.urlopen(asked, timeout=120) as answer:
            answers.append(json.load(answer))

    bringing = threading.Thread(target=bring)
    bringing.start()
    while not Import.objects.filter(state=Import.State.READING).exists():
        assert bringing.is_alive()
    with urllib.request.urlopen(f"{live_server.url}/articles/", timeout=60) as answer:
        assert answer.status == 200
    assert bringing.is_alive(), "it was answered first"
    bringing.join(120)
    assert answers[0]["state"] in ("waiting", "reading", "ready", "refused")
