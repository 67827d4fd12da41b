"""What a block is, as the rest of the application sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from articles.sanitising import SanitisedHtml


@dataclass(frozen=True)
class BlockContent:
    """One block: `text` is the text content of `html`, as docs/markdown.md defines for its kind."""

    kind: str
    level: int
    text: str
    html: SanitisedHtml
    attrs: dict[str, Any] = field(default_factory=dict)

    @property
    def within(self) -> list[str]:
        """The containers the block stands in, outermost first: blockquote, ul, ol, li."""
        return list(self.attrs.get("within", ()))

    @property
    def joins(self) -> int:
        """How many of them already stood open around the block before."""
        return int(self.attrs.get("joins", 0))
