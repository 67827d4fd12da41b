"""What holds for any text in any script."""

from hypothesis import assume, given
from hypothesis import strategies as st

from annotations.anchoring.describing import Selector, describe
from annotations.anchoring.following import Outcome
from annotations.anchoring.placing import place
from articles.aligning.tokens import Tokens, fold

ODDITIES = (
    "e\u0301",
    "👩‍👩‍👧",
    "🇩🇪",
    "👍🏽",
    "\r\n",
    "שלום",
    "\u200f",
    "漢",
    "字",
    "ครับ",
    "नि",
    "ﬁ",
    "İ",
    "ß",
)
WORDS = st.one_of(
    st.sampled_from(("the", "of", "river", "school", "river,", "Then", ".", "\n", "\n")),
    st.sampled_from(ODDITIES),
    st.text(max_size=6),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join).filter(lambda text: text != "")


@st.composite
def anchored(draw: st.DrawFn) -> tuple[str, Selector]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, describe(text, start, draw(st.integers(start + 1, len(text))))


@given(anchored())
def test_placing_in_the_same_text_is_the_identity(case: tuple[str, Selector]) -> None:
    text, anchor = case

    placement = place([anchor], text, text)[0]

    assert placement.span == (anchor.start, anchor.end)
    assert placement.outcome is Outcome.UNCHANGED
    assert placement.confidence == 1
    assert not placement.is_asked
    assert not placement.is_moved


@given(anchored(), TEXTS)
def test_a_span_stays_in_the_text_and_is_never_empty(case: tuple[str, Selector], new: str) -> None:
    text, anchor = case

    placement = place([anchor], text, new)[0]

    assert (placement.span is None) == (placement.outcome is Outcome.ORPHANED)
    if placement.span is not None:
        start, end = placement.span
        assert 0 <= start < end <= len(new)
    assert 0 <= placement.confidence <= 1


FAR = st.lists(
    st.text("qxzQXZ ", min_size=3, max_size=30).filter(str.strip), min_size=1, max_size=5
)


@given(anchored(), FAR, FAR)
def test_text_added_far_away_changes_nothing(
    case: tuple[str, Selector], before: list[str], after: list[str]
) -> None:
    text, anchor = case
    assume(anchor.quote == anchor.quote.strip())
    head = "\n".join(before) + "\n"

    placement = place([anchor], text, head + text + "\n" + "\n".join(after))[0]

    assert placement.span == (anchor.start + len(head), anchor.end + len(head))
    assert placement.outcome is Outcome.UNCHANGED


@given(
    st.lists(st.sampled_from(ODDITIES), min_size=1, max_size=12),
    st.lists(st.sampled_from(ODDITIES), max_size=6),
)
def test_no_script_shifts_an_offset(odd: list[str], more: list[str]) -> None:
    old = " ".join(odd) + "\nThe lamp was lit by hand every evening.\n" + " ".join(odd)
    new = " ".join(more + odd) + "\nThe lamp was lit by hand every evening.\n" + " ".join(odd)
    start = old.index("lit by hand")

    placement = place([describe(old, start, start + 11)], old, new)[0]

    assert placement.span == (new.index("lit by hand"), new.index("lit by hand") + 11)


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.lists(st.one_of(st.sampled_from(ODDITIES), st.text(max_size=4))).map("".join))
def test_tokens_are_in_order_and_hold_all_but_space(text: str) -> None:
    tokens = Tokens()
    tokens.add(text, 0)
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    held = [False] * len(text)

    assert spans == sorted(spans)
    assert all(start < end for start, end in spans)
    for start, end in spans:
        assert not any(held[start:end])
        held[start:end] = [True] * (end - start)
    assert all(held[at] or one.isspace() for at, one in enumerate(text))


def test_marks_and_emoji_stay_whole() -> None:
    tokens = Tokens()
    tokens.add("cafe\u0301 हिन्दी 日本 ครับ 👩‍👩‍👧👍🏽 🇩🇪🇫🇷 two_words", 0)

    assert tokens.words == [
        *("cafe\u0301", "हिन्दी", "日", "本", "ค", "รั", "บ"),
        *("👩‍👩‍👧", "👍🏽", "🇩🇪", "🇫🇷", "two", "_", "words"),
    ]
