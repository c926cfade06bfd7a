"""The pieces that every picture is made of."""

from __future__ import annotations

import base64
import textwrap
from dataclasses import dataclass
from typing import Literal

from pmchat.ui.markup import esc

WIDTH = 340
"""Units across every picture; at the width of a phone one is about one pixel."""

PAD = 14
LINE = 19
_LETTERS = 38
"""Letters of a line of text that fit between the margins, wide ones too."""

_STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#1a1a1a}.b{font-weight:700}.s{font-size:13px}"
    ".paper{fill:#fff}.box{fill:#f3f6f7;stroke:#45606a;stroke-width:1.5}"
    ".ink{fill:#0b5c6f}.line{stroke:#0b5c6f;stroke-width:2.5;fill:none}"
    ".rule{stroke:#45606a;stroke-width:1.5;fill:none}.track{fill:#dfe7e9;stroke:#45606a}"
    ".dash{stroke-dasharray:5 4}.hole{fill:#fff;stroke:#0b5c6f;stroke-width:2}"
    ".thin{stroke:#0b5c6f;stroke-width:1.1}.thin:not(.ink){fill:#fff}"
    "@media(prefers-color-scheme:dark){text{fill:#f2f2f2}.paper{fill:#14181b}"
    ".box{fill:#1f272b;stroke:#9fb6bf}.ink{fill:#7fd3e6}.line{stroke:#7fd3e6}"
    ".rule{stroke:#9fb6bf}.track{fill:#2c373c;stroke:#9fb6bf}"
    ".hole{fill:#14181b;stroke:#7fd3e6}.thin{stroke:#7fd3e6}.thin:not(.ink){fill:#14181b}}"
)


@dataclass(frozen=True)
class Picture:
    """A drawing and the same in words, for those who do not see it."""

    svg: str
    words: str

    def html(self) -> str:
        """The picture as an image that cannot run anything, with its words as alternative."""
        data = base64.b64encode(self.svg.encode()).decode()
        return (
            f'<img class="pm-picture" src="data:image/svg+xml;base64,{data}" '
            f'alt="{esc(self.words)}">'
        )


def drawing(height: float, *parts: str) -> str:
    """A whole drawing of the given height on its own paper."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" '
        f'width="{WIDTH}" height="{height:g}"><style>{_STYLE}</style>'
        f'<rect class="paper" width="{WIDTH}" height="{height:g}" rx="8"/>{"".join(parts)}</svg>'
    )


def wrapped(text: str, letters: int = _LETTERS) -> list[str]:
    """The lines of a text as they fit into a picture."""
    return textwrap.wrap(" ".join(text.split()), letters) or [""]


def lines(x: float, y: float, texts: list[str], css: str = "") -> str:
    """Lines of text, the first with its foot at y."""
    return "".join(text(x, y + i * LINE, t, css) for i, t in enumerate(texts))


def text(
    x: float,
    y: float,
    words: str,
    css: str = "",
    anchor: Literal["start", "middle", "end"] = "start",
) -> str:
    """One line of text."""
    return (
        f'<text x="{x:g}" y="{y:g}" class="{css}" text-anchor="{anchor}">{esc(_drawable(words))}'
        "</text>"
    )


def box(y: float, height: float, css: str = "") -> str:
    """A frame from margin to margin."""
    return (
        f'<rect class="box {css}" x="6" y="{y:g}" width="{WIDTH - 12}" height="{height:g}" rx="6"/>'
    )


def arrow(x1: float, y1: float, x2: float, y2: float) -> str:
    """A line with a head at its end, straight down or to the right."""
    head = "l-6 -10h12z" if x1 == x2 else "l-10 -6v12z"
    return (
        f'<path class="line" d="M{x1:g} {y1:g}L{x2:g} {y2:g}"/>'
        f'<path class="ink" d="M{x2:g} {y2 + (3 if x1 == x2 else 0):g}{head}"/>'
    )


def anchor_at(x: float) -> Literal["start", "middle", "end"]:
    """How a text at x is set so that it stays on the paper."""
    if x < 70:
        return "start"
    return "end" if x > WIDTH - 70 else "middle"


def _drawable(words: str) -> str:
    """Text without the signs that an SVG must not hold."""
    return "".join(c for c in words if c.isprintable())
