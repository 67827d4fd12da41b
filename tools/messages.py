"""The project's messages: found in its sources, and kept in the catalogue of a language.

    tools/messages.py fr        ncr/locale/fr/LC_MESSAGES/django.po and .mo

Writes what is new into the .po, keeps what is translated, marks as fuzzy what was reworded, and
makes the .mo, which is what the site reads. `docs/translating.md` tells the rest. Needs no GNU
gettext: templates are read by Django's own `templatize`, Python by its syntax tree.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import polib

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "ncr" / "locale"
SOURCES = ("annotations", "articles", "ncr")
TEMPLATES = ROOT / "templates"
# Which arguments of a call are the message: context, one, many
CALLS = {
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
TEXT = r"""u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
IN_TEMPLATE = re.compile(rf"\b(n?p?gettext|_)\(\s*{TEXT}(?:\s*,\s*{TEXT})?(?:\s*,\s*{TEXT})?", re.S)


class Message(NamedTuple):
    """What is said: in what context, and how it is said of many; empty where there is none."""

    context: str
    one: str
    many: str


def messages() -> dict[Message, list[tuple[str, int]]]:
    """All messages of the project, each with where it stands: file and line."""
    found: dict[Message, list[tuple[str, int]]] = {}
    for path in sources():
        text = path.read_text(encoding="utf-8")
        place = str(path.relative_to(ROOT))
        read = of_python if path.suffix == ".py" else of_template
        for message, line in read(text, place):
            found.setdefault(message, []).append((place, line))
    return with_plurals(found)


def with_plurals(found: dict[Message, list[tuple[str, int]]]) -> dict[Message, Any]:
    """The messages, those that are said of one alone taken into the same said of many.

    A catalogue has one entry for both.
    """
    many = {(one.context, one.one): one for one in found if one.many}
    merged: dict[Message, list[tuple[str, int]]] = {}
    for message, places in found.items():
        into = many.get((message.context, message.one), message)
        merged.setdefault(into, []).extend(places)
    return merged


def sources() -> list[Path]:
    python = [path for name in SOURCES for path in (ROOT / name).rglob("*.py")]
    templates = [path for path in TEMPLATES.rglob("*") if path.suffix in (".html", ".txt")]
    return sorted(path for path in [*python, *templates] if "migrations" not in path.parts)


def of_python(text: str, place: str) -> Iterator[tuple[Message, int]]:
    """Messages of calls like `_("...")` and `ngettext_lazy("...", "...", n)`.

    A message that is put together of parts that are not all written there raises ValueError:
    nobody could translate it.
    """
    tree = ast.parse(text)
    names = _names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            called = node.func.id if isinstance(node.func, ast.Name) else called
            if places := CALLS.get(_plain(names.get(called, called))):
                given = [None if at is None else node.args[at] for at in places]
                # What is handed on was written, and found, where it came from
                if isinstance(given[1], ast.Name | ast.Attribute | ast.Subscript):
                    continue
                yield Message(*(_literal(one, place, node.lineno) for one in given)), node.lineno


def _names(tree: ast.AST) -> dict[str, str]:
    """What the functions of gettext are called in a module."""
    return {
        one.asname or one.name: one.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for one in node.names
    }


def _plain(name: str) -> str:
    return name.removesuffix("_lazy").removesuffix("_noop")


def _literal(node: ast.expr | None, place: str, line: int) -> str:
    if node is None:
        return ""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"{place}:{line}: a message must be written out, in one piece")


def of_template(text: str, place: str) -> Iterator[tuple[Message, int]]:
    from django.utils.translation import templatize  # once Django's settings can be read

    code = templatize(text, origin=place)
    for call in IN_TEMPLATE.finditer(code):
        given = [ast.literal_eval(one) for one in call.groups()[1:] if one]
        at = CALLS["gettext" if call[1] == "_" else call[1]]
        yield (
            Message(*("" if one is None else given[one].replace("%%", "%") for one in at)),
            code.count("\n", 0, call.start()) + 1,
        )


def catalogue(language: str, plural_forms: str) -> polib.POFile:
    """All messages with nothing translated."""
    made = polib.POFile(wrapwidth=98)
    made.metadata = {
        "Project-Id-Version": "NCR",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
    }
    made.extend(entry(message, places) for message, places in sorted(messages().items()))
    return made


def entry(message: Message, places: list[tuple[str, int]]) -> polib.POEntry:
    filled = "%(" in message.one or "%(" in message.many
    return polib.POEntry(
        msgctxt=message.context or None,
        msgid=message.one,
        msgid_plural=message.many,
        msgstr_plural={0: "", 1: ""} if message.many else {},
        # Without the lines, which would change with every change of the sources
        occurrences=sorted({(place, "") for place, _line in places}),
        flags=["python-format"] if filled else [],
    )


def keep(language: str) -> Path:
    """Brings the catalogue of a language up to date, and makes what the site reads."""
    from django.utils.translation import to_locale

    path = LOCALE / to_locale(language) / "LC_MESSAGES" / "django.po"
    forms = plural_forms(language)
    now = catalogue(language, forms)
    if path.exists():
        before = polib.pofile(str(path), wrapwidth=98)
        before.merge(now)
        before.sort(key=lambda one: (one.obsolete, one.msgctxt or "", one.msgid))
        now = before
    path.parent.mkdir(parents=True, exist_ok=True)
    now.save(str(path))
    now.save_as_mofile(str(path.with_suffix(".mo")))
    sys.stdout.write(
        f"{path.relative_to(ROOT)}: {now.percent_translated()} % of {len(now)} translated\n"
    )
    return path


def plural_forms(language: str) -> str:
    """How Django's own catalogue counts in the language."""
    import django
    from django.utils.translation import to_locale

    home = Path(django.__file__).parent / "conf" / "locale"
    path = home / to_locale(language) / "LC_MESSAGES" / "django.po"
    if not path.exists():
        raise SystemExit(f"Django knows no language {language!r}; see {home}.")
    return str(polib.pofile(str(path)).metadata["Plural-Forms"])


if __name__ == "__main__":
    import os

    import django as _django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ncr.settings")
    sys.path.insert(0, str(ROOT))
    _django.setup()
    if len(sys.argv) < 2:
        raise SystemExit("Which language? For one: make messages LANGUAGES=fr")
    for _code in sys.argv[1:]:
        keep(_code)
