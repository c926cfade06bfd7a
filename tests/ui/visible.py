"""All that a person can see or hear of a page that Streamlit's AppTest has drawn."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from streamlit.testing.v1 import AppTest

_UNSEEN = frozenset("id page page_script_hash raw_value raw_values type form_id url".split())
"""Fields of Streamlit's messages that hold no words for people."""

_SPOKEN = ("alt", "aria-label", "title", "placeholder")
_PICTURE = "data:image/svg+xml;base64,"


def visible(app: AppTest) -> Iterator[str]:
    """Each piece of text: labels, options, captions, and the words in HTML and in pictures."""
    assert not app.exception
    for element in _elements(app._tree):
        for field, text in _strings(getattr(element, "proto", None)):
            if field in {"body", "srcdoc"}:
                yield from words_of(text)
            elif field not in _UNSEEN:
                yield re.sub(r"\\(.)", r"\1", text)


def words_of(html: str) -> Iterator[str]:
    """The pieces of text in a piece of HTML."""
    reader = _Reader()
    reader.feed(html)
    yield from reader.texts


def _elements(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _elements(child)


def _strings(message: Any) -> Iterator[tuple[str, str]]:
    if not hasattr(message, "ListFields"):
        return
    for field, value in message.ListFields():
        for one in value if field.is_repeated else [value]:
            if isinstance(one, str):
                yield field.name, one
            else:
                yield from _strings(one)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        for name, value in attrs:
            if name in _SPOKEN and value:
                self.texts.append(value)
            if name == "src" and value and value.startswith(_PICTURE):
                drawn = base64.b64decode(value.removeprefix(_PICTURE)).decode()
                self.texts += words_of(drawn)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside not in {"style", "script"} and data.strip():
            self.texts.append(data)
