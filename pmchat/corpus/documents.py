"""Reading the library's Markdown files into documents and passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from pmchat.errors import CorpusError
from pmchat.lexicon import Lexicon
from pmchat.model import Document, Passage, Statement
from pmchat.text import parse_yaml

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_FIELDS = re.compile(r"\A\s*```yaml\n(.*?)\n```\n", re.DOTALL)
_STATEMENT = re.compile(r"(.+?)\s*((?:\[S\d+\]\s*)+)", re.DOTALL)
_SID = re.compile(r"S\d+")


def read_document(path: Path, lexicon: Lexicon) -> Document:
    """Read one Markdown file; its name is the document's id."""
    text = path.read_text(encoding="utf-8")
    front = _FRONT.match(text)
    if front is None:
        raise _broken(path, "has no front matter between two lines of ---")
    try:
        fields = parse_yaml(front[1])
        if not isinstance(fields, dict) or fields.get("id") != path.stem:
            raise _broken(path, "names another id than its file")
        about = tuple(_canonical(e, lexicon) for e in fields.get("entities") or ())
        passages = tuple(_passages(path, text[front.end() :], fields, about, lexicon))
        fields["entities"] = about
        return Document(**{**_without_none(fields), "passages": passages})
    except KeyError as error:
        raise _broken(path, f"has no {error}") from error
    except (yaml.YAMLError, ValidationError, TypeError, AttributeError) as error:
        raise _broken(path, " ".join(str(error).split())) from error


def _passages(
    path: Path, body: str, fields: dict[str, Any], about: tuple[str, ...], lexicon: Lexicon
) -> Iterator[Passage]:
    pieces = _HEADING.split(body)
    if pieces[0].strip():
        raise _broken(path, "has text before its first ## heading")
    for heading, section in zip(pieces[1::2], pieces[2::2], strict=True):
        meta = _FIELDS.match(section)
        if meta is None:
            raise _broken(path, f'has no yaml block under "{heading}"')
        section_fields = parse_yaml(meta[1])
        text = section[meta.end() :]
        yield Passage(
            id=f"{path.stem}#{section_fields.pop('id')}",
            document_id=path.stem,
            title=fields["title"],
            heading=heading,
            statements=tuple(_statements(path, heading, text)),
            entities=_entities(heading, text, about, lexicon),
            **section_fields,
        )


def _statements(path: Path, heading: str, text: str) -> Iterator[Statement]:
    done = 0
    for found in _STATEMENT.finditer(text):
        yield Statement(text=" ".join(found[1].split()), sources=tuple(_SID.findall(found[2])))
        done = found.end()
    rest = text[done:].strip()
    if rest:
        raise _broken(path, f'ends "{heading}" with a sentence that has no source: {rest[:80]}')


def _entities(heading: str, text: str, about: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """What the document is about first, then what the section names."""
    return tuple(dict.fromkeys([*about, *lexicon.entities(f"{heading} {text}")]))


def _canonical(name: str, lexicon: Lexicon) -> str:
    """The lexicon's id for a name; an unknown name stays, and `checks` reports it."""
    return next(iter(lexicon.entities(name)), name)


def _without_none(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None or key == "reviewer"}


def _broken(path: Path, why: str) -> CorpusError:
    return CorpusError(f"{path.name} {why}.", "Mend the file; knowledge/README.md shows the form.")
