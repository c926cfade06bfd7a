"""Below an answer: the questions that a person can put on their list for the visit."""

from __future__ import annotations

from datetime import date

import streamlit as st

from pmchat import visit
from pmchat.corpus.release import Release
from pmchat.errors import QuestionError
from pmchat.i18n import _
from pmchat.retrieval.search import Searcher
from pmchat.ui.answer import FOR_VISIT
from pmchat.ui.focus import focus_next, give_focus
from pmchat.ui.markup import esc, heading, label, note
from pmchat.ui.parts import TITLE
from pmchat.ui.session import Exchange, Session

_ID = "pm-in-list-{}"


def show(state: Session, searcher: Searcher, exchange: Exchange) -> None:
    """A button for each question that the answer suggests, and for the person's own."""
    own = exchange.question
    suggested = [q for q in exchange.answer.questions_for_visit if q != own.strip()]
    st.html(heading(_(FOR_VISIT), 4))
    for place, text in enumerate([*suggested, own]):
        if state.visit.has(text):
            said = _("In your list: {question}").format(question=text)
            st.html(
                f'<p class="pm-in-list" role="status" tabindex="-1" id="{_ID.format(place)}">'
                f"&#10003; {esc(said)}</p>"
            )
        else:
            action = _("Add to my questions: {question}")
            if text is own:
                action = _("Add my own question: {question}")
            st.button(
                action.format(question=label(text)),
                key=f"add-{exchange.number}-{text}",
                on_click=_add,
                args=(state, searcher.release, exchange, text, place),
                width="stretch",
            )
    if count := len(state.visit.questions):
        st.button(
            _("Go to my list for the visit ({count})").format(count=count),
            key="to-visit",
            on_click=_turn,
            args=(state,),
        )
    if state.visit_error:
        st.html(note(state.visit_error))
        state.visit_error = None
    give_focus(state)
    find_reasons(state, searcher)


def _turn(state: Session) -> None:
    state.turn_to = "visit"
    focus_next(state, f"#{TITLE}")


def find_reasons(state: Session, searcher: Searcher) -> None:
    """Look up what is not known yet; a press only adds, so that none is lost in a quick row."""
    for question in state.visit.questions:
        if question.page and not question.why:
            stated = state.report.findings if state.report else ()
            why = visit.why(question, searcher, date.today(), stated)
            state.visit = visit.explain(state.visit, question.number, why)


def _add(state: Session, release: Release, exchange: Exchange, text: str, place: int) -> None:
    own = text is exchange.question
    page = "" if own else visit.page_of(text, exchange.answer, release)
    try:
        state.visit = visit.add(state.visit, text, asked=exchange.question, page=page)
        focus_next(state, f"#{_ID.format(place)}")
    except QuestionError as error:
        state.visit_error = error
