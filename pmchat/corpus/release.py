"""Immutable releases of the library: built, checked, published, rolled back.

`var/releases/<digest>/` holds manifest.json, documents.json, copies of the
lexicon, glossary and safety files, and what the indexer writes. `var/current` names the
published one. Nothing in it is a pickle.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from pydantic import TypeAdapter, ValidationError

from pmchat.corpus.checks.library import check_library
from pmchat.corpus.checks.problem import Problem
from pmchat.errors import CorpusError, ReleaseError
from pmchat.glossary import Glossary
from pmchat.i18n import N_, _
from pmchat.lexicon import Lexicon
from pmchat.model import Document, Passage

FORM = 2
"""Number of the layout; part of the digest, so that a new layout is a new release."""

_DOCUMENTS = TypeAdapter(list[Document])
REBUILD = N_("Run `make run` or `python -m pmchat corpus build` to build it again.")

Progress = Callable[[int, int], None]
"""Called with how many passages are done, and of how many."""


class Indexer(Protocol):
    """What makes the search index of a release (see `pmchat.retrieval.index`)."""

    @property
    def identity(self) -> Mapping[str, str]:
        """The embedding model and the settings that shape the index."""

    def write(
        self, documents: Sequence[Document], lexicon: Lexicon, folder: Path, progress: Progress
    ) -> None:
        """Write the index files into a folder."""


@dataclass(frozen=True)
class Release:
    """A release that was opened and found whole."""

    digest: str
    folder: Path
    identity: Mapping[str, str]
    documents: tuple[Document, ...]

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names as they were when the release was built."""
        lexicon = Lexicon.load(self.folder / "lexicon")
        lexicon.remember(s.text for d in self.documents for p in d.passages for s in p.statements)
        return lexicon

    @property
    def safety(self) -> Path:
        """The folder of the safety files as they were when the release was built."""
        return self.folder / "safety"

    @cached_property
    def glossary(self) -> Glossary:
        """The definitions as they were when the release was built."""
        return Glossary.load(self.folder / "glossary.yaml")

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """All passages that can be cited, by id; those of the glossary last."""
        return {p.id: p for d in self.by_id.values() for p in d.passages}

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """All documents by id, with the glossary as one more."""
        return {d.id: d for d in (*self.documents, self.glossary.document)}


@dataclass(frozen=True)
class Published:
    """One line of the history: when a release was made current, and how."""

    when: datetime
    digest: str
    action: str


def build(knowledge: Path, var: Path, indexer: Indexer, progress: Progress) -> Release:
    """Check the library, write its release if it is new, and publish it.

    Raises CorpusError with the first problems if a document has errors; then
    the release in use stays.
    """
    digest = digest_of(knowledge, indexer.identity)
    if not (var / "releases" / digest / "manifest.json").exists():
        checked = check_library(knowledge, date.today())
        _refuse_errors(checked.errors)
        if not checked.documents:
            raise CorpusError(f"There is no document in {knowledge}.", "Check PMCHAT_KNOWLEDGE.")
        with _new_folder(var / "releases" / digest) as folder:
            _write(knowledge, folder, checked.documents, indexer, progress)
    if not (var / "current").exists() or current(var) != digest:
        publish(var, digest, "build")
    return load(var, digest)


