from __future__ import annotations

from pathlib import Path

from pmchat.corpus import release

from .helpers import open_page, press, text_of


def _document(library: Path) -> Path:
    return library / "documents" / "testing" / "tst-braf.md"


def test_documents_are_listed_with_status_check_and_review_date(
    place: Path, small_library: Path
) -> None:
    path = _document(small_library)
    path.write_text(path.read_text().replace("review_by: 2030-01-01", "review_by: 2026-01-01"))
    app = open_page("library")
    assert "review was due on 2026-01-01" in text_of(app)
    row = next(r for r in text_of(app).split("<tr>") if "<td>tst-braf</td>" in r)
    for cell in ("draft", "1 warning", "2026-01-01 OVERDUE"):
        assert f"<td>{cell}</td>" in row


def test_the_button_builds_and_publishes(place: Path) -> None:
    app = press(open_page("library"), "Check, build and publish")
    digest = release.current(place)
    assert f"Release {digest} with 2 documents is published." in text_of(app)
    assert f"<td>{digest}</td>" in text_of(app)


def test_errors_are_shown_by_document_and_block(place: Path, small_library: Path) -> None:
    path = _document(small_library)
    path.write_text(path.read_text().replace("[S1] A BRAF", "A BRAF").replace("[S1]", "[S9]"))
    app = press(open_page("library"), "Check, build and publish")
    words = text_of(app)
    assert "Nothing was published" in words
    assert "<h3>tst-braf</h3>" in words
    assert "[S9] is cited but not among the sources" in words
    assert not (place / "current").exists()


def test_a_broken_lexicon_is_said_calmly(place: Path, small_library: Path) -> None:
    (small_library / "lexicon" / "genes.yaml").write_text("{broken")
    assert 'class="pm-note"' in text_of(open_page("library"))
