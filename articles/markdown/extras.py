"""Inline rules that CommonMark lacks: subscript, superscript and formulas."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_inline import StateInline

from articles.markdown.limits import MAX_FORMULA
from articles.markdown.mathml import mathml_from_tex

# One word between the signs, in which the sign itself and backslashes are escaped.
RAISED = re.compile(r"\^((?:\\\S|[^\s\\^])+)\^(?!\^)")
LOWERED = re.compile(r"~((?:\\\S|[^\s\\~])+)~(?!~)")

# Pandoc's rule, which keeps "$5 and $10" as it is: no space inside the signs, no digit after.
FORMULA = re.compile(r"(\$\$?)(?![\s$])((?:\\[^\n]|[^\\$])+?)(?<!\s)\1(?![\d$])")


def extras(parser: MarkdownIt) -> None:
    """Teaches the parser `~x~`, `^x^`, `$x$` and `$$x$$`."""
    parser.inline.ruler.before("strikethrough", "lowered", lowered)
    parser.inline.ruler.before("strikethrough", "raised", raised)
    parser.inline.ruler.after("escape", "formula", formula)


def notes_as_words(parser: MarkdownIt) -> None:
    """Lets `[^1]: https://example.org/` be words, where otherwise it would define a link."""
    parser.block.ruler.at("reference", _reference_but_no_note)


def _reference_but_no_note(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    is_note = state.src.startswith("[^", state.bMarks[first] + state.tShift[first])
    return not is_note and reference(state, first, last, silent)


def lowered(state: StateInline, silent: bool) -> bool:
    return _script(state, silent, LOWERED, "sub")


def raised(state: StateInline, silent: bool) -> bool:
    return _script(state, silent, RAISED, "sup")


def _script(state: StateInline, silent: bool, pattern: re.Pattern[str], tag: str) -> bool:
    found = pattern.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push(f"{tag}_open", tag, 1)
        state.push("text", "", 0).content = unescapeAll(found[1])
        state.push(f"{tag}_close", tag, -1)
    state.pos = found.end()
    return True


def formula(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    found = FORMULA.match(state.src, state.pos, min(state.posMax, state.pos + MAX_FORMULA))
    if found is None:
        return False
    tex = " ".join(found[2].split())
    display = len(found[1]) == 2
    mathml = mathml_from_tex(tex, display=display)
    if mathml is None:
        return False
    if not silent:
        token = state.push("formula", "math", 0)
        token.content = tex
        token.meta = {"display": display, "mathml": mathml}
    state.pos = found.end()
    return True
