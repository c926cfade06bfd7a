"""A saved mail or a web page saved as one file (MHTML): the page or text inside."""

from __future__ import annotations

import email
import re
from email.message import EmailMessage
from email.policy import default

from pmchat.errors import ReportError
from pmchat.i18n import N_, _
from pmchat.reports.file import File
from pmchat.reports.html import read_html
from pmchat.reports.pages import Pages

_FIELD = re.compile(
    r"^(?:From|To|Subject|Date|MIME-Version|Content-Type|Received|Return-Path|Delivered-To"
    r"|Message-ID|X-[\w-]+|Snapshot-Content-Location)\s*:\s*\S",
    re.I | re.M,
)
_MIME = re.compile(r"^Content-Type\s*:\s*(?:multipart|text)/", re.I | re.M)
_ATTACHED = N_("This mail has files attached to it. They were not read. Open them on their own.")


def is_mail(file: File) -> bool:
    """Whether the content begins with the fields of a mail."""
    head = (file.text or "")[:8192].replace("\r\n", "\n").split("\n\n")[0]
    return bool(_FIELD.match(head) and _MIME.search(head)) and len(_FIELD.findall(head)) > 1


def read_mail(data: bytes) -> Pages:
    """The text of a mail, without the fields that name people; attached files are only told of."""
    message = email.message_from_bytes(data, policy=default)
    try:
        body = message.get_body(("html", "plain")) if isinstance(message, EmailMessage) else None
        content = body.get_content() if body is not None else ""
        told = (_(_ATTACHED),) if body is not None and any(_attached(message)) else ()
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        raise ReportError(
            _("This saved mail or page is damaged."), _("Save the report as a PDF, and try again.")
        ) from error
    if not isinstance(content, str) or not content.strip():
        raise ReportError(
            _("This saved mail or page has no text to read."),
            _("Open the attached report, and choose that file."),
        )
    if body is not None and body.get_content_type() == "text/html":
        page = read_html(b"\xef\xbb\xbf" + content.encode("utf-8", "replace"))
        return Pages(page.texts, (*page.warnings, *told))
    return Pages(content.replace("\r\n", "\n").split("\f"), told)


def _attached(message: EmailMessage) -> list[bool]:
    return [part.get_content_disposition() == "attachment" for part in message.walk()]
