"""Short cases of legends, titles, dates side by side and lists of tissue, plasma and marrow."""

from __future__ import annotations

import pytest

from .helpers import agree, read

CASES = [
    # legends and reference tables
    ("scores-told", "HER2 IHC: Negative (Score 0 or 1+); Equivocal (Score 2+); Positive (Score "
     "3+).", ""),
    ("scores-short", "HER2: negative (0/1+), equivocal (2+), positive (3+).", ""),
    ("scores-of-two", "HER2: block A1 negative (score 1+).\nHER2: block A2 positive (score 3+).",
     "ERBB2 absent 1+; ERBB2 present 3+"),
    ("stains-of-two", "ER: Positive (95%); PR: Negative (0%)", "ER present 95%; PR absent"),
    ("shares-told", "ER: 0% (Positive: >= 10%; Negative: < 1%)", "ER absent 0%"),
    ("groups-told", "HER2 dual probe ISH group 1: ratio >=2.0 and average HER2 copy number >=4.0 "
     "signals/cell (positive); group 5: ratio <2.0 and average HER2 copy number <4.0 (negative).",
     ""),
    ("group-found", "HER2 dual probe ISH: Group 1 (ratio >= 2.0, copy number >= 4.0): positive",
     "ERBB2 present"),
    ("scoring-told", "HER2 scoring, biopsy: 0 no reactivity in any cell; 1+ faint reactivity in a "
     "cluster; 2+ weak to\nmoderate reactivity; 3+ strong reactivity. ISH positive: HER2:CEP17 "
     "ratio >= 2.0.", ""),
    ("loss-means", "Loss of MSH2 and/or MSH6: high probability of Lynch syndrome.", ""),
    ("loss-found", "IHC: loss of MSH2 and MSH6: high probability of Lynch syndrome.",
     "MSH2 present; MSH6 present"),
    ("positive-when", "HRD Status is positive when the tumor has a deleterious variant in BRCA1 or "
     "BRCA2 and/or a\npositive Genomic Instability Status.", ""),
    ("positive-is", "HRD status is positive.", "HRD present"),
    ("score-weighed", "Genomic Instability Score: 61    (Positive: >= 42    Negative: < 42)",
     "HRD present 61"),
    ("score-below", "Genomic Instability Score: 30 (Positive: >= 42; Negative: < 42)",
     "HRD absent 30"),
    ("scale-drawn", "KRAS G12D 12%\n   0     20     40 |42     60     80\n"
     "   |------ NEGATIVE ------|------- POSITIVE ------|", "KRAS present"),
    ("overall", "RESULT: POSITIVE\nKRAS G12D 12%", "overall_result present; KRAS present"),
    # none of a list
    ("none-of-alleles", "DPYD: None of the tested variants (c.1905+1G>A, c.1679T>G) were "
     "detected.", "DPYD absent; DPYD absent"),
    ("none-of-family", "None of the familial variants (BRCA1 c.68_69del, BRCA2 c.5946del) was "
     "detected.", "BRCA1 absent; BRCA2 absent"),
    ("none-of-resistance", "None of the resistance mutations EGFR T790M or EGFR C797S was found.\n"
     "KRAS G12C detected", "EGFR absent; EGFR absent; KRAS present"),
    # titles above results
    ("below-title", "HER2 FISH (performed at Calloway Laboratories, Accession FX-88)\n"
     "   RESULTS:   POSITIVE - HER2 GENE AMPLIFICATION DETECTED\n   HER2/CEN17 ratio:  2.8\n"
     "   Nuclei scored:     40", "ERBB2 present cnv"),
    ("below-title-no", "HER2 FISH\n   RESULTS:   NEGATIVE - NOT AMPLIFIED\n"
     "   HER2/CEN17 ratio:  1.1", "ERBB2 absent cnv 1.1"),
    ("clones", "ER: 90%\nPrimary Antibodies: ER - SP1; PgR - 1E2", "ER present 90%"),
    ("signs", "ER +, PR -", "ER present; PR absent"),
    # several dates side by side
    ("trend", "Alteration           % cfDNA or        Alteration trend\n"
     "                     Amplification\n"
     "EGFR L858R           14.3%             22.1   ND   1.9   14.3\n"
     "PIK3CA E545K         1.2%              ND     ND   ND    1.2\n",
     "EGFR present 14.3% sure; PIK3CA present 1.2% sure"),
    ("trend-gone", "Alteration           % cfDNA           VAF trend\n"
     "EGFR L858R           14.3%             22.1   ND   14.3\n"
     "PIK3CA E545K         ND                1.2    ND   ND\n",
     "EGFR present 14.3%; PIK3CA absent"),
    # lists in columns
    ("other-names", "VARIANTS OF UNKNOWN SIGNIFICANCE\n\n"
     "KMT2D (MLL2)          NOTCH3                 ROS1           FANCA\n"
     "P2382S                rearrangement          D1988N         P643A and S858R",
     "KMT2D present vus; NOTCH3 present vus; ROS1 present vus; FANCA present vus p.P643A; "
     "FANCA present vus p.S858R"),
    ("title-at-side", "CDKN2A loss\n\nABOUT THE TEST\nIt reads DNA.\n\n"
     "ORDER # 22-81907                  APPENDIX  Variants of Unknown Significance\n\n"
     "NOTE These variants may not have been characterized.\n\n"
     "ARID2                 ATM\nG1098S                V2716A",
     "CDKN2A present; ARID2 present vus; ATM present vus"),
    ("burden-below", "Blood Tumor Mutational Burden         Microsatellite Instability Status\n"
     "6.3 m/MB                              MSI-High not detected",
     "TMB present 6.3mut/Mb; MSI absent"),
    ("burden-beside", "Blood Tumor Mutational Burden         Microsatellite Instability Status\n"
     "6.3 m/MB                              MSI-High not detected                  31.5%",
     "TMB present 6.3mut/Mb; MSI absent"),
    ("fusions-denied", "We evaluated this sample for 74 genes, including the following genes for "
     "NSCLC:\n     EGFR     ALK     ROS1     BRAF     MET     ERBB2 (HER2)     RET\n"
     "Fusions in ALK, ROS1, and RET were evaluated and not detected. BRAF V600E was not detected.",
     "ALK absent fusion; ROS1 absent fusion; RET absent fusion; BRAF absent"),
    ("fusions-sought", "We evaluated this sample for genes including the following:\n"
     "     EGFR     ALK     ROS1     BRAF\nFusions in ALK and ROS1 were evaluated.", ""),
    ("stains-listed", "Stains were performed on block A1. The tumor cells are positive for CK7, "
     "CDX2\n(patchy) and CDH17. The tumor cells are negative for TTF-1.",
     "CK7 present; CDX2 present; CDH17 present; TTF-1 absent"),
    ("probes", "Probe Set                       Abnormality        % Abnormal   Cutoff   Result\n"
     "5p15.2 (D5S630) / 5q31 (EGR1)   -5/5q-             0.0          <6.0%    Normal\n"
     "D7Z1 / 7q31 (D7S486)            7q-                71.5         <5.0%    ABNORMAL\n"
     "TP53 (17p13.1) / D17Z1          17p-               1.0          <7.0%    Normal",
     "del(5q) absent; del(7q) present; del(17p) absent"),
    ("probe-open", "Probe Set                       Abnormality            % Abnormal   Cutoff   "
     "Result\n"
     "RUNX1T1 / RUNX1                 t(8;21)                0.0          <0.6%    Normal\n"
     "NUP98 (11p15.4) break-apart     11p15.4 rearrangement  --           <1.0%    See note",
     "absent fusion"),
    ("probe-open-line", "KRAS G12D 12%\n\nNUP98 (11p15.4) break-apart     11p15.4 rearrangement  "
     "--           <1.0%    See note", "KRAS present"),
    ("sizes-told", "NPM1 c.860_863dup 41%\nNGS: limit of detection 5% VAF (SNV), 10% (indel); "
     "FLT3-ITD\ndetected up to 300 bp.", "NPM1 present 41%"),
    ("cards", "FINDING SUMMARY\n\n"
     "GENE                     GENE\nBAP1                     PBRM1\n"
     "ALTERATION               ALTERATION\nsplice site 255+1G>A     R710*\n"
     "HGVS VARIANT             HGVS VARIANT\nNM_004656.2: c.255+1G>A  NM_018165.4: c.2128C>T\n"
     "(p.?)                    (p.R710*)\n"
     "VARIANT FREQUENCY (VAF)  VARIANT ALLELE FREQUENCY (% VAF)\n"
     "41.3%                    22.6%", "BAP1 present 41.3%; PBRM1 present p.R710* 22.6%"),
    ("card-with-text", "GENE\nDNMT3A\nALTERATION\nR882C\n"
     "VARIANT ALLELE FREQUENCY (% VAF)\n3.8%\nFINDING SUMMARY\n"
     "TP53 and DNMT3A mutations have been reported in blood cells of many people.",
     "DNMT3A present 3.8%"),
    ("no-cards", "GENE\nKRAS\nNRAS\nBRAF\n\nTP53 R175H 12%", "TP53 present 12%"),
    ("cards-uneven", "CDKN2A loss\n\nFINDING SUMMARY\n\nGENE                     GENE\n"
     "CDKN2A                   TERT\nALTERATION               ALTERATION\n"
     "loss                     promoter -124C>T\n                         VAF\n"
     "GENE                     18.0%\nMTAP\nALTERATION\nloss",
     "CDKN2A present; TERT present 18%"),
    ("only-evaluated", "Fusions in ALK and ROS1 were evaluated.", ""),
    ("evaluated-found", "EML4::ALK fusion was evaluated and detected.", "ALK present fusion"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body", "expected"), CASES, ids=[c[0] for c in CASES])
def test_short_case(name: str, body: str, expected: str) -> None:
    assert agree(read(body + "\n"), expected) is None
