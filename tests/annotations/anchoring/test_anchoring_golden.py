"""Named cases: brackets mark the quotation in the old text, and where it should be in the new."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.anchoring.describing import describe
from annotations.anchoring.following import Outcome
from annotations.anchoring.placing import place

CASES = json.loads((Path(__file__).parent / "golden" / "placing.json").read_text("utf-8"))


def unmarked(blocks: list[str]) -> tuple[str, tuple[int, int] | None]:
    text = "\n".join(blocks)
    if "[" not in text:
        return text, None
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), (start, end)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_golden(case: dict[str, Any]) -> None:
    old, marked = unmarked(case["old"])
    new, expected = unmarked(case["new"])
    assert marked is not None

    placement = place([describe(old, *marked)], old, new)[0]

    assert placement.span == expected
    assert placement.outcome == case["outcome"]
    assert placement.is_asked == case.get("asked", False)
    if placement.outcome is not Outcome.ORPHANED:
        assert placement.is_moved == case.get("moved", placement.is_moved)
        assert 0 < placement.confidence <= 1


def test_a_deleted_sentence_that_comes_back_is_found_from_where_it_last_stood() -> None:
    first = "The hall is cold. Bring a coat. Doors close at nine."
    anchor = describe(first, 18, 31)
    without = "The hall is cold. Doors close at nine."
    again = "Welcome. The hall is cold. Bring a coat. Doors close at nine sharp."

    assert place([anchor], first, without)[0].outcome is Outcome.ORPHANED
    returned = place([anchor], first, again)[0]

    assert returned.span is not None
    assert again[slice(*returned.span)] == "Bring a coat."
    assert returned.outcome is Outcome.UNCHANGED
