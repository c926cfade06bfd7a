"""Learn: the library by area, a search in it, and its words explained."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from pmchat.answering.conversation import Answerer
from pmchat.answering.evidence import FLOOR
from pmchat.corpus.release import Release
from pmchat.i18n import N_, _, ngettext
from pmchat.model import Passage
from pmchat.retrieval.search import Query
from pmchat.ui import terms
from pmchat.ui.answer import urgent_html
from pmchat.ui.explaining import array_html
from pmchat.ui.focus import focus_next, give_focus
from pmchat.ui.markup import heading, label, paragraph, status
from pmchat.ui.parts import answerer, page
from pmchat.ui.reader import anchor, read
from pmchat.ui.session import Session, session

AREA_NAMES = {
    "foundations": N_("The basics"),
    "testing": N_("Gene tests"),
    "reading-reports": N_("Reading a report"),
    "targeted-therapy": N_("Drugs aimed at a gene change"),
    "immunotherapy": N_("Treatment with the immune system"),
    "hereditary": N_("Runs in the family"),
    "pharmacogenomics": N_("How your genes handle medicines"),
    "beyond-cancer": N_("Other than cancer"),
    "decisions": N_("Making choices and coping"),
    "access": N_("Costs and access"),
    "privacy": N_("Privacy and the law"),
    "ethics": N_("Fairness and hard questions"),
    "future": N_("What is coming"),
    "safety": N_("Help, safety and this program"),
}
"""The areas in the order in which they are shown; others come after them by their own name."""

FEW = 8
"""Parts shown for a search."""

FIRST = 2
"""Sentences shown of each; the rest opens with the page."""

MAX_SEARCH = 300
_FOUND = "pm-found"
_ENOUGH_WORDS = 0.5
"""Share of the searched words from which a part counts that is not near in meaning."""


def show() -> None:
    """The whole page."""
    with page(_("Learn")):
        state = session()
        engine = answerer()
        document = engine.release.by_id.get(state.reading)
        if document is not None:
            read(state, document, engine.release, partial(_turn, state))
        else:
            said = _("Read what our library says, in your own time.")
            cited = _("Every sentence names its source.")
            st.html(paragraph(f"{said} {cited}") + _status(engine.release))
            _search(state, engine)
            _areas(state, engine.release)
            terms.show(state, engine)
        give_focus(state)


def _turn(state: Session, document_id: str, passage_id: str = "") -> None:
    """Open a page, at one of its parts if named; an empty id closes it."""
    if state.reading:
        state.left = state.reading
    state.reading = document_id
    if passage_id:
        focus_next(state, f"#{anchor(passage_id)}")
    elif document_id:
        focus_next(state, "#pm-page")
    else:
        focus_next(state, f".st-key-found button, .st-key-open-{state.left} button")


def _status(release: Release) -> str:
    reviewed = sum(d.status == "reviewed" and bool(d.reviewer) for d in release.documents)
    said = _(
        "A clinician has reviewed {reviewed} of its {pages} pages so far. Each page tells whether "
        "it is a draft."
    )
    return paragraph(said.format(reviewed=reviewed, pages=len(release.documents)), "pm-status")


def _search(state: Session, engine: Answerer) -> None:
    state.sought = st.text_input(
        _("Search the library"),
        state.sought,
        max_chars=MAX_SEARCH,
        key="sought",
        on_change=focus_next,
        args=(state, f"#{_FOUND}", ".st-key-sought"),
        placeholder=_("A word or a question, for example: Lynch syndrome, or what is a variant?"),
    ).strip()
    if not state.sought:
        return
    if help_first := engine.help_first(state.sought):
        st.html(f'<div id="{_FOUND}" tabindex="-1">{urgent_html(help_first)}</div>')
        return
    st.html(heading(_("What was found"), id_=_FOUND))
    found = near(state.sought, engine, date.today())
    glossary = engine.release.glossary
    if meant := terms.the_very_word(glossary.terms, state.sought):
        st.html(terms.terms_html(meant, glossary.sources))
    elif not found:
        nothing = _(
            "The library has nothing near these words. Try other words, or look below by area. "
            "Your care team can help too."
        )
        st.html(paragraph(nothing))
    if not found:
        return
    count = ngettext(
        "{count} part of the library", "{count} parts of the library, the nearest first", len(found)
    )
    st.html(status(count.format(count=len(found))))
    with st.container(key="found"):
        for passage in found:
            st.html(_found(passage))
            st.button(
                label(_("Read: {heading}").format(heading=passage.heading)),
                key=f"found-{passage.id}",
                on_click=_turn,
                args=(state, passage.document_id, passage.id),
            )


def near(text: str, engine: Answerer, today: date) -> list[Passage]:
    """The parts of the library that are near a search in words, names or meaning."""
    query = Query(text, tuple(engine.release.lexicon.entities(text)))
    hits = engine.searcher.search(query, engine.searcher.embed(query), today, FEW)
    return [
        hit.passage
        for hit in hits
        if hit.fits
        and (
            hit.score.entity > 0
            or hit.score.similarity >= FLOOR
            or hit.score.coverage >= _ENOUGH_WORDS
        )
    ]


def _found(passage: Passage) -> str:
    words = " ".join(s.text for s in passage.statements[:FIRST])
    page_ = _("From the page: {title}").format(title=passage.title)
    if any(array_html(s) for s in passage.statements):
        page_ = _("From the page: {title}, with a picture").format(title=passage.title)
    return heading(passage.heading, 3) + paragraph(page_, "pm-kicker") + paragraph(words)


def _areas(state: Session, release: Release) -> None:
    """Each area folded, with a button for each of its pages."""
    st.html(heading(_("The library by area")))
    areas = {d.area for d in release.documents}
    for area in (*(a for a in AREA_NAMES if a in areas), *sorted(areas - AREA_NAMES.keys())):
        documents = [d for d in release.documents if d.area == area]
        name = _(AREA_NAMES.get(area, area.replace("-", " ").capitalize()))
        just_left = any(d.id == state.left for d in documents)
        with st.expander(label(f"{name} ({len(documents)})"), expanded=just_left):
            for document in documents:
                st.button(
                    label(document.title),
                    key=f"open-{document.id}",
                    on_click=_turn,
                    args=(state, document.id),
                    width="stretch",
                )
