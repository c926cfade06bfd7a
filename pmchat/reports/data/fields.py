"""Careful look-ups in data files, and what their fields say of a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote

from pmchat.model import Classification, Origin, Value
from pmchat.reports.classes import read_class
from pmchat.reports.genes import find_genes, symbols
from pmchat.reports.items import DRIVERS
from pmchat.reports.variants import find_variants

Node = dict[str, Any]

MAX_WORDS = 300
_EMPTY = frozenset(
    {"", ".", "-", "--", "n/a", "na", "nan", "none", "null", "not_provided", "not applicable"}
)
_SYMBOL = re.compile(r"[A-Z][A-Z0-9]{1,9}(?:orf\d+)?(?:-[A-Z0-9]{1,5})?")
_TRANSCRIPT = re.compile(r"^[A-Za-z]{2,4}_?\d[\w.]*(?:\([\w-]+\))?:\s*")
_CODING = re.compile(r"c\.[-*]?\d[\w*+>_=?.-]*")
_PROTEIN = re.compile(r"p\.[A-Z*][\w*_=?>-]*")
_TWO_CLASSES = re.compile(r"^(likely[ _-])?pathogenic\s*[/|,]\s*(?:likely[ _-])?pathogenic", re.I)


def nodes(value: Any) -> list[Node]:
    """The objects of a list, or of one object; anything else gives none."""
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, dict)]


def node(value: Any) -> Node:
    """The first object of a value, or an empty one."""
    return next(iter(nodes(value)), {})


def said(value: Any) -> str | None:
    """A short text or number on one line; None for what stands for nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = " ".join(str(value).split())[:MAX_WORDS]
    return None if text.lower() in _EMPTY else text


def all_said(value: Any) -> list[str]:
    """The texts of a list, or of one text."""
    values = value if isinstance(value, list) else [value]
    return [t for v in values if (t := said(v))]


def first_said(record: Node, *keys: str) -> str | None:
    """The text of the first key that has one."""
    return next((t for key in keys if (t := said(record.get(key)))), None)


def strings(root: Any) -> Iterator[str]:
    """Every text of a file, however deep, in its order."""
    stack = [root]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            stack.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            stack.extend(reversed(one))


def is_true(value: Any) -> bool:
    """Whether a field says yes, as a boolean or in words."""
    return value is True or str(value).strip().lower() in ("true", "yes", "y", "1")


def symbol_of(text: str | None) -> str | None:
    """The HGNC symbol that a gene field holds; None when it names no gene."""
    if not text:
        return None
    if text in symbols():
        return symbols()[text]
    if text.upper() in symbols():
        return symbols()[text.upper()]
    if genes := find_genes(text):
        return genes[0].symbol
    return text if _SYMBOL.fullmatch(text) else None


def fusion_gene(*partners: str | None) -> str | None:
    """The gene a fusion is filed under: the one that a medicine acts on, else the last."""
    named = [gene for one in partners if (gene := symbol_of(one))]
    return next((g for g in named if g in DRIVERS), named[-1] if named else None)


def coding_of(text: str | None) -> str | None:
    """The c. name that a field holds, without its transcript; "524G>A" counts too."""
    name = _bare(text)
    if not name or name.startswith(("p.", "g.", "m.", "n.", "r.")):
        return None
    name = name if name.startswith("c.") else f"c.{name}"
    name = name.removesuffix(")").replace("c.(", "c.") if name.count("(") < 2 else name
    return name if _CODING.fullmatch(name) else None


def protein_of(text: str | None) -> str | None:
    """The p. name that a field holds, without brackets; "R175H" counts too.

    "p.?" says nothing of the protein and gives None.
    """
    name = _bare(text)
    if not name or name.startswith(("c.", "g.", "m.", "n.", "r.")):
        return None
    name = "p." + name.removeprefix("p.").strip("()[]")
    if not _PROTEIN.fullmatch(name):
        return None
    found = find_variants(name)
    if found and found[0].kind == "p":
        return found[0].hgvs
    return name if re.search(r"\d", name) else None


def silent(protein: str | None) -> bool:
    """True when the protein stays the same."""
    return any(v.silent for v in find_variants(protein)) if protein else False


def _bare(text: str | None) -> str:
    name = unquote(text) if text and "%" in text else (text or "")
    return re.sub(r"\s+", "", _TRANSCRIPT.sub("", name.strip()))


def number_of(value: Any) -> float | None:
    """The number of a field; text behind it is a unit, text before it makes it none."""
    text = said(value)
    match = re.match(r"([+-]?\d{1,12}(?:\.\d+)?(?:[eE][+-]?\d{1,2})?)(?![\d.])", text or "")
    return float(match[1]) if match else None


def share(value: Any, *, percent: bool = False) -> Value | None:
    """A share of reads as VAF in percent; `percent` when the field counts in hundreds."""
    text = said(value) or ""
    ratio = re.fullmatch(r"(\d+)\s*/\s*(\d+)", text)
    if ratio:
        total = int(ratio[2])
        number = 100 * int(ratio[1]) / total if total else None
    else:
        number = number_of(text)
        if number is not None and not (percent or "%" in text):
            number = 100 * number if number <= 1 else None
    if number is None or not 0 < number <= 100:
        return None
    return Value(number=round(number, 2), unit="%", label="VAF")


def class_of(text: str | None) -> Classification | None:
    """The class that a field states; both pathogenic classes at once give the weaker one."""
    words = (text or "").replace("_", " ").strip()
    if re.search(r"conflict", words, re.I):
        return None
    if _TWO_CLASSES.match(words):
        return "likely_pathogenic"
    if re.match(r"(?:likely )?benign\s*[/|,]\s*(?:likely )?benign", words, re.I):
        return "likely_benign"
    words = re.sub(r"unclassified\s?(?:VD|variant)?", "VUS", words, flags=re.I)
    words = re.sub(r"variantofun(?:known|certain)significance", "VUS", words, flags=re.I)
    words = re.sub(r"\bpresumed (?=pathogenic|benign)", "likely ", words, flags=re.I)
    words = re.sub(r"\bun(?:certain|known)$", "VUS", words, flags=re.I)
    return read_class(words)


def origin_of(text: str | None) -> Origin:
    """Germline or somatic as a field states it; anything else is unknown."""
    words = (text or "").lower()
    somatic, germline = "somatic" in words, "germline" in words or "inherited" in words
    if somatic == germline or re.search(r"possib|suspect|likely|unknown|non-?somatic", words):
        return "unknown"
    return "somatic" if somatic else "germline"


def day_of(value: Any) -> date | None:
    """The date at the head of an ISO 8601 text."""
    match = re.match(r"(\d{4}-\d{2}-\d{2})", said(value) or "")
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
