"""Below an answer: whether it helped, and what is wrong with it, for the library's staff."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import NamedTuple

import streamlit as st

from pmchat.corpus.release import Release
from pmchat.feedback import DAYS, FILE, Feedback, FeedbackStore, Reason, Verdict
from pmchat.i18n import N_, _
from pmchat.model import PassageCitation
from pmchat.reports.masking import without_persons
from pmchat.ui.focus import focus_next
from pmchat.ui.markup import esc, heading, label, paragraph
from pmchat.ui.parts import log_unexpected, settings, unexpected
from pmchat.ui.session import Exchange, Session

HEADING = N_("Did this answer help?")
WHERE = N_(
    "What you choose goes to the people who keep this library. It does not reach your care team, "
    "and nobody can reply to it."
)
HELPED, NOT_HELPED, MISTAKE = N_("It helped"), N_("It did not help"), N_("Report a mistake")
_BUTTONS: dict[Verdict, str] = {
    "helped": HELPED,
    "did_not_help": NOT_HELPED,
    "mistake": MISTAKE,
}
_WHY: dict[Verdict, dict[Reason, str]] = {
    "helped": {},
    "did_not_help": {
        "not_answered": N_("It did not answer my question"),
        "hard_to_read": N_("It was hard to understand"),
        "too_long": N_("It was too long"),
        "upsetting": N_("It upset me"),
        "other": N_("Something else"),
    },
    "mistake": {
        "wrong": N_("Something in it is wrong"),
        "out_of_date": N_("Something in it is out of date"),
        "not_in_source": N_("The source does not say this"),
        "misread_report": N_("It does not fit my report"),
        "harmful": N_("It could harm someone"),
        "other": N_("Something else"),
    },
}
WHY = N_("What was it? You can leave this open.")
ABOUT = N_("Where is the mistake?")
WHOLE, REPORT = N_("In the answer as a whole"), N_("In what it says about my report")
SEND, LEAVE = N_("Send this"), N_("Send nothing")
WORDS = N_("Send the words of my question too: {question}")
SENT = N_(
    "This is sent: what you chose, the day, and which pages of the library the answer used. Your "
    "name and your report are not sent. It is kept for at most {days} days. Nothing on it says "
    "that it came from you, so it cannot be found and deleted for you later."
)
THANKS = N_("Thank you. This was noted for the people who keep this library.")
_ID = "pm-thanks"
_SHOWN = 90
"""Letters of a sentence by which a person knows it again."""


def show(state: Session, exchange: Exchange) -> None:
    """The three buttons, the form that one of them opens, or the thanks."""
    st.html(heading(_(HEADING), 4) + paragraph(_(WHERE), "pm-kicker"))
    said = state.said.get(exchange.number, ())
    if said:
        st.html(f'<p role="status" tabindex="-1" id="{_ID}">&#10003; {esc(_(THANKS))}</p>')
    chosen = state.saying.get(exchange.number)
    if chosen:
        _form(state, exchange, chosen)
        return
    left = [v for v in _BUTTONS if v not in said and not (said and v != "mistake")]
    with st.container(horizontal=True, key="feedback"):
        for verdict in left:
            key = f"say-{verdict}-{exchange.number}"
            words, args = _(_BUTTONS[verdict]), (state, exchange, verdict)
            st.button(words, key=key, on_click=_choose, args=args)


def _choose(state: Session, exchange: Exchange, verdict: Verdict) -> None:
    """A good word is noted at once; the others are asked for a reason."""
    if verdict == "helped":
        _send(state, exchange, _facts(exchange, verdict))
        return
    state.saying[exchange.number] = verdict
    focus_next(state, ".st-key-saying input")


def _form(state: Session, exchange: Exchange, verdict: Verdict) -> None:
    fits = exchange.report is not None
    reasons = {r: said for r, said in _WHY[verdict].items() if fits or r != "misread_report"}
    with st.form(f"saying-{exchange.number}", border=True), st.container(key="saying"):
        st.html(f"<p><strong>{esc(_(_BUTTONS[verdict]))}</strong></p>")
        reason = st.radio(_(WHY), list(reasons), index=None, format_func=lambda r: _(reasons[r]))
        place = _WHOLE
        if verdict == "mistake":
            places = _places(exchange)
            place = st.selectbox(_(ABOUT), list(places), format_func=lambda p: places[p])
        question = without_persons(exchange.question, exchange.report)
        with_words = st.checkbox(_(WORDS).format(question=label(question)))
        st.html(paragraph(_(SENT).format(days=DAYS), "pm-kicker"))
        if st.form_submit_button(_(SEND)):
            words = question if with_words else ""
            told = {"reason": reason, "question": words} | place._asdict()
            _send(state, exchange, _facts(exchange, verdict).model_copy(update=told))
            st.rerun()
    st.button(_(LEAVE), key=f"leave-{exchange.number}", on_click=_leave, args=(state, exchange))


def _facts(exchange: Exchange, verdict: Verdict) -> Feedback:
    """What is told of an answer without its words."""
    cited = [c for s in exchange.answer.sentences for c in s.citations]
    passages = dict.fromkeys(c.passage_id for c in cited if isinstance(c, PassageCitation))
    return Feedback(
        day=date.today(),
        verdict=verdict,
        outcome=exchange.answer.outcome,
        release=exchange.answer.release,
        cited=tuple(passages),
    )


class _Place(NamedTuple):
    """Where a mistake is, as `Feedback` has it."""

    about: str
    sentence: int | None = None


_WHOLE = _Place("")


def _places(exchange: Exchange) -> dict[_Place, str]:
    """Where a mistake can be: the whole, the report's part, and each sentence of the library."""
    places = {_WHOLE: _(WHOLE)}
    if exchange.report:
        places[_Place("report")] = _(REPORT)
    for sentence in exchange.answer.sentences:
        cited = next((c for c in sentence.citations if isinstance(c, PassageCitation)), None)
        if cited:
            short = shorten(sentence.text, _SHOWN, placeholder=" ...")
            places[_place_of(cited, exchange.release)] = short
    return places


def _place_of(cited: PassageCitation, release: Release) -> _Place:
    texts = [s.text for s in release.passages[cited.passage_id].statements]
    number = texts.index(cited.quote) + 1 if cited.quote in texts else None
    return _Place(cited.passage_id, number)


def _send(state: Session, exchange: Exchange, said: Feedback) -> None:
    try:
        _store(settings().var / FILE).add(said)
    except Exception as error:
        log_unexpected(error)
        state.question_error = unexpected()
        return
    state.question_error = None
    state.said[exchange.number] = (*state.said.get(exchange.number, ()), said.verdict)
    state.sent_words = state.sent_words or bool(said.question)
    _leave(state, exchange)


def _leave(state: Session, exchange: Exchange) -> None:
    """Close the form; a keyboard goes on at the thanks, or where the form was opened."""
    verdict = state.saying.pop(exchange.number, None)
    is_said = exchange.number in state.said
    focus_next(state, f"#{_ID}" if is_said else f".st-key-say-{verdict}-{exchange.number} button")


@st.cache_resource(show_spinner=False)
def _store(path: Path) -> FeedbackStore:
    return FeedbackStore(path)
