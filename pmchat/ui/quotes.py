"""Single sentences of the library that stand beside a picture or a table, with their sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pmchat.corpus.release import Release
from pmchat.i18n import _
from pmchat.model import PassageCitation
from pmchat.ui.citations import opened, passage_html
from pmchat.ui.markup import esc


def quotes(
    release: Release, passage_id: str, pattern: str, today: date | None = None
) -> Iterator[PassageCitation]:
    """The sentences of a passage that match; none of a page that is missing or out of date."""
    passage = release.passages.get(passage_id)
    if passage is None or not passage.is_fresh(today or date.today()):
        return
    for statement in passage.statements:
        if re.search(pattern, statement.text):
            yield PassageCitation(
                passage_id=passage.id,
                document_id=passage.document_id,
                quote=statement.text,
                sources=statement.sources,
            )


def quote_html(release: Release, citation: PassageCitation) -> str:
    """A sentence with the button that opens where it stands."""
    button = opened(_("Source"), passage_html(release, citation))
    return f'<div class="pm-sentence"><span>{esc(citation.quote)}</span> {button}</div>'
