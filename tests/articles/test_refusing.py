"""What a refused text says can be translated."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.utils.translation import gettext

from articles.importers import ImportRefused, read_document
from articles.refusing import TextRefused

ENGLISH = (
    "This is %(what)s, which cannot be read here. Save it as Word (.docx), OpenDocument, PDF, HTML"
    " or plain text, and bring that."
)
FRENCH = {ENGLISH: "C’est %(what)s.", "an RTF file": "un fichier RTF"}


def test_a_refusal_is_translated_with_its_phrases() -> None:
    with pytest.raises(ImportRefused) as refused:
        read_document(b"{\\rtf1", "a.txt")
    assert refused.value.words(lambda message: FRENCH[message]) == "C’est un fichier RTF."
    assert refused.value.words(gettext) == str(refused.value)
    assert str(refused.value) == ENGLISH % {"what": "an RTF file"}


def test_a_refusal_without_values_is_translated_too() -> None:
    assert TextRefused("100 % of it").words(str.upper) == "100 % OF IT"


def test_every_refusal_is_marked_for_translation() -> None:
    """What is raised is made of `gettext_noop` and numbers, so that makemessages finds it.

    Or it is a constant that is, or the template of what was refused in another process.
    """
    for path in Path("articles").rglob("*.py"):
        tree = ast.parse(path.read_text())
        constants = {
            ast.unparse(node.targets[0])
            for node in tree.body
            if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("gettext_noop(")
        }
        for call in ast.walk(tree):
            name = getattr(getattr(call, "func", None), "id", "")
            if isinstance(call, ast.Call) and name in ("ImportRefused", "MarkdownRefused"):
                template = ast.unparse(call.args[0])
                known = template in constants or template in ("template", "error.template")
                assert known or template.startswith("gettext_noop("), path
