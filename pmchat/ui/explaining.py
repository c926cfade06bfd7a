"""The pictures that stand beside the library's words, each with the sentence that it shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pmchat.corpus.release import Release
from pmchat.i18n import _
from pmchat.model import Document, Statement
from pmchat.ui.citations import opened
from pmchat.ui.markup import paragraph
from pmchat.ui.pictures.checkpoint import checkpoint
from pmchat.ui.pictures.gene_to_drug import gene_to_drug
from pmchat.ui.pictures.hundred import figures
from pmchat.ui.pictures.inherited_or_not import inherited_or_not
from pmchat.ui.pictures.people import people
from pmchat.ui.pictures.svg import Picture
from pmchat.ui.quotes import quote_html, quotes

_DRAWINGS: dict[str, tuple[Callable[[], Picture], tuple[tuple[str, str], ...]]] = {
    "gene to drug": (
        gene_to_drug,
        (
            ("fnd-dna-genes-proteins#gene-to-protein", r"^A cell reads a gene"),
            ("tgt-how-it-works#what-is-it", r"^Some targeted drugs block signals"),
        ),
    ),
    "checkpoint": (
        checkpoint,
        (
            ("imm-checkpoint-inhibitors#how-they-work", r"^When PD-1 and PD-L1 join"),
            ("imm-checkpoint-inhibitors#how-they-work", r"^Checkpoint inhibitors work by"),
        ),
    ),
    "inherited or not": (
        inherited_or_not,
        (
            ("fnd-germline-vs-somatic#difference", r"^A germline variant is in nearly every"),
            ("fnd-germline-vs-somatic#difference", r"^A somatic variant is only in certain"),
            ("fnd-germline-vs-somatic#difference", r"somatic variants, which cannot be passed"),
        ),
    ),
}
"""Each drawing with the sentences that say what it shows: where they stand, how they begin."""

_SHOWN = {
    "fnd-dna-genes-proteins": "gene to drug",
    "fnd-what-is-precision-medicine": "gene to drug",
    "tgt-how-it-works": "gene to drug",
    "imm-checkpoint-inhibitors": "checkpoint",
    "imm-how-it-works": "checkpoint",
    "imm-pdl1": "checkpoint",
    "fnd-germline-vs-somatic": "inherited or not",
    "fnd-cancer-is-a-gene-disease": "inherited or not",
    "gen-germline-followup": "inherited or not",
}
"""Which page shows which drawing."""


def drawing_html(document: Document, release: Release, today: date) -> str:
    """The drawing of a page; nothing if it has none or the library no longer says all of it."""
    name = _SHOWN.get(document.id)
    if name is None:
        return ""
    draw, places = _DRAWINGS[name]
    captions = [list(quotes(release, *place, today)) for place in places]
    if not all(captions):
        return ""
    said = "".join(quote_html(release, c) for found in captions for c in found)
    return f"<figure>{_picture(draw())}<figcaption>{said}</figcaption></figure>"


def array_html(statement: Statement) -> str:
    """100 people for each number "of 100" in a sentence; nothing if there is none."""
    found = figures(statement.text)
    return f"<figure>{_picture(people(found))}</figure>" if found else ""


def _picture(picture: Picture) -> str:
    return picture.html() + opened(_("The picture in words"), paragraph(picture.words))
