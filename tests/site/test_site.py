"""The site is built in strict mode, nothing in it is loaded from outside, and its search works in a browser."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")
#: Attributes that make a browser load something, by element; links that a reader follows are not among them.
LOADED = {
    "script": ("src",), "link": ("href",), "img": ("src", "srcset"), "iframe": ("src",), "source": ("src", "srcset"),
    "object": ("data",), "embed": ("src",), "video": ("src", "poster"), "audio": ("src",), "use": ("href", "xlink:href"),
}  # fmt: skip


class Quiet(SimpleHTTPRequestHandler):
    """A web server for files, without a log."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


class Loads(HTMLParser):
    """The addresses that a page loads, and the widgets that ask a forge."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps what an element loads."""
        values = {name: value or "" for name, value in attrs}
        self.found += [values[name] for name in LOADED.get(tag, ()) if name in values]
        if values.get("data-md-component") == "source":
            self.found.append(f"https: {values.get('href')} (asked for its stars)")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def page() -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed here (2026-11-29)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"])
        yield browser.new_page()
        browser.close()


def test_no_page_loads_anything_from_outside(site: Path) -> None:
    files = sorted(site.rglob("*.html"))
    outside = {
        (file.relative_to(site).as_posix(), address)
        for file in files
        for address in Loads(file.read_text(encoding="utf-8")).found
        if re.match(r"(\w+:)?//|https?:", address)
    }
    assert outside == set()
    assert len(files) > 200


def test_no_style_or_picture_loads_anything_from_outside(site: Path) -> None:
    files = [*site.rglob("*.css"), *site.rglob("*.svg")]
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//|<image|<script|(?:xlink:)?href=[\"'](?!#)", text), file
    assert len(files) > 5


def test_what_would_be_loaded_is_found() -> None:
    page = '<img src="//x.example/a.png"><a href="https://x.example">x</a><script src=b.js></script><a href=y data-md-component=source>'
    assert Loads(page).found == ["//x.example/a.png", "b.js", "https: y (asked for its stars)"]


def test_a_browser_finds_a_command_and_asks_nobody_else(address: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert page.locator("img").evaluate_all("all => all.every(each => each.naturalWidth > 0)")
    page.keyboard.press("s")
    page.keyboard.type("max-ephones")
    found = page.locator(".md-search-result__link", has_text="Telephony service").first
    found.wait_for()
    found.click()
    page.wait_for_url("**/*.html*")
    assert "max-ephones" in page.locator("article").inner_text()
    assert {re.match(r"\w+://[^/]+/", url)[0] for url in asked if not url.startswith("data:")} == {address}  # type: ignore[index]
