"""Lines that address a program instead of the reader; kept as text, never followed."""

from __future__ import annotations

import re

from pmchat.reports.lines import Line

_ADDRESS = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:all|any|previous|prior|above"
    r"|earlier|your|these|the)\b"
    r".{0,30}\b(?:instructions?|prompts?|rules?|guidelines?|context|directions?)\b"
    r"|(?:^|[:\"'\[<(*#])\s*(?:system|assistant|developer)\s*(?:prompt|message|note"
    r"|override)?\s*\]?>?\s*:"
    r"|(?<![A-Za-z])(?-i:SYSTEM|ASSISTANT|DEVELOPER)\s*(?:PROMPT|MESSAGE|NOTE"
    r"|OVERRIDE)?\s*\]?>?\s*:\s*[a-zA-Z]"
    r"|<\|?/?(?:system|im_start|im_end|assistant|user)\|?>|\[/?INST\]|###\s*(?:instruction|system)"
    r"|\byou are (?:now )?(?:an? |the )?(?:AI|assistant|chatbot|language model|helpful|DAN"
    r"|unrestricted)\b"
    r"|\b(?:hidden|system|initial|secret) prompt\b|\b(?:as|dear|note to|attention|hey) (?:an? "
    r"|the |all )?"
    r"(?:AI|chatbot|assistant|LLM|language model|automated (?:reader|system|parser))\b"
    r"|\b(?:the |this )?(?:AI|chatbot|assistant|LLM|language model|summari[sz]er"
    r"|parser)\b.{0,15}\b(?:must|should|shall|is instructed to)\b"
    r"|\b(?:tell|inform|assure|convince) the (?:patient|user|reader)\b"
    r"|\bnew instructions?\s*:|\bdo not (?:tell|reveal|mention|inform) the (?:patient|user)\b"
    r"|\b(?:respond|reply|answer|output|print) (?:only )?(?:with|as|in|the following|the hidden"
    r"|your)\b"
    r"|\bact as\b|\bpretend (?:to be|that)\b|\bjailbreak\b|\bprompt injection\b",
    re.I,
)
_WRAPPED = 50
_END = re.compile(r"[.!?\"')\]]\s*$")
_LABEL = re.compile(r"^\W*[A-Z][A-Za-z0-9 /()#-]{1,40}:")


def _runs_on(text: str) -> bool:
    """True when a line is so long and open that its sentence goes on below."""
    return len(text) >= _WRAPPED and not _END.search(text)


def find_instructions(lines: list[Line]) -> tuple[set[tuple[int, int]], int]:
    """The places of lines that address a program, with what they run on to, and their number."""
    places: set[tuple[int, int]] = set()
    count, running = 0, False
    previous = ""
    for line in lines:
        if line.blank:
            running = False
            continue
        if _ADDRESS.search(line.text):
            count += 0 if running else 1
            places.add((line.page, line.number))
            running = True
        elif running and _runs_on(previous) and not _LABEL.match(line.text):
            places.add((line.page, line.number))
        else:
            running = False
        previous = line.text
    return places, count
