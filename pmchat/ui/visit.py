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
from pmchat.i18n import _, day
from pmchat.ui.citations import DRAFT, opened
from pmchat.ui.findings import results_of
from pmchat.ui.focus import focus_next, give_focus
from pmchat.ui.for_visit import find_reasons
from pmchat.ui.markup import esc, heading, link, note, paragraph, status
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
    with page(_("My visit")):
        state = session()
        said = _(
            "Make a list for your visit, and take it along as one page. Put first what matters "
            "most to you."
        )
        st.html(paragraph(said))
        _said(state)
        find_reasons(state, answerer().searcher)
        st.html(heading(_("1. My questions")))
        _questions(state)
        _own(state)
        st.html(heading(_("2. What I want to say")))
        _words(state)
        st.html(heading(_("3. My page")))
        _page(state)
        give_focus(state)


def _said(state: Session) -> None:
    """What came of the last press."""
    if state.visit_notice:
        st.html(status(state.visit_notice, _SAID))
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
        empty = _(
            "Your list is empty. Type a question below, or add one below an answer on the page "
            '"Ask".'
        )
        st.html(paragraph(empty))
    count = len(state.visit.questions)
    for place, question in enumerate(state.visit.questions, 1):
        with st.container(key=f"listed-{question.number}"):
            st.html(f'<h3 class="pm-listed">{place}. {esc(question.text)}</h3>')
            if question.page:
                added = _("Added below your question: {question}").format(question=question.asked)
                st.html(paragraph(added, "pm-kicker"))
            if question.why:
                st.html(_why(question.why))
            if state.editing == question.number:
                _edit(state, question)
            else:
                _buttons(state, question, place, count)


def _why(why: Why) -> str:
    checked = _("Checked {day}.")
    sources = "".join(
        f"<li>{esc(s.organisation)}: {link(s.title, s.url)}. "
        f"{esc(checked.format(day=day(s.checked)))}</li>"
        for s in why.sources
    )
    body = (
        paragraph(_("From our library: {page}").format(page=why.page), "pm-kicker")
        + paragraph(_("The words rest on:"))
        + f"<ul>{sources}</ul>"
        + (paragraph(_(DRAFT), "pm-status") if why.draft else "")
    )
    matters = esc(_("Why it matters:"))
    said = f"<span><strong>{matters}</strong> {esc(why.citation.quote)}</span>"
    return f'<div class="pm-sentence">{said} {opened(_("Source"), body)}</div>'


def _buttons(state: Session, question: VisitQuestion, place: int, count: int) -> None:
    number, text = question.number, question.text
    ways = (
        ("up", -1, place == 1, _("Move {place} up"), _("Moved up: {question}")),
        ("down", 1, place == count, _("Move {place} down"), _("Moved down: {question}")),
    )
    with st.container(horizontal=True, key=f"buttons-{number}"):
        for way, by, is_off, words, done in ways:
            moved = partial(move, number=number, by=by)
            st.button(
                words.format(place=place),
                key=f"{way}-{number}",
                on_click=_change,
                args=(
                    state,
                    moved,
                    done.format(question=text),
                    _after_move(number, way, place + by, count),
                ),
                disabled=is_off,
            )
        st.button(
            _("Change {place}").format(place=place),
            key=f"edit-{number}",
            on_click=_open,
            args=(state, number),
        )
        removed = _("Removed: {question}").format(question=text)
        st.button(
            _("Remove {place}").format(place=place),
            key=f"remove-{number}",
            on_click=_change,
            args=(state, partial(remove, number=number), removed, _beside(state, place)),
        )


def _at(key: str) -> str:
    """The button or box with this key."""
    return f".st-key-{key} :is(button, input, textarea)"


