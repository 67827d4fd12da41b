"""Stand-in until the engine comes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Continued:
    key: str = ""
    absorbed: list[str] = field(default_factory=list)


def continued_blocks(
    old: Sequence[tuple[str, str]],
    new: Sequence[str],
    earlier: Sequence[tuple[str, str]] = (),
) -> list[Continued]:
    left = dict(old)
    found = [Continued() for _ in new]
    for pool in (left, dict(earlier)):
        for i, text in enumerate(new):
            if found[i].key:
                continue
            for key, words in pool.items():
                if words == text:
                    found[i] = Continued(key)
                    del pool[key]
                    break
        for i, text in enumerate(new):
            if found[i].key:
                continue
            for key, words in pool.items():
                if SequenceMatcher(None, words, text).ratio() > 0.6:
                    found[i] = Continued(key)
                    del pool[key]
                    break
    return found
