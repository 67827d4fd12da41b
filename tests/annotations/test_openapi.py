"""The description of the API is an OpenAPI document (3.1.0) and leaves nothing out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

from annotations.api.endpoints import api

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
PROBLEM = "application/problem+json"


@pytest.fixture
def described() -> dict[str, Any]:
    response = Client().get(reverse("api:openapi-json"))
    assert response["Content-Type"].startswith("application/json")
    document: dict[str, Any] = response.json()
    return document


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        assert set(item) <= METHODS | {"parameters", "summary", "description", "servers"}
        for method in METHODS & set(item):
            yield path, method, item[method]


def every(value: Any, key: str) -> Iterator[Any]:
    """What stands under `key` anywhere in a document."""
    if isinstance(value, dict):
        if key in value:
            yield value[key]
        for one in value.values():
            yield from every(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from every(one, key)


def test_it_has_what_the_specification_asks_for(described: dict[str, Any]) -> None:
    assert re.fullmatch(r"3\.1\.\d+", described["openapi"])
    assert described["info"]["title"]
    assert described["info"]["version"]
    assert all(path.startswith("/") for path in described["paths"])
    names = [operation["operationId"] for _path, _method, operation in operations(described)]
    assert len(names) == len(set(names))
    for path, method, operation in operations(described):
        placeholders = set(re.findall(r"{(\w+)}", path))
        parameters = operation.get("parameters", [])
        in_path = {one["name"] for one in parameters if one["in"] == "path"}
        assert in_path == placeholders, path
        assert all(one["required"] for one in parameters if one["in"] == "path")
        assert all("schema" in one for one in parameters)
        assert len({(one["name"], one["in"]) for one in parameters}) == len(parameters)
        assert operation["responses"], path
        assert all(re.fullmatch(r"[1-5](\d\d|XX)|default", one) for one in operation["responses"])
        assert all(answer["description"] for answer in operation["responses"].values())
        assert ("requestBody" in operation) <= (method in {"post", "put", "patch"})


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    references = set(every(described, "$ref"))
    assert references
    for reference in references:
        found: Any = described
        assert reference.startswith("#/")
        for step in reference[2:].split("/"):
            found = found[step]
        assert found


def test_every_endpoint_is_described_with_its_methods(described: dict[str, Any]) -> None:
    there = {
        (re.sub(r"{\w+:(\w+)}", r"{\1}", f"/api{path}"), method.lower())
        for _prefix, router in api._routers
        for path, view in router.path_operations.items()
        for operation in view.operations
        for method in operation.methods
    }
    assert {(path, method) for path, method, _operation in operations(described)} == there
    resolver = next(
        one
        for one in get_resolver().url_patterns
        if isinstance(one, URLResolver) and one.namespace == "api"
    )
    routes = {str(one.pattern) for one in resolver.url_patterns} - {"", "openapi.json"}
    assert len(described["paths"]) == len(routes)


def test_every_operation_says_what_it_does_and_how_it_fails(described: dict[str, Any]) -> None:
    for path, method, operation in operations(described):
        assert operation["description"].endswith("."), path
        problem = operation["responses"]["default"]["content"]
        assert list(problem) == [PROBLEM], path
        members = set(resolved(described, problem[PROBLEM]["schema"])["properties"])
        assert {"type", "title", "status", "detail", "errors"} <= members
        # one's own choices, and what one brings in oneself
        is_own = path.endswith("/audiences") or path.startswith("/api/imports")
        asks_who = method != "get" or is_own
        assert bool(operation.get("security")) == asks_who, path


def resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for step in schema.get("$ref", "#/")[2:].split("/"):
        document = document[step]
    return document
