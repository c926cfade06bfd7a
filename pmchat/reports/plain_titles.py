"""Titles in everyday words: all is as usual, nothing could be read, nobody knows what it means."""

from __future__ import annotations

import re

_END = r"(?: \([^()]{2,60}\))?\s*(?::|$)"
_SET = r"(?:genes?|(?:bio)?markers?|targets?|regions?|positions?|loci|panel|list)"
_WHICH = r"(?:(?:all|your|our|the|these|those|other|following|remaining|further|tested|studied) )"
_REST = r"(?:rest|remainder|others|all (?:others?|else)|everything else)"
_HERE = (
    r"(?: here|,? (?:in|at|for|on|with|across|within|throughout)"
    r"(?: (?:all|this|the|your|our|these|every))*"
    r"(?: (?:(?!(?:other|previous|prior|earlier|first|initial|last|former|healthy|normal|blood"
    r"|matched|paired|control|germline)\b)\w+ )?(?:genes?|(?:bio)?markers?|targets?|regions?|loci"
    r"|positions|samples?|specimens?|tests?|panel|following))?)"
)
_USUAL = (
    r"(?:(?:all|entirely|completely|wholly|otherwise) )?"
    r"(?:as (?:usual|expected|they should(?: be)?)|usual|unremarkable|quiet|clear|clean|unaffected"
    r"|unsuspicious|normal(?:ly)?|free of (?:changes|variants|findings"
    r"|alterations)|of no concern|without (?:anything )?(?:of note|concerns?|surprises?)"
    r"|with no(?:thing)? (?:of (?:note|concern)|concerns?|surprises?))"
)
_READ = (
    r"(?:(?:that |which )?(?:are|is|were|was|read|reads|look(?:s|ed)?|appear(?:s|ed)?|came back"
    r"|come back|came out|tested|sequenced|found(?: to be)?|proved) )"
)
_NOTHING = (
    r"(?:nothing(?: (?:else|was|is|of (?:note|concern|interest|relevance)|notable|remarkable"
    r"|unusual|abnormal|suspicious|relevant|reportable|new))*"
    r"(?: (?:found|seen|detected|turned up|came up|showed up|showed|noted|to report|to see))?"
    r")"
)
_SOUGHT = (
    r"(?:tested|checked|examined|sequenced|sought|searched|screened|read|studied|looked (?:at|for)"
    r"|covered|analy[sz]ed)"
)
USUAL_TITLE = (
    # "Checked in this sample, nothing turned up", "Genes read and found normal"
    rf"{_WHICH}*(?:{_SET} )?(?:we )?{_SOUGHT}{_HERE}?"
    rf"(?:[,;:]| -)?(?: (?:and|but|with))? (?:{_NOTHING}|found {_USUAL}){_HERE}?{_END}"
    # "The rest of your genes read as usual", "All other genes: clear"
    rf"|(?:the )?{_REST}(?: of)?(?: {_WHICH}*{_SET})?(?::| -)? {_READ}?{_USUAL}{_HERE}?{_END}"
    rf"|(?:{_WHICH}{{0,3}}{_SET}|the following|these|all) {_READ}?{_USUAL}{_HERE}?{_END}"
    # "Unremarkable at all targets", "Quiet genes", "All clear", "As expected"
    rf"|(?:unremarkable|quiet|unaffected|unsuspicious|clean|clear)(?: {_SET}|{_HERE}){_END}"
    rf"|normal (?:genes|markers|targets|regions){_END}"
    r"|(?:all (?:clear|quiet)|as expected|unremarkable|quiet)\s*(?::|$)"
    # "Nothing found in", "Nothing of note:"
    rf"|{_NOTHING}(?:{_HERE}| (?:in|at|for|with)){_END}|{_NOTHING}\s*:"
    # "Not seen this time"
    r"|(?:not (?:seen|found|detected|identified|met with) (?:this time|today|now|here|any ?more"
    r"|any longer|at this (?:draw|visit|time point))|no longer (?:seen|found|detected))"
    rf"{_END}"
    # "Sought and not met with"
    rf"|{_SOUGHT}(?: for)? (?:and|but) (?:not (?:met(?: with)?|come across|encountered)"
    rf"|never (?:met(?: with)?|found|seen)){_HERE}?{_END}"
)
"""What heads a list of names in which nothing was found, in words that no laboratory shares."""

