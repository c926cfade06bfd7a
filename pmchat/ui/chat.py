"""The patient's page: a report if there is one, questions, answers."""

from __future__ import annotations

import streamlit as st

from pmchat.answering.conversation import Answerer
from pmchat.errors import PmchatError
from pmchat.model import Question
from pmchat.ui import for_visit, gallery, report, timeline
from pmchat.ui.answer import answer_html, question_html, readings_html
from pmchat.ui.markup import label, note
from pmchat.ui.parts import UNEXPECTED, answerer, log_unexpected, page
from pmchat.ui.session import Exchange, Session, session
from pmchat.ui.starters import starters

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
let left = 8;
const stop = () => {{ left = 0; }};
for (const event of ["wheel", "touchstart", "keydown", "mousedown"]) {{
  addEventListener(event, stop, {{ once: true }});
}}
const timer = setInterval(() => {{
  live.textContent = "Answer {number} is ready.";
  if (left-- <= 0) return clearInterval(timer);
  document.getElementById("pm-question-{number}")?.scrollIntoView();
}}, 150);
}}</script>"""


def show() -> None:
    """Draw the page; each part has its own container, so that none moves when another grows."""
    with page("Understand your gene test report", for_patients=True):
        state = session()
        with st.container():
            report.show(state)
        pictures = st.container()
        st.html("<h2>2. Your questions</h2>")
        with st.container():
            engine = answerer()
        with pictures:
            gallery.show(state.report, engine.release)
            timeline.show(state.report, engine.release)
        with st.container():
            _conversation(state, engine)
        work = st.container()
        with st.container():  # bare, the box would stick to the window and scroll the page
            typed = st.chat_input("Type your question here", max_chars=None, key="question")
        with st.container():
            asked = _suggested(state) or typed
        if asked:
            with work:
                _ask(state, engine, asked)


def _conversation(state: Session, engine: Answerer) -> None:
    """Earlier answers folded, the latest open."""
    for exchange in state.exchanges[:-1]:
        with st.expander(label(f"Earlier question: {exchange.question}")):
            st.html(answer_html(exchange))
    for exchange in state.exchanges[-1:]:
        st.html(question_html(exchange))
        st.html(answer_html(exchange, is_latest=True))
        if not exchange.is_urgent:
            for_visit.show(state, engine.searcher, exchange)
            if readings := readings_html(exchange):
                st.html(readings)
            _how_it_was_made(exchange)
    if state.unread and state.exchanges:
        script = _ANNOUNCE.format(number=state.exchanges[-1].number)
        st.html(script, unsafe_allow_javascript=True)
        state.unread = False
    if state.question_error:
        st.html(note(state.question_error))


def _how_it_was_made(exchange: Exchange) -> None:
    with st.expander("How this answer was made"):
        steps = "".join(f"<li>{stage}</li>" for stage in exchange.stages)
        st.html(
            f"<ol>{steps}</ol><p>No sentence was invented: each one stands in the library or in "
            f"your report. Library release {exchange.answer.release}.</p>"
        )


def _suggested(state: Session) -> str | None:
    """Buttons with questions; the one that was pressed."""
    if state.exchanges and state.exchanges[-1].is_urgent:
        return None
    questions = starters(state.report, {e.question for e in state.exchanges})
    if not questions:
        return None
    st.html("<h3>You could ask</h3>")
    pressed = [q for q in questions if st.button(label(q), key=f"ask-{q}", width="stretch")]
    return pressed[0] if pressed else None


def _ask(state: Session, engine: Answerer, text: str) -> None:
    """Answer a question while its stages are shown, then draw the page anew."""
    stages: list[str] = []
    with st.status("Working on your question", expanded=True) as status:

        def stage(name: str) -> None:
            stages.append(name)
            status.update(label=name)
            status.write(name)

        try:
            question = Question(text=text, report=state.report, history=state.history)
            answer = engine.answer(question, stage)
            state.add(text, answer, stages, engine.release)
        except PmchatError as error:
            state.question_error = error
        except Exception as error:
            log_unexpected(error)
            state.question_error = UNEXPECTED
    st.rerun()
