"""How a person wants to read: how much of an answer, how large, how strong, how calm."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from pmchat.i18n import N_, _
from pmchat.ui.markup import paragraph

Depth = Literal["Short", "More", "Everything"]
DEPTHS: tuple[Depth, ...] = (N_("Short"), N_("More"), N_("Everything"))
SIZES = (100, 125, 150)
"""Percent of the usual size of letters, which itself follows the browser's setting."""

_FOLDER = Path(__file__).parent
_CONTRAST = (_FOLDER / "contrast.css").read_text(encoding="utf-8")
_CALM = (_FOLDER / "calm.css").read_text(encoding="utf-8")
_USUAL = 106.25


@dataclass
class Comfort:
    """What one person chose; none of it says anything about them, so it outlives a deletion."""

    depth: Depth = "Short"
    size: int = 100
    contrast: bool = False
    calm: bool = False


def show(comfort: Comfort) -> None:
    """The folded settings, and what they do to the page."""
    with st.expander(_("Comfort: text size, contrast"), key="comfort"):
        st.radio(
            _("Text size"),
            SIZES,
            format_func=lambda size: f"{size} %",
            horizontal=True,
            **_held(comfort, "size"),
        )
        st.checkbox(_("Stronger contrast"), **_held(comfort, "contrast"))
        st.checkbox(_("No movement on the page"), **_held(comfort, "calm"))
        st.html(paragraph(_("Dark or light follows the setting of your device or browser.")))
    st.html(style(comfort))


def choose_depth(comfort: Comfort) -> None:
    """How much of an answer is open; a change asks nothing anew."""
    st.radio(
        _("How much to read"),
        DEPTHS,
        format_func=_,
        horizontal=True,
        **_held(comfort, "depth"),
    )


def style(comfort: Comfort) -> str:
    """The CSS of these settings; what the person's device asks for holds without them."""
    return (
        f"<style>html {{ font-size: {_USUAL * comfort.size / 100:g}% !important; }}\n"
        + _wanted(_CONTRAST, "prefers-contrast: more", comfort.contrast)
        + _wanted(_CALM, "prefers-reduced-motion: reduce", comfort.calm)
        + "</style>"
    )


def _wanted(rules: str, device: str, chosen: bool) -> str:
    return rules if chosen else f"@media ({device}) {{\n{rules}}}\n"


def _held(comfort: Comfort, name: str) -> dict[str, Any]:
    """What ties a widget to a choice, on every page: Streamlit forgets it between pages."""
    key = f"comfort-{name}"
    st.session_state[key] = getattr(comfort, name)
    return {"key": key, "on_change": _take, "args": (comfort, name)}


def _take(comfort: Comfort, name: str) -> None:
    setattr(comfort, name, st.session_state[f"comfort-{name}"])
