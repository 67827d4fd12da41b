"""What is kept of a selection, so that it can be found again."""

from dataclasses import dataclass

CONTEXT = 32  # code points before and after, as most annotation clients keep


class SpanOutside(ValueError):
    """A span that is empty, reversed, or not within its text."""


@dataclass(frozen=True)
class Selector:
    """A passage by position and by quotation (W3C Web Annotation Data Model, 4.2.4, 4.2.5)."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


def describe(text: str, start: int, end: int) -> Selector:
    """The selector of `text[start:end]`.

    Raises SpanOutside unless 0 <= start < end <= len(text).
    """
    if not 0 <= start < end <= len(text):
        raise SpanOutside(f"{start}..{end} is not a span of a text of {len(text)}")
    return Selector(
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def same_words(one: str, other: str) -> bool:
    """Whether two quotations are the same but for white space, which browsers fold."""
    return " ".join(one.split()) == " ".join(other.split())
