"""The chat model at the page: who writes, and the person's yes to a remote one."""

from __future__ import annotations

import streamlit as st

from pmchat.answering.generate import Generator
from pmchat.errors import PmchatError
from pmchat.i18n import N_, _
from pmchat.settings import ChatModel, Place, Settings
from pmchat.ui.markup import heading, label, note, paragraph

_CONSENT = "pmchat-consent"
_STAYS = N_("Nothing you type or upload leaves this computer.")
_SENT = N_(
    "for each question: the question, the results read from your report (such as a gene, its "
    "change and its class), and the library pages that fit"
)
_NOT_SENT = N_(
    "Your report itself, your name, your birth date and your record numbers are not sent. Please "
    "do not type names into your questions."
)
_WRITES: dict[Place, str] = {
    "this computer": N_("A language model on this computer ({name}) puts answers into words."),
    "your network": N_("A language model in the network here ({name}) puts answers into words."),
    "the internet": N_("A language model of {host} ({name}) puts answers into words."),
}


def privacy() -> str:
    """What leaves this computer, as the person has it set now."""
    chat = Settings.from_environment().model
    if chat is None or chat.place == "this computer" or (not chat.is_local and not _agreed(chat)):
        return _(_STAYS)
    if chat.is_local:
        said = _("This is sent to a computer in the network here ({host}), {what}.")
        return said.format(host=chat.host, what=_(_SENT))
    agreed = _("You agreed that this is sent to {host}, {what}.")
    return f"{agreed.format(host=chat.host, what=_(_SENT))} {_(_NOT_SENT)}"


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
    writes = _(_WRITES[chat.place]).format(host=chat.host, name=chat.name)
    held = _("Each sentence is held against the library, and what does not hold is left out.")
    st.html(paragraph(f"{writes} {held}"))
    if not chat.is_local:
        stop = _("Send nothing more to {host}").format(host=chat.host)
        st.button(label(stop), on_click=_decide, args=(False,))
    return generator


def _agreed(chat: ChatModel) -> bool:
    return bool(st.session_state.get(_CONSENT) == (chat.name, chat.host))


def _decide(yes: bool) -> None:
    chat = Settings.from_environment().model
    st.session_state[_CONSENT] = (chat.name, chat.host) if chat and yes else None


def _ask_once(chat: ChatModel) -> None:
    may = _("May a language model of {host} help with the wording?").format(host=chat.host)
    yes = _("It is not on this computer. If you say yes, this is sent to {host}, {what}.")
    no = _(
        "If you say no, nothing leaves this computer, and your answers are put together from the "
        "library's own sentences."
    )
    with st.container(border=True, key="consent"):
        st.html(
            heading(may, 3)
            + paragraph(yes.format(host=chat.host, what=_(_SENT)))
            + paragraph(_(_NOT_SENT))
            + paragraph(no)
        )
        send = _("Yes, send this to {host}").format(host=chat.host)
        st.button(label(send), on_click=_decide, args=(True,))
        st.button(_("No, keep everything on this computer"), on_click=_decide, args=(False,))


@st.cache_resource(show_spinner=False, max_entries=2)
def _generator(chat: ChatModel) -> Generator:
    return Generator(chat)
