"""Speaks to a LangChain chat model: within a time, stopped at will. No other module does."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from pmchat.errors import ModelError, UsageError
from pmchat.i18n import _
from pmchat.settings import ChatModel

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MAX_TOKENS = 400
_LOOK = 0.1
"""Seconds between two looks at the clock and at the person's stop."""

_log = logging.getLogger(__name__)


class Generator:
    """A chat model that writes text, a piece at a time; safe to share between people."""

    def __init__(self, chat: ChatModel) -> None:
        """Raises UsageError if the model cannot be set up; it is first called by `stream`."""
        self.chat = chat
        self._model = _open(chat)

    @property
    def name(self) -> str:
        """The name that an answer carries."""
        return self.chat.name

    def deadline(self) -> float:
        """When an answer that begins now has to be whole, on the monotonic clock."""
        return time.monotonic() + self.chat.seconds

    def stream(
        self, system: str, user: str, deadline: float, stopped: Callable[[], bool]
    ) -> Iterator[str]:
        """The pieces of what the model writes. Raises ModelError.

        The connection is read in a thread of its own, so that neither the clock nor the
        person waits for a model that says nothing. It is closed at the next piece.
        """
        pieces: SimpleQueue[str | Exception | None] = SimpleQueue()
        over = threading.Event()
        work = (system, user, pieces, over)
        threading.Thread(target=self._read, args=work, daemon=True).start()
        try:
            while True:
                if stopped():
                    raise model_error(_("You stopped the language model."))
                if time.monotonic() > deadline:
                    raise model_error(_("The language model took too long."))
                try:
                    piece = pieces.get(timeout=_LOOK)
                except Empty:
                    continue
                if piece is None:
                    return
                if isinstance(piece, Exception):
                    raise _failed(piece) from None
                yield piece
        finally:
            over.set()

    def _read(
        self,
        system: str,
        user: str,
        pieces: SimpleQueue[str | Exception | None],
        over: threading.Event,
    ) -> None:
        from langsmith.run_helpers import tracing_context

        try:
            # Whatever the environment says, what a person asked is reported to no one.
            with tracing_context(enabled=False):
                for chunk in self._model.stream([("system", system), ("user", user)]):
                    if over.is_set():
                        return
                    pieces.put(str(chunk.text))
            pieces.put(None)
        except Exception as error:  # of any provider's own kind; the reader tells the person
            pieces.put(error)


def _open(chat: ChatModel) -> BaseChatModel:
    # Takes a second to import, so only who has a model pays for it.
    from langchain.chat_models import init_chat_model

    # These log what is sent when a program asks for their details.
    for name in ("openai", "ollama"):
        logging.getLogger(name).setLevel(logging.WARNING)
    if chat.is_local:
        _past_proxies(chat.host)
    try:
        model: BaseChatModel = init_chat_model(chat.name, temperature=0, **_options(chat))
    except ImportError as error:
        what = _("The package for the chat model {name} is not installed.")
        mend = _("Install the LangChain package of {provider}, or unset PMCHAT_MODEL.")
        raise UsageError(
            what.format(name=chat.name), mend.format(provider=chat.provider)
        ) from error
    except Exception as error:  # each provider has its own kinds, an unset key among them
        what = _("The chat model {name} cannot be set up ({error}).")
        raise UsageError(
            what.format(name=chat.name, error=type(error).__name__),
            _("Check PMCHAT_MODEL and its key, or unset it."),
        ) from error
    return model


def _options(chat: ChatModel) -> dict[str, Any]:
    if chat.provider == "ollama":
        return {
            "base_url": chat.address,
            "num_predict": MAX_TOKENS,
            "client_kwargs": {"timeout": chat.seconds},
        }
    options: dict[str, Any] = {
        "max_tokens": MAX_TOKENS,
        "timeout": chat.seconds,
        "max_retries": 0,
    }
    if chat.url:
        # The provider's own key, if the environment has one, is not for another's server.
        key = chat.key.get_secret_value() if chat.key else "none"
        options |= {"base_url": chat.url, "api_key": key}
    return options


def _past_proxies(host: str) -> None:
    """Have HTTP clients reach a local model straight: a proxy would carry its text elsewhere."""
    for name in ("NO_PROXY", "no_proxy"):
        hosts = [h for h in os.environ.get(name, "").split(",") if h]
        if host not in hosts:
            os.environ[name] = ",".join([*hosts, host])


def model_error(what: str, *, retryable: bool = False) -> ModelError:
    """What went wrong with the model, and what is shown instead."""
    mend = _("The answer is put together from the library instead.")
    return ModelError(what, mend, retryable=retryable)


def _failed(error: Exception) -> ModelError:
    """What a provider's error means; only one without an answer of the server is tried again."""
    _log.warning("the chat model failed: %s", type(error).__name__)
    status = getattr(error, "status_code", None)
    if "Timeout" in type(error).__name__:
        return model_error(_("The language model took too long."))
    if isinstance(status, int) and status > 0:
        said = _("The language model answered with an error ({status}).")
        return model_error(said.format(status=status))
    return model_error(_("The language model cannot be reached."), retryable=True)
