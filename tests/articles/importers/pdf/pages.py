"""PDFs for tests, set word by word as TeX does, or line by line."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from articles.importers import Reading, read_file
from articles.importers.pieces import Kind, Piece, Why

SIZE, LEADING = 10.0, 12.0
FONT = "Times-Roman"
TOP = 760.0

Draw = Callable[[Canvas], None]

HARBOUR = (
    "The harbour of Orre was built by people who did not expect ships. They wanted a wall"
    " against the west wind, behind which boats could be drawn up, and only when the wall stood"
    " did somebody notice that the water behind it was deep enough for more than boats."
)
GAUGE = (
    "A gauge was set up at its end in the year after, and a keeper was paid to read it three"
    " times a day. He wrote the figures into a book with a pencil on a string, and the book was"
    " changed when it was full or when it had fallen into the water, whichever came first."
)
LETTER = (
    "Nobody asked for the figures until a merchant wrote from the capital that his ship had"
    " touched the ground where the chart showed four fathoms. The keeper answered that the chart"
    " was wrong and the book was right, and he sent a copy of the page to prove his case."
)
TEXTS = (HARBOUR, GAUGE, LETTER)


def made(*pages: Draw, title: str = "", author: str = "", **options: object) -> bytes:
    """A PDF of pages, each drawn by a function."""
    whole = io.BytesIO()
    canvas = Canvas(whole, invariant=True, **options)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return whole.getvalue()


def read(*pages: Draw, title: str = "", author: str = "") -> Reading:
    return read_file(made(*pages, title=title, author=author), "a.pdf")


def kept(reading: Reading, kind: Kind | None = None) -> list[str]:
    """The words of the pieces that are kept, or of those of a kind."""
    return [piece.words for piece in reading.pieces if piece.kept and kind in (None, piece.kind)]


def left(reading: Reading, why: Why) -> list[str]:
    """What is left out for that reason."""
    return [piece.source for piece in reading.pieces if not piece.kept and piece.why is why]


def pieces(reading: Reading, kind: Kind) -> list[Piece]:
    return [piece for piece in reading.pieces if piece.kept and piece.kind is kind]


def wrapped(words: str, width: float, size: float = SIZE, indent: float = 0.0) -> list[list[str]]:
    """Words in lines of that width."""
    lines: list[list[str]] = [[]]
    room = width - indent
    for word in words.split():
        long = stringWidth(word + " ", FONT, size)
        if lines[-1] and long > room:
            lines.append([])
            room = width
        lines[-1].append(word)
        room -= long
    return lines


def put(
    canvas: Canvas,
    words: str,
    x: float = 72,
    y: float = TOP,
    width: float = 240,
    *,
    size: float = SIZE,
    leading: float = LEADING,
    indent: float = 0.0,
    hang: float = 0.0,
    justified: bool = True,
    font: str = FONT,
    only: slice = slice(None),
) -> float:
    """Draws a paragraph, or some of its lines, word by word, without blanks.

    Answers the y of the line after it.
    """
    lines = wrapped(words, width - hang, size, indent)
    for place, line in list(enumerate(lines))[only]:
        start = x + (indent if place == 0 else hang)
        room = x + width - start - sum(stringWidth(word, font, size) for word in line)
        blank = stringWidth(" ", font, size)
        if justified and place < len(lines) - 1 and len(line) > 1:
            blank = room / (len(line) - 1)
        canvas.setFont(font, size)
        for word in line:
            canvas.drawString(start, y, word)
            start += stringWidth(word, font, size) + blank
        y -= leading
    return y


def put_lines(
    canvas: Canvas,
    lines: Sequence[str],
    x: float = 72,
    y: float = TOP,
    *,
    size: float = SIZE,
    leading: float = LEADING,
    font: str = FONT,
) -> float:
    """Draws lines as they are."""
    canvas.setFont(font, size)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= leading
    return y


def page(*texts: str, gap: float = 6.0, width: float = 240.0, indent: float = 0.0) -> Draw:
    """A page of paragraphs with a gap between them, or an indent."""

    def draw(canvas: Canvas) -> None:
        y = TOP
        for text in texts:
            y = put(canvas, text, y=y, width=width, indent=indent) - gap

    return draw
