"""What is typed is kept: through a reload, a lost session, a refusal, a crash, a double press."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from annotations import annotating
from annotations.models import Annotation
from articles.models import Article
from ncr.accounts.models import User
from tests import factories
from tests.browser import hands
from tests.browser.conftest import Visit, sign_in

WORDS = "train stops"
TYPED = "A thought that took a while."


def typed(page: Page, article: Article) -> Any:
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, WORDS)
    hands.write(form, TYPED)
    return form


def test_a_reload_offers_what_was_begun(visit: Visit, article: Article, ada: User) -> None:
    page = visit(ada)
    form = typed(page, article)
    expect(form.get_by_text("Saved in this browser")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Continue").click()
    form = hands.composer(page)
    expect(form.get_by_label("Your note")).to_have_value(TYPED)
    hands.post(form)
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text(TYPED)
    assert Annotation.objects.get().anchors.get().quote == WORDS


def test_after_the_session_ended_one_signs_in_and_posts(
    visit: Visit, watch: Any, article: Article, ada: User, base_url: str
) -> None:
    watch.expect(401, 403)
    page = visit(ada)
    form = typed(page, article)
    page.context.clear_cookies(name="sessionid")
    form.get_by_role("button", name="Post").click()
    expect(form.get_by_text("You were signed out")).to_be_visible()
    expect(form.get_by_label("Your note")).to_have_value(TYPED)
    sign_in(page.context, ada, base_url)
    form.get_by_role("button", name="Post").click()
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text(TYPED)


def test_without_any_cookie_one_is_told_of_being_signed_out(
    visit: Visit, watch: Any, article: Article, ada: User, base_url: str
) -> None:
    watch.expect(401, 403)
    page = visit(ada)
    form = typed(page, article)
    page.context.clear_cookies()
    hands.post(form)
    expect(form.get_by_text("You were signed out")).to_be_visible()
    expect(form.get_by_text("open too long")).to_have_count(0)
    expect(form.get_by_label("Your note")).to_have_value(TYPED)
    with page.expect_popup() as opening:
        form.get_by_role("link", name="Sign in (opens in a new tab)").click()
    expect(opening.value.get_by_role("heading", name="Sign in")).to_be_visible()
    sign_in(page.context, ada, base_url)
    hands.post(form)
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text(TYPED)
    assert Annotation.objects.get().anchors.get().quote == WORDS


def test_without_the_token_alone_the_note_is_posted_all_the_same(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    watch.expect(403)
    page = visit(ada)
    form = typed(page, article)
    page.context.clear_cookies(name="csrftoken")
    hands.post(form)
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text(TYPED)
    assert Annotation.objects.count() == 1


def test_a_token_that_changed_since_the_page_came_is_no_trouble(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    watch.expect(403)  # should the draft be saved just while there is no token
    page = visit(ada)
    form = typed(page, article)
    page.context.clear_cookies(name="csrftoken")
    page.evaluate("fetch('/accounts/', { cache: 'no-store' }).then((answer) => answer.text())")
    assert any(one["name"] == "csrftoken" for one in page.context.cookies())
    hands.post(form)
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text(TYPED)


def test_when_the_server_is_gone_the_text_stays_and_goes_later(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    page = visit(ada)
    form = typed(page, article)
    page.route("**/api/articles/*/threads", lambda route: route.abort())
    form.get_by_role("button", name="Post").click()
    expect(form.get_by_text("the site did not answer")).to_be_visible()
    expect(form.get_by_label("Your note")).to_have_value(TYPED)
    page.unroute("**/api/articles/*/threads")
    form.get_by_role("button", name="Post").dblclick()
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text(TYPED)
    assert Annotation.objects.count() == 1


def test_a_refused_note_says_why_at_its_field(
    visit: Visit, watch: Any, article: Article, ada: User
) -> None:
    watch.expect(422)
    page = visit(ada)
    page.goto(article.get_absolute_url())
    form = hands.annotate(page, WORDS)
    form.get_by_role("button", name="Post").click()
    expect(form.get_by_text("Write something")).to_be_visible()
    expect(form.get_by_label("Your note")).to_have_attribute("aria-invalid", "true")


def test_two_edits_at_once_show_both(visit: Visit, watch: Any, article: Article, ada: User) -> None:
    watch.expect(409)
    own = factories.annotation(article, ada, "First words.")
    page = visit(ada)
    page.goto(own.thread.get_absolute_url())
    hands.more(page)
    page.get_by_role("link", name="Edit").click()
    form = hands.composer(page)
    hands.write(form, "My words.")
    annotating.edit(own, by=ada, body="Words of the other window.", version=1)
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_text("Words of the other window.")).to_be_visible()
    expect(form.get_by_label("Your note")).to_have_value("My words.")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".said").first).to_have_text("My words.")


def test_a_note_to_oneself_is_laid_over_the_page(visit: Visit, article: Article, ada: User) -> None:
    factories.annotation(article, ada, "Only for me.", audience="me")
    page = visit(ada)
    page.goto(article.get_absolute_url())
    expect(page.get_by_text("Only for me.")).to_be_visible()
    stranger = visit()
    stranger.goto(article.get_absolute_url())
    expect(stranger.get_by_text("Only for me.")).to_have_count(0)


def test_the_keyboard_alone_annotates_a_paragraph(
    visit: Visit, article: Article, ada: User
) -> None:
    page = visit(ada)
    page.goto(article.get_absolute_url())
    expect(page.get_by_role("button", name="Annotate: Paragraph 2")).to_be_visible()
    page.locator("article.prose").get_by_role("link", name="Paragraph 2", exact=True).focus()
    focused = page.evaluate(
        "() => { const s = getComputedStyle(document.activeElement);"
        " return s.boxShadow !== 'none' || parseFloat(s.outlineWidth) > 0 }"
    )
    assert focused
    page.keyboard.press("a")
    form = hands.composer(page)
    page.keyboard.type(TYPED)
    expect(form.get_by_label("Your note")).to_have_value(TYPED)
    for _step in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.type === 'submit'"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("article", name="Comment 1")).to_contain_text(TYPED)