def digest_of(knowledge: Path, identity: Mapping[str, str]) -> str:
    """The name of the release that these files and this index make: 16 hex digits."""
    digest = hashlib.sha256(json.dumps([FORM, dict(identity)], sort_keys=True).encode())
    for path in _library_files(knowledge):
        digest.update(path.relative_to(knowledge).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def publish(var: Path, digest: str, action: str) -> None:
    """Make a release the current one, in one step, and write it to the history."""
    if not (var / "releases" / digest / "manifest.json").exists():
        raise ReleaseError(f"There is no release {digest}.", "`corpus history` lists them.")
    pointer = var / "current.new"
    pointer.write_text(digest + "\n", encoding="utf-8")
    os.replace(pointer, var / "current")
    entry = {"when": datetime.now(UTC).isoformat(), "digest": digest, "action": action}
    with (var / "history.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(entry) + "\n")


def current(var: Path) -> str:
    """The digest of the published release; raises ReleaseError if there is none."""
    try:
        return (var / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise ReleaseError(_("The library has not been built yet."), _(REBUILD)) from error


def history(var: Path) -> list[Published]:
    """What was published, oldest first."""
    path = var / "history.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [TypeAdapter(Published).validate_json(line) for line in lines]


def rollback(var: Path) -> str:
    """Publish the release that was current before this one; returns its digest."""
    now = current(var)
    earlier = [entry.digest for entry in history(var) if entry.digest != now]
    if not earlier:
        raise ReleaseError("There is no earlier release to go back to.", "Nothing was changed.")
    publish(var, earlier[-1], "rollback")
    return earlier[-1]


def load(var: Path, digest: str | None = None) -> Release:
    """Open a release, the current one by default, and check that it is whole.

    Raises ReleaseError if it is missing, torn or of another layout.
    """
    digest = digest or current(var)
    folder = var / "releases" / digest
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        _verify(folder, manifest)
        documents = _DOCUMENTS.validate_json((folder / "documents.json").read_bytes())
    except FileNotFoundError as error:
        what = _("The library release {release} is missing.").format(release=digest)
        raise ReleaseError(what, _(REBUILD)) from error
    except (ValueError, KeyError, ValidationError) as error:
        raise _torn(digest) from error
    return Release(digest, folder, manifest["identity"], tuple(documents))


@contextmanager
def _new_folder(target: Path) -> Iterator[Path]:
    """A folder to fill, which becomes `target` in one step; nothing stays if filling fails."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=target.parent) as name:
        folder = Path(name) / target.name
        folder.mkdir()
        yield folder
        shutil.rmtree(target, ignore_errors=True)
        os.replace(folder, target)


def _write(
    knowledge: Path,
    folder: Path,
    documents: Sequence[Document],
    indexer: Indexer,
    progress: Progress,
) -> None:
    for part in ("lexicon", "safety"):
        shutil.copytree(knowledge / part, folder / part)
    shutil.copy(knowledge / "glossary.yaml", folder / "glossary.yaml")
    (folder / "documents.json").write_bytes(_DOCUMENTS.dump_json(list(documents)))
    indexer.write(documents, Lexicon.load(folder / "lexicon"), folder, progress)
    manifest = {
        "form": FORM,
        "built": datetime.now(UTC).isoformat(),
        "identity": dict(indexer.identity),
        "files": {p.relative_to(folder).as_posix(): _sha256(p) for p in _files(folder)},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _verify(folder: Path, manifest: Mapping[str, Any]) -> None:
    if manifest["form"] != FORM:
        raise ReleaseError(_("The library release was written by another version."), _(REBUILD))
    for name, digest in manifest["files"].items():
        path = folder / name
        if not path.exists() or _sha256(path) != digest:
            raise _torn(folder.name)


def _torn(digest: str) -> ReleaseError:
    what = _("The library release {release} is damaged.").format(release=digest)
    mend = _("Delete the folder var/releases/{release}.").format(release=digest)
    return ReleaseError(what, f"{mend} {_(REBUILD)}")


def _refuse_errors(errors: Sequence[Problem]) -> None:
    if errors:
        raise CorpusError(
            f"The library has {len(errors)} errors, the first: {errors[0]}.",
            "`python -m pmchat corpus check` lists them; the release in use stays.",
        )


def _library_files(knowledge: Path) -> list[Path]:
    """The files that shape a release; the house style, which only checks, is not one."""
    parts = [p for part in ("documents", "lexicon", "safety") for p in _files(knowledge / part)]
    return [p for p in parts if p.suffix in {".md", ".yaml"}] + [knowledge / "glossary.yaml"]


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
