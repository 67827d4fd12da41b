"""What stands around the marks of notes and before the notes themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.importers.dom.inline import Run
from articles.markdown.inline import Mark, Text

LABEL_TAIL = r"[\])）】]?[.:)]?"


def without_brackets(runs: Sequence[Run]) -> list[Run]:
    """The runs without brackets that stand outside of a note's mark, which brings its own."""
    kept = list(runs)
    for place, run in enumerate(runs):
        if not isinstance(run.leaf, Mark) or not 0 < place < len(kept) - 1:
            continue
        before, after = kept[place - 1], kept[place + 1]
        if not (isinstance(before.leaf, Text) and isinstance(after.leaf, Text)):
            continue
        for opening, closing in ("[]", "()"):
            if before.leaf.value.endswith(opening) and after.leaf.value.startswith(closing):
                kept[place - 1] = replace(before, leaf=Text(before.leaf.value[:-1]))
                kept[place + 1] = replace(after, leaf=Text(after.leaf.value[1:]))
    return kept


def without_label(runs: Sequence[Run], label: str) -> list[Run]:
    """The first words of a note without the number or sign that its mark has."""
    if not runs or not isinstance(runs[0].leaf, Text):
        return list(runs)
    pattern = (
        rf"[\s^↑]*[\[(（【]?\s*{re.escape(label)}\s*{LABEL_TAIL}(?:\s+|$)" if label else r"[\s^↑]+"
    )
    found = re.match(pattern, runs[0].leaf.value)
    if found is None and label and len(runs) > 1 and runs[0].leaf.value.strip("[]() .") == label:
        return list(runs[1:])
    if found is None:
        return list(runs)
    rest = runs[0].leaf.value[found.end() :]
    return ([replace(runs[0], leaf=Text(rest))] if rest else []) + list(runs[1:])
