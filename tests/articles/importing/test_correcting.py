"""What was found in a file is corrected row by row, and can be put back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from articles.importers.pieces import Kind, Piece, Why
from articles.importing import correcting
from articles.importing.beginning import cancel_import
from articles.importing.taking import source_of
from articles.models import Import
from ncr.accounts.models import User
from ncr.refusals import Conflict, Refused
from tests import factories
from tests.articles.importing import reviewed

pytestmark = pytest.mark.django_db(databases=["default", "work"])


@pytest.fixture
def ed(db: None) -> User:
    return factories.editor("ed")


@pytest.fixture
def bringing(ed: User) -> Import:
    return reviewed.ready(ed)


def test_a_piece_becomes_another_kind_and_is_sure(ed: User, bringing: Import) -> None:
    heading = reviewed.row(bringing, "The ice")
    changed = correcting.set_kind(bringing, heading.pk, by=ed, choice="heading-3")
    assert changed.content == {
        "kind": "heading",
        "words": "The ice",
        "source": "The ice",
        "level": 3,
    }
    code = reviewed.row(bringing, "x = 1")
    correcting.set_kind(bringing, code.pk, by=ed, choice="list_item")
    correcting.set_kind(bringing, reviewed.row(bringing, "In spring").pk, by=ed, choice="quotation")
    source = source_of(bringing)
    assert "### The ice" in source
    assert "- x = 1" in source
    assert "> In spring" in source
    assert bringing.edits == 3


@pytest.mark.parametrize(
    ("piece", "choice", "words"),
    [
        (Piece(Kind.CODE, "a*b*\n  c", ""), "paragraph", r"a\*b\* c"),
        (Piece(Kind.PARAGRAPH, r"a\*b *c*", ""), "code", "a*b c"),
        (Piece(Kind.TABLE, "| a | b |\n|---|---|\n| c | d |", ""), "paragraph", "a b c d"),
        (Piece(Kind.NOTE, "said so", "", note="3"), "paragraph", "said so"),
        (Piece(Kind.MARKDOWN, "- a\n- b", ""), "paragraph", "a b"),
    ],
)
def test_words_are_said_as_the_other_kind_says_them(
    ed: User, piece: Piece, choice: str, words: str
) -> None:
    bringing = reviewed.ready(ed, piece)
    changed = correcting.set_kind(bringing, reviewed.rows(bringing)[0].pk, by=ed, choice=choice)
    assert (changed.content["words"], changed.content.get("note", "")) == (words, "")


def test_a_divided_word_is_joined_over_what_is_left_out(ed: User, bringing: Import) -> None:
    first = reviewed.row(bringing, "un-")
    correcting.join_with_next(bringing, first.pk, by=ed)
    assert reviewed.says(bringing)[2:4] == [
        (True, "paragraph", "The ferries ran until the ice *came*."),
        (False, "paragraph", "17"),
    ]
    assert (
        reviewed.row(bringing, "until").content["source"] == "The ferries ran un- til the ice came."
    )


def test_what_can_not_be_joined_is_refused(ed: User, bringing: Import) -> None:
    before = reviewed.says(bringing)
    for words in ("came", "x = 1", "In spring"):
        with pytest.raises(Refused):
            correcting.join_with_next(bringing, reviewed.row(bringing, words).pk, by=ed)
    assert reviewed.says(bringing) == before
    assert Import.objects.get().edits == 0


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("A well-", "known man.", "A well-known man."),
        ("An inde-", "pendent man.", "An independent man."),
        ("*A well-*", "*known* man.", "*A well-known* man."),
        ("**Inde-**", "**pendent**", "**Independent**"),
        ("*A well-*", "known man.", "*A well-* known man."),
        ("Hid\u00ad", "den", "Hidden"),
        ("In 1914-", "1918", "In 1914- 1918"),
    ],
)
def test_a_hyphen_stays_unless_the_word_stands_elsewhere(
    ed: User, one: str, other: str, whole: str
) -> None:
    more = Piece(Kind.PARAGRAPH, "Independent, and the unwellknown.", "")
    halves = [Piece(Kind.PARAGRAPH, words, "") for words in (one, other)]
    bringing = reviewed.ready(ed, *halves, more)
    joined = correcting.join_with_next(bringing, reviewed.rows(bringing)[0].pk, by=ed)
    assert joined.content["words"] == whole


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        (Piece(Kind.PARAGRAPH, "a", ""), "a\n- b\n- c"),
        (Piece(Kind.PARAGRAPH, "a", ""), "# a"),
        (Piece(Kind.TABLE, "| a |\n|---|\n| b |", ""), "| a |\n| b |"),
        (Piece(Kind.LIST_ITEM, "a", "", depth=1), "a\n> b"),
    ],
)
def test_words_that_would_be_something_else_are_refused(ed: User, piece: Piece, words: str) -> None:
    bringing = reviewed.ready(ed, piece)
    pk = reviewed.rows(bringing)[0].pk
    with pytest.raises(Refused, match="one piece of its kind"):
        correcting.rewrite(bringing, pk, by=ed, words=words)
    correcting.rewrite(bringing, pk, by=ed, words=piece.words)


def test_what_a_markdown_file_defines_can_be_rewritten(ed: User) -> None:
    bringing = reviewed.ready(ed, Piece(Kind.MARKDOWN, "[a]: /b", ""))
    pk = reviewed.rows(bringing)[0].pk
    assert correcting.rewrite(bringing, pk, by=ed, words="[a]: /c").content["words"] == "[a]: /c"


def test_a_caption_with_a_lone_bracket_leaves_the_picture_one(ed: User) -> None:
    bringing = reviewed.ready(ed, Piece(Kind.FIGURE, "cap", "", src="/a.png"))
    pk = reviewed.rows(bringing)[0].pk
    correcting.rewrite(bringing, pk, by=ed, words="cap ] x")
    assert source_of(bringing) == "![cap \\] x](/a.png)\n"


def test_a_piece_is_split_at_blank_lines_with_what_the_file_says(ed: User) -> None:
    piece = Piece(Kind.LIST_ITEM, "One *two*. Three.", "One two. Three.", number=4, rule=True)
    bringing = reviewed.ready(ed, piece, Piece(Kind.PARAGRAPH, "After."))
    pk = reviewed.rows(bringing)[0].pk
    correcting.split(bringing, pk, by=ed, words="One *two*.\r\n\r\n Three.")
    first, second, after = (one.content for one in reviewed.rows(bringing))
    assert (first["words"], first["source"], first["number"]) == ("One *two*.", "One two.", 4)
    assert (second["words"].strip(), second["source"], second["number"]) == ("Three.", "Three.", 5)
    assert "rule" not in second
    assert after["words"] == "After."


def test_a_split_that_changes_words_keeps_the_source_whole(ed: User) -> None:
    bringing = reviewed.ready(ed, Piece(Kind.PARAGRAPH, "One two.", "One two."))
    correcting.split(bringing, reviewed.rows(bringing)[0].pk, by=ed, words="One.\n\nAnd two.")
    assert [one.content.get("source", "") for one in reviewed.rows(bringing)] == ["One two.", ""]


@pytest.mark.parametrize("words", ["", " \n ", "One.", "\n\nOne.\n\n"])
def test_a_split_without_a_place_is_refused(ed: User, bringing: Import, words: str) -> None:
    with pytest.raises(Refused) as refused:
        correcting.split(bringing, reviewed.row(bringing, "In spring").pk, by=ed, words=words)
    assert refused.value.field == "words"


def test_words_are_rewritten_if_there_are_any(ed: User, bringing: Import) -> None:
    pk = reviewed.row(bringing, "In spring").pk
    correcting.rewrite(bringing, pk, by=ed, words="In **May** they did.\0")
    assert "In **May** they did." in source_of(bringing)
    for words in ("", "  \n", ">" * 10_000 + " a"):
        with pytest.raises(Refused) as refused:
            correcting.rewrite(bringing, pk, by=ed, words=words)
        assert refused.value.field == "words"
    assert "In **May** they did." in source_of(bringing)


def test_what_is_left_out_is_not_in_the_text_and_what_is_kept_is(
    ed: User, bringing: Import
) -> None:
    correcting.leave_out(bringing, reviewed.row(bringing, "The ice").pk, by=ed)
    correcting.keep(bringing, reviewed.row(bringing, "Menu").pk, by=ed)
    source = source_of(bringing)
    assert source.startswith("Menu\n")
    assert "The ice" not in source


def test_of_a_picture_that_is_not_here_its_words_are_kept(ed: User) -> None:
    left = {"kept": False, "why": Why.REMOTE}
    bringing = reviewed.ready(
        ed,
        Piece(Kind.FIGURE, "The *pier*.", **left),
        Piece(Kind.FIGURE, "", alt="A pier", **left),
        Piece(Kind.FIGURE, "", **left),
    )
    first, second, third = reviewed.rows(bringing)
    correcting.keep(bringing, first.pk, by=ed)
    correcting.keep(bringing, second.pk, by=ed)
    with pytest.raises(Refused):
        correcting.keep(bringing, third.pk, by=ed)
    assert source_of(bringing) == "The *pier*.\n\nA pier\n"


def test_all_of_one_kind_are_kept_and_left_out_again(ed: User, bringing: Import) -> None:
    assert correcting.keep_all(bringing, by=ed, why="page_number") == 2
    assert [words for kept, _kind, words in reviewed.says(bringing) if not kept] == ["Menu"]
    assert correcting.leave_out_all(bringing, by=ed, why="page_number") == 2
    assert correcting.leave_out_all(bringing, by=ed, why="page_number") == 0
    for why in ("", "looks", "nothing"):
        with pytest.raises(Refused):
            correcting.keep_all(bringing, by=ed, why=why)


def test_each_correction_is_undone(ed: User, bringing: Import) -> None:
    before = reviewed.says(bringing)
    pk = reviewed.row(bringing, "In spring").pk
    with pytest.raises(Refused):
        correcting.undo(bringing, pk, by=ed)
    for change in (
        lambda: correcting.set_kind(bringing, pk, by=ed, choice="code"),
        lambda: correcting.leave_out(bringing, pk, by=ed),
        lambda: correcting.rewrite(bringing, pk, by=ed, words="Other."),
        lambda: correcting.split(bringing, pk, by=ed, words="In\n\nspring\n\nthey"),
    ):
        change()
        assert reviewed.says(bringing) != before
        correcting.undo(bringing, pk, by=ed)
        assert reviewed.says(bringing) == before


def test_joining_and_splitting_by_turns_is_undone_from_any_row(ed: User, bringing: Import) -> None:
    """Joined over a page number, split, and joined with what was split off another."""
    before = reviewed.says(bringing)
    correcting.set_kind(bringing, reviewed.row(bringing, "x = 1").pk, by=ed, choice="paragraph")
    correcting.split(bringing, reviewed.row(bringing, "x = 1").pk, by=ed, words="x\n\n= 1")
    correcting.join_with_next(bringing, reviewed.row(bringing, "un-").pk, by=ed)
    correcting.join_with_next(bringing, reviewed.row(bringing, "until").pk, by=ed)
    assert [words for _kept, _kind, words in reviewed.says(bringing)] == [
        "Menu",
        "The ice",
        "The ferries ran until the ice *came*. x",
        "17",
        "= 1",
        "18",
        reviewed.SPRING,
    ]
    last = correcting.undo(bringing, reviewed.row(bringing, "= 1").pk, by=ed)
    assert reviewed.says(bringing) == before
    assert last.pk == reviewed.row(bringing, "un-").pk
    assert [one.found for one in reviewed.rows(bringing)] == [None] * 8


def test_the_markdown_of_a_file_holds_until_a_piece_is_corrected(ed: User) -> None:
    found = {"markdown": "Some  words.\n"}
    bringing = reviewed.ready(ed, Piece(Kind.PARAGRAPH, "Some words."), **found)
    correcting.correct_facts(bringing, {"title": "Words"}, by=ed)
    assert source_of(bringing) == "Some  words.\n"
    correcting.rewrite(bringing, reviewed.rows(bringing)[0].pk, by=ed, words="Others.")
    assert source_of(bringing) == "Others.\n"


def test_facts_are_kept_and_what_is_too_long_is_refused(ed: User, bringing: Import) -> None:
    correcting.correct_facts(bringing, {"title": " The\n ferry ", "byline": "Ada"}, by=ed)
    correcting.correct_facts(bringing, {"title": "The ferry", "audience": "2", "x": "y"}, by=ed)
    assert bringing.given == {"title": "The ferry", "byline": "Ada", "audience": "2"}
    with pytest.raises(Refused) as refused:
        correcting.correct_facts(bringing, {"title": "t" * 301}, by=ed)
    assert refused.value.field == "title"
    assert bringing.edits == 0


def test_what_another_window_changed_is_a_conflict(ed: User, bringing: Import) -> None:
    first, second = reviewed.row(bringing, "un-"), reviewed.row(bringing, "til the")
    seen, next_seen = correcting.digest_of(first), correcting.digest_of(second)
    correcting.rewrite(bringing, second.pk, by=ed, words="til it came.")
    with pytest.raises(Conflict):
        correcting.join_with_next(bringing, first.pk, by=ed, seen=seen, next_seen=next_seen)
    with pytest.raises(Conflict):
        correcting.leave_out(bringing, second.pk, by=ed, seen=next_seen)
    correcting.join_with_next(bringing, first.pk, by=ed, seen=seen)
    with pytest.raises(Conflict):
        correcting.leave_out(bringing, second.pk, by=ed)  # it is a part of the first now
    known = correcting.digest_of_given(bringing)
    correcting.correct_facts(bringing, {"title": "One"}, by=ed, seen=known)
    with pytest.raises(Conflict):
        correcting.correct_facts(bringing, {"title": "Two"}, by=ed, seen=known)


VERBS: dict[str, Callable[[Import, int, User], Any]] = {
    "set_kind": lambda of, pk, by: correcting.set_kind(of, pk, by=by, choice="code"),
    "join": lambda of, pk, by: correcting.join_with_next(of, pk, by=by),
    "split": lambda of, pk, by: correcting.split(of, pk, by=by, words="a\n\nb"),
    "rewrite": lambda of, pk, by: correcting.rewrite(of, pk, by=by, words="a"),
    "leave_out": lambda of, pk, by: correcting.leave_out(of, pk, by=by),
    "keep": lambda of, pk, by: correcting.keep(of, pk, by=by),
    "undo": lambda of, pk, by: correcting.undo(of, pk, by=by),
    "leave_out_all": lambda of, pk, by: correcting.leave_out_all(of, by=by, why="furniture"),
    "keep_all": lambda of, pk, by: correcting.keep_all(of, by=by, why="furniture"),
    "correct_facts": lambda of, pk, by: correcting.correct_facts(of, {"title": "a"}, by=by),
}


@pytest.mark.parametrize("verb", VERBS)
def test_nobody_corrects_what_another_brings(
    ed: User, bringing: Import, verb: str, stranger: User, moderator: User
) -> None:
    correcting.keep(bringing, reviewed.row(bringing, "til the").pk, by=ed)
    before, pk = reviewed.says(bringing), reviewed.row(bringing, "til the").pk
    boss = User.objects.create_superuser("boss", password="x")
    for other in (factories.editor("other"), boss):
        with pytest.raises(Conflict):
            VERBS[verb](bringing, pk, other)
    for other in (stranger, moderator):
        with pytest.raises(PermissionDenied):
            VERBS[verb](bringing, pk, other)
    assert reviewed.says(bringing) == before
    cancel_import(bringing, by=ed)
    with pytest.raises(Conflict):
        VERBS[verb](bringing, pk, ed)
