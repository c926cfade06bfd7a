"""The words that begin the parts of a report, and what each part holds."""

from __future__ import annotations

import re
from typing import Literal

from pmchat.reports.plain_titles import UNKNOWN_TITLE, UNREAD_TITLE, USUAL_TITLE

SectionKind = Literal[
    "body", "findings", "vus", "negatives", "positives", "indeterminate", "not_done", "benign",
    "therapies", "therapies_other", "resistance", "trials", "genes", "prose", "history", "skip",
]  # fmt: skip

_OTHER = (
    r"(?:previous|prior|earlier|first|initial|last|former|other|matched|paired|normal|control"
    r"|germline)\b"
)
_SAMPLE = rf"(?:(?!{_OTHER})\w+ )?(?:sample|specimen|panel|test|assay|report)"
_HERE = (
    rf"(?: (?:in|on|by|with) (?:the {_SAMPLE}|(?!the\b)(?:this )?{_SAMPLE}"
    r"(?: (?:of|from|drawn|collected)(?: on)? \d[\d\w ./-]{5,12})?))?"
    rf"(?: \((?!{_OTHER})[a-z][^()]{{2,40}}\))?"
)
"""Words after "not detected" or "not tested" in a heading; another sample's list is none of it."""
_PLACES = r"(?:genes?|(?:bio)?markers?|targets?|regions|hotspots)"
_LISTED = (
    rf"(?:{_PLACES}|alterations?|variants?|mutations?|fusions?|changes|rearrangements?"
    r"|amplifications?)"
)
_TESTED = (
    r"(?:tested|assayed|analy[sz]ed|assessed|evaluated|examined|sequenced|screened|interrogated"
    r"|studied|covered|checked|sought|looked for|searched for)"
)
_NEGATIVE = (
    r"(?:not (?:detected|found|identified|seen|observed|present|mutated|altered|amplified)"
    r"|negative|absent|undetected|unmutated|unaltered|wild[- ]?type"
    r"|with (?:an? )?(?:[\w-]+ ){0,3}negative (?:results?|findings?|status))"
)
_CURE = r"(?:approved|therap(?:y|ies)|drugs?|medicines?|treatments?|trials?)(?![\w-])"
_UNCHANGED = (
    rf"(?:without|(?:with|having|showing|carrying) no) (?:(?!{_CURE})[a-z-]+ ){{0,4}}?"
    r"(?:alterations?|mutations?|variants?|changes?|findings?)"
    r"(?: (?:detected|found|identified|seen|reported))?"
)
"""Said of a gene; of a change it tells that something else is not known of it."""
_BETWEEN = (
    r",? (?:\([^()]{1,40}\) )?(?:(?:that|which) (?:was|were|are|have been) (?:also )?)?"
    rf"(?:(?:(?:was|were|are) )?{_TESTED}(?: for)?(?:,? (?:and|but)|,|(?= with)) "
    r"(?:(?:was|were|are) )?)?(?:found )?(?:to be )?"
)
_NEGATIVE_LIST = (
    rf"(?:[\w/&-]+,? ){{0,5}}(?:{_LISTED}{_BETWEEN}{_NEGATIVE}|{_PLACES}{_BETWEEN}{_UNCHANGED})"
    rf"{_HERE}\s*(?::|$)"
    rf"|(?:also )?{_TESTED}(?: for)?,? (?:and|but)? ?(?:found )?(?:to be )?"
    rf"(?:{_NEGATIVE}|{_UNCHANGED}){_HERE}\s*(?::|$)"
    rf"|(?:negative|undetected|unmutated|unaltered|wild[- ]?type) {_LISTED}{_HERE}\s*(?::|$)"
    rf"|(?:[\w-]+ ){{0,3}}{_LISTED} (?:for|in|of) (?:this|the|your) (?:tumou?r|cancer|disease)"
    rf"(?: type)?\s*[:,-]\s*{_NEGATIVE}\s*$"
    r"|(?:(?:key|important|notable|clinically|relevant|other|additional|main|major|reported"
    r"|informative|selected) ){1,3}negative(?:s| (?:results?|findings?|biomarkers?|markers?"
    r"|genes))\s*(?::|$)"
)
"""What heads a list of names that were looked for in vain, in whatever order it is said."""

