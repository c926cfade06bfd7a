"""Around every page: opens what a person chose to keep, stores changes, deletes everything.

The token that opens a stored conversation lies in a cookie of the browser and never in the
address, so that it is not copied, shared or logged with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from pmchat.corpus import release
from pmchat.corpus.release import Release
from pmchat.errors import StoreError
from pmchat.i18n import N_, _, ngettext
from pmchat.store import Store
from pmchat.ui.focus import focus_next, give_focus
from pmchat.ui.markup import esc, paragraph
from pmchat.ui.parts import answerer, calmly, said_of_keeping, settings
from pmchat.ui.saved import json_of, restore
from pmchat.ui.session import Session, forget, session

COOKIE = "pmchat_kept"
DELETE = N_("Delete everything")
_SET_COOKIE = (
    '<script>document.cookie = "{name}={token}; path=/; max-age={seconds}; SameSite=Strict"'
    ' + (location.protocol === "https:" ? "; Secure" : "");</script>'
)
_ELSEWHERE = N_(
    "What was kept was changed or deleted in another window, so this window keeps nothing any "
    "more. Reload the page to see what is kept."
)


@contextmanager
def keeping() -> Iterator[None]:
    """Open and store before the page is drawn, store again after it, and say so below it."""
    state = session()
    with calmly():
        _open(state)
        _store_changes(state)
    yield
    with calmly():
        _store_changes(state)
    _foot(state)


def keep(state: Session) -> None:
    """Store the session from now on: the person said yes."""
    _store().forget(_token())
    state.stored = json_of(state)
    state.key = _store().keep(state.stored)
    state.kept_notice = ""


def stop_keeping(state: Session) -> None:
    """Delete the stored copy; the open page stays."""
    _forget_stored(state)
    state.key, state.stored, state.forgotten = None, "", True
    state.kept_notice = _("The copy on this computer was deleted. This page is still open.")


def delete_everything(state: Session) -> None:
    """Delete the stored copy and all that the open page holds."""
    deleted = _told(state)
    _forget_stored(state)
    new = forget()
    new.kept_notice = _("Everything was deleted: {what}.").format(what=deleted)
    focus_next(new, "#pm-kept")


def _open(state: Session) -> None:
    """Once in a session: bring back what was kept, and drop what is too old."""
    if state.looked:
        return
    state.looked = True
    if not _path().exists():
        return
    found = _store().read(_token())
    if found is None:
        return
    key, body = found
    try:
        left_out = restore(state, body, _release)
    except StoreError:
        _store().forget(key.token)
        state.forgotten = True
        raise
    state.key, state.stored = key, body
    if left_out:
        state.kept_notice = ngettext(
            "{count} earlier answer was left out, because the library that it quotes is no longer "
            "here.",
            "{count} earlier answers were left out, because the library that they quote is no "
            "longer here.",
            left_out,
        ).format(count=left_out)


def _store_changes(state: Session) -> None:
    if state.key is None:
        return
    body = json_of(state)
    if body == state.stored:
        return
    state.key, state.stored = _store().change(state.key, body), body
    if state.key is None:
        state.kept_notice = _(_ELSEWHERE)


def _foot(state: Session) -> None:
    with st.container(key="kept"):
        if state.kept_notice:
            said = f"<strong>{esc(state.kept_notice)}</strong>"
            st.html(f'<p role="status" tabindex="-1" id="pm-kept">{said}</p>')
            state.kept_notice = ""
        st.html(paragraph(said_of_keeping(state), "pm-privacy"))
        has_something = state.key or state.sought or state.word or not state.is_empty
        if has_something and st.button(_(DELETE), key="delete-everything"):
            with calmly():
                delete_everything(state)
                st.rerun()
        _cookie(state)
        give_focus(state)


def _cookie(state: Session) -> None:
    """Give the browser its token, or take it away."""
    if state.key:
        left = state.key.until - datetime.now(UTC)
        script = _SET_COOKIE.format(
            name=COOKIE, token=state.key.token, seconds=max(0, int(left.total_seconds()))
        )
    elif state.forgotten:
        script = _SET_COOKIE.format(name=COOKIE, token="", seconds=0)
    else:
        return
    st.html(script, unsafe_allow_javascript=True)


def _forget_stored(state: Session) -> None:
    if state.key:
        _store().forget(state.key.token)


def _told(state: Session) -> str:
    """What there is, counted."""
    parts = []
    if count := len(state.brought):
        parts.append(ngettext("{count} report", "{count} reports", count).format(count=count))
    if count := len(state.exchanges):
        parts.append(ngettext("{count} answer", "{count} answers", count).format(count=count))
    if count := len(state.visit.questions):
        said = ngettext(
            "{count} question for your visit", "{count} questions for your visit", count
        )
        parts.append(said.format(count=count))
    if state.visit.words:
        parts.append(_("your words for the visit"))
    if state.sought or state.word:
        parts.append(_("what you searched for"))
    if state.key:
        parts.append(_("the copy kept on this computer"))
    return ", ".join(parts)


def _path() -> Path:
    return settings().var / "kept.sqlite"


def _store() -> Store:
    return _opened(_path())


@st.cache_resource(show_spinner=False)
def _opened(path: Path) -> Store:
    return Store(path)


def _token() -> str:
    """What the browser sent when the page was opened."""
    return st.context.cookies.get(COOKIE, "")


def _release(digest: str) -> Release:
    engine = answerer()
    return engine.release if engine.release.digest == digest else _older(settings().var, digest)


@st.cache_resource(show_spinner=False, max_entries=2)
def _older(var: Path, digest: str) -> Release:
    return release.load(var, digest)
