"""Glyphs to words: where a blank, a gap, another line or another face divides them."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from articles.importers.pdf.glyphs import Glyph
from articles.importers.pdf.model import Face, Word

GAP = 0.15  # of the size: TeX shrinks its blanks to 0.2, and letters are kerned by less than 0.1
RTL_GAP = 0.05  # for Arabic, whose letters overhang: what is more is looked at line by line
BACK = 0.35  # of the size: how far a letter may begin before the end of the last
SAME_LINE = 0.12  # of the size: how far baselines of one word may lie apart

# spacing accents that old fonts set over or under a letter, and what they combine to
ACCENTS = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304",
    "˘": "\u0306", "˙": "\u0307", "¸": "\u0327", "ˇ": "\u030c", "˚": "\u030a", "˝": "\u030b",
}  # fmt: skip
# signs of symbol fonts that stand before items
SYMBOLS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf0a8": "◦",
    "\uf02d": "–", "\uf06f": "◦", "\uf0e0": "→", "\uf0e8": "➔",
}  # fmt: skip
FIRST_MARK = "\u0300"
MAX_MARKS = 3_000  # of one page that stand alone
LIGATURES = range(0xFB00, 0xFB07)
PRESENTATION_FORMS = (range(0xFB1D, 0xFE00), range(0xFE70, 0xFEFF))
NOTHING = {"\u200b", "\ufeff", "\u2060", "\u200e", "\u200f"}


def main_angle(glyphs: Iterable[Glyph | None], rotation: int) -> float:
    """The angle, in degrees, of what stands upright on the page as it is shown."""
    angles = Counter([glyph[7] for glyph in glyphs if glyph])
    upright = float(rotation * 90 % 360)
    if not angles or angles[upright] * 2 >= angles.total():
        return upright
    most = angles.most_common(1)[0][0]
    return most if most % 90 == 0 else upright


def words_by_angle(
    glyphs: Sequence[Glyph | None], box: tuple[float, float, float, float]
) -> dict[float, list[Word]]:
    """The words of each direction, in coordinates in which they are upright.

    `box` is the page's: left, bottom, right, top.
    """
    parts: dict[float, list[Glyph | None]] = {}
    part: list[Glyph | None] = []
    last = -1.0
    for glyph in glyphs:
        if glyph is not None and glyph[7] != last:
            last = glyph[7]
            part = parts.setdefault(last, [])
        part.append(glyph)
    return {
        angle: _moved(_words(part), *_corner(angle, box)) for angle, part in parts.items() if part
    }


def _corner(angle: float, box: tuple[float, float, float, float]) -> tuple[float, float]:
    turn = math.radians(angle)
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    along = min(x * math.cos(turn) + y * math.sin(turn) for x, y in corners)
    return along, min(x * math.sin(turn) - y * math.cos(turn) for x, y in corners)


def _moved(words: list[Word], left: float, top: float) -> list[Word]:
    for word in words:
        word.x0 -= left
        word.x1 -= left
        word.y -= top
    return words


def _words(glyphs: Sequence[Glyph | None]) -> list[Word]:
    words: list[Word] = []
    word: Word | None = None
    blank = False
    last_x0 = 0.0
    for glyph in glyphs:
        if glyph is None:
            if word is not None:
                word.blank_after = True
            word, blank = None, True
            continue
        sign, x0, x1, y, size, face, tag, _angle = glyph
        if sign >= FIRST_MARK and sign in NOTHING:
            continue
        if sign >= FIRST_MARK and len(sign) > 1 and is_rtl_sign(sign[0]):
            sign = sign[::-1]  # will be turned round with its line
        if sign >= FIRST_MARK and unicodedata.combining(sign[0]) and len(sign) == 1:
            if word is not None and word.x0 <= x0 <= word.x1 + 0.05 * size:
                _insert(word, sign, ((x0 + x1) / 2 - word.x0) / max(0.1, word.x1 - word.x0))
                word.x1 = max(word.x1, x1)  # letter and mark may be halves of one glyph
            else:  # its letter comes later, or came before
                words.append(Word(sign, x0, max(x0, x1), y, size, face, tag, len(words), blank))
                word = None
            continue
        if word is not None and _goes_on(word, last_x0, x0, y, size, face, tag):
            word.text += sign
            last_x0 = x0
            if x1 > word.x1:
                word.x1 = x1
            continue
        if words and not blank and _is_painted_again(words[-1], sign, x0, y):
            continue
        word = Word(sign, x0, max(x0, x1), y, size, face, tag, len(words), blank)
        words.append(word)
        last_x0 = x0
        blank = False
    return [each for each in _with_marks(words) if _cleaned(each)]


def _with_marks(words: list[Word]) -> list[Word]:
    """Accents that came alone are put to the letters over or under which they lie."""
    _level(words)
    marks = [word for word in words if unicodedata.combining(word.text[0]) and len(word.text) == 1]
    if not marks or len(marks) > MAX_MARKS:
        return words
    alone = {id(mark) for mark in marks}
    letters = [word for word in words if id(word) not in alone]
    for mark in marks:
        middle = (mark.x0 + mark.x1) / 2
        home = next(
            (
                word
                for word in letters
                if word.x0 - 0.1 * word.size <= middle <= word.x1 + 0.1 * word.size
                and abs(word.y - mark.y) < 0.5 * word.size
            ),
            None,
        )
        if home is not None:
            _insert(home, mark.text, (middle - home.x0) / max(0.1, home.x1 - home.x0))
    return letters


def _level(words: Sequence[Word]) -> None:
    """Arabic letters that are painted with their accent, above the line, go down to it."""
    heights = Counter(round(word.y) for word in words)
    for word in words:
        alone = heights[round(word.y)] <= 2 and len(word.text) <= 2
        if not alone or not any(map(is_rtl_sign, word.text)):
            continue
        for other in words:
            beside = max(other.x0 - word.x1, word.x0 - other.x1) < 0.3 * word.size
            if other is not word and beside and 0 < abs(other.y - word.y) < 0.6 * word.size:
                word.y = other.y
                break


def _insert(word: Word, mark: str, part: float) -> None:
    """Puts a mark to the letter at that part of a word's width."""
    bases = [at for at, sign in enumerate(word.text) if not unicodedata.combining(sign)]
    if not bases:
        return
    at = bases[max(0, min(len(bases) - 1, int(part * len(bases))))]
    at += 0 if is_rtl_sign(word.text[at]) else 1
    word.text = word.text[:at] + mark + word.text[at:]


