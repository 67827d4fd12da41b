"""Letters of fonts that have signs in the places of letters."""

from __future__ import annotations

# the Symbol font's own encoding, from 0x21 and from 0xA1
SYMBOL_LOW = (
    "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
SYMBOL_HIGH = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
SYMBOL_LAST = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"  # from 0xF1
SYMBOL = {
    **{0x21 + place: sign for place, sign in enumerate(SYMBOL_LOW)},
    **{0xA1 + place: sign for place, sign in enumerate(SYMBOL_HIGH)},
    **{0xF1 + place: sign for place, sign in enumerate(SYMBOL_LAST)},
}
WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⬄", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS}
PRIVATE = 0xF000  # where such fonts put their 256 places


def sign_of(font: str | None, code: int) -> str:
    """The sign at a place in a font; the letter of that code where the font is another."""
    place = code - PRIVATE if PRIVATE <= code < PRIVATE + 256 else code
    known = FONTS.get((font or "").lower())
    if known is not None:
        return known.get(place, "")
    is_letter = 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if is_letter and place == code else ""


def unmasked(words: str, font: str | None) -> str:
    """The words with what stands in a sign font's private places as the signs that are seen."""
    if not any(PRIVATE <= ord(letter) < PRIVATE + 256 for letter in words):
        return words
    return "".join(
        sign_of(font, ord(letter)) if PRIVATE <= ord(letter) < PRIVATE + 256 else letter
        for letter in words
    )
