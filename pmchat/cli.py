"""The command line: ask, report, corpus, evaluate, serve."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from tqdm import tqdm

from pmchat import feedback
from pmchat.answering.conversation import Answerer, open_answerer
from pmchat.answering.generate import Generator
from pmchat.answering.writer import Writer
from pmchat.corpus import release
from pmchat.corpus.checks.library import Figures, check_library
from pmchat.errors import PmchatError, ReportError, UsageError
from pmchat.evaluate.golden import read_golden
from pmchat.evaluate.ranking import ranking_table
from pmchat.evaluate.run import evaluate
from pmchat.lexicon import Lexicon
from pmchat.model import Answer, Question, Report, Turn
from pmchat.reports.read import MAX_BYTES
from pmchat.reports.together import together
from pmchat.reports.worker import read_safely
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.index import LibraryIndexer
from pmchat.retrieval.reach import unreached_documents
from pmchat.settings import ROOT, Settings


def main(argv: list[str] | None = None) -> int:
    """Run one command. Returns 0 on success, 2 on an error of usage or input."""
    args = _parser().parse_args(argv)
    try:
        return int(args.run(args, Settings.from_environment()))
    except PmchatError as error:
        print(f"pmchat: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("pmchat: stopped.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="pmchat", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(into: Any, name: str, run: Callable[..., int], about: str) -> Any:
        added = into.add_parser(name, help=about, description=about)
        added.set_defaults(run=run)
        return added

    ask = command(commands, "ask", _ask, "answer a question, or a file of questions")
    ask.add_argument("question", nargs="?")
    ask.add_argument(
        "--report",
        type=Path,
        action="append",
        default=[],
        help="the person's report; may be given several times",
    )
    ask.add_argument("--json", action="store_true", help="print the answer as JSON")
    ask.add_argument("--batch", type=Path, metavar="FILE.jsonl", help="one question a line")
    ask.add_argument(
        "--allow-remote",
        action="store_true",
        help="let a chat model that is not on this computer or network see question and findings",
    )
    report = command(commands, "report", _report, "show what is read of a report")
    report.add_argument("file", type=Path)
    report.add_argument("--json", action="store_true", help="print it as JSON")
    corpus = commands.add_parser("corpus", help="check, build and publish the library")
    steps = corpus.add_subparsers(required=True, metavar="step")
    check = command(steps, "check", _corpus_check, "hold every document against the rules")
    check.add_argument("ids", nargs="*", help="only these documents")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")
    command(steps, "build", _corpus_build, "check, build and publish a release")
    command(steps, "status", _corpus_status, "list the documents with status and due date")
    command(steps, "history", _corpus_history, "list what was published when")
    command(steps, "rollback", _corpus_rollback, "publish the release before this one")
    measure = command(commands, "evaluate", _evaluate, "measure answers on golden questions")
    measure.add_argument("file", type=Path, nargs="?", default=ROOT / "tests/golden")
    measure.add_argument("--reports", type=Path, help="folder of the reports that are named")
    measure.add_argument("--misses", action="store_true", help="list every one that fell short")
    measure.add_argument("--ranking", action="store_true", help="compare the parts of the search")
    said = command(commands, "feedback", _feedback, "list what readers said of answers")
    said.add_argument("--json", action="store_true", help="print it as JSON lines")
    serve = command(commands, "serve", _serve, "start the app in the browser")
    serve.add_argument("--port", type=int, default=8501)
    return parser


# --------------------------------------------------------------------- asking


class _BatchLine(BaseModel):
    model_config = ConfigDict(extra="ignore")

    question: str
    id: str | None = None
    report: Path | tuple[Path, ...] | None = None
    history: tuple[Turn, ...] = ()


def _ask(args: argparse.Namespace, settings: Settings) -> int:
    if (args.question is None) == (args.batch is None):
        raise UsageError("Give either a question or --batch FILE.jsonl.", "See `ask --help`.")
    if args.batch is not None:
        return _ask_batch(args, settings)
    report = _read_all(args.report)
    question = Question(text=args.question, report=report)
    answer = open_answerer(settings).answer(question, writer=_writer(args, settings))
    print(answer.model_dump_json(indent=1) if args.json else _as_text(answer))
    return 0


def _writer(args: argparse.Namespace, settings: Settings) -> Writer | None:
    """What puts answers into words, if a model is set; a remote one needs its flag."""
    chat = settings.model
    if chat is None:
        return None
    if not (chat.is_local or args.allow_remote):
        print(
            f"pmchat: {chat.name} is not on this computer, so answers are composed. "
            "With --allow-remote, questions and findings are sent to it.",
            file=sys.stderr,
        )
        return None
    return Writer(Generator(chat))


def _ask_batch(args: argparse.Namespace, settings: Settings) -> int:
    """Answer line by line in one process; a line that fails gets an `error` and exit code 2."""
    lines = list(_batch_lines(args.batch))
    answerer, writer = open_answerer(settings), _writer(args, settings)
    failed = False
    for line in lines:
        try:
            print(_answer_line(answerer, line, writer).model_dump_json(), flush=True)
        except PmchatError as error:
            failed = True
            print(json.dumps({"id": line.id, "question": line.question, "error": str(error)}))
    return 2 if failed else 0


def _answer_line(answerer: Answerer, line: _BatchLine, writer: Writer | None) -> Answer:
    paths = (line.report,) if isinstance(line.report, Path) else line.report or ()
    report = _read_all(paths)
    question = Question(text=line.question, id=line.id, report=report, history=line.history)
    return answerer.answer(question, writer=writer)


def _batch_lines(path: Path) -> Iterator[_BatchLine]:
    for number, text in enumerate(_read_text(path).splitlines(), 1):
        if not text.strip():
            continue
        try:
            yield _BatchLine.model_validate_json(text)
        except ValidationError as error:
            what = error.errors()[0]["msg"]
            raise UsageError(f"{path.name}, line {number}: {what}.", "Mend that line.") from error


def _as_text(answer: Answer) -> str:
    lines = [f"[{answer.outcome}]", ""]
    for sentence in answer.sentences:
        marks = []
        for citation in sentence.citations:
            if citation.kind == "report":
                marks.append(f"report, page {citation.page}, line {citation.line}")
            else:
                marks.append(f"{citation.passage_id} {' '.join(citation.sources)}")
        lines.append(sentence.text + "".join(f" [{m}]" for m in marks))
    if answer.questions_for_visit:
        lines += ["", "Questions for your visit:"]
        lines += [f"- {q}" for q in answer.questions_for_visit]
    if answer.sources:
        lines += ["", "Sources:"]
        lines += [f"- {s.organisation}: {s.title}, {s.url}" for s in answer.sources]
    return "\n".join(lines)


# -------------------------------------------------------------------- reports


def _report(args: argparse.Namespace, _: Settings) -> int:
    report = _read(args.file)
    if args.json:
        print(report.model_dump_json(indent=1, exclude={"diagnosis", "remarks"}))
        return 0
    print(f"{report.family}, {report.status}, {len(report.findings)} findings")
    for finding in report.findings:
        where = f"page {finding.evidence.page}, line {finding.evidence.line}"
        print(f"- {finding.polarity}: {finding.analyte}: {finding.as_printed} ({where})")
    for warning in report.warnings:
        print(f"! {warning}")
    return 0


def _read_all(paths: Sequence[Path]) -> Report | None:
    reports = [_read(path) for path in paths]
    return together(reports) if len(reports) > 1 else next(iter(reports), None)


@cache
def _read(path: Path) -> Report:
    try:
        if path.stat().st_size > MAX_BYTES:
            size = path.stat().st_size / 1e6
            raise ReportError(
                f"The file has {size:.0f} MB; at most {MAX_BYTES / 1e6:.0f} MB can be read.",
                "Please choose the pages with the results.",
            )
        return read_safely(path.read_bytes(), path.name)
    except OSError as error:
        raise _unreadable(path) from error


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> UsageError:
    return UsageError(f"{path} cannot be read.", "Check that it is there and is yours.")


# --------------------------------------------------------------- the library


def _corpus_check(args: argparse.Namespace, settings: Settings) -> int:
    checked = check_library(settings.knowledge, date.today())
    unreached = unreached_documents(checked.documents, Lexicon.load(settings.knowledge / "lexicon"))
    problems = [*checked.problems, *unreached]
    shown = [p for p in problems if not args.ids or p.document_id in args.ids]
    errors = sum(p.level == "error" for p in shown)
    if args.json:
        found = [p.model_dump() for p in shown]
        print(json.dumps({"figures": asdict(checked.figures), "problems": found}, indent=1))
    else:
        print("\n".join([*map(str, shown), *_figures(checked.figures)]))
        print(f"{errors} errors, {len(shown) - errors} warnings")
    return 2 if errors else 0


def _figures(figures: Figures) -> list[str]:
    sources = ", ".join(f"{n} {how}" for how, n in sorted(figures.sources.items()))
    return [
        f"{figures.documents} documents, {figures.sections} sections, "
        f"{figures.sentences} sentences, {figures.terms} glossary terms, {figures.names} names",
        f"sources: {sources or 'none'}",
        f"reading grade of sections: {figures.grade_median:.1f} in the middle, "
        f"{figures.grade_highest:.1f} at most",
    ]


def _corpus_build(_: argparse.Namespace, settings: Settings) -> int:
    indexer = LibraryIndexer(MiniLM(), settings.var / "embeddings")
    bar = tqdm(desc="Building the library", unit=" passages", delay=0.5)

    def progress(done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)

    with bar:
        built = release.build(settings.knowledge, settings.var, indexer, progress)
    print(f"Release {built.digest} with {len(built.documents)} documents is published.")
    return 0


def _corpus_status(_: argparse.Namespace, settings: Settings) -> int:
    checked = check_library(settings.knowledge, date.today())
    bad = {p.document_id for p in checked.errors}
    for document in checked.documents:
        state = "errors" if document.id in bad else "ok"
        print(f"{document.id:32} {document.status:9} {state:7} review by {document.review_by}")
    return 0


def _corpus_history(_: argparse.Namespace, settings: Settings) -> int:
    for entry in release.history(settings.var):
        print(f"{entry.when:%Y-%m-%d %H:%M} {entry.digest} {entry.action}")
    return 0


def _corpus_rollback(_: argparse.Namespace, settings: Settings) -> int:
    print(f"Release {release.rollback(settings.var)} is published again.")
    return 0


# -------------------------------------------------- evaluate, feedback, serve


def _evaluate(args: argparse.Namespace, settings: Settings) -> int:
    answerer = open_answerer(settings)
    print(evaluate(answerer, args.file, args.reports, args.misses))
    if args.ranking:
        folder = args.file if args.file.is_dir() else args.file.parent
        reports = args.reports or folder / "fixtures"
        print("\n" + ranking_table(answerer.searcher, read_golden(args.file), reports))
    return 0


def _feedback(args: argparse.Namespace, settings: Settings) -> int:
    found = feedback.read(settings.var)
    if args.json:
        print("\n".join(one.model_dump_json() for one in found))
        return 0
    for row in feedback.rows(found):
        print(", ".join(f"{name}: {cell}" for name, cell in row.items() if cell))
    print(f"{len(found)} in all")
    return 0


def _serve(args: argparse.Namespace, _: Settings) -> int:
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    os.chdir(ROOT)
    os.execv(sys.executable, [*command, "--server.port", str(args.port)])
