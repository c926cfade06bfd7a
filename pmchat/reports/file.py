"""The file that a person brought: its bytes, and its text if it is one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LOOKED_AT = 4096
_CONTROL_SHARE = 50


@dataclass(frozen=True)
class File:
    """Content and name of a file; the content, not the name, says what it is."""

    data: bytes
    name: str

    def begins(self, *marks: bytes) -> bool:
        """Whether the content begins with one of the given bytes."""
        return self.data.startswith(marks)

    @cached_property
    def text(self) -> str | None:
        """The content as text; None for anything that is no text."""
        for mark, encoding in _MARKS:
            if self.data.startswith(mark):
                return _try(self.data, encoding)
        if b"\0" in self.data[:_LOOKED_AT]:
            return None
        text = _try(self.data, "utf-8")
        if text is None:
            text = _try(self.data, "cp1252") or self.data.decode("latin-1")
        head = text[:_LOOKED_AT]
        control = sum(1 for c in head if ord(c) < 32 and c not in "\t\n\r\f")
        return None if control > len(head) / _CONTROL_SHARE else text

    @cached_property
    def json(self) -> Any:
        """The content as JSON; None for anything that is none."""
        text = (self.text or "").lstrip("\ufeff \t\r\n")
        if text[:1] not in ("{", "["):
            return None
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
