"""Sections of the library by situation: the words of a question, and the results beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pmchat.answering.case import TUMOR_FAMILIES, Case
from pmchat.answering.codes import codes
from pmchat.answering.silent import FROM_WHOM

_KIN = (
    r"\b(?:sisters?|brothers?|siblings?|daughters?|sons?|kids?|child(?:ren)?|boys|girls|cousins?"
    r"|nieces?|nephews?|aunts?|uncles?|relatives?|family|grand\w+"
    r"|inherit\w*|passed?|hereditary|born with|runs in)\b"
)
_PARENTS = r"\b(?:parents?|mom|mum|dad|mother|father)\b"
_HOW_COME = r"\bhow (?:come|can (?:it|that|this)|is (?:it|that|this))\b|\bhow\W*$|\bfound nothing\b"
_OF_CANCER = (
    r"(?:\b(?:inherited|hereditary|genetic) (?:cancer|risk)|\bcancer\b.*\binherit\w*"
    r"|\bcancer genes?\b)"
)
_SYNDROME = r"\b(?:syndrome|polyposis|FAP|cowden|lynch|li[- ]?fraumeni)\b"
_INBORN = r"\bborn\b|\binherit\w*|\bgermline\b|\bparents?\b|\bfrom (?:my )?(?:mom|mum|dad)\b"
_I_AM_A_MAN = r"\b(?:i'?m|i am|as) a (?:man|guy|male|boy|father|dad)\b"
_SAMPLE = r"\b(?:sample|tissue|tumou?r|dna|rna|blood|cells|material|quantity)\b"
_CHILD = (
    r"\b(?:daughters?|sons?|kids?|child(?:ren)?|(?:little )?(?:boys?|girls?)|baby"
    r"|\d+ ?(?:yr|years?)[ -]old"
    r"|s?he(?:'?s| is) (?:only )?\d{1,2})\b"
)
_TEST_OF_CHILD = (
    rf"{_CHILD}.*\b(?:test\w*|check\w*|swab\w*|now|too young|age|know)\b"
    rf"|\b(?:test\w*|check\w*|swab\w*)\b.*{_CHILD}"
    rf"|{_CHILD}\W.*\b\d{{1,2}}\b"
)


@dataclass(frozen=True)
class Situation:
    """A section of the library, by which words it is asked for, and with which results it goes.

    Of a list of words those `asked` for are told, of all others what comes first.
    """

    section: str
    asked: re.Pattern[str]
    fits: Callable[[Case], bool]
    is_list: bool


def _when(
    section: str, fits: Callable[[Case], bool], asked: str, *, is_list: bool = False
) -> Situation:
    return Situation(section, re.compile(asked, re.IGNORECASE), fits, is_list)


SITUATIONS = (
    _when(
        "fnd-germline-vs-somatic#why-second-test",
        lambda c: c.in_tumor and not c.is_vus,
        _KIN + r"|\bgermline\b|\bborn\b|" + _SYNDROME,
    ),
    _when(
        "fnd-germline-vs-somatic#why-second-test",
        lambda c: c.in_tumor and c.may_be_inborn,
        r"",
    ),
    _when(
        "her-brca#inheritance",
        lambda c: c.in_tumor and c.may_be_inborn and c.names_brca,
        _KIN + r"|\bgirls?\b|\bboys?\b",
    ),
    _when("rep-msi-tmb#msi-in-blood", lambda c: c.misses_msi_in_blood, r"", is_list=True),
    _when(
        "rep-negative-results#blood-negative",
        lambda c: c.report.family == "tumor_ngs_plasma" and c.is_missed,
        r"\b(?:work\w*|gone|clear|free|cured|yay|good news|clean|great|relax|safe)\b",
        is_list=True,
    ),
    _when(
        "rep-negative-results#not-mean",
        lambda c: c.report.family == "tumor_ngs_tissue" and c.is_missed,
        r"\b(?:still )?working\b|\b(?:gone|cured|cancer[- ]free|clear|yay)\b",
        is_list=True,
    ),
    _when(
        "gen-waiting-and-samples#qns",
        lambda c: c.report.family in TUMOR_FAMILIES,
        rf"\bQNS\b|\binsufficient\b|\bnot (?:sufficient|enough) (?:\w+ )?{_SAMPLE}"
        rf"|{_SAMPLE} (?:\w+ )?(?:not|wasn'?t|isn'?t) (?:sufficient|enough)\b",
        is_list=True,
    ),
    _when(
        "rep-vaf#inherited-hint",
        lambda c: c.in_tumor and c.shares > 0,
        rf"(?:\d ?%|\bpercent\b|\bhalf\b).*(?:{_INBORN})"
        rf"|(?:{_INBORN}).*(?:\d ?%|\bpercent\b|\bhalf\b)",
    ),
    _when("rep-negative-results#wild-type", lambda c: c.is_missed, r"\bwild\b", is_list=True),
    _when(
        "gen-retesting#what-is-it",
        lambda c: c.in_tumor,
        r"\b(?:old|ancient|archiv\w+|from|of|in) (?:\w+ )?(?:19|20)\d\d\b"
        r"|\bold (?:biopsy|sample|tissue|test|block)\b"
        r"|\b(?:biopsy|sample|tissue|test) (?:is|was) (?:\w+ )?(?:old|\d+ years? old)\b",
    ),
    _when(
        "gen-retesting#sites-differ",
        lambda c: c.in_tumor,
        r"\b(?:tested|biops\w+|sample\w*|took|taken|checked)\b.{0,30}"
        r"\b(?:liver|lung|bone|brain|lymph|spine|skin)\b.*\bcancer\b",
        is_list=True,
    ),
    _when(
        "rep-pdl1-scores#low-or-zero",
        lambda c: c.is_low("PD-L1"),
        r"\boff the table\b|\brule\w* out\b|\b(?:can'?t|cannot|won'?t|no) .{0,20}\bimmuno"
        r"|\b(?:useless|pointless|no (?:use|good|chance|point|hope))\b|\bis out\b",
    ),
    _when(
        "rep-germline-classes#likely-pathogenic",
        lambda c: c.is_likely,
        r"(?<!how )(?<!more )(?<!less )\blikely\b(?! (?:is|to|that)\b)",
        is_list=True,
    ),
    _when(
        "rep-germline-classes#not-mean",
        lambda c: c.is_harmful,
        r"\b(?:nothing|harmless|mild|minor|no big deal|not (?:so |that )?bad)\b",
        is_list=True,
    ),
    _when("gen-clonal-hematopoiesis#next-step", lambda c: c.in_blood_cells, r""),
    _when(
        "her-cascade-family#relatives-report",
        lambda c: c.report.family == "germline",
        r"\b(?:cousin|sister|brother|aunt|uncle|mother|mum|mom|father|dad|friend)(?:'?s|'?s \w+)? "
        r"(?:report|result|test|paper)s?\b.*\b(?:i|i'm|me|my)\b|\bsent me (?:her|his|their)\b",
    ),
    _when(
        "her-cascade-family#relatives-report",
        lambda c: c.report.family == "germline" and c.by_relative,
        r"^(?!.*\bmy (?:result|report|test|(?-i:[A-Z][A-Z0-9]{2,7}))\b)"
        r"(?!.*\b(?:had|has) .{0,20}\bcancer\b)",
    ),
    _when(
        "rep-anatomy-germline-report#cancer-now",
        lambda c: c.report.family == "germline" and c.asks_illness,
        r"",
    ),
    _when(
        "rep-anatomy-germline-report#which-parent",
        lambda c: c.report.family == "germline" and bool(c.silent),
        FROM_WHOM,
    ),
    _when(
        "rep-anatomy-germline-report#zygosity-not-stated",
        lambda c: c.report.family == "germline" and bool(c.silent),
        r"\b(?:hetero|homo)zyg\w+|\bcopies\b",
    ),
    _when(
        "rep-anatomy-germline-report#zygosity",
        lambda c: c.report.family == "germline" and not c.silent,
        r"\b(?:hetero|homo)zyg\w+",
    ),
    _when(
        "her-cascade-family#relatives-report",
        lambda c: c.report.family == "germline",
        r"\b(?:sister|brother|sibling|twin|mother|mum|mom|father|dad|daughter|son|aunt|uncle|cousin)\b"
        r" (?:also |just )?(?:test(?:ed|s)|is|was|came back|got) (?:a |back )?"
        r"(?:negative|positive|clear|clean)\b.*\b(?:i|i'm|im|me)\b",
        is_list=True,
    ),
    _when(
        "her-cascade-family#relatives-report",
        lambda c: c.report.family in {"germline", "pgx"},
        r"\bshare (?:this|the|a|one|our|my|his|her) (?:report|result)s?\b",
        is_list=True,
    ),
    _when(
        "rep-copy-number-fusions#equivocal", lambda c: c.in_tumor, r"\bequivocal\b|\bborderline\b"
    ),
    _when(
        "rep-dates-versions#amended",
        lambda c: True,
        r"\b(?:amended|corrected|addend\w+|revised|new version)\b",
    ),
    _when(
        "rep-anatomy-tumor-report#stage-grade",
        lambda c: c.report.family in TUMOR_FAMILIES,
        r"\bstage\b|\bgrade\b|\bspread\b|\bmetasta\w+",
    ),
    _when(
        "rep-tiers-evidence#what-is-it",
        lambda c: c.report.family in TUMOR_FAMILIES,
        r"\btiers?\b",
    ),
    _when(
        "rep-germline-classes#what-is-it",
        lambda c: c.report.family == "germline",
        r"\bclass(?:es)? ?\d|\bwhat class\b",
        is_list=True,
    ),
    _when(
        "rep-msi-tmb#intact-loss",
        lambda c: c.on_repair_proteins,
        r"\b(?:intact|retained|preserved|kept|absent|absence|loss|lost|loose|missing)\b",
        is_list=True,
    ),
    _when("tgt-kras-ras#ras-and-egfr-antibodies", lambda c: c.on_ras and c.is_single, r""),
    _when(
        "imm-msi-mmr#mlh1-with-braf",
        lambda c: any(f.analyte.startswith("MLH1 ") for f in c.findings),
        r"",
        is_list=True,
    ),
    _when(
        "dec-coping#guilt",
        lambda c: not c.has_harmful,
        r"\bguilt\w*|\b(?:my|her|his|our) fault\b|\bblam(?:e|ed|ing)\b|\bstupid\b|\bmy mistake\b",
        is_list=True,
    ),
    _when(
        "fnd-genes-lifestyle-environment#not-my-fault",
        lambda c: c.has_harmful,
        r"\bguilt\w*|\b(?:my|her|his|our) fault\b|\bblam(?:e|ed|ing)\b"
        r"|\b(?:i|we) (?:gave|did this|caused?|passed)\b",
    ),
    _when(
        "rep-vaf#blood-low",
        lambda c: c.shares > 0 and c.report.family == "tumor_ngs_plasma",
        r"\b(?:only|just|low|lower|small|tiny|little|nearly|almost)\b"
        r".{0,15}(?:\d|vaf|percent|share|number)"
        r"|\b(?:so|very|that|too|is|this) (?:low|small|tiny|little)\b",
    ),
    _when(
        "rep-vaf#why-high-low",
        lambda c: c.shares > 0 and c.report.family == "tumor_ngs_tissue",
        r"\b(?:only|just|low|small|tiny|little)\b.{0,12}(?:\d ?(?:%|percent)|vaf)",
    ),
    _when(
        "her-negative-family#test-first",
        lambda c: c.is_clear,
        r"\b(?:sister|brother|aunt|uncle|mother|mom|mum|dad|father|cousin|grandm\w+|she|he)\b"
        r".*\bcancer\b.*\btest\w*|\btest\w*\b.*\b(?:had|has|with|got) (?:\w+ ){0,2}cancer\b",
    ),
    _when(
        "rep-anatomy-tumor-report#drugs-listed",
        lambda c: c.lists_medicines and not c.is_missed,
        r"\b(?:prescri\w+|drugs?|pills?|medicines?|meds|tablets?)\b"
        r"|\bstart (?:it|them|on it|taking)\b|\bon the list\W*$",
    ),
    _when(
        "rep-vaf#compare",
        lambda c: c.shares > 0,
        r"\b(?:gone|went|going|go) (?:up|down)\b|\blast time\b|\bsince (?:the )?last\b",
    ),
    _when(
        "tgt-pik3ca-akt-pten#side-effects",
        lambda c: any(t.analyte in {"PIK3CA", "AKT1"} for t in c.report.therapies) and c.in_tumor,
        r"\b(?:take|taking|start\w*|drugs?|pills?|piqray|alpelisib|truqap|capivasertib)\b",
    ),
    _when(
        "rep-lookalike-genes#met-mets",
        lambda c: True,
        r"(?-i:\bMET\b).*\b(?:MSH\d?|mets|metasta\w+)\b|\b(?:MSH\d?|mets|metasta\w+)\b.*(?-i:\bMET\b)",
        is_list=True,
    ),
    _when(
        "rep-vaf#not-mean",
        lambda c: c.shares > 0,
        r"(?:%|\bpercent|\bhalf|\bthird|\bquarter) (?:of|chance|dead|gone|left)\b"
        r"|\bchance\b.{0,20}\b(?:dies?|dying|death|surviv\w*|works?)\b",
        is_list=True,
    ),
    _when(
        "rep-vaf#add-up",
        lambda c: c.shares > 1,
        r"\d ?%? ?\+ ?\d|\badd(?:ed|ing)?(?: \w+)? up\b|\btotal\b|\baltogether\b"
        r"|\bin all\b|\bsum\b",
    ),
    _when(
        "rep-vaf#highest-vaf",
        lambda c: c.shares > 0,
        r"\b(?:highest|biggest|higher|bigger|worse|worst|main|most important|more important)\b",
    ),
    _when(
        "rep-vus#with-harmful-change",
        lambda c: c.is_vus and c.has_harmful,
        _KIN,
        is_list=True,
    ),
    _when(
        "rep-vus#updates",
        lambda c: c.is_vus,
        r"\b(?:(?:will|can|could|might|ever) (?:\w+ )?change|changes? (?:class|later|their)"
        r"|updat\w*|reclass\w*|turns? out|ring|call me|tell me|let me know"
        r"|when will"
        r"|how (?:will|do|would) (?:i|we|they)"
        r"|find out later|still (?:be )?uncertain)\b",
    ),
    _when(
        "her-minors#adult-onset",
        lambda c: c.of_adults and not c.of_children,
        _TEST_OF_CHILD,
    ),
    _when("her-minors#childhood-risk", lambda c: c.of_children, _TEST_OF_CHILD, is_list=True),
    _when(
        "her-brca#risk-men",
        lambda c: c.on_brca,
        r"\b(?:brothers?|sons?|boys?|men|man|guys?|males?|dads?|fathers?|nephews?"
        r"|wom[ae]n'?s)\b",
    ),
    _when(
        "tgt-brca-parp#inherited-or-tumor",
        lambda c: c.in_tumor and c.has_brca_in_tumor,
        _I_AM_A_MAN + r"|\b(?:men|males?)\b"
        r"|\bwom[ae]n'?s (?:gene|thing|cancer)\b",
        is_list=True,
    ),
    _when(
        "her-lynch#what-is-it",
        lambda c: c.on_lynch,
        _I_AM_A_MAN + r"|\bother cancers?\b"
        r"|\bwhich cancers?\b|\bwomb\b",
        is_list=True,
    ),
    _when(
        "her-lynch#inheritance",
        lambda c: c.on_lynch,
        _I_AM_A_MAN + r"|\b(?:men|males?|boys|sons)\b",
        is_list=True,
    ),
    _when(
        "her-moderate-risk-genes#inheritance",
        lambda c: c.on_moderate,
        _I_AM_A_MAN + r"|\b(?:men|males?|boys|sons)\b",
        is_list=True,
    ),
    _when(
        "her-cascade-family#what-is-it",
        lambda c: c.is_harmful,
        r"\b(?:sisters?|brothers?|siblings?|cousins?|parents?|aunts?|uncles?|relatives?|famil\w+"
        r"|mom|mum|dad|mother|father)\b",
        is_list=True,
    ),
    _when(
        "her-reproductive#choices",
        lambda c: c.is_harmful,
        r"\b(?:baby|babies|pregnan\w+|conceive|ivf|embryos?|have (?:kids|children|a child))\b",
    ),
    _when(
        "her-reproductive#partner",
        lambda c: c.is_harmful,
        r"\b(?:baby|babies|pregnan\w+|conceive|ivf|embryos?)\b"
        r"|\btest\w*\b.*\b(?:partner|husband|wife|spouse)\b",
    ),
    _when(
        "her-risk-management#deciding",
        lambda c: c.on_breast_gene and not c.has_cancer,
        r"\b(?:surger\w+|operation|remov\w+|cut|mastectomy|hysterectomy|ovaries|taken off"
        r"|breasts?(?: \w+)? off|urgent|hurry|rush|right away|too late"
        r"|decid\w+.*\bwait\w*|wait\w*.*\bdecid\w+)\b",
    ),
    _when(
        "rep-anatomy-germline-report#pos-neg-uncertain",
        lambda c: c.report.family == "germline" and c.is_harmful,
        r"\bpositive\b|\b(?:i|she|he) (?:\w+ )?ha(?:ve|s)\b.*\bcancer\b",
    ),
    _when(
        "her-negative-family#true-negative",
        lambda c: c.is_true_negative,
        r"\b(?:safe|free|clear|skip\w*|negative|not found|not detected|wasn'?t found|pass\w*|kids"
        r"|children|risk|zero|true|chance)\b",
    ),
    _when(
        "her-brca#inheritance",
        lambda c: c.is_true_negative and c.names_brca,
        r"\bhow come\b|\bwhy\b|\bi (?:have|carry|got) it\b",
        is_list=True,
    ),
    _when(
        "her-negative-family#skip-checks",
        lambda c: c.is_clear or c.is_true_negative,
        r"\b(?:skip\w*|stop|need|free|colonoscop\w+|mammogram\w*|scans?|screen\w*|checks?)\b",
    ),
    _when(
        "her-negative-family#plan",
        lambda c: c.is_clear,
        r"\b(?:skip\w*|free|safe|clear|risk|checks?|screen\w*|colonoscop\w+|mammogram\w*|scans?"
        r"|worry|relax|stop)\b",
    ),
    _when(
        "her-negative-family#uninformative",
        lambda c: c.is_clear,
        rf"\bbut\b.*(?:{_KIN}|{_PARENTS})|{_HOW_COME}",
    ),
    _when(
        "her-negative-family#test-first",
        lambda c: c.is_clear,
        rf"\b(?:but|explain)\b.*(?:{_KIN}|{_PARENTS})|{_HOW_COME}",
    ),
    _when(
        "rep-vus#not-mean",
        lambda c: c.is_vus,
        r"\b(?:two|2|three|3|both|several|more) (?:\w+ )?(?:vus|of (?:them|those)|unknowns?)\b"
        r"|\bdouble\w*\b"
        r"|\badd(?:ed|ing)? up\b|\btwice\b",
        is_list=True,
    ),
    _when("rep-vus#family", lambda c: c.is_vus, _KIN),
    _when(
        "rep-vus#care",
        lambda c: c.is_vus and c.is_unexplained,
        r"\bdo (?:i|we)\b.*\bhave\b|\bso\b|\brisk\b|\bsafe\b|\bclear\b|\bnegative\b|" + _SYNDROME,
        is_list=True,
    ),
    _when(
        "rep-vus#change-care",
        lambda c: c.is_vus,
        r"\b(?:surger\w+|operation|remov\w+|mastectomy|hysterectomy|breasts? off|ovaries|womb"
        r"|treat\w*|care|screen\w*|checks?"
        r"|skip|colonoscop\w+|mammogram\w*|worry|worried)\b",
    ),
    _when(
        "rep-anatomy-germline-report#genes-not-named",
        lambda c: c.report.family == "germline" and bool(c.not_stated),
        r"",
    ),
    _when(
        "rep-anatomy-germline-report#genes-not-named",
        lambda c: c.report.family == "germline" and not c.not_stated,
        r"\b(?:which|what|how many|all|every) (?:of )?(?:the )?(?:\w+ )?genes\b|\bpanel\b",
    ),
    _when(
        "rep-negative-results#what-is-it",
        lambda c: c.report.family != "germline" and bool(c.not_stated),
        r"",
        is_list=True,
    ),
    _when(
        "prv-gina#health-insurance",
        lambda c: c.report.family == "germline",
        r"\b(?:health|medical) (?:insur\w+|plan|coverage)\b"
        r"|\b(?:lose|den(?:y|ied)|drop\w*|raise|refus\w+)\b.{0,25}\binsur",
    ),
    _when(
        "prv-gina#what-it-does-not-cover",
        lambda c: c.report.family == "germline",
        r"\b(?:life|disability|long[- ]term care) insur\w+",
        is_list=True,
    ),
    _when(
        "prv-using-this-tool#no-report-needed",
        lambda c: True,
        r"\bsent me (?:her|his|their)\b"
        r"|\bwithout (?:her|his|their) (?:ok|permission)\b",
        is_list=True,
    ),
    _when(
        "pgx-cyp2c19#children-inherit",
        lambda c: c.on_drug_genes and c.touches("CYP2C19"),
        rf"^(?!.*{_OF_CANCER}).*{_KIN}",
    ),
    _when(
        "rep-variant-names#del-dup-fs",
        lambda c: not c.on_drug_genes,
        r"\d\w*(?:fs|del|dup|ins)(?:\b|\d|\*)|\b(?:p\.)?[A-Z][a-z]{0,2}\d+\*|\bTer\d|\bfs\b"
        r"|\b(?:star|asterisk)\b",
        is_list=True,
    ),
    _when(
        "rep-variant-names#same-change",
        lambda c: bool(codes(c.text)),
        r"\b(?:two|2|both|different|same|double) (?:\w+ )?"
        r"(?:mutations?|changes?|names?|variants?)\b"
        r"|\bsame (?:one|thing) (?:twice|as)\b|\blisted twice\b",
        is_list=True,
    ),
    _when(
        "rep-variant-names#c-and-p",
        lambda c: True,
        r"\bc\.\d|\bp\.\(?[A-Z]|\bthe letters\b|\bthis code\b",
    ),
    _when(
        "pgx-hla#limits",
        lambda c: c.touches("HLA-B*57:01"),
        r"\bHIV\b(?! (?:drug|med|pill))",
        is_list=True,
    ),
    _when(
        "pgx-dpyd#danger",
        lambda c: c.has_slow("DPYD"),
        r"\b(?:xeloda|capecitabine|5-?fu|fluorouracil|chemo)\b",
        is_list=True,
    ),
    _when(
        "pgx-dpyd#low-result",
        lambda c: c.has_slow("DPYD"),
        r"\b(?:xeloda|capecitabine|5-?fu|fluorouracil|chemo)\b",
    ),
    _when(
        "pgx-cyp2d6#opioids",
        lambda c: c.on_drug_genes,
        r"\b(?:codeine|tramadol)\b",
        is_list=True,
    ),
    _when(
        "pgx-phenotypes-report#limits",
        lambda c: c.on_drug_genes,
        r"\b(?:disease|illness|sick|liver|works? better|take more)\b",
    ),
    _when(
        "pgx-what-is-it#limits",
        lambda c: c.on_drug_genes,
        _OF_CANCER,
        is_list=True,
    ),
    _when(
        "pgx-what-is-it#limits",
        lambda c: c.on_drug_genes,
        r"\bsafe\b|\bno side effects\b|\bnormal\b|\bcan i take\b|\bok(?:ay)? to take\b",
    ),
    _when(
        "pgx-never-change-alone#tumor",
        lambda c: c.on_drug_genes,
        r"\b(?:works?|kill\w*|shrink\w*|help\w*|respon\w+)\b.*\b(?:tumou?r|cancer)\b"
        r"|\b(?:tumou?r|cancer)\b.*\b(?:works?|kill\w*|shrink\w*|respon\w+)\b",
    ),
    _when("rep-negative-results#failed-test", lambda c: c.tells_failure, r""),
)
"""In the order of their weight."""
