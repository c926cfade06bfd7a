"""Below an answer: the questions that a person can put on their list for the visit."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pmchat import visit
from pmchat.corpus.release import Release
from pmchat.errors import QuestionError
from pmchat.retrieval.search import Searcher
from pmchat.ui.answer import FOR_VISIT
from pmchat.ui.focus import focus_next, give_focus
from pmchat.ui.markup import esc, label, note
from pmchat.ui.session import Exchange, Session

_ID = "pm-in-list-{}"
_LIST = "Go to my list for the visit ({})"


def show(state: Session, searcher: Searcher, exchange: Exchange) -> None:
    """A button for each question that the answer suggests, and for the person's own."""
    own = exchange.question
    suggested = [q for q in exchange.answer.questions_for_visit if q != own.strip()]
    st.html(f"<h4>{FOR_VISIT}</h4>")
    for place, text in enumerate([*suggested, own]):
        if state.visit.has(text):
            st.html(
                f'<p class="pm-in-list" role="status" tabindex="-1" id="{_ID.format(place)}">'
                f"&#10003; In your list: {esc(text)}</p>"
            )
        else:
            action = "Add my own question" if text is own else "Add to my questions"
            st.button(
                f"{action}: {label(text)}",
                key=f"add-{exchange.number}-{text}",
                on_click=_add,
                args=(state, searcher.release, exchange, text, place),
                width="stretch",
            )
    if count := len(state.visit.questions):
        st.button(_LIST.format(count), key="to-visit", on_click=_turn, args=(state,))
    if state.visit_error:
        st.html(note(state.visit_error))
        state.visit_error = None
    give_focus(state)
    find_reasons(state, searcher)


def _turn(state: Session) -> None:
    state.turn_to = "visit"


def find_reasons(state: Session, searcher: Searcher) -> None:
    """Look up what is not known yet; a press only adds, so that none is lost in a quick row."""
    for question in state.visit.questions:
        if question.page and not question.why:
            why = visit.why(question, searcher, date.today())
            state.visit = visit.explain(state.visit, question.number, why)


def _add(state: Session, release: Release, exchange: Exchange, text: str, place: int) -> None:
    own = text is exchange.question
    page = "" if own else visit.page_of(text, exchange.answer, release)
    try:
        state.visit = visit.add(state.visit, text, asked=exchange.question, page=page)
        focus_next(state, f"#{_ID.format(place)}")
    except QuestionError as error:
        state.visit_error = error
