from annotations.anchoring.describing import Selector
from annotations.anchoring.following import Outcome
from annotations.anchoring.placing import place
from annotations.anchoring.quoting import place_quote

TEXT = (
    "The harbour is closed in winter. Boats stay in the harbour until May.\n"
    "The committee reads all letters that came in by Friday, and answers most of them.\n"
    "The committee meets on Monday. The committee meets on Tuesday."
)


def found(quote: str, prefix: str = "", suffix: str = "") -> str | None:
    place = place_quote(TEXT, quote, prefix, suffix)
    return None if place is None else TEXT[place.start : place.end]


def test_a_quote_that_occurs_once() -> None:
    assert found("answers most of them") == "answers most of them"


def test_a_quote_but_for_white_space() -> None:
    assert found("until May. The\n committee") == "until May.\nThe committee"


def test_what_stands_around_tells_which() -> None:
    place = place_quote(TEXT, "harbour", "Boats stay in the ", " until May.")

    assert place is not None
    assert place.start == TEXT.rindex("harbour")


def test_a_repeated_quote_without_surroundings_is_not_guessed() -> None:
    assert found("harbour") is None
    assert found("The committee meets on") is None


def test_a_short_quote_among_other_words_is_not_taken() -> None:
    assert found("Friday", "Come to the market on ", ", the fish is fresh") is None


def test_an_approximate_quote() -> None:
    assert (
        found("The comittee reads all the letters that come in by Friday")
        == "The committee reads all letters that came in by Friday"
    )


def test_words_put_into_an_approximate_quote_are_spanned() -> None:
    assert (
        found("reads all letters that came in, and answers most of them")
        == "reads all letters that came in by Friday, and answers most of them"
    )


def test_a_quote_of_half_the_words_of_another_sentence_is_not_taken() -> None:
    assert found("The committee burns all kettles that boiled over in May", ".\n") is None


def test_an_approximate_quote_with_a_near_second_place_is_not_guessed() -> None:
    assert found("The comittee meets on Sunday") is None


def test_a_quote_of_something_else() -> None:
    assert found("Nothing like this was ever written in the text") is None
    assert found("  ") is None


def test_a_very_long_quote_is_found_by_its_ends() -> None:
    words = " ".join(f"word{number}" for number in range(1_000))
    place = place_quote(f"Before. {words} After.", words.replace("word500", "something"))

    assert place is not None
    assert (place.start, place.end) == (8, 8 + len(words))


def test_anchors_that_do_not_fit_their_text_are_placed_by_quote_and_asked() -> None:
    for start, end in ((0, 5), (5, 5), (9, 2), (-3, 4), (10_000, 10_020)):
        anchor = Selector(start, end, "answers most of them", "Friday, and ", ".")

        placement = place([anchor], TEXT, "First. " + TEXT)[0]

        assert placement.is_asked
        assert placement.span is not None

    nowhere = Selector(0, 4, "Nowhere to be found here", "", "")
    assert place([nowhere], TEXT, TEXT)[0].outcome is Outcome.ORPHANED
