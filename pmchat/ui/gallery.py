"""The person's reports in pictures, with what the library says of reading them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import streamlit as st

from pmchat.corpus.release import Release
from pmchat.i18n import N_, _
from pmchat.model import Finding, Folder, PassageCitation, Report
from pmchat.reports.together import name_of
from pmchat.ui.markup import heading, paragraph
from pmchat.ui.pictures.gauge import Cutoff, gauge, gauged, printed_cutoffs
from pmchat.ui.pictures.levels import Level, level_of, levels
from pmchat.ui.pictures.overview import overview
from pmchat.ui.pictures.shares import shares
from pmchat.ui.quotes import quote_html, quotes

_CUTOFFS = {
    "TMB": ("rep-msi-tmb#treatment-now", r"cut-off is a TMB of (\d+)"),
    "TPS": ("rep-pdl1-scores#cut-offs", r"TPS of (\d+) percent"),
    "CPS": ("rep-pdl1-scores#cut-offs", r"CPS of (\d+)"),
}
"""Where the library states a cut-off, and in which words."""

_CAUTIONS = {
    "TMB": ("rep-msi-tmb#not-mean", r"^A high MSI or TMB result is not a promise"),
    "PD-L1": ("rep-pdl1-scores#cut-offs", r"^PD-L1 cut-offs differ"),
    "VAF": ("rep-vaf#not-mean", r"^A VAF is not (?:the share of your body|the same as the share)"),
}
_LEVELS: dict[Level, tuple[tuple[str, str], ...]] = {
    "stable": (("rep-msi-tmb#msi", r"^MSS means"),),
    "low": (),
    "high": (
        ("rep-msi-tmb#msi", r"^MSI-H means"),
        ("rep-msi-tmb#not-mean", r"^A high MSI or TMB result is not a promise"),
    ),
}
"""Where the library says what a level of MSI means."""

_READS = N_(
    "Each bar shows the share of DNA reads with a change. It does not show how much cancer "
    "there is."
)
_WAITING = N_(
    "Not in the picture yet, for a line of it was hard to read: {names}. Please check it first, "
    "above."
)
_BLOOD = re.compile(r"\bbTMB\b|\bblood\b|\bplasma\b", re.I)


def show(folder: Folder | None, release: Release) -> None:
    """A folded part of the page; nothing without a report."""
    if folder is None or not folder.findings:
        return
    several = len(folder.parts) > 1
    name = _("See my report as a picture")
    if several:
        name = _("See my report as a picture, one at a time")
    with st.expander(name):
        names = {p.number: name_of(p, _first_sample(p.report)) for p in folder.parts}
        chosen = folder.parts[-1].number
        if several:
            chosen = st.selectbox(
                _("Which report?"), list(names), index=len(names) - 1,
                format_func=lambda n: names[n].capitalize(), key="picture",
            )  # fmt: skip
        part = next(p for p in folder.parts if p.number == chosen)
        if folder.waiting:
            st.html(paragraph(_(_WAITING).format(names=", ".join(folder.waiting)), "pm-warning"))
        st.html("".join(pictures_html(part.report, folder, release)))


def pictures_html(report: Report, folder: Folder, release: Release) -> Iterator[str]:
    """The pictures of one report of the folder; `folder` knows what is personal."""
    report = report.model_copy(update={"identifiers": folder.identifiers})
    yield overview(report).html()
    bars = shares(report)
    if bars:
        yield heading(_("Shares of DNA reads"), 3) + bars.html() + paragraph(_(_READS))
        yield _cautions("VAF", release)
    for finding in report.findings:
        yield _gauge(finding, report, release) + _level(finding, release)


def _gauge(finding: Finding, report: Report, release: Release) -> str:
    value = gauged(finding)
    if value is None:
        return ""
    printed = printed_cutoffs(finding)
    stated = [] if printed else list(_stated(finding, report, release))
    cutoffs = [*printed, *(cutoff for cutoff, citation in stated)]
    name = _("{name} on its scale").format(name=finding.analyte)
    parts = [heading(name, 3), gauge(finding, value, cutoffs).html()]
    if not cutoffs:
        said = _("Neither your report's line nor our library gives a cut-off for this.")
        parts.append(paragraph(said))
    parts += dict.fromkeys(quote_html(release, citation) for cutoff, citation in stated)
    return "".join(parts) + _cautions(finding.analyte, release)


def _level(finding: Finding, release: Release) -> str:
    level = level_of(finding)
    if level is None:
        return ""
    name = _("{name} and its levels").format(name=finding.analyte)
    said = (quote_html(release, q) for place in _LEVELS[level] for q in quotes(release, *place))
    return "".join((heading(name, 3), levels(finding, level).html(), *said))


def _stated(
    finding: Finding, report: Report, release: Release
) -> Iterator[tuple[Cutoff, PassageCitation]]:
    """The library's cut-offs for this kind of score; none for TMB measured in blood."""
    label = (finding.value.label if finding.value else None) or ""
    place = _CUTOFFS.get(label)
    if place is None or (label == "TMB" and _in_blood(finding, report)):
        return
    passage_id, pattern = place
    seen: set[float] = set()
    for citation in quotes(release, passage_id, pattern):
        for match in re.finditer(pattern, citation.quote):
            number = float(match[1])
            if number not in seen:
                seen.add(number)
                yield Cutoff(number, _("named by our library, see below")), citation


def _in_blood(finding: Finding, report: Report) -> bool:
    samples = " ".join(s.type or "" for s in report.specimens if s.id == finding.specimen_id)
    liquid = report.family in {"tumor_ngs_plasma", "mrd"}
    return liquid or bool(_BLOOD.search(f"{finding.evidence.text} {samples}"))


def _cautions(name: str, release: Release) -> str:
    place = _CAUTIONS.get(name)
    return "".join(quote_html(release, q) for q in quotes(release, *place)) if place else ""


def _first_sample(report: Report) -> str | None:
    return report.specimens[0].id if len(report.specimens) == 1 else None
