"""Lists of names that are answered by Yes or No, one or several to a line."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.cells import Cell, split_cells
from pmchat.reports.genes import find_genes
from pmchat.reports.sections import Placed, Section

_ANSWER = re.compile(r"yes|no", re.I)
_ANSWERED = re.compile(r"\b(?:yes|no)\b", re.I)
# Below such words, "yes" tells that a gene was looked at.
_OF_TEST = re.compile(r"\b(?:cover|test(?:ed|s)\b|analy[sz]|includ|target|sequenc|panel)", re.I)
_FEWEST = 3  # answers
_LOOK_BACK = 2  # lines


def split_pairs(placed: list[Placed]) -> list[Placed]:
    """The lines with each name and its answer as a table row of its own."""
    number = max((one.table_row for one in placed), default=0)
    out: list[Placed] = []
    index = 0
    while index < len(placed):
        block = _block(placed, index)
        if sum(map(len, block)) < _FEWEST or _tells_of_test(placed, index):
            out.append(placed[index])
            index += 1
            continue
        for one, pairs in zip(placed[index:], block, strict=False):
            for name, answer in pairs:
                number += 1
                kind = Section("positives" if answer.text.lower() == "yes" else "negatives")
                for text in (name.text, f"\t{answer.text}"):
                    line = replace(one.line, text=text)
                    out.append(replace(one, line=line, section=kind, table_row=number))
        index += len(block)
    return out


def _block(placed: list[Placed], index: int) -> list[list[tuple[Cell, Cell]]]:
    """The pairs of each line from here on, as far as lines hold nothing else."""
    block = []
    for one in placed[index:]:
        pairs = _pairs(one)
        if not pairs:
            break
        block.append(pairs)
    return block


def _pairs(one: Placed) -> list[tuple[Cell, Cell]]:
    """The names of a line, each with its answer; nothing when anything else stands there."""
    if one.table_row or not _ANSWERED.search(one.line.text):
        return []
    mark = "|" if "|" in one.line.text else "\t" if "\t" in one.line.text.strip() else ""
    cells = split_cells(one.line.text, mark)
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    whole = 2 * len(pairs) == len(cells)
    fits = all(_names(name.text) and _ANSWER.fullmatch(answer.text) for name, answer in pairs)
    return pairs if whole and fits else []


def _names(text: str) -> bool:
    return bool(find_genes(text) or find_marks(text)) and ":" not in text.replace("::", "")


def _tells_of_test(placed: list[Placed], index: int) -> bool:
    above = [one.line.text for one in placed[max(0, index - _LOOK_BACK) : index]]
    return bool(_OF_TEST.search(" ".join([*above, placed[index].section.title or ""])))
