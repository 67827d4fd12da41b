"""A text of each kind is brought in, corrected, published, and talked about, as people do it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from annotations.models import Anchor
from articles.importers.pieces import Kind, Piece, Reading
from articles.importing.beginning import begin_import
from articles.importing.reading import keep_found
from articles.models import Article, Block, Import
from ncr.accounts.models import User
from tests import factories
from tests.articles.importing import made, reviewed
from tests.browser import hands
from tests.browser.conftest import Visit, Watch

OPENING = made.words(1)


@pytest.fixture
def ed(transactional_db: None) -> User:
    return factories.editor("ed")


def bring(page: Page, file: Path) -> None:
    page.goto("/imports/")
    page.get_by_label("Files").set_input_files(file)
    page.get_by_role("button", name="Look at what is recognised").click()
    expect(page.get_by_role("heading", name="The text, piece by piece")).to_be_visible()


def row(page: Page, words: str) -> Locator:
    """The piece whose words these are."""
    return page.locator(".piece").filter(has_text=words).first


def press(within: Locator, name: str) -> None:
    within.get_by_role("button", name=name, exact=True).click()


def set_kind(page: Page) -> None:
    """The last paragraph becomes a quotation, in its place, and has the focus."""
    last = row(page, made.SECOND)
    last.get_by_label("What this is").select_option("Quotation")
    press(last, "Set")
    expect(last.locator("blockquote")).to_have_text(made.SECOND)
    expect(last).to_be_focused()


def join(page: Page) -> None:
    first = row(page, OPENING)
    press(first, "Join with next")
    expect(first).to_contain_text(f"{OPENING} {made.SECOND}")
    expect(page.locator(".piece:not(.is-left-out)").filter(has_text=made.SECOND)).to_have_count(1)


def split(page: Page) -> None:
    """At the cursor, which stands before a word."""
    first = row(page, OPENING)
    first.get_by_role("link", name="Edit or split").click()
    field = first.get_by_label("Words")
    field.evaluate(
        "(one) => { const at = one.value.indexOf('and everything');"
        " one.setSelectionRange(at, at); }"
    )
    press(first, "Split at the cursor")
    expect(row(page, "and everything waits").locator(".piece-read")).to_have_text(
        "and everything waits for a ship."
    )


def rewrite(page: Page) -> None:
    last = row(page, made.SECOND)
    last.get_by_role("link", name="Edit or split").click()
    last.get_by_label("Words").fill("The *pilots* keep a book.")
    press(last, "Save")
    expect(row(page, "The pilots keep a book.").locator("em")).to_have_text("pilots")


def leave_out(page: Page) -> None:
    last = row(page, made.SECOND)
    press(last, "Leave out")
    expect(last).to_contain_text("Left out: by you")
    press(last, "Undo")
    expect(last).not_to_contain_text("Left out")


def keep(page: Page) -> None:
    """What was left out of a web page is kept after all, and left out again."""
    menu = page.locator(".piece.is-left-out").first
    name = menu.get_attribute("id")
    press(menu, "Keep")
    kept = page.locator(f"#{name}:not(.is-left-out)")
    expect(kept).to_be_focused()
    press(kept, "Leave out")
    expect(page.locator(f"#{name}.is-left-out")).to_be_visible()


CORRECTED: dict[str, Callable[[Page], None]] = {
    ".txt": set_kind,
    ".md": rewrite,
    ".html": keep,
    ".mhtml": leave_out,
    ".docx": join,
    ".odt": split,
    ".epub": rewrite,
    ".pdf": join,
}


def as_mhtml(number: int) -> bytes:
    """As browsers save a whole page (RFC 2557)."""
    return b"\r\n".join(
        [
            b"From: <Saved by a browser>",
            b"Subject: Harbour",
            b"MIME-Version: 1.0",
            b'Content-Type: multipart/related; type="text/html"; boundary="part"',
            b"",
            b"--part",
            b"Content-Type: text/html; charset=utf-8",
            b"Content-Location: https://example.org/harbour",
            b"",
            made.as_html(number),
            b"--part--",
            b"",
        ]
    )


@pytest.mark.parametrize("kind", CORRECTED)
def test_a_file_is_corrected_published_and_annotated(
    visit: Visit, ed: User, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / f"harbour{kind}"
    file.write_bytes({**made.MADE, ".mhtml": as_mhtml}[kind](1))
    page = visit(ed)
    bring(page, file)
    CORRECTED[kind](page)
    page.get_by_role("textbox", name="Title").fill("The harbour book")
    page.get_by_role("textbox", name="Language").fill("en")
    page.get_by_role("button", name="Publish").first.click()
    expect(page.get_by_role("heading", name="The harbour book", level=1)).to_be_visible()
    form = hands.annotate(page, "Ice closes harbour")
    hands.write(form, "Every year?")
    hands.post(form)
    expect(page.locator(".card").filter(has_text="Every year?")).to_be_visible()
    assert Anchor.objects.get().quote == "Ice closes harbour"


def texts(article: Article) -> list[tuple[str, str]]:
    found = Block.objects.filter(revision=article.current_revision).order_by("position")
    return list(found.values_list("kind", "text"))


def test_without_scripts_all_of_it_works(visit: Visit, watch: Watch, ed: User) -> None:
    watch.expect(422, 409)
    bringing = reviewed.ready(ed)
    page = visit(ed, scripts=False)
    page.goto(bringing.get_absolute_url())
    press(row(page, "The ferries"), "Join with next")
    expect(row(page, "The ferries ran until the ice came.")).to_be_visible()
    assert page.url.endswith(f"#piece-{reviewed.row(bringing, 'until').pk}")
    heading = row(page, "The ice")
    heading.get_by_label("What this is").select_option("Heading 3")
    press(heading, "Set")
    expect(row(page, "The ice")).to_contain_text("Heading 3, changed by you")
    row(page, "In spring").get_by_role("link", name="Edit or split").click()
    page.get_by_label("Words").fill("In spring\n\nthey came back. They run until June.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(row(page, "they came back.")).to_be_visible()
    row(page, "they came").get_by_role("link", name="Edit or split").click()
    page.get_by_label("Words").fill("  ")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Leave it out instead.")
    page.get_by_role("main").get_by_role("button", name="Leave out").click()
    page.locator("summary").filter(has_text="What was left out").click()
    page.get_by_role("button", name=re.compile("Keep all.*page number")).click()
    expect(page.get_by_text("2 pieces are kept.")).to_be_visible()
    page.get_by_label("Title").first.fill("The ice")
    page.get_by_role("button", name="Publish").first.click()
    expect(page.get_by_text("Say which language it is in")).to_be_visible()
    page.get_by_role("textbox", name="Language").fill("en")
    page.get_by_role("button", name="Publish").first.click()
    expect(page.get_by_role("heading", name="The ice", level=1)).to_be_visible()
    assert texts(Article.objects.get()) == [
        ("heading", "The ice"),
        ("paragraph", "The ferries ran until the ice came."),
        ("paragraph", "17"),
        ("code", "x = 1"),
        ("paragraph", "18"),
        ("paragraph", "In spring"),
    ]


def tab_to(page: Page, part: Locator) -> None:
    """Presses Tab until the part has the focus; fails where it is not reached."""
    for _ in range(80):
        if part.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("not reached by Tab")


def test_by_keyboard_alone(visit: Visit, ed: User, base_url: str) -> None:
    bringing = reviewed.ready(ed)
    page = visit(ed)
    page.goto(f"{bringing.get_absolute_url()}#pieces")
    page.wait_for_load_state("networkidle")
    ferries = row(page, "The ferries")
    tab_to(page, ferries.get_by_role("button", name="Join with next"))
    page.keyboard.press("Enter")
    expect(ferries).to_be_focused()
    tab_to(page, ferries.get_by_role("link", name="Edit or split"))
    page.keyboard.press("Enter")
    expect(ferries.get_by_label("Words")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Then they stayed.")
    tab_to(page, ferries.get_by_role("button", name="Save"))
    page.keyboard.press("Enter")
    expect(ferries.locator(".piece-read")).to_contain_text("came. Then they stayed.")
    expect(ferries).to_be_focused()
    tab_to(page, ferries.get_by_label("What this is"))
    page.keyboard.type("Quot")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(ferries.locator("blockquote")).to_be_visible()
    tab_to(page, ferries.get_by_role("button", name="Leave out"))
    page.keyboard.press("Space")
    expect(ferries).to_contain_text("Left out: by you")
    tab_to(page, ferries.get_by_role("button", name="Undo"))
    page.keyboard.press("Enter")
    expect(ferries).not_to_contain_text("changed by you")
    assert reviewed.says(bringing) == reviewed.says(reviewed.ready(ed, data=b"as it was"))


def test_what_is_typed_elsewhere_stays_while_a_row_is_corrected(visit: Visit, ed: User) -> None:
    bringing = reviewed.ready(ed)
    page = visit(ed)
    page.goto(bringing.get_absolute_url())
    page.get_by_role("textbox", name="Title").fill("Typed, not sent")
    spring, ferries = row(page, "In spring"), row(page, "The ferries")
    spring.get_by_role("link", name="Edit or split").click()
    spring.get_by_label("Words").fill("Half a sen")
    page.locator("summary").filter(has_text="What was left out").click()
    press(ferries, "Join with next")
    expect(ferries).to_contain_text("ran until the ice")
    expect(page.get_by_role("textbox", name="Title")).to_have_value("Typed, not sent")
    expect(spring.get_by_label("Words")).to_have_value("Half a sen")
    expect(page.get_by_role("button", name=re.compile("Keep all.*page number"))).to_be_visible()


def test_two_windows_lose_nothing(visit: Visit, watch: Watch, ed: User) -> None:
    watch.expect(409)
    bringing = reviewed.ready(ed)
    one, other = visit(ed), visit(ed)
    for page in (one, other):
        page.goto(bringing.get_absolute_url())
    spring = row(one, "In spring")
    spring.get_by_role("link", name="Edit or split").click()
    spring.get_by_label("Words").fill("In June they came.")
    second = row(other, "In spring")
    second.get_by_role("link", name="Edit or split").click()
    second.get_by_label("Words").fill("In May they came.")
    press(second, "Save")
    expect(row(other, "In May they came.").locator("textarea")).to_have_count(0)
    press(spring, "Save")
    expect(one.get_by_text("changed in another window meanwhile").first).to_be_visible()
    expect(one.get_by_label("Words")).to_have_value("In June they came.")
    expect(row(one, "In May").locator(".piece-read")).to_have_text("In May they came.")
    one.get_by_role("button", name="Save", exact=True).click()
    expect(row(one, "In June they came.").locator("textarea")).to_have_count(0)
    assert reviewed.row(bringing, "In June they came.")


def test_the_page_of_one_piece_leads_back_to_its_row(visit: Visit, ed: User) -> None:
    bringing = reviewed.ready(ed)
    pk = reviewed.row(bringing, "un-").pk
    page = visit(ed)
    page.goto(f"{bringing.get_absolute_url()}pieces/{pk}/")
    press(page.locator(".piece"), "Join with next")
    expect(row(page, "The ferries ran until the ice came.")).to_be_visible()
    assert page.url.endswith(f"{bringing.get_absolute_url()}#piece-{pk}")
    page.goto(f"{bringing.get_absolute_url()}pieces/{pk}/")
    page.get_by_label("Words").evaluate("(one) => one.setSelectionRange(4, 4)")
    page.get_by_role("button", name="Split at the cursor").click()
    expect(row(page, "ferries ran until the ice").locator(".piece-read")).to_have_text(
        "ferries ran until the ice came."
    )


def test_files_are_dropped(visit: Visit, ed: User) -> None:
    page = visit(ed)
    page.goto("/imports/")
    box = page.locator("[data-drop]")
    expect(box.get_by_text("or drop them here")).to_be_visible()
    files = page.evaluate_handle(
        """() => {
            const files = new DataTransfer();
            for (const name of ["one.txt", "two.txt"])
                files.items.add(new File([`${name} has words to read.`], name));
            return files;
        }"""
    )
    box.dispatch_event("dragover", {"dataTransfer": files})
    box.dispatch_event("drop", {"dataTransfer": files})
    expect(box.get_by_role("listitem")).to_have_text(["one.txt", "two.txt"])
    page.get_by_role("button", name="Look at what is recognised").click()
    expect(page.get_by_text("2 files are taken.")).to_be_visible()
    assert Import.objects.filter(state=Import.State.READY).count() == 2


def test_reading_in_the_background_is_watched_and_cancelled(visit: Visit, ed: User) -> None:
    """The page keeps up by itself, turns into the review, and stops a reading."""
    begun = begin_import(by=ed, data=b"Words", filename="long.pdf")
    page = visit(ed)
    page.goto(begun.get_absolute_url())
    expect(page.get_by_text("It waits to be read.")).to_be_visible()
    own = Import.objects.filter(pk=begun.pk)
    own.update(state=Import.State.READING, read=120, total=600)
    expect(page.get_by_text("Page 120 of 600")).to_be_visible()
    expect(page.get_by_role("progressbar", name="Page 120 of 600")).to_have_attribute(
        "value", "120"
    )
    keep_found(begun.pk, Reading("pdf", [Piece(Kind.PARAGRAPH, "All of it.")]))
    expect(page.get_by_role("heading", name="The text, piece by piece")).to_be_visible()
    other = begin_import(by=ed, data=b"More", filename="longer.pdf")
    page.goto(other.get_absolute_url())
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("It is cancelled.")).to_be_visible()
    assert Import.objects.get(pk=other.pk).state == Import.State.CANCELLED
    assert not other.chunks.exists()


def test_without_scripts_the_page_comes_anew(visit: Visit, ed: User) -> None:
    begun = begin_import(by=ed, data=b"Words", filename="long.epub")
    page = visit(ed, scripts=False)
    page.goto(begun.get_absolute_url())
    Import.objects.update(state=Import.State.READING, read=3, total=9)
    expect(page.get_by_text("Chapter 3 of 9")).to_be_visible()


def test_words_that_are_not_sent_are_not_lost_by_a_press_beside_them(
    visit: Visit, ed: User
) -> None:
    """Setting a piece draws the one before it anew, which joins it; leaving the page is asked."""
    bringing = reviewed.ready(ed)
    page = visit(ed)
    page.goto(bringing.get_absolute_url())
    rows = page.locator(".piece:not(.is-left-out)")
    before, after = rows.nth(0), rows.nth(1)
    before.get_by_role("link", name="Edit or split").click()
    before.get_by_label("Words").fill("Typed and not sent.")
    after.get_by_label("What this is").select_option(label="Heading 3")
    press(after, "Set")
    expect(after.get_by_text("changed by you")).to_be_visible()
    expect(before.get_by_label("Words")).to_have_value("Typed and not sent.")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_role("link", name=re.compile("^Left out")).click()
    expect(before.get_by_label("Words")).to_have_value("Typed and not sent.")
    assert asked == ["beforeunload"]
    before.get_by_role("link", name="Leave it as it is").click()
    page.get_by_role("link", name=re.compile("^Left out")).click()
    page.wait_for_url(re.compile("show=left-out"))
    assert asked == ["beforeunload"]