_TOLD = (
    r"(?:results?|status|positive|negative|equivocal|indeterminate|borderline|detected|present"
    r"|absent|intact|retained|lost|deficient|proficient|amplified|by(?! (?:IHC|I?SH|FISH|NGS)\b)"
    r"|per|meets?|fulfil+s?|according|under|using|satisf\w+)"
)
"""Words of a result, or of how it was judged: "negative by ASCO/CAP criteria" is no title."""

# The first pattern that fits the start of a line names its section.
_PATTERNS: tuple[tuple[SectionKind, str], ...] = (
    (
        "trials",
        r"(?:available |potential |matching |matched |open |relevant )*(?:clinical )?trials?"
        r"(?: options?| matches)?\b(?! (?:of(?! (?:possible|potential) )|in|have|has|show))",
    ),
    (
        "resistance",
        r"(?:therap(?:y|ies)|drugs?|treatments?)\b.{0,40}\b(?:lack of (?:response|benefit)"
        r"|resistan\w+|reduced benefit|no benefit|to avoid)",
    ),
    ("resistance", r"(?:potential |predicted )?(?:lack of (?:response|benefit)|resistance to)\b"),
    ("resistance", r"therapies to (?:avoid|consider avoiding)"),
    (
        "therapies_other",
        r"(?:FDA[- ]approved |approved )?(?:therap(?:y|ies)|drugs?|treatments?)\b.{0,60}"
        r"\b(?:other|another|different) (?:tumou?r|cancer|indication|disease)",
    ),
    ("therapies_other", r"\W{0,3}(?:approved )?in (?:other|another) (?:tumou?r|cancer|indication)"),
    (
        "therapies",
        r"(?:FDA[- ]approved |approved |associated |linked |matched |potential )*"
        r"(?:therap(?:y|ies)|drug associations?|drugs?|treatment(?: option)?s?"
        r"|treatment implications?)"
        r"(?: (?:and (?:clinical )?trials?(?=\s*(?::|$))|associated|linked|with|options?"
        r"|considerations?|implications?|associations?|for"
        r"|approved|by|in|noted|named|listed|printed|\.\.\.)\b|\s*(?:[:,]|$|\())",
    ),
    ("therapies", r"(?:medicines?|medications?|drugs?) (?:of interest|reviewed|affected)\b"),
    ("therapies", r"(?:FDA[- ]approved|approved) (?:therap|drug|in (?:this|current|patient))"),
    (
        "vus",
        r"(?:appendix\W+(?:[A-H]\W+)?)?"
        r"(?:(?:genomic |somatic |germline |DNA |RNA |sequence |tumou?r |additional findings?:? "
        r"|other )*"
        r"(?:variants?|alterations?|mutations?|findings?) of (?:uncertain|unknown|undetermined)"
        r" (?:clinical )?(?:significance|relevance|potential))",
    ),
    ("vus", r"(?:additional findings?\W{1,3})?VUS\b(?=\s*(?:$|[:(\-]|\s{2}|\(s\)|s\b|list))"),
    ("vus", r"(?:unclassified|uncertain) (?:variants?|alterations?)"),
    (
        "vus",
        r"(?:variants?|changes|alterations|findings) (?:whose|of which the) (?:meaning|significance"
        r"|effect|role) is (?:not (?:yet )?(?:known|clear)|unknown|uncertain|unclear)\b"
        r"[^:]{0,30}(?::|$)",
    ),
    ("vus", r"uncertain(?: significance)?(?: \(VUS\)\s*:?|\s*:)(?=.*[A-Z]\w*\d)"),
    (
        "vus",
        r"tier (?:III|3)\s*[:(-]\s*(?:variants?|alterations?|mutations?) of (?:unknown|uncertain)"
        r" (?:clinical )?significance",
    ),
    (
        "findings",
        r"tier (?:I|II|1|2)[A-D]?\s*[:(-]\s*(?:variants?|alterations?|mutations?)\b[^.:]*(?::|$)",
    ),
    (
        "benign",
        r"(?:likely )?benign\b[^:]{0,20}(?:variants?|alterations?|polymorphisms?)?\s*(?::|$)"
        r"|synonymous\b"
        r"|polymorphisms?\s*(?::|$)",
    ),
    (
        "positives",
        r"(?:variants?|mutations?|alterations?|biomarkers?|genes?)? ?(?:detected|identified"
        r"|positive|found)\s*:?\s*$",
    ),
    (
        "negatives",
        r"(?:pertinent|relevant|significant) negatives?|negative (?:results?|findings"
        r"|genes)\s*(?::|$)"
        r"|(?:(?:hotspot|sequence|DNA|RNA|gene|genomic|copy|number) ){0,2}(?:alterations?|variants?"
        r"|mutations?|biomarkers?|genes?|fusions?|variations?) not (?:detected|identified"
        r"|found)\s*(?::|$)"
        rf"|(?:[\w-]+ ){{0,4}}{_PLACES},? no (?:\w+ ){{0,3}}(?:alterations?|variants?|mutations?"
        r"|changes?|findings?)(?: (?:detected|found|identified))?\s*(?::|$)"
        r"|(?:[\w-]+ ){0,2}(?:fusions|genes|mutations|variants|alterations|markers)"
        r" (?:(?!was\b|were\b|is\b|are\b)\w+ ){1,4}not (?:found|detected|identified|seen)\s*(?::|$)"
        r"|(?:selected |other )?negative results?\s*(?::|$)"
        r"|(?:(?:genes?|regions?|targets?|also) )?(?:tested|analy[sz]ed|examined|sequenced|assessed"
        r"|looked for|covered)[,;:]? (?:but |and |with )?"
        r"(?:nothing|none|no (?:variants?|findings?|alterations?|changes?|mutations?))"
        r"(?: (?:was|were))? (?:reportable|reported|found|detected|seen|to report)\s*(?::|$)"
        rf"|not (?:detected|found|identified){_HERE}\s*(?::?\s*$)"
        r"|(?:this|the|current|present) (?:sample|specimen|test|draw)[,:] no (?:\w+ ){0,3}"
        r"(?:alterations?|variants?|mutations?|changes?) (?:(?:was|were) )?"
        r"(?:found|detected|identified|seen)(?: in\s*:?|\s*:)\s*$"
        r"|(?:what (?:we|was) |also )?(?:looked for|tested|sought|searched)(?: for)?,? "
        r"(?:and |but )?"
        rf"(?:did not (?:find|detect)|not (?:found|detected|seen|identified)){_HERE}\s*:?\s*$"
        r"|what (?:was|were) not (?:found|detected|seen|identified)\s*:?\s*$"
        r"|(?:[\w-]+ ){0,2}genes? (?:(?!without\b|with\b)[\w-]+ ){0,8}?in which no (?:\w+ ){0,3}"
        r"(?:alterations?|variants?|mutations?|changes?) (?:was|were|is|are|has been) "
        rf"(?:detected|found|identified|seen){_HERE}\s*:"
        r"|genes? (?:(?:tested|analy[sz]ed|assayed|examined|sequenced|studied) )?"
        rf"(?:without|with no)\b(?! (?:[\w-]+ ){{0,2}}{_CURE})[^:.]{{0,60}}(?::|$)"
        r"|no (?:reportable|clinically significant|pathogenic)\b"
        r"(?:(?!\b(?:but|however|although|while)\b)[^.;]){0,90}\bin the following\b"
        rf"|{_NEGATIVE_LIST}",
    ),
    (
        "indeterminate",
        r"genes? (?:tested )?with (?:indeterminate|equivocal)\W* results?\b[^:]*(?::|$)"
        r"|(?:indeterminate|equivocal)(?: (?:results?|findings?|markers?|biomarkers?))?\*?"
        r"(?: \([^():]{1,30}\))?\s*(?::|$)"
        r"|(?:the )?results? (?:is|are|was|were) (?:indeterminate|equivocal) (?:for|in)"
        r" (?:these|the following) genes?\b[^:]*(?::|$)",
    ),
    (
        "findings",
        r"(?:genotypes?|diplotypes?|phenotypes?)(?: (?:and|&|/) (?:genotypes?|phenotypes?))?"
        r" (?:summary|results?|table|details)\s*(?::|$)",
    ),
    (
        "not_done",
        r"(?:genes? )?not (?:part of|included (?:in|on)|covered by|on) (?:this|the) "
        r"(?:panel|test|assay)\s*(?::|$)",
    ),
    (
        "not_done",
        r"(?:(?:(?:RNA|DNA|gene|ordered|requested|additional|other|the following)[ /-]{1,3}){0,3}"
        r"(?:genes?|tests?|(?:bio)?markers?|fusions?|alterations?|analyses)[ -]{1,3})?"
        r"(?:(?:incomplete|failed|missing)(?:ly)?,? (?:or|and) )?"
        r"not (?:performed|assessed|assessable|tested|evaluated|done|analy[sz]ed|evaluable"
        r"|ordered|requested|examined)"
        r"(?: \([^()]*\)|[ ,-]{1,3}(?:due to|because of|insufficient)[^:.]{0,50})?"
        rf"{_HERE}\s*(?::|$)",
    ),
    (
        "genes",
        r"(?:appendix\b.{0,30})?(?:complete |full )?(?:list of |the following )?(?:the )?genes?"
        r"(?: (?:and|or) (?:regions|exons|introns|rearrangements))?"
        r" (?:assayed|analy[sz]ed|tested(?! with)|sequenced|included|evaluated|covered|interrogated"
        r"|examined|targeted|on (?:this|the) panel|in (?:this|the) (?:panel|test|assay)|list\b"
        r"|panel\s*(?::|$))",
    ),
    (
        "genes",
        r"(?:low|reduced|poor|insufficient) coverage\b|(?:regions?|genes?|exons?) (?:with|of)"
        r" (?:low|reduced|poor|insufficient|incomplete) coverage\b",
    ),
    (
        "genes",
        r"(?:variants?|alleles?|positions?) (?:assayed|tested(?! (?:with|positive))|interrogated"
        r"|genotyped|examined)\s*(?::|$)",
    ),
    ("genes", r"(?:gene|panel) (?:list|content|coverage)\b|list of genes\b|panel genes\b"),
    (
        "genes",
        r"(?:this|the) (?:test|panel|assay) (?:analy[sz]es|evaluates|includes|covers|sequences"
        r"|interrogates|detects|examines|consists)\b|appendix\b|DNA gene list|RNA gene list",
    ),
    (
        "history",
        r"(?:patient |personal |medical |family |clinical |relevant |reported )*(?:and family )?"
        r"(?:cancer |health )?(?:history|hx|indications?|question|information provided)\b"
        r"(?! of (?:uncertain))",
    ),
    ("history", r"(?:reproductive )?partner(?:'s results?)?\s*(?::|$)"),
    (
        "history",
        r"(?:earlier|previous|prior) (?:\w+ )?stud(?:y|ies)"
        r"(?: (?:in|at|by|from) (?:this|our|the|another|other) (?:laborator(?:y|ies)|labs?))?"
        r"\s*(?::|$)"
        r"|earlier(?: (?:parts? of this case|results?|tests?)(?: \w+){0,5})?\s*(?::|$)",
    ),
    (
        "history",
        r"(?:earlier|previous|prior|past) (?:\w+ ){0,2}"
        r"(?:test(?:ing|s)|results?|reports?|material|samples?"
        r"|specimens?|biops(?:y|ies))(?:,? (?!negative|positive|for\b.*\d)[\w-]+){0,4}\s*$",
    ),
    (
        "history",
        r"(?:earlier|previous|prior|past|outside|external)"
        r"(?:(?: ?[,/&] ?| (?:and|or) )(?:earlier|previous|prior|past|outside|external))*"
        r" (?:laboratory |molecular |genetic |pathology )?"
        r"(?:information|data|findings|results?|tests|testing|reports?)\s*(?::|$|\()",
    ),
    ("history", r"partner(?:'s)? (?:information|results?|data|report)\b[^.:]{0,50}(?::|$)"),
    ("history", r"(?:previous|prior|earlier) (?:\w+ )?reports? (?:for|of|on) (?:this|the) patient"),
    (
        "history",
        r"(?:reason|indication) for (?:test|referral|study|order)\w*"
        r"|why (?:\w+ ){0,2}tested|clinical (?:diagnosis|data|details"
        r"|question)"
        r"|(?:primary |referring |submitted |clinical )?diagnosis\s*:"
        r"|disease\s*:(?=[^|\t]*(?:cancer|carcinoma|melanoma|leuk(?:a)?emia|lymphoma|myeloma|sarcoma"
        r"|glioma|tumou?r))(?!.*\b(?:hereditary|familial|syndrome|predispos|genes?|results?)\b)"
        r"|(?-i:Diagnosis)(?=\s{3,}(?!Positive|Negative|Result)\S)"
        r"|r/o\b|rule out\b|pedigree\b",
    ),
    (
        "body",
        r"(?:(?:laboratory|lab|director'?s?|pathologist'?s?|additional|general|other) )*"
        r"(?:comments?|remarks?)"
        r"(?: (?:by|from|of) [^.:]{0,40})?\s*:?\s*$",
    ),
    (
        "prose",
        r"(?:variant |gene |clinical |result |genomic |therapy |biomarker )*(?:interpretations?"
        r"|descriptions?|summary of evidence|relevance|background)"
        r"(?: of (?:the )?(?:detected |reported )?(?:alterations?|variants?|biomarkers?"
        r"|findings?))?"
        r"\s*(?::|$)"
        r"|potential (?:treatment strategies|(?:diagnostic|germline|clonal \w+) implications)"
        r"|frequency (?:&|and) prognosis|finding summary"
        r"|about (?:this|the|your) (?:gene|variant|result|test)|(?:gene|variant) and (?:protein"
        r"|disease)",
    ),
    (
        "skip",
        r"(?:test )?(?:methods? (?:and|&) limit(?:ation)?s"
        r"|limits of (?:the|this) (?:test|assay|method)"
        r"|limitations?|disclaimers?|methods?|methodology|assay (?:description|details"
        r"|performance)|reference (?:ranges|values|intervals|key)|explanations"
        r"|scoring (?:key|guide|criteria|system)|technical (?:details|notes|information)"
        r"|references?|bibliography|literature"
        r"|citations?|(?:prescribing|dosing|medication|drug) (?:recommendations?|guidance)"
        r"|allele matching details"
        r"|(?:assessment ?(?:/|and|&) ?)?plan|A ?[/&] ?P"
        r"|use (?:as directed|with (?:increased )?caution)"
        r"|understanding (?:your|the|these|this) (?:test )?(?:results?|report)"
        r"|what (?:this|these|it|your)\b(?!.{0,30}:.{0,30}(?:metaboli[sz]er|function|activity))"
        r".{0,40}"
        r"|how to (?:read|interpret|use)\b.{0,40}"
        r"|(?:drug|medicine|therapy|treatment) (?:information|context)"
        r"|(?:the |\d+ )*(?:comparison|most similar|similar)\b[^.:]{0,60}?\bcell[- ]lines?"
        r"(?:, of \d+ tested)?|cell[- ]lines?(?: names?)?"
        r"|(?:tumou?r|cancer) types?\s{2,}.*\s{2}(?:therap(?:y|ies)|drugs?|treatments?)"
        r"|(?:table \d{1,2}\W+)?(?:list of )?companion diagnostics? (?:indications?|claims|uses?)"
        r"|glossary|test (?:description|performance|methodology|information)|performance"
        r"|quality (?:metrics|control)|definitions?|legend|abbreviations|about the test"
        r"|what (?:does|do|is)\b.{0,40}"
        r"|what (?:usually |typically )?(?:comes|happens|follows) next\b.{0,40}"
        r"|(?:suggested )?next steps(?: from .{0,30})?|management"
        r"|recommendations?|genetic counseling|(?:laboratory |lab )?suggestions?"
        r"|advice (?:of|from) the lab(?:oratory)?"
        rf"|(?:(?!\W?{_TOLD}\b)[\w()/,&-]{{1,40}}:? ){{0,7}}"
        r"(?:thresholds(?: used)?|cut-?offs(?: used)?|definitions"
        r"|(?:scoring|interpretation|reporting|interpretive) (?:criteria|scheme))"
        r"|(?:(?:a |brief |reader'?s )?guide|key|explanation) (?:to|of|for) "
        r"(?:the |your |this |these )?(?:\w+ )?"
        r"(?:tests?|terms|scores?|markers|stains?|abbreviations|symbols)"
        r"|electronically signed|signed (?:out )?by|comparison (?:with|to) (?:previous|prior))"
        r"\s*(?::|$|\(|\s{2})",
    ),
    (
        "findings",
        r"(?:germline|somatic|inherited|hereditary|acquired)\b(?![^.:]*\b(?:panel|report)\b)"
        r"[^.:]{0,60}(?::\s*)?$",
    ),
    (
        "findings",
        r"(?:variants?|alterations?|mutations?) (?:of|with|from"
        r"|(?:(?:potentially|possibly|likely|probably) )?(?:arising|derived|originating) from"
        r"|that may (?:be of|be|represent|reflect"
        r"|(?:come|derive|arise|originate) (?:from|in))) (?:\w+ ){0,3}\(?(?:clonal )?"
        r"(?:ha?emato\w+|CHIP|CH|germline|somatic)\b[^.:]{0,40}(?::|$)"
        r"|(?:possible|potential|suspected) (?:clonal ha?emato\w+|CHIP|CH)\b[^.:]{0,40}(?::|$)"
        r"|(?:(?:most|more) )?(?:likely|possibl[ey]|probabl[ey]|presumably|perhaps|may be"
        r"|suspected) (?:to be )?(?:(?:derived |arising |coming )?from|of|due to)? ?(?:the )?"
        r"(?:white )?blood"
        r" (?:cells?|origin)\b[^.:]{0,40}(?::|$)",
    ),
    (
        "findings",
        r"(?:genomic|biomarker|molecular|somatic|germline|genetic|(?:likely )?pathogenic"
        r"|clinically significant"
        r"|reportable|significant|positive|actionable|potentially actionable|biologically relevant"
        r"|key|other|additional|immunotherapy|genotype|tumou?r|plasma|tissue|summary of|detected"
        r"|DNA|RNA|IHC"
        r"|detailed|NGS|sequencing|test|laboratory|final|principal|primary|PGx|pharmacogen\w+"
        r"|cancer[- ]type relevant)"
        r"(?:[ /,&-]+(?:and|likely|or|of|potentially|biologically|actionable|relevant|pathogenic"
        r"|clinical|significant|genomic|biomarker|molecular|variant|tumou?r|test|tested|DNA"
        r"|RNA))*[ /-]+(?:findings?|alterations?|variants?|results?|mutations?|markers?"
        r"|biomarkers?|signatures?|relevant|actionable|changes|genotypes?|summary)\b[^.]{0,30}\s*"
        r"(?::|$|\s{2}|\()",
    ),
    (
        "findings",
        r"summary of (?:the )?(?:detected|identified|reported|genomic|somatic|clinically)\b[^.:]*$"
        r"|(?:relevant biomarkers|(?:DNA |RNA )?sequence variants?|gene fusions?|variant details"
        r"|(?:variants?|results?|findings?) (?:summary|tables?|list)"
        r"|(?:variants?|alterations?|biomarkers?)(?: and [a-z]+)? associated with "
        r"(?:(?:therapeutic|drug|treatment) )?(?:sensitivity|resistance|response)"
        r"|copy[- ]number (?:variations?|variants?|changes|alterations?)|structural variants?"
        r"|single nucleotide variants?)\s*$",
    ),
    (
        "findings",
        r"(?:genes?|genotypes?|diplotypes?|phenotypes?|alleles?)"
        r"(?:(?:, | and |, and | ?/ ?| ?& ?)(?:genotypes?|diplotypes?|phenotypes?|activity|status"
        r"|function))+\s*:?\s*$",
    ),
    (
        "findings",
        r"(?:results?|findings?) (?:of|from|for|in) (?:this|the (?:present|current)) (?:\w+ )?"
        r"(?:sample|specimen|test|tumou?r|biopsy|panel|draw)\s*:?\s*$"
        r"|(?:results?|findings?) (?:of|from|for|in) (?:the |each |these )?"
        r"(?:genes?|(?:bio)?markers?)(?: (?:of|in|for|your|this|the|named|requested"
        r"|indication|panel|interest|request|order)){0,5}\s*:?\s*$"
        r"|(?:results?|findings?|alterations?(?: detected)?|variants?|biomarkers?)\s*:?\s*$"
        r"|(?:your|the) (?:(?:genetic|gene|DNA|test|own) )*results?\s*:?\s*$"
        r"|what (?:we|the (?:test|laboratory|lab)) (?:found|detected|showed)\s*:?\s*$",
    ),
)
_PLAIN: tuple[tuple[SectionKind, str], ...] = (
    ("positives", r"(?:abnormal|affected) (?:genes|markers|targets)\s*(?::|$)"),
    ("negatives", USUAL_TITLE),
    ("not_done", UNREAD_TITLE),
    ("vus", UNKNOWN_TITLE),
)
_NUMBER = (
    r"(?:section\s+[IVX\d]+\W+|(?:specimen|sample|part) [A-H\d]{1,2}\s?[:,-]\s+"
    r"|\d{1,3}(?:\.\d{0,3}|[a-h][.)]?)?\s+|[IVX]+\.\s+|[A-H]\.\s+)"
)
HEADINGS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\s*+\W{{0,20}}{_NUMBER}?(?:{pattern})", re.I))
    for kind, pattern in (*_PLAIN, *_PATTERNS)
)
