"""The words explained, from A to Z."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from pmchat.answering.conversation import Answerer
from pmchat.glossary import Term, fold
from pmchat.i18n import _, ngettext
from pmchat.model import Source
from pmchat.ui.answer import urgent_html
from pmchat.ui.citations import opened, source_html, status_html
from pmchat.ui.focus import focus_next
from pmchat.ui.markup import esc, heading, label, paragraph, status
from pmchat.ui.session import Session

QUESTION = "What does {} mean?"
"""Asked in the language of the library."""

SHOWN = 60
_FOUND = "pm-words-found"


def show(state: Session, engine: Answerer) -> None:
    """The filter, the letters, and the words that fit; words that call for help get it first."""
    glossary = engine.release.glossary
    if not glossary.terms:
        return
    st.html(heading(_("Words explained")) + status_html(glossary.document))
    state.word = sought = st.text_input(
        _("Find a word"),
        state.word,
        max_chars=60,
        key="term",
        on_change=focus_next,
        args=(state, f"#{_FOUND}", ".st-key-term"),
    )
    counts = Counter(_letter(t) for t in glossary.terms)
    letters = sorted(counts)
    if help_first := engine.help_first(sought):
        st.html(f'<div id="{_FOUND}" tabindex="-1">{urgent_html(help_first)}</div>')
        return
    if sought.strip():
        found = fitting(glossary.terms, sought)
        count = ngettext("{count} word was found.", "{count} words were found.", len(found))
        st.html(heading(count.format(count=len(found)), 3, _FOUND))
    else:
        letter = st.selectbox(
            _("Or choose a letter"),
            letters,
            format_func=lambda one: f"{one} ({counts[one]})",
            key="letter",
        )
        found = [t for t in glossary.terms if _letter(t) == letter]
    if found and sought.strip():
        term = found[0].term
        ask = _("Ask about this: {word}").format(word=term)
        st.button(label(ask), on_click=state.hand_over, args=(QUESTION.format(term),))
    st.html(terms_html(found, glossary.sources))


def fitting(terms: Sequence[Term], sought: str) -> list[Term]:
    """The terms with a word that begins as sought: the very word first, then like beginnings."""
    folded = fold(sought)
    names = {t.term: [fold(n) for n in (t.term, *t.also)] for t in terms}
    found = [t for t in terms if any(f" {folded}" in f" {n}" for n in names[t.term])]
    return sorted(
        found,
        key=lambda t: (folded not in names[t.term], not fold(t.term).startswith(folded)),
    )


def the_very_word(terms: Sequence[Term], sought: str) -> list[Term]:
    """The terms that are called just as sought."""
    folded = fold(sought)
    return [t for t in terms if folded in [fold(n) for n in (t.term, *t.also)]]


def terms_html(terms: Sequence[Term], sources: Sequence[Source]) -> str:
    """Each term with its definition and source."""
    if not terms:
        none = _(
            "The library does not explain this word. Try a shorter form of it, or the first "
            "letters."
        )
        return status(none)
    source = _("Source")
    items = "".join(
        f"<dt><strong>{esc(t.term)}</strong></dt><dd>{esc(t.definition)} {_also(t)}"
        f"{opened(source, _sources(t, sources))}</dd>"
        for t in terms[:SHOWN]
    )
    listed = f'<dl class="pm-terms">{items}</dl>'
    if len(terms) <= SHOWN:
        return listed
    more = _("These are the first {shown} of {count} words. Type more letters to see fewer.")
    return listed + paragraph(more.format(shown=SHOWN, count=len(terms)))


def _also(term: Term) -> str:
    if not term.also:
        return ""
    said = _("Also: {words}.").format(words=", ".join(term.also))
    return f"{esc(said)} "


def _sources(term: Term, sources: Sequence[Source]) -> str:
    used = "".join(f"<li>{source_html(s)}</li>" for s in sources if s.sid in term.sources)
    return f"<ul>{used}</ul>"


def _letter(term: Term) -> str:
    return term.term[0].upper()
