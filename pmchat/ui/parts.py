"""What all pages share: the frame around them, the error box, the cached answerer."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import streamlit as st

from pmchat.answering.conversation import Answerer
from pmchat.corpus import release
from pmchat.errors import PmchatError
from pmchat.feedback import DAYS
from pmchat.i18n import N_, _, day, language
from pmchat.retrieval.embedding import MiniLM
from pmchat.settings import Settings
from pmchat.ui import comfort
from pmchat.ui.markup import folded, heading, note, paragraph, phones, script_text
from pmchat.ui.model import privacy
from pmchat.ui.session import Session, session

WHAT_I_AM = N_(
    "I am a computer program, not a clinician. I explain; your care team decides. "
    "I can be wrong. Do not use me in an emergency."
)
NOT_KEPT = N_(
    "Nothing is kept: when you close or reload this page, your report, your questions and the "
    "answers are gone."
)
KEPT = N_(
    "You chose to keep this conversation on this computer. It is still here when you reload the "
    "page, until {day} or until you delete it. Anyone who uses this browser can open it."
)
SENT_WORDS = N_(
    "The question that you sent to the people who keep this library stays with them, without your "
    "name, for at most {days} days."
)
HELP = (
    N_("Danger to life, trouble breathing, chest pain, or sudden confusion: call 911 now."),
    N_("Thoughts of suicide or of hurting yourself: call or text 988, day or night."),
    N_(
        "Fever, bad diarrhea, a new cough or a new rash during cancer treatment: call your cancer "
        "team's 24-hour line now. The number is on your treatment card."
    ),
)
FOOTER = N_(
    "Questions about your own care go to your care team or a genetic counselor. "
    "Outside the US, call your local emergency number."
)
TITLE = "pm-title"
"""Where a person goes on who was turned to another page."""

_STYLE = Path(__file__).with_name("style.css")
_LANGUAGE = "<script>document.documentElement.lang = {};</script>"
_log = logging.getLogger(__name__)


@contextmanager
def page(title: str, *, for_patients: bool = False) -> Iterator[None]:
    """The frame around a page; what fails inside becomes one calm box."""
    st.html(_STYLE)
    if language() != "en":  # which is what Streamlit says of every page
        st.html(_LANGUAGE.format(script_text(language())), unsafe_allow_javascript=True)
    st.html(heading(title, 1, TITLE))
    with st.container(key="help"):
        st.html(_help())
    comfort.show(session().comfort)
    if for_patients:
        st.html(paragraph(_(WHAT_I_AM), "pm-what"))
    with calmly():
        if for_patients:
            st.html(paragraph(f"{privacy()} {said_of_keeping(session())}", "pm-privacy"))
        yield
    st.html(f'<p class="pm-footer">{phones(_(FOOTER))}</p>')


@contextmanager
def calmly() -> Iterator[None]:
    """Turn any error into a calm box; an unexpected one is logged without anyone's words."""
    try:
        yield
    except PmchatError as error:
        st.html(note(error))
    except Exception as error:
        log_unexpected(error)
        st.html(note(unexpected()))


def unexpected() -> PmchatError:
    """What a person is told of an error that nobody foresaw."""
    return PmchatError(
        _("Something did not work on this page."),
        _("Please try again, or reload the page to start over."),
    )


def log_unexpected(error: Exception) -> None:
    """Log the kind of an error and where it arose; its message could hold a person's words."""
    where = [f"{f.filename}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
    _log.error("%s at %s", type(error).__name__, " < ".join(reversed(where[-4:])))


def said_of_keeping(state: Session) -> str:
    """Whether anything outlives the page, in words for the person at it."""
    until = state.key and day(state.key.until.astimezone().date())
    said = _(KEPT).format(day=until) if until else _(NOT_KEPT)
    return f"{said} {_(SENT_WORDS).format(days=DAYS)}" if state.sent_words else said


def settings() -> Settings:
    """Where library and releases lie."""
    return Settings.from_environment()


def answerer() -> Answerer:
    """The answerer of the release that is published now."""
    var = settings().var
    with st.spinner(_("Opening the library")):
        return _answerer(var, release.current(var))


@st.cache_resource(show_spinner=False)
def embedding() -> MiniLM:
    """The embedding model, one for everybody; it loads while the person reads the page."""
    model = MiniLM()
    threading.Thread(target=_warm, args=(model,), daemon=True).start()
    return model


@st.cache_resource(show_spinner=False, max_entries=2)
def _answerer(var: Path, digest: str) -> Answerer:
    return Answerer(release.load(var, digest), embedding())


def _warm(model: MiniLM) -> None:
    with suppress(PmchatError):  # the first question tells the person
        model.embed(["warm up"])


def _help() -> str:
    lines = "".join(f"<p>{phones(_(line))}</p>" for line in HELP)
    return folded(_("I need help now"), lines, "pm-help")
