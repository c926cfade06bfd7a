"""The page as a web page of its own, to look at and to print."""

from __future__ import annotations

import html
from collections.abc import Iterable

from pmchat.handout.sheet import (
    BLANKS,
    QUESTIONS,
    RESULTS,
    RESULTS_NOTE,
    TITLE,
    WORDS,
    Item,
    Sheet,
)
from pmchat.i18n import _, language

_STYLE = """
@page { size: letter; margin: 16mm; }
body { font: 12pt/1.32 Verdana, Arial, sans-serif; color: #000; background: #fff; margin: 1rem; }
h1 { font-size: 20pt; margin: 0 0 4pt; } h2 { font-size: 15pt; margin: 10pt 0 2pt; }
p { margin: 2pt 0; overflow-wrap: anywhere; }
ul { margin: 2pt 0; padding-left: 16pt; overflow-wrap: anywhere; }
.blank { display: inline-block; min-width: 45%; }
.blank span { display: inline-block; width: 60%; border-bottom: 1px solid #555; }
.words { font-size: 14pt; }
ol { list-style: none; margin: 0; padding: 0; }
li.item { break-inside: avoid; margin: 8pt 0; padding-left: 26pt; position: relative; }
.item b { font-size: 14pt; }
.box { position: absolute; left: 0; top: 1pt; width: 14pt; height: 14pt; border: 1.5pt solid #555; }
.line { border-bottom: 1px solid #555; height: 26pt; }
button { font-size: 14pt; padding: 6pt 14pt; margin-bottom: 10pt; }
@media print { button { display: none; } body { margin: 0; } }
"""


def web_of(sheet: Sheet, room: int) -> str:
    """A whole web page with `room` lines to write on below each question."""
    title, printing = _esc(_(TITLE)), _esc(_("Print this page"))
    blanks = "".join(f'<span class="blank">{_esc(_(b))} <span></span></span>' for b in BLANKS)
    parts = [f"<h1>{title}</h1><p>{blanks}</p><p>{_esc(sheet.made)}</p>"]
    if sheet.words:
        said = "".join(f'<p class="words">{_esc(line)}</p>' for line in sheet.words)
        parts.append(f"<h2>{_esc(_(WORDS))}</h2>{said}")
    if sheet.items:
        items = "".join(_item(i, room) for i in sheet.items)
        parts.append(f"<h2>{_esc(_(QUESTIONS))}</h2><ol>{items}</ol>")
    if sheet.results:
        parts.append(
            f"<h2>{_esc(_(RESULTS))}</h2>{_list(sheet.results)}<p>{_esc(_(RESULTS_NOTE))}</p>"
        )
    return (
        f'<!doctype html><html lang="{language()}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
        f'<body><button onclick="print()">{printing}</button>'
        f"<main>{''.join(parts)}</main><footer><p>{_esc(sheet.footer)}</p></footer></body></html>"
    )


def _item(item: Item, room: int) -> str:
    reason = f"<p>{_esc(item.why)} {_esc(item.source)}</p>" if item.why else ""
    lines = '<div class="line"></div>' * room
    box = '<span class="box" aria-hidden="true"></span>'
    return f'<li class="item">{box}<b>{_esc(item.question)}</b>{reason}{lines}</li>'


def _list(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{_esc(line)}</li>" for line in lines) + "</ul>"


def _esc(text: str) -> str:
    return html.escape(text)
