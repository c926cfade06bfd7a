"""My visit: the list of questions, the person's own words, and the page to take along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from pmchat.errors import QuestionError
from pmchat.handout.docx import docx_of
from pmchat.handout.pdf import pdf_of, unprintable
from pmchat.handout.sheet import Sheet, sheet_of
from pmchat.handout.text import text_of
from pmchat.handout.web import web_of
from pmchat.text import day
from pmchat.ui.citations import DRAFT, opened
from pmchat.ui.findings import results_of
from pmchat.ui.focus import focus_next, give_focus
from pmchat.ui.for_visit import find_reasons
from pmchat.ui.markup import esc, link, note, paragraph
from pmchat.ui.parts import answerer, page
from pmchat.ui.session import Session, session
from pmchat.visit import (
    MAX_QUESTION,
    MAX_WORDS,
    Visit,
    VisitQuestion,
    Why,
    add,
    edit,
    move,
    remove,
    say,
)

_FILE = "my-questions"
_SAID = "pm-said"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show() -> None:
    """The whole page."""
    with page("My visit"):
        state = session()
        st.html(
            "<p>Make a list for your visit, and take it along as one page. Put first what matters "
            "most to you.</p>"
        )
        _said(state)
        find_reasons(state, answerer().searcher)
        st.html("<h2>1. My questions</h2>")
        _questions(state)
        _own(state)
        st.html("<h2>2. What I want to say</h2>")
        _words(state)
        st.html("<h2>3. My page</h2>")
        _page(state)
        give_focus(state)


def _said(state: Session) -> None:
    """What came of the last press."""
    if state.visit_notice:
        st.html(f'<p role="status" tabindex="-1" id="{_SAID}">{esc(state.visit_notice)}</p>')
    if state.visit_error:
        st.html(note(state.visit_error))
    state.visit_notice, state.visit_error = "", None


def _change(
    state: Session, change: Callable[[Visit], Visit], notice: str, focus: str = f"#{_SAID}"
) -> None:
    """Change the list, or tell why it cannot be; `focus` is where a keyboard goes on."""
    try:
        state.visit = change(state.visit)
        state.visit_notice, state.editing = notice, None
        focus_next(state, focus)
    except QuestionError as error:
        state.visit_error = error


def _questions(state: Session) -> None:
    if not state.visit.questions:
        st.html(
            "<p>Your list is empty. Type a question below, or add one below an answer on the "
            "page Ask.</p>"
        )
    count = len(state.visit.questions)
    for place, question in enumerate(state.visit.questions, 1):
        with st.container(key=f"listed-{question.number}"):
            st.html(f'<h3 class="pm-listed">{place}. {esc(question.text)}</h3>')
            if question.page:
                st.html(paragraph(f"Added below your question: {question.asked}", "pm-kicker"))
            if question.why:
                st.html(_why(question.why))
            if state.editing == question.number:
                _edit(state, question)
            else:
                _buttons(state, question, place, count)


def _why(why: Why) -> str:
    sources = "".join(
        f"<li>{esc(s.organisation)}: {link(s.title, s.url)}. Checked {day(s.checked)}.</li>"
        for s in why.sources
    )
    status = paragraph(DRAFT, "pm-status") if why.draft else ""
    body = f"<p>From our library: {esc(why.page)}. The words rest on:</p><ul>{sources}</ul>{status}"
    return (
        '<div class="pm-sentence"><span><strong>Why it matters:</strong> '
        f"{esc(why.citation.quote)}</span> {opened('Source', body)}</div>"
    )


def _buttons(state: Session, question: VisitQuestion, place: int, count: int) -> None:
    number, text = question.number, question.text
    ways = (
        ("up", -1, place == 1),
        ("down", 1, place == count),
    )
    with st.container(horizontal=True, key=f"buttons-{number}"):
        for way, by, is_off in ways:
            key = f"{way}-{number}"
            st.button(
                f"Move {place} {way}",
                key=key,
                on_click=_change,
                args=(state, partial(move, number=number, by=by), f"Moved {way}: {text}", _at(key)),
                disabled=is_off,
            )
        st.button(f"Change {place}", key=f"edit-{number}", on_click=_open, args=(state, number))
        st.button(
            f"Remove {place}",
            key=f"remove-{number}",
            on_click=_change,
            args=(state, partial(remove, number=number), f"Removed: {text}", _beside(state, place)),
        )


def _at(key: str) -> str:
    """The button or box with this key."""
    return f".st-key-{key} :is(button, input, textarea)"


def _beside(state: Session, place: int) -> str:
    """Where a keyboard goes on when the question at this place is gone."""
    others = [q.number for n, q in enumerate(state.visit.questions, 1) if n != place]
    return _at(f"remove-{others[min(place, len(others)) - 1]}") if others else _at(_own_key(state))


def _open(state: Session, number: int) -> None:
    state.editing = number
    focus_next(state, f".st-key-listed-{number} textarea")


def _close(state: Session, number: int) -> None:
    state.editing = None
    focus_next(state, _at(f"edit-{number}"))


def _edit(state: Session, question: VisitQuestion) -> None:
    with st.form(f"edit-form-{question.number}"):
        text = st.text_area("Your question in your words", question.text, height=90)
        if st.form_submit_button("Save this question"):
            _change(
                state,
                lambda v: edit(v, question.number, text),
                "Your question was changed.",
                _at(f"edit-{question.number}"),
            )
            st.rerun()
    st.button(
        "Leave it as it is",
        key=f"leave-{question.number}",
        on_click=_close,
        args=(state, question.number),
    )


def _own_key(state: Session) -> str:
    """A new one after all was deleted, so that the box is empty then."""
    return f"own-{state.inputs}"


def _own(state: Session) -> None:
    with st.form("own-form", clear_on_submit=True, border=False):
        text = st.text_input(
            f"Another question, at most {MAX_QUESTION} letters", key=_own_key(state)
        )
        if st.form_submit_button("Add this question"):
            _change(state, lambda v: add(v, text), "Your question was added.", _at(_own_key(state)))
            st.rerun()


def _words(state: Session) -> None:
    with st.form(f"words-{state.inputs}", border=False):
        words = st.text_area(
            f"Anything your care team should know, at most {MAX_WORDS} letters. You can leave "
            "this empty.",
            state.visit.words,
            height=120,
        )
        if st.form_submit_button("Save my words"):
            _change(state, lambda v: say(v, words), "Your words were saved on this page.")
            st.rerun()


def _page(state: Session) -> None:
    """What goes on the page, the files, and the page itself to look at and print."""
    _choices(state)
    if state.visit.is_empty:
        st.html("<p>There is nothing to print yet.</p>")
        return
    sheet = sheet_of(state.visit, date.today())
    printed = pdf_of(sheet)
    st.html(_size(printed.pages) + _letters(sheet))
    files = (
        ("a PDF", printed.data, "pdf", "application/pdf"),
        ("a Word file", docx_of(sheet, printed.room), "docx", _WORD),
        ("plain text", text_of(sheet), "txt", "text/plain"),
    )
    with st.container(horizontal=True, key="files"):
        for name, data, ending, mime in files:
            st.download_button(
                f"Get my page as {name}", data, f"{_FILE}.{ending}", mime, on_click="ignore"
            )
    st.html("<h3>See it and print it</h3>")
    st.iframe(web_of(sheet, printed.room), height="content", alt="My page for the visit, to print")


def _choices(state: Session) -> None:
    visit = state.visit
    key = state.inputs
    if any(q.why for q in visit.questions):
        with_why = st.checkbox(
            "Print why each question matters, with its source", visit.with_why, key=f"why-{key}"
        )
        visit = visit.model_copy(update={"with_why": with_why})
    lines = results_of(state.report) if state.report else []
    if lines:
        wanted = st.checkbox(
            "Print results of my report too", bool(visit.results), key=f"results-{key}"
        )
        chosen = [line for line in visit.results if line in lines] or lines
        if wanted:
            chosen = st.multiselect("Which results?", lines, chosen, key=f"which-results-{key}")
        visit = visit.model_copy(update={"results": tuple(chosen) if wanted else ()})
    elif visit.results:
        visit = visit.model_copy(update={"results": ()})
    state.visit = visit


def _size(pages: int) -> str:
    if pages == 1:
        return '<p role="status">It fits on one page.</p>'
    return (
        f'<p role="status" class="pm-warning">It takes {pages} pages. A doctor reads one page in '
        "two minutes. To have one page, keep the questions that matter most, or leave out why "
        "they matter.</p>"
    )


def _letters(sheet: Sheet) -> str:
    lacking = unprintable("".join((*sheet.words, *(i.question for i in sheet.items))))
    if not lacking:
        return ""
    return paragraph(
        f"The PDF cannot print these letters and shows a question mark: {lacking}. The Word file "
        "and the print view can.",
        "pm-warning",
    )
