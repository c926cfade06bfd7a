"""Safe pieces of HTML: every text from outside passes `esc`."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Sequence

from pmchat.errors import PmchatError
from pmchat.model import Report
from pmchat.reports.masking import mask

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")
_CODE = re.compile(r"`([^`]+)`")
_PHONE = re.compile(r"(?<![\w-])(911|988)(?![\w-])")


def esc(text: str) -> str:
    """Text that means nothing to a browser."""
    return html.escape(text, quote=True)


def label(text: str) -> str:
    """Text for a button or an expander, whose labels Streamlit reads as Markdown."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def paragraph(text: str, css: str = "") -> str:
    """One paragraph of plain text."""
    return f'<p class="{css}">{esc(text)}</p>' if css else f"<p>{esc(text)}</p>"


def heading(text: str, level: int = 2, id_: str = "") -> str:
    """A heading of plain text; with an id, it can take the focus."""
    place = f' tabindex="-1" id="{id_}"' if id_ else ""
    return f"<h{level}{place}>{esc(text)}</h{level}>"


def status(text: str, id_: str = "") -> str:
    """A paragraph that a screen reader says at once; with an id, it can take the focus."""
    place = f' tabindex="-1" id="{id_}"' if id_ else ""
    return f'<p role="status"{place}>{esc(text)}</p>'


def lead(first: str, text: str) -> str:
    """One paragraph of plain text that begins with strong words."""
    return f"<p><strong>{esc(first)}</strong> {esc(text)}</p>"


def folded(name: str, body: str, css: str = "pm-more") -> str:
    """HTML that a press on its name opens."""
    return f'<details class="{css}"><summary>{esc(name)}</summary>{body}</details>'


def bullets(texts: Iterable[str]) -> str:
    """A list of plain texts."""
    return "<ul>" + "".join(f"<li>{esc(t)}</li>" for t in texts) + "</ul>"


def numbered(texts: Iterable[str]) -> str:
    """A list of plain texts whose order counts."""
    return "<ol>" + "".join(f"<li>{esc(t)}</li>" for t in texts) + "</ol>"


def table(caption: str, rows: Sequence[dict[str, str]]) -> str:
    """A table of plain texts under the names of the first row; a wide one scrolls by keyboard."""
    heads = "".join(f'<th scope="col">{esc(name)}</th>' for name in rows[0]) if rows else ""
    lines = "".join(
        "<tr>" + "".join(f"<td>{esc(cell)}</td>" for cell in row.values()) + "</tr>" for row in rows
    )
    return (
        f'<div class="pm-scroll" role="region" tabindex="0" aria-label="{esc(caption)}">'
        f'<table class="pm-table"><caption>{esc(caption)}</caption><thead><tr>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


def link(text: str, url: str) -> str:
    """A link that opens apart, so that the conversation stays; other than http it is only text."""
    if not url.startswith(("http://", "https://")):
        return esc(text)
    return f'<a href="{esc(url)}" target="_blank" rel="noopener noreferrer">{esc(text)}</a>'


def script_text(text: str) -> str:
    """Text as a string of JavaScript that no HTML in it can end."""
    return json.dumps(text).replace("<", "\\u003c")


def phones(text: str) -> str:
    """Plain text in which the emergency numbers can be tapped."""
    return _PHONE.sub(r'<a href="tel:\1">\1</a>', esc(text))


def marked(text: str, quote: str) -> str:
    """A text with the quoted words marked."""
    before, found, after = text.partition(quote)
    if not quote or not found:
        return esc(text)
    return f"{esc(before)}<mark>{esc(quote)}</mark>{esc(after)}"


def hidden(text: str, report: Report) -> str:
    """A piece of the report without its personal data."""
    return mask(text, report.identifiers)


def note(error: PmchatError) -> str:
    """What went wrong and what to do, as a calm box."""
    mend = _CODE.sub(r"<code>\1</code>", esc(error.mend))
    what = _CODE.sub(r"<code>\1</code>", esc(error.what))
    return f'<div class="pm-note" role="alert"><p><strong>{what}</strong></p><p>{mend}</p></div>'
