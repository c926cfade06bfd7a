"""The same thing in several reports: a small table, a picture, and a caution."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from pmchat.corpus.release import Release
from pmchat.i18n import N_, _, day
from pmchat.model import Folder
from pmchat.reports.compare import Point, Series, compare, told
from pmchat.ui.findings import is_found, name_of
from pmchat.ui.markup import bullets, esc, heading, hidden, paragraph, table
from pmchat.ui.pictures.course import course
from pmchat.ui.quotes import quote_html, quotes

_CAUTION = N_(
    "Numbers from different tests, labs or samples cannot be compared straight. A number that "
    "goes up or down does not by itself say how you are doing. Your care team looks at all of it."
)
_MIXED = N_(
    "Here the lab, the kind of test or the sample is not the same, or your reports do not name "
    "it. So no line joins these dots."
)
_ONLY = N_(
    "A result that only one report names need not be new or gone. The other test may not have "
    "looked for it, or the sample may not have shown it. Ask your care team what it means."
)
_SAID = {
    "VAF": ("rep-vaf#compare", r"^VAF numbers from two reports"),
    "TMB": ("rep-msi-tmb#compare", r"^TMB numbers from different labs"),
    "PD-L1": ("rep-pdl1-scores#why-differs", r"^A PD-L1 score can differ"),
    "HRD": ("rep-hrd-score#compare-tests", r"^HRD scores from different tests"),
    "BCR::ABL1": ("tgt-bcr-abl#blood-level", r"^Your care team looks at several results"),
}
"""What the library says of comparing, by analyte or kind of amount."""

_ELSE = ("rep-dates-versions#what-is-it", r"before you compare two reports")


def show(folder: Folder | None, release: Release) -> None:
    """A folded part of the page: what only one report names, and what several speak of."""
    if folder is None:
        return
    found, only = compare(folder), only_html(folder)
    if not found and not only:
        return
    with st.expander(_("Compare my reports over time")):
        if only:
            st.html(only)
        if not found:
            return
        st.html(f"<p><strong>{esc(_(_CAUTION))}</strong></p>")
        chosen = found[0]
        if len(found) > 1:
            names = [title(s, folder) for s in found]
            chosen = found[
                st.selectbox(
                    _("What to compare"),
                    range(len(found)),
                    format_func=lambda i: names[i],
                    key="series",
                )
            ]
        st.html("".join(series_html(chosen, folder, release)))


def only_html(folder: Folder) -> str:
    """For each of several reports, the results that no other one names; nothing if there are none.

    A result with another change of the same gene is another result.
    """
    named = {p.number: [name_of(f) for f in p.report.findings if is_found(f)] for p in folder.parts}
    parts = ""
    for number, names in named.items():
        others = {n for other, said in named.items() if other != number for n in said}
        own = [hidden(n, folder) for n in dict.fromkeys(names) if n not in others]
        if own and len(named) > 1:
            parts += heading(_("Only in report {number}").format(number=number), 3) + bullets(own)
    return parts and parts + paragraph(_(_ONLY))


def title(series: Series, folder: Folder) -> str:
    """What is compared, with its unit."""
    name = " ".join(n for n in (series.analyte, series.change) if n)
    facts = [n for n in (series.label, series.unit) if n and n != series.analyte]
    said = f"{name} ({', '.join(facts)})" if facts else name
    return hidden(said, folder)


def series_html(series: Series, folder: Folder, release: Release) -> Iterator[str]:
    """Table, picture and caution of one series."""
    name = title(series, folder)
    yield table(name, [_row(point, said, folder) for point, said in told(series)])
    picture = course(series, name)
    if picture:
        yield picture.html()
    if series.mixed:
        yield paragraph(_(_MIXED))
    place = _SAID.get(series.label or "") or _SAID.get(series.analyte) or _ELSE
    yield from (quote_html(release, q) for q in quotes(release, *place))


def _row(point: Point, said: str, folder: Folder) -> dict[str, str]:
    laboratory = point.test[1]
    facts = [_("Report {number}").format(number=point.number), point.sample, laboratory]
    return {
        _("Day"): day(point.when, "medium") if point.when else _("no day given"),
        _("Result"): said,
        _("From"): hidden(", ".join(f for f in facts if f), folder),
    }
