"""The vocabulary goes out and comes in: CSV, Turtle and JSON-LD, and what is wrong with a file."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from annotations.models import Topic
from annotations.topics import keeping, relating
from annotations.topics.filing import propose
from annotations.topics.vocabulary import bringing, skos, tables
from annotations.topics.vocabulary.entries import Term, vocabulary_for
from annotations.topics.vocabulary.planning import Plan
from ncr.accounts.models import User
from ncr.refusals import NotAllowed, Refused
from tests import factories

pytestmark = pytest.mark.django_db(databases=["default", "work"])
BRING = "/admin/annotations/topic/bring/"


def client_of(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user, "ncr.accounts.backends.MemberBackend")
    return client


@pytest.fixture
def harbours(moderator: User) -> list[Topic]:
    """Three topics that have everything a topic can have."""
    sea, harbour, quay = (
        keeping.accept(propose(name, by=None), by=moderator) for name in ("Sea", "Harbour", "Quay")
    )
    keeping.set_broader(quay, harbour, by=moderator)
    keeping.add_alias(harbour, "Haven", by=moderator)
    keeping.add_alias(harbour, "=SUM(A1)", by=moderator)
    keeping.describe(harbour, "Where *ships* lie,\n\nand “wait”.", by=moderator)
    relating.set_labels(harbour, {"de": "Hafen", "pt-BR": "porto"}, by=moderator)
    relating.set_cues(harbour, ["ships lie", "mooring rope"], by=moderator)
    relating.set_uri(harbour, "https://www.wikidata.org/entity/Q283202", by=moderator)
    relating.set_related(harbour, [sea], by=moderator)
    return [sea, harbour, quay]


def plan_of(text: str, by: User, form: str = "csv") -> Plan:
    return bringing.plan(bringing.read(text, form), by=by)


def told(plan: Plan) -> dict[str, tuple[str, list[str]]]:
    return {step.term.name: (step.what, step.left_out) for step in plan.steps}


def facts(terms: list[Term]) -> list[Any]:
    return [
        (
            one.name,
            one.description,
            sorted(one.aliases),
            one.labels,
            sorted(one.cues),
            one.broader,
            one.related,
            one.uri,
        )
        for one in sorted(terms, key=lambda one: one.name)
    ]


@pytest.mark.parametrize("form", ["csv", "ttl", "jsonld"])
def test_what_goes_out_comes_in_as_it_was(
    harbours: list[Topic], moderator: User, form: str
) -> None:
    before = vocabulary_for(moderator)
    content = client_of(None).get(f"/topics/vocabulary.{form}").content
    text = bringing.decoded(content)
    assert facts(bringing.read(text, form)) == facts(before)
    assert {step.what for step in plan_of(text, moderator, form).steps} == {"same"}
    Topic.objects.all().delete()
    plan = plan_of(text, moderator, form)
    assert [len(plan.created), [step.left_out for step in plan.steps]] == [3, [[], [], []]]
    assert bringing.apply(plan, by=moderator) == 3
    assert facts(vocabulary_for(moderator)) == facts(before)
    assert bringing.apply(plan_of(text, moderator, form), by=moderator) == 0


@pytest.mark.parametrize("form", ["ttl", "jsonld"])
def test_integrity_conditions_of_skos_hold(harbours: list[Topic], form: str) -> None:
    """SKOS Reference: S9, S13, S14, S27, S37, S46, and both directions of each relation."""
    content = client_of(None).get(f"/topics/vocabulary.{form}").content
    graph = Graph().parse(data=content, format=skos.FORMATS[form])
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    assert len(concepts) == 3
    assert len(schemes) == 1
    assert not concepts & schemes
    for one in concepts:
        names = list(graph.objects(one, SKOS.prefLabel))
        assert len({name.language for name in names}) == len(names)
        assert not set(names) & set(graph.objects(one, SKOS.altLabel))
        above = set(graph.transitive_objects(one, SKOS.broader)) - {one}
        beside = set(graph.objects(one, SKOS.related))
        assert not above & beside
        assert not set(graph.objects(one, SKOS.exactMatch)) & (above | beside | concepts)
        for other in graph.objects(one, SKOS.broader):
            assert (other, SKOS.narrower, one) in graph
        for other in beside:
            assert (other, SKOS.related, one) in graph
        assert (one, SKOS.inScheme, next(iter(schemes))) in graph
        assert bool(above) != ((one, SKOS.topConceptOf, next(iter(schemes))) in graph)


def test_the_same_vocabulary_is_the_same_file(harbours: list[Topic], moderator: User) -> None:
    document = json.loads(skos.written(vocabulary_for(moderator), "jsonld"))
    ids = [one["@id"] for one in document["@graph"]]
    assert ids == sorted(ids)
    for one in document["@graph"]:
        assert list(one) == sorted(one)


def test_only_what_is_accepted_goes_out(author: User, moderator: User) -> None:
    factories.annotation(factories.article(), author, topics=["Proposed"])
    factories.annotation(factories.article(), author, topics=["Secret"], audience="me")
    above = propose("Above all", by=None)
    keeping.set_broader(
        keeping.accept(propose("Harbour", by=None), by=moderator), above, by=moderator
    )
    for who in (None, author, moderator):
        for form in ("csv", "ttl", "jsonld"):
            text = client_of(who).get(f"/topics/vocabulary.{form}").content.decode()
            assert "Harbour" in text
            assert not {"Proposed", "Secret", "Above"} & set(text.replace('"', " ").split())
    assert client_of(None).get("/topics/vocabulary.exe").status_code == 404


def test_a_table_opens_in_a_spreadsheet_and_is_no_program(harbours: list[Topic]) -> None:
    answer = client_of(None).get("/topics/vocabulary.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="topics.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][0] == "name"
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    lone = tables.written([Term("=cmd()", aliases=["'quoted"])]).decode("utf-8-sig")
    assert "'=cmd()" in lone
    assert facts(tables.read(lone)) == facts([Term("=cmd()", aliases=["'quoted"])])


def test_known_topics_get_what_they_lack_and_keep_what_they_have(
    harbours: list[Topic], moderator: User
) -> None:
    text = (
        "name;other names;description;broader;elsewhere;languages\n"
        'haven;"Port\nHafen\nSea";Another one.;Sea;https://a.example/;"de: Seehafen\nfr: bassin"\n'
        "Pier;;New here.;Harbour;;\n"
    )
    plan = plan_of(text, moderator)
    assert [(step.term.name, step.what) for step in plan.steps] == [
        ("Harbour", "added"),
        ("Pier", "new"),
    ]
    assert plan.steps[0].left_out == [
        "“Sea” is a name of another topic.",
        "Under “Sea” it would be a third level, and there are only two.",
    ]
    assert plan.steps[0].gains == ["the name “Port”", "the name “bassin” (fr)"]
    bringing.apply(plan, by=moderator)
    harbour = Topic.objects.get(name="Harbour")
    assert relating.labels_of(harbour)["de"] == "Hafen"
    assert harbour.description.startswith("Where *ships*")
    assert harbour.uri.startswith("https://www.wikidata.org")
    assert Topic.objects.get(name="Pier").broader == harbour


def test_circles_and_third_levels_are_left_out(moderator: User) -> None:
    text = "name,broader,related\nA,B,\nB,A,\nC,A,\nD,D,D\nE,Nowhere,Nobody\nF,B,B\nG,,F\n"
    plan = plan_of(text, moderator)
    found = told(plan)
    assert found["A"] == ("new", [])
    assert found["B"][1] == ["“A” is under “B” itself: the two would go in a circle."]
    assert found["C"][1] == ["Under “A” it would be a third level, and there are only two."]
    assert found["D"][1] == [
        "A topic cannot be broader than itself.",
        "A topic cannot be related to itself.",
    ]
    assert found["E"][1] == [
        "There is no topic “Nowhere” to be under.",
        "There is no topic “Nobody” to be related to.",
    ]
    assert found["F"][1] == ["“B” is broader or narrower, and cannot be related besides."]
    bringing.apply(plan, by=moderator)
    assert {one.name: str(one.broader or "") for one in Topic.objects.all()} == {
        **dict.fromkeys("BCDEG", ""),
        "A": "B",
        "F": "B",
    }


def test_skos_with_circles_comes_in_as_far_as_it_can(moderator: User) -> None:
    text = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <#a> a skos:Concept ; skos:prefLabel "Ah"@en, "Ach"@de ; skos:broader <#b> .
    <#b> a skos:Concept ; skos:prefLabel "Beh" ; skos:broader <#c> ; skos:altLabel "Ah" .
    <#c> a skos:Concept ; skos:prefLabel "Ceh" ; skos:broader <#a> .
    <#d> a skos:Concept ; skos:altLabel "nameless" .
    """
    plan = plan_of(text, moderator, "ttl")
    found = told(plan)
    assert found["Ah"] == ("new", [])
    assert len(found["Beh"][1]) == 2
    assert len(found["Ceh"][1]) == 1
    bringing.apply(plan, by=moderator)
    assert Topic.objects.get(name="Ah").broader.name == "Beh"
    assert relating.labels_of(Topic.objects.get(name="Ah")) == {"de": "Ach"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name\nCFE\nСFE\n", "looks like"),
        ("name\nCFE\ncfe\n", "in this file already"),
        ("name\n???\n", "cannot be a topic"),
        ("name,other names\n,Nameless\n", "needs a name"),
        ("name\n" + "x" * 81 + "\n", "at most 80"),
    ],
)
def test_names_that_are_refused(moderator: User, text: str, words: str) -> None:
    keeping.accept(propose("CFE", by=None), by=moderator)
    plan = plan_of(text, moderator)
    assert words in " ".join(plan.refused[0].left_out)


