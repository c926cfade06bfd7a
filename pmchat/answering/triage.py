"""Stand-in until the rules are written; the triage helper overwrites this file."""
from dataclasses import dataclass
from pathlib import Path
from pmchat.model import Outcome, Sentence
@dataclass(frozen=True)
class Verdict:
    gate: str
    outcome: Outcome
    sentences: tuple[Sentence, ...]
    explain: bool
    questions: tuple[str, ...] = ()
class Triage:
    def __init__(self, folder: Path, locale: str = "US") -> None: ...
    def judge(self, text: str) -> Verdict | None:
        return None
