"""Markdown for property tests: from lines of signs that act, to whole texts that mean something."""

from __future__ import annotations

from hypothesis import strategies as st

# Each of them acts somewhere: in Markdown, in Unicode, or in HTML.
ACTING = "*_`[]()!<>~^$|\\#-+=:.&;'\"{}/1a0Z\t\n \n "
LETTERS = "aé字\u0301\u05d0ا😀\u200d\u1161\uac00\xa0\xad\u200b\u3000\u0130ß"
CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\x0b\x0c\r\x85\u2028"
UNSAYABLE = "\x00\x01\x1b\x7f\ud800\udfff\ufffe\uffff"

FRAGMENTS = (
    "*a*", "**b**", "***", "_c_", "__", "~~d~~", "~e~", "^f^", "`g`", "``", "` `", "$x^2$", "$$y$$",
    "$5", "[h](https://example.org/)", "[", "](", ")", "![i](j.png)", "![k](l \"m\")", "<", ">",
    "<https://example.org/>", "https://example.org/n_o?p=q&r.", "[^1]", "[^1]: s", "[t][u]",
    "[u]: /v", "&amp;", "&#97;", "&nbsp;", "\\", "\\\n", "  \n", "\n", "\n\n", "\n    ", "\t", " ",
    "# ", "## w ##", "===", "---", "***\n", "> ", ">", "- ", "* ", "1. ", "2) ", "0. ", "```",
    "~~~",
    "|", "| x | y |\n| - | :-: |\n| z | `|` |", "|-|", ":", "!", "a", "b c", "é",
    "e\u0301", "\u0301",
    "שלום", "كلمة", "\u202e", "\u2066", "\u2069", "\u202c", "\x00", "\ud800", "<b>", "<script>",
    "javascript:a()", "[x](javascript:a)", "[x](data:text/html,a)", "<!-- -->", "字", "😀", ".",
    "1",
)  # fmt: skip

WORDS = (
    "word",
    "other",
    "longer words",
    "a",
    "Ωμέγα",
    "слово",
    "e\u0301",
    "x < y & z",
    "2.",
    "#",
    "-",
)


def signs() -> st.SearchStrategy[str]:
    """Characters that act, in any order."""
    return st.text(alphabet=ACTING + LETTERS + CONTROLS + UNSAYABLE, max_size=60)


def fragments() -> st.SearchStrategy[str]:
    """Pieces of Markdown, in any order."""
    return st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)


def inline() -> st.SearchStrategy[str]:
    """Words with marks inside each other."""
    return st.recursive(st.sampled_from(WORDS), _marked, max_leaves=6)


def _marked(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    forms = (
        "*{}*",
        "**{}**",
        "_{}_",
        "~~{}~~",
        "[{}](/to_here)",
        "![{}](/seen.png)",
        "`{}`",
        "{}[^n]",
        "^{}^",
        "~{}~",
        "$x^{{{}}}$",
    )
    return st.one_of(
        st.tuples(st.sampled_from(forms), inner).map(lambda made: made[0].format(made[1])),
        st.tuples(inner, st.sampled_from(("", " ", "\\\n", "\n")), inner).map("".join),
    )


def texts() -> st.SearchStrategy[str]:
    """Whole texts: blocks within containers, with footnotes."""
    body = st.lists(_blocks(), min_size=1, max_size=5).map("\n\n".join)
    return st.tuples(body, inline()).map(
        lambda made: f"{made[0]}\n\n[^n]: {made[1].replace(chr(10), ' ')}"
    )


def _blocks() -> st.SearchStrategy[str]:
    return st.recursive(_leaf_blocks(), _contained, max_leaves=5)


def _leaf_blocks() -> st.SearchStrategy[str]:
    one_line = inline().map(lambda words: words.replace("\n", " "))
    cell = one_line.map(lambda words: words.replace("|", "\\|"))
    return st.one_of(
        inline(),
        st.tuples(st.integers(1, 6), one_line).map(lambda made: f"{'#' * made[0]} {made[1]}"),
        signs().map(lambda code: f"`````py\n{code.replace('`', '')}\n`````"),
        st.tuples(cell, cell, cell, cell).map(
            lambda made: f"| {made[0]} | {made[1]} |\n|:--|--:|\n| {made[2]} | {made[3]} |"
        ),
        st.tuples(one_line, one_line).map(lambda made: f'![{made[0]}](/p.png "{made[1]}")'),
        st.just("---"),
        st.just("    indented\n\n      code"),
    )


def _contained(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    marks = st.sampled_from(("> ", "- ", "* ", "1. ", "7) ", "0. "))
    several = st.lists(inner, min_size=1, max_size=3).map("\n\n".join)
    return st.tuples(marks, several).map(lambda made: _indented(*made))


def _indented(mark: str, body: str) -> str:
    rest = mark if mark == "> " else " " * len(mark)
    first, *others = body.split("\n")
    return "\n".join([mark + first, *(rest + line for line in others)])


def any_markdown() -> st.SearchStrategy[str]:
    return st.one_of(signs(), fragments(), texts())
