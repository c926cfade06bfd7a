"""Genes that handle medicines, each in a paragraph: its name alone, its genotype and type below."""

from __future__ import annotations

import re
from dataclasses import replace

from pmchat.reports.biomarkers import find_marks
from pmchat.reports.genes import find_genes
from pmchat.reports.pgx import GENES
from pmchat.reports.sections import Placed

_HLA = re.compile(r"\s*HLA-[A-Z]+\d?\*\d{2,3}:?\d{2,3}\s*")
_LABEL = re.compile(r"[A-Za-z)]:(?:\s|$)(?![^()]*\))")
_MOST_LINES = 5
_LONGEST_LINE = 10  # words


def join_paragraphs(placed: list[Placed]) -> list[Placed]:
    """The lines with those of each such paragraph as cells of one table row."""
    number = max((one.table_row for one in placed), default=0)
    out: list[Placed] = []
    index = 0
    while index < len(placed):
        lines = _paragraph(placed, index)
        if _of_one_gene(lines):
            number += 1
            for one in lines:
                line = replace(one.line, text=f"\t{one.line.text.strip()}")
                out.append(replace(one, line=line, table_row=number))
        else:
            out.extend(lines or placed[index : index + 1])
        index += len(lines) or 1
    return out


def _paragraph(placed: list[Placed], index: int) -> list[Placed]:
    """The lines from here to the next blank one."""
    for stop in range(index, len(placed)):
        if placed[stop].line.blank:
            return placed[index:stop]
    return placed[index:]


def _of_one_gene(lines: list[Placed]) -> bool:
    """True for the name of one such gene above a few short lines that name none."""
    if not 1 < len(lines) <= _MOST_LINES or not _names_gene(lines[0].line.text):
        return False
    return all(_plain(one) for one in lines) and not any(
        find_genes(one.line.text) or find_marks(one.line.text) for one in lines[1:]
    )


def _names_gene(text: str) -> bool:
    """True for nothing but the name of a gene or of an allele of HLA."""
    genes = find_genes(text)
    alone = len(genes) == 1 and genes[0].symbol in GENES
    return bool(_HLA.fullmatch(text)) or (alone and len(text.split()) == 1)


def _plain(one: Placed) -> bool:
    text = one.line.text
    short = len(text.split()) <= _LONGEST_LINE
    return short and not one.heading and not one.table_row and not _LABEL.search(text)
