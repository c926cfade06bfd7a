"""The counselor's page: the evidence behind the last answer of this visit."""

from __future__ import annotations

import streamlit as st

from pmchat.model import Answer, ScoredPassage
from pmchat.ui.answer import answer_html, question_html
from pmchat.ui.comfort import Depth
from pmchat.ui.markup import bullets, esc, label, table
from pmchat.ui.parts import page
from pmchat.ui.session import Exchange, session

_SCORES = ("similarity", "dense", "lexical", "entity", "score")


def show() -> None:
    """Draw the page."""
    with page("The evidence behind the last answer"):
        state = session()
        exchanges = state.exchanges
        if not exchanges:
            st.html('<p>There is no answer yet. Ask a question on the page "Ask" first.</p>')
            return
        _evidence(exchanges[-1], state.comfort.depth)


def _evidence(exchange: Exchange, depth: Depth) -> None:
    st.html("<h2>The question</h2>" + question_html(exchange))
    with st.expander("The answer as the patient sees it"):
        st.html(answer_html(exchange, depth))
    answer = exchange.answer
    st.html("<h2>How it was decided</h2>" + _facts(answer))
    st.html("<h2>Passages that were found</h2>")
    _passages(exchange)
    st.html("<h2>Sentences that were dropped</h2>")
    st.html(bullets(answer.trace.dropped) if answer.trace.dropped else "<p>None.</p>")
    st.html("<h2>Time taken</h2>")
    stages = [{"stage": k, "milliseconds": f"{v:.1f}"} for k, v in answer.timings_ms.items()]
    st.html(table("Stages of the answer", stages))


def _facts(answer: Answer) -> str:
    trace = answer.trace
    facts = {
        "Outcome": answer.outcome.replace("_", " "),
        "Made by": answer.generator,
        "Chat model": " ".join(trace.notes) or "nothing to note",
        "Gates": ", ".join(trace.gates) or "none",
        "Names found": ", ".join(trace.entities) or "none",
        "Kind of question": (trace.asked or "not clear").replace("_", " "),
        "Searched for": trace.query or "nothing was searched",
        "Reading grade": f"{answer.reading_grade:g}",
        "Library release": answer.release,
    }
    rows = "".join(f"<dt>{esc(k)}</dt><dd>{esc(v)}</dd>" for k, v in facts.items())
    return f'<dl class="pm-facts">{rows}</dl>'


def _passages(exchange: Exchange) -> None:
    found = exchange.answer.trace.passages
    if not found:
        st.html("<p>The library was not searched for this answer.</p>")
        return
    citations = [c for s in exchange.answer.sentences for c in s.citations]
    cited = {c.passage_id for c in citations if c.kind == "passage"}
    st.html(
        "<p>Similarity is the cosine of question and passage. The other numbers are standardised "
        "over the whole library and added to the score.</p>"
    )
    st.html(table("Passages with their scores", [_row(p, p.passage_id in cited) for p in found]))
    for scored in found:
        passage = exchange.release.passages[scored.passage_id]
        with st.expander(label(f"{passage.title}: {passage.heading}")):
            st.html(f"<p>{esc(passage.text)}</p>")


def _row(scored: ScoredPassage, cited: bool) -> dict[str, str]:
    row = {"passage": scored.passage_id, "cited": "yes" if cited else "no"}
    return row | {name: f"{getattr(scored, name):.2f}" for name in _SCORES}
