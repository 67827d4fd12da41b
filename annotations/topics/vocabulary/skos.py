"""The vocabulary as SKOS, out and in (W3C, SKOS Simple Knowledge Organization System Reference).

A topic is a concept whose address is that of its page. Its own name is a preferred label without
a language, since nobody says in which one it is; names in other languages are preferred labels
with theirs, all others alternative ones. What is known elsewhere is an exact match. Words that
tell of a topic where they stand in one sentence have no property in SKOS and get one of ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from annotations.topics.vocabulary.entries import Term, narrower_of
from articles.normalising import normalise
from ncr.refusals import Refused

NCR = Namespace("urn:ncr:vocabulary:")
FORMATS = {"ttl": "turtle", "jsonld": "json-ld"}
CONTEXT = {
    "skos": str(SKOS),
    "dcterms": str(DCTERMS),
    "ncr": str(NCR),
}
DEEPEST = 60  # nested parts of a JSON document; a vocabulary has four


def written(terms: Iterable[Term], form: str) -> bytes:
    """The vocabulary as `ttl` (Turtle) or `jsonld` (JSON-LD), in UTF-8."""
    graph = graph_of(list(terms))
    if form == "ttl":
        return bytes(graph.serialize(format=FORMATS[form], encoding="utf-8"))
    compact = graph.serialize(format=FORMATS[form], context=CONTEXT, auto_compact=True)
    in_order = json.dumps(_ordered(json.loads(compact)), ensure_ascii=False, indent=1)
    return f"{in_order}\n".encode()


def _ordered(part: Any) -> Any:
    """The same document in one order, whatever that of the graph was: one that can be compared."""
    if isinstance(part, dict):
        return {name: _ordered(part[name]) for name in sorted(part)}
    if isinstance(part, list):
        return sorted(map(_ordered, part), key=lambda one: json.dumps(one, sort_keys=True))
    return part


def graph_of(terms: list[Term]) -> Graph:
    """The concepts of one scheme, with both directions of each relation."""
    graph = Graph()
    for prefix, address in CONTEXT.items():
        graph.bind(prefix, address)
    scheme = URIRef(f"{settings.SITE_URL}{reverse('topics')}")
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, DCTERMS.title, Literal(settings.SITE_NAME)))
    by_name = {term.name: URIRef(term.address) for term in terms}
    below = narrower_of(terms)
    for term in terms:
        _add(graph, term, scheme, by_name)
        for one in below.get(term.name, ()):
            graph.add((by_name[term.name], SKOS.narrower, by_name[one.name]))
    return graph


def _add(graph: Graph, term: Term, scheme: URIRef, by_name: dict[str, URIRef]) -> None:
    concept = by_name[term.name]
    graph.add((concept, RDF.type, SKOS.Concept))
    graph.add((concept, SKOS.inScheme, scheme))
    graph.add((concept, SKOS.prefLabel, Literal(term.name)))
    for language, label in term.labels.items():
        graph.add((concept, SKOS.prefLabel, Literal(label, lang=language)))
    for alias in term.aliases:
        graph.add((concept, SKOS.altLabel, Literal(alias)))
    for cue in term.cues:
        graph.add((concept, NCR.cue, Literal(cue)))
    if term.description:
        graph.add((concept, SKOS.definition, Literal(term.description)))
    if term.uri:
        graph.add((concept, SKOS.exactMatch, URIRef(term.uri)))
    if term.broader in by_name:
        graph.add((concept, SKOS.broader, by_name[term.broader]))
    else:
        graph.add((concept, SKOS.topConceptOf, scheme))
        graph.add((scheme, SKOS.hasTopConcept, concept))
    for other in term.related:
        graph.add((concept, SKOS.related, by_name[other]))


def read(source: str, form: str) -> list[Term]:
    """The concepts of a document, in the order of their names; raises Refused where it is none.

    Nothing is fetched: a JSON-LD document brings its context along.
    """
    if form == "jsonld":
        _check_own_context(source)
    graph = Graph()
    try:
        graph.parse(data=source, format=FORMATS[form], publicID="urn:ncr:file:")
    except Exception as error:  # rdflib's parsers raise whatever comes up in them
        raise Refused(_("This cannot be read as %(form)s: %(why)s") % _told(form, error)) from error
    concepts = set(graph.subjects(RDF.type, SKOS.Concept)) | set(graph.subjects(SKOS.prefLabel))
    if not concepts:
        raise Refused(_("There is no SKOS concept in this file."))
    names = {one: name for one in concepts if (name := _name_of(graph, one))}
    terms = [_term(graph, one, names) for one in names]
    return sorted(terms, key=lambda term: (term.name, term.address))


def _told(form: str, error: Exception) -> dict[str, str]:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return {"form": {"ttl": "Turtle", "jsonld": "JSON-LD"}[form], "why": lines[0][:200]}


def _check_own_context(source: str) -> None:
    """Refuses a context that is only named: reading it would fetch an address of the file's."""
    try:
        document = json.loads(source)
    except (ValueError, RecursionError) as error:
        raise Refused(
            _("This cannot be read as %(form)s: %(why)s") % _told("jsonld", error)
        ) from error
    waiting = [(document, 0)]
    while waiting:
        part, depth = waiting.pop()
        if depth > DEEPEST:
            raise Refused(_("The parts of this file are nested too deeply for a vocabulary."))
        if isinstance(part, dict):
            contexts = part.get("@context", [])
            listed = contexts if isinstance(contexts, list) else [contexts]
            if any(isinstance(one, str) for one in listed) or "@import" in part:
                raise Refused(
                    _(
                        "This file names a context that stands elsewhere. Nothing is fetched here;"
                        " write the context into the file."
                    )
                )
            waiting += [(one, depth + 1) for one in part.values()]
        elif isinstance(part, list):
            waiting += [(one, depth + 1) for one in part]


