"""A topic's dossier as a file: what is in it, how it is cited, and for whom."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from annotations import annotating
from annotations.models import Annotation, Topic
from annotations.topics import exporting, keeping
from ncr.accounts.models import User
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])
FORMS = ["md", "html", "csv", "json", "bib"]


def client_of(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    return client


def file(form: str, user: User | None = None, slug: str = "trains") -> str:
    answer = client_of(user).get(f"/topics/{slug}/dossier.{form}")
    assert answer.status_code == 200
    return str(answer.content.decode("utf-8-sig"))


@pytest.fixture
def notes(author: User, stranger: User, moderator: User) -> list[Annotation]:
    """Two passages under “Trains”, one under the narrower “Night trains”, one in private."""
    late = factories.article(title="Later {text} & 100 %", published="2020-03")
    late.byline = "Ida_Õ"
    late.save(update_fields=["byline"])
    early = factories.article(title="An early one", published="1999-11-19")
    made = [
        factories.annotation(late, author, "It *stops*.", topics=["Trains", "Night trains"]),
        factories.annotation(early, author, "At night.", topics=["Night trains"]),
        factories.annotation(
            late, author, "Mine alone.", topics=["Trains"], words="second train", audience="me"
        ),
    ]
    annotating.reply(by=stranger, to=made[0], body="So it does.")
    night = Topic.objects.get(name="Night trains")
    keeping.set_broader(night, Topic.objects.get(name="Trains"), by=moderator)
    keeping.describe(Topic.objects.get(name="Trains"), "What *runs*.", by=moderator)
    return made


def test_markdown_quotes_and_cites(notes: list[Annotation]) -> None:
    text = file("md")
    assert text.startswith("# Trains\n\nWhat *runs*.\n\n")
    assert text.index("## An early one") < text.index("## Later {text} & 100 %")
    assert "Ida_Õ, 2020-03" in text
    assert "> train stops\n>\n> ¶ 2, revision 1: <http://localhost:8000/articles/" in text
    assert "It *stops*." in text
    assert "1 reply" in text
    assert f"<http://localhost:8000/annotations/{notes[0].uuid}/>" in text
    assert "\n\n\n\n" not in text


def test_html_stands_alone(notes: list[Annotation]) -> None:
    answer = client_of(None).get("/topics/trains/dossier.html")
    assert answer["Content-Disposition"] == 'attachment; filename="trains.html"'
    text = answer.content.decode()
    HTMLParser().feed(text)
    assert "<em>stops</em>" in text
    assert "Later {text} &amp; 100 %" in text
    assert not re.search(r"<script|<link|src=", text)


def test_a_table_has_a_row_a_passage(notes: list[Annotation]) -> None:
    rows = list(csv.DictReader(io.StringIO(file("csv"))))
    assert [row["article"] for row in rows] == ["An early one", "Later {text} & 100 %"]
    second = rows[1]
    assert (second["paragraph"], second["revision"]) == ("2", "1")
    assert (second["published"], second["by"], second["replies"]) == ("2020-03", "Ida_Õ", "1")
    assert (second["passage"], second["note"]) == ("train stops", "It *stops*.")
    assert second["topics"] == "Night trains\nTrains"


def test_citations_as_csl_json(notes: list[Annotation]) -> None:
    early, late = json.loads(file("json"))
    assert (early["type"], early["title"]) == ("article", "An early one")
    assert early["issued"] == {"date-parts": [[1999, 11, 19]]}
    assert late["issued"] == {"date-parts": [[2020, 3]]}
    assert late["author"] == [{"literal": "Ida_Õ"}]
    assert late["URL"].startswith("http://localhost:8000/articles/")
    assert "¶ 2, revision 1: “train stops” http://" in late["note"]


def test_citations_as_bibtex(notes: list[Annotation]) -> None:
    text = file("bib")
    assert text.count("@misc{") == 2
    assert r"title = {{Later \{text\} \& 100 \%}}" in text
    assert r"author = {{Ida\_Õ}}" in text
    assert "year = {2020}" in text
    assert "month = {03}" in text
    for entry in text.strip().split("\n\n"):
        bare = re.sub(r"\\[{}]", "", entry)
        assert bare.count("{") == bare.count("}")


@pytest.mark.parametrize("form", FORMS)
def test_each_reads_what_they_may(
    notes: list[Annotation], form: str, author: User, stranger: User, moderator: User
) -> None:
    for who in (None, author, stranger, moderator):
        text = file(form, who)
        assert ("second train" in text) == (who == author and form in ("md", "html", "csv"))
        assert ("Mine alone" in text) == (who == author and form in ("md", "html", "csv"))


def test_a_topic_that_one_does_not_see_has_no_file(author: User, stranger: User) -> None:
    factories.annotation(factories.article(), author, topics=["Secret"], audience="me")
    for form in FORMS:
        for who in (None, stranger):
            assert client_of(who).get(f"/topics/secret/dossier.{form}").status_code == 404
        assert client_of(author).get(f"/topics/secret/dossier.{form}").status_code == 200
    assert client_of(author).get("/topics/secret/dossier.exe").status_code == 404


def test_a_former_address_leads_on(notes: list[Annotation], moderator: User) -> None:
    keeping.rename(Topic.objects.get(name="Trains"), "Railways", by=moderator)
    answer = client_of(None).get("/topics/trains/dossier.md")
    assert (answer.status_code, answer["Location"]) == (301, "/topics/railways/dossier.md")


@pytest.mark.parametrize("form", FORMS)
def test_nothing_filed_is_a_file_too(form: str, moderator: User) -> None:
    keeping.accept(keeping.Topic.objects.create(name="Empty", slug="empty"), by=moderator)
    assert file(form, slug="empty") is not None


def test_it_costs_the_same_for_few_and_many(notes: list[Annotation], author: User) -> None:
    topic = Topic.objects.get(name="Trains")
    article = notes[0].thread.article

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            exporting.as_markdown(exporting.gathered(topic, author))
        return len(asked)

    few = cost()
    for _number in range(20):
        factories.annotation(article, author, topics=["Trains"])
    assert cost() == few


def test_what_has_no_room_is_said(notes: list[Annotation], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "MOST", 1)
    assert "1 more passage is on the topic's page." in file("md")


def test_who_fetches_many_is_asked_to_wait(notes: list[Annotation], author: User) -> None:
    client = client_of(author)
    answers = [client.get("/topics/trains/dossier.bib").status_code for _n in range(12)]
    assert answers[:10] == [200] * 10
    assert answers[-1] == 429