@pytest.mark.parametrize(
    ("content", "form", "words"),
    [
        ("name\nFähre\n".encode("latin-1"), "csv", "not in UTF-8: the byte at 6"),
        (b"\x89PNG\r\n\x1a\n\0\0", "csv", "not in UTF-8"),
        (b"name\nA\0B\n", "csv", "NUL"),
        (b"", "csv", "empty"),
        (b"topic,alias\nA,B\n", "csv", "one of them “name”"),
        (b'name\n"A', "csv", "cannot be read as CSV"),
        (b"name\n" + b"x" * 1_000_001, "csv", "at most 1000 kB"),
        (b"name\n" + b"".join(b"n%d\n" % n for n in range(2001)), "csv", "at most 2000 topics"),
        (b"<a> <b>", "ttl", "cannot be read as Turtle"),
        (b"@prefix : <urn:x> . :a :b :c .", "ttl", "no SKOS concept"),
        (b"[" * 5000, "jsonld", "cannot be read as JSON-LD"),
        (b"[" * 100 + b"]" * 100, "jsonld", "nested too deeply"),
        (b'{"@context": "http://127.0.0.1:9/", "@id": "a"}', "jsonld", "stands elsewhere"),
        (b'{"a": [{"@context": ["https://x.example/"]}]}', "jsonld", "stands elsewhere"),
        (b'{"@context": {"@import": "https://x.example/"}}', "jsonld", "stands elsewhere"),
        (b"name\nA\n", "xml", "Choose whether"),
    ],
)
def test_files_that_are_refused(content: bytes, form: str, words: str, moderator: User) -> None:
    with pytest.raises(Refused, match=words):
        bringing.read(bringing.decoded(content), form)


