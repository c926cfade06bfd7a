"""Word of what takes long while a report is read, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

Stage = Literal["text", "pictures"]

_listener: ContextVar[Callable[[Stage], None] | None] = ContextVar("listener", default=None)


def tell(stage: Stage) -> None:
    """Says what is read from here on: pictures are given more time than text."""
    listener = _listener.get()
    if listener is not None:
        listener(stage)


@contextmanager
def listening(listener: Callable[[Stage], None]) -> Iterator[None]:
    """While it lasts, `listener` hears every stage."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
