"""The staff page: the documents, their checks, and the release that is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import get_args

import streamlit as st

from pmchat import feedback
from pmchat.corpus import release
from pmchat.corpus.checks.library import Checked, check_library
from pmchat.corpus.checks.problem import Level, Problem
from pmchat.errors import PmchatError
from pmchat.i18n import N_, _, ngettext
from pmchat.model import Document
from pmchat.retrieval.index import LibraryIndexer
from pmchat.ui.markup import bullets, esc, heading, note, paragraph, table
from pmchat.ui.parts import calmly, embedding, page, settings

SOON = 30
"""Days before its review date on which a document counts as due soon."""

_DONE = "library-done"
_LEVELS: tuple[Level, ...] = get_args(Level)
_HOW = {"build": N_("built"), "rollback": N_("rolled back")}


def show() -> None:
    """Draw the page."""
    with page(_("The library")):
        with calmly():
            _publish()
        with calmly():
            _releases()
        with calmly():
            _feedback()
        with calmly():
            _documents()


def _publish() -> None:
    next_question = _("Patients get the new release at their next question.")
    st.html(heading(_("Publish")) + paragraph(next_question))
    if _DONE in st.session_state:
        st.html(f'<p role="status"><strong>{esc(st.session_state.pop(_DONE))}</strong></p>')
    if not st.button(_("Check, build and publish"), type="primary"):
        return
    errors = check_library(settings().knowledge, date.today()).errors
    if errors:
        st.html(_blocked(errors))
        return
    st.session_state[_DONE] = _build()
    st.rerun()


def _build() -> str:
    """Build and publish with a progress bar; says what was published."""
    bar = st.progress(0.0, _("Preparing"))

    def progress(done: int, total: int) -> None:
        said = _("{done} of {total} passages").format(done=done, total=total)
        bar.progress(done / total if total else 1.0, said)

    where = settings()
    indexer = LibraryIndexer(embedding(), where.var / "embeddings")
    built = release.build(where.knowledge, where.var, indexer, progress)
    said = _("Release {release} with {count} documents is published.")
    return said.format(release=built.digest, count=len(built.documents))


def _blocked(errors: Sequence[Problem]) -> str:
    """What keeps the library from being published, document by document."""
    what = ngettext(
        "Nothing was published: {count} error must be mended first.",
        "Nothing was published: {count} errors must be mended first.",
        len(errors),
    ).format(count=len(errors))
    mend = _("The release in use stays. The errors, document by document:")
    return note(PmchatError(what, mend)) + _by_document(errors)


def _by_document(problems: Sequence[Problem]) -> str:
    ids = dict.fromkeys(p.document_id for p in problems)
    return "".join(
        heading(i, 3) + bullets(_words(p) for p in problems if p.document_id == i) for i in ids
    )


def _releases() -> None:
    st.html(heading(_("Release in use")))
    var = settings().var
    with calmly():
        st.html(paragraph(_("Release {release}").format(release=release.current(var))))
    entries = list(reversed(release.history(var)))
    if entries:
        with st.expander(_("History ({count})").format(count=len(entries))):
            rows = [
                {
                    _("when"): f"{e.when:%Y-%m-%d %H:%M} UTC",
                    _("release"): e.digest,
                    _("how"): _(_HOW.get(e.action, e.action)),
                }
                for e in entries
            ]
            st.html(table(_("Releases, the newest first"), rows))


def _feedback() -> None:
    found = feedback.read(settings().var)
    st.html(heading(_("What readers said ({count})").format(count=len(found))))
    if not found:
        st.html(paragraph(_("Nothing yet.")))
        return
    counts = Counter(f.verdict.replace("_", " ") for f in found)
    st.html(paragraph(f"{', '.join(f'{n} {said}' for said, n in counts.items())}."))
    caption = _("What readers said of answers, the newest first")
    rows = [{_(name): cell for name, cell in row.items()} for row in feedback.rows(found)]
    st.html(table(caption, rows))


def _documents() -> None:
    knowledge = settings().knowledge
    with st.spinner(_("Checking the documents")):
        checked = _checked(knowledge, release.digest_of(knowledge, {}), date.today())
    problems = checked.problems
    broken = {p.document_id for p in checked.errors}
    name = _("Documents ({count})").format(count=len(checked.documents))
    order = _("Those with errors come first, then those whose review is due first.")
    st.html(heading(name) + paragraph(order))
    documents = sorted(checked.documents, key=lambda d: (d.id not in broken, d.review_by, d.id))
    st.html(table(_("Documents"), [_row(d, problems) for d in documents]))
    st.html(heading(_("What the checks found")))
    for level in _LEVELS:
        found = [p for p in problems if p.level == level]
        with st.expander(_counted(len(found), level), expanded=level == "error" and bool(found)):
            st.html(_by_document(found) or paragraph(_("None.")))


@st.cache_data(show_spinner=False, max_entries=2)
def _checked(knowledge: Path, digest: str, today: date) -> Checked:
    """The check, repeated only when a file or the day changes."""
    return check_library(knowledge, today)


def _row(document: Document, problems: Sequence[Problem]) -> dict[str, str]:
    found = [p.level for p in problems if p.document_id == document.id]
    counts = [_counted(n, level) for level in _LEVELS if (n := found.count(level))]
    return {
        _("document"): document.id,
        _("title"): document.title,
        _("status"): document.status,
        _("check"): ", ".join(counts) or _("ok"),
        _("review by"): _due(document.review_by, date.today()),
    }


def _due(review_by: date, today: date) -> str:
    """The review date; in words if it is past or near."""
    left = (review_by - today).days
    if left < 0:
        return _("{day} OVERDUE").format(day=review_by)
    return _("{day} due soon").format(day=review_by) if left <= SOON else f"{review_by}"


def _counted(count: int, level: Level) -> str:
    if level == "error":
        return ngettext("{count} error", "{count} errors", count).format(count=count)
    return ngettext("{count} warning", "{count} warnings", count).format(count=count)


def _words(problem: Problem) -> str:
    if not problem.section:
        return problem.what
    place = _("{section}, line {line}").format(section=problem.section, line=problem.line)
    return f"{place}: {problem.what}"
