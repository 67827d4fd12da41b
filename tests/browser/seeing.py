"""What a person can see of a page as it stands."""

from __future__ import annotations

from playwright.sync_api import Locator


def is_uncovered(part: Locator) -> bool:
    """Whether what stands in the middle of it can be seen there."""
    found: bool = part.evaluate(
        """(part) => {
            const { left, top, width, height } = part.getBoundingClientRect();
            return part.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }"""
    )
    return found
