"""Pictures and text boxes in drawings, of DrawingML (20) and of the older VML (14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from articles.importers.pictures import MAX_SOURCE, Pictures
from articles.importers.wordprocessing.choosing import outermost
from articles.importers.wordprocessing.names import A, R, V, W
from articles.importers.wordprocessing.package import Package, Part

OFFICE = "{urn:schemas-microsoft-com:office:office}"
# what programs add to a description that they made themselves
MADE_BY_PROGRAM = re.compile(
    r"\s*(?:Description automatically generated.*|AI-generated content may be incorrect\.?"
    r"|Automatisch generierte Beschreibung.*|Ein Bild, das .{0,200} enthält\.?)\s*$",
    re.S,
)
FILE_NAME = re.compile(r"[^\s/\\]*[\w)]\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg|emf|wmf)", re.I)
MOST_IN_ONE = 100  # pictures in one drawing


@dataclass(frozen=True)
class Drawn:
    """A picture in a drawing: where the site serves it, or why it does not."""

    src: str
    alt: str
    remote: bool = False


def boxes_in(drawing: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes in a drawing."""
    return outermost(drawing, W + "txbxContent")


def is_rule(picture: etree._Element) -> bool:
    """Whether a VML picture is a horizontal rule."""
    return any(shape.get(OFFICE + "hr") in ("t", "true") for shape in picture)


def pictures_in(
    drawing: etree._Element, package: Package, part: Part, pictures: Pictures
) -> Iterator[Drawn]:
    """The pictures in a drawing, those in its text boxes aside."""
    alt = _described(drawing)
    found = outermost(drawing, A + "blip", V + "imagedata", W + "txbxContent")
    for _number, image in zip(range(MOST_IN_ONE), found, strict=False):
        if image.tag == W + "txbxContent":
            continue
        yield _drawn(image, alt or _clean(image.get(OFFICE + "title")), package, part, pictures)


def _drawn(
    image: etree._Element, alt: str, package: Package, part: Part, pictures: Pictures
) -> Drawn:
    names = (R + "embed", R + "id", R + "pict", OFFICE + "relid", R + "link")
    ids = [found for name in names if (found := image.get(name))]
    relations = [part.relations[each] for each in ids if each in part.relations]
    for relation in relations:
        data = package.bytes_of(relation, MAX_SOURCE)
        if data is not None:
            return Drawn(pictures.address(data), alt)
    return Drawn("", alt, remote=any(relation.outside for relation in relations))


def _described(drawing: etree._Element) -> str:
    """The alternative text: the description, or else the title."""
    for each in drawing.iter():
        name = each.tag.rpartition("}")[2] if isinstance(each.tag, str) else ""
        if name == "docPr":
            return _clean(each.get("descr")) or _clean(each.get("title"))
        if name in ("shape", "rect") and each.get("alt"):
            return _clean(each.get("alt"))
    return ""


def _clean(words: str | None) -> str:
    plain = " ".join(MADE_BY_PROGRAM.sub("", words or "").split())[:1000]
    return "" if FILE_NAME.fullmatch(plain) else plain
