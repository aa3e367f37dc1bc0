"""Measures the time of a key in the console of a browser: from the press until its echo is shown, idle and with busy phones.

    python benchmarks/web.py [--phones 2000] [--changes 200] [--keys 200] [--chromium FILE]

It serves a router with so many phones, and opens two browsers (extra `browser`, and a Chromium of the system). One shows the tab of the
phones; the other types keys into the console, one after the other. The browser itself measures the time: from the event of the key until
the text of the terminal has changed. Meanwhile a thread changes the state of the phones, so many in a second, through the XML API.
"""

from __future__ import annotations

import argparse
import base64
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

#: The time from a key until the text of the terminal changes, in milliseconds.
_KEY = """() => new Promise(done => {
    const rows = document.querySelector('.xterm-rows');
    const input = document.querySelector('.xterm-helper-textarea');
    let pressed = 0;
    const observer = new MutationObserver(() => { if (pressed) { observer.disconnect(); done(performance.now() - pressed); } });
    input.addEventListener('keydown', () => {
        pressed = performance.now();
        observer.observe(rows, {childList: true, subtree: true, characterData: true});
    }, {capture: true, once: true});
    window.ready = true;
})"""


def configuration(phones: int) -> str:
    """A router with so many phones."""
    lines = ["hostname Large", "username bench privilege 15 secret bench", "ip http server"]
    lines += ["ixi transport http", " no shutdown", "ixi application cme", " no shutdown"]
    lines += ["telephony-service", f" max-ephones {phones}", f" max-dn {phones}", " xml user bench password bench 15"]
    for tag in range(1, phones + 1):
        lines += [f"ephone-dn {tag}", f" number {10_000 + tag}"]
    for tag in range(1, phones + 1):
        mac = f"{tag:012x}"
        lines += [f"ephone {tag}", f" mac-address {mac[:4]}.{mac[4:8]}.{mac[8:]}", f" button 1:{tag}"]
    return "\n".join(lines) + "\n"


@contextmanager
def served(phones: int) -> Iterator[tuple[str, str]]:
    """The addresses of the page and of the XML API of such a router."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "large.cfg"
        file.write_text(configuration(phones))
        command = [sys.executable, "-m", "iossim", "serve", str(file), "--http-port", "0", "--web-port", "0", "--quiet"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        found: dict[str, str] = {}
        while len(found) < 2:
            line = process.stdout.readline()
            assert line, "the program has ended"
            if match := re.match(r"(Page|XML API) on (\S+)", line):
                found[match[1]] = match[2]
        try:
            yield found["Page"], found["XML API"]
        finally:
            process.terminate()
            process.wait(30)


def enter(browser: Browser, url: str) -> Page:
    """A page of somebody who has logged in."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(url)
    page.get_by_label("User").fill("bench")
    page.get_by_label("Password").fill("bench")
    page.get_by_role("button", name="Log in").click()
    expect(page.locator(".xterm-rows")).to_contain_text("Large#", timeout=60_000)
    return page


class Changes(threading.Thread):
    """Changes the state of phones, ten times a second, until `stop` is set.

    Args:
        url: the address of the XML API.
        phones: the phones.
        number: the changes in a second.

    Attributes:
        stop: ends it.
        done: the changes so far.
    """

    def __init__(self, url: str, phones: int, number: int) -> None:
        super().__init__(daemon=True)
        self._url, self._number = url, number
        self._lines = cycle(
            [f"do simulate ephone {tag} {action}" for action in ("register", "unregister") for tag in range(1, phones + 1)]
        )
        self.stop = threading.Event()
        self.done = 0

    def run(self) -> None:
        """Sends the lines."""
        moment = time.monotonic()
        credentials = base64.b64encode(b"bench:bench").decode()
        while not self.stop.is_set():
            part = [next(self._lines) for _ in range(self._number // 10)]
            body = f"<request><ISexecCLI>{''.join(f'<CLI>{line}</CLI>' for line in part)}</ISexecCLI></request>"
            request = urllib.request.Request(self._url, body.encode(), {"Authorization": f"Basic {credentials}"})
            urllib.request.urlopen(request, timeout=60).read()
            self.done += len(part)
            moment += 0.1
            self.stop.wait(max(0.0, moment - time.monotonic()))


def times(page: Page, keys: int) -> list[float]:
    """The times of so many keys, in milliseconds, ascending."""
    found: list[float] = []
    for number in range(keys):
        page.locator(".xterm-helper-textarea").focus()
        page.evaluate(f"() => {{ window.ready = false; window.measured = ({_KEY})(); }}")
        page.keyboard.press("Backspace" if number % 2 else "x")
        found.append(float(page.evaluate("() => window.measured")))
    return sorted(found)


def row(name: str, found: list[float], changes: str) -> str:
    cut = statistics.quantiles(found, n=100)
    return f"| {name} | {changes} | {statistics.median(found):.1f} | {cut[94]:.1f} | {cut[98]:.1f} | {found[-1]:.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phones", type=int, default=2000)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    options = parser.parse_args()
    flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    with served(options.phones) as (page_url, xml_url), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=flags)
        print(f"load average at the start: {os.getloadavg()[0]:.1f}; processors: {os.cpu_count()}")
        print("| a key in the console | changes a second | median ms | p95 ms | p99 ms | longest ms |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        typing = enter(browser, page_url)
        times(typing, 20)
        print(row("idle", times(typing, options.keys), "0"))
        watching = enter(browser, page_url)
        watching.get_by_role("tab", name="Phones", exact=True).click()
        expect(watching.locator('.ag-row[row-id="ephone 1"]')).to_be_visible(timeout=60_000)
        changes = Changes(xml_url, options.phones, options.changes)
        began = time.monotonic()
        changes.start()
        times(typing, 20)
        found = times(typing, options.keys)
        changes.stop.set()
        changes.join()
        print(row("phones change, another browser shows them", found, f"{changes.done / (time.monotonic() - began):.0f}"))
        browser.close()


if __name__ == "__main__":
    main()
