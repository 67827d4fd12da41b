"""The API's description (OpenAPI 3.1), with what the framework leaves out: how it fails."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.operation import Operation

from annotations.api.problems import PROBLEM

ERROR = {
    "type": "object",
    "title": "Error",
    "required": ["field", "message"],
    "properties": {
        "field": {"type": "string", "description": "The member that the message is about."},
        "message": {"type": "string"},
    },
}
# RFC 9457, 3.1, and `errors` as one of its extensions
DOCUMENT = {
    "type": "object",
    "title": "Problem",
    "required": ["type", "title", "status", "detail", "errors"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What to tell the reader."},
        "errors": {"type": "array", "items": {"$ref": "#/components/schemas/Error"}},
        "current": {"type": "string", "description": "With 409: the text that stands now."},
        "version": {"type": "integer", "description": "With 409: which version that is."},
    },
}
FAILING = {
    "description": "A problem document (RFC 9457). With 429, Retry-After says how long to wait.",
    "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


class DescribedAPI(NinjaAPI):
    """An API whose operations are called like their functions, and say how they fail."""

    def get_openapi_schema(self, **given: Any) -> Any:
        document = super().get_openapi_schema(**given)
        document["components"].setdefault("schemas", {}).update(Problem=DOCUMENT, Error=ERROR)
        for item in document["paths"].values():
            for operation in item.values():
                operation["responses"]["default"] = FAILING
        return document

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__
