"""What the person is told about a report: its limits, and what to watch out for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmchat.i18n import N_, _, ngettext
from pmchat.model import Family, Finding
from pmchat.reports.lines import MAX_LINE, MAX_LINES, Line
from pmchat.reports.misreads import misread_changes, misread_genes

_SAID: tuple[tuple[str, str], ...] = (
    (
        r"not (?:distinguish|differentiate|discriminate|determine whether).{0,60}(?:germline"
        r"|somatic)|tumou?r-only",
        N_("This test cannot tell if a change was there from birth or came up only in the tumor."),
    ),
    (
        r"(?:negative|not detected|normal|absence).{0,60}(?:not|n't) (?:rule out|exclude"
        r"|eliminate|preclude|mean)|limits? of detection",
        N_('A result of "not found" does not prove that a change is not there.'),
    ),
    (
        r"low tumou?r (?:fraction|content|purity|cellularity)|(?:insufficient|low"
        r"|limited) (?:ctDNA|tumou?r DNA|shedding)",
        N_("The sample held little tumor DNA, so some changes could have been missed."),
    ),
    (
        r"benign (?:and likely benign )?variants? (?:are|were|is) not (?:listed|reported|included"
        r"|shown)",
        N_("The laboratory did not list changes that it holds to be harmless."),
    ),
    (
        r"(?:QNS|quantity (?:not sufficient|insufficient)|insufficient (?:material|tissue"
        r"|quantity|sample|specimen|DNA|RNA))",
        N_("There was not enough sample for some or all of the tests."),
    ),
    (
        r"(?:regions?|exons?) (?:were |was |are )?not (?:\w+ )?covered"
        r"|below (?:the )?minimum coverage",
        N_("Some parts of the genes were not covered by the test."),
    ),
    (
        r"missing (?:variant )?(?:input|positions?)|not interrogated",
        N_("Some places in the genes were not tested, so a genotype may be less sure."),
    ),
)


_FAMILY: dict[Family, str] = {
    "tumor_ngs_plasma": N_(
        "A blood test can miss changes when the tumor sheds little DNA into the blood."
    ),
    "germline": N_(
        "This test looks at changes from birth. It does not look for changes in a tumor."
    ),
    "pgx": N_(
        "This test is about how the body handles some medicines. It says nothing about a tumor."
    ),
    "consumer": N_(
        "A consumer test reads few places. A medical laboratory should confirm any result."
    ),
}


_PURITY = re.compile(
    r"tumou?r (?:content|purity|cellularity|nuclei"
    r"|cells?)\W{0,4}(?:of )?(\d{1,3})\s*%",
    re.I,
)


_LOW_PURITY = 20


_TREND = re.compile(
    r"\btrend (?:graph|chart)|\bgraph over time|\bresponse map\b|see (?:chart"
    r"|graph|figure)|\bcolou?r[- ](?:key|code|coded)|\bsee (?:the )?(?:colou?rs?|icons?)\b"
    r"|(?<=\S)[^\S\n]+[\u25a0-\u25ff\u2b1b\u2b1c\u2b24\u2605\u2606\U0001f534\U0001f7e0-\U0001f7eb]",
    re.I,
)


NOT_ENGLISH = N_(
    "This report does not seem to be in English. Names of genes and changes were read, "
    "but the words around them may have been missed."
)
TOO_MANY = N_("This file holds more results than one report does. Only the first ones were read.")
NOTHING = N_("No result could be read in this file. Please compare with your paper.")
OLD_DRUGS = N_(
    "The list of medicines was made on the day of the report and may be out of date. "
    "Approvals change."
)
OLDER = N_("This file holds more than one version of the report. Only the latest was read.")
TWO_PEOPLE = N_(
    "This file seems to hold pages of two different people. No result was read from it. "
    "Please use a file that is only yours."
)


def read_limits(text: str, family: Family | None) -> list[str]:
    """The limits printed in the report and those of its kind, if it is of one."""
    joined = " ".join(text.split())
    found = [_(plain) for pattern, plain in _SAID if re.search(pattern, joined, re.I)]
    if family and family in _FAMILY:
        found.append(_(_FAMILY[family]))
    purity = _PURITY.search(joined)
    if purity and int(purity[1]) < _LOW_PURITY:
        found.append(little_tumor(purity[1]))
    if _TREND.search(joined):
        found.append(_("Charts and pictures in the report were not read."))
    return found


def little_tumor(percent: str) -> str:
    """What to say of a sample that was mostly not tumor."""
    said = _("Only {percent} % of the sample was tumor, so some changes could have been missed.")
    return said.format(percent=percent)


def misread_warnings(lines: list[Line], language: str, known: frozenset[str]) -> list[str]:
    """Words that were not read well, and a language that is not English.

    Numbers of the person or the sample, which are `known`, are no names of genes.
    """
    texts = [line.text for line in lines]
    genes = [word for text in texts for word in misread_genes(text) if word not in known]
    changes = [word for text in texts for word in misread_changes(text)]
    gene = _('The word "{word}" may be a gene name that was not read well. It was left out.')
    change = _(
        'The word "{word}" may be the name of a change that was not read well. It was left out.'
    )
    warnings = [gene.format(word=word) for word in dict.fromkeys(genes)]
    warnings += [change.format(word=word) for word in dict.fromkeys(changes)]
    return [*warnings, _(NOT_ENGLISH)] if language != "en" else warnings


def score_warnings(findings: list[Finding]) -> list[str]:
    """A PD-L1 number whose kind of score is not printed."""
    for one in findings:
        if (
            one.analyte == "PD-L1"
            and one.value
            and one.value.number is not None
            and not one.value.label
        ):
            return [_("The PD-L1 line does not say which score it is. Ask your care team.")]
    return []


def instruction_warnings(count: int) -> list[str]:
    """What to say of lines that address a program."""
    if count == 0:
        return []
    said = ngettext(
        "{count} line of this file looks like an instruction to a computer program. It was not "
        "followed.",
        "{count} lines of this file look like instructions to a computer program. They were not "
        "followed.",
        count,
    )
    return [said.format(count=count)]


def size_warnings(pages: Sequence[str]) -> list[str]:
    """What was left unread because a line, or the whole text, is too long."""
    lines = [line for page in pages for line in page.splitlines() if line.strip()]
    warnings = []
    if any(len(line) > MAX_LINE for line in lines):
        said = _("A line of this file is very long. Only its first {count:,} letters were read.")
        warnings.append(said.format(count=MAX_LINE))
    if len(lines) > MAX_LINES:
        said = _("This file is very long. Only its first {count:,} lines were read.")
        warnings.append(said.format(count=MAX_LINES))
    return warnings
