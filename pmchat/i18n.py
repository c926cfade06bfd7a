"""The texts of the interface in the language that is set: PMCHAT_LANGUAGE, English without it.

Each text stands in English where it is shown, inside `_(...)`, so that `make texts` can collect all
of them in `knowledge/locale/pmchat.pot`. What is put into a text has a name, and is put in after
the look-up: `_("Earlier question: {question}").format(question=...)`. A text that stands where no
language is known yet, such as in a table, is marked with `N_` and looked up where it is shown.

Three things are not looked up and stay in the language of the library: its sentences, what an
answer says of a report's results (the rules that check it read English), and suggested questions.
"""

from __future__ import annotations

import gettext
import logging
import os
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list

from pmchat.settings import ROOT

DOMAIN = "pmchat"
"""The name of the catalogue, LANGUAGE/LC_MESSAGES/pmchat.mo in `folder`."""

_Text = TypeVar("_Text", bound=str)
_log = logging.getLogger(__name__)


def language() -> str:
    """The language of the interface as HTML names it, such as "en" or "pt-BR"."""
    return os.environ.get("PMCHAT_LANGUAGE", "en").replace("_", "-")


def folder() -> Path:
    """Where the texts and their translations lie."""
    return Path(os.environ.get("PMCHAT_KNOWLEDGE", ROOT / "knowledge")) / "locale"


def _(text: str) -> str:
    """A text of the interface in the language that is set."""
    return _catalogue(folder(), language()).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Of a text for one and a text for many, the one that fits, in the language that is set."""
    return _catalogue(folder(), language()).ngettext(one, many, count)


def N_(text: _Text) -> _Text:  # noqa: N802 - the name that gettext has for it
    """Mark a text that is looked up later."""
    return text


def day(when: date, form: str = "long") -> str:
    """A date as people write it; `form` is one of Babel's, or a pattern such as "MMMM y"."""
    return format_date(when, form, _locale(language()))


def listed(names: Sequence[str], style: Literal["standard", "or"] = "standard") -> str:
    """Names in a row, the last two joined by "and" or by "or"."""
    return format_list(names, style, _locale(language()))


@cache
def _catalogue(where: Path, name: str) -> gettext.NullTranslations:
    if name == "en":
        return gettext.NullTranslations()
    try:
        return gettext.translation(DOMAIN, where, [name.replace("-", "_")])
    except OSError:
        _log.warning("no texts in the language %s in %s: they stay in English", name, where)
        return gettext.NullTranslations()


@cache
def _locale(name: str) -> Locale:
    try:
        return Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
