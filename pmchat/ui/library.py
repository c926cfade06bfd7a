"""The staff page: the documents, their checks, and the release that is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import streamlit as st

from pmchat import feedback
from pmchat.corpus import release
from pmchat.corpus.checks.library import Checked, check_library
from pmchat.corpus.checks.problem import Problem
from pmchat.errors import PmchatError
from pmchat.model import Document
from pmchat.retrieval.index import LibraryIndexer
from pmchat.ui.markup import bullets, esc, note, table
from pmchat.ui.parts import calmly, embedding, page, settings

SOON = 30
"""Days before its review date on which a document counts as due soon."""

_DONE = "library-done"


def show() -> None:
    """Draw the page."""
    with page("The library"):
        with calmly():
            _publish()
        with calmly():
            _releases()
        with calmly():
            _feedback()
        with calmly():
            _documents()


def _publish() -> None:
    st.html("<h2>Publish</h2><p>Patients get the new release at their next question.</p>")
    if _DONE in st.session_state:
        st.html(f'<p role="status"><strong>{esc(st.session_state.pop(_DONE))}</strong></p>')
    if not st.button("Check, build and publish", type="primary"):
        return
    errors = check_library(settings().knowledge, date.today()).errors
    if errors:
        st.html(_blocked(errors))
        return
    st.session_state[_DONE] = _build()
    st.rerun()


def _build() -> str:
    """Build and publish with a progress bar; says what was published."""
    bar = st.progress(0.0, "Preparing")

    def progress(done: int, total: int) -> None:
        bar.progress(done / total if total else 1.0, f"{done} of {total} passages")

    where = settings()
    indexer = LibraryIndexer(embedding(), where.var / "embeddings")
    built = release.build(where.knowledge, where.var, indexer, progress)
    return f"Release {built.digest} with {len(built.documents)} documents is published."


def _blocked(errors: Sequence[Problem]) -> str:
    """What keeps the library from being published, document by document."""
    box = note(
        PmchatError(
            f"Nothing was published: {_plural(len(errors), 'error')} must be mended first.",
            "The release in use stays. The errors, document by document:",
        )
    )
    return box + _by_document(errors)


def _by_document(problems: Sequence[Problem]) -> str:
    ids = dict.fromkeys(p.document_id for p in problems)
    return "".join(
        f"<h3>{esc(i)}</h3>" + bullets(_words(p) for p in problems if p.document_id == i)
        for i in ids
    )


def _releases() -> None:
    st.html("<h2>Release in use</h2>")
    var = settings().var
    with calmly():
        st.html(f"<p>Release <strong>{esc(release.current(var))}</strong></p>")
    entries = list(reversed(release.history(var)))
    if entries:
        with st.expander(f"History ({len(entries)})"):
            rows = [
                {"when": f"{e.when:%Y-%m-%d %H:%M} UTC", "release": e.digest, "how": e.action}
                for e in entries
            ]
            st.html(table("Releases, the newest first", rows))


def _feedback() -> None:
    found = feedback.read(settings().var)
    st.html(f"<h2>What readers said ({len(found)})</h2>")
    if not found:
        st.html("<p>Nothing yet.</p>")
        return
    counts = Counter(f.verdict.replace("_", " ") for f in found)
    st.html(f"<p>{', '.join(f'{n} {said}' for said, n in counts.items())}.</p>")
    st.html(table("What readers said of answers, the newest first", list(feedback.rows(found))))


def _documents() -> None:
    knowledge = settings().knowledge
    checked = _checked(knowledge, release.digest_of(knowledge, {}), date.today())
    problems = checked.problems
    broken = {p.document_id for p in checked.errors}
    st.html(
        f"<h2>Documents ({len(checked.documents)})</h2>"
        "<p>Those with errors come first, then those whose review is due first.</p>"
    )
    documents = sorted(checked.documents, key=lambda d: (d.id not in broken, d.review_by, d.id))
    st.html(table("Documents", [_row(d, problems) for d in documents]))
    st.html("<h2>What the checks found</h2>")
    for level in ("error", "warning"):
        found = [p for p in problems if p.level == level]
        with st.expander(
            f"{_plural(len(found), level)}", expanded=level == "error" and bool(found)
        ):
            st.html(_by_document(found) or "<p>None.</p>")


@st.cache_data(show_spinner="Checking the documents", max_entries=2)
def _checked(knowledge: Path, digest: str, today: date) -> Checked:
    """The check, repeated only when a file or the day changes."""
    return check_library(knowledge, today)


def _row(document: Document, problems: Sequence[Problem]) -> dict[str, str]:
    found = [p.level for p in problems if p.document_id == document.id]
    counts = [_plural(n, w) for w in ("error", "warning") if (n := found.count(w))]
    return {
        "document": document.id,
        "title": document.title,
        "status": document.status,
        "check": ", ".join(counts) or "ok",
        "review by": _due(document.review_by, date.today()),
    }


def _due(review_by: date, today: date) -> str:
    """The review date; in words if it is past or near."""
    left = (review_by - today).days
    if left < 0:
        return f"{review_by} OVERDUE"
    return f"{review_by} due soon" if left <= SOON else f"{review_by}"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _words(problem: Problem) -> str:
    place = f"{problem.section}, line {problem.line}" if problem.section else ""
    return f"{place}: {problem.what}" if place else problem.what
