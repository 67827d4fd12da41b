"""Pages to blocks, by the file's own structure where it can be trusted, or else by looks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from articles.importers.pdf.blocks import Block
from articles.importers.pdf.columns import lines_in_order
from articles.importers.pdf.contents import find_contents
from articles.importers.pdf.flow import joined_over_pages
from articles.importers.pdf.grids import Grid, take_grids
from articles.importers.pdf.joining import Joiner, Vocabulary, vocabulary
from articles.importers.pdf.kinds import find_headings, find_items, find_quotations
from articles.importers.pdf.lines import line_of, rows_of
from articles.importers.pdf.measures import Measures, measure
from articles.importers.pdf.model import Line, Page, Word
from articles.importers.pdf.notes import Note, take_notes
from articles.importers.pdf.opening import About
from articles.importers.pdf.paragraphs import Divider
from articles.importers.pdf.structure import are_trusted, page_blocks, told_apart
from articles.importers.pdf.tables import Table, find_tables
from articles.importers.pdf.turned import turned_lines
from articles.importers.pieces import Kind, Why


class Maker:
    """Makes the blocks of a document, and keeps what was found on the way."""

    def __init__(self, pages: Sequence[Page], about: About) -> None:
        self.pages = pages
        self.about = about
        self.measures = Measures()
        self.lines: list[Line] = []
        self.notes: list[Note] = []
        self.marks: dict[int, int] = {}
        self.known = Vocabulary()
        self.grids: dict[int, Grid] = {}  # by the identity of the word that stands for one

    def blocks(self) -> list[Block]:
        """All blocks in reading order."""
        tagged = self.about.tagged and are_trusted(self.pages)
        blocks = self._by_structure() if tagged else self._by_looks()
        blocks = joined_over_pages(blocks, self.measures)
        find_headings(blocks, self.measures, self.about.outline)
        find_items(blocks)
        if not tagged:
            find_quotations(blocks, self.measures)
        return blocks

    def _by_structure(self) -> list[Block]:
        blocks = [block for page in self.pages for block in page_blocks(page)]
        self.lines = [line for block in blocks for line in block.lines]
        self.measures = measure(self.lines)
        self.known = vocabulary(self.lines)
        return self._with_tagged_tables(told_apart(blocks, self.measures))

    def _by_looks(self) -> list[Block]:
        pages = []
        for page in self.pages:
            for grid in take_grids(page):
                self.grids[id(grid.place)] = grid
            lines = lines_in_order(page.words, page.number)
            last = max((line.region for line in lines), default=0)
            pages.append(lines + turned_lines(page, last + 1))
        self.lines = [line for lines in pages for line in lines]
        self.measures = measure(self.lines)
        self.known = vocabulary(self.lines)
        feet = take_notes(pages, self.measures)
        self.notes, self.marks = feet.notes, feet.marks
        return self._divided(feet.lines)

    def _divided(self, lines: Sequence[Line]) -> list[Block]:
        """Lines as blocks; tables and contents by themselves."""
        contents = find_contents(lines)
        found = find_tables([line for line in lines if id(line) not in contents], self.measures)
        tables = {id(line): table for table in found for line in table.lines}
        divider = Divider(self.measures, lines)
        blocks: list[Block] = []
        for key, run in groupby(lines, key=lambda line: self._key(line, contents, tables)):
            members = list(run)
            if key[2]:
                blocks += [self._grid(line) for line in members]
            elif key[0]:
                blocks += [Block([line], why=Why.CONTENTS) for line in members]
            elif id(members[0]) in tables:
                blocks.append(self._table(tables[id(members[0])]))
            else:
                blocks += divider.blocks(members)
        return blocks

    def _key(
        self, line: Line, contents: set[int], tables: dict[int, Table]
    ) -> tuple[bool, int, bool]:
        """What a line belongs to."""
        return id(line) in contents, id(tables.get(id(line))), id(line.words[0]) in self.grids

    def _grid(self, line: Line) -> Block:
        """The table that a line stands for."""
        grid = self.grids[id(line.words[0])]
        joiner = Joiner(self.known, self.marks)
        rows = [
            [
                joiner.markdown(self._lines_of(cell, line.page), in_cell=True) if cell else ""
                for cell in row
            ]
            for row in grid.rows()
        ]
        lines = self._lines_of(grid.words, line.page)
        return Block(lines, Kind.TABLE, rows=rows, sure=0.9, why=Why.LOOKS)

    def _lines_of(self, words: Sequence[Word], page: int) -> list[Line]:
        return [line_of(row, page) for row in rows_of(words)]

    def _table(self, table: Table) -> Block:
        joiner = Joiner(self.known, self.marks)
        page = table.lines[0].page
        rows = [
            [
                joiner.markdown(self._lines_of(cell, page), in_cell=True) if cell else ""
                for cell in row
            ]
            for row in table.rows
        ]
        return Block(table.lines, Kind.TABLE, rows=rows, sure=0.7, why=Why.LOOKS)

    def _with_tagged_tables(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks, with those of one table put together."""
        made: list[Block] = []
        for key, run in groupby(blocks, key=_table_of):
            members = list(run)
            made += [self._tagged_table(members)] if key[1] else members
        return made

    def _tagged_table(self, cells: Sequence[Block]) -> Block:
        joiner = Joiner(self.known, self.marks)
        rows: dict[int, dict[int, list[Line]]] = {}
        for cell in cells:
            if cell.tagged:
                row = rows.setdefault(cell.tagged.row, {})
                row.setdefault(cell.tagged.cell, []).extend(cell.lines)
        lines = [line for cell in cells for line in cell.lines]
        width = max(max(row) for row in rows.values())
        if width < 2:  # a table for the layout's sake
            return Block(lines, known=True, role="P")
        made = [
            [
                joiner.markdown(row[at], in_cell=True) if at in row else ""
                for at in range(1, width + 1)
            ]
            for _number, row in sorted(rows.items())
        ]
        return Block(lines, Kind.TABLE, known=True, rows=made, role="Table")


def _table_of(block: Block) -> tuple[int, int]:
    return block.first.page, block.tagged.table if block.tagged else 0
