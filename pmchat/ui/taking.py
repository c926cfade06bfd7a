"""Below an answer: copy it, print it alone, or change the question and ask again."""

from __future__ import annotations

import streamlit as st

from pmchat.i18n import N_, _
from pmchat.ui.download import exchange_text
from pmchat.ui.focus import focus_next
from pmchat.ui.markup import esc, script_text
from pmchat.ui.session import Exchange, Session

COPY, PRINT = N_("Copy this answer"), N_("Print this answer")
AGAIN = N_("Change my question and ask again")
COPIED = N_("Copied. You can paste it into a message or a note.")
NOT_COPIED = N_("Your browser does not let me copy here. Mark the words, then copy them.")
IN_BOX = N_("Your question is in the box again. Change it, then press Enter.")
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
        st.html(f'<p role="status" tabindex="-1" id="{_ID}">{esc(_(IN_BOX))}</p>')
        return
    st.button(_(AGAIN), key=f"again-{exchange.number}", on_click=_put_back, args=(state, exchange))


def _put_back(state: Session, exchange: Exchange) -> None:
    st.session_state[BOX] = exchange.question
    state.reworded = exchange.number
    focus_next(state, f".st-key-{BOX} textarea")


def _buttons(exchange: Exchange) -> str:
    number = exchange.number
    script = _SCRIPT.format(
        number=number,
        text=script_text(exchange_text(exchange)),
        copied=script_text(_(COPIED)),
        not_copied=script_text(_(NOT_COPIED)),
    )
    buttons = "".join(
        f'<button type="button" class="pm-press" id="pm-{name}-{number}">{esc(_(words))}</button> '
        for name, words in (("copy", COPY), ("print", PRINT))
    )
    said = f'<span role="status" id="pm-copied-{number}"></span>'
    return f'<div class="pm-tools">{buttons}{said}</div>{script}'
