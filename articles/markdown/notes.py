"""Footnotes: their definitions taken out of the text, their marks numbered as they are met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token


class Notes:
    """The footnotes of one text."""

    def __init__(self) -> None:
        self._definitions: dict[str, list[Token]] = {}
        self._order: list[str] = []

    def without_definitions(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens without the definitions of footnotes, which are kept here by label."""
        stacks: list[list[Token]] = [[]]
        labels: list[str] = []
        for token in tokens:
            if token.type == "footnote_reference_open":
                labels.append(str(token.meta["label"]))
                stacks.append([])
            elif token.type == "footnote_reference_close":
                # of two definitions with one label the first counts, as with links
                self._definitions.setdefault(labels.pop(), stacks.pop())
            else:
                stacks[-1].append(token)
        return stacks[0]

    def number_of(self, label: str) -> int:
        """The number of the footnote with that label; numbers go by first mention."""
        if label not in self._order:
            self._order.append(label)
        return self._order.index(label) + 1

    def in_order(self) -> Iterator[tuple[int, list[Token]]]:
        """The mentioned footnotes with their tokens; reading one may add those it mentions."""
        done = 0
        while done < len(self._order):
            yield done + 1, self._definitions.get(self._order[done], [])
            done += 1
