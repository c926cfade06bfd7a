"""The app in a real browser, started once for all tests that set nothing."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from pmchat.settings import ROOT

from .helpers import SECONDS

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

expect.set_options(timeout=SECONDS * 1000)
"""A busy machine takes longer than the usual five seconds, and that is no fault of the page."""


@pytest.fixture(scope="module")
def extra() -> dict[str, str]:
    """What a module sets in the environment of its app."""
    return {}


@pytest.fixture(scope="session")
def plain_app(built_var: Path) -> Iterator[str]:
    """The app as it is, for all modules that set nothing."""
    with _started(built_var, {}) as address:
        yield address


@pytest.fixture(scope="module")
def address(
    request: pytest.FixtureRequest, built_var: Path, extra: dict[str, str]
) -> Iterator[str]:
    """The address of the app, or of one of its own where a module sets something."""
    if not extra:
        yield request.getfixturevalue("plain_app")
        return
    with _started(built_var, extra) as own:
        yield own


@contextmanager
def _started(var: Path, extra: dict[str, str]) -> Iterator[str]:
    """The app on a free port."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = {**os.environ, "PMCHAT_VAR": str(var), **extra}
    with subprocess.Popen(command, cwd=ROOT, env=environment) as app:
        _wait_for(f"http://localhost:{port}/_stcore/health")
        yield f"http://localhost:{port}"
        app.kill()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The first page; the test fails if anything is asked of another computer."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    opened = context.new_page()
    opened.set_default_timeout(SECONDS * 1000)
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(address)
    yield opened
    context.close()
    schemes = {"http", "https", "ws", "wss"}
    hosts = {urlsplit(u).hostname for u in asked if urlsplit(u).scheme in schemes}
    assert hosts == {"localhost"}


@pytest.fixture(params=[360, pytest.param(1280, marks=pytest.mark.slow)])
def sized(request: pytest.FixtureRequest, page: Page) -> Page:
    """The first page on a phone; the tests that are marked slow see it on a desk too."""
    page.set_viewport_size({"width": request.param, "height": 900})
    return page


def _wait_for(url: str) -> None:
    for _ in range(SECONDS * 2):
        with suppress(OSError), urllib.request.urlopen(url) as answer:
            if answer.status == 200:
                return
        time.sleep(0.5)
    pytest.fail("the app did not start")
