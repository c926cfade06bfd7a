from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from pmchat.i18n import N_, _, day, language, ngettext
from pmchat.settings import ROOT

DAY = date(2026, 11, 8)


def test_the_catalogue_has_the_texts_that_the_program_has() -> None:
    pages = [m[1] for m in extract_from_file("python", ROOT / "app.py")]
    rooms = [m[2] for m in extract_from_dir(ROOT / "pmchat")]
    with (ROOT / "knowledge" / "locale" / "pmchat.pot").open("rb") as file:
        listed = {message.id for message in read_po(file) if message.id}
    assert listed == {*pages, *rooms}, "run `make texts`"


@pytest.fixture
def _german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Catalog(locale="de")
    made.add("Close", "Schließen")
    made.add(("{count} report", "{count} reports"), ("{count} Bericht", "{count} Berichte"))
    folder = tmp_path / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "pmchat.mo").open("wb") as file:
        write_mo(file, made)
    monkeypatch.setenv("PMCHAT_KNOWLEDGE", str(tmp_path))
    monkeypatch.setenv("PMCHAT_LANGUAGE", "de")


@pytest.mark.usefixtures("_german")
def test_texts_and_dates_are_in_the_language_that_is_set() -> None:
    assert _("Close") == "Schließen"
    assert [ngettext("{count} report", "{count} reports", n) for n in (1, 2)] == [
        "{count} Bericht",
        "{count} Berichte",
    ]
    assert _("Not translated") == "Not translated"
    assert day(DAY) == "8. November 2026"


@pytest.mark.parametrize(("name", "tag"), [("en", "en"), ("pt_BR", "pt-BR"), ("xx", "xx")])
def test_without_a_catalogue_texts_stay_in_english(
    name: str, tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PMCHAT_KNOWLEDGE", str(tmp_path))
    monkeypatch.setenv("PMCHAT_LANGUAGE", name)
    assert language() == tag
    assert _(N_("Close")) == "Close"
    assert ngettext("one", "many", 2) == "many"


def test_dates_in_english() -> None:
    assert day(DAY) == "November 8, 2026"
    assert day(DAY, "MMMM y") == "November 2026"
