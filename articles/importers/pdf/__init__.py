"""PDF: pages of placed glyphs, from which the running text has to be found again.

`opening` opens the file, `reading` reads a page (`glyphs`, `faces`, `words`, `tags`), `margins`
takes away what stands around the text, `columns` and `lines` find the reading order, `paragraphs`,
`tables`, `notes` and `kinds` find blocks and what they are, or `structure` does where the file is
tagged; `joining` makes running words of lines, and `facts` finds title, byline and date.

Pictures in PDFs are not taken: their captions are.
"""

from __future__ import annotations

from articles.importers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
