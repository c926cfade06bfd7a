"""Changes named without a result where results stand around: whether they are there is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.lists import names_of
from pmchat.reports.polarity import find_cues
from pmchat.reports.rows import Row

_FEWEST = 2  # rows with a result, or names in a list
_NEAR = 3  # rows


def doubt_silences(rows: list[Row]) -> list[Row]:
    """The rows, with those marked as silent that may only name what was looked for.

    "MET exon 14 skipping" alone between "ALK: not detected" and "RET: not detected" may be there
    or not; so may the line below a list of negatives that ends without a full stop.
    """
    out: list[Row] = []
    for index, row in enumerate(rows):
        named = any(not item.bare and item.mark is None for item in names_of(_untabbed(row)))
        doubt = named and (_below_negatives(out, row) or _amid_results(rows, index))
        out.append(replace(row, silent=True) if doubt else row)
    return out


def _untabbed(row: Row) -> Row:
    """The row of a table as words, when only one of its cells is filled."""
    text = row.text
    return replace(row, text=text.lstrip("\t")) if text.count("\t") == 1 else row


def _beside(one: Row, other: Row) -> bool:
    """True for rows on lines that follow each other in the same part of the report."""
    return other.follows(one) and one.section == other.section


def _below_negatives(above: Sequence[Row], row: Row) -> bool:
    """True right below a list of what was not found that no full stop ends."""
    if not above or not _beside(above[-1], row):
        return False
    last = above[-1]
    if last.silent:
        return True
    names = len(find_genes(last.text)) + len(find_marks(last.text))
    cues = find_cues(last.text)
    denied = bool(cues) and {cue.polarity for cue in cues} == {"absent_stated"}
    listed = names >= _FEWEST and denied and "," in last.text[cues[0].end :]
    return listed and not last.text.rstrip().endswith((".", ";"))


def _amid_results(rows: Sequence[Row], index: int) -> bool:
    """True when the rows around, without a gap, each name something and state its result.

    What stands above all results heads the list of what was found.
    """
    above, below = (_told(rows, index, step) for step in (-1, 1))
    return above > 0 and above + below >= _FEWEST


def _told(rows: Sequence[Row], index: int, step: int) -> int:
    """How many of the next rows that way each state a result in words."""
    count = 0
    for place in range(index + step, index + step * (_NEAR + 1), step):
        if not 0 <= place < len(rows):
            break
        one, other = sorted((place, place - step))
        row = rows[place]
        named = find_genes(row.text) or find_marks(row.text)
        if not (_beside(rows[one], rows[other]) and named and find_cues(row.text)):
            break
        count += 1
    return count
