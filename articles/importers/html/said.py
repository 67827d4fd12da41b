"""What single lines of a page say, by their words and by where their links stand."""

from __future__ import annotations

import re

from articles.importers import phrases
from articles.importers.furniture import Role, clues_of
from articles.importers.html.segments import Segment, key_of

HALF_LINKED = 0.5
MAX_PARTS = 8  # of a line: a name, a date, a count

IS_FACT = (Role.DATE, Role.PUBLISHED, Role.UPDATED, Role.BYLINE)
IS_FURNITURE = (
    Role.ACTION,
    Role.COUNT,
    Role.READING_TIME,
    Role.NAVIGATION,
    Role.RELATED,
    Role.TAGS,
    Role.COOKIES,
    Role.COPYRIGHT,
)
EDITOR = re.compile(
    r"[（(]?(?:责任编辑|責任編輯|编辑|編輯|责编|来源|來源|稿源|原标题)\s*[:：].{0,40}"
)
LETTER = re.compile(r"newsletter|mailing list|rundbrief|infolettre|boletín|biuletyn|рассылк", re.I)
INVITING = re.compile(
    r"(?:please )?(?:sign up|subscribe|join|get|receive|register)\b|(?:jetzt )?abonnieren"
    r"|melden sie"
    r"|(?:je m['’]|s['’]|vous )?abonne|inscri|recevez|suscr[ií]b|recib[ae]|iscriviti|ricevi|zapisz"
    r"|подпи",
    re.I,
)
# where the page is to be found, as printed pages say at their end
ADDRESS = re.compile(r"[^.:：!?]{0,60}[:：]?\s*https?://\S{4,300}")


def invites(words: str) -> bool:
    """Whether it asks readers to take a newsletter."""
    return LETTER.search(words) is not None and INVITING.match(words) is not None


def leads_elsewhere(segment: Segment) -> bool:
    """Whether it says "read also" and then the linked title of something else."""
    if segment.link_share < HALF_LINKED:
        return False
    first = next((" ".join(part.split()) for part in segment.owner.itertext() if part.strip()), "")
    if roles_of(first) == {Role.RELATED}:
        return True
    found = phrases.RELATED.match(segment.words)
    return found is not None and segment.words[found.end() : found.end() + 1] in ("", " ", ":")


def is_about_author(words: str, byline: str) -> bool:
    """Whether it says who the author is; `byline` is the key of who wrote it."""
    name = phrases.FULL_NAME.match(words)
    if name and byline and key_of(name.group()) in byline:
        return True
    found = phrases.ABOUT_AUTHOR.match(words)
    return found is not None and phrases.ROLE.search(found["rest"]) is not None


def roles_of(words: str) -> set[Role]:
    """What a line says as furniture; empty where it is text."""
    return {clue.role for clue in clues_of(words)}


def roles_of_parts(segment: Segment) -> set[Role]:
    """The roles of what stands in elements side by side, if each has one."""
    parts = [" ".join(part.split()) for part in segment.owner.itertext()]
    found = [roles_of(part) for part in parts if part]
    return set().union(*found) if len(found) <= MAX_PARTS and all(found) else set()