_TELL = r"(?:read|assess|judge|see|test|sequence|interpret|evaluate|measure|report(?: on)?)"
UNREAD_TITLE = (
    r"(?:(?:no|without an?y?) (?:statements?|answers?|verdicts?|readings?|results?)"
    r"(?: (?:is|are|was|were|can be|could be))?(?: (?:possible|made|given|available|obtained|had))?"
    rf"{_HERE}?{_END})"
    rf"|(?:(?:(?:the )?{_REST}(?: of)? )?{_WHICH}*(?:{_SET}|lines?|parts?|items?) )?"
    r"(?:that |which )?could not be "
    rf"(?:read|assessed|judged|seen|sequenced|interpreted|measured|answered){_HERE}?{_END}"
    rf"|(?:what|{_WHICH}*{_SET}(?: (?:that|which))?) we (?:could|can) ?not {_TELL}{_HERE}?{_END}"
    rf"|(?:{_WHICH}*(?:{_SET}|lines?|parts?|items?) )(?:left )?without (?:an? )?"
    rf"(?:answer|result|reading|verdict){_HERE}?{_END}"
    rf"|(?:failed|dropped) (?:{_SET}|exons?|probes?|assays?){_HERE}?{_END}"
    rf"|{_WHICH}*(?:{_SET}|exons?|probes?|assays?)(?: that| which)? (?:failed|dropped out)"
    rf"{_HERE}?{_END}"
    rf"|(?:not (?:readable|legible|interpretable|judged)|unreadable|illegible"
    rf"|incompletely read){_HERE}?{_END}"
    r"|(?:gaps|incomplete)(?: in (?:the|this|your) \w+)?\s*(?::|$)"
)
"""What heads a list of names of which nothing can be told."""

_UNKNOWN = r"(?:unknown|unclear|uncertain|open|undetermined|doubtful)"
UNKNOWN_TITLE = (
    rf"(?:variants?|changes|alterations|findings) (?:of|with) (?:an? )?(?:as yet )?{_UNKNOWN} "
    rf"(?:clinical )?(?:meaning|significance|importance|effect|consequence|role|value|weight){_END}"
    r"|(?:variants?|changes|alterations|findings) (?:that |which )?(?:we|nobody|science) "
    r"(?:can ?not|can|do(?:es)? not) (?:yet |so far |at present )*"
    rf"(?:interpret|understand|explain|classify|judge|place)(?: yet)?{_END}"
)
"""What heads changes of which nobody knows what they mean."""

_NUMBER = r"\W{0,20}+(?:\d{1,3}\.?|[IVX]+\.|[A-H]\.)?\W{0,5}"
_ANY = re.compile(rf"{_NUMBER}(?:{USUAL_TITLE}|{UNREAD_TITLE}|{UNKNOWN_TITLE})", re.I)


_STATES = re.compile(
    r"\b[cp]\.\S|\d ?%|\b(?:pathogenic|benign|VUS|carrier|tier [I1-4]|(?:hetero|homo|hemi)zygous)\b"
    r"|(?<!no )(?<!not )\b(?:positive|detected|found|present)\b",
    re.I,
)


def states_result(line: str) -> bool:
    """True for a line that tells a result of its own, which no title in everyday words denies."""
    return bool(_STATES.search(line))


def in_plain_words(title: str) -> bool:
    """True for such a title: what follows it is told to be of it by no other word."""
    return bool(_ANY.match(f"{title}:"))
