"""Answers of the language server in a long file: `python benchmarks/lsp.py [LINES] [--seconds N]`.

A real server (`iossim lsp`) on its standard input and output. Prints the median and the 95th percentile of the time from a request to
its answer, in ms, in two files of LINES lines (default 20,000): one with a dn and a phone for every twenty lines, one with a dn for
every three. In every round, a key is typed at another place, and the requests follow at once, while the diagnostics of the key are
still made. *Section* is the time from the key to the diagnostics of the changed section, *file* to those of all rules. A file takes
N seconds at most (default 60). Needs the extra lsp.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generate import configuration

from tests.lsp.wire import Wire

_URI = "file:///work/large.cfg"
_DOCUMENT = {"uri": _URI}
_MOST_ROUNDS = 200
_GOALS = {"completion": 100, "hover": 100, "diagnostics: section": 400}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=int, nargs="?", default=20_000)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    print("| file | request | times | median, ms | p95, ms | most, ms | goal, ms |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for name, lines in (("a dn and a phone in 20 lines", configuration(options.lines)), ("a dn in 3 lines", short(options.lines))):
        for request, taken in measured(lines, options.seconds).items():
            few = statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
            goal = next((str(goal) for word, goal in _GOALS.items() if request.startswith(word)), "")
            row = f"| {name} | {request} | {len(taken)} | {statistics.median(taken):.1f} | {few:.1f} | {max(taken):.1f} | {goal} |"
            print(row, flush=True)


def short(lines: int) -> list[str]:
    """A configuration of this many lines, with a dn for every three and one phone."""
    tags = range(1, max(lines - 7, 3) // 3)
    dns = [line for tag in tags for line in (f"ephone-dn  {tag}", f" number {20_000 + tag}", "!")]
    return ["telephony-service", " max-dn 60000", "!", *dns, "ephone  1", " mac-address 0000.0000.0001", " button  1:7", "end"]


def measured(lines: list[str], seconds: float) -> dict[str, list[float]]:
    """Times in ms, by request."""
    found: dict[str, list[float]] = defaultdict(list)
    with Wire() as wire:
        wire.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        wire.notify("initialized", {})
        text = "".join(f"{line}\n" for line in lines)
        began = time.perf_counter()
        wire.notify("textDocument/didOpen", {"textDocument": {**_DOCUMENT, "languageId": "ios", "version": 1, "text": text}})
        found["open, to the diagnostics"].append((_diagnostics(wire, 1) - began) * 1000)
        end = time.perf_counter() + seconds
        for number in range(_MOST_ROUNDS):
            if time.perf_counter() > end:
                break
            _round(wire, lines, number, found)
        wire.request("shutdown", None)
        wire.notify("exit", None)
    return found


def _round(wire: Wire, lines: list[str], number: int, found: dict[str, list[float]]) -> None:
    """Types a wrong command after a number, asks, and takes it away again."""
    numbers = [index for index, line in enumerate(lines) if line.startswith(" number ")]
    buttons = [index for index, line in enumerate(lines) if line.startswith(" button ")]
    at, button = numbers[number * 37 % len(numbers)], buttons[number * 31 % len(buttons)]
    version = 2 * number + 2
    began = _typed(wire, version, at + 1, 0, at + 1, 0, " nubmer 1\n")
    moved = button + (button > at)
    for name, method, line, column, more in (
        ("completion of a keyword", "completion", at + 1, 3, {}),
        ("completion of a dn", "completion", moved, len(" button  1:"), {}),
        ("hover on a keyword", "hover", at, 3, {}),
        ("hover on a dn", "hover", moved, len(" button  1:"), {}),
        ("definition of a dn", "definition", moved, len(" button  1:"), {}),
        ("references of a dn", "references", moved, len(" button  1:"), {"context": {"includeDeclaration": True}}),
    ):
        asked = time.perf_counter()
        params = {"textDocument": _DOCUMENT, "position": {"line": line, "character": column}, **more}
        answer = wire.request(f"textDocument/{method}", params)
        found[name].append((time.perf_counter() - asked) * 1000)
        assert answer, name
    for name, method in (("symbols", "documentSymbol"), ("folding", "foldingRange")):
        asked = time.perf_counter()
        assert wire.request(f"textDocument/{method}", {"textDocument": _DOCUMENT}), name
        found[name].append((time.perf_counter() - asked) * 1000)
    found["diagnostics: section"].append((_diagnostics(wire, version) - began) * 1000)
    found["diagnostics: file"].append((_diagnostics(wire, version) - began) * 1000)
    _typed(wire, version + 1, at + 1, 0, at + 2, 0, "")
    _diagnostics(wire, version + 1)
    _diagnostics(wire, version + 1)


def _typed(wire: Wire, version: int, line: int, column: int, last: int, end: int, text: str) -> float:
    """Sends an edit; returns when it was sent."""
    began = time.perf_counter()
    area = {"start": {"line": line, "character": column}, "end": {"line": last, "character": end}}
    params: dict[str, Any] = {"textDocument": {**_DOCUMENT, "version": version}, "contentChanges": [{"range": area, "text": text}]}
    wire.notify("textDocument/didChange", params)
    return began


def _diagnostics(wire: Wire, version: int) -> float:
    """When the next diagnostics of a version of the document came."""

    def wanted(content: dict[str, Any]) -> bool:
        return content.get("method") == "textDocument/publishDiagnostics" and content["params"].get("version") == version

    return wire.wait(wanted).at


if __name__ == "__main__":
    main()
