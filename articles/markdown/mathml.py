"""TeX to MathML, or nothing where it cannot be done well."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from latex2mathml.converter import convert

from articles.markdown.limits import MAX_FORMULA
from articles.markdown.rereading import text_content
from articles.normalising import continues_letter, normalise
from articles.sanitising import sanitise_block

MAX_BRACES = 20  # the converter recurses
BRACE = re.compile(r"\\.|([{}])")


@lru_cache(maxsize=256)
def mathml_from_tex(tex: str, *, display: bool) -> str | None:
    """The formula as MathML with its TeX in `alttext`, or None where it is no formula.

    White space between elements is left out, so the text content is the formula's own signs.
    """
    if len(tex) > MAX_FORMULA or _depth(tex) > MAX_BRACES:
        return None
    try:
        made = convert(tex)
    except Exception:  # the converter raises whatever it meets, RecursionError included
        return None
    inside = re.sub(r">\s+<", "><", made[made.index(">") + 1 : made.rindex("<")])
    alttext = html.escape(tex, quote=True)
    mode = "block" if display else "inline"
    clean = sanitise_block(f'<math alttext="{alttext}" display="{mode}">{inside}</math>')
    return str(clean) if _is_sayable(text_content(clean)) else None


def _is_sayable(text: str) -> bool:
    """Whether the text can stand among other words without changing them or being changed."""
    return (
        bool(text.strip())
        and normalise(text) == text
        and not ("\n" in text or "\t" in text or continues_letter(text[0]))
    )


def _depth(tex: str) -> int:
    depth = deepest = 0
    for found in BRACE.finditer(tex):
        depth += {"{": 1, "}": -1}.get(found[1] or "", 0)
        deepest = max(deepest, depth)
    return deepest
