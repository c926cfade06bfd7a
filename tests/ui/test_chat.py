from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from fpdf import FPDF

from pmchat.answering.conversation import Answerer
from pmchat.corpus import release
from pmchat.retrieval.embedding import MiniLM
from pmchat.retrieval.index import LibraryIndexer

from .helpers import ask, open_app, open_page, press, seen, text_of

REPORT = """Example tumor panel (made up)
Patient: DOE, JANE   MRN: 1234567
GENOMIC FINDINGS
BRAF   V600E   VAF 22.0 %
PERTINENT NEGATIVES No reportable alterations in: KRAS, NRAS
VARIANTS OF UNKNOWN SIGNIFICANCE: ATM P604S
"""


def _pdf(text: str = "", password: str = "") -> bytes:
    pdf = FPDF()
    if password:
        pdf.set_encryption(owner_password=password, user_password=password)
    pdf.set_font("helvetica")
    pdf.add_page()
    if text:
        pdf.multi_cell(0, 5, text)
    return bytes(pdf.output())


def test_the_first_page_says_what_it_is_and_where_help_is(built: Path) -> None:
    words = text_of(open_app())
    assert "I am a computer program, not a clinician. I explain; your care team decides." in words
    assert "Nothing you type or upload leaves this computer." in words
    assert "I need help now" in words


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"", "This file is empty."),
        ("a.pdf", b"", "This PDF is empty."),
        ("a.pdf", _pdf("BRAF V600E", "secret"), "password"),
        ("a.pdf", _pdf(), "no text"),
        ("a.pdf", b"%PDF-1.7 broken", "PDF"),
        ("a.json", json.dumps({"name": "no FHIR"}).encode(), "JSON"),
        ("a.txt", b"Dear diary, today was a good day.", "does not look like"),
        ("a.txt", b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
    ],
)
def test_a_file_that_cannot_be_read_gives_a_calm_line(
    built: Path, name: str, content: bytes, what: str
) -> None:
    app = open_page("chat")
    app.file_uploader[0].upload(name, content).run()
    assert not app.exception
    assert 'class="pm-note"' in seen(app)
    assert what.lower() in text_of(app).lower()
    assert len(app.file_uploader) == 1, "the person can try again"


@pytest.mark.parametrize(
    ("question", "what"),
    [("   ", "The question is empty."), ("x" * 20_000, "The question has 20,000 letters")],
)
def test_a_question_that_cannot_be_taken_gives_a_calm_line(
    built: Path, question: str, what: str
) -> None:
    app = ask(open_page("chat"), question)
    assert what in text_of(app)
    assert "x" * 3000 not in seen(app)


def test_a_pasted_report_is_shown_beside_its_lines_with_identifiers_hidden(built: Path) -> None:
    app = open_page("chat")
    ways = next(r for r in app.radio if "Paste the text" in r.options)
    ways.set_value("Paste the text").run()
    app.text_area[0].set_value(REPORT)
    press(app, "Read this text")
    words = text_of(app)
    for heading in ("Found or measured (1)", "Not certain (1)", "Looked for and not found"):
        assert heading in words
    assert "BRAF   V600E   VAF 22.0 %" in words
    assert "DOE" not in words
    assert "1234567" not in words
    assert "What does my BRAF result mean?" in [b.label.replace("\\", "") for b in app.button]


def test_an_answer_opens_its_sources_and_the_report_can_be_removed(built: Path) -> None:
    app = open_page("chat")
    app.file_uploader[0].upload("a.txt", REPORT.encode()).run()
    ask(app, "What does my BRAF result mean?")
    words = text_of(app)
    assert words.index("You asked") < words.index("Answer</h3>")
    assert "<mark>" in words
    assert "Your report, line 4" in words
    assert "Draft: no clinician has reviewed this page yet." in words
    ask(app, "can it be passed on?")
    assert any("Earlier question" in e.label for e in app.expander)
    press(app, "Remove my report")
    assert "V600E" not in text_of(app)
    assert len(app.file_uploader) == 1


def test_text_of_report_and_question_never_becomes_html(built: Path) -> None:
    hostile = "<img src=x onerror=alert(1)> ![a](http://evil.example/a.png)"
    app = open_page("chat")
    text = REPORT.replace("VAF 22.0 %", f"VAF 22.0 % {hostile}")
    app.file_uploader[0].upload("a.txt", text.encode()).run()
    ask(app, f"what is BRAF {hostile}")
    assert "<img src=x" not in seen(app)
    assert "&lt;img" in seen(app)
    assert all("<img" not in m.value and "![" not in m.value for m in app.markdown)


def test_a_crisis_text_stands_alone(built: Path) -> None:
    app = ask(open_page("chat"), "I want to kill myself")
    words = seen(app)
    assert "Get help now" in words
    assert 'href="tel:988"' in words
    assert "What this means" not in words
    assert "You could ask" not in words


def test_a_missing_release_is_said_and_the_staff_page_opens(place: Path) -> None:
    assert "The library has not been built yet." in text_of(open_page("chat"))
    assert "Check, build and publish" in [b.label for b in open_page("library").button]


def test_a_torn_release_is_said(built: Path) -> None:
    folder = built / "releases" / release.current(built)
    (folder / "documents.json").write_text("[]")
    assert "is damaged" in text_of(open_page("chat"))


def test_another_embedding_model_is_said(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MiniLM, "name", "another")
    assert "another embedding model" in text_of(open_page("chat"))


def test_a_new_release_is_used_without_a_restart(
    built: Path, small_library: Path, embedding: MiniLM
) -> None:
    app = ask(open_page("chat"), "what is BRAF")
    first = release.current(built)
    assert first in text_of(app)
    path = small_library / "documents" / "testing" / "tst-braf.md"
    path.write_text(path.read_text().replace("helps tell cells", "tells cells"))
    indexer = LibraryIndexer(embedding, built / "embeddings")
    release.build(small_library, built, indexer, lambda done, total: None)
    ask(app, "what is BRAF?")
    assert "BRAF is a gene that tells cells when to grow." in text_of(app)
    assert release.current(built) != first


def test_an_unexpected_error_is_calm_and_logged_without_words_of_the_person(
    built: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("my secret words")

    monkeypatch.setattr(Answerer, "answer", fail)
    with caplog.at_level(logging.ERROR):
        app = ask(open_page("chat"), "my secret words")
    assert "Something did not work on this page." in seen(app, unexpected=True)
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text
