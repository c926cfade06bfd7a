"""Keeps a person who uses the keyboard at their place when what they pressed is gone."""

from __future__ import annotations

import json

import streamlit as st

from pmchat.ui.session import Session

# Only where the browser has lost the focus or the box that was typed in still has it, while the
# page settles, and never against the person.
_SCRIPT = """<script>{{
// {count}
let left = 20;
const box = {box};
for (const event of ["keydown", "mousedown", "touchstart"]) {{
  addEventListener(event, () => {{ left = 0; }}, {{ once: true }});
}}
const timer = setInterval(() => {{
  if (left-- <= 0) return clearInterval(timer);
  const at = document.activeElement;
  if (at !== document.body && !(box && at.closest(box))) return;
  const next = document.querySelector({selector});
  next?.focus();
  if (next?.matches("h1, h2, h3")) next.scrollIntoView(); // what belongs to it stands below it
}}, 100);
}}</script>"""


def focus_next(state: Session, selector: str, box: str = "") -> None:
    """Say what takes the focus when the page is drawn again, from a box too if one is named."""
    state.focus, state.focus_from = selector, box
    state.focused += 1


def give_focus(state: Session) -> None:
    """Give it, once."""
    if state.focus:
        script = _SCRIPT.format(
            count=state.focused,
            selector=json.dumps(state.focus),
            box=json.dumps(state.focus_from),
        )
        st.html(script, unsafe_allow_javascript=True)
        state.focus = state.focus_from = ""
