"""Learn: the library by area, a search in it, and its words explained."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from pmchat.answering.conversation import Answerer
from pmchat.answering.evidence import FLOOR
from pmchat.corpus.release import Release
from pmchat.model import Passage
from pmchat.retrieval.search import Query
from pmchat.ui import terms
from pmchat.ui.answer import urgent_html
from pmchat.ui.focus import focus_next, give_focus
from pmchat.ui.markup import esc, label, paragraph
from pmchat.ui.parts import answerer, page
from pmchat.ui.reader import anchor, read
from pmchat.ui.session import Session, session

TITLE = "Learn"
STATUS = (
    "A clinician has reviewed {} of its {} pages so far. Each page tells whether it is a draft."
)
INTRO = "Read what our library says, in your own time. Every sentence names its source."
SEARCH = "Search the library"
SEARCH_HELP = "A word or a question, for example: Lynch syndrome, or what is a variant?"
FOUND = "{} parts of the library, the nearest first"
FOUND_ONE = "1 part of the library"
NOTHING = (
    "The library has nothing near these words. Try other words, or look below by area. Your care "
    "team can help too."
)
FROM = "From the page: {}"
OPEN = "Read: {}"
RESULTS = "What was found"
AREAS = "The library by area"
AREA_NAMES = {
    "foundations": "The basics",
    "testing": "Gene tests",
    "reading-reports": "Reading a report",
    "targeted-therapy": "Drugs aimed at a gene change",
    "immunotherapy": "Treatment with the immune system",
    "hereditary": "Runs in the family",
    "pharmacogenomics": "How your genes handle medicines",
    "beyond-cancer": "Other than cancer",
    "decisions": "Making choices and coping",
    "access": "Costs and access",
    "privacy": "Privacy and the law",
    "ethics": "Fairness and hard questions",
    "future": "What is coming",
    "safety": "Help, safety and this program",
}
"""The areas in the order in which they are shown; others come after them by their own name."""

FEW = 8
"""Parts shown for a search."""

FIRST = 2
"""Sentences shown of each; the rest opens with the page."""

MAX_SEARCH = 300
_ENOUGH_WORDS = 0.5
"""Share of the searched words from which a part counts that is not near in meaning."""


def show() -> None:
    """The whole page."""
    with page(TITLE):
        state = session()
        engine = answerer()
        document = engine.release.by_id.get(state.reading)
        if document is not None:
            read(state, document, engine.release, partial(_turn, state))
        else:
            st.html(paragraph(INTRO) + _status(engine.release))
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
    return paragraph(STATUS.format(reviewed, len(release.documents)), "pm-status")


def _search(state: Session, engine: Answerer) -> None:
    state.sought = st.text_input(
        SEARCH, state.sought, max_chars=MAX_SEARCH, key="sought", placeholder=SEARCH_HELP
    ).strip()
    if not state.sought:
        return
    if help_first := engine.help_first(state.sought):
        st.html(urgent_html(help_first))
        return
    found = near(state.sought, engine, date.today())
    if not found:
        st.html(paragraph(NOTHING))
        return
    said = FOUND_ONE if len(found) == 1 else FOUND.format(len(found))
    st.html(f'<h2>{RESULTS}</h2><p role="status">{said}</p>')
    with st.container(key="found"):
        for passage in found:
            st.html(_found(passage))
            st.button(
                label(OPEN.format(passage.heading)),
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
    return (
        f"<h3>{esc(passage.heading)}</h3>{paragraph(FROM.format(passage.title), 'pm-kicker')}"
        f"{paragraph(words)}"
    )


def _areas(state: Session, release: Release) -> None:
    """Each area folded, with a button for each of its pages."""
    st.html(f"<h2>{AREAS}</h2>")
    areas = {d.area for d in release.documents}
    for area in (*(a for a in AREA_NAMES if a in areas), *sorted(areas - AREA_NAMES.keys())):
        documents = [d for d in release.documents if d.area == area]
        name = AREA_NAMES.get(area, area.replace("-", " ").capitalize())
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
