"""The usual names of proteins that pathologists stain, where these are no symbols of genes."""

from __future__ import annotations

import re

# Of a gene and its protein: with a change behind it, the gene is meant.
_UNCHANGED = (
    r"(?!\W{1,4}[cp]\.|[^\w,;/]{1,4}(?:(?!positiv|negativ)\w+[^\w,;/]{1,3}){0,4}?(?:[cp]\."
    r"|(?:exons?|introns?|genes?|variants?|mutations?|fusions?|amplif\w+|delet\w+|rearr\w+"
    r"|heterozyg\w+|homozyg\w+|VUS|pathogenic|copy[- ]number|copies|gain)\b"
    r"|\b(?-i:(?!P504S)[A-Z]\d+[A-Z*])))"
)
# The surface markers of blood cells and lymphoma whose names are not known as those of genes.
_CLUSTERS = (
    "1a 2 3 4 5 7 8 10 11c 13 14 15 16 21 23 25 27 30 31 34 43 52 56 57 61 64 68 71 79a 81"
    " 99 103 123 138 163 200 235a"
)
# Each name with how it is printed; some are measured in blood too, and are left out.
_NAMES: tuple[tuple[str, str], ...] = (
    ("CK5/6", r"CK ?5/6|cytokeratin 5/6"),
    ("CK8/18", r"CK ?8/18|CAM ?5\.2|cytokeratin 8/18"),
    ("CK7", r"CK ?7|cytokeratin 7"),
    ("CK20", r"CK ?20|cytokeratin 20"),
    ("CK19", r"CK ?19|cytokeratin 19"),
    ("CK AE1/AE3", r"(?:CK |cytokeratin )?AE1/(?:AE)?3|pan-?(?:cyto)?keratin"),
    ("34betaE12", r"34 ?beta ?E ?12|34\u03b2E12"),
    ("p40", r"p40"),
    ("TTF-1", rf"TTF-?1{_UNCHANGED}"),
    ("Napsin A", r"napsin[- ]?A"),
    ("Synaptophysin", r"synaptophysin"),
    ("Chromogranin", r"chromogranin(?:[- ]A)?"),
    ("CD45", r"(?:LCA|leu[ck]ocyte common antigen)(?: ?\(CD45\))?|CD45(?: ?\(LCA\))?"),
    ("INSM1", rf"INSM1{_UNCHANGED}"),
    ("SATB2", rf"SATB2{_UNCHANGED}"),
    ("CDX2", rf"CDX-?2{_UNCHANGED}"),
    ("CDH17", rf"CDH17{_UNCHANGED}|cadherin-?17"),
    ("Pan-TRK", r"pan-?\s?TRK"),
    ("TRPS1", rf"TRPS1{_UNCHANGED}"),
    ("GCDFP-15", r"GCDFP-?15"),
    ("Mammaglobin", r"mammaglobin"),
    ("Calretinin", r"calretinin"),
    ("D2-40", r"D2-40|podoplanin"),
    ("S100", r"S-?100(?: protein)?"),
    ("HMB-45", r"HMB-?45"),
    ("Melan-A", r"melan-?A|MART-?1"),
    ("Desmin", r"desmin"),
    ("Vimentin", r"vimentin"),
    ("Ber-EP4", r"Ber-?EP4"),
    ("MOC-31", r"MOC-?31"),
    ("Hep Par 1", r"hep ?par-?\s?1"),
    ("Arginase-1", r"arginase-?1"),
    ("DOG1", r"DOG-?1"),
    ("AMACR", rf"AMACR{_UNCHANGED}|P504S"),
    # "the phenotype (CD33 bright, CD7 partial) was not seen" is no list of results
    *((f"CD{number}", rf"CD{number}(?![^()\n]{{0,60}}\))") for number in _CLUSTERS.split()),
    ("MUM1", r"MUM-?1"),
    ("TdT", r"(?-i:TdT|TDT)"),
    ("Cyclin D1", r"cyclin ?-?D1"),
    ("FMC7", r"FMC-?7"),
    ("Kappa", r"(?:cytoplasmic |surface |[cs]y?)?kappa(?: light chains?)?"),
    ("Lambda", r"(?:cytoplasmic |surface |[cs]y?)?lambda(?: light chains?)?"),
    ("NKX3.1", r"NKX3\.1"),
    ("GFAP", r"GFAP"),
    ("Olig2", rf"OLIG-?2{_UNCHANGED}"),
    ("SALL4", rf"SALL-?4{_UNCHANGED}"),
    ("OCT3/4", r"OCT-?3/4|OCT-?4"),
    ("PLAP", r"PLAP"),
    ("Inhibin", r"inhibin(?:[- ](?:alpha|\u03b1))?"),
    ("EMA", r"(?-i:EMA)|epithelial membrane antigen"),
    ("SMA", r"(?-i:SMA)|smooth muscle actin"),
    ("Caldesmon", r"(?:h-?)?caldesmon"),
    ("Myogenin", r"myogenin"),
    ("MyoD1", r"Myo-?D1"),
    ("Glypican-3", r"glypican[- ]?3"),
    ("Uroplakin", r"uroplakin(?: ?II|-2)?"),
    ("Beta-catenin", r"(?:beta|\u03b2)[- ]catenin"),
    ("Smooth muscle myosin", r"(?:smooth muscle )?myosin heavy chain|SMMHC"),
)
# A name right behind a bracket is another name, or a method: "NTRK fusion (pan-TRK IHC)".
# What is measured in a liter is in the blood.
STAIN_PATTERN = (
    r"(?<![\w/(-])(?:" + "|".join(rx for _, rx in _NAMES) + r")(?![\w/]|-(?!(?:neg|pos)ative)\w)"
    r"(?!(?:[^.,;|\n]|\.(?=\d)){0,60}\d\s?[\w\u00b5\u03bc]{1,6}/[md]?L\b)"
)
STAIN_NAMES = frozenset(name for name, _ in _NAMES)
_COMPILED = tuple((name, re.compile(rx, re.I)) for name, rx in _NAMES)


def stain_name(printed: str) -> str:
    """The usual name of a stained protein."""
    return next(name for name, rx in _COMPILED if rx.fullmatch(printed))
