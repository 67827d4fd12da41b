"""Where a note could show itself: every address, what a member of its group finds there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import APIResponse, Page, expect

from annotations.models import Annotation
from articles.models import Article
from tests import factories

CIRCLE = "Tuesday circle"
NAME, DISPLAYED, ADDRESS = "quillfeather", "Nadia Quillfeather", "nadia@quillmail.example"
SAID = "Zephyrwort grows beside these rails"
UNMARKED = "grows beside these rails"  # where the word that is looked for is marked
TOPIC = "Vexillogy"
PASSAGE = "train stops once"
# Masked anew in every answer: the token of a form
TOKEN = re.compile(r"\b[A-Za-z0-9]{64}\b")


def addresses(article: Article) -> dict[str, str]:
    """The pages and documents that are there before the note is, and what shows it there."""
    page, slug = article.get_absolute_url(), article.slug
    return {
        f"{page}overlay/": SAID,
        f"{page}discussion/": SAID,
        f"{page}p/{factories.block(article, PASSAGE).key}/": SAID,
        f"{page}matching/?topic={TOPIC.lower()}": "g1",
        "/articles/": "1 not for everyone",
        "/topics/": TOPIC,
        f"/topics/{TOPIC.lower()}/": SAID,
        f"/people/{NAME}/": SAID,
        "/search/?q=zephyrwort&kind=notes": UNMARKED,
        f"/search/?q={TOPIC}&kind=topics": f"/topics/{TOPIC.lower()}/",
        "/api/search?q=zephyrwort&kind=notes": UNMARKED,
        f"/api/search?q={TOPIC}&kind=topics": f"/topics/{TOPIC.lower()}/",
        f"/api/articles/{slug}/threads": SAID,
    }


def own_addresses(note: Annotation) -> list[str]:
    """The addresses that the note itself has."""
    uuid, thread = note.uuid, note.thread.uuid
    return [
        f"/threads/{thread}/",
        f"/annotations/{uuid}/",
        f"/annotations/{uuid}/versions/",
        f"/api/threads/{thread}",
        f"/api/annotations/{uuid}",
    ]


@dataclass
class Outsider:
    """Somebody outside of the group, who looks everywhere before the note is there, and after."""

    page: Page
    article: Article
    before: dict[str, tuple[int, str]] = field(default_factory=dict)
    stored: tuple[str, bytes] = ("", b"")

    def remember(self) -> None:
        # That they have been here changes what they see, and is their own doing
        self.page.goto(self.article.get_absolute_url())
        self.page.wait_for_load_state("networkidle")
        self.before = {each: self._answer(each) for each in self._everywhere()}
        self.stored = self._stored()

    def sees_no_trace(self, note: Annotation) -> None:
        """All answers are as they were, those of the note's own addresses as for nothing."""
        for each, answer in self.before.items():
            assert self._answer(each) == answer, each
        assert self._stored() == self.stored
        again = self._get(self.article.get_absolute_url(), {"If-None-Match": self.stored[0]})
        assert again.status == 304
        for each in own_addresses(note):
            assert self._answer(each)[0] == 404, each
        self._sees_no_card()

    def _sees_no_card(self) -> None:
        """The page as it is when its scripts have asked for everything that they ask for."""
        with self.page.expect_response("**/overlay/"):
            self.page.goto(self.article.get_absolute_url())
        self.page.wait_for_load_state("networkidle")
        expect(self.page.locator(".card:visible")).to_have_count(1)
        shown = self.page.content()
        for trace in (SAID, TOPIC, CIRCLE, DISPLAYED, ">g1<", "Notes for some readers only</h"):
            assert trace not in shown, trace

    def _everywhere(self) -> list[str]:
        page, slug = self.article.get_absolute_url(), self.article.slug
        rest = ["/", "/groups/", "/search/?q=rails", "/api/articles", f"/api/articles/{slug}"]
        return [*addresses(self.article), *rest, f"{page}passages/", f"{page}cards/"]

    def _answer(self, address: str) -> tuple[int, str]:
        answer = self._get(address)
        return answer.status, TOKEN.sub("", answer.text())

    def _stored(self) -> tuple[str, bytes]:
        answer = self._get(self.article.get_absolute_url())
        return answer.headers["etag"], answer.body()

    def _get(self, address: str, headers: dict[str, str] | None = None) -> APIResponse:
        return self.page.request.get(address, headers=headers)


def member_sees_it(page: Page, article: Article, note: Annotation) -> None:
    """In the same places, all of it."""
    for address, shown in addresses(article).items():
        answer = page.request.get(address)
        assert answer.status == 200, address
        assert shown in answer.text(), address
    for address in own_addresses(note):
        answer = page.request.get(address)
        assert answer.status == 200, address
        assert SAID in answer.text(), address
    page.goto(article.get_absolute_url())
    expect(page.get_by_role("article", name="Comment g1")).to_contain_text(SAID)
    expect(page.get_by_role("region", name="Notes for some readers only")).to_contain_text(CIRCLE)
