"""An answer as one piece of HTML, in the order in which a person reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pmchat.i18n import N_, _
from pmchat.model import Sentence
from pmchat.ui.citations import Citations
from pmchat.ui.comfort import Depth
from pmchat.ui.glosses import Glosses
from pmchat.ui.markup import bullets, esc, folded, heading, link, paragraph, phones
from pmchat.ui.session import Exchange

SECTIONS = (
    ("report", N_("What your report says")),
    ("explanation", N_("What this means")),
    ("limit", N_("What this does not mean")),
)
"""Roles that have a heading, in the order in which they are read."""

FOR_VISIT = N_("Questions for your care team")

OPEN: dict[Depth, dict[str, int | None]] = {
    "Short": {"report": 5, "explanation": 3, "limit": 2},
    "More": {"report": 5, "explanation": 5, "limit": 5},
    "Everything": {"report": None, "explanation": None, "limit": None},
}
"""Sentences of a section that are read at once; the rest is folded, and none is lost."""


def question_html(exchange: Exchange) -> str:
    """The question with its heading."""
    said = esc(_("You asked"))
    return f'<h3 class="pm-you" id="pm-question-{exchange.number}">{said}</h3>' + paragraph(
        exchange.question, "pm-question"
    )


def answer_html(exchange: Exchange, depth: Depth, *, is_latest: bool = False) -> str:
    """The answer with its heading; below the latest one, what follows it has its own place."""
    if exchange.is_urgent:
        return urgent_html(exchange.answer.sentences)
    return (
        '<div class="pm-answer">'
        + heading(_("Answer"), 3)
        + _body(exchange, depth)
        + ("" if is_latest else _questions(exchange) + readings_html(exchange))
        + "</div>"
    )


def urgent_html(sentences: Sequence[Sentence]) -> str:
    """A fixed text that sends a person for help, with its numbers to tap."""
    first, rest = sentences[0], sentences[1:]
    return (
        '<div class="pm-urgent" role="alert">'
        + heading(_("Get help now"), 3)
        + f'<p class="pm-first">{phones(first.text)}</p>'
        + "".join(f"<p>{phones(s.text)}</p>" for s in rest)
        + "</div>"
    )


def _body(exchange: Exchange, depth: Depth) -> str:
    """Framing first, then the headline and the sections, what to do next last."""
    sentences = exchange.answer.sentences
    written = _Written(Citations(exchange), Glosses(exchange))
    before = list(takewhile(lambda s: s.role == "framing", sentences))
    later = [s for s in sentences[len(before) :] if s.role == "framing"]
    parts = [_plain(before)]
    parts += [written.cited([s], "pm-headline") for s in with_role(sentences, "headline")]
    for role, name in SECTIONS:
        found = with_role(sentences, role)
        if found:
            parts += [heading(_(name), 4), written.folded(found, OPEN[depth][role])]
        if role == "report":
            parts.append(_plain(later))
    parts.append(_plain(with_role(sentences, "next_step")))
    return "".join(parts)


def with_role(sentences: Iterable[Sentence], role: str) -> list[Sentence]:
    """Those that have it."""
    return [s for s in sentences if s.role == role]


def _plain(sentences: Iterable[Sentence]) -> str:
    return "".join(paragraph(s.text) for s in sentences)


@dataclass(frozen=True)
class _Written:
    """Writes the sentences of one answer, each with its citations and its hard words."""

    citations: Citations
    glosses: Glosses

    def cited(self, sentences: Iterable[Sentence], css: str = "") -> str:
        """One line for each sentence."""
        return "".join(self._line(s, css) for s in sentences)

    def folded(self, sentences: Sequence[Sentence], count: int | None) -> str:
        """The first sentences, so many; the rest one press away."""
        shown = self.cited(sentences[:count])
        rest = sentences[count:] if count is not None else ()
        if not rest:
            return shown
        return shown + folded(_("Read more about this"), self.cited(rest))

    def _line(self, sentence: Sentence, css: str) -> str:
        said, notes = self.glosses.marked(sentence.text)
        buttons = self.citations.after(sentence)
        return f'<div class="pm-sentence {css}"><span>{said}</span> {buttons}{notes}</div>'


def _questions(exchange: Exchange) -> str:
    questions = exchange.answer.questions_for_visit
    return heading(_(FOR_VISIT), 4) + bullets(questions) if questions else ""


def readings_html(exchange: Exchange) -> str:
    """Pages to read further, folded; nothing if there are none."""
    readings = exchange.answer.further_reading
    if not readings:
        return ""
    name = _("Read further, on the internet ({count})").format(count=len(readings))
    items = "".join(f"<li>{link(r.title, r.url)}</li>" for r in readings)
    return folded(name, f"<ul>{items}</ul>")
