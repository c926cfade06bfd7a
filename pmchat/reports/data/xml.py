"""XML files read safely: no document types, no entities; unknown kinds are refused."""

from __future__ import annotations

import re
from typing import Any, NoReturn
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pmchat.errors import ReportError
from pmchat.i18n import _
from pmchat.reports.file import File

_HEAD = 4000
_XML = re.compile(
    r"\s*<\?xml\b|\s*<!DOCTYPE\s|\s*(?:<!--.*?-->\s*)*<[A-Za-z_][\w.:-]*(?=[\s>/])", re.S
)
_DECLARED = re.compile(r"^\s*\ufeff?\s*<\?xml\b[^>]*\?>\s*")
_OTHER = re.compile(r"hl7\.org/fhir|urn:hl7-org|<!DOCTYPE\s+html|<html\b|<svg\b", re.I)
_MAX_DEPTH = 100


def is_xml(file: File) -> bool:
    """True for XML that is neither FHIR, CDA nor a web page."""
    head = (file.text or "")[:_HEAD].lstrip("\ufeff")
    return bool(_XML.match(head)) and not _OTHER.search(head)


def names_in(file: File, *names: str) -> bool:
    """Whether XML holds elements with all the names, with or without a prefix."""
    text = file.text or ""
    return is_xml(file) and all(re.search(rf"<(?:\w+:)?{name}[\s>/]", text) for name in names)


def parse(file: File) -> Element:
    """The root of the file, its names without namespaces.

    The text is parsed, not the bytes: the encoding that a file declares is often not its own.
    """
    try:
        root: Element = fromstring(_DECLARED.sub("", file.text or ""), forbid_dtd=True)
        _bare(root)
    except DefusedXmlException as error:
        raise ReportError(
            _("This XML file holds parts that are not safe to read."),
            _("Ask the laboratory for a PDF, or paste the text of the report."),
        ) from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise ReportError(
            _("This XML file is damaged."),
            _("Download it again, or paste the text of the report."),
        ) from error
    return root


def _bare(root: Element) -> None:
    stack = [(root, 0)]
    while stack:
        one, depth = stack.pop()
        if depth > _MAX_DEPTH:
            raise ValueError("nested too deeply")
        if isinstance(one.tag, str):
            one.tag = one.tag.rsplit("}", 1)[-1]
        one.attrib = {key.rsplit("}", 1)[-1]: value for key, value in one.attrib.items()}
        stack.extend((child, depth + 1) for child in one)


def as_data(one: Element) -> Any:
    """An element in the shape that JSON would have: repeated names become lists."""
    if len(one) == 0 and not one.attrib:
        return one.text
    data: dict[str, Any] = dict(one.attrib)
    for child in one:
        value = as_data(child)
        if child.tag in data:
            before = data[child.tag]
            data[child.tag] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            data[child.tag] = value
    return data


def text_of(root: Element, path: str) -> str | None:
    """The text of the first element at a path, on one line."""
    return " ".join((root.findtext(path) or "").split()) or None


def refuse(file: File) -> NoReturn:
    """Says that this XML is no report that can be read."""
    parse(file)
    raise ReportError(
        _("This XML file is no kind of report that can be read."),
        _("Ask the laboratory for a PDF or a FHIR file, or paste the text of the report."),
    )
