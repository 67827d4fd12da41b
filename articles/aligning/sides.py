"""One of the two texts of an alignment, in blocks, with the words of those that were changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from articles.aligning.tokens import Tokens

Span = tuple[int, int]  # from and until


@dataclass(slots=True)
class Side:
    """`links[k]` is the token of the other side that token k is the same as, or -1."""

    text: str
    blocks: Sequence[str]
    at: list[int]  # where each block starts, and one past the end of the last one's line feed
    tokens: Tokens = field(default_factory=Tokens)
    spans: dict[int, Span] = field(default_factory=dict)  # the tokens of each block that was read
    weights: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, blocks: Sequence[str]) -> "Side":
        at = list(accumulate((len(block) + 1 for block in blocks), initial=0))
        return cls("\n".join(blocks), blocks, at)

    def read(self, blocks: Iterable[int]) -> None:
        """Divides these blocks, and no others, into tokens."""
        for block in blocks:
            first = len(self.tokens.words)
            self.tokens.add(self.blocks[block], self.at[block])
            self.spans[block] = (first, len(self.tokens.words))
        self.weights = self.tokens.weights()
        self.links = [-1] * len(self.tokens.words)

    def words(self, block: int) -> list[str]:
        first, until = self.spans[block]
        return self.tokens.words[first:until]

    def weight(self, first: int, until: int) -> int:
        return self.weights[until] - self.weights[first]

    def linked_weight(self, first: int, until: int) -> int:
        """What those tokens weigh that have been found on the other side."""
        weights = self.weights
        return sum(weights[k + 1] - weights[k] for k in range(first, until) if self.links[k] >= 0)

    def is_new_block(self, token: int) -> bool:
        """Whether the token is the first one of its block."""
        ends, starts = self.tokens.ends, self.tokens.starts
        return token == 0 or "\n" in self.text[ends[token - 1] : starts[token]]
