"""One evaluation from questions to report."""

from __future__ import annotations

from pathlib import Path

from pmchat.answering.conversation import Answerer
from pmchat.errors import UsageError
from pmchat.evaluate import tables
from pmchat.evaluate.golden import read_golden
from pmchat.evaluate.judge import judge_all


def evaluate(answerer: Answerer, path: Path, reports: Path | None, misses: bool) -> str:
    """Answer the golden questions of a file or folder; a Markdown report.

    Reports that questions name lie in `reports`, by default in `fixtures`
    beside the questions. Raises UsageError.
    """
    folder = reports or (path if path.is_dir() else path.parent) / "fixtures"
    judged = list(judge_all(answerer, read_golden(path), folder))
    if not judged:
        raise UsageError(f"{path.name} has no question whose documents exist.", "Try another file.")
    parts = [tables.by_kind(judged), tables.by_area(judged), tables.overall(judged)]
    if misses:
        unasked = list(tables.unasked([d.id for d in answerer.release.documents], judged))
        parts.append(f"Documents that no question asks for: {', '.join(unasked) or 'none'}.")
        parts.append(tables.misses(judged))
    return "\n\n".join(parts)
