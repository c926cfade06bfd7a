"""What is kept, for how long, and the person's choices: keep, take along, delete."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from pmchat.feedback import DAYS as FEEDBACK_DAYS
from pmchat.i18n import N_, _, day
from pmchat.store import DAYS
from pmchat.ui.download import everything
from pmchat.ui.keeping import DELETE, keep, stop_keeping
from pmchat.ui.markup import bullets, heading, paragraph, table
from pmchat.ui.model import privacy
from pmchat.ui.parts import page
from pmchat.ui.session import Session, session
from pmchat.visit import Visit

KEEP = N_("Keep this conversation on this computer until I delete it, at most {days} days")
STOP = N_("Stop keeping it, and delete the copy")
_STAFF = N_("Staff cannot see what you type or upload, except what you send them below an answer.")


def show() -> None:
    """The whole page."""
    with page(_("What is kept")):
        state = session()
        st.html(paragraph(f"{privacy()} {_(_STAFF)}"))
        rows = [{_("What"): what, _("How long"): how_long} for what, how_long in _held(state)]
        st.html(table(_("What is held now, and for how long"), rows))
        st.html(heading(_("Your choice")))
        _choice(state)
        st.html(heading(_("Take everything with you")))
        _take(state)
        deletes = _(
            'The button "{button}" stands at the end of every page as soon as there is something '
            "to delete. It deletes at once. It cannot be undone."
        )
        st.html(heading(_(DELETE)) + paragraph(deletes.format(button=_(DELETE))))


def _held(state: Session) -> Iterator[tuple[str, str]]:
    """Each thing with how long it stays, as it is now."""
    nothing = _("nothing is here now")
    until = _("until you close or reload the page")
    if state.key:
        until = _("until {day}").format(day=day(state.key.until.astimezone().date()))
    report = _("Your report as it was read, with your corrections and the personal details on it")
    yield report, until if state.brought else nothing
    never = _("never stored; only until you close or reload the page")
    yield _("The file of your report"), never if state.brought else nothing
    yield _("Your questions and the answers"), until if state.exchanges else nothing
    is_empty = state.visit == Visit()
    yield _("Your list and your words for the visit"), nothing if is_empty else until
    search = _("until you close or reload the page")
    yield (
        _("What you searched for in the library"),
        search if state.sought or state.word else nothing,
    )
    yield (
        _(
            "What you say of an answer with the buttons below it, and your question if you tick "
            "that"
        ),
        _("with the people who keep this library, without your name, at most {days} days").format(
            days=FEEDBACK_DAYS
        ),
    )


def _choice(state: Session) -> None:
    if state.key:
        said = _(
            "You chose to keep this conversation. It lies in a file on the computer that runs "
            "pmchat. This browser holds the key to it, as a cookie. Changes are stored as you make "
            "them."
        )
        st.html(paragraph(said))
        if st.button(_(STOP)):
            stop_keeping(state)
            st.rerun()
        return
    said = _(
        "Now nothing is stored. If you want to come back later, you can store it. Before you say "
        "yes:"
    )
    facts = (
        _(
            "It is stored in a file on the computer that runs pmchat, and deleted after {days} "
            "days at the latest."
        ).format(days=DAYS),
        _(
            "This browser holds the key to it, as a cookie. Anyone who uses this browser can then "
            "open it. On a computer that you share, it is safer to take it with you and store "
            "nothing."
        ),
        _("Without cookies you cannot open it again."),
        _("You can delete it at any time."),
    )
    st.html(paragraph(said) + bullets(facts))
    if st.button(_(KEEP).format(days=DAYS), width="stretch"):
        keep(state)
        st.rerun()


def _take(state: Session) -> None:
    if state.is_empty:
        st.html(paragraph(_("There is nothing yet.")))
        return
    said = _(
        "One ZIP file with the conversation and your list as text, and everything as data (JSON). "
        "It holds what stands on your report, so keep it safe."
    )
    st.html(paragraph(said))
    st.download_button(
        _("Download everything"),
        everything(state),
        "pmchat-everything.zip",
        "application/zip",
        on_click="ignore",
    )
