"""Cards: one change each, with a label in capitals above every value, often two side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pmchat.reports.cells import split_cells
from pmchat.reports.headings import HEADINGS
from pmchat.reports.lines import Line

_FIRST, _SECOND = "GENE", "ALTERATION"
_FEWEST = 4  # lines: both labels with their values
_MOST = 200  # lines of cards that are looked through at a time


def lay_cards(lines: Sequence[Line]) -> list[Line]:
    """The lines with each card on one line of its own, its labels and values parted by tabs.

    Side by side, the change of one gene would be read as one of the other.
    """
    out: list[Line] = []
    index = 0
    while index < len(lines):
        starts = _starts(lines[index])
        block = _block(lines[index : index + _MOST]) if starts else []
        cards = list(_cards(block, starts)) if starts and not _cuts(block, starts) else []
        if cards and all(map(_is_card, cards)):
            out.extend(_joined(card) for card in cards)
            index += len(block)
        else:
            out.append(lines[index])
            index += 1
    return out


def _block(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines up to one that ends a card."""
    stop = next((i for i, line in enumerate(lines) if _ends(line)), len(lines))
    return lines[:stop]


def _cuts(block: Sequence[Line], starts: Sequence[int]) -> bool:
    """True when a value of one card runs into the next, so that neither is sure."""
    return any(line.text[s - 1 : s].strip() for line in block for s in starts if s)


def _ends(line: Line) -> bool:
    """True for a blank line, or the title of the text below a card."""
    titled = (kind for kind, pattern in HEADINGS if pattern.match(line.text))
    return line.blank or next(titled, None) in ("prose", "therapies", "trials")


def _starts(line: Line) -> list[int]:
    """Where each card begins on a line that holds nothing but their first label."""
    cells = split_cells(line.text)
    labelled = not line.noise and all(cell.text == _FIRST for cell in cells)
    return [cell.start for cell in cells] if labelled else []


def _cards(block: Sequence[Line], starts: Sequence[int]) -> Iterator[list[Line]]:
    """The cells of each card of a block, column by column."""
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        card: list[Line] = []
        for line in block:
            text, raw = line.text[start:end].strip(), line.raw[start:end].strip()
            if text == _FIRST and card:
                yield card
                card = []
            if text:
                card.append(replace(line, text=text, raw=raw))
        yield card


def _is_card(card: Sequence[Line]) -> bool:
    return len(card) >= _FEWEST and (card[0].text, card[2].text) == (_FIRST, _SECOND)


def _joined(card: Sequence[Line]) -> Line:
    """One line of all cells; as many letters in its print as in its text."""
    text, raw = "\t".join(c.text for c in card), "\n".join(c.raw for c in card)
    return replace(card[0], text=text, raw=raw)
