"""The command line: ask, report, corpus, evaluate, serve."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from pmchat.corpus.checks import check_library
from pmchat.errors import PmchatError
from pmchat.settings import Settings


def main(argv: list[str] | None = None) -> int:
    """Run one command. Returns 0 on success, 2 on an error of usage or input."""
    args = _parser().parse_args(argv)
    try:
        return int(args.run(args, Settings.from_environment()))
    except PmchatError as error:
        print(f"pmchat: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="pmchat", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    corpus = commands.add_parser("corpus", help="check, build and publish the library")
    steps = corpus.add_subparsers(required=True, metavar="step")
    check = steps.add_parser("check", help="hold every document against the rules")
    check.add_argument("ids", nargs="*", help="only these documents")
    check.set_defaults(run=_corpus_check)
    return parser


def _corpus_check(args: argparse.Namespace, settings: Settings) -> int:
    documents, problems = check_library(settings.knowledge, date.today())
    shown = [p for p in problems if not args.ids or p.document_id in args.ids]
    for problem in shown:
        print(problem)
    errors = sum(p.level == "error" for p in shown)
    print(f"{len(documents)} documents, {errors} errors, {len(shown) - errors} warnings")
    return 2 if errors else 0
