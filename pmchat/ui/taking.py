"""Below an answer: copy it, print it alone, or change the question and ask again."""

from __future__ import annotations

import json

import streamlit as st

from pmchat.ui.download import exchange_text
from pmchat.ui.focus import focus_next
from pmchat.ui.session import Exchange, Session

COPY, PRINT = "Copy this answer", "Print this answer"
AGAIN = "Change my question and ask again"
COPIED = "Copied. You can paste it into a message or a note."
NOT_COPIED = "Your browser does not let me copy here. Mark the words, then copy them."
IN_BOX = "Your question is in the box again. Change it, then press Enter."
BOX = "question"
"""Key of the box in which questions are typed."""

_ID = "pm-reworded"

# The paper stands beside the app, and the style sheet prints nothing else while it is there.
_SCRIPT = """<script>{{
const text = {text};
const said = document.getElementById("pm-copied-{number}");
document.getElementById("pm-copy-{number}").onclick = async () => {{
  said.textContent = "";
  try {{
    await navigator.clipboard.writeText(text);
    said.textContent = {copied};
  }} catch {{
    said.textContent = {not_copied};
  }}
}};
document.getElementById("pm-print-{number}").onclick = () => {{
  document.getElementById("pm-paper")?.remove();
  const paper = document.createElement("pre");
  paper.id = "pm-paper";
  paper.textContent = text;
  document.body.append(paper);
  addEventListener("afterprint", () => paper.remove(), {{ once: true }});
  print();
}};
}}</script>"""


def show(state: Session, exchange: Exchange) -> None:
    """The three buttons."""
    st.html(_buttons(exchange), unsafe_allow_javascript=True)
    if state.reworded == exchange.number:
        st.html(f'<p role="status" tabindex="-1" id="{_ID}">{IN_BOX}</p>')
        return
    st.button(AGAIN, key=f"again-{exchange.number}", on_click=_put_back, args=(state, exchange))


def _put_back(state: Session, exchange: Exchange) -> None:
    st.session_state[BOX] = exchange.question
    state.reworded = exchange.number
    focus_next(state, f".st-key-{BOX} textarea")


def _buttons(exchange: Exchange) -> str:
    number = exchange.number
    script = _SCRIPT.format(
        number=number,
        text=_quoted(exchange_text(exchange)),
        copied=_quoted(COPIED),
        not_copied=_quoted(NOT_COPIED),
    )
    buttons = "".join(
        f'<button type="button" class="pm-press" id="pm-{name}-{number}">{words}</button> '
        for name, words in (("copy", COPY), ("print", PRINT))
    )
    said = f'<span role="status" id="pm-copied-{number}"></span>'
    return f'<div class="pm-tools">{buttons}{said}</div>{script}'


def _quoted(text: str) -> str:
    """Text as a string of JavaScript that no HTML in it can end."""
    return json.dumps(text).replace("<", "\\u003c")
