"""What is kept, for how long, and the person's choices: keep, take along, delete."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from pmchat.feedback import DAYS as FEEDBACK_DAYS
from pmchat.store import DAYS
from pmchat.text import day
from pmchat.ui.download import everything
from pmchat.ui.keeping import DELETE, keep, stop_keeping
from pmchat.ui.markup import esc
from pmchat.ui.model import privacy
from pmchat.ui.parts import page
from pmchat.ui.session import Session, session
from pmchat.visit import Visit

KEEP = f"Keep this conversation on this computer until I delete it, at most {DAYS} days"
STOP = "Stop keeping it, and delete the copy"
_OPEN = "until you close or reload the page"
_NOTHING = "nothing is here now"
_STAFF = "Staff cannot see what you type or upload, except what you send them below an answer."


def show() -> None:
    """The whole page."""
    with page("What is kept"):
        state = session()
        st.html(f"<p>{privacy()} {_STAFF}</p>{_table(state)}")
        st.html("<h2>Your choice</h2>")
        _choice(state)
        st.html("<h2>Take everything with you</h2>")
        _take(state)
        st.html(
            f'<h2>{DELETE}</h2><p>The button "{DELETE}" stands at the end of every page as soon '
            "as there is something to delete. It deletes at once. It cannot be undone.</p>"
        )


def _table(state: Session) -> str:
    """Each thing with how long it stays, as it is now."""
    rows = "".join(f"<tr><td>{what}</td><td>{esc(long)}</td></tr>" for what, long in _held(state))
    return (
        '<table class="pm-table"><caption>What is held now, and for how long</caption><thead><tr>'
        '<th scope="col">What</th><th scope="col">How long</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _held(state: Session) -> Iterator[tuple[str, str]]:
    until = f"until {day(state.key.until.astimezone().date())}" if state.key else _OPEN
    report = "Your report as it was read, with your corrections and the personal details on it"
    yield report, until if state.brought else _NOTHING
    never = f"never stored; only {_OPEN}"
    yield "The file of your report", never if state.brought else _NOTHING
    yield "Your questions and the answers", until if state.exchanges else _NOTHING
    is_empty = state.visit == Visit()
    yield "Your list and your words for the visit", _NOTHING if is_empty else until
    yield (
        "What you say of an answer with the buttons below it, and your question if you tick that",
        f"with the people who keep this library, without your name, at most {FEEDBACK_DAYS} days",
    )


def _choice(state: Session) -> None:
    if state.key:
        st.html(
            "<p>You chose to keep this conversation. It lies in a file on the computer that runs "
            "pmchat. This browser holds the key to it, as a cookie. Changes are stored as you make "
            "them.</p>"
        )
        if st.button(STOP):
            stop_keeping(state)
            st.rerun()
        return
    st.html(
        "<p>Now nothing is stored. If you want to come back later, you can store it. Before you "
        "say yes:</p><ul><li>It is stored in a file on the computer that runs pmchat, and deleted "
        f"after {DAYS} days at the latest.</li><li>This browser holds the key to it, as a cookie. "
        "Anyone who uses this browser can then open it. On a computer that you share, it is safer "
        "to take it with you and store nothing.</li><li>Without cookies you cannot open it "
        "again.</li><li>You can delete it at any time.</li></ul>"
    )
    if st.button(KEEP, width="stretch"):
        keep(state)
        st.rerun()


def _take(state: Session) -> None:
    if state.is_empty:
        st.html("<p>There is nothing yet.</p>")
        return
    st.html(
        "<p>One ZIP file with the conversation and your list as text, and everything as data "
        "(JSON). It holds what stands on your report, so keep it safe.</p>"
    )
    st.download_button(
        "Download everything",
        everything(state),
        "pmchat-everything.zip",
        "application/zip",
        on_click="ignore",
    )
