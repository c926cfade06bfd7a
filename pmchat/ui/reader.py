"""One page of the library, as it is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from pmchat.corpus.release import Release
from pmchat.i18n import _, ngettext
from pmchat.model import Document, Passage
from pmchat.ui.answer import FOR_VISIT
from pmchat.ui.citations import opened, source_html, status_html
from pmchat.ui.explaining import array_html, drawing_html
from pmchat.ui.markup import bullets, esc, heading, label, link, paragraph
from pmchat.ui.session import Session


def read(state: Session, document: Document, release: Release, turn: Callable[[str], None]) -> None:
    """Draw the page; `turn` opens another one, or the list for an empty id."""
    today, back = date.today(), _("Back to the library")
    st.button(back, on_click=turn, args=("",))
    numbers = _("The small numbers name the sources at the end of each part.")
    st.html(
        f'<h2 id="pm-page" tabindex="-1">{esc(document.title)}</h2>{status_html(document)}'
        + paragraph(numbers, "pm-kicker")
    )
    st.button(_("Ask about this"), on_click=state.hand_over, args=(document.title,))
    st.html(page_html(document, release, today))
    related = [release.by_id[d] for d in document.related if d in release.by_id]
    if related:
        st.html(heading(_("Pages that go with this one"), 3))
        for other in related:
            key = f"related-{other.id}"
            st.button(label(other.title), key=key, on_click=turn, args=(other.id,), width="stretch")
    st.button(back, key="back-below", on_click=turn, args=("",))


def page_html(document: Document, release: Release, today: date) -> str:
    """All that may still be shown of a page, with its pictures and sources."""
    fresh = [p for p in document.passages if p.is_fresh(today)]
    left_out = len(document.passages) - len(fresh)
    parts = [drawing_html(document, release, today)]
    parts += [_section(p, document) for p in fresh]
    if left_out:
        said = ngettext(
            "{count} part of this page is not shown, because its words were good until a day that "
            "has passed. Your care team can tell you what holds now.",
            "{count} parts of this page are not shown, because their words were good until a day "
            "that has passed. Your care team can tell you what holds now.",
            left_out,
        )
        parts.append(paragraph(said.format(count=left_out), "pm-warning"))
    if document.questions:
        parts.append(heading(_(FOR_VISIT), 3) + bullets(document.questions))
    return "".join(parts) + _further(document)


def anchor(passage_id: str) -> str:
    """The id of a section's heading."""
    return "pm-" + passage_id.replace("#", "-")


def _section(passage: Passage, document: Document) -> str:
    numbers = {source.sid: n for n, source in enumerate(document.sources, 1)}
    sentences = "".join(
        f'<div class="pm-sentence">{esc(s.text)}&nbsp;'
        f"<sup>[{', '.join(str(numbers[sid]) for sid in s.sources)}]</sup></div>{array_html(s)}"
        for s in passage.statements
    )
    used = {sid for s in passage.statements for sid in s.sources}
    sources = "".join(
        f"<li>[{numbers[s.sid]}] {source_html(s)}</li>" for s in document.sources if s.sid in used
    )
    title = (
        f'<h3 class="pm-part" id="{anchor(passage.id)}" tabindex="-1">{esc(passage.heading)}</h3>'
    )
    listed = f'<ul class="pm-results">{sources}</ul>'
    return title + sentences + opened(_("Sources of this part"), listed)


def _further(document: Document) -> str:
    items = "".join(
        f"<li>{link(f'{s.organisation}: {s.title}', s.url)}</li>"
        for s in document.sources
        if s.url.startswith("http")
    )
    if not items:
        return ""
    note = _("The page rests on these. They open on the internet.")
    return heading(_("Read further"), 3) + paragraph(note) + f"<ul>{items}</ul>"
