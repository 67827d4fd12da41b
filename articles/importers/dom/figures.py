"""Pictures with what is said about them."""

from __future__ import annotations

from dataclasses import dataclass

from articles.importers.dom.elements import Element, classes_of, name_of, text_of
from articles.importers.dom.inline import markdown_of, plain_markdown
from articles.importers.dom.page import WEB, Page, is_tracker
from articles.importers.pieces import Kind, Piece, Why
from articles.markdown.inline import Node, plain_text

FIGURE_CLASSES = frozenset(("wp-caption", "thumb", "figure", "image-caption", "captioned-image"))
IMAGES = ("img", "image", "amp-img")
NO_FIGURE = frozenset(("table", "pre", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "article"))
MAX_CAPTION = 3_000  # characters
ICON = 40  # pixels


@dataclass
class Figure:
    """A picture, its caption, and why it is left out."""

    image: Element
    caption: list[Node]
    why: Why = Why.PLAIN


def is_figure(element: Element, name: str) -> bool:
    """Whether it holds pictures with a caption, and nothing else."""
    if name != "figure" and (
        name not in ("div", "table") or FIGURE_CLASSES.isdisjoint(classes_of(element))
    ):
        return False
    images = images_of(element)
    if not images or len(text_of(element, MAX_CAPTION + 1)) > MAX_CAPTION:
        return False
    paragraphs = 0
    for each in element.iter("*"):
        inner = name_of(each)
        paragraphs += inner == "p"
        if each is not element and (inner in NO_FIGURE or paragraphs > 3):
            return False
    return True


def images_of(element: Element) -> list[Element]:
    """The pictures inside, each once: what stands there for browsers without scripts does not count
    where there is another.
    """
    images = [each for each in element.iter("*") if name_of(each) in IMAGES]
    seen = [each for each in images if not is_tracker(each) and not _is_fallback(each)]
    return seen or [each for each in images if not is_tracker(each)][:1]


def _is_fallback(image: Element) -> bool:
    return any(name_of(each) == "noscript" for each in image.iterancestors())


def figure_piece(figure: Figure, page: Page) -> Piece | None:
    """The figure; None where there is nothing to show or to say.

    A picture that is not in the file is named by its address, and kept where it has a caption.
    """
    alt = " ".join((figure.image.get("alt") or "").split())
    caption = markdown_of(figure.caption) if figure.why is Why.PLAIN else ""
    plain = plain_markdown(figure.caption)
    source = plain_text(figure.caption).strip() or alt
    address = page.picture_address(figure.image)
    picture = page.picture(address) if address and figure.why is Why.PLAIN else None
    if picture is not None:
        icon = max(picture.width, picture.height) <= ICON and not plain
        return Piece(
            Kind.FIGURE,
            plain,
            source,
            src=f"/pictures/{picture.name}",
            alt=alt,
            kept=not icon,
            why=Why.FURNITURE if icon else Why.PLAIN,
        )
    address = address if WEB.fullmatch(address) and address.startswith("http") else ""
    if plain:
        if not address:
            return Piece(Kind.PARAGRAPH, caption or plain, source)
        return Piece(Kind.FIGURE, plain, source, src=address, alt=alt)
    if figure.why is not Why.PLAIN or not (alt or address):
        return None
    why = Why.REMOTE if address else Why.EMPTY
    return Piece(Kind.FIGURE, "", source, src=address, alt=alt, kept=False, why=why)
