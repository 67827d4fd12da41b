"""What a refused text says can be translated."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.utils.translation import gettext

from articles.importers import ImportRefused, read_document
from articles.refusing import TextRefused

ENGLISH = "This is %(what)s, not plain text or Markdown. Save it as plain text (UTF-8)."
FRENCH = {ENGLISH: "C’est %(what)s.", "a PDF": "un PDF"}


def test_a_refusal_is_translated_with_its_phrases() -> None:
    with pytest.raises(ImportRefused) as refused:
        read_document(b"%PDF-1.7", "a.txt")
    assert refused.value.words(lambda message: FRENCH[message]) == "C’est un PDF."
    assert refused.value.words(gettext) == str(refused.value)
    assert str(refused.value) == ENGLISH % {"what": "a PDF"}


def test_a_refusal_without_values_is_translated_too() -> None:
    assert TextRefused("100 % of it").words(str.upper) == "100 % OF IT"


def test_every_refusal_is_marked_for_translation() -> None:
    """What is raised is made of `gettext_noop` and numbers, so that makemessages finds it."""
    for path in Path("articles").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text())):
            name = getattr(getattr(call, "func", None), "id", "")
            if isinstance(call, ast.Call) and name in ("ImportRefused", "MarkdownRefused"):
                template = ast.unparse(call.args[0])
                assert template.startswith(("gettext_noop(", "error.template")), path
