"""Pages of a document as text: its lines, table rows with a tab between the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pmchat.errors import ReportError
from pmchat.i18n import _

_MAX_COLUMNS = 64
_MAX_ROWS_DOWN = 1000
_MAX_HEAD_ROWS = 3
_LAYOUT_LINES = 8
_TOLD_WORDS = 8
_LABEL = re.compile(r"^[A-Z][A-Za-z /()#.'-]{1,40}:")
_RANGE = re.compile(r"(?:normal|reference|expected|standard)(?: \w+){0,2}\s*:", re.I)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True)
class Pages:
    """The text of each page, and what the person should know of the file."""

    texts: list[str]
    warnings: tuple[str, ...] = ()


@dataclass
class Cell:
    """A table cell: its lines, how many columns and rows it fills, whether it is a heading."""

    lines: list[str] = field(default_factory=list)
    across: int = 1
    down: int = 1
    head: bool = False

    @property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(line.replace("\t", " ") for line in self.lines)


def squeeze(text: str) -> str:
    """The text with every run of white space as one space."""
    return _SPACE.sub(" ", text)


def table_lines(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The lines of a table: one a row, its cells parted by tabs."""
    grid = list(_spread(rows))
    headed = bool(grid) and len(grid[0]) > 1 and all(cell.head for cell in grid[0])
    return [line for row in _merge_heads(grid) for line in row_lines(row, headed)]


def row_lines(row: Sequence[Cell], headed: bool = False) -> list[str]:
    """The lines of one row; a row that only places blocks side by side gives them in turn."""
    ranges = [cell for cell in row if _RANGE.match(cell.text)]
    if ranges and not headed:
        rest = [cell for cell in row if cell not in ranges]
        return [*row_lines(rest), *(line for cell in ranges for line in cell.lines)]
    filled = [cell for cell in row if cell.lines]
    if len(filled) < 2 or (not headed and _places_blocks(filled)):
        return [line for cell in filled for line in cell.lines]
    inner = next((cell for cell in row if sum("\t" in line for line in cell.lines)), None)
    if inner is None:
        return ["\t".join(cell.text for cell in row).rstrip("\t")]
    return [
        "\t".join(nested if cell is inner else cell.text for cell in row).rstrip("\t")
        for nested in _nested_rows(inner)
    ]


def page_text(lines: Sequence[str]) -> str:
    """The lines of a page with at most one empty line between."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")


def hidden_warnings(words: int) -> tuple[str, ...]:
    """What to say of words that are in the file but cannot be seen."""
    if words < _TOLD_WORDS:
        return ()
    said = _("This file holds {count:,} words that are hidden or crossed out. They were not read.")
    return (said.format(count=words),)


def check_text(pages: Sequence[str]) -> None:
    """Refuses a document without any words."""
    if not any(re.search(r"\w", page) for page in pages):
        raise ReportError(
            _("There is no text to read."),
            _("If it holds pictures of pages, save it as a PDF, or paste the text of the report."),
        )


def _spread(rows: Sequence[Sequence[Cell]]) -> Iterator[list[Cell]]:
    """Rows in which each cell stands in its column; a cell over several rows stands in each."""
    hanging: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        spread: list[Cell] = []
        waiting = list(row)
        while len(spread) < _MAX_COLUMNS and (waiting or len(spread) in hanging):
            cell, left = hanging.pop(len(spread), (None, 0))
            if cell is None:
                cell = waiting.pop(0)
                left = min(cell.down, _MAX_ROWS_DOWN)
            start = len(spread)
            if left > 1:
                hanging[start] = (cell, left - 1)
            spread.append(cell)
            fill = Cell(cell.lines if cell.head else [], head=cell.head)
            spread.extend(fill for _ in range(min(cell.across, _MAX_COLUMNS) - 1))
        spread.extend(waiting)
        yield spread


def _merge_heads(grid: list[list[Cell]]) -> list[list[Cell]]:
    """The rows with the first rows of headings made one; a heading over two columns names each."""
    heads = 0
    while heads < min(len(grid), _MAX_HEAD_ROWS) and all(c.head for c in grid[heads]):
        heads += 1
    if heads < 2 or any(len([c for c in row if c.lines]) < 2 for row in grid[1:heads]):
        return [_once(row) for row in grid]
    merged = []
    for column in range(max(len(row) for row in grid[:heads])):
        above = [row[column] for row in grid[:heads] if column < len(row)]
        merged.append(Cell(list(dict.fromkeys(cell.text for cell in above if cell.lines))))
    return [merged, *(_once(row) for row in grid[heads:])]


def _once(row: list[Cell]) -> list[Cell]:
    """The row with the words of a wide heading in its first column only."""
    return [
        Cell() if i and cell.head and cell.lines and cell.lines is row[i - 1].lines else cell
        for i, cell in enumerate(row)
    ]


def _places_blocks(filled: list[Cell]) -> bool:
    """True when the cells hold parts of the page rather than values of one result."""
    labels = [sum(bool(_LABEL.match(line)) for line in cell.lines) for cell in filled]
    long = len(filled) <= 3 and any(len(cell.lines) > _LAYOUT_LINES for cell in filled)
    return long or any(count > 1 for count in labels)


def _nested_rows(cell: Cell) -> list[str]:
    """The rows of a table inside a cell; words before it belong to its first row."""
    rows: list[str] = []
    before = ""
    for line in cell.lines:
        if "\t" in line:
            rows.append(f"{before} {line}".lstrip(" ") if before else line)
            before = ""
        elif rows:
            rows[-1] += f" {line}"
        else:
            before = f"{before} {line}".strip()
    return rows