def _labels(graph: Graph, concept: Any, kind: Any) -> list[tuple[str, str]]:
    """Language and words of each label, those without a language first."""
    found = [one for one in graph.objects(concept, kind) if isinstance(one, Literal)]
    return sorted((one.language or "", normalise(str(one))) for one in found)


def _name_of(graph: Graph, concept: Any) -> str:
    """The name without a language; else that in the site's own, else the first."""
    labels = dict(reversed(_labels(graph, concept, SKOS.prefLabel)))
    own = settings.LANGUAGE_CODE
    return labels.get("") or labels.get(own) or next(iter(sorted(labels.values())), "")


def _term(graph: Graph, concept: Any, names: dict[Any, str]) -> Term:
    name = names[concept]
    labels = {
        language: words
        for language, words in _labels(graph, concept, SKOS.prefLabel)
        if language and words != name
    }
    others = [
        words
        for kind in (SKOS.altLabel, SKOS.hiddenLabel)
        for _l, words in _labels(graph, concept, kind)
    ]
    above = [*graph.objects(concept, SKOS.broader), *graph.subjects(SKOS.narrower, concept)]
    beside = [*graph.objects(concept, SKOS.related), *graph.subjects(SKOS.related, concept)]
    said = _labels(graph, concept, SKOS.definition) or _labels(graph, concept, SKOS.scopeNote)
    matches = sorted(normalise(str(one)) for one in graph.objects(concept, SKOS.exactMatch))
    return Term(
        name=name,
        address=normalise(str(concept)),
        description=said[0][1] if said else "",
        aliases=list(dict.fromkeys(others)),
        labels=labels,
        cues=[words for _language, words in _labels(graph, concept, NCR.cue)],
        broader=min((names[one] for one in above if one in names), default=""),
        related=sorted({names[one] for one in beside if one in names}),
        uri=matches[0] if matches else "",
        place=normalise(str(concept)),
    )
