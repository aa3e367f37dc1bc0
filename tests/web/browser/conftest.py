"""A browser for the tests of a module, and a fresh profile of it for every test. Without Playwright there are no tests here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

_HERE = Path(__file__).parent
_INSTALLED = find_spec("playwright") is not None and find_spec("nicegui") is not None
collect_ignore = [] if _INSTALLED else [file.name for file in _HERE.glob("test_*.py")]

if _INSTALLED:
    from playwright.sync_api import Browser, Page, sync_playwright

    from tests.web.browser.support import Watched, watched

    CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    #: The browser asks nobody but our server.
    FLAGS = (
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-domain-reliability",
        "--disable-sync",
        "--metrics-recording-only",
        "--no-first-run",
        "--no-pings",
    )

    @pytest.fixture(scope="module")
    def browser() -> Iterator[Browser]:
        """Chromium, without a window."""
        if CHROMIUM is None:
            pytest.skip("Chromium is not installed (2026-11-29)")
        with sync_playwright() as playwright:
            started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            yield started
            started.close()

    @pytest.fixture
    def people(browser: Browser) -> Iterator[Watched]:
        """Makes pages, each in a profile of its own; at the end it checks what they asked for and what they complained about."""
        with watched(browser) as made:
            yield made

    @pytest.fixture
    def page(people: Watched) -> Page:
        """A page."""
        return people.new()
