"""Hard words in an answer: a press opens what one means, where it stands.

A popover of the browser itself: it opens by mouse, finger and keyboard, closes with Escape or a
press elsewhere, and is told to a screen reader, all without a script.
"""

from __future__ import annotations

import re

from pmchat.glossary import Term
from pmchat.i18n import _
from pmchat.ui.citations import DRAFT, opened, source_html
from pmchat.ui.markup import esc, paragraph
from pmchat.ui.session import Exchange


class Glosses:
    """Marks each hard word of one answer once, where it comes first."""

    def __init__(self, exchange: Exchange) -> None:
        self._glossary = exchange.release.glossary
        self._number = exchange.number
        told = {s.text for s in exchange.answer.sentences}
        self._done = {t.term for t in self._glossary.terms if t.definition in told}

    def marked(self, text: str) -> tuple[str, str]:
        """The text with a button for each new hard word, and what these buttons open."""
        parts: list[str] = []
        notes: list[str] = []
        end = 0
        for place in self._glossary.find(text):
            if place.term.term in self._done:
                continue
            self._done.add(place.term.term)
            id_ = f"pm-gloss-{self._number}-{len(self._done)}"
            start, stop = _with_signs(text, end, place.start, place.end)
            button = _button(text[place.start : place.end], id_)
            signs = esc(text[start : place.start]), esc(text[place.end : stop])
            parts += [esc(text[end:start]), _unbroken(button, *signs)]
            notes.append(self._note(place.term, id_))
            end = stop
        return "".join([*parts, esc(text[end:])]), "".join(notes)

    def _note(self, term: Term, id_: str) -> str:
        used = (s for s in self._glossary.sources if s.sid in term.sources)
        sources = "".join(f"<li>{source_html(s)}</li>" for s in used)
        from_, source, close = _("From our glossary"), _("Source"), esc(_("Close"))
        return (
            f'<div popover id="{id_}" class="pm-gloss" role="note" '
            f'aria-label="{esc(term.term)}">{paragraph(from_, "pm-kicker")}'
            f"<p><strong>{esc(term.term)}</strong></p>{paragraph(term.definition)}"
            f'<p><button type="button" class="pm-press" popovertarget="{id_}" '
            f'popovertargetaction="hide">{close}</button></p>'
            f"{opened(source, f'<ul>{sources}</ul>{paragraph(_(DRAFT))}')}</div>"
        )


def _with_signs(text: str, least: int, start: int, stop: int) -> tuple[int, int]:
    """The word with the signs that touch it, such as a quotation mark and a period."""
    before = re.search(r"[^\s\w]*$", text[least:start])
    after = re.match(r"[^\s\w]*", text[stop:])
    return start - len(before[0] if before else ""), stop + len(after[0] if after else "")


def _unbroken(button: str, before: str, after: str) -> str:
    """A browser would break a line between a button and the sign beside it."""
    if not before + after:
        return button
    return f'<span class="pm-unbroken">{before}{button}{after}</span>'


def _button(words: str, id_: str) -> str:
    return f'<button type="button" class="pm-term" popovertarget="{id_}">{esc(words)}</button>'