def is_rtl_sign(sign: str) -> bool:
    """Whether it is a letter of a script that runs from right to left."""
    return sign > "\u058f" and unicodedata.bidirectional(sign) in ("R", "AL")


def gap_after(sign: str) -> float:
    """The least blank after a sign, as part of the size: boxes of Arabic letters are narrow."""
    return RTL_GAP if is_rtl_sign(sign) else GAP


def _goes_on(
    word: Word, last_x0: float, x0: float, y: float, size: float, face: Face, tag: int
) -> bool:
    if face is not word.face or tag != word.tag or abs(y - word.y) > SAME_LINE * size:
        return False
    gap = x0 - word.x1
    if gap > RTL_GAP * size and gap > gap_after(word.text[-1]) * size:
        return False
    if abs(size - word.size) > 0.05 * size:
        return False
    # letters of one ligature lie over each other
    return gap > -BACK * size or x0 >= last_x0 - 0.1 * size


def _is_painted_again(word: Word, sign: str, x0: float, y: float) -> bool:
    """Bold made by painting a letter twice, a little moved."""
    near = abs(x0 - word.x0) < 0.05 * word.size and abs(y - word.y) < 0.05 * word.size
    return near and word.text == sign


def _cleaned(word: Word) -> bool:
    """Writes the word with the usual letters; answers whether anything is left."""
    text = word.text
    if text.isascii():
        return bool(text)
    if any(ord(sign) in LIGATURES for sign in text):
        text = "".join(
            unicodedata.normalize("NFKC", sign) if ord(sign) in LIGATURES else sign for sign in text
        )
    if any(ord(sign) in span for sign in text for span in PRESENTATION_FORMS):
        text = unicodedata.normalize("NFKC", text)
    if any(sign in ACCENTS for sign in text) and len(text) > 1:
        text = _with_accents(text)
    text = "".join(SYMBOLS.get(sign, sign) for sign in text)
    word.text = unicodedata.normalize("NFC", text)
    return bool(word.text)


def _with_accents(text: str) -> str:
    """TeX's old fonts set the accent first, and then the letter under it."""
    made: list[str] = []
    place = 0
    while place < len(text):
        sign = text[place]
        follows = text[place + 1 : place + 2]
        if sign in ACCENTS and follows.isalpha():
            letter = {"ı": "i", "ȷ": "j"}.get(follows, follows)
            both = unicodedata.normalize("NFC", letter + ACCENTS[sign])
            if len(both) == 1:
                made.append(both)
                place += 2
                continue
        made.append(sign)
        place += 1
    return "".join(made)
