"""ZIP files that hold a document: their parts, opened with a limit to what they unpack to."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.reports.file import File

MAX_PART = 16 * 1024 * 1024
_MAX_DEPTH = 400
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WAY_OUT = N_("Save it as a PDF, or paste the text of the report.")
_DAMAGED = (N_("This document is damaged and could not be opened."), _WAY_OUT)
_TOO_LARGE = (N_("This document unpacks to more than can be read."), _WAY_OUT)
LOCKED = (
    N_("This document is locked with a password."),
    N_("Save a copy without the password, or paste the text of the report."),
)


class Archive:
    """The parts of a document; what it unpacks to in all is limited."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, struct.error, EOFError,
                NotImplementedError) as error:  # fmt: skip
            raise ReportError(*map(_, _DAMAGED)) from error
        self._room = MAX_PART
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """One part; the real size counts, not the one that is declared."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._room + 1)
        except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError,
                struct.error, NotImplementedError) as error:  # fmt: skip
            raise ReportError(*map(_, _DAMAGED)) from error
        except RuntimeError as error:  # what zipfile says of a part with a password
            raise ReportError(*map(_, LOCKED)) from error
        self._room -= len(data)
        if self._room < 0:
            raise ReportError(*map(_, _TOO_LARGE))
        return data

    def xml(self, name: str) -> Element:
        """One part as XML, without entities and not nested beyond reason."""
        try:
            root: Element = fromstring(self.read(name), forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise ReportError(*map(_, _DAMAGED)) from error
        level, depth = [root], 0
        while level:
            depth += 1
            if depth > _MAX_DEPTH:
                raise ReportError(*map(_, _DAMAGED))
            level = [child for element in level for child in element]
        return root


def is_packed(file: File) -> bool:
    """Whether the content is a ZIP file or one of the older Office containers."""
    return file.begins(_ZIP, _OLE)


def names_in(file: File) -> frozenset[str]:
    """The names of a ZIP file's parts; none for anything else or when it is torn."""
    if not file.begins(_ZIP):
        return frozenset()
    try:
        return Archive(file.data).names
    except ReportError:
        return frozenset()


def refuse_packed(file: File) -> NoReturn:
    """Says of a packed file that no other reader knows what can be done."""
    if file.begins(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in file.data:
            raise ReportError(*map(_, LOCKED))
        if "WordDocument".encode("utf-16-le") in file.data:
            raise ReportError(
                _("This is a Word document in an old form (.doc)."),
                _("Open it, save it as .docx or PDF, and try again."),
            )
        raise ReportError(_("This kind of file cannot be read."), _(_WAY_OUT))
    names = Archive(file.data).names
    if any(name.startswith("xl/") for name in names):
        raise ReportError(_("This is a spreadsheet."), _("Save it as CSV or PDF, and try again."))
    raise ReportError(
        _("This is a packed file (ZIP), not a report."),
        _("Unpack it, and choose the report inside."),
    )
