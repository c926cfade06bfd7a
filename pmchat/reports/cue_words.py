"""The words that say whether a thing is there, in the order in which they are tried."""

from __future__ import annotations

from pmchat.model import Polarity
from pmchat.reports.cue_parts import BY_MISTAKE, LEAD, NOUNS, SEEN, WERE_TESTED, Direction
from pmchat.reports.false_cues import FALSE_CUES
from pmchat.reports.plain_cues import PLAIN_CUES

# Earlier rows win where two fit at one place; each is read in any case.
CUES: tuple[tuple[Polarity | None, Direction, str], ...] = (
    *PLAIN_CUES,
    ("not_performed", "backward", r"\b(?:could|can) ?not be (?:reported|given|provided|issued)\b"),
    ("absent_stated", "backward", r"(?<=[-\u2013\u2014|\t] )(?:no|zero|0) copies\b"),
    ("present", "backward", r"(?<=[-\u2013\u2014|\t] )(?:one|two) cop(?:y|ies)\b"),
    (
        "not_performed",
        "backward",
        r"\bno longer (?:reported|tested|offered|included|measured|part of)\b",
    ),
    (
        "absent_stated",
        "both",
        rf"\bno longer (?:{SEEN}|detectable|visible)\b",
    ),
    (
        "absent_stated",
        "both",
        rf"\bnone of (?:the|these|them|those)(?: \w+){{0,4}} (?:was|were|is|are) {SEEN}\b",
    ),
    (
        "absent_stated",
        "backward",
        r"\b(?:below|under) (?:the )?(?:(?:assay'?s? )?limits? of detection|detection limit|LOD)\b",
    ),
    (
        "indeterminate",
        "backward",
        r"\bbelow (?:the )?(?:reporting |calling |validated )(?:threshold|cut-?off|limit)\b"
        r"|\b(?:reads?|signals?|calls?) (?:is |are |was |were )?below (?:the )?"
        r"(?:threshold|cut-?off)\b",
    ),
    (
        "absent_stated",
        "backward",
        r"\b(?:has|have|had) (?:now |since )?(?:disappeared|cleared|vanished|resolved)\b"
        r"|(?<!not )\bdisappeared\b"
        r"|(?<=[\w)] )(?<!not )(?<!not been )(?<!FDA )(?<!\(k\) )cleared"
        r"(?=\s*(?:$|[.;,)\t])| (?:on|since|after|under|from|in) )",
    ),
    (
        "indeterminate",
        "backward",
        r"(?:(?<=[|\t:])|(?<=[|\t:] )|(?<=\s\s))(?:inadequate|poor|no) "
        r"(?:read )?(?:coverage|depth)\b",
    ),
    ("absent_stated", "both", r"(?:\[[xX]\]|[\u2611\u2612])\s?no\b"),
    ("present", "both", r"(?:\[[xX]\]|[\u2611\u2612])\s?yes\b"),
    (
        "absent_stated",
        "forward",
        r"\bnot(?= (?:an? )?(?:(?:MSI|microsatellite|mismatch|dMMR)\b"
        r"|(?-i:[A-Z][A-Z0-9]+)[- ](?:positive|mutated|mutant|amplified|rearranged)\b))",
    ),
    (
        "absent_stated",
        "backward",
        rf"\b(?:is|was|are|were) not (?:what|the ones? (?:that )?) ?(?:\w+ ){{0,3}}{SEEN}\b",
    ),
    (
        "not_performed",
        "both",
        rf"\bnone of (?:the|these|them|those)(?: \w+)? {WERE_TESTED}",
    ),
    # before a list of names: "None of BRAF, MET and RET was tested"
    (
        "not_performed",
        "forward",
        rf"\b(?:none of|neither)(?= (?:(?!\b(?:was|were|is|are|has|have|could)\b)[^.;|\t]){{1,90}}"
        rf"{WERE_TESTED})",
    ),
    (
        "absent_stated",
        "forward",
        r"\bnone of (?:the|these) (?:genes?|markers?)\b(?: \w+)?"
        r"|\bnone of (?:the|these|those) (?:[\w-]+ ){0,3}(?:variants?|mutations?|alleles?|changes?"
        r"|alterations?|fusions?|rearrangements?)\b(?=\W+(?!(?:was|were|is|are|has|have)\b)\w)"
        r"|\bnone of (?:them|those) (?:showed|shows|had|has|carrie[ds]|harbou?r(?:ed|s)|revealed)\b"
        r"|\bnone of (?=(?-i:[A-Z][A-Z0-9]{2}))",
    ),
    (
        "absent_stated",
        "both",
        r"\bno (?:\w+\s+){1,2}or\s+(?:suspected|possible|probable|uncertain)\s+"
        rf"(?:\w+\s+)?{NOUNS}\b(?:\s+(?:was|were|is|are)?\s*{SEEN})?",
    ),
    (
        "present",
        "backward",
        r"\bgenotype (?:found|detected|identified)[\s:|]+(?:compound )?(?:hetero|homo|hemi)zygous\b"
        r"(?!\W+(?:for )?(?:the )?(?:reference|normal|wild))",
    ),
    *FALSE_CUES,
    (
        "not_performed",
        "forward",
        r"\bno results? (?:(?:can|could) be (?:issued|given|reported|provided)|exists?"
        r"|(?:is|are) available) (?:for|on)\b",
    ),
    (
        "not_performed",
        "forward",
        r"\b(?:unable to|could not|did not) (?:analy[sz]e|test|sequence|examine|read)\b(?! for\b)",
    ),
    # what a failed test leaves open
    (
        "not_performed",
        "backward",
        r"\bcould (?:therefore|thus|hence|consequently|accordingly) not be (?:assessed|evaluated"
        r"|determined)\b",
    ),
    # not clear
    (
        "indeterminate",
        "backward",
        r"\b(?:(?:can|could) (?:be )?)?neither (?:be )?(?:confirmed|verified|proven|established"
        r"|shown) n?or (?:be )?(?:excluded|ruled out|refuted)\b",
    ),
    (None, "both", r"(?:(?<=[;,] )|(?<=\())not equivocal\b"),  # said of a result before it
    ("indeterminate", "both", r"\bnot (?:clearly )?equivocal\b"),
    (
        "indeterminate",
        "backward",
        r"\b(?:cannot|can not|could (?:(?:therefore|thus|hence|[a-z]+ly) )?not|can't"
        r"|unable to) be (?:\w+ )?(?:determined|assessed|evaluated|calculated|computed|estimated"
        r"|excluded|ruled out|established|interpreted|called|completely excluded"
        r"|(?:confirmed|verified|reproduced)(?: (?:or|nor) (?:be )?(?:excluded|ruled out|refuted))?"
        r")\b",
    ),
    (
        "indeterminate",
        "forward",
        r"\b(?:cannot|can not|could not) (?:exclude|rule out"
        r"|determine)\b",
    ),
    (
        "indeterminate",
        "backward",
        r"\bnot (?:fully|completely|adequately|reliably) (?:evaluated|assessed|covered|analy[sz]ed"
        r"|sequenced)\b(?! by (?:this|the|our) (?:test|assay|panel|method|technology|analysis)\b)",
    ),
    ("indeterminate", "forward", r"\bunable to (?:exclude|determine|assess)\b"),
    (
        "indeterminate",
        "backward",
        r"\b(?:equivocal|indeterminate|inconclusive|invalid|not evaluable|unevaluable"
        r"|not assessable"
        r"|non-?evaluable|not interpretable|uninterpretable|borderline|undetermined"
        r"|(?:call|result)s? withheld|not determin(?:ed|able)|undeterminable"
        r"|ambiguous|unlikely|not excluded|suspicious"
        r"|suspected(?! (?:clonal|CH|CHIP|ha?ematopoietic)\b)"
        r"|uncertain(?!\s+(?:(?:clinical )?significance|variants?"
        r"|alterations?|mutations?|changes?)))\b",
    ),
    (
        "indeterminate",
        "backward",
        r"\bnot (?:been )?(?:confirmed|reproduced|verified)\b(?! by\b)"
        r"|(?<=signal is )not confirmed by\b|(?<=signal was )not confirmed by\b"
        r"|(?<!no )(?<!not an )\bart[ei]fact\b",
    ),
    (
        "indeterminate",
        "backward",
        r"\bintermediate(?=\s+(?:copy number|amplification)\b)"
        r"|\b(?:CN[AV](?:-\w+)?|amplification|copy[- ]number)(?: status| result| call)?:?\s{1,20}"
        r"intermediate\b",
    ),
    (
        "indeterminate",
        "forward",
        r"\b(?:suspicious for|probable(?! (?:clonal|CH|CHIP|ha?ematopoietic)\b)|suggesti\w+ of"
        r"|possible(?! (?:that you|clonal|CH|CHIP|ha?ematopoietic"
        r"|reasons?|explanations?|causes?|sources?|side effects?|therap\w+|treatments?)\b))\b",
    ),
    # not done
    (
        "not_performed",
        "backward",
        r"\b(?:not (?:been )?(?:performed|done|tested|checked|assessed|ordered|requested"
        r"|analy[sz]ed|examined|evaluated|sequenced"
        r"|available|completed|attempted|covered|carried out|called|genotyped|received"
        r"|calculated)"
        r"|could (?:(?:therefore|thus|hence|consequently|accordingly|unfortunately) )?not be "
        r"(?:read|analy[sz]ed|tested"
        r"|genotyped|typed"
        r"|performed|sequenced|examined|studied|done|run|carried out)"
        r"|no call\b|no (?:(?-i:[A-Z][A-Z0-9-]{1,7}) )?results?\b"
        r"(?! (?:is|are|was|were) (?:abnormal|positive|high|elevated|increased|altered|mutated))"
        r"|(?:test|assay|analysis) (?:did not work|(?:gave|yielded) no result)"
        r"|(?<!was )(?<!were )(?:not part of|not (?:included |covered )?on|not included in"
        r"|not covered by)"
        r" (?:(?:this|the|our) )?(?:test|panel|assay)"
        r"|(?:did|do|does) not meet (?:the )?(?!biomarker|eligib|diagnos|treat|clinic)"
        r"(?:(?!biomarker|eligib|diagnos|treat|clinic)\w+ ){0,2}"
        r"(?:requirements?|criteria|standards?|thresholds?)"
        r"(?! (?:for|of) (?!(?:[\w-]+ ){0,2}(?:analys[ei]s|tests?|testing|assays?"
        r"|sequencing|quality|reporting|interpretation|evaluation|scoring|assessment|call\w*|report|detection)\b))"
        r"|(?:culture|hybridi[sz]ation|extraction|amplification) failure"
        r"|no (?:analy[sz]able |evaluable )?metaphases"
        r"|unsuccessful|not reported (?:by|on|with) (?:this|the) (?:panel|test|assay|method)"
        r"|not reported(?=\W{1,3}(?:[\w-]+ ){0,4}(?:low|quality|insufficient|depth|coverage"
        r"|this sample|reflexed|pseudogene|unresolved|exons? [\d-]+ (?:could|was|were) not"
        r"|repeat|re-?draw|re-?collect\w*|(?:new|another|second|further) (?:sample|specimen))\b)"
        r"|(?:culture|test(?:ing)?|analysis|assay|study|sequencing|FISH|IHC|NGS|PCR) "
        r"(?:is |are |still ){0,2}in progress(?! elsewhere)"
        r"|(?:results?|reports?|is|are) (?:still |being |currently )?awaited"
        r"|(?<!no )(?<!without )technical(?:ly)? fail(?:ure|ed)"
        r"|cancel+ed|test(?:ing)? failed|failed(?! to\b)"
        r"|fail(?=\s*(?:$|[|\t;]|\s{2}))"
        r"|QNS|TNP|quantity (?:not sufficient|insufficient)|insufficient (?:\w+ )?(?:sample"
        r"|tissue|material"
        r"|quantity|DNA|RNA|specimen|tumou?r|cells)|insufficient|pending|to follow)\b",
    ),
    (
        "not_performed",
        "backward",
        r"(?:(?<=[|\t:])|(?<=[|\t:] )|(?<=\s\s)|(?<= - ))sent (?:out )?(?:to|for) "
        r"[^.;|\t]{2,60}[.;,(-]\W*(?:(?:results?|reports?) (?:is |are )?)?"
        r"(?:not yet (?:reported|available|received|resulted|back)|pending|awaited|to follow)\b",
    ),
    # nothing to look at, where a result would stand
    (
        "not_performed",
        "backward",
        r"(?:(?<=[|\t:])|(?<=[|\t:.] )|(?<=\s\s)|(?<= - ))no (?:evaluable |viable |tumou?r "
        r"|neoplastic |malignant ){1,2}cells"
        r"(?! (?:(?!for\b)\w+ ){0,3}(?:stain|positiv|express|reactiv|label))",
    ),
    # "Not reported" where a result would stand
    (
        "not_performed",
        "backward",
        r"(?:(?<=[|\t:])|(?<=[|\t:] )|(?<=\s\s)|(?<= - ))"
        r"not (?:(?:yet )?reported|yet (?:available|received|resulted)|indicated)"
        r"(?=\s*(?:\.?\s*$|[|\t;(]|\s\s|[-\u2013\u2014] (?!no|wild|negativ|normal|benign|below))"
        r"|,? (?:for|by|on|with|in) (?:this|the|our) (?:\w+ )?(?:panel|test|assay|sample|specimen"
        r"|method)\b)",
    ),
    # not there
    (
        "absent_stated",
        "backward",
        r"\b(?:homo|hemi)zygous (?:for (?:the )?)?(?:normal|reference|wild)\b"
        r"|\b(?:normal|reference) homozyg(?:ous|ote)\b",
    ),
    ("absent_stated", "backward", r"\bno (?:evidence of )?loss\b(?: of (?:nuclear )?expression)?"),
    ("absent_stated", "forward", r"\bno evidence (?:of|for)\b"),
    ("absent_stated", "both", rf"\bno {LEAD}{NOUNS}\b(?:\s+(?:was|were|is|are)?\s*{SEEN})?"),
    (
        "absent_stated",
        "both",
        rf"\b(?:not|never) (?:\w+ )?(?:{SEEN}|amplified|rearranged|mutated|mutant|altered|elevated"
        rf"|lost|increased|positive|deficient|carried|abnormal|(?:co-?)?deleted|expressed|overexpressed)\b"
        r"|\b(?:none|nothing) (?:(?:was|were) )?(?:detected|identified|found|reported|reportable)\b"
        r"|\bnot? detect\w*\b",
    ),
    (
        "absent_stated",
        "backward",
        r"\b(?:not (?:above|over|exceeding)|(?:does|do|did) not exceed|within) (?:the )?"
        r"(?:\w+ )?(?:background|cut-?off)\b",
    ),
    ("absent_stated", "backward", r"\bwithout (?:any )?(?:findings?|abnormalit(?:y|ies))\b"),
    (
        "absent_stated",
        "backward",
        r"\bwithout (?:an? )?(?:reportable|pathogenic|harmful) (?:variants?|mutations?|alterations?"
        r"|changes?)\b(?! (?:in|of)\b)",
    ),
    (
        "absent_stated",
        "forward",
        r"\b(?:negative for|absence of|absent for|free of|without|neither|no"
        r"|lack(?:s|ing)?(?! (?:coding )?exons?\b)"
        r"|(?:did|does|do) not (?:\w+ )?(?:detect|identify|show|find|reveal|demonstrate|harbou?r"
        r"|have|carry)"
        r"|none of the following|failed to (?:detect|identify)|wild[- ]?type for)\b",
    ),
    (
        "absent_stated",
        "both",
        r"\b(?:undetected|undetectable|negative|absent|not present"
        r"|wild[- ]?type|non-?amplified|unamplified"
        r"|non-?rearranged|unmutated|non-?mutated|intact|retained|preserved|proficient|stable"
        r"|within (?:the )?(?:normal|reference) (?:limits|range))\b"
        r"|(?<=[\s|:(])(?-i:WT|wt|ND|[nN]\.[dD]\.|NEG|Neg\.?|neg\.?)(?![A-Za-z0-9])"
        r"|\bNeg\b",
    ),
    ("absent_stated", "backward", r"(?:(?<=[:=])|(?<=[:=] )|(?<= - ))none\b"),
    (
        "absent_stated",
        "both",
        rf"(?<![\d.,])(?:0|zero) {NOUNS}(?:\s+(?:was|were|is|are)?\s*{SEEN})?",
    ),
    (
        "absent_stated",
        "both",
        r"(?<![\d.,])0 (?:variant |mutant |mutated |supporting )?(?:reads\b|(?:copies|molecules)"
        r" ?(?:/|per )\w*L\b)",
    ),
    ("present", "backward", r"(?:(?<=result: )|(?<=value: ))(?:silent |obligate )?carrier\b"),
    (
        "present",
        "backward",
        r"(?:(?<=[-:|,\t] )|(?<=[|\t:])|(?<=\s\s))(?:carrier|(?:pre|full )mutation)"
        r"(?=\s*(?:$|[.;,(|\t]|\s\s))",
    ),
    ("absent_stated", "backward", r"\b(?<!not )(?:ruled out|excluded(?! from))\b"),
    ("absent_stated", "both", r"\b(?:not a carrier|non-?carrier)\b(?! (?:of|for)\b)"),
    ("absent_stated", "forward", r"\bnot (?:an? )?(?:carrier of|carrier for|heterozygous for)\b"),
    (
        "present",
        "forward",
        r"\bcarrier (?:of|for)\b|\bheterozygous for\b"
        r"|(?:^\W*|(?<=[.!?:] )|(?<=found that )|(?<=shows that )|(?<=showed that ))"
        r"you have inherited (?:an? |one |the )?(?:likely )?"
        r"(?:pathogenic|harmful|disease-causing|faulty) (?:change|variant|mutation|copy)\b"
        r"|(?<!if )(?<!whether )\byou (?:also )?(?:have|carry) "
        r"(?:(?:one|an?) single|one|two|an?|1|2) "
        r"(?:cop(?:y|ies)|variants?) (?:of|in)\b"
        r"(?! (?:the |an? )?(?:normal|usual|working|healthy|unchanged)\b)",
    ),
    # in whatever language the rest is
    (
        "absent_stated",
        "both",
        r"\b(?:nicht (?:nachgewiesen|nachweisbar|detektiert)|keine? (?:mutation|nachweis)\w*"
        r"|no detectad[oa]s?|non d[\u00e9e]tect[\u00e9e]e?s?|non rilevat[oaie]"
        r"|n[\u00e3a]o detectad[oa]s?|niet (?:aangetoond|gedetecteerd))(?!\w)",
    ),
    ("absent_stated", "backward", r"(?:(?<=[:=])|(?<=[:=] ))normal\s*(?=$|[.,;])"),
    # there
    ("absent_stated", "forward", r"\b(?:but|and) not in\b(?=\s+(?-i:[A-Z][A-Z0-9]))"),
    (
        "present",
        "forward",
        r"(?:^\W*|(?<=[.!?:] ))(?:You carry|(?:Your|The|This) patient (?:has|carries)) "
        r"(?:an?|one|two) (?:(?!known|famil|suspected|possible|prior|previous)[\w-]+ ){0,2}"
        r"(?:changes?|variants?|mutations?|alterations?)\b(?! in (?:the|his|her|their) famil)",
    ),
    # what lies on a lost piece of a chromosome is lost
    (
        "present",
        "backward",
        r"\b(?:is|was|are|were) (?:also |both |homozygously |heterozygously |co-?)?deleted\b"
        rf"(?!{BY_MISTAKE})"
        r"|\b(?:is|was|are|were) (?:also )?(?:included|contained|located) (?:in|within) the "
        r"(?:co-?)?deleted (?:segment|region|interval|area)\b",
    ),
    (
        "present",
        "forward",
        r"\b(?:assessment|analys[ie]s|data|profile|results?|findings?|coverage|pattern) "
        r"(?:is|are|was|were) (?:in keeping|compatible|consistent) with"
        r"(?= (?:an? |the )?(?:[a-z-]+ ){0,2}(?:deletion|loss|gain|amplification|fusion"
        r"|rearrangement)\b)",
    ),
    # a cell of nothing but a plus in brackets; a minus may be a strand
    (
        "present",
        "backward",
        r"(?:(?<=[|\t])|(?<=\s\s))\(\+{1,3}\)(?=\s*(?:$|[|\t;\[])|\s\s)",
    ),
    (
        "present",
        "forward",
        r"\bpositive for\b|\bharbou?rs\b|\bcarries\b(?! (?:an? |the )?(?:\w+ )?risk)",
    ),
    (
        "present",
        "both",
        r"\bthere (?:is|was) (?:also )?(?:an? )?\b(?!no\b)|\bshows (?:an? )?\b(?!no\b)",
    ),
    (
        "present",
        "both",
        r"\b(?:(?:was|were|is|are) (?:also )?seen|detected|identified|positive"
        r"|present|found|confirmed|mutated|amplified|rearranged"
        r"|mutant(?=\s*(?:$|[;.,)\t|]))"
        r"|(?<=[\s:|(\t])(?-i:[Mm]ut|MUT)(?![\w/.])(?! per)"
        r"|(?<=\()overexpress(?:ed|ion)(?=\))|aberrant|mutant(?:[- ]type)? pattern"
        r"|deficient|abnormal|Pos|observed|lost"
        r"|(?:revealed|demonstrated|showed)"
        r"(?! (?:no|neither|an? absence|(?:only )?wild|(?:a )?normal)\b))\b",
    ),
)
