"""From a gene to a protein to a drug that blocks it."""

from __future__ import annotations

from pmchat.i18n import N_, _
from pmchat.ui.pictures.svg import PAD, Picture, arrow, drawing, lines, text

STEPS = (
    N_("1. Gene\na piece of DNA"),
    N_("2. RNA\na copy of the gene"),
    N_("3. Protein\nbuilt from the copy"),
    N_("4. Drug\nfits the protein and\nblocks its signal"),
)
SIGNAL = N_("signal: grow")
BLOCKED = N_("no signal")
WORDS = N_(
    "Four steps, from top to bottom. 1. Gene: a piece of DNA. 2. RNA: a copy of the gene. "
    "3. Protein: built from the copy; it sends the signal: grow. 4. Drug: it fits the protein and "
    "blocks its signal, so there is no signal."
)

_STEP = 92
_LEFT = 70
_TEXT = 148


def gene_to_drug() -> Picture:
    """Four steps, one below the other."""
    drawn = (_gene, _rna, _protein, _drug)
    parts = []
    for number, (draw, step) in enumerate(zip(drawn, STEPS, strict=True)):
        head, *said = _(step).splitlines()
        y = 46.0 + number * _STEP
        parts += [draw(y), text(_TEXT, y - 6, head, "b"), lines(_TEXT, y + 13, said)]
        if number:
            parts.append(arrow(_LEFT, y - _STEP + 36, _LEFT, y - 30))
    parts.append(text(_TEXT, 46 + 2 * _STEP + 32, _(SIGNAL), "s"))
    parts.append(text(_TEXT, 46 + 3 * _STEP + 51, _(BLOCKED), "s"))
    return Picture(drawing(46 + 3 * _STEP + 66, *parts), _(WORDS))


def _gene(y: float) -> str:
    """A double strand with rungs."""
    rungs = "".join(f"M{PAD + 13 + i * 30 + j} {y - 6:g}v12" for i in range(4) for j in (4, 12))
    strands = "".join(f"M{PAD} {y:g}q15 {bend} 30 0t30 0t30 0t30 0" for bend in (-22, 22))
    return f'<path class="rule" d="{rungs}"/><path class="line" d="{strands}"/>'


def _rna(y: float) -> str:
    """A single strand."""
    teeth = "".join(f"M{PAD + 15 + i * 13} {y:g}v10" for i in range(7))
    return (
        f'<path class="rule" d="{teeth}"/>'
        f'<path class="line" d="M{PAD + 8} {y:g}q15 -12 30 0t30 0t30 0"/>'
    )


def _protein(y: float) -> str:
    """A body with a pocket, and the signal that it sends."""
    return _body(y) + arrow(_LEFT + 32, y + 28, _TEXT - 8, y + 28)


def _drug(y: float) -> str:
    """The same body with its pocket filled; the signal is crossed out."""
    end = _TEXT - 8
    return (
        _body(y)
        + f'<path class="ink" d="M{_LEFT - 13} {y - 19:g}h26l-13 21z"/>'
        + f'<path class="rule dash" d="M{_LEFT + 32} {y + 47:g}H{end}"/>'
        + f'<path class="line" d="M{end - 21} {y + 41:g}l12 12m0 -12l-12 12"/>'
    )


def _body(y: float) -> str:
    return (
        f'<path class="hole" d="M{_LEFT - 16} {y - 18:g}h-16q-10 0 -10 12v20q0 16 18 16h48q18 0 18 '
        f'-16v-20q0 -12 -10 -12h-16l-16 24z"/>'
    )
