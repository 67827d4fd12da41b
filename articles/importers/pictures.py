"""Pictures made anew: nothing of the file's own bytes is served, and nothing that it tells besides.

Only what Pillow itself decodes safely is taken; SVG holds scripts and addresses, and is not.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from PIL import ExifTags, Image, ImageOps

from articles.importers.pieces import Picture, Warning
from articles.picturing import MEDIA_TYPES
from articles.refusing import gettext_noop

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
MAX_SOURCE = 30_000_000  # bytes of a picture in the file
MAX_PIXELS = 40_000_000  # decoded at once: 160 MB
MAX_PHOTO_PIXELS = 110_000_000  # in a JPEG that is decoded smaller: as the largest cameras make
MAX_PIXELS_IN_ALL = 400_000_000  # of all the pictures in one file: some seconds of work
SIDEWAYS = (5, 6, 7, 8)  # how Exif says that the camera was turned (TIFF 6.0, Orientation)
MIN_SIDE = 3  # pixels; what is thinner spaces, divides or counts readers
MAX_WIDTH = 1600
MAX_HEIGHT = 8000
MAX_BYTES = 2_000_000
MAX_PICTURES = 200
MAX_BYTES_IN_ALL = 60_000_000
SMALLER = (1.0, 0.7, 0.5, 0.35)  # sizes tried until one is small enough


def remade(data: bytes) -> Picture | None:
    """The picture, made anew from its pixels; None for what is none, or too large, or too thin.

    At most 1,600 pixels wide and 2 MB. Photographs stay JPEG; of moving pictures the first.
    """
    image = _decoded(data)
    return _encoded(image) if image is not None else None


def pixels_of(data: bytes) -> int:
    """How many pixels the picture says it has; 0 for what is none."""
    try:
        with _opened(data) as opened:
            return opened.width * opened.height
    except Image.DecompressionBombError:
        return MAX_PIXELS_IN_ALL
    except Exception:  # as in _decoded
        return 0


def _decoded(data: bytes) -> Image.Image | None:
    if not data or len(data) > MAX_SOURCE:
        return None
    try:
        with _opened(data) as opened:
            is_photo = opened.format == "JPEG"
            if is_photo and opened.width * opened.height <= MAX_PHOTO_PIXELS:
                _draft(opened)
            if opened.width * opened.height > MAX_PIXELS or min(opened.size) < MIN_SIDE:
                return None
            image = _in_eight_bits(ImageOps.exif_transpose(opened))
            image = image.convert("RGB" if is_photo or not _is_clear(image) else "RGBA")
            image.thumbnail((MAX_WIDTH, MAX_HEIGHT))
            image.info = {"photo": is_photo}
            return image
    except Exception:
        # decoders meet hostile bytes with errors of every kind; whichever, it is no picture
        return None


def _opened(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        # the sizes are judged here
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(io.BytesIO(data), formats=FORMATS)


def _draft(opened: Image.Image) -> None:
    """Asks for half, a quarter or an eighth of the size where that is as large as what is kept.

    Decoders of JPEG make these at a fraction of the cost.
    """
    turned = opened.getexif().get(ExifTags.Base.Orientation) in SIDEWAYS
    width, height = (MAX_HEIGHT, MAX_WIDTH) if turned else (MAX_WIDTH, MAX_HEIGHT)
    scale = min(width / opened.width, height / opened.height, 1.0)
    opened.draft("RGB", (ceil(opened.width * scale), ceil(opened.height * scale)))


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """The picture; one with 65,536 greys with 256 of them, which else all became white."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")


def _is_clear(image: Image.Image) -> bool:
    """Whether parts of it can be seen through."""
    return image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info


def _encoded(image: Image.Image) -> Picture | None:
    for scale in SMALLER:
        size = (max(1, int(image.width * scale)), max(1, int(image.height * scale)))
        smaller = image if scale == 1 else image.resize(size)
        suffix, data = _bytes_of(smaller, photo=bool(image.info.get("photo")))
        if len(data) <= MAX_BYTES:
            # the size is part of the name, so that a page leaves room for it without asking
            digest = hashlib.sha256(data).hexdigest()[:24]
            name = f"{digest}-{smaller.width}x{smaller.height}.{suffix}"
            return Picture(name, data, MEDIA_TYPES[suffix], smaller.width, smaller.height)
    return None


def _bytes_of(image: Image.Image, *, photo: bool) -> tuple[str, bytes]:
    """The picture in the format that suits it, without anything but its pixels."""
    clean = image.copy()
    clean.info = {}
    written = io.BytesIO()
    if photo:
        clean.save(written, "JPEG", quality=85)
        return "jpg", written.getvalue()
    # twice as fast as the usual level, and hardly larger
    clean.save(written, "PNG", compress_level=3)
    if written.tell() <= MAX_BYTES:
        return "png", written.getvalue()
    written = io.BytesIO()
    clean.save(written, "WEBP", quality=85, method=2)
    return "webp", written.getvalue()


def _nothing() -> None:
    """For whoever does not want to know."""


@dataclass
class Pictures:
    """The pictures of one file, each made once, up to a number and a size of them all.

    `tick` is called before each that is made, which may take half a second.
    """

    tick: Callable[[], None] = _nothing
    taken: dict[str, Picture] = field(default_factory=dict)
    left: int = 0  # how many were too many
    large: int = 0  # how many were too large
    _known: dict[bytes, Picture | None] = field(default_factory=dict)
    _bytes: int = 0
    _pixels: int = 0

    def take(self, data: bytes) -> Picture | None:
        """The picture made anew; None for what is none, and for one too many."""
        key = hashlib.sha256(data).digest()
        if key not in self._known:
            self.tick()
            self._known[key] = self._made(data)
        return self._known[key]

    def address(self, data: bytes) -> str:
        """Where the site serves the picture; empty where it is not taken."""
        picture = self.take(data)
        return f"/pictures/{picture.name}" if picture else ""

    def warnings(self) -> list[Warning]:
        """What to say of pictures that were too many or too large."""
        said = (
            (self.left, gettext_noop("%(count)d pictures too many were left out.")),
            (self.large, gettext_noop("%(count)d pictures that are too large were left out.")),
        )
        return [Warning(template, _of(count)) for count, template in said if count]

    def _made(self, data: bytes) -> Picture | None:
        said = pixels_of(data)
        pixels = min(said, MAX_PIXELS)
        if (
            len(self.taken) >= MAX_PICTURES
            or self._bytes >= MAX_BYTES_IN_ALL
            or self._pixels + pixels > MAX_PIXELS_IN_ALL
        ):
            self.left += 1
            return None
        self._pixels += pixels
        picture = remade(data)
        if picture is None and (said > MAX_PIXELS or (said and len(data) > MAX_SOURCE)):
            self.large += 1
        if picture and picture.name not in self.taken:
            self.taken[picture.name] = picture
            self._bytes += len(picture.data)
        return picture


def _of(count: int) -> dict[str, str | float]:
    return {"count": count}
