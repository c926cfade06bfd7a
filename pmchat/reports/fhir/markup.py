"""FHIR in XML made into the same objects as FHIR in JSON, so that one reader serves both."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.reports.fhir.resources import Resource
from pmchat.reports.file import File

_FHIR, _XHTML = "{http://hl7.org/fhir}", "{http://www.w3.org/1999/xhtml}"
_ROOT = re.compile(r"xmlns(?::\w+)?\s*=\s*[\"']http://hl7\.org/fhir/?[\"']")
_LOOKED_AT = 20_000
_DEEPEST = 100
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w{1,30};")
# Elements that JSON writes as lists. Only those that the reader looks at, and only names that
# mean the same in every resource: the models of fhir.resources know all of them, but refuse
# whole files for one slip, and a laboratory's file has many.
_LISTS = frozenset(
    "category coding component conclusionCode contained derivedFrom entry extension given "
    "hasMember interpretation line note parameter part prediction prefix presentedForm profile "
    "related result suffix telecom".split()
)
_DAMAGED = (
    N_("This file looks like XML but is damaged."),
    N_("Download it again, or paste the text of the report."),
)


def looks_like_fhir_xml(file: File) -> bool:
    """True for XML that names the FHIR namespace near its beginning."""
    head = (file.text or "")[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    return head.startswith("<") and bool(_ROOT.search(head))


def load_xml(file: File) -> Resource:
    """The resource at the root of an XML file, as an object.

    Document types and entities are refused: a report has no use for them.
    """
    root = _parse(file)
    space, end, name = root.tag.rpartition("}")
    if space + end not in (_FHIR, _FHIR[:-1] + "/}"):
        raise ReportError(
            _("This XML file is not a FHIR report."),
            _("Ask the laboratory for a PDF or a FHIR file, or paste the text of the report."),
        )
    return {"resourceType": name, **_children(root, 1)}


def _parse(file: File) -> Element:
    """The root; what fails as declared is tried again as text, with the entities of HTML."""
    for content in (file.data, _ENTITY.sub(_letter, _DECLARED.sub("", file.text or "", count=1))):
        try:
            root: Element = fromstring(content, forbid_dtd=True)
        except DefusedXmlException as error:
            raise ReportError(
                _("This XML file has a document type or entities, which a report does not need."),
                _("Ask the laboratory for a plain FHIR file or a PDF."),
            ) from error
        except (ParseError, ValueError, LookupError) as error:
            failure = error
        else:
            return root
    raise ReportError(*map(_, _DAMAGED)) from failure


def _letter(match: re.Match[str]) -> str:
    return unescape(match.group())


def _children(element: Element, depth: int) -> Resource:
    """The element's children as fields; a repeated one becomes a list."""
    if depth > _DEEPEST:
        raise ReportError(*map(_, _DAMAGED))
    found: Resource = {"url": element.attrib["url"]} if "url" in element.attrib else {}
    for child in element:
        name = _name(child)
        if name is None:
            continue
        value = _value(child, name, depth)
        if name not in found:
            found[name] = [value] if name in _LISTS else value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    return found


def _name(element: Element) -> str | None:
    """The name without its namespace; None for comments and what is not FHIR."""
    if not isinstance(element.tag, str):
        return None
    if element.tag == f"{_XHTML}div":
        return "div"
    space, _, name = element.tag.rpartition("}")
    return name if space.startswith(_FHIR[:-1]) else None


def _value(element: Element, name: str, depth: int) -> Any:
    """A primitive's value, the resource within, or an object of the children."""
    if name == "div":
        return tostring(element, encoding="unicode")
    if "value" in element.attrib:
        value = element.attrib["value"]
        return value == "true" if name == "valueBoolean" else value
    for child in element:
        inner = _name(child)
        if inner and inner[:1].isupper():
            return {"resourceType": inner, **_children(child, depth + 1)}
    return _children(element, depth + 1)
