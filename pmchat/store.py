"""What people chose to keep: one row each, opened by a random token, gone after 30 days.

Only the digest of a token is stored, so that the file alone opens nothing in the app.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

from sqlalchemy import (
    Column,
    ColumnElement,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    delete,
    event,
    insert,
    select,
    text,
    update,
)

DAYS = 30
"""How long anything is kept at most, counted from the person's yes."""

_TABLES = MetaData()
_KEPT = Table(
    "kept",
    _TABLES,
    Column("id", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("until", String(32), nullable=False),
    Column("body", Text, nullable=False),
)


@dataclass(frozen=True)
class Key:
    """What opens a row: `token` is known to the person's browser alone.

    `version` counts the changes, so that two open pages do not overwrite each other.
    """

    token: str
    version: int
    until: datetime


class Store:
    """One SQLite file. Its methods may be called from any thread."""

    def __init__(self, path: Path) -> None:
        self._engine = open_sqlite(path, _TABLES)
        self.forget_expired()

    def keep(self, body: str, now: datetime | None = None) -> Key:
        """Store something new."""
        key = Key(secrets.token_urlsafe(32), 1, (now or _now()) + timedelta(days=DAYS))
        row = {"id": _id(key.token), "version": 1, "until": key.until.isoformat(), "body": body}
        with self._engine.begin() as open_:
            open_.execute(insert(_KEPT).values(row))
        return key

    def read(self, token: str, now: datetime | None = None) -> tuple[Key, str] | None:
        """What the token opens; None if it was deleted or its time is over."""
        self.forget_expired(now)
        with self._engine.connect() as open_:
            row = open_.execute(select(_KEPT).where(_KEPT.c.id == _id(token))).one_or_none()
        if row is None:
            return None
        return Key(token, row.version, datetime.fromisoformat(row.until)), row.body

    def change(self, key: Key, body: str, now: datetime | None = None) -> Key | None:
        """Store the new state; None if it was deleted, expired or changed elsewhere."""
        self.forget_expired(now)
        where = (_KEPT.c.id == _id(key.token)) & (_KEPT.c.version == key.version)
        new = {"version": key.version + 1, "body": body}
        with self._engine.begin() as open_:
            done = open_.execute(update(_KEPT).where(where).values(new)).rowcount
        return Key(key.token, key.version + 1, key.until) if done else None

    def forget(self, token: str) -> None:
        """Delete what the token opens, if it is there."""
        delete_rows(self._engine, _KEPT, _KEPT.c.id == _id(token))

    def forget_expired(self, now: datetime | None = None) -> None:
        """Delete all whose time is over."""
        delete_rows(self._engine, _KEPT, _KEPT.c.until <= (now or _now()).isoformat())


def open_sqlite(path: Path, tables: MetaData) -> Engine:
    """Open a file that its owner alone may read, and whose statements log no values."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    engine = create_engine(f"sqlite:///{path}", hide_parameters=True)
    event.listen(engine, "connect", _erase_what_is_deleted)
    tables.create_all(engine)
    return engine


def delete_rows(engine: Engine, table: Table, where: ColumnElement[bool]) -> None:
    """Delete rows so that no word of them stays in the file."""
    with engine.begin() as open_:
        gone = open_.execute(delete(table).where(where)).rowcount
    if gone:
        _shrink(engine)


def _erase_what_is_deleted(connection: Connection, _: object) -> None:
    """Overwrite deleted rows with zeros, and hold what VACUUM copies in memory."""
    for pragma in ("secure_delete=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _shrink(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as open_:
        open_.execute(text("VACUUM"))


def _now() -> datetime:
    return datetime.now(UTC)


def _id(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
