"""What is drawn on a terminal, as against written, and how much room there is."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summarize.render import width_of
from summarize.stages import RenderOptions

ROOMY = 40
"""Columns from which there is room to indent."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The characters of one page, and its width."""

    width: int
    """Columns."""
    bullet: str
    rule: str
    dot: str

    @classmethod
    def of(cls, options: RenderOptions) -> Marks:
        """Those that the terminal can show."""
        return cls(width_of(options), *(("*", "-", "-") if options.ascii else ("•", "─", "·")))

    @property
    def indent(self) -> int:
        """Columns in front of what belongs to a heading."""
        return 3 if self.width >= ROOMY else 0

    def typed(self, told: str) -> str:
        """Our own words with the dot that the terminal can show."""
        return told.replace("·", self.dot)

    def heading(self, title: Text, tail: str) -> Text:
        """A title with a line to the edge, and what stands there; on lines of their own where that is too narrow."""
        room = self.width - cell_len(title.plain) - cell_len(tail) - 2
        if room < 2:
            return Text.assemble(title, f"\n{tail}")
        return Text.assemble(title, (f" {self.rule * room} ", "dim"), tail)

    def item(self, mark: Text, text: Text, indent: int = 0) -> RenderableType:
        """A text with a mark at the left of its first line; its other lines stand below the text where there is room."""
        if self.width < ROOMY:
            return Text.assemble(mark, " ", text)
        table = Table.grid(padding=(0, 1))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        table.add_row(mark, text)
        return Padding(table, (0, 0, 0, indent))