def _after_move(number: int, way: str, place: int, count: int) -> str:
    """The button to go on with; at the head or foot of the list the one just pressed is off."""
    on = {1: "down", count: "up"}.get(place, way)
    return _at(f"{on}-{number}")


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
        text = st.text_area(_("Your question in your words"), question.text, height=90)
        if st.form_submit_button(_("Save this question")):
            _change(
                state,
                lambda v: edit(v, question.number, text),
                _("Your question was changed."),
                _at(f"edit-{question.number}"),
            )
            st.rerun()
    st.button(
        _("Leave it as it is"),
        key=f"leave-{question.number}",
        on_click=_close,
        args=(state, question.number),
    )


def _own_key(state: Session) -> str:
    """A new one after all was deleted, so that the box is empty then."""
    return f"own-{state.inputs}"


def _own(state: Session) -> None:
    with st.form("own-form", clear_on_submit=True, border=False):
        name = _("Another question, at most {count} letters").format(count=MAX_QUESTION)
        text = st.text_input(name, key=_own_key(state))
        if st.form_submit_button(_("Add this question")):
            added = _("Your question was added.")
            _change(state, lambda v: add(v, text), added, _at(_own_key(state)))
            st.rerun()


def _words(state: Session) -> None:
    with st.form(f"words-{state.inputs}", border=False):
        name = _(
            "Anything your care team should know, at most {count} letters. You can leave this "
            "empty."
        )
        words = st.text_area(name.format(count=MAX_WORDS), state.visit.words, height=120)
        if st.form_submit_button(_("Save my words")):
            _change(state, lambda v: say(v, words), _("Your words were saved on this page."))
            st.rerun()


def _page(state: Session) -> None:
    """What goes on the page, the files, and the page itself to look at and print."""
    _choices(state)
    if state.visit.is_empty:
        st.html(paragraph(_("There is nothing to print yet.")))
        return
    sheet = sheet_of(state.visit, date.today())
    printed = pdf_of(sheet)
    st.html(_size(printed.pages) + _letters(sheet))
    files = (
        (_("Get my page as a PDF"), printed.data, "pdf", "application/pdf"),
        (_("Get my page as a Word file"), docx_of(sheet, printed.room), "docx", _WORD),
        (_("Get my page as plain text"), text_of(sheet), "txt", "text/plain"),
    )
    with st.container(horizontal=True, key="files"):
        for name, data, ending, mime in files:
            st.download_button(name, data, f"{_FILE}.{ending}", mime, on_click="ignore")
    st.html(heading(_("See it and print it"), 3))
    name = _("My page for the visit, to print")
    st.iframe(web_of(sheet, printed.room), height="content", alt=name)


def _choices(state: Session) -> None:
    visit = state.visit
    key = state.inputs
    if any(q.why for q in visit.questions):
        with_why = st.checkbox(
            _("Print why each question matters, with its source"), visit.with_why, key=f"why-{key}"
        )
        visit = visit.model_copy(update={"with_why": with_why})
    lines = results_of(state.report) if state.report else []
    if lines:
        wanted = st.checkbox(
            _("Print results of my report too"), bool(visit.results), key=f"results-{key}"
        )
        chosen = [line for line in visit.results if line in lines] or lines
        if wanted:
            chosen = st.multiselect(_("Which results?"), lines, chosen, key=f"which-results-{key}")
        visit = visit.model_copy(update={"results": tuple(chosen) if wanted else ()})
    elif visit.results:
        visit = visit.model_copy(update={"results": ()})
    state.visit = visit


def _size(pages: int) -> str:
    if pages == 1:
        return status(_("It fits on one page."))
    said = _(
        "It takes {pages} pages. A doctor reads one page in two minutes. To have one page, keep "
        "the questions that matter most, or leave out why they matter."
    ).format(pages=pages)
    return f'<p role="status" class="pm-warning">{esc(said)}</p>'


def _letters(sheet: Sheet) -> str:
    lacking = unprintable("".join((*sheet.words, *(i.question for i in sheet.items))))
    if not lacking:
        return ""
    said = _(
        "The PDF cannot print these letters and shows a question mark: {letters}. The Word file "
        "and the print view can."
    )
    return paragraph(said.format(letters=lacking), "pm-warning")
