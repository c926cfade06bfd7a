from __future__ import annotations

import logging
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pmchat.store import DAYS, Store

SECRET = "my secret words " * 500
NOW = datetime.now(UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "kept.sqlite"


def _on_disk(path: Path) -> bytes:
    return b"".join(p.read_bytes() for p in path.parent.iterdir())


def test_what_is_kept_is_opened_by_its_token_alone(path: Path) -> None:
    store = Store(path)
    key = store.keep(SECRET)
    assert store.read(key.token) == (key, SECRET)
    assert Store(path).read(key.token) == (key, SECRET), "after a restart too"
    assert store.read("") is None
    assert store.read(key.token[:-1]) is None
    assert key.token.encode() not in _on_disk(path)


def test_two_people_do_not_see_each_other(path: Path) -> None:
    store = Store(path)
    first, second = store.keep("one"), store.keep("two")
    store.forget(first.token)
    assert store.read(first.token) is None
    assert store.read(second.token) == (second, "two")


def test_changes_are_stored_and_the_time_does_not_grow(path: Path) -> None:
    store = Store(path)
    key = store.keep("old", NOW)
    newer = store.change(key, "new", NOW + timedelta(days=3))
    assert newer is not None
    assert store.read(key.token) == (newer, "new")
    assert newer.until == key.until == NOW + timedelta(days=DAYS)


def test_a_change_from_an_older_page_does_not_overwrite_or_bring_back(path: Path) -> None:
    store = Store(path)
    key = store.keep("old")
    newer = store.change(key, "new")
    assert store.change(key, "from another window") is None
    assert store.read(key.token) == (newer, "new")
    store.forget(key.token)
    assert newer is not None
    assert store.change(newer, "again") is None
    assert store.read(key.token) is None


@pytest.mark.parametrize("how", ["read", "change", "start"])
def test_after_its_time_it_is_gone_from_the_file(path: Path, how: str) -> None:
    store = Store(path)
    key = store.keep(SECRET, NOW - timedelta(days=DAYS, seconds=1))
    assert b"my secret words" in _on_disk(path)
    if how == "read":
        assert store.read(key.token) is None
    elif how == "change":
        assert store.change(key, "more") is None
    else:
        Store(path)
    assert b"my secret words" not in _on_disk(path)


@pytest.mark.parametrize("how", ["forget", "change"])
def test_what_is_deleted_or_overwritten_leaves_no_word_in_the_file(path: Path, how: str) -> None:
    store = Store(path)
    key = store.keep(SECRET)
    store.keep("another person")
    assert b"my secret words" in _on_disk(path)
    if how == "forget":
        store.forget(key.token)
    else:
        store.change(key, "nothing")
    assert b"my secret words" not in _on_disk(path)
    assert b"another person" in _on_disk(path)


def test_only_the_owner_of_the_program_may_read_the_file(path: Path) -> None:
    Store(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_of_it_reaches_a_log(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "sqlalchemy.engine")
    store = Store(path)
    key = store.keep(SECRET)
    store.change(key, SECRET.upper())
    store.read(key.token)
    assert "INSERT INTO kept" in caplog.text
    assert "secret words" not in caplog.text.lower()
    assert key.token not in caplog.text
