"""The page as plain text, for a message or a portal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from pmchat.handout.sheet import QUESTIONS, RESULTS, RESULTS_NOTE, TITLE, WORDS, Item, Sheet
from pmchat.i18n import _

WIDTH = 72


def text_of(sheet: Sheet) -> str:
    """The sheet in lines of at most WIDTH characters."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from (_(TITLE).upper(), sheet.made)
    if sheet.words:
        yield from ("", _(WORDS).upper(), *(fill(line, WIDTH) for line in sheet.words))
    if sheet.items:
        yield from ("", _(QUESTIONS).upper())
    for item in sheet.items:
        yield from _item(item)
    if sheet.results:
        results = (_indented(f"- {line}", "  ") for line in sheet.results)
        yield from ("", _(RESULTS).upper(), *results, fill(_(RESULTS_NOTE), WIDTH))
    yield from ("", fill(sheet.footer, WIDTH))


def _item(item: Item) -> Iterator[str]:
    yield from ("", _indented(f"[ ] {item.question}", "    "))
    if item.why:
        yield from (_indented(f"    {said}", "    ") for said in (item.why, item.source))


def _indented(text: str, later: str) -> str:
    return fill(text, WIDTH, subsequent_indent=later)
