"""The patient's page: a report if there is one, questions, answers."""

from __future__ import annotations

import streamlit as st

from pmchat.answering.conversation import Answerer
from pmchat.answering.generate import Generator
from pmchat.errors import PmchatError
from pmchat.i18n import _
from pmchat.model import Question
from pmchat.ui import feedback, for_visit, gallery, model, report, taking, timeline
from pmchat.ui.answer import answer_html, question_html, readings_html
from pmchat.ui.comfort import choose_depth
from pmchat.ui.markup import heading, label, note, numbered, paragraph, script_text
from pmchat.ui.parts import answerer, log_unexpected, page, unexpected
from pmchat.ui.session import Exchange, Session, session
from pmchat.ui.starters import starters
from pmchat.ui.work import Work

_WORK = "pmchat-work"
_LOOK = 0.1
"""Seconds between two looks at the work in progress."""

# Says once that the answer is there, and brings its question to the top of the window: again
# and again while the page still settles, but not against a person who scrolls.
_ANNOUNCE = """<script>{{
let live = document.getElementById("pm-live");
if (!live) {{
  live = document.createElement("div");
  live.id = "pm-live";
  live.setAttribute("role", "status");
  live.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden";
  document.body.append(live);
}}
const said = {said};
let left = 8;
const stop = () => {{ left = 0; }};
for (const event of ["wheel", "touchstart", "keydown", "mousedown"]) {{
  addEventListener(event, stop, {{ once: true }});
}}
const timer = setInterval(() => {{
  if (live.textContent !== said) live.textContent = said;
  if (left-- <= 0) return clearInterval(timer);
  document.getElementById("pm-question-{number}")?.scrollIntoView();
}}, 150);
}}</script>"""


def show() -> None:
    """Draw the page; each part has its own container, so that none moves when another grows."""
    with page(_("Understand your gene test report"), for_patients=True):
        state = session()
        with st.container():
            report.show(state)
        pictures = st.container()
        st.html(heading(_("2. Your questions")))
        with st.container():
            engine = answerer()
            generator = model.choice()
        with pictures:
            gallery.show(state.report, engine.release)
            timeline.show(state.report, engine.release)
        with st.container():
            _conversation(state, engine)
        work = st.container()
        with st.container():  # bare, the box would stick to the window and scroll the page
            typed = st.chat_input(_("Type your question here"), max_chars=None, key=taking.BOX)
        with st.container():
            asked = _suggested(state) or typed or state.to_ask
        if asked:
            _begin(state, engine, generator, asked)
        if _WORK in st.session_state:
            with work:
                _follow(state, st.session_state[_WORK])


def _conversation(state: Session, engine: Answerer) -> None:
    """Earlier answers folded, the latest open."""
    for exchange in state.exchanges[:-1]:
        earlier = _("Earlier question: {question}").format(question=exchange.question)
        with st.expander(label(earlier)):
            st.html(answer_html(exchange, state.comfort.depth))
    for exchange in state.exchanges[-1:]:
        st.html(question_html(exchange))
        if not exchange.is_urgent:
            choose_depth(state.comfort)
        st.html(answer_html(exchange, state.comfort.depth, is_latest=True))
        if not exchange.is_urgent:
            for_visit.show(state, engine.searcher, exchange)
            if readings := readings_html(exchange):
                st.html(readings)
            taking.show(state, exchange)
            feedback.show(state, exchange)
            _how_it_was_made(exchange)
    if state.unread and state.exchanges:
        number = state.exchanges[-1].number
        said = script_text(_("Answer {number} is ready.").format(number=number))
        st.html(_ANNOUNCE.format(said=said, number=number), unsafe_allow_javascript=True)
        state.unread = False
    if state.question_error:
        st.html(note(state.question_error))


def _how_it_was_made(exchange: Exchange) -> None:
    with st.expander(_("How this answer was made")):
        release = _("Library release {release}.").format(release=exchange.answer.release)
        st.html(numbered(exchange.stages) + paragraph(f"{_wording(exchange)} {release}"))


def _wording(exchange: Exchange) -> str:
    if exchange.answer.generator == "compose":
        return _("No sentence was invented: each one stands in the library or in your report.")
    return _(
        "The language model {name} worded it. Each sentence was held by rules against the words "
        "that it cites; rules can miss a mistake. Open a source to compare."
    ).format(name=exchange.answer.generator)


def _suggested(state: Session) -> str | None:
    """Buttons with questions; the one that was pressed."""
    if state.exchanges and state.exchanges[-1].is_urgent:
        return None
    questions = starters(state.report, {e.question for e in state.exchanges})
    if not questions:
        return None
    st.html(heading(_("You could ask"), 3))
    pressed = [q for q in questions if st.button(label(q), key=f"ask-{q}", width="stretch")]
    return pressed[0] if pressed else None


def _begin(state: Session, engine: Answerer, generator: Generator | None, text: str) -> None:
    """Start on a question; one that is still being worked on gives way."""
    state.to_ask, state.reworded = "", 0
    if _WORK in st.session_state:
        st.session_state[_WORK].stop()
    question = Question(text=text, report=state.report, history=state.history)
    st.session_state[_WORK] = Work(engine, question, generator)


def _follow(state: Session, work: Work) -> None:
    """Show the stages and then the sentences that hold, until the answer is there."""
    status = st.status(_("Working on your question"), expanded=True)
    told = st.empty()
    if work.can_stop:
        st.button(_("Stop, and show the library's own answer"), on_click=work.stop)
    shown, over = 0, False
    while not over:
        over = work.wait(_LOOK)
        for name in work.stages[shown:]:
            status.update(label=name, expanded=True)
            status.write(name)
            shown += 1
        # Drawn at each look, for only at a drawing does a press on Stop come through.
        told.html("".join(paragraph(s.text) for s in work.told) or "<p></p>")
    del st.session_state[_WORK]
    try:
        answer = work.result()
        if work.question.report == state.report:  # else it was removed or changed meanwhile
            state.add(work.question.text, answer, work.stages, work.release)
    except PmchatError as error:
        state.question_error = error
    except Exception as error:
        log_unexpected(error)
        state.question_error = unexpected()
    st.rerun()