def test_utf_16_is_known_by_its_mark(moderator: User) -> None:
    text = bringing.decoded("name\tother names\nFähre\tBac\n".encode("utf-16"))
    assert facts(bringing.read(text, "csv")) == facts([Term("Fähre", aliases=["Bac"])])


def test_a_topic_that_is_used_in_private_comes_in_as_new(author: User, moderator: User) -> None:
    factories.annotation(factories.article(), author, topics=["QUAY"], audience="me")
    plan = plan_of("name\nQuay\n", moderator)
    assert told(plan) == {"Quay": ("new", [])}
    bringing.apply(plan, by=moderator)
    assert Topic.objects.get().name == "Quay"


def test_what_is_proposed_is_accepted_by_it(author: User, moderator: User) -> None:
    factories.annotation(factories.article(), author, topics=["Quay"])
    plan = plan_of("name\nQuay\n", moderator)
    assert plan.steps[0].gains == ["that it is accepted"]
    bringing.apply(plan, by=moderator)
    assert Topic.objects.get().accepted_by == moderator


def test_only_moderators_of_the_site_bring_one_in(author: User, moderator: User) -> None:
    with pytest.raises(NotAllowed):
        bringing.plan([Term("A")], by=author)
    assert client_of(None).get(BRING).status_code == 302
    assert client_of(author).get(BRING).status_code == 403
    assert client_of(moderator).get(BRING).status_code == 200


