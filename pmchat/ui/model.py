"""The chat model at the page: who writes, and the person's yes to a remote one."""

from __future__ import annotations

import streamlit as st

from pmchat.answering.generate import Generator
from pmchat.errors import PmchatError
from pmchat.settings import ChatModel, Settings
from pmchat.ui.markup import esc, label, note

_CONSENT = "pmchat-consent"
_STAYS = "Nothing you type or upload leaves this computer."
_SENT = (
    "for each question: the question, the results read from your report (such as a gene, its "
    "change and its class), and the library pages that fit"
)
_NOT_SENT = (
    "Your report itself, your name, your birth date and your record numbers are not sent. Please "
    "do not type names into your questions."
)


def privacy() -> str:
    """What leaves this computer, as the person has it set now."""
    chat = Settings.from_environment().model
    if chat is None or chat.place == "this computer" or (not chat.is_local and not _agreed(chat)):
        return _STAYS
    if chat.is_local:
        return f"This is sent to a computer in the network here ({esc(chat.host)}), {_SENT}."
    return f"You agreed that this is sent to {esc(chat.host)}, {_SENT}. {_NOT_SENT}"


def choice() -> Generator | None:
    """Say who writes, ask once where the model is remote; the model, if it may be used."""
    chat = Settings.from_environment().model
    if chat is None:
        return None
    if not chat.is_local and not _agreed(chat):
        if _CONSENT not in st.session_state:
            _ask_once(chat)
        return None
    try:
        generator = _generator(chat)
    except PmchatError as error:
        st.html(note(error))
        return None
    where = {"this computer": "on this computer", "your network": "in the network here"}
    st.html(
        f"<p>A language model {where.get(chat.place, f'of {esc(chat.host)}')} "
        f"({esc(chat.name)}) puts answers into words. Each sentence is held against the library, "
        "and what does not hold is left out.</p>"
    )
    if not chat.is_local:
        st.button(label(f"Send nothing more to {chat.host}"), on_click=_decide, args=(False,))
    return generator


def _agreed(chat: ChatModel) -> bool:
    return bool(st.session_state.get(_CONSENT) == (chat.name, chat.host))


def _decide(yes: bool) -> None:
    chat = Settings.from_environment().model
    st.session_state[_CONSENT] = (chat.name, chat.host) if chat and yes else None


def _ask_once(chat: ChatModel) -> None:
    host = esc(chat.host)
    with st.container(border=True, key="consent"):
        st.html(
            f"<h3>May a language model of {host} help with the wording?</h3>"
            f"<p>It is not on this computer. If you say yes, this is sent to {host}, {_SENT}.</p>"
            f"<p>{_NOT_SENT}</p><p>If you say no, nothing leaves this computer, and your answers "
            "are put together from the library's own sentences.</p>"
        )
        st.button(label(f"Yes, send this to {chat.host}"), on_click=_decide, args=(True,))
        st.button("No, keep everything on this computer", on_click=_decide, args=(False,))


@st.cache_resource(show_spinner=False, max_entries=2)
def _generator(chat: ChatModel) -> Generator:
    return Generator(chat)
