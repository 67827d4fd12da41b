"""Stand-in until the engine comes."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    outcome: str
    span: tuple[int, int] | None
    certainty: int = 100
    is_doubtful: bool = False


def place_spans(old: str, new: str, spans: Sequence[tuple[int, int]]) -> list[Placed]:
    answers = []
    for start, end in spans:
        quote = old[start:end]
        if new.count(quote) == 1:
            at = new.index(quote)
            answers.append(Placed("unchanged", (at, at + len(quote))))
            continue
        before, after = old[max(0, start - 20) : start], old[end : end + 20]
        if before and after and before in new and after in new[new.index(before) :]:
            begin = new.index(before) + len(before)
            until = new.index(after, begin)
            if until > begin:
                answers.append(
                    Placed("edited", (begin, until), 60, is_doubtful=until - begin < len(quote) / 2)
                )
                continue
        answers.append(Placed("orphaned", None, 0))
    return answers