def test_the_page_shows_what_would_come_and_then_brings_it(moderator: User) -> None:
    client = client_of(moderator)
    file = SimpleUploadedFile("list.csv", b"name,other names\nQuay,Kai\n???,\n")
    shown = client.post(BRING, {"file": file, "text": "", "form": ""})
    page = shown.content.decode()
    assert "1 new topic" in page
    assert "cannot be a topic" in page
    assert not Topic.objects.exists()
    given = shown.context["given"]
    done = client.post(BRING, {"text": given["text"], "form": given["form"], "apply": "1"})
    assert done.status_code == 302
    assert set(Topic.objects.get().names.values_list("name", flat=True)) == {"Quay", "Kai"}
    again = client.post(BRING, {"text": given["text"], "form": given["form"]})
    assert "There is nothing to bring in." in again.content.decode()


def test_what_was_typed_stays_where_it_is_refused(moderator: User) -> None:
    answer = client_of(moderator).post(BRING, {"text": "topic\nkept words\n", "form": "csv"})
    page = answer.content.decode()
    assert "one of them “name”" in page
    assert "kept words" in page


def test_nothing_is_half_done(moderator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = plan_of("name,description\nA,One.\nB,Two.\n", moderator)
    describe = keeping.describe

    def failing(topic: Topic, words: str, **given: Any) -> Topic:
        if topic.name == "B":
            raise Refused("No.")
        return describe(topic, words, **given)

    monkeypatch.setattr(keeping, "describe", failing)
    with pytest.raises(Refused, match="B: No"):
        bringing.apply(plan, by=moderator)
    assert not Topic.objects.exists()


def test_reading_fetches_nothing_and_opens_no_file(tmp_path: Path, moderator: User) -> None:
    path = tmp_path / "secret.ttl"
    path.write_text("x")
    text = f'@prefix skos: <file://{path}#> . <file://{path}> skos:prefLabel "A" .'
    with pytest.raises(Refused, match="no SKOS concept"):
        bringing.read(text, "ttl")


def test_an_alias_further_down_names_the_broader_topic(moderator: User) -> None:
    plan = plan_of("name,other names,broader\nSmall arms,,CFX\nCFX Treaty,CFX,\n", moderator)
    assert [step.left_out for step in plan.steps] == [[], []]
    bringing.apply(plan, by=moderator)
    assert Topic.objects.get(name="Small arms").broader == Topic.objects.get(name="CFX Treaty")


def test_what_the_plan_promises_can_be_done(harbours: list[Topic], moderator: User) -> None:
    """More names, words and related topics than a topic may have, and words that go too deep."""
    names = [f"Name {n}" for n in range(60)]
    others = [Term(f"Other {n}") for n in range(25)]
    large = Term(
        "Large",
        description=">" * 900 + " deep",
        aliases=names,
        labels={"de": "Groß"},
        cues=[f"word {n} and" for n in range(30)],
        related=[one.name for one in others],
    )
    plan = bringing.plan([large, *others], by=moderator)
    assert plan.steps[0].what == "new"
    told = " ".join(plan.steps[0].left_out)
    assert told.count("no room for the name") == 11
    assert "at most 20 sets of words" in told
    assert "at most 20 related" in told
    assert bringing.apply(plan, by=moderator) == 26
    assert Topic.objects.get(name="Large").names.count() == 51


def test_odd_characters_of_a_json_file_break_nothing(moderator: User) -> None:
    text = """{"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"},
        "@id": "urn:x\\ud800", "@type": "skos:Concept",
        "skos:prefLabel": "Qu\\u0000ay", "skos:altLabel": ["Kai\\ud800", "Pier"]}"""
    plan = plan_of(text.replace("\\\\", "\\"), moderator, "jsonld")
    told = repr(plan).encode()
    assert b"ud800" not in told
    bringing.apply(plan, by=moderator)
    assert Topic.objects.get().names.count() == 3


def test_an_address_that_no_graph_can_hold_is_refused(
    harbours: list[Topic], moderator: User
) -> None:
    for odd in (
        "https://x.example/a>b",
        "https://x.example/a b",
        'https://x.example/"',
        "https://x.example/{}",
    ):
        with pytest.raises(Refused, match="no address of the web"):
            relating.set_uri(harbours[0], odd, by=moderator)
    assert client_of(None).get("/topics/vocabulary.ttl").status_code == 200
