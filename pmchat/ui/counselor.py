"""The counselor's page: the evidence behind the last answer of this visit."""

from __future__ import annotations

import streamlit as st

from pmchat.i18n import N_, _
from pmchat.model import Answer, ScoredPassage
from pmchat.ui.answer import answer_html, question_html
from pmchat.ui.comfort import Depth
from pmchat.ui.markup import bullets, esc, heading, label, paragraph, table
from pmchat.ui.parts import page
from pmchat.ui.session import Exchange, session

_SCORES = (N_("similarity"), N_("dense"), N_("lexical"), N_("entity"), N_("score"))


def show() -> None:
    """Draw the page."""
    with page(_("The evidence behind the last answer")):
        state = session()
        exchanges = state.exchanges
        if not exchanges:
            st.html(paragraph(_('There is no answer yet. Ask a question on the page "Ask" first.')))
            return
        _evidence(exchanges[-1], state.comfort.depth)


def _evidence(exchange: Exchange, depth: Depth) -> None:
    st.html(heading(_("The question")) + question_html(exchange))
    with st.expander(_("The answer as the patient sees it")):
        st.html(answer_html(exchange, depth))
    answer = exchange.answer
    st.html(heading(_("How it was decided")) + _facts(answer))
    st.html(heading(_("Passages that were found")))
    _passages(exchange)
    dropped = answer.trace.dropped
    st.html(heading(_("Sentences that were dropped")))
    st.html(bullets(dropped) if dropped else paragraph(_("None.")))
    st.html(heading(_("Time taken")))
    stages = [{_("stage"): k, _("milliseconds"): f"{v:.1f}"} for k, v in answer.timings_ms.items()]
    st.html(table(_("Stages of the answer"), stages))


def _facts(answer: Answer) -> str:
    trace = answer.trace
    facts = {
        _("Outcome"): answer.outcome.replace("_", " "),
        _("Made by"): answer.generator,
        _("Chat model"): " ".join(trace.notes) or _("nothing to note"),
        _("Gates"): ", ".join(trace.gates) or _("none"),
        _("Names found"): ", ".join(trace.entities) or _("none"),
        _("Kind of question"): trace.asked.replace("_", " ") if trace.asked else _("not clear"),
        _("Searched for"): trace.query or _("nothing was searched"),
        _("Reading grade"): f"{answer.reading_grade:g}",
        _("Library release"): answer.release,
    }
    rows = "".join(f"<dt>{esc(k)}</dt><dd>{esc(v)}</dd>" for k, v in facts.items())
    return f'<dl class="pm-facts">{rows}</dl>'


def _passages(exchange: Exchange) -> None:
    found = exchange.answer.trace.passages
    if not found:
        st.html(paragraph(_("The library was not searched for this answer.")))
        return
    citations = [c for s in exchange.answer.sentences for c in s.citations]
    cited = {c.passage_id for c in citations if c.kind == "passage"}
    said = _(
        "Similarity is the cosine of question and passage. The other numbers are standardised "
        "over the whole library and added to the score."
    )
    rows = [_row(p, p.passage_id in cited) for p in found]
    st.html(paragraph(said) + table(_("Passages with their scores"), rows))
    for scored in found:
        passage = exchange.release.passages[scored.passage_id]
        with st.expander(label(f"{passage.title}: {passage.heading}")):
            st.html(f"<p>{esc(passage.text)}</p>")


def _row(scored: ScoredPassage, cited: bool) -> dict[str, str]:
    row = {_("passage"): scored.passage_id, _("cited"): _("yes") if cited else _("no")}
    return row | {_(name): f"{getattr(scored, name):.2f}" for name in _SCORES}
